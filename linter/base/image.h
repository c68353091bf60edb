// Values as flat bytes that are mapped into memory and read where they lie.
//
// What was compiled is kept so between runs. The form is this machine's and this build's: whoever
// keeps images checks both, and the digest of the bytes (cache/images.h). A reader never looks
// outside of its bytes, whatever they say; that numbers in them are in range is for the owner of
// the numbers to check. Everything begins at a multiple of 8 bytes.
// What is seldom needed goes into a tail, whose parts have digests of their own: they are read and
// checked when they are.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "linter/base/hash.h"

namespace linter::base {

// A text in the tail of an image. Only once checked is it what was written.
class LateText {
 public:
  LateText() = default;
  LateText(std::string_view bytes, std::uint64_t digest) : bytes_(bytes), digest_(digest) {}
  // Nothing when it is damaged. Linear.
  [[nodiscard]] std::optional<std::string_view> checked() const {
    return hash64(bytes_) == digest_ ? std::optional(bytes_) : std::nullopt;
  }

 private:
  std::string_view bytes_;
  std::uint64_t digest_ = 0;
};

class ImageWriter {
 public:
  void number(std::uint64_t value) { append(&value, sizeof value); }
  void text(std::string_view value) { array(std::span<const char>(value)); }
  // Without padding, so that the same values are the same bytes.
  template <class T>
    requires std::is_trivially_copyable_v<T>
  void array(std::span<const T> items) {
    static_assert(std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>);
    number(items.size());
    append(items.data(), items.size_bytes());
  }
  // Into the tail.
  void late_text(std::string_view value) {
    number(tail_.size());
    number(value.size());
    number(hash64(value));
    tail_.append(value);
    tail_.resize((tail_.size() + 7U) / 8U * 8U);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }
  [[nodiscard]] std::string take_tail() { return std::move(tail_); }

 private:
  void append(const void* from, std::size_t size) {
    if (size != 0) bytes_.append(static_cast<const char*>(from), size);
    bytes_.resize((bytes_.size() + 7U) / 8U * 8U);
  }
  std::string bytes_;
  std::string tail_;
};

// Once something is missing, or refused, all that is read is empty.
class ImageReader {
 public:
  // `bytes` and `tail` begin at a multiple of 8 and outlive every view of them.
  explicit ImageReader(std::string_view bytes, std::string_view tail = {})
      : bytes_(bytes), tail_(tail) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    const char* from = take(sizeof value);
    if (from != nullptr) std::memcpy(&value, from, sizeof value);
    return value;
  }
  std::string_view text() {
    const std::span<const char> letters = array<char>();
    return {letters.data(), letters.size()};
  }
  LateText late_text() {
    const std::uint64_t begin = number();
    const std::uint64_t size = number();
    const std::uint64_t digest = number();
    if (begin > tail_.size() || size > tail_.size() - begin) refuse();
    return sound_ ? LateText(tail_.substr(begin, size), digest) : LateText();
  }
  template <class T>
    requires std::is_trivially_copyable_v<T>
  std::span<const T> array() {
    static_assert(alignof(T) <= 8);
    const std::uint64_t count = number();
    if (count > bytes_.size() / sizeof(T)) refuse();
    const char* from = sound_ && count != 0 ? take(count * sizeof(T)) : nullptr;
    if (from == nullptr) return {};
    return {reinterpret_cast<const T*>(from), static_cast<std::size_t>(count)};
  }

  void refuse() { sound_ = false; }
  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  // Null when there are fewer bytes.
  const char* take(std::size_t size) {
    const std::size_t padded = (size + 7U) / 8U * 8U;
    if (!sound_ || padded > bytes_.size()) {
      refuse();
      return nullptr;
    }
    const char* from = bytes_.data();
    bytes_.remove_prefix(padded);
    return from;
  }

  std::string_view bytes_;
  std::string_view tail_;
  bool sound_ = true;
};

// A row of values: grown in memory, or read where it lies in an image, which must outlive it.
template <class T>
class Column {
 public:
  Column() = default;
  explicit Column(std::size_t size) : own_(size), items_(own_) {}
  explicit Column(ImageReader& image) : items_(image.array<T>()) {}
  Column(Column&&) noexcept = default;
  Column& operator=(Column&&) noexcept = default;
  ~Column() = default;

  [[nodiscard]] const T& operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] const T* data() const { return items_.data(); }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }
  [[nodiscard]] std::span<const T> part(std::size_t first, std::size_t count) const {
    return items_.subspan(first, count);
  }

  // Only for a row that is grown in memory.
  void push_back(T value) {
    own_.push_back(std::move(value));
    items_ = own_;
  }
  [[nodiscard]] T& edit(std::size_t index) { return own_[index]; }
  template <class Range>
  void append(const Range& range) {
    own_.insert(own_.end(), range.begin(), range.end());
    items_ = own_;
  }

  void put(ImageWriter& image) const { image.array(items_); }

 private:
  std::vector<T> own_;
  std::span<const T> items_;
};

// For structs that are kept value by value: an overload of
//   auto members(Is<Concept> auto& one) { return std::tie(one.id, one.label); }
// beside the struct says what is kept, in both directions.
template <class S, class T>
concept Is = std::is_same_v<std::remove_const_t<S>, T>;

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;
// What a row of can be copied as it lies.
template <class T>
concept Flat =
    Plain<T> || (std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>);

template <Plain T>
void put(ImageWriter& image, const T& value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof value);
  image.number(bits);
}
inline void put(ImageWriter& image, const std::string& value) {
  image.text(value);
}
template <class T>
void put(ImageWriter& image, const std::optional<T>& value) {
  image.number(value ? 1 : 0);
  if (value) put(image, *value);
}
template <Flat T>
void put(ImageWriter& image, const std::vector<T>& values) {
  image.array(std::span<const T>(values));
}
template <class T>
void put(ImageWriter& image, const std::vector<T>& values) {
  image.number(values.size());
  for (const T& value : values) put(image, value);
}
template <class T>
  requires requires(const T& value) { members(value); }
void put(ImageWriter& image, const T& value) {
  std::apply([&](const auto&... each) { (put(image, each), ...); }, members(value));
}

template <Plain T>
void get(ImageReader& image, T& value) {
  const std::uint64_t bits = image.number();
  if constexpr (std::is_same_v<T, bool>) {
    value = bits != 0;
  } else {
    std::memcpy(&value, &bits, sizeof value);
  }
}
inline void get(ImageReader& image, std::string& value) {
  value = image.text();
}
template <class T>
void get(ImageReader& image, std::optional<T>& value) {
  if (image.number() != 0) get(image, value.emplace());
}
template <Flat T>
void get(ImageReader& image, std::vector<T>& values) {
  const std::span<const T> items = image.array<T>();
  values.assign(items.begin(), items.end());
}
template <class T>
void get(ImageReader& image, std::vector<T>& values) {
  for (std::uint64_t left = image.number(); left > 0 && image.sound(); --left)
    get(image, values.emplace_back());
}
template <class T>
  requires requires(T& value) { members(value); }
void get(ImageReader& image, T& value) {
  std::apply([&](auto&... each) { (get(image, each), ...); }, members(value));
}

}  // namespace linter::base
