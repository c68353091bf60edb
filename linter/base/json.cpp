#include "linter/base/json.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "linter/base/harmless.h"
#include "linter/base/hash.h"
#include "linter/base/names.h"
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

// As the library writes it, character by character where it is not plain.
std::string dumped(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void append_json(std::string_view text, std::string& out) {
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
  };
  if (!std::ranges::all_of(text, is_plain) || first_invalid_utf8(text)) {
    out += dumped(Json(text));
  } else {
    out.append(1, '"').append(text).append(1, '"');
  }
}

void append_json(const Json& value, std::string& out) {
  const auto write_all = [&](const auto& items, std::string_view brackets, const auto& write_one) {
    out += brackets.front();
    for (const auto& one : items) {
      if (&one != &*items.begin()) out += ',';
      write_one(one);
    }
    out += brackets.back();
  };
  if (value.is_object()) {
    write_all(value.get_ref<const Json::object_t&>(), "{}", [&](const auto& member) {
      append_json(std::string_view(member.first), out);
      out += ':';
      append_json(member.second, out);
    });
  } else if (value.is_array()) {
    write_all(value.get_ref<const Json::array_t&>(), "[]",
              [&](const Json& item) { append_json(item, out); });
  } else if (value.is_string()) {
    append_json(std::string_view(value.get_ref<const std::string&>()), out);
  } else {
    out += dumped(value);
  }
}

// What is unsafe in the strings of it, written as escapes.
std::string made_safe(std::string json) {
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

// Looks at what is read, and says what is wrong with it as JSON goes.
class Look {
 public:
  bool operator()(int depth, Json::parse_event_t event, const Json& value) {
    if (fault_) return false;
    if (depth > deepest)
      fault_ = {ErrorCode::nesting_too_deep,
                "it is nested more than " + std::to_string(deepest) + " deep"};
    if (event == Json::parse_event_t::object_start) keys_.emplace_back();
    if (event == Json::parse_event_t::object_end) keys_.pop_back();
    if (event == Json::parse_event_t::key) take_key(value.get_ref<const std::string&>());
    return !fault_;
  }
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  static constexpr int deepest = 16;

  void take_key(const std::string& key) {
    std::vector<std::uint64_t>& known = keys_.back();
    const std::uint64_t digest = hash64(key);
    if (std::ranges::find(known, digest) != known.end()) {
      fault_ = {ErrorCode::duplicate_key, "it has the key '" + shortened(key) + "' twice"};
    } else if (known.size() == most_json_keys) {
      fault_ = {ErrorCode::too_large, "an object in it has more than the limit of " +
                                          std::to_string(most_json_keys) + " keys"};
    }
    known.push_back(digest);
  }

  std::vector<std::vector<std::uint64_t>> keys_;  // digests, of the objects that are open
  std::optional<Error> fault_;
};

}  // namespace

Result<Json> read_json(std::string_view text) {
  Look look;
  Json value = Json::parse(text, std::ref(look), false);
  if (look.fault()) return std::unexpected(*look.fault());
  if (value.is_discarded()) return fail(ErrorCode::bad_value, "it is no whole JSON");
  return value;
}

std::string json_text(const Json& value) {
  std::string json;
  append_json(value, json);
  return made_safe(std::move(json));
}

void JsonLine::part() {
  constexpr std::string_view openings = "{[:";
  if (!line_.empty() && !openings.contains(line_.back())) line_ += ',';
}

JsonLine& JsonLine::open(char bracket) {
  part();
  line_ += bracket;
  return *this;
}

JsonLine& JsonLine::close(char bracket) {
  line_ += bracket;
  return *this;
}

JsonLine& JsonLine::key(std::string_view name) {
  text(name);
  line_ += ':';
  return *this;
}

JsonLine& JsonLine::text(std::string_view value) {
  part();
  append_json(value, line_);
  return *this;
}

JsonLine& JsonLine::texts(std::span<const std::string> values) {
  open('[');
  for (const std::string& value : values) text(value);
  return close(']');
}

JsonLine& JsonLine::number(std::uint64_t value) {
  part();
  line_ += std::to_string(value);
  return *this;
}

std::string JsonLine::take() && {
  return made_safe(std::move(line_));
}

}  // namespace linter::base
