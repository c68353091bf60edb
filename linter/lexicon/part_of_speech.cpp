#include "linter/lexicon/part_of_speech.h"

#include <algorithm>
#include <array>

namespace linter::lexicon {
namespace {

constexpr auto names = std::to_array<PartOfSpeechName>({
    {PartOfSpeech::noun, "noun", "names a thing: skin, wound, treatment"},
    {PartOfSpeech::verb, "verb", "any form of a verb: heal, heals, healed, healing"},
    {PartOfSpeech::adjective, "adjective", "describes a noun: safe, smoother"},
    {PartOfSpeech::adverb, "adverb", "describes a verb or an adjective: gently, very"},
    {PartOfSpeech::determiner, "determiner", "begins a noun phrase: the, every, your"},
    {PartOfSpeech::pronoun, "pronoun", "stands for a noun: it, everyone"},
    {PartOfSpeech::preposition, "preposition", "relates a noun: of, during, without"},
    {PartOfSpeech::conjunction, "conjunction", "joins equals: and, or, but"},
    {PartOfSpeech::subordinator, "subordinator",
     "begins a subordinate clause: because, although, if"},
    {PartOfSpeech::relative, "relative", "begins a relative clause: who, which, that"},
    {PartOfSpeech::auxiliary, "auxiliary", "a form of be, have or do"},
    {PartOfSpeech::modal, "modal", "can, may, must, should, will and their like"},
    {PartOfSpeech::number, "number", "a number in words or digits"},
    {PartOfSpeech::negator, "negator", "denies: not, never, no, -n't"},
    {PartOfSpeech::question_word, "question-word", "asks: what, why, how"},
    {PartOfSpeech::finite_verb, "finite-verb",
     "a present or past form that can carry a clause: heals, healed, is"},
    {PartOfSpeech::gerund, "gerund", "the -ing form: healing"},
    {PartOfSpeech::participle, "participle", "the past participle: healed, taken"},
    {PartOfSpeech::plural, "plural", "a plural noun: wounds"},
    {PartOfSpeech::base_form, "base-form", "a bare infinitive or imperative: heal"},
    {PartOfSpeech::proper_noun, "proper-noun", "a name: Paris"},
});

}  // namespace

std::span<const PartOfSpeechName> part_of_speech_names() {
  return names;
}

std::optional<PartOfSpeech> part_of_speech_named(std::string_view name) {
  const auto found = std::ranges::find(names, name, &PartOfSpeechName::name);
  if (found == names.end()) return std::nullopt;
  return found->part;
}

}  // namespace linter::lexicon
