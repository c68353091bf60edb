#include "linter/checks/policy/term_variants.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/checks/policy/word_kinds.h"
#include "linter/lexicon/part_of_speech.h"

namespace linter::checks::policy {
namespace {

using lexicon::PartOfSpeech;
using sentences::Sentence;
using sentences::Shape;
using sentences::Token;
using sentences::TokenKind;
using std::string_view;

class Terms {
 public:
  explicit Terms(const Scene& scene) : scene_(scene), tokens_(scene.reading.text.tokens) {}

  [[nodiscard]] const Token& token(std::uint32_t at) const { return tokens_[at]; }
  [[nodiscard]] string_view text(std::uint32_t at) const { return scene_.view(tokens_[at].text); }
  [[nodiscard]] bool is_word(std::uint32_t at) const { return tokens_[at].kind == TokenKind::word; }
  [[nodiscard]] const WordKind& kind(std::uint32_t at) const {
    return scene_.words.of(tokens_[at].word);
  }
  [[nodiscard]] bool can_be(std::uint32_t at, PartOfSpeech part) const {
    return is_word(at) && lexicon::has(kind(at).parts, part);
  }
  // A noun or an adjective that is nobody's name.
  [[nodiscard]] bool is_common(std::uint32_t at) const {
    using enum PartOfSpeech;
    return !can_be(at, proper_noun) && !is_small(at) &&
           lexicon::has(kind(at).parts & (noun | adjective), can_be(at, noun) ? noun : adjective);
  }
  [[nodiscard]] bool is_small(std::uint32_t at) const {
    using enum PartOfSpeech;
    constexpr lexicon::PosMask small = (determiner | pronoun) | (preposition | conjunction) |
                                       (subordinator | relative) | (auxiliary | modal) |
                                       (number | question_word);
    return is_word(at) && (kind(at).parts & small) != 0;
  }
  // Whether one space parts the word from the one before.
  [[nodiscard]] bool follows(std::uint32_t at) const {
    return at > 0 && is_word(at) && tokens_[at].space_before &&
           tokens_[at].text.begin == tokens_[at - 1].text.end + 1;
  }

  template <class Visit>
  void each_sentence(const Visit& visit) const {
    for (const Sentence& sentence : scene_.reading.text.sentences) {
      const prose::Block& block = scene_.reading.article.blocks[sentence.block];
      if (scene_.rule.filters.front().places.admit(block)) visit(sentence);
    }
  }

  void report(base::Span where, std::string wanted, std::size_t count) const {
    Report made{.where = where, .suggestions = {wanted}};
    made.values = {{"suggestion", std::move(wanted)}, {"count", std::to_string(count)}};
    scene_.reports.push_back(std::move(made));
  }

