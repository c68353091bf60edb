// A small article written in a test, with the span in question in square brackets.
//
// One block a line: "# heading", "## ...", "- item", "> quotation", "| cell | cell" (the first row
// of a table is its header), anything else a paragraph. Apostrophes are straight, as in a view.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/context/context.h"
#include "linter/lexicon/reading.h"
#include "linter/prose/article.h"
#include "linter/sentences/text.h"
#include "linter/source/source.h"

namespace tests {

// What all drafts of a test program share: the English vocabulary and the shipped cues.
class English {
 public:
  English();
  [[nodiscard]] const linter::context::CueSet& cues() const { return cues_; }
  // The shipped cues and those of `yaml`; a failed expectation where they do not read.
  [[nodiscard]] static linter::context::CueSet cues_with(std::string_view yaml);
  [[nodiscard]] linter::lexicon::Lexicon& lexicon() { return *lexicon_; }

 private:
  std::unique_ptr<linter::lexicon::Vocabulary> vocabulary_;
  linter::lexicon::TriggerTable triggers_;
  std::unique_ptr<linter::lexicon::Lexicon> lexicon_;
  linter::context::CueSet cues_;
};
[[nodiscard]] English& english();

class Draft {
 public:
  // `marked` holds one [span]; without one the span is empty.
  Draft(std::string_view marked, English& language);

  [[nodiscard]] const linter::lexicon::Reading& reading() const { return reading_; }
  [[nodiscard]] linter::base::Span span() const { return span_; }
  [[nodiscard]] std::string_view text(linter::base::Span span) const {
    return span.of(article_.view);
  }

 private:
  void read(std::string_view marked);
  void add_line(std::string_view line);
  void add_block(std::string_view text, linter::prose::Block block);
  void end_table();

  linter::source::Source source_;
  linter::prose::Article article_;
  linter::sentences::Text text_;
  linter::lexicon::Reading reading_;
  linter::base::Span span_;
  std::uint32_t groups_ = 0;
  std::vector<std::uint32_t> header_;  // of the open table
  bool in_list_ = false;
  bool in_table_ = false;
};

// "negated hedged": the categories that hold, in the enumerators' order, separated by spaces.
[[nodiscard]] std::string names_of(linter::context::Categories categories);

// `part` so many times.
[[nodiscard]] std::string repeated(std::string_view part, std::size_t times);

}  // namespace tests
