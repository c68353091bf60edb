// agreement: a verb that does not fit its subject, or a comma that parts the two.
#include <algorithm>
#include <array>
#include <set>

#include "linter/base/one_of.h"
#include "linter/base/utf8.h"
#include "linter/checks/policy/joined_subject.h"
#include "linter/checks/policy/noun_phrase.h"
#include "linter/checks/policy/rule_compiler.h"
#include "linter/lexicon/inflection.h"
#include "linter/lexicon/part_of_speech.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::policy {
namespace {

using enum lexicon::PartOfSpeech;
using lexicon::PosMask;
using lexicon::is_of;
using lexicon::WordClass;
using packs::Shape;
using packs::ShapeKind;
using base::is_one_of;
using std::string_view;

enum class Fault : std::uint8_t { verb, relative, comma };
constexpr std::array<string_view, 3> fault_names{"verb", "relative", "comma"};
constexpr Shape fault_shape{.kind = ShapeKind::choice,
                            .names = [] { return std::span<const string_view>(fault_names); }};
constexpr std::array<packs::Field, 2> agreement_fields{{
    {"fault", &fault_shape, true,
     "verb: “the pros of it is”; relative: “methods which consists”; comma: “the peel, is”."},
    {"ignore", &packs::texts_shape, false,
     "Nouns that are left alone, such as those that take either number."},
}};
constexpr std::array<string_view, 2> agreement_placeholders{"subject", "suggestion"};

constexpr PosMask bits(lexicon::PartOfSpeech part) {
  return static_cast<PosMask>(part);
}

// The verb in the other number.
std::string in_number(string_view verb, Number wanted) {
  struct Pair {
    string_view singular;
    string_view plural;
  };
  constexpr std::array<Pair, 4> pairs{
      {{"is", "are"}, {"was", "were"}, {"has", "have"}, {"does", "do"}}};
  for (const Pair& pair : pairs) {
    const string_view from = wanted == Number::plural ? pair.singular : pair.plural;
    const string_view to = wanted == Number::plural ? pair.plural : pair.singular;
    if (verb == from || (verb.starts_with(from) && verb.substr(from.size()) == "n't"))
      return std::string(to) + std::string(verb.substr(from.size()));
  }
  if (wanted == Number::singular) return lexicon::plural_of(verb);
  if (verb.ends_with("ies")) return std::string(verb.substr(0, verb.size() - 3)) + 'y';
  for (const string_view ending : {"sses", "shes", "ches", "xes", "zzes"}) {
    if (verb.ends_with(ending)) return std::string(verb.substr(0, verb.size() - 2));
  }
  return std::string(verb.substr(0, verb.size() - 1));
}

class Agreement final : public Judge {
 public:
  Agreement(Fault fault, std::set<std::string, std::less<>> ignored)
      : fault_(fault), ignored_(std::move(ignored)) {}

  void judge(const Scene& scene, std::span<const Hit> /*hits*/) const override {
    const std::span<const Roles> roles = scene.words.roles_by_sentence();
    const bool of_relatives = fault_ == Fault::relative;
    constexpr Roles commas = Role::comma | Role::commas;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      const sentences::Sentence& sentence = scene.reading.text.sentences[i];
      if (of_relatives && (roles[i] & static_cast<Roles>(Role::relative_pronoun)) == 0) continue;
      // Between a subject and its verb stands the only one.
      if (fault_ == Fault::comma && (roles[i] & commas) != static_cast<Roles>(Role::comma))
        continue;
      if (!scene.rule.filters.front().places.admit(scene.reading.article.blocks[sentence.block]))
        continue;
      const Phrases phrases(scene, sentence);
      if (fault_ == Fault::verb) judge_clauses(scene, phrases, sentence, roles[i]);
      if (of_relatives) judge_relatives(scene, phrases, sentence);
      if (fault_ == Fault::comma) judge_comma(scene, phrases, sentence);
    }
  }

