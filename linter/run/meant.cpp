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
  std::ranges::sort(words_, {}, [](const Word& word) { return word.source.begin; });
  article_ = prose::corrected(written.article, meant);
  sentences::split(article_, text_);
  lexicon.annotate(article_.view, text_);
  reading_.emplace(written.source, article_, text_, lexicon);
  return true;
}

void MeantArticle::settle(std::vector<findings::Finding>& findings, std::size_t begin) const {
  const auto begin_of = [](const Word& word) { return word.source.begin; };
  const auto end_of = [](const Word& word) { return word.source.end; };
  const auto words_in = [&](const base::Span& span) {
    const auto first = std::ranges::upper_bound(words_, span.begin, {}, end_of);
    return std::ranges::subrange(
        first, std::ranges::lower_bound(first, words_.end(), span.end, {}, begin_of));
  };
  for (std::size_t i = begin; i < findings.size(); ++i) {
    for (const Word& word : words_in(findings[i].location.span)) explain(findings[i], word);
  }
  const auto mends_a_misspelling = [&](const findings::Finding& finding) {
    return finding.category == findings::Category::wording && !finding.suggestions.empty() &&
           !words_in(finding.location.span).empty();
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
