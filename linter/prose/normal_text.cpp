#include "linter/prose/normal_text.h"

#include <array>

#include "linter/base/utf8.h"
#include "linter/prose/lanes.h"

namespace linter::prose {
namespace {

// Lead bytes of which at least one character is not shown as written.
constexpr std::array<bool, 256> make_leads() {
  std::array<bool, 256> leads{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) leads[byte] = true;
  for (const unsigned byte : {0x7FU, 0xC2U, 0xCAU, 0xE1U, 0xE2U, 0xE3U, 0xEFU}) leads[byte] = true;
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
  const auto test = [](Lanes before, Lanes bytes, Lanes) -> LaneMask {
    const LaneMask unprintable = (bytes - ' ') > ('~' - ' ');
    return unprintable | ((bytes == ' ') & (before == ' '));
  };
  const auto test_one = [&](std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < ' ' || byte > '~' || (byte == ' ' && at > 0 && text[at - 1] == ' ');
  };
  for (std::size_t at = from; at < text.size();) {
    at = find_lane(text, at, test, test_one);
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == ' ' && at > from) return at;
    if (byte != ' ' && leads[byte] && character_at(text, at).shown != Shown::as_written) return at;
    // as written: on to the next character, or at least past the bytes of this one
    ++at;
    while (at < text.size() && !leads[static_cast<unsigned char>(text[at])] &&
           static_cast<signed char>(text[at]) < 0)
      ++at;
  }
  return text.size();
}

}  // namespace linter::prose