 private:
  // A clause begins with its sentence, behind its opening ("In general, "), and behind words like
  // "because".
  void judge_clauses(const Scene& scene, const Phrases& phrases,
                     const sentences::Sentence& sentence, Roles roles) const {
    std::optional<std::uint32_t> begin = sentence.first_token;
    for (int openings = 0; begin && openings <= 2; ++openings) {
      judge_clause(scene, phrases, *begin, true);
      begin = behind_opening(phrases, *begin);
    }
    if ((roles & (Role::joiner | Role::bridge)) == 0) return;
    for (std::uint32_t at = sentence.first_token; at + 2 < sentence.end_token; ++at) {
      if (phrases.has_role(at, Role::joiner) && phrases.can_be(at, bits(subordinator)))
        judge_clause(scene, phrases, at + 1, false);
      else if (at > sentence.first_token && bridges(phrases, at))
        judge_clause(scene, phrases, at + 1, phrases.has_role(at + 1, Role::determiner));
    }
  }

  // "as the disc have to", "but the share of smokers are": not "such as", "as well as", "all but".
  static bool bridges(const Phrases& phrases, std::uint32_t at) {
    if (!phrases.has_role(at, Role::bridge)) return false;
    if (phrases.is_word(at - 1) &&
        (phrases.is_small(at - 1) || phrases.can_be(at - 1, adverb | adjective)))
      return false;
    return phrases.has_role(at + 1, Role::determiner) ||
           (phrases.folded(at) == "but" && phrases.folded(at + 2) == "of");
  }

  // Where the sentence goes on behind "However, " or "After the peel, ".
  static std::optional<std::uint32_t> behind_opening(const Phrases& phrases, std::uint32_t first) {
    constexpr std::uint32_t most_words = 6;
    if (!phrases.can_be(first, adverb | preposition | bits(conjunction)) ||
        phrases.can_be(first, bits(subordinator)))
      return std::nullopt;
    for (std::uint32_t at = first + 1; at <= first + most_words && phrases.inside(at); ++at) {
      if (phrases.text(at) == ",") return at + 1;
      if (!phrases.is_word(at) || phrases.can_be(at, auxiliary | modal)) break;
    }
    return std::nullopt;
  }

  void judge_clause(const Scene& scene, const Phrases& phrases, std::uint32_t first,
                    bool main) const {
    const std::optional<NounPhrase> subject = phrases.at(first);
    if (!subject || subject->named || subject->doubtful) return;
    if (const auto joined = joined_subject(phrases, *subject)) {
      const std::uint32_t verb = phrases.past_adverbs(joined->behind);
      if (phrases.asked_by(verb) == Number::singular && phrases.is_lower(verb))
        report(scene, phrases, joined->name, verb, Number::plural);
      return;
    }
    if (subject->counted) return;
    const std::uint32_t verb = phrases.past_adverbs(subject->behind);
    const Number asked = phrases.asked_by(verb);
    if (asked == Number::unknown || subject->number == Number::unknown) return;
    if (!phrases.is_lower(verb) || !phrases.is_lower_or_first(subject->head)) return;
    if (asked == Number::plural && !phrases.can_be(verb, bits(auxiliary)) &&
        !has_object(phrases, verb + 1, main))
      return;
    if (asked == subject->number || ignored_.contains(phrases.folded(subject->head))) return;
    if (asked == Number::plural ? may_be_many(phrases, *subject, verb, main)
                                : may_be_one(phrases, *subject, main))
      return;
    report(scene, phrases, std::string(phrases.text(subject->head)), verb, subject->number);
  }

  // Whether what follows says that this is no noun: "a brow lift is", but "render sharp images".
  static bool has_object(const Phrases& phrases, std::uint32_t at, bool main) {
    if (phrases.can_be(at, determiner | pronoun) && !phrases.can_be(at, bits(preposition)))
      return true;
    if (!main && (phrases.can_be(at, bits(adverb)) || !phrases.is_word(at)))
      return phrases.text(at) != "-";
    const bool describes = phrases.can_be(at, bits(adjective)) && !phrases.is_small(at);
    return describes && !phrases.can_be(at, bits(verb)) && !phrases.is_small(at + 1) &&
           phrases.can_be(at + 1, phrases.can_be(at, bits(noun)) ? bits(plural) : bits(noun));
  }

