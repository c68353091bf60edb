// Which verbs of a sentence are said of something: neither asked for, advised, nor part of a name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/checks/policy/inflected_words.h"
#include "linter/checks/policy/rule.h"

namespace linter::checks::policy {

// The last verb of a sentence that was said of something.
struct Said {
  bool is_there = false;
  std::uint32_t at = 0;
  Form form = Form::base;
};

// One sentence's tokens. Cheap to make; must not outlive the scene.
class SaidVerbs {
 public:
  SaidVerbs(const Scene& scene, const sentences::Sentence& sentence)
      : scene_(scene), tokens_(scene.reading.text.tokens), sentence_(sentence) {}

  [[nodiscard]] std::uint32_t first() const { return sentence_.first_token; }
  [[nodiscard]] std::uint32_t end() const { return sentence_.end_token; }
  // Folded; of a mark, the mark.
  [[nodiscard]] std::string_view word(std::uint32_t at) const;
  [[nodiscard]] bool is_word(std::uint32_t at) const {
    return tokens_[at].kind == sentences::TokenKind::word ||
           tokens_[at].kind == sentences::TokenKind::number;
  }
  [[nodiscard]] base::Span span(std::uint32_t from, std::uint32_t to) const {
    return {tokens_[from].text.begin, tokens_[to - 1].text.end};
  }
  // The first token of the clause that this one stands in.
  [[nodiscard]] std::uint32_t begin_of_clause(std::uint32_t at) const;
  // The token behind a wording whose first word stands here; 0 where its others do not follow.
  [[nodiscard]] std::uint32_t end_of(const Wording& wording, std::uint32_t at) const;
  // Whether the verb that stands here in this form is said of something. `last`: the one before.
  [[nodiscard]] bool is_said(std::uint32_t at, Form form, const Said& last) const;
  // "lines are visibly softened": the first auxiliary before the participle that stands here; in an
  // item without one, the adverbs or the participle itself; 0 where nothing is undergone.
  [[nodiscard]] std::uint32_t passive_of(std::uint32_t participle) const;
  // "people with acne are treated": whether the noun that begins here only tells of whom or of what
  // the clause speaks.
  [[nodiscard]] bool is_aside(std::uint32_t noun) const;
  // "a visible reduction of lines": whether the noun is given or got, or stands without a verb.
  [[nodiscard]] bool is_given(std::uint32_t noun) const;

 private:
  [[nodiscard]] lexicon::PosMask parts(std::uint32_t at) const {
    return is_word(at) ? scene_.reading.lexicon[tokens_[at].word].parts : lexicon::PosMask{};
  }
  [[nodiscard]] bool can_be(std::uint32_t at, lexicon::PosMask mask) const {
    return (parts(at) & mask) != 0;
  }
  [[nodiscard]] bool can_be(std::uint32_t at, lexicon::PartOfSpeech part) const {
    return lexicon::has(parts(at), part);
  }
  [[nodiscard]] bool is_adverb(std::uint32_t at) const;
  [[nodiscard]] bool opens_alone() const;
  [[nodiscard]] bool is_verbless() const;
  [[nodiscard]] bool opens_with(std::uint32_t at, Form form) const;
  [[nodiscard]] bool begins_noun(std::uint32_t at) const;
  [[nodiscard]] bool names_treatment(std::uint32_t behind) const;
  [[nodiscard]] bool continues(std::uint32_t joint, std::uint32_t at, Form form,
                               const Said& last) const;
  [[nodiscard]] bool is_base_said(std::uint32_t previous) const;
  [[nodiscard]] bool is_able(std::uint32_t to) const;
  [[nodiscard]] bool is_purpose(std::uint32_t to) const;
  [[nodiscard]] bool is_helped(std::uint32_t at) const;
  [[nodiscard]] bool names_activity(std::uint32_t previous) const;
  [[nodiscard]] bool is_gerund_said(std::uint32_t previous) const;

  const Scene& scene_;
  const std::vector<sentences::Token>& tokens_;
  const sentences::Sentence& sentence_;
};

}  // namespace linter::checks::policy
