// Hunspell behind a lock: the only user of the library at run time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace linter::lexicon {

// One dictionary. Handles are made on demand and kept, so that each thread that asks at the same
// time has its own: Hunspell's objects are not shareable, and constructing two at once races.
class Speller {
 public:
  Speller(std::string aff, std::string dic);
  Speller(Speller&&) noexcept;
  Speller& operator=(Speller&&) noexcept;
  ~Speller();

  // Whether the dictionary has the word (UTF-8). Thread-safe. The first question loads the
  // dictionary: some 20 ms. False for words over 100 bytes or with characters that the dictionary's
  // encoding does not have.
  [[nodiscard]] bool accepts(std::string_view word) const;
  [[nodiscard]] const std::string& dictionary() const;  // path of the .dic file

 private:
  struct Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace linter::lexicon