  // A singular that may have a plural verb all the same.
  static bool may_be_many(const Phrases& phrases, const NounPhrase& subject, std::uint32_t verb,
                          bool main) {
    constexpr std::array<string_view, 11> firm{"the",   "this", "our", "your", "each",   "every",
                                               "their", "its",  "a",   "an",   "another"};
    const string_view form = phrases.folded(verb);
    const bool determined = is_one_of(subject.determiner, firm);
    if (form == "were" || (form == "do" && phrases.folded(verb + 1) != "not")) return true;
    if (subject.with_of && (subject.determiner == "a" || subject.determiner == "an")) return true;
    if (determined) return false;
    if (!subject.determiner.empty()) return true;
    // "when hair grow", "dry skin are"; what stands alone at the beginning may be a name.
    return main && (subject.head == subject.first || !phrases.can_be(verb, bits(auxiliary)));
  }

  // A plural that may have a singular verb: a name or a title that stands alone.
  static bool may_be_one(const Phrases& phrases, const NounPhrase& subject, bool main) {
    const bool alone = subject.head == subject.first;
    if (is_one_of(subject.determiner, std::array<string_view, 4>{"each", "every", "any", "no"}))
      return true;
    return alone && (main || phrases.can_be(subject.head, finite_verb | base_form));
  }

  void judge_relatives(const Scene& scene, const Phrases& phrases,
                       const sentences::Sentence& sentence) const {
    for (std::uint32_t at = sentence.first_token + 1; at + 1 < sentence.end_token; ++at) {
      if (!phrases.has_role(at, Role::relative_pronoun)) continue;
      if (!phrases.can_be(at, bits(lexicon::PartOfSpeech::relative))) continue;
      judge_relative(scene, phrases, sentence, at);
    }
  }

  void judge_relative(const Scene& scene, const Phrases& phrases,
                      const sentences::Sentence& sentence, std::uint32_t relative_word) const {
    const std::uint32_t antecedent = relative_word - 1;
    if (!phrases.is_lower_or_first(antecedent)) return;
    const std::uint32_t verb = phrases.past_adverbs(relative_word + 1);
    const Number asked = asked_behind(phrases, relative_word, verb);
    if (asked == Number::unknown) return;
    const Number number =
        phrases.is_small(antecedent) ? Number::unknown : phrases.number_of(antecedent);
    if (number == Number::unknown || number == asked || !phrases.is_lower(verb)) return;
    if (number == Number::singular && phrases.folded(relative_word) == "who") return;
    if (ignored_.contains(phrases.folded(antecedent))) return;
    if (!stands_alone(phrases, sentence, antecedent, number)) return;
    report(scene, phrases, std::string(phrases.text(antecedent)), verb, number);
  }

  // The number that the verb of a relative clause asks; of a word that can be a noun, too, what
  // follows tells: "that causes acne", but "shows that causes vary".
  static Number asked_behind(const Phrases& phrases, std::uint32_t relative_word,
                             std::uint32_t verb) {
    const string_view word = phrases.folded(relative_word);
    const Number sure = phrases.asked_by(verb);
    if (sure != Number::unknown) {
      // "He left the fields, which is wise": without the comma it is no better, but no such slip.
      if (word == "which" && is_of(WordClass::said_of_clauses, phrases.folded(verb)))
        return Number::unknown;
      return sure;
    }
    if (verb != relative_word + 1 || word == "which") return Number::unknown;
    constexpr PosMask carries = (finite_verb | modal) | bits(auxiliary);
    const Number asked = phrases.asked_by_either(verb);
    if (!phrases.can_be(verb + 1, noun | determiner) || phrases.can_be(verb + 1, carries))
      return Number::unknown;
    const bool carried = phrases.can_be(verb + 2, carries) || phrases.can_be(verb + 3, carries);
    return asked == Number::plural && carried ? Number::unknown : asked;
  }

