// Words that an article writes in other capitals.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {
namespace {

using sentences::Sentence;
using sentences::Shape;
using sentences::Token;
using std::string_view;

bool is_large(const Token& token) {
  return token.shape == Shape::upper || token.shape == Shape::mixed;
}

// Whether the words around say nothing about a word's capitals: "BEFORE YOUR LASIK".
bool is_shouted(const Terms& terms, const Sentence& sentence) {
  std::uint32_t upper = 0;
  std::uint32_t others = 0;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (terms.is_word(at)) ++(terms.token(at).shape == Shape::upper ? upper : others);
  }
  return upper > others;
}

// Whether a word in small letters stands beside the word.
bool is_among_lower(const Terms& terms, const Sentence& sentence, std::uint32_t at) {
  const auto is_lower = [&](std::uint32_t other) {
    return terms.is_word(other) && terms.token(other).shape == Shape::lower;
  };
  return (at > sentence.first_token && is_lower(at - 1)) ||
         (at + 1 < sentence.end_token && is_lower(at + 1));
}

// "KOJIC ACID": words of a label, whose capitals say nothing.
bool is_in_capitals(const Terms& terms, const Sentence& sentence, std::uint32_t at) {
  constexpr std::size_t least = 4;
  const auto is_upper = [&](std::uint32_t other) {
    return terms.is_word(other) && terms.token(other).shape == Shape::upper &&
           terms.token(other).text.size() >= least;
  };
  if (!is_upper(at)) return false;
  return (at > sentence.first_token && is_upper(at - 1)) ||
         (at + 1 < sentence.end_token && is_upper(at + 1));
}

// "LASIK" beside "Lasik": capitals inside a word that no dictionary has in small letters.
void judge_words(const Terms& terms, const IgnoredTerms& ignored) {
  struct Form {
    std::uint32_t count = 0;
    std::uint32_t first = 0;  // token
    bool large = false;
    std::uint32_t as_name = 0;  // behind a word in small letters
  };
  using Forms = std::map<string_view, Form>;  // by text
  constexpr std::size_t least = 4;
  // Visits the words that `asks` is true of. A sentence is looked at as a whole where it has one.
  const auto visit_all = [&](const auto& asks, const auto& visit) {
    terms.each_sentence([&](const Sentence& sentence) {
      std::optional<bool> shouted;
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (!terms.is_word(at) || terms.token(at).text.size() < least || !asks(at)) continue;
        if (is_in_capitals(terms, sentence, at)) continue;
        if (terms.kind(at).tier != 0 && !is_among_lower(terms, sentence, at)) continue;
        if (!shouted) shouted = is_shouted(terms, sentence);
        if (*shouted) return;
        visit(at);
      }
    });
  };
  const auto folded = [&](std::uint32_t at) { return terms.kind(at).folded; };
  std::set<string_view> wanted;
  std::vector<lexicon::WordId> ids;
  const auto is_odd = [&](std::uint32_t at) {
    const bool odd = terms.kind(at).tier == 0 ? is_large(terms.token(at))
                                              : terms.token(at).shape == Shape::upper;
    return odd && !ignored.contains(folded(at));
  };
  visit_all(is_odd, [&](std::uint32_t at) {
    if (wanted.insert(folded(at)).second) ids.push_back(terms.kind(at).folded_id);
  });
  if (wanted.empty()) return;
  std::ranges::sort(ids);
  std::map<string_view, Forms> forms;
  const auto is_wanted = [&](std::uint32_t at) {
    return std::ranges::binary_search(ids, terms.kind(at).folded_id);
  };
  visit_all(is_wanted, [&](std::uint32_t at) {
    Form& form = forms[folded(at)].try_emplace(terms.text(at), Form{0, at, false, 0}).first->second;
    form.large = is_large(terms.token(at));
    if (terms.follows(at) && terms.token(at - 1).shape == Shape::lower) ++form.as_name;
    ++form.count;
  });
  for (const auto& [letters, written] : forms) {
    if (written.size() < 2) continue;
    // Of a name the form that its owner gave it, or one with capitals, of another word the forms
    // with none inside, however often they stand.
    const bool is_word = terms.is_known_small(written.begin()->second.first);
    const auto rank = [&](const auto& one) {
      const std::uint32_t at = one.second.first;
      const Shape shape = terms.token(at).shape;
      const bool fits = is_word ? !one.second.large : shape != Shape::lower;
      const bool owned = !is_word && shape == Shape::mixed && terms.is_known(at);
      return std::make_tuple(fits, owned, one.second.count, ~at);
    };
    const auto usual = std::ranges::max_element(written, {}, rank);
    // A word that is in the dictionary may be large for emphasis, unless it is a name elsewhere.
    const bool in_dictionary = terms.kind(usual->second.first).tier != 0;
    const bool is_name = written.size() == 2 && usual->second.as_name >= 2 &&
                         terms.token(usual->second.first).shape == Shape::capitalised;
    if (in_dictionary && !is_name) continue;
    for (const auto& [text, form] : written) {
      if (text == usual->first || (!form.large && !usual->second.large)) continue;
      terms.report(terms.token(form.first).text, std::string(usual->first), usual->second.count);
    }
  }
}

}  // namespace

void judge_case(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  judge_words(terms, ignored);
}

}  // namespace linter::checks::policy
