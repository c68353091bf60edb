// What counts as a word: the prebuilt word set of English, a Hunspell dictionary, domain and
// project word lists.
//
// A Vocabulary is const and shared by all workers. English is decided by the prebuilt set, which
// holds every word that the Hunspell dictionary of its making accepts; other languages, and English
// where the set is missing, by Hunspell, which is loaded on the first word that needs it.
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
#include "linter/lexicon/list_index.h"
#include "linter/lexicon/near_index.h"
#include "linter/lexicon/part_of_speech.h"
#include "linter/lexicon/word_list.h"
#include "linter/lexicon/word_set.h"

namespace linter::lexicon {

struct VocabularyOptions {
  // BCP 47: "en", "en-GB", "de"; "en" alone accepts American and British forms and leaves the
  // dialect to a finding.
  std::string language = "en";
  // Where NAME.aff and NAME.dic are looked for; the system's when empty.
  std::vector<std::string> dictionary_folders;
  // Holds words/<name>.words made at build time; may be empty.
  std::string data_folder;
  // Domain lists and project words, best first.
  std::vector<WordList> lists;
  // Further Hunspell dictionaries by name ("en_med"); what one of them knows is accepted.
  std::vector<std::string> extra_dictionaries;
};

// Where Debian's packages put Hunspell dictionaries.
[[nodiscard]] std::span<const std::string_view> system_dictionary_folders();

struct WordFacts {
  bool accepted = false;
  bool listed = false;    // by one of the lists
  std::uint8_t tier = 0;  // of the word set: 10 (commonest) to 95; 0 = not in it
  Dialects dialects = 0;  // of the word set; 0 = not in it
  PosMask parts = 0;
};

class Vocabulary {
 public:
  // missing_dictionary names the Debian package that brings the dictionary ("apt-get install
  // hunspell-de-de"); bad_value when the language is no BCP 47 tag.
  [[nodiscard]] static base::Result<Vocabulary> open(VocabularyOptions options);
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  // More lists, after those that it has; before anybody else uses it.
  void add(ListIndex lists);

  [[nodiscard]] const std::string& language() const;
  [[nodiscard]] bool is_english() const;
  // Facts from the prebuilt sets and the lists alone: no Hunspell, thread-safe, O(log words); no
  // allocation for ASCII. Parts are guessed from the ending where nothing knows the word.
  [[nodiscard]] WordFacts look_up(std::string_view word) const;
  // look_up, and Hunspell where it has a say; thread-safe (one look-up per distinct word and worker
  // is enough). A possessive is accepted with its word. Words over 100 bytes are not.
  [[nodiscard]] bool accepts(std::string_view word) const;
  // Whether it is the British spelling of a medical word that the sets or the lists have in the
  // American one: "cryoglobulinaemia".
  [[nodiscard]] bool has_in_american(std::string_view word) const;
  // Whether a list of names has the folded word; no word is accepted for that.
  [[nodiscard]] bool is_name(std::string_view folded) const;
  // Whether a list has the folded phrase ("acne vulgaris") as a term.
  [[nodiscard]] bool is_term(std::string_view folded_phrase) const;
  // Whether a folded word stands in a term; cheaper than to ask for all that may be one.
  [[nodiscard]] bool is_of_term(std::string_view folded) const;
  // The number of words of the longest term; 0 without terms.
  [[nodiscard]] std::size_t longest_term() const;
  // Null when the language has no prebuilt set.
  [[nodiscard]] const WordSet* words() const;
  // The index of words(); null without them. The first call reads it (2 ms), or makes it where its
  // file is missing or damaged.
  [[nodiscard]] const NearIndex* near_words() const;
  // Best first.
  [[nodiscard]] std::span<const ListIndex> lists() const;
  // Name and hex digest of each dictionary and list, for the report's `tool.data`.
  struct Datum {
    std::string name;
    std::string digest;
  };
  [[nodiscard]] std::vector<Datum> data() const;

 private:
  struct State;
  explicit Vocabulary(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace linter::lexicon
