// "Waxing hurts more than the laser": two things held against each other.
//
// The two are kept in the order of their ids, so that the same comparison the other way round is
// the same claim denied; what they are compared in is the claim's condition.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/hash.h"

namespace linter::assertions {
namespace {

using lexicon::PartOfSpeech;

struct Measured {
  std::uint64_t in = 0;  // digest of what the two are compared in
  bool less = false;
  Span words;
};

// Looks before "than" for what is compared.
class ComparisonReader {
 public:
  ComparisonReader(const knowledge::Knowledge& knowledge, const lexicon::Reading& reading,
                   const SentenceFinds& finds, std::uint32_t first_token)
      : knowledge_(knowledge), reading_(reading), finds_(finds), first_(first_token) {}

  [[nodiscard]] std::optional<Measured> before(std::uint32_t than) {
    static constexpr std::uint32_t reach = 6;  // tokens from the comparative to "than"
    for (std::uint32_t at = than; at-- > first_ && than - at <= reach;) {
      const std::string_view word = text(at);
      if (word == "more" || word == "less" || word == "fewer") {
        const std::uint32_t of = at + 1 < than ? at + 1 : last_content_before(at);
        if (of == at) return std::nullopt;
        const bool less = word != "more";
        if (const knowledge::Band* scale = scale_at(of))
          return Measured{base::hash64(scale->name), less != is_less(*scale), text_span(at)};
        return Measured{topic_at(of), less, text_span(at)};
      }
      if (word == "better" || word == "worse")
        return Measured{base::hash64("good") ^ done_before(at), word == "worse",
                        reading_.text.tokens[at].text};
      const bool measured_by_more =
          at > first_ && (text(at - 1) == "more" || text(at - 1) == "less");
      if (measured_by_more) continue;
      if (const knowledge::Band* scale = scale_at(at))
        return Measured{base::hash64(scale->name), is_less(*scale), text_span(at)};
      if (is_comparative(at, word)) {
        std::uint64_t in =
            base::hash64(word.substr(0, word.size() - (word.ends_with("ier") ? 3 : 2)));
        if (at + 2 < than && text(at + 1) == "to") in ^= topic_at(at + 2);
        return Measured{in, false, reading_.text.tokens[at].text};
      }
    }
    return std::nullopt;
  }

 private:
  // "cheap" and "expensive" lie on one scale.
  [[nodiscard]] const knowledge::Band* scale_at(std::uint32_t token) const {
    for (const Found& found : finds_.bands) {
      const knowledge::Band& band = knowledge_.bands[found.id];
      if (found.first_token <= token && token < found.end_token &&
          (band.of == knowledge::Band::Of::more || is_less(band)))
        return &band;
    }
    return nullptr;
  }
  [[nodiscard]] static bool is_less(const knowledge::Band& band) {
    return band.of == knowledge::Band::Of::less;
  }
  [[nodiscard]] Span text_span(std::uint32_t token) const {
    return reading_.text.tokens[token].text;
  }
  [[nodiscard]] std::string_view text(std::uint32_t token) const {
    return reading_.view(reading_.text.tokens[token].text);
  }
  [[nodiscard]] lexicon::PosMask parts(std::uint32_t token) const {
    const sentences::Token& one = reading_.text.tokens[token];
    return one.kind == sentences::TokenKind::word ? reading_.lexicon[one.word].parts
                                                  : lexicon::PosMask{};
  }
  // "harder", "longer"; not "after", "laser"
  [[nodiscard]] bool is_comparative(std::uint32_t token, std::string_view word) const {
    return word.size() > 4 && word.ends_with("er") && word != "rather" && word != "other" &&
           (lexicon::has(parts(token), PartOfSpeech::adjective) ||
            lexicon::has(parts(token), PartOfSpeech::adverb));
  }
  // The verb or adjective behind which "more than" stands ("hurts more than").
  [[nodiscard]] std::uint32_t last_content_before(std::uint32_t token) const {
    return token > first_ ? token - 1 : token;
  }
  // What is done better ("insulates better than"); 0 where it only is better.
  [[nodiscard]] std::uint64_t done_before(std::uint32_t better) {
    if (better == first_) return 0;
    std::uint32_t at = better - 1;
    while (at > first_ && (text(at) == "much" || text(at) == "far" || text(at) == "even" ||
                           text(at) == "a" || text(at) == "lot" || text(at) == "slightly"))
      --at;
    const bool does = lexicon::has(parts(at), PartOfSpeech::finite_verb) ||
                      lexicon::has(parts(at), PartOfSpeech::verb);
    const bool helps = lexicon::has(parts(at), PartOfSpeech::auxiliary) ||
                       lexicon::has(parts(at), PartOfSpeech::modal);
    return does && !helps ? base::hash64(stemmer_.stem(text(at))) : 0;
  }
  // A concept where it is one ("painful" and "hurts" are pain), else the word without its ending.
  [[nodiscard]] std::uint64_t topic_at(std::uint32_t token) {
    for (const Mention& mention : finds_.mentions)
      if (mention.first_token <= token && token < mention.end_token) return mention.meaning + 1U;
    return base::hash64(stemmer_.stem(text(token)));
  }

