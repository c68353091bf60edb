#include "linter/checks/spelling/ordinals.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view ending_of(std::string_view digits) {
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  if (!teen && digits.back() == '1') return "st";
  if (!teen && digits.back() == '2') return "nd";
  if (!teen && digits.back() == '3') return "rd";
  return "th";
}

}  // namespace

std::optional<std::string> right_ordinal(std::string_view number) {
  constexpr auto endings = std::to_array<std::string_view>({"nd", "rd", "st", "th"});
  constexpr std::size_t ending_size = 2;
  if (number.size() <= ending_size) return std::nullopt;
  const std::string_view digits = number.substr(0, number.size() - ending_size);
  const std::string_view ending = number.substr(digits.size());
  if (std::ranges::find(endings, ending) == endings.end() || !is_digit(digits.back()) ||
      !std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == ','; })) {
    return std::nullopt;
  }
  const std::string_view right = ending_of(digits);
  const bool stones = ending == "st";  // a weight: "12st", "a child of 2st 6lb"
  if (right == ending || stones) return std::nullopt;
  return std::string(digits).append(right);
}

std::optional<Counted> spaced_count(std::string_view text, bool noun_follows,
                                    const lexicon::Vocabulary& vocabulary) {
  constexpr auto counted = std::to_array<std::string_view>(
      {"days", "hours", "minutes", "months", "patients", "people", "percent", "seconds", "sessions",
       "steps", "tablets", "treatments", "weeks", "years"});
  constexpr auto abbreviated =
      std::to_array<std::string_view>({"hrs", "kgs", "lbs", "mins", "secs", "wks", "yrs"});
  // what is one of, or of which a noun has so many: "a 2year plan"
  constexpr auto one_of = std::to_array<std::string_view>(
      {"day", "foot", "hour", "inch", "minute", "month", "point", "session", "week", "year"});
  constexpr auto powers = std::to_array<std::string_view>(
      {"billion", "hundred", "lakh", "million", "percent", "thousand"});
  const std::size_t at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  const std::string_view digits = text.substr(0, at);
  const std::string_view letters = text.substr(at);
  constexpr std::size_t shortest = 3;
  if (letters.size() < shortest || !std::ranges::all_of(letters, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      })) {
    return std::nullopt;
  }
  const std::string word = base::lower(letters);
  const auto apart = [&](std::string_view mark) {
    return std::string(digits).append(mark).append(letters);
  };
  if (std::ranges::binary_search(abbreviated, word)) return Counted{apart(" "), true, false};
  if (std::ranges::binary_search(counted, word) || std::ranges::binary_search(powers, word))
    return Counted{apart(" "), false, true};
  if (std::ranges::binary_search(one_of, word))
    return Counted{apart(noun_follows && digits != "1" ? "-" : " "), false, digits == "1"};
  if (lexicon::closed_class(word)) return Counted{apart(" "), false, false};
  // "45degrees", "5Tips"
  constexpr std::uint8_t rarest = 50;
  const lexicon::WordFacts facts = vocabulary.look_up(word);
  const bool many = letters.size() > shortest && word.ends_with('s') && facts.tier > 0 &&
                    facts.tier <= rarest && has(facts.parts, lexicon::PartOfSpeech::plural) &&
                    word != "plus" && word != "times";
  return many ? std::optional(Counted{apart(" "), false, false}) : std::nullopt;
}

}  // namespace linter::checks::spelling
