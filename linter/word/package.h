// The container of a Word document: a zip file with parts. libzip is known here alone.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "linter/base/result.h"

namespace linter::word {

inline constexpr std::uint64_t max_parts = 10'000;  // limit `max_parts` of a document
// limit `max_part_bytes`: of one part, unpacked
inline constexpr std::uint64_t max_part_bytes = 64ULL << 20;
// limit `max_part_ratio`: a part that unpacks to more than so many times its size, and to more than
// 4 MiB. Text of one sentence over and over packs a hundredfold.
inline constexpr std::uint64_t max_part_ratio = 200;

// Keeps the document's bytes and reads parts out of them; a value to move. Not for several threads
// at once.
class Package {
 public:
  // Errors, naming `file`: unreadable_file for what is no zip file, is encrypted, damaged, or has
  // an entry whose name leads out of it; too_large over max_parts; missing_data without libzip.
  [[nodiscard]] static base::Result<Package> open(std::string bytes, std::string file);
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  [[nodiscard]] bool has(std::string_view part) const;
  // The part, unpacked. unreadable_file where it is not there or damaged, too_large over
  // max_part_bytes or max_part_ratio; no more is unpacked than that.
  [[nodiscard]] base::Result<std::string> part(std::string_view name) const;
  // The document's bytes with some parts replaced or put in; all others stay byte for byte, packed
  // as they were.
  [[nodiscard]] base::Result<std::string> with(
      const std::map<std::string, std::string, std::less<>>& parts) const;
  [[nodiscard]] const std::string& file() const;

 private:
  struct State;
  explicit Package(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The name of a part that a relationship of another one points to: "media/a.png" from
// "word/document.xml" is "word/media/a.png".
[[nodiscard]] std::string part_name(std::string_view from, std::string_view target);

}  // namespace linter::word