  const knowledge::Knowledge& knowledge_;
  const lexicon::Reading& reading_;
  const SentenceFinds& finds_;
  std::uint32_t first_;
  knowledge::Stemmer stemmer_;
};

}  // namespace

// The frame in which a thing is held against others of its type; none where there is no such frame.
FrameId Extractor::comparison_of(const Mention& mention) const {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  const auto found = std::ranges::find_if(
      comparison_frames_, [&](FrameId frame) { return knowledge_->fills(type, frame); });
  return found == comparison_frames_.end() ? knowledge::none : *found;
}

// "Sheep wool insulates better": what it does, not a thing beside it.
bool Extractor::does(const Mention& mention) {
  const context::Clause clause = clause_of(mention);
  return !clause.subject.empty() && clause.verb.overlaps(mention.text) &&
         !clause.subject.overlaps(mention.text);
}

// Whether a sentence holds something that can be compared, and "than".
bool Extractor::may_compare(std::uint32_t sentence) const {
  if (comparison_frames_.empty()) return false;
  const auto fills = [&](const Mention& mention) {
    return comparison_of(mention) != knowledge::none;
  };
  return std::ranges::any_of(finds_.mentions, fills) &&
         than_in(sentence) < reading_->text.sentences[sentence].end_token;
}

// The token, or the end of the sentence where it is not there.
std::uint32_t Extractor::than_in(std::uint32_t sentence) const {
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  std::uint32_t than = place.first_token;
  while (than < place.end_token && reading_->view(reading_->text.tokens[than].text) != "than")
    ++than;
  return than;
}

// "Lasers hurt no more than waxing", but not "No laser hurts more than waxing".
bool Extractor::is_denied_behind(const Mention& first, Span compared) {
  return std::ranges::all_of(context_->explain(compared), [&](const context::Evidence& evidence) {
    return evidence.category != context::Category::negated || evidence.cue.begin >= first.text.end;
  });
}

void Extractor::add_comparison(std::uint32_t sentence, std::vector<Assertion>& assertions) {
  static constexpr std::uint32_t reach = 4;  // tokens from "than" to what is compared with
  if (!may_compare(sentence)) return;
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const std::uint32_t than = than_in(sentence);
  const Mention* second = nullptr;
  FrameId frame = knowledge::none;
  for (const Mention& mention : finds_.mentions) {
    if (second != nullptr || mention.first_token <= than || mention.first_token - than > reach)
      continue;
    frame = comparison_of(mention);
    if (frame != knowledge::none) second = &mention;
  }
  if (second == nullptr) return;
  const Mention* first = nullptr;
  for (const Mention& mention : finds_.mentions)
    if (mention.end_token <= than && comparison_of(mention) == frame && !does(mention))
      first = &mention;
  const auto measured_in =
      ComparisonReader(*knowledge_, *reading_, finds_, place.first_token).before(than);
  if (!measured_in) return;
  const bool turned = is_negated(measured_in->words, {});
  if (turned && (first == nullptr || !is_denied_behind(*first, measured_in->words))) return;
  Subject subject;
  if (first != nullptr)
    subject = {first->meaning, Origin::clause, stated, first->text};
  else
    subject = subjects_.of(*second, {second->text, {}, {}}, {});
  if (subject.meaning == knowledge::none || subject.meaning == second->meaning) return;
  Assertion made;
  made.sentence = place.text;
  made.origin = subject.origin;
  made.subject = subject.text;
  made.meaning = second->text;
  made.frame_cue = measured_in->words;
  made.words =
      joined(joined(measured_in->words, second->text), first == nullptr ? Span{} : first->text);
  Claim& claim = made.claim;
  say_how(measured_in->words, measured_in->words, made);
  if (claim.force == Force::comparison) claim.force = Force::statement;
  claim.frame = frame;
  claim.frame_confidence = stated;
  claim.subject = std::min(subject.meaning, second->meaning);
  claim.meaning = std::max(subject.meaning, second->meaning);
  claim.subject_confidence = subject.confidence;
  claim.denied = (measured_in->less != (subject.meaning > second->meaning)) != turned;
  if (turned) claim.likelihood = as_much_or_less;
  claim.conditional = true;
  claim.condition = measured_in->in | 1U;
  assertions.push_back(made);
}

}  // namespace linter::assertions
