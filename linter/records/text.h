// Text of records: JSON takes nothing but UTF-8, and names of files may be any bytes.
//
// A byte that is no UTF-8 is written as the code point U+10FE00 + byte. These code points, which
// are for private use, are written byte by byte where a text has them, so that different bytes are
// always different text.
#pragma once

#include <string>
#include <string_view>

#include "linter/base/json.h"

namespace linter::records {

// UTF-8 for any bytes; text without odd bytes stays as it is. Linear.
[[nodiscard]] std::string written_text(std::string_view bytes);
// The bytes that written_text() made it from. Linear.
[[nodiscard]] std::string read_text(std::string_view written);

// Brings all text of the value, names of keys excepted, into the form that is written.
void make_writable(base::Json& value);

}  // namespace linter::records
