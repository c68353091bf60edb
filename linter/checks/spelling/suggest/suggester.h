// What was meant by a word that nobody knows: candidates, best first.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/checks/spelling/suggest/listed_words.h"
#include "linter/lexicon/vocabulary.h"

namespace linter::checks::spelling {

// A word of the document that the error stands in.
struct DocumentWord {
  std::string_view word;  // folded
  std::uint32_t count = 0;
  bool known = true;  // to the dictionary or a list
};

struct Suggestion {
  std::string text;
  // Log-odds in hundredths of how like the word it is: what its capital says, and the article that
  // has it once or twice, decide its place and do not count.
  int score = 0;
  bool operator==(const Suggestion&) const = default;
};

// Words that are never suggested, beyond those that the dictionary itself withholds.
[[nodiscard]] bool is_withheld(std::string_view folded);

// Whether the word meant by a word as written is known beyond doubt.
[[nodiscard]] bool is_usual_slip(std::string_view word);

// What one thread has found out about words that were asked for before: most misspellings and
// unknown names of a project stand in several articles. Some 6 MB at most.
class SuggestionMemory {
 public:
  SuggestionMemory();
  SuggestionMemory(SuggestionMemory&&) noexcept;
  SuggestionMemory& operator=(SuggestionMemory&&) noexcept;
  ~SuggestionMemory();

  // Before the first word of another document.
  void begin_document();

 private:
  friend class Suggester;
  struct Known;
  std::unique_ptr<Known> known_;
};

// How far words are sought: as far as it takes, or one or two edits away only, and where they sound
// alike. Some four times as fast.
enum class Reach : std::uint8_t { far, close };

// What gives the words of an index of lists, where they are kept; each is asked for once.
using ListedSource = std::function<ListedWords(const lexicon::ListIndex&)>;

// Deterministic, const, shared by all threads. The vocabulary must outlive it. Cheap to make: what
// it needs beyond the vocabulary is built on the first question.
class Suggester {
 public:
  // Without a source it makes the words of lists itself.
  explicit Suggester(const lexicon::Vocabulary& vocabulary, ListedSource source = {});
  Suggester(Suggester&&) noexcept;
  Suggester& operator=(Suggester&&) noexcept;
  ~Suggester();

  // At most `limit` replacements for `word` as written, best first: its capitals and its "'s" carry
  // over. `document`, sorted by word, lends its frequent words, and those that it has at all come
  // before others as good. A word that `dialect` spells
  // otherwise comes behind its own spelling; without one, American comes before others as good.
  // Some 0.3 ms; nothing for words over 63 bytes. With a `memory`, which is for this suggester
  // alone and for this document since its begin_document(), the answers are the same.
  [[nodiscard]] std::vector<Suggestion> suggest(
      std::string_view word, std::span<const DocumentWord> document = {}, std::size_t limit = 5,
      std::optional<lexicon::Dialect> dialect = std::nullopt, SuggestionMemory* memory = nullptr,
      Reach reach = Reach::far) const;

  // Whether a lower-case word of at most SCOWL size `tier` is one edit from the folded word. Some
  // 20 µs; with a `memory`, as above, once for each word.
  [[nodiscard]] bool is_near_common(std::string_view folded, std::uint8_t tier,
                                    SuggestionMemory* memory = nullptr) const;
  // Whether a word of a list of things that is written with a capital ("Juvederm"), or any word of
  // a list, is one slip away as is_slip_of_name() has it. Some 30 µs.
  [[nodiscard]] bool is_slip_of_listed_name(std::string_view folded) const;
  [[nodiscard]] bool is_slip_of_listed_word(std::string_view folded) const;
  // A name as a list writes it, with a capital inside ("JavaScript"), by its fold; empty where no
  // list has such a one. O(log n).
  [[nodiscard]] std::string_view name_with_inner_capital(std::string_view folded) const;

 private:
  struct State;
  [[nodiscard]] std::uint8_t nearest_tier(std::string_view folded) const;
  [[nodiscard]] std::vector<Suggestion> suggest_part(std::string_view word,
                                                     std::span<const DocumentWord> document,
                                                     std::size_t limit,
                                                     std::optional<lexicon::Dialect> dialect) const;
  std::unique_ptr<State> state_;
};

}  // namespace linter::checks::spelling
