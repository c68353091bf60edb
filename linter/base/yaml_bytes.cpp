#include "linter/base/yaml_bytes.h"

#include <utility>

namespace linter::base::yaml {
namespace {

constexpr std::size_t deepest_stored = 110;  // a parsed tree's 100, and what they hold
constexpr unsigned quoted_bit = 4;    // beside the kind

void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
  out += static_cast<char>(number);
}

void append(std::string& out, const Value& value) {
  out += static_cast<char>(static_cast<unsigned>(value.kind) | (value.quoted ? quoted_bit : 0U));
  append_number(out, value.position.line);
  append_number(out, value.position.column);
  append_number(out, value.position.offset);
  append_number(out, value.text.size());
  out += value.text;
  if (value.kind == Kind::sequence) {
    append_number(out, value.items.size());
    for (const Value& item : value.items) append(out, item);
  }
  if (value.kind == Kind::mapping) {
    append_number(out, value.entries.size());
    for (const auto& [key, entry] : value.entries) {
      append(out, key);
      append(out, entry);
    }
  }
}

class BytesReader {
 public:
  explicit BytesReader(std::string_view bytes) : bytes_(bytes) {}

  bool read(Value& value) {
    if (depth_ >= deepest_stored || bytes_.empty()) return false;
    const auto head = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    const unsigned kind = head & ~quoted_bit;
    if (kind > static_cast<unsigned>(Kind::mapping)) return false;
    value.kind = static_cast<Kind>(kind);
    value.quoted = (head & quoted_bit) != 0;
    std::uint32_t size = 0;
    if (!number(value.position.line) || !number(value.position.column) ||
        !number(value.position.offset) || !number(size) || size > bytes_.size())
      return false;
    value.text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    ++depth_;
    const bool whole = children(value);
    --depth_;
    return whole;
  }

  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  bool number(std::uint32_t& out) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) != 0) continue;
      out = static_cast<std::uint32_t>(value);
      return value <= UINT32_MAX;
    }
    return false;
  }

  bool children(Value& value) {
    if (value.kind != Kind::sequence && value.kind != Kind::mapping) return true;
    std::uint32_t count = 0;
    constexpr std::size_t shortest = 5;  // bytes of a value
    if (!number(count) || count > bytes_.size() / shortest) return false;
    if (value.kind == Kind::sequence) {
      value.items.resize(count);
      for (Value& item : value.items) {
        if (!read(item)) return false;
      }
      return true;
    }
    if (count > bytes_.size() / (2 * shortest)) return false;
    value.entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      auto& [key, entry] = value.entries.emplace_back(Value(), Value());
      if (!read(key) || key.kind == Kind::sequence || key.kind == Kind::mapping || !read(entry))
        return false;
    }
    return true;
  }

  std::string_view bytes_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string to_bytes(const Value& value) {
  std::string out;
  append(out, value);
  return out;
}

std::optional<Value> from_bytes(std::string_view bytes) {
  BytesReader reader(bytes);
  Value value;
  if (!reader.read(value) || !reader.at_end()) return std::nullopt;
  return value;
}

}  // namespace linter::base::yaml
