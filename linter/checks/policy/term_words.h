// What the judges of a term's forms ask of an article's words.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/checks/policy/rule.h"
#include "linter/checks/policy/word_kinds.h"
#include "linter/lexicon/part_of_speech.h"

namespace linter::checks::policy {

// Refers to the scene. Costs nothing to make.
class Terms {
 public:
  explicit Terms(const Scene& scene) : scene_(scene), tokens_(scene.reading.text.tokens) {}

  [[nodiscard]] const sentences::Token& token(std::uint32_t at) const { return tokens_[at]; }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return scene_.view(tokens_[at].text);
  }
  [[nodiscard]] bool is_word(std::uint32_t at) const {
    return tokens_[at].kind == sentences::TokenKind::word;
  }
  [[nodiscard]] const WordKind& kind(std::uint32_t at) const {
    return scene_.words.of(tokens_[at].word);
  }
  [[nodiscard]] bool can_be(std::uint32_t at, lexicon::PartOfSpeech part) const {
    return is_word(at) && lexicon::has(kind(at).parts, part);
  }
  // A noun or an adjective that is nobody's name.
  [[nodiscard]] bool is_common(std::uint32_t at) const {
    using enum lexicon::PartOfSpeech;
    return !can_be(at, proper_noun) && !is_small(at) &&
           lexicon::has(kind(at).parts & (noun | adjective), can_be(at, noun) ? noun : adjective);
  }
  [[nodiscard]] bool is_small(std::uint32_t at) const {
    using enum lexicon::PartOfSpeech;
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

  // "Clinic", "Spa": what names of houses end with.
  [[nodiscard]] bool is_house(std::uint32_t at) const {
    constexpr std::array<std::string_view, 15> houses{
        "clinic", "clinics", "spa",     "medspa", "centre",    "center",     "studio",  "salon",
        "house",  "academy", "hospital", "institute", "aesthetics", "dermatology", "wellness"};
    return is_word(at) && std::ranges::find(houses, kind(at).folded) != houses.end();
  }
  [[nodiscard]] const lexicon::Reading& reading() const { return scene_.reading; }
  // Whether a dictionary has the word as it is written; and in small letters.
  [[nodiscard]] bool is_known(std::uint32_t at) const {
    return scene_.reading.lexicon.accepts(tokens_[at].word);
  }
  [[nodiscard]] bool is_known_small(std::uint32_t at) const {
    return scene_.reading.lexicon.accepts(kind(at).folded_id);
  }

  [[nodiscard]] bool begins_sentence(std::uint32_t at) const {
    const sentences::Text& text = scene_.reading.text;
    return text.sentences[text.sentence_at(tokens_[at].text.begin)].first_token == at;
  }

  template <class Visit>
  void each_sentence(const Visit& visit) const {
    for (const sentences::Sentence& sentence : scene_.reading.text.sentences) {
      const prose::Block& block = scene_.reading.article.blocks[sentence.block];
      if (scene_.rule.filters.front().places.admit(block)) visit(sentence);
    }
  }

  // Those that have a word or mark of that kind.
  template <class Visit>
  void each_sentence_with(Role role, const Visit& visit) const {
    const std::span<const Roles> roles = scene_.words.roles_by_sentence();
    const sentences::Sentence* const first = scene_.reading.text.sentences.data();
    each_sentence([&](const sentences::Sentence& sentence) {
      if ((roles[static_cast<std::size_t>(&sentence - first)] & static_cast<Roles>(role)) != 0)
        visit(sentence);
    });
  }

  [[nodiscard]] bool is_heading(const sentences::Sentence& sentence) const {
    const prose::Scopes scopes = scene_.reading.article.blocks[sentence.block].scopes;
    return (scopes & (set_of(prose::Scope::heading) | set_of(prose::Scope::title))) != 0;
  }

  void report(base::Span where, std::string wanted, std::size_t count) const {
    Report made{.where = where, .suggestions = {wanted}};
    made.values = {{"suggestion", std::move(wanted)}, {"count", std::to_string(count)}};
    scene_.reports.push_back(std::move(made));
  }

 private:
  const Scene& scene_;
  const std::vector<sentences::Token>& tokens_;
};

}  // namespace linter::checks::policy
