// Reads the fields of a JSON object, and remembers what was wrong.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/json.h"

namespace linter::records {

// Every field that is asked for must be there and of its type. After the first that is not, all
// that is read is empty. The object must outlive it.
class Fields {
 public:
  explicit Fields(const base::Json& object);

  [[nodiscard]] std::string text(std::string_view key);
  // Of an article, within the limits of record.h.
  [[nodiscard]] std::string name(std::string_view key);
  // Optional: empty when it is not there.
  [[nodiscard]] std::string text_if_any(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] std::uint64_t number(std::string_view key, std::uint64_t most = UINT64_MAX);
  [[nodiscard]] std::uint32_t small_number(std::string_view key);
  [[nodiscard]] bool flag(std::string_view key);
  // Sixteen hexadecimal digits.
  [[nodiscard]] std::uint64_t digest(std::string_view key);
  [[nodiscard]] std::vector<std::uint64_t> digests(std::string_view key);
  // Exactly `count` numbers.
  [[nodiscard]] std::vector<std::uint32_t> numbers(std::string_view key, std::size_t count);
  // The index of the text in `names`.
  [[nodiscard]] std::size_t choice(std::string_view key, std::span<const std::string_view> names);
  // The elements of a list; null where it is damaged.
  [[nodiscard]] const base::Json* list(std::string_view key);
  // Null where there is none.
  [[nodiscard]] const base::Json* object_if_any(std::string_view key);

  void refuse(std::string_view key);
  [[nodiscard]] bool good() const { return fault_.empty(); }
  // The first field that is missing, or not what it should be.
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  [[nodiscard]] const base::Json* find(std::string_view key) const;

  const base::Json& object_;
  std::string fault_;
};

}  // namespace linter::records
