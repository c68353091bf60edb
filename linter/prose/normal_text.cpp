#include "linter/prose/normal_text.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

constexpr std::size_t stride = 32;

// Whether 32 bytes, seen with the one before them, are printable ASCII without two spaces in a row.
// Written so that the compiler makes vector instructions of it.
bool all_plain(const char* bytes) {
  std::uint8_t special = 0;
  for (std::size_t i = 0; i < stride; ++i) {
    const auto byte = static_cast<std::uint8_t>(bytes[i]);
    const auto before = static_cast<std::uint8_t>(bytes[i - 1]);
    const auto unprintable = static_cast<std::uint8_t>(byte - 0x20) > 0x5E ? 0xFF : 0;
    const auto doubled = (byte | before) == ' ' && (byte & before) == ' ' ? 0xFF : 0;
    special = static_cast<std::uint8_t>(special | unprintable | doubled);
  }
  return special == 0;
}

// Lead bytes of which at least one character is not shown as written.
constexpr std::array<bool, 256> make_leads() {
  std::array<bool, 256> leads{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) leads[byte] = true;
  for (const std::size_t byte : {0x7F, 0xC2, 0xCA, 0xE1, 0xE2, 0xE3, 0xEF}) leads[byte] = true;
  return leads;
}
constexpr std::array<bool, 256> leads = make_leads();

Shown shown_beyond_ascii(char32_t value) {
  switch (value) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return Shown::as_apostrophe;
    case 0x00AD:
    case 0x200B:
    case 0x200E:
    case 0x200F:
    case 0xFEFF:
      return Shown::as_nothing;
    default:
      break;
  }
  if ((value >= 0x202A && value <= 0x202E) || (value >= 0x2060 && value <= 0x2069)) {
    return Shown::as_nothing;
  }
  const bool control = value >= 0x80 && value < 0xA0;
  return control || base::is_space(value) ? Shown::as_space : Shown::as_written;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte <= ' ' || byte == 0x7F) return {Shown::as_space, 1};
  if (byte < 0x80) return {Shown::as_written, 1};
  const base::CodePoint point = base::decode(text, offset);
  return {shown_beyond_ascii(point.value), point.length};
}

std::size_t next_special(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    while (at > 0 && at + stride <= text.size() && all_plain(text.data() + at)) at += stride;
    for (const std::size_t stop = std::min(at + stride, text.size()); at < stop; ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte == ' ' && at > from && text[at - 1] == ' ') return at;
      if (leads[byte] && character_at(text, at).shown != Shown::as_written) return at;
    }
  }
  return at;
}

}  // namespace linter::prose
