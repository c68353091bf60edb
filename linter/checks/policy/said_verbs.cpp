#include "linter/checks/policy/said_verbs.h"

#include <algorithm>
#include <array>

#include "linter/base/one_of.h"
#include "linter/lexicon/part_of_speech.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::policy {

using enum lexicon::PartOfSpeech;
using base::is_one_of;
using lexicon::is_of;
using lexicon::WordClass;
using std::string_view;

string_view SaidVerbs::word(std::uint32_t at) const {
  const sentences::Token& token = tokens_[at];
  const lexicon::Lexicon& lexicon = scene_.reading.lexicon;
  return is_word(at) ? lexicon[lexicon[token.word].folded].text : scene_.view(token.text);
}

std::uint32_t SaidVerbs::begin_of_clause(std::uint32_t at) const {
  const auto number = static_cast<std::uint32_t>(&sentence_ - scene_.reading.text.sentences.data());
  std::uint32_t begin = first();
  for (const context::Clause& clause : scene_.context.clauses(number))
    if (clause.text.contains(tokens_[at].text))
      begin = scene_.reading.text.token_at(clause.text.begin);
  // "Because walking is free, the oil eases headaches"
  for (std::uint32_t back = at; back > begin + 1; --back)
    if (word(back - 1) == "," && can_be(back, determiner | pronoun)) return back;
  return begin;
}

std::uint32_t SaidVerbs::end_of(const Wording& wording, std::uint32_t at) const {
  std::uint32_t next = at + 1;
  for (string_view rest = wording.rest; !rest.empty();) {
    const string_view one = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    if (next < end() && word(next) == "-") ++next;
    if (next >= end() || word(next) != one) return 0;
    ++next;
  }
  return next;
}

bool SaidVerbs::is_said(std::uint32_t at, Form form, const Said& last) const {
  std::uint32_t before = at;
  while (before > first() && is_adverb(before - 1)) --before;
  if (form == Form::participle) return false;  // of what was done to it, passive_of() tells
  if (form == Form::gerund && names_treatment(at + 1)) return false;
  if (before == first()) return opens_with(at, form);
  const std::uint32_t previous = before - 1;
  if (word(previous) == "and" || word(previous) == "or" || word(previous) == "," ||
      word(previous) == "&")
    return continues(previous, at, form, last);
  if (!is_word(previous)) return opens_with(at, form);
  if (form == Form::base) return is_base_said(previous);
  if (form == Form::gerund) return is_gerund_said(previous);
  return !begins_noun(previous) && !can_be(previous, preposition) &&
         !(can_be(previous, adjective) && !can_be(previous, noun | pronoun));
}

bool SaidVerbs::is_adverb(std::uint32_t at) const {
  static constexpr std::array<string_view, 8> small = {"also", "even", "then",  "both",
                                                       "thus", "just", "hence", "further"};
  const string_view text = word(at);
  return is_one_of(text, small) || (text.size() > 4 && text.ends_with("ly"));
}

std::uint32_t SaidVerbs::passive_of(std::uint32_t participle) const {
  static constexpr std::array<string_view, 8> being = {"is",    "are", "be",   "been",
                                                       "being", "get", "gets", "getting"};
  static constexpr std::array<string_view, 8> before = {"can",  "will", "'ll",  "has",
                                                        "have", "be",   "been", "also"};
  std::uint32_t at = participle;
  while (at > first() && is_adverb(at - 1)) --at;
  if (at == first()) return 0;
  if (!is_one_of(word(at - 1), being)) {  // "Pains eased", as an item or a heading
    const std::uint32_t last = word(end() - 1) == "." ? end() - 1 : end();
    return opens_alone() && participle + 1 == last && is_verbless() ? at : 0;
  }
  --at;
  while (at > first() && (is_one_of(word(at - 1), before) || is_adverb(at - 1))) --at;
  return at;
}

bool SaidVerbs::is_aside(std::uint32_t noun) const {
  constexpr std::uint32_t reach = 6;
  const std::uint32_t begin = begin_of_clause(noun);
  for (std::uint32_t at = noun; at > begin && noun - at < reach; --at)
    if (is_of(WordClass::aside, word(at - 1))) return true;
  return false;
}

bool SaidVerbs::is_given(std::uint32_t noun) const {
  constexpr std::uint32_t reach = 5;
  for (std::uint32_t at = noun; at > first() && noun - at < reach; --at) {
    if (!is_word(at - 1) && word(at - 1) != ",") break;
    if (is_of(WordClass::giving, word(at - 1))) return true;
  }
  constexpr std::uint32_t most_before = 3;  // "a dramatic, visible reduction"
  return noun - first() <= most_before && is_verbless();
}

// A name, an item or a remark: none of its words is sure to be a finite verb.
bool SaidVerbs::is_verbless() const {
  constexpr std::uint32_t longest = 16;
  if (end() - first() > longest) return false;
  for (std::uint32_t at = first(); at < end(); ++at)
    if (can_be(at, auxiliary | modal) ||
        (can_be(at, finite_verb) && !can_be(at, noun | adjective) &&
         !can_be(at, participle | gerund)))
      return false;
  return true;
}

