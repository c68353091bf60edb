#include "linter/checks/policy/term_variants.h"

#include <map>
#include <vector>

#include "linter/base/utf8.h"

#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {

using lexicon::PartOfSpeech;
using sentences::Sentence;
using sentences::Shape;
using std::string_view;

void judge_signs(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  struct Uses {
    std::vector<std::uint32_t> bare;  // tokens
    std::vector<std::uint32_t> marked;
  };
  std::map<string_view, Uses> all;
  const auto is_marked = [&](std::uint32_t at, std::uint32_t end) {
    if (at + 1 >= end || terms.token(at + 1).ascii) return false;
    return terms.text(at + 1) == "™" || terms.text(at + 1) == "®";
  };
  const auto visit_words = [&](const auto& visit) {
    return [&terms, &is_marked, &visit](const Sentence& sentence) {
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (terms.is_word(at)) visit(at, is_marked(at, sentence.end_token));
      }
    };
  };
  const auto add = [&](std::uint32_t at, bool marked) {
    if (marked && !ignored.contains(terms.kind(at).folded))
      all[terms.kind(at).folded].marked.push_back(at);
  };
  terms.each_sentence_with(Role::trade_mark, visit_words(add));
  if (all.empty()) return;
  const auto add_bare = [&](std::uint32_t at, bool marked) {
    const auto found = marked ? all.end() : all.find(terms.kind(at).folded);
    const bool part = at > 0 && !terms.token(at).space_before && terms.text(at - 1) == "-";
    if (found != all.end() && terms.token(at).shape != Shape::lower && !part)
      found->second.bare.push_back(at);
  };
  terms.each_sentence(visit_words(add_bare));
  for (const auto& [letters, uses] : all) {
    // Behind the first mention the sign may be left out, but then for good.
    if (uses.bare.empty() || uses.bare.front() > uses.marked.back()) continue;
    const std::uint32_t at = uses.bare.front();
    const std::uint32_t like = uses.marked.front();
    terms.report(terms.token(at).text,
                 std::string(terms.text(like)) + std::string(terms.text(like + 1)),
                 uses.marked.size());
  }
}

void judge_number(const Scene& scene, const IgnoredTerms& ignored) {
  using enum PartOfSpeech;
  const Terms terms(scene);
  struct Uses {
    std::vector<std::uint32_t> one;  // tokens of the first noun
    std::vector<std::uint32_t> many;
  };
  std::map<std::pair<std::string, string_view>, Uses> all;
  const auto is_noun = [&](std::uint32_t at) {
    return terms.is_word(at) && terms.can_be(at, noun) && !terms.can_be(at, adjective) &&
           !terms.is_small(at) && !terms.can_be(at, proper_noun);
  };
  // Behind these, most words are fixed terms: "results page" and "result page" are two things.
  const auto is_of_care = [&](std::uint32_t at) { return terms.kind(at).is(Role::care); };
  // "The laser targets hair", where no article or adjective stands before it and no act behind.
  const auto acts = [&](const Sentence& sentence, std::uint32_t at) {
    if (!terms.can_be(at, finite_verb) || at == sentence.first_token) return false;
    if (at - 1 == sentence.first_token) return false;
    if (terms.can_be(at - 1, relative) || terms.can_be(at - 1, noun)) return true;
    return !terms.can_be(at - 1, determiner) && !terms.can_be(at - 1, preposition) &&
           !terms.can_be(at - 1, adjective);
  };
  std::vector<std::uint32_t> singles;
  std::vector<std::uint32_t> plurals;
  terms.each_sentence([&](const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token; at + 1 < sentence.end_token; ++at) {
      if (!terms.is_word(at + 1) || !is_of_care(at + 1)) continue;
      if (!terms.follows(at + 1) || !is_noun(at)) continue;
      if (!terms.can_be(at, plural)) {
        singles.push_back(at);
      } else if (!acts(sentence, at)) {
        plurals.push_back(at);
      }
    }
  });
  for (const std::uint32_t at : plurals) {
    std::string stem(terms.kind(at).folded);
    if (!stem.ends_with('s') || stem.ends_with("ss") || ignored.contains(stem)) continue;
    stem.pop_back();
    all[{std::move(stem), terms.kind(at + 1).folded}].many.push_back(at);
  }
  if (all.empty()) return;
  for (const std::uint32_t at : singles) {
    const auto found = all.find({std::string(terms.kind(at).folded), terms.kind(at + 1).folded});
    if (found != all.end()) found->second.one.push_back(at);
  }
  for (const auto& [term, uses] : all) {
    if (uses.one.empty()) continue;
    // A noun before another one is a singular, however often the article has it otherwise.
    const std::uint32_t at = uses.many.front();
    const base::Span where{terms.token(at).text.begin, terms.token(at + 1).text.end};
    const bool begins = terms.token(at).shape == Shape::capitalised;
    terms.report(where,
                 (begins ? base::capitalised(term.first) : term.first) + " " +
                     std::string(terms.text(at + 1)),
                 uses.one.size());
  }
}

}  // namespace linter::checks::policy
