// Options, an expression and a text, one a line: compiles or says where not; matches stand where
// they are said to, and where a search with a memory finds them.
#include "linter/base/pattern.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace base = linter::base;

namespace {

void check(const base::Pattern& pattern, std::string_view text) {
  base::PatternMemory memory;
  std::size_t from = 0;
  for (int i = 0; i < 20; ++i) {
    const auto found = pattern.search(text, from);
    if (!found) return;
    std::int64_t steps = 100'000'000;
    const auto remembered = pattern.search(text, from, text.size(), steps, memory);
    if (!remembered || remembered->has_value() != found->has_value()) std::abort();
    if (!*found) return;
    if ((*remembered)->whole != (*found)->whole || (*remembered)->groups != (*found)->groups)
      std::abort();
    const base::Match& match = **found;
    if (match.whole.empty() || match.whole.begin < from || match.whole.end > text.size())
      std::abort();
    for (const auto& group : match.groups) {
      if (group && (group->begin > group->end || group->end > text.size())) std::abort();
    }
    static_cast<void>(pattern.expand(pattern.expression(), text, match));
    from = match.whole.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const base::PatternOptions options{.ignore_case = (data[0] & 1U) != 0,
                                     .word_bounded = (data[0] & 2U) != 0,
                                     .literal = (data[0] & 4U) != 0};
  const std::string_view input(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string_view expression = input.substr(0, input.find('\n'));
  const std::string_view text = input.substr(std::min(expression.size() + 1, input.size()));
  const auto pattern = base::Pattern::compile(expression, options);
  base::PatternOptions unbounded = options;
  unbounded.word_bounded = false;
  if (pattern.has_value() != base::Pattern::compile(expression, unbounded).has_value())
    std::abort();
  if (!pattern) {
    if (pattern.error().message.empty() || pattern.error().column > expression.size() + 1)
      std::abort();
    return 0;
  }
  check(*pattern, text);
  static_cast<void>(pattern->matches(text));
  return 0;
}
