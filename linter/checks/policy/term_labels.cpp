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
using Labels = std::vector<const Sentence*>;

bool is_heading_of_page(const Terms& terms, const Sentence& sentence) {
  return has(terms.reading().article.blocks[sentence.block].scopes, prose::Scope::title);
}

// "Lip filler", "Lip Filler": two to five words that are all of their block, the first with a capital and
// the others with or without.
bool is_label(const Terms& terms, const Sentence& sentence) {
  constexpr std::uint32_t most = 5;
  const prose::Block& block = terms.reading().article.blocks[sentence.block];
  const std::uint32_t size = sentence.end_token - sentence.first_token;
  if (size < 2 || size > most || sentence.text != block.text) return false;
  if (terms.token(sentence.first_token).shape != Shape::capitalised) return false;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    const Shape shape = terms.token(at).shape;
    if (!terms.is_word(at) || (shape != Shape::capitalised && shape != Shape::lower)) return false;
    if (at > sentence.first_token && !terms.follows(at)) return false;
  }
  return true;
}

}  // namespace

void judge_labels(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  std::map<std::string, std::map<std::string_view, Labels>> all;  // by letters and by text
  terms.each_sentence([&](const Sentence& sentence) {
    if (is_heading_of_page(terms, sentence) || !is_label(terms, sentence)) return;
    // Of headings only with headings of their level.
    std::string letters(1, static_cast<char>('0' + terms.reading().article.blocks[sentence.block].level));
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      letters += ' ';
      letters += terms.kind(at).folded;
    }
    all[std::move(letters)][scene.view(sentence.text)].push_back(&sentence);
  });
  for (const auto& [letters, forms] : all) {
    if (forms.size() != 2 || ignored.contains(letters.substr(2))) continue;
    const auto& [one, ones] = *forms.begin();
    const auto& [other, others] = *forms.rbegin();
    const bool keeps_one = ones.size() != others.size()
                               ? ones.size() > others.size()
                               : ones.front()->text.begin < others.front()->text.begin;
    const Labels& odd = keeps_one ? others : ones;
    terms.report(odd.front()->text, std::string(keeps_one ? one : other),
                 (keeps_one ? ones : others).size());
  }
}

}  // namespace linter::checks::policy
