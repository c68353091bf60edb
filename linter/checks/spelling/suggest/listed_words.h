// The words of word lists as a suggester looks at them: folded, each once, with an index of near
// ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "linter/base/image.h"
#include "linter/base/mapped_file.h"
#include "linter/lexicon/list_index.h"
#include "linter/lexicon/near_index.h"

namespace linter::checks::spelling {

// Immutable; const use from many threads.
class ListedWords {
 public:
  ListedWords() = default;
  // Some 0.3 µs a word.
  explicit ListedWords(const lexicon::ListIndex& lists);
  // What put() wrote, which lies in `file` at `body`; nothing when it is not sound. Cost does not
  // depend on the number of words: of these a number is checked when it is used.
  [[nodiscard]] static std::optional<ListedWords> open(base::MappedFile file,
                                                       std::string_view body);
  void put(base::ImageWriter& image) const;

  // Sorted bytewise.
  [[nodiscard]] std::size_t size() const { return folded_.size(); }
  [[nodiscard]] std::string_view folded(std::size_t number) const { return folded_[number]; }
  // As the first list that does not write it in lower case has it; empty where there is none.
  [[nodiscard]] std::string_view written(std::size_t number) const { return written_[number]; }
  // Numbers of the words that a list of things, not of persons, writes with a capital of ASCII.
  [[nodiscard]] std::span<const std::uint32_t> names() const {
    return names_.part(0, names_.size());
  }
  [[nodiscard]] const lexicon::NearIndex& near() const { return near_; }

 private:
  // Texts one behind the other.
  class Texts {
   public:
    Texts() = default;
    explicit Texts(base::ImageReader& image) : ends_(image), letters_(image) {}
    void put(base::ImageWriter& image) const;
    void add(std::string_view text);
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t number) const;

   private:
    base::Column<std::uint32_t> ends_;
    base::Column<char> letters_;
  };

  base::MappedFile file_;  // what the rest lies in, when it was read
  Texts folded_;
  Texts written_;
  base::Column<std::uint32_t> names_;
  lexicon::NearIndex near_;
};

}  // namespace linter::checks::spelling
