// What counts as a word: a Hunspell dictionary, the prebuilt word set made from it, domain and project word lists.
//
// A Vocabulary is const and shared by all workers. What needs a handle of its own (Hunspell objects are not
// shareable, and constructing two at once races) is a Speller, one per worker, made lazily under a lock.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/lexicon/part_of_speech.h"

namespace linter::lexicon {

// A list in dictionaries/ or of a project: one entry a line, '#' starts a comment, several words = a term accepted as a whole.
struct WordList {
  std::string name;   // as reports name it
  std::vector<std::string> words;   // sorted
  std::vector<std::string> terms;   // with spaces or hyphens
};
[[nodiscard]] base::Loaded<WordList> parse_word_list(std::string_view text, std::string_view file);

struct VocabularyOptions {
  std::string language = "en";             // BCP 47: "en", "en-GB", "de"; "en" alone accepts American and British forms and leaves the dialect to a finding
  std::vector<std::string> dictionary_folders;  // where NAME.aff and NAME.dic are looked for; the system's by default
  std::string data_folder;                 // holds words/<name>.words made at build time; may be empty
  std::vector<WordList> lists;             // domain lists and project words, best first
};

struct WordFacts {
  bool accepted = false;
  std::uint8_t tier = 0;
  PosMask parts = 0;
};

class Vocabulary {
 public:
  // missing_dictionary names the Debian package that brings the dictionary ("apt-get install hunspell-de-de").
  [[nodiscard]] static base::Result<Vocabulary> open(VocabularyOptions options);
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  [[nodiscard]] const std::string& language() const;
  // Facts from the prebuilt set and the lists alone: no Hunspell, no allocation, thread-safe, O(log words).
  [[nodiscard]] WordFacts look_up(std::string_view word) const;
  // Decided by Hunspell where the set does not know the word; thread-safe through a per-thread handle or a lock (one look-up per distinct word and worker).
  [[nodiscard]] bool accepts(std::string_view word) const;
  [[nodiscard]] bool is_term(std::string_view folded_phrase) const;
  // Name and hex digest of each dictionary and list, for the report's `tool.data`.
  struct Datum { std::string name; std::string digest; };
  [[nodiscard]] std::vector<Datum> data() const;

 private:
  struct State;
  explicit Vocabulary(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace linter::lexicon
