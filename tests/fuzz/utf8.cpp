// Any bytes can be decoded, forwards and backwards, and both ways meet the same code points.
#include "linter/base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace std::string_view_literals;
namespace base = linter::base;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < size; at += base::decode(text, at).length) starts.push_back(at);
  if (base::count_code_points(text) != starts.size()) std::abort();
  std::size_t end = size;
  for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
    const base::CodePoint before = base::decode_before(text, end);
    if (before.length != end - *start || before.value != base::decode(text, *start).value)
      std::abort();
    end = *start;
  }
  const auto invalid = base::first_invalid_utf8(text);
  if (invalid && base::decode(text, *invalid).length != 1) std::abort();
  if (!invalid && base::first_invalid_utf8(base::lower(text))) std::abort();
  if (base::display_width(text) > 2 * starts.size()) std::abort();
  std::string again;
  for (const std::size_t start : starts) base::append_utf8(again, base::decode(text, start).value);
  if (!invalid && again != text) std::abort();
  return 0;
}
