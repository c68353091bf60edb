// The one interface of everything that looks for defects: article -> {findings, summaries}, and summaries -> findings.
//
// The second function sees summaries of all articles of a run, so that consistency, terms and contradictions across
// articles need no path of their own. Both are deterministic: the same articles in any order, on any number of threads,
// give the same findings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/assertions/extract.h"
#include "linter/base/result.h"
#include "linter/context/context.h"
#include "linter/findings/finding.h"
#include "linter/lexicon/reading.h"
#include "linter/prose/corrected.h"

namespace linter::checks {

struct SummaryList;  // checks/summaries.h

// What an article tells the corpus: a small, self-contained record that could travel to another machine.
struct Summary {
  std::string check;             // Check::name
  std::string key;               // records with the same (check, key) are judged together
  std::string value;             // the check's own, opaque to everybody else
  std::uint32_t count = 1;       // how often it stands in the article
  findings::Location location;   // the first place; positions filled like those of findings
  std::string quote{};           // the sentence around the place as its reader has it, shortened; may be empty
  std::uint64_t identity = 0;    // the check's own: what tells the place from others of its file
  bool asked = true;             // false: the article is only read to be compared with others
};

struct ArticleResult {
  std::vector<findings::Finding> findings;
  std::vector<Summary> summaries;
  std::vector<base::Error> errors;   // what could not be checked: pattern_too_slow
  std::vector<prose::Correction> meant;   // what misspelt words are read as by the checks that follow, in no order
  std::optional<std::vector<assertions::Assertion>> assertions;   // what the article asserts, once a check has asked
};

// What an article asserts: read by `extractor`, unless another check of the same article has asked before. All checks of
// an article share one knowledge. Valid as long as `result`.
[[nodiscard]] std::span<const assertions::Assertion> assertions_of(assertions::Extractor& extractor,
                                                                   const lexicon::Reading& reading,
                                                                   context::Context& context, ArticleResult& result);

// One instance per worker: it may keep buffers and handles, but nothing that changes its answers.
class Check {
 public:
  virtual ~Check() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;   // "spelling", "policy"

  // Appends what it finds. Locations carry file, span and text; positions, fingerprints and order are the caller's.
  virtual void check_article(const lexicon::Reading& reading, context::Context& context, ArticleResult& result) = 0;

  // Fills what only a finding that is printed needs (suggestions). Called once, before the next article.
  virtual void complete(const lexicon::Reading& reading, findings::Finding& finding);

  // Whether of this summary and its equals only the sum of their counts matters, and not where they stand.
  [[nodiscard]] virtual bool only_counts(const Summary& summary) const;

  // Whether a value of a summary means anything to this check, as it is: what is damaged, or comes of other packs, does
  // not. Its key is the check's affair, too.
  [[nodiscard]] virtual bool understands(const Summary& summary) const;

  // Appends the findings that follow from all summaries of this check, sorted by (key, file, begin).
  virtual void check_corpus(std::span<const Summary> summaries, std::vector<findings::Finding>& findings) const;

  // The same for a corpus whose summaries are packed. Unpacks them, unless the check knows better.
  virtual void check_table(const SummaryList& list, std::vector<findings::Finding>& findings) const;
};

}  // namespace linter::checks