  // Whether the clause can only be about this noun: "a list of files that contains" is not.
  static bool stands_alone(const Phrases& phrases, const sentences::Sentence& sentence,
                           std::uint32_t noun_at, Number number) {
    std::uint32_t at = noun_at;
    string_view determiner;
    const auto modifies = [&](std::uint32_t other) {
      const bool acts = other > sentence.first_token && phrases.can_be(other, bits(verb)) &&
                        phrases.can_be(other - 1, pronoun | modal);
      return !acts && phrases.is_word(other) && !phrases.is_small(other) &&
             phrases.can_be(other, noun | adjective | bits(participle) | bits(gerund));
    };
    while (at > sentence.first_token && modifies(at - 1)) --at;
    while (at > sentence.first_token &&
           phrases.can_be(at - 1, bits(lexicon::PartOfSpeech::determiner)) &&
           phrases.folded(at - 1) != "that") {
      determiner = phrases.folded(at - 1);
      --at;
    }
    if (at == sentence.first_token) return true;
    if (number == Number::singular && determiner.empty()) return false;
    const std::uint32_t before = at - 1;
    if (!phrases.is_word(before)) return false;
    constexpr PosMask joined = conjunction | question_word;
    if (phrases.can_be(before, joined | bits(lexicon::PartOfSpeech::number))) return false;
    if (!phrases.can_be(before, bits(preposition))) return true;
    return (number == Number::plural || determiner == "a" || determiner == "an") &&
           phrases.folded(before) != "of" && phrases.folded(before) != "than" &&
           before > sentence.first_token && names_nothing(phrases, sentence, before - 1);
  }

  // Whether what stands before a preposition cannot be what a relative clause is about: "leads us
  // to creams that", "may start with a spot which".
  static bool names_nothing(const Phrases& phrases, const sentences::Sentence& sentence,
                            std::uint32_t at) {
    constexpr std::array<string_view, 6> objects{"us", "them", "you", "him", "me", "it"};
    if (is_one_of(phrases.folded(at), objects)) return true;
    if (!phrases.can_be(at, verb | adverb)) return false;
    const bool acts = at > sentence.first_token && phrases.can_be(at - 1, bits(modal)) &&
                      phrases.can_be(at, bits(base_form));
    return acts || !phrases.can_be(at, noun | pronoun);
  }

  void judge_comma(const Scene& scene, const Phrases& phrases,
                   const sentences::Sentence& sentence) const {
    constexpr std::array<string_view, 9> verbs{"is",   "are", "was",  "were", "has",
                                               "have", "can", "will", "may"};
    if (sentence.ending == sentences::Ending::question) return;
    const std::optional<NounPhrase> subject = phrases.at(sentence.first_token);
    if (!subject || !phrases.inside(subject->behind + 2)) return;
    if (phrases.text(subject->behind) != "," || subject->doubtful) return;
    const std::uint32_t verb = subject->behind + 1;
    const string_view form = phrases.folded(verb);
    const bool fits = is_one_of(form, verbs) || (phrases.asked_by(verb) == Number::singular &&
                                                 has_object(phrases, verb + 1, true));
    if (!fits || phrases.number_of(subject->head) == Number::unknown ||
        ignored_.contains(phrases.folded(subject->head)))
      return;
    for (std::uint32_t at = verb; phrases.inside(at); ++at) {
      if (phrases.text(at) == ",") return;
    }
    const auto& tokens = scene.reading.text.tokens;
    const std::string wanted(phrases.text(subject->behind - 1));
    scene.reports.push_back(
        {.where = {tokens[subject->behind - 1].text.begin, tokens[subject->behind].text.end},
         .suggestions = {wanted},
         .values = {{"subject", wanted}, {"suggestion", wanted}}});
  }

  static void report(const Scene& scene, const Phrases& phrases, std::string subject,
                     std::uint32_t verb, Number wanted) {
    const std::string right = in_number(phrases.folded(verb), wanted);
    scene.reports.push_back(
        {.where = scene.reading.text.tokens[verb].text,
         .suggestions = {right},
         .values = {{"subject", std::move(subject)}, {"suggestion", right}}});
  }

  Fault fault_;
  std::set<std::string, std::less<>> ignored_;  // folded
};

std::unique_ptr<Judge> compile_agreement(RuleCompiler& compiler) {
  std::set<std::string, std::less<>> ignored;
  for (const std::string& text : packs::texts_at(compiler.body(), "ignore"))
    ignored.insert(base::lower(text));
  const auto fault = std::ranges::find(fault_names, packs::text_at(compiler.body(), "fault"));
  compiler.judge_always();
  return std::make_unique<Agreement>(static_cast<Fault>(fault - fault_names.begin()),
                                     std::move(ignored));
}

}  // namespace

Kind agreement_kind() {
  return {.name = "agreement",
          .about = "Reports a verb that does not fit its subject, or a comma between the two.",
          .fields = agreement_fields,
          .placeholders = agreement_placeholders,
          .filters = false,
          .bounded = false,
          .compile = compile_agreement};
}

}  // namespace linter::checks::policy
