// One form for all forms of a word, so that "colours", "color" and "Coloring" are the same to a
// term.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace linter::knowledge {

// Porter2 (Debian's libstemmer, "english") over a normalised spelling: lower case, possessive 's
// dropped, British -our-, -ae-, -oe-, -ise folded into the American form. Two words with one stem
// are forms of one word as far as terms go; the stem itself means nothing. Keeps a stemmer handle:
// one per thread. About 0.3 µs a word, asked once per distinct word.
class Stemmer {
 public:
  Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  ~Stemmer();

  // The stem of `word`; valid until the next call.
  [[nodiscard]] std::string_view stem(std::string_view word);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::string buffer_;
};

}  // namespace linter::knowledge
