#include "linter/base/harmless.h"

#include <algorithm>

#include "linter/base/utf8.h"

namespace linter::base {
namespace {

std::string hexadecimal(char32_t value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const auto digit = (value >> static_cast<unsigned>(shift)) & 0xFU;
    if (digit != 0 || !text.empty() || shift < 16) text += digits[digit];
  }
  return text;
}

bool is_plain(char byte) {
  return byte >= 0x20 && byte < 0x7F && byte != '#';
}

void append_visible(std::string& out, char32_t value) {
  constexpr char32_t control_pictures = 0x2400;
  if (value < 0x20) {
    append_utf8(out, control_pictures + value);
  } else if (value == 0x7F) {
    append_utf8(out, control_pictures + 0x21);
  } else if (is_unsafe(value)) {
    out += "<U+" + hexadecimal(value) + '>';
  } else {
    append_utf8(out, value);
  }
}

bool is_line_space(char byte) {
  return byte == '\t' || byte == '\n' || byte == '\r';
}

}  // namespace

bool is_unsafe(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x061C ||
         (value >= 0x200E && value <= 0x200F) || (value >= 0x2028 && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x206F) || (value >= 0xFFF9 && value <= 0xFFFB);
}

bool begins_log_command(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("##")) return false;
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 2);
  return end != std::string_view::npos && text[end] == '[';
}

std::string harmless(std::string_view text) {
  const auto plain = [](std::string_view rest) {
    return static_cast<std::size_t>(std::ranges::find_if_not(rest, is_plain) - rest.begin());
  };
  std::size_t at = plain(text);
  std::string out(text.substr(0, at));
  while (at < text.size()) {
    const auto point = decode(text, at);
    append_visible(out, point.value);
    if (begins_log_command(text, at)) append_utf8(out, U'\u200B');
    at += point.length;
    const std::size_t next = plain(text.substr(at));
    out += text.substr(at, next);
    at += next;
  }
  return out;
}

std::string harmless_sentence(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace_if(spaced, is_line_space, ' ');
  return harmless(spaced);
}

std::string harmless_page(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    out += harmless(line);
    if (line.size() < text.size()) out += '\n';
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return out;
}

std::string harmless_path(std::string_view path) {
  const std::size_t first = path.find_first_not_of(" \t");
  const bool command = first != std::string_view::npos && path[first] == ':';
  return (command ? "./" : "") + harmless(path);
}

}  // namespace linter::base
