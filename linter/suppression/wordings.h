// Where an article uses approved wording, and where it nearly does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/findings/finding.h"
#include "linter/suppression/approved.h"
#include "linter/suppression/normal_text.h"

namespace linter::suppression {

// Words of an approved wording and what an article has in their place; one side may be empty.
struct Difference {
  std::string approved;
  std::string written;
  bool operator==(const Difference&) const = default;
};

// A place where a wording stands, or one that is near to it.
struct Use {
  std::uint32_t statement = 0;  // index into Wordings::statements
  std::uint32_t wording = 0;    // 0: its text; else the number of the variant
  findings::Location location;  // of the words; positions are the caller's
  base::Span covers;  // the same with the marks around it: what it lets pass lies in there
  std::vector<Difference> differences;  // none: the wording itself
};

// Const once made; shared by all workers.
class Wordings {
 public:
  // Of more than max_approved_wordings wordings those that come later are not looked for.
  explicit Wordings(std::vector<Statement> statements);

  [[nodiscard]] const std::vector<Statement>& statements() const { return statements_; }
  [[nodiscard]] const std::string& text_of(const Use& use) const;

  // The places in the order of the article, the longer one first, without those within another use
  // of the same statement. A wording stands where its words do, in a block, and in as many
  // sentences; case, spaces, hyphens, quotes and punctuation do not count. Near is what has all but
  // a quarter of the words of a wording of at least five, in their order, and is used in no other
  // way; only with `near`.
  // Linear in the article; where a sentence shares most words with a wording, their product on top.
  [[nodiscard]] std::vector<Use> find(const std::string& path, std::string_view bytes,
                                      const prose::Article& article, const sentences::Text& text,
                                      bool near) const;

 private:
  friend class UseFinder;
  struct Wording {
    std::uint32_t statement = 0;
    std::uint32_t number = 0;
    std::string normal;
    std::vector<std::uint32_t> words;  // numbers of its words, in order
    std::vector<std::string> written;  // likewise, as written
    std::uint32_t distinct = 0;
    std::uint32_t sentences = 1;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  void add(std::uint32_t statement, std::uint32_t number, std::string_view text);

  std::vector<Statement> statements_;
  std::vector<Wording> wordings_;
  std::size_t shortest_ = 0;                      // bytes of the keys of `starts_`
  ByText<std::vector<std::uint32_t>> starts_;     // wordings by how they begin, longest first
  ByText<std::uint32_t> numbers_;                 // of words
  std::vector<std::vector<std::uint32_t>> with_;  // wordings of at least five words, by word
  std::uint32_t most_sentences_ = 1;
};

}  // namespace linter::suppression
