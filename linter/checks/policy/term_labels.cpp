// Labels that an article writes in other capitals.
#include <map>
#include <string>
#include <vector>

#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {
namespace {

using sentences::Sentence;
using sentences::Shape;
using Labels = std::vector<base::Span>;

bool is_heading_of_page(const Terms& terms, const Sentence& sentence) {
  return has(terms.reading().article.blocks[sentence.block].scopes, prose::Scope::title);
}

// "Lip filler", "Lip Filler: $50": two to five words that begin their block and stand by themselves
// there, the first with a capital and the others with or without. Empty where there are none.
base::Span label_of(const Terms& terms, const Sentence& sentence) {
  constexpr std::uint32_t most = 5;
  const std::uint32_t first = sentence.first_token;
  if (sentence.text.begin != terms.reading().article.blocks[sentence.block].text.begin) return {};
  if (terms.token(first).shape != Shape::capitalised) return {};
  std::uint32_t behind = first;
  for (; behind < sentence.end_token && terms.is_word(behind); ++behind) {
    const Shape shape = terms.token(behind).shape;
    if (shape != Shape::capitalised && shape != Shape::lower) return {};
    if (behind > first && !terms.follows(behind)) return {};
  }
  const bool stands_alone = behind == sentence.end_token || terms.text(behind) == ":";
  if (!stands_alone || behind < first + 2 || behind > first + most) return {};
  return {terms.token(first).text.begin, terms.token(behind - 1).text.end};
}

}  // namespace

void judge_labels(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  std::map<std::string, std::map<std::string_view, Labels>> all;  // by letters and by text
  terms.each_sentence([&](const Sentence& sentence) {
    const base::Span label = label_of(terms, sentence);
    if (label.empty() || is_heading_of_page(terms, sentence)) return;
    // Of headings only with headings of their level.
    std::string letters(
        1, static_cast<char>('0' + terms.reading().article.blocks[sentence.block].level));
    for (std::uint32_t at = sentence.first_token; terms.token(at).text.begin < label.end; ++at) {
      letters += ' ';
      letters += terms.kind(at).folded;
      if (at + 1 == sentence.end_token) break;
    }
    all[std::move(letters)][scene.view(label)].push_back(label);
  });
  for (const auto& [letters, forms] : all) {
    if (forms.size() != 2 || ignored.contains(letters.substr(2))) continue;
    const auto& [one, ones] = *forms.begin();
    const auto& [other, others] = *forms.rbegin();
    const bool keeps_one = ones.size() != others.size() ? ones.size() > others.size()
                                                        : ones.front().begin < others.front().begin;
    const Labels& odd = keeps_one ? others : ones;
    terms.report(odd.front(), std::string(keeps_one ? one : other),
                 (keeps_one ? ones : others).size());
  }
}

}  // namespace linter::checks::policy
