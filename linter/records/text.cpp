#include "linter/records/text.h"

#include "linter/base/utf8.h"

namespace linter::records {
namespace {

constexpr char32_t of_bytes = 0x10FE00;
constexpr char32_t first_byte = 0x80;
constexpr char32_t last_byte = 0xFF;
constexpr std::string_view their_lead = "\xF4\x8F";  // of these code points in UTF-8

bool stands_for_a_byte(char32_t value) {
  return value >= of_bytes + first_byte && value <= of_bytes + last_byte;
}

bool is_plain(std::string_view text) {
  return !base::first_invalid_utf8(text) && text.find(their_lead) == std::string_view::npos;
}

void append_byte(std::string& out, char byte) {
  base::append_utf8(out, of_bytes + static_cast<unsigned char>(byte));
}

}  // namespace

std::string written_text(std::string_view bytes) {
  if (is_plain(bytes)) return std::string(bytes);
  constexpr char32_t replacement = 0xFFFD;
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const base::CodePoint point = base::decode(bytes, at);
    const bool is_odd = point.value == replacement && point.length == 1;
    const std::string_view own = bytes.substr(at, point.length);
    if (is_odd || stands_for_a_byte(point.value)) {
      for (const char byte : own) append_byte(out, byte);
    } else {
      out += own;
    }
    at += own.size();
  }
  return out;
}

std::string read_text(std::string_view written) {
  if (written.find(their_lead) == std::string_view::npos) return std::string(written);
  std::string bytes;
  for (std::size_t at = 0; at < written.size();) {
    const base::CodePoint point = base::decode(written, at);
    if (stands_for_a_byte(point.value)) {
      bytes += static_cast<char>(point.value - of_bytes);
    } else {
      bytes += written.substr(at, point.length);
    }
    at += point.length;
  }
  return bytes;
}

void make_writable(base::Json& value) {
  if (value.is_string()) {
    auto& text = value.get_ref<std::string&>();
    if (!is_plain(text)) text = written_text(text);
  } else if (value.is_structured()) {
    for (base::Json& inner : value) make_writable(inner);
  }
}

}  // namespace linter::records
