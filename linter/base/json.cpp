#include "linter/base/json.h"

#include <algorithm>

#include "linter/base/harmless.h"
#include "linter/base/utf8.h"

namespace linter::base {
namespace {

bool needs_care(char byte) {
  return byte == '#' || byte == 0x7F || (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

// `value` is below U+10000, as everything unsafe is.
void append_escape(std::string& out, char32_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift : {12U, 8U, 4U, 0U}) out += digits[(value >> shift) & 0xFU];
}

constexpr int deepest = 16;

}  // namespace

std::optional<Json> read_json(std::string_view text) {
  bool too_deep = false;
  const auto look = [&](int depth, Json::parse_event_t, const Json&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  Json value = Json::parse(text, look, false);
  if (too_deep || value.is_discarded()) return std::nullopt;
  return value;
}

std::string json_text(const Json& value) {
  std::string json = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (std::ranges::none_of(json, needs_care)) return json;
  std::string out;
  out.reserve(json.size() + 16);
  std::size_t copied = 0;
  for (std::size_t at = 0; at < json.size();) {
    if (!needs_care(json[at])) {
      ++at;
      continue;
    }
    const auto point = decode(json, at);
    if (is_unsafe(point.value) || begins_log_command(json, at)) {
      out.append(json, copied, at - copied);
      append_escape(out, point.value);
      copied = at + point.length;
    }
    at += point.length;
  }
  return out.append(json, copied);
}

}  // namespace linter::base
