// Any line is a record or an error with a message; a record is written so that it is read the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "linter/records/record.h"

namespace records = linter::records;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = records::read_record({reinterpret_cast<const char*>(data), size});
  if (!read) {
    if (read.error().message.empty()) std::abort();
    return 0;
  }
  const std::string line = records::line_of(*read);
  const auto again = records::read_record(line);
  if (!again || records::line_of(*again) != line) std::abort();
  return 0;
}