// A heading, an item or a cell says by itself what a paragraph would only tell to do, and so does
// whoever calls it out.
bool SaidVerbs::opens_alone() const {
  if (end() > first() && word(end() - 1) == "!") return true;
  const prose::Block& block = scene_.reading.article.blocks[sentence_.block];
  return prose::has(block.scopes, prose::Scope::heading) ||
         prose::has(block.scopes, prose::Scope::title) ||
         prose::has(block.scopes, prose::Scope::list) ||
         prose::has(block.scopes, prose::Scope::table);
}

bool SaidVerbs::begins_noun(std::uint32_t at) const {
  static constexpr std::array<string_view, 20> words = {
      "the",   "a",     "an",   "your", "our", "its",  "their", "his",  "her",     "my",
      "these", "those", "such", "no",   "any", "some", "many",  "most", "several", "other"};
  return is_one_of(word(at), words);
}

// "Smooth skin" names a thing; "Smooths fine lines" and "Reduce wrinkles" say what is done.
bool SaidVerbs::opens_with(std::uint32_t at, Form form) const {
  if (form == Form::third_person) return !can_be(at, adverb);
  if (form == Form::gerund) return false;  // "Whitening your teeth" is a topic
  return opens_alone() &&
         !(can_be(at, adjective) && at + 1 < end() && can_be(at + 1, adjective | noun));
}

// "Healing process", "contouring treatments": the verb is part of a name.
bool SaidVerbs::names_treatment(std::uint32_t behind) const {
  return behind < end() && is_of(WordClass::behind_gerund, word(behind));
}

// One of several verbs of one form: said if the one before is, or if the list opens an item.
bool SaidVerbs::continues(std::uint32_t joint, std::uint32_t at, Form form,
                          const Said& last) const {
  constexpr std::uint32_t reach = 16;
  if (last.is_there && at - last.at <= reach && last.form == form)
    return form != Form::base || word(joint) != "," || !can_be(at, adjective);
  if (form == Form::third_person) return true;
  if (form == Form::gerund) return word(joint) == ",";
  return opens_alone() && joint - first() <= 3 && !can_be(at, adjective);
}

bool SaidVerbs::is_base_said(std::uint32_t previous) const {
  static constexpr std::array<string_view, 5> modals = {"can", "will", "'ll", "does", "do"};
  static constexpr std::array<string_view, 7> subjects = {"we",    "they", "which", "that",
                                                          "these", "who",  "those"};
  const string_view text = word(previous);
  if (text == "to") return is_able(previous) || is_helped(previous) || is_purpose(previous);
  if (is_one_of(text, modals))
    return previous == first() || (word(previous - 1) != "you" && word(previous - 1) != "not");
  if (is_one_of(text, subjects)) return true;
  if (text.starts_with("help") || is_helped(previous)) return true;
  return can_be(previous, plural) && !begins_noun(previous) && previous > first();
}

// "designed to", "able to", "the best way to": what it is for is what it does.
bool SaidVerbs::is_able(std::uint32_t to) const {
  return to > first() && is_of(WordClass::able, word(to - 1));
}

// "The laser sends pulses to firm the skin": what something is done for is what it does. Not what a
// reader wants, is told to do, or does himself.
bool SaidVerbs::is_purpose(std::uint32_t to) const {
  const std::uint32_t begin = begin_of_clause(to);
  if (to < begin + 2 || !can_be(to - 1, noun) || is_of(WordClass::wish, word(to - 1))) return false;
  for (std::uint32_t at = begin; at < to; ++at)
    if (is_of(WordClass::reader, word(at))) return false;
  // "Drink water to flush toxins"
  return !can_be(begin, base_form) || can_be(begin, determiner | pronoun) || can_be(begin, gerund);
}

// "helps your skin to repair", "help the body fight".
bool SaidVerbs::is_helped(std::uint32_t at) const {
  constexpr std::uint32_t reach = 4;
  for (std::uint32_t back = at; back > first() && at - back < reach; --back) {
    const string_view text = word(back - 1);
    if (text == "help" || text == "helps" || text == "helping" || text == "aids") return true;
    if (!is_word(back - 1)) return false;
  }
  return false;
}

// "A clinic for treating acne", "when it comes to losing weight": what somebody works at; "good for
// treating acne" says how well.
bool SaidVerbs::names_activity(std::uint32_t previous) const {
  static constexpr std::array<string_view, 6> prepositions = {"for", "of", "in", "on", "to", "at"};
  return is_one_of(word(previous), prepositions) &&
         (previous == first() || !is_of(WordClass::good_for, word(previous - 1)));
}

bool SaidVerbs::is_gerund_said(std::uint32_t previous) const {
  if (names_activity(previous)) return false;
  return !begins_noun(previous) && !is_of(WordClass::beside_gerund, word(previous)) &&
         !(can_be(previous, adjective) && !can_be(previous, noun | preposition));
}

}  // namespace linter::checks::policy
