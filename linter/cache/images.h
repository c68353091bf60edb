// What was compiled, kept between runs as files that are mapped into memory.
//
// A file is named by its key: the digest of all that its content was made from, the build of the
// program included. It is never required, and believed only when its size, version, byte order, key
// and digest fit; whoever reads it checks every number in it. What it has in its tail is looked at
// when it is needed (base/image.h). One that does not fit is as good as none, and written anew. Who
// keeps files in the user's own folder, and how they are found there, is told in
// docs/configuration.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/mapped_file.h"

namespace linter::cache {

inline constexpr std::string_view image_ending = ".image";

// The key of what is made from `inputs` by this build, 32 hexadecimal digits; empty where the
// build has no identifier, so that nothing can be kept.
[[nodiscard]] std::string key_of(std::span<const std::string> inputs);

// Whether a text could be a key, and so names no file elsewhere.
[[nodiscard]] bool is_key(std::string_view text);

// A file whose digest fits.
class Image {
 public:
  // `file` was seen to be sound.
  explicit Image(base::MappedFile file) : file_(std::move(file)) {}
  // Begin at a multiple of 8 bytes; stay where they are when the image moves.
  [[nodiscard]] std::string_view body() const;
  [[nodiscard]] std::string_view tail() const;
  [[nodiscard]] std::uint64_t digest() const;  // of the body
  // For whoever goes on with the body.
  [[nodiscard]] base::MappedFile take_file() { return std::move(file_); }

 private:
  base::MappedFile file_;
};

// The bytes of a file with this key and body.
[[nodiscard]] std::string image_bytes(std::string_view key, std::string_view body,
                                      std::string_view tail = {});
// Whether the bytes of a file are whole but for the tail, of this version and machine, and of this
// key. Linear in the body.
[[nodiscard]] bool is_sound(std::string_view file, std::string_view key);

// Const use from many threads and processes.
class Images {
 public:
  // `shipped` came with the program; `own` is the user's, made when something is first kept. Either
  // may be empty: there is none.
  Images(std::string shipped, std::string own);

  // The file with this key, the shipped one first. Nothing when none is sound.
  [[nodiscard]] std::optional<Image> find(const std::string& key) const;
  // The user's file with this key.
  [[nodiscard]] std::optional<Image> find_own(const std::string& key) const;
  // Whether there is a folder to keep anything in.
  [[nodiscard]] bool keeps() const { return !own_.empty(); }
  // Keeps what was made in the user's folder; where that cannot be, it is left out without a word.
  void keep(const std::string& key, std::string_view body, std::string_view tail = {}) const;
  // Removes the user's file with this key: its tail is damaged.
  void discard(const std::string& key) const;

 private:
  std::string shipped_;
  std::string own_;
};

}  // namespace linter::cache