 private:
  const Scene& scene_;
  const std::vector<Token>& tokens_;
};

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

// "LASIK" beside "Lasik": capitals inside a word that no dictionary has in small letters.
void judge_words(const Terms& terms, const IgnoredTerms& ignored) {
  struct Form {
    std::uint32_t count = 0;
    std::uint32_t first = 0;  // token
    bool large = false;
  };
  using Forms = std::map<string_view, Form>;  // by text
  constexpr std::size_t least = 4;
  // Visits the words that `asks` is true of. A sentence is looked at as a whole where it has one.
  const auto visit_all = [&](const auto& asks, const auto& visit) {
    terms.each_sentence([&](const Sentence& sentence) {
      std::optional<bool> shouted;
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (!terms.is_word(at) || terms.token(at).text.size() < least || !asks(at)) continue;
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
    return is_large(terms.token(at)) && terms.kind(at).tier == 0 && !ignored.contains(folded(at));
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
    Form& form = forms[folded(at)].try_emplace(terms.text(at), Form{0, at, false}).first->second;
    form.large = is_large(terms.token(at));
    ++form.count;
  });
  for (const auto& [letters, written] : forms) {
    if (written.size() < 2) continue;
    const auto usual = std::ranges::max_element(written, [](const auto& a, const auto& b) {
      return a.second.count != b.second.count ? a.second.count < b.second.count
                                              : a.second.first > b.second.first;
    });
    for (const auto& [text, form] : written) {
      if (text == usual->first || (!form.large && !usual->second.large)) continue;
      terms.report(terms.token(form.first).text, std::string(usual->first), usual->second.count);
    }
  }
}

// Words in a row, as letters.
std::string sequence_of(const Terms& terms, std::uint32_t first, std::uint32_t behind) {
  std::string letters;
  for (std::uint32_t at = first; at < behind; ++at) {
    letters += terms.kind(at).folded;
    letters += ' ';
  }
  letters.pop_back();
  if (letters.ends_with('s') && !letters.ends_with("ss")) letters.pop_back();
  return letters;
}

// Whether a sentence is running text, in which a capital says something.
bool is_running(const Terms& terms, const Sentence& sentence) {
  constexpr int least_words = 4;
  int small = 0;
  int large = 0;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (terms.is_word(at)) ++(terms.token(at).shape == Shape::lower ? small : large);
  }
  return sentence.ending != sentences::Ending::none && small >= least_words && small >= large;
}

constexpr std::uint32_t most_words = 4;

// "Anal Fissure" beside "anal fissure".
void judge_phrases(const Terms& terms, const IgnoredTerms& ignored) {
  struct Run {
    std::uint32_t first;
    std::uint32_t behind;
  };
  std::map<std::string, Run> large;
  const auto capital = [&](std::uint32_t at) {
    return terms.token(at).shape == Shape::capitalised && terms.is_common(at);
  };
  // Two words in a row that are not in small letters.
  const auto has_run = [&](const Sentence& sentence) {
    bool last = false;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const bool here = terms.is_word(at) && terms.token(at).shape != Shape::lower;
      if (here && last) return true;
      last = here;
    }
    return false;
  };
  terms.each_sentence([&](const Sentence& sentence) {
    if (!has_run(sentence) || !is_running(terms, sentence)) return;
    // "A Chemical Peel is quick"
    const bool small_first = terms.is_small(sentence.first_token);
    for (std::uint32_t at = sentence.first_token + (small_first ? 1 : 0);
         at < sentence.end_token;) {
      std::uint32_t behind = at;
      while (behind < sentence.end_token && terms.is_word(behind) &&
             terms.token(behind).shape != Shape::lower && (behind == at || terms.follows(behind)))
        ++behind;
      const std::uint32_t length = behind - at;
      bool common = length >= 2 && length <= most_words;
      for (std::uint32_t each = at; common && each < behind; ++each) common = capital(each);
      const bool within = (at > sentence.first_token && terms.follows(at) &&
                           terms.token(at - 1).shape == Shape::lower) ||
                          (behind < sentence.end_token && terms.follows(behind));
      if (common && within) large.try_emplace(sequence_of(terms, at, behind), Run{at, behind});
      at = std::max(behind, at + 1);
    }
  });
  if (large.empty()) return;
  std::vector<lexicon::WordId> beginnings;
  for (const auto& [letters, run] : large) beginnings.push_back(terms.kind(run.first).folded_id);
  std::ranges::sort(beginnings);
  std::map<std::string, std::size_t> small;
  terms.each_sentence([&](const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token; at + 1 < sentence.end_token; ++at) {
      const bool begins = terms.is_word(at) &&
                          (terms.token(at).shape == Shape::lower || at == sentence.first_token);
      if (!begins || !std::ranges::binary_search(beginnings, terms.kind(at).folded_id)) continue;
      for (std::uint32_t behind = at + 1; behind < sentence.end_token && behind < at + most_words;
           ++behind) {
        if (!terms.follows(behind) || terms.token(behind).shape != Shape::lower) break;
        const std::string letters = sequence_of(terms, at, behind + 1);
        if (large.contains(letters)) ++small[letters];
      }
    }
  });
  for (const auto& [letters, count] : small) {
    if (ignored.contains(letters)) continue;
    const Run& run = large.at(letters);
    const base::Span where{terms.token(run.first).text.begin, terms.token(run.behind - 1).text.end};
    std::string wanted;
    for (std::uint32_t at = run.first; at < run.behind; ++at)
      wanted += (wanted.empty() ? "" : " ") + std::string(terms.kind(at).folded);
    terms.report(where, std::move(wanted), count);
  }
}

}  // namespace

void judge_case(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  judge_words(terms, ignored);
  judge_phrases(terms, ignored);
}

void judge_signs(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  struct Uses {
    std::vector<std::uint32_t> bare;  // tokens
    std::vector<std::uint32_t> marked;
  };
  std::map<string_view, Uses> all;
  const auto is_marked = [&](std::uint32_t at, std::uint32_t end) {
    if (at + 1 >= end || terms.token(at + 1).space_before || terms.token(at + 1).ascii)
      return false;
    return terms.text(at + 1) == "™" || terms.text(at + 1) == "®";
  };
  const auto visit_all = [&](const auto& visit) {
    terms.each_sentence([&](const Sentence& sentence) {
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (terms.is_word(at)) visit(at, is_marked(at, sentence.end_token));
      }
    });
  };
  visit_all([&](std::uint32_t at, bool marked) {
    if (marked && !ignored.contains(terms.kind(at).folded))
      all[terms.kind(at).folded].marked.push_back(at);
  });
  if (all.empty()) return;
  visit_all([&](std::uint32_t at, bool marked) {
    const auto found = marked ? all.end() : all.find(terms.kind(at).folded);
    const bool part = at > 0 && !terms.token(at).space_before && terms.text(at - 1) == "-";
    if (found != all.end() && terms.token(at).shape != Shape::lower && !part)
      found->second.bare.push_back(at);
  });
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
    // A noun before another one is a singular, as a rule.
    const bool mend_many = uses.many.size() <= uses.one.size();
    const std::uint32_t at = mend_many ? uses.many.front() : uses.one.front();
    const base::Span where{terms.token(at).text.begin, terms.token(at + 1).text.end};
    terms.report(where, term.first + (mend_many ? " " : "s ") + std::string(terms.text(at + 1)),
                 mend_many ? uses.one.size() : uses.many.size());
  }
}

}  // namespace linter::checks::policy
