#include "linter/run/meant.h"

#include <algorithm>
#include <utility>

#include "linter/base/utf8.h"

namespace linter::run {

bool MeantArticle::make(const lexicon::Reading& written, const lexicon::TriggerTable& triggers,
                        std::vector<prose::Correction> meant) {
  if (meant.empty()) return false;
  lexicon::Lexicon& lexicon = written.lexicon;
  std::erase_if(meant, [&](const prose::Correction& one) {
    return lexicon[lexicon.intern(one.meant)].triggers.empty() ||
           triggers.names(base::lower(written.view(one.text)));
  });
  if (meant.empty()) return false;
  std::ranges::sort(meant, {}, &prose::Correction::text);
  const auto overlaps = [](const prose::Correction& a, const prose::Correction& b) {
    return a.text.overlaps(b.text);
  };
  meant.erase(std::ranges::unique(meant, overlaps).begin(), meant.end());
  words_.clear();
  for (prose::Correction& one : meant) {
    words_.push_back(
        {written.article.source_span(one.text), std::string(written.view(one.text)), one.meant});
  }
  article_ = prose::corrected(written.article, meant);
  sentences::split(article_, text_);
  lexicon.annotate(article_.view, text_);
  reading_.emplace(written.source, article_, text_, lexicon);
  return true;
}

void MeantArticle::settle(std::vector<findings::Finding>& findings, std::size_t begin) const {
  for (std::size_t i = begin; i < findings.size(); ++i) {
    for (const Word& word : words_) explain(findings[i], word);
  }
  const auto mends_a_misspelling = [&](const findings::Finding& finding) {
    return finding.category == findings::Category::wording && !finding.suggestions.empty() &&
           std::ranges::any_of(words_, [&](const Word& word) {
             return finding.location.span.overlaps(word.source);
           });
  };
  const auto rest =
      std::ranges::subrange(findings.begin() + static_cast<std::ptrdiff_t>(begin), findings.end());
  const auto gone = std::ranges::remove_if(rest, mends_a_misspelling);
  findings.erase(gone.begin(), gone.end());
}

// Where the message quotes what is meant.
void MeantArticle::explain(findings::Finding& finding, const Word& word) {
  if (finding.location.span.contains(word.source) && finding.message.contains(word.meant))
    finding.message += " (“" + word.written + "” is read as “" + word.meant + "”.)";
}

}  // namespace linter::run
