#include "linter/checks/spelling/suggest/question.h"

#include <array>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/lexicon/case_form.h"
#include "linter/lexicon/sound.h"

namespace linter::checks::spelling {
namespace {

using lexicon::Form;

std::string upper(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const base::CodePoint point = base::decode(word, at);
    base::append_utf8(out, base::to_upper(point.value));
    at += point.length;
  }
  return out;
}

// What a word ends in that shows possession, with either apostrophe: "'s", or "'" behind an s.
std::string_view tail_of(std::string_view word) {
  constexpr auto tails =
      std::to_array<std::string_view>({"'s", "'S", "\u2019s", "\u2019S", "'", "\u2019"});
  for (const std::string_view tail : tails) {
    if (word.size() < tail.size() + 2 || !word.ends_with(tail)) continue;
    const char before = word[word.size() - tail.size() - 1];
    const bool bare = tail == "'" || tail == "\u2019";
    if (!bare || before == 's' || before == 'S') return word.substr(word.size() - tail.size());
  }
  return {};
}

// The tail as `word` takes it: "dermatologists'", but "boss's".
std::string tail_for(std::string_view word, std::string_view tail) {
  if (tail.empty()) return {};
  const auto ends_in = [&](std::string_view lower, std::string_view upper) {
    return word.ends_with(lower) || word.ends_with(upper);
  };
  const bool plural =
      ends_in("s", "S") && !ends_in("ss", "SS") && !ends_in("us", "US") && !ends_in("is", "IS");
  const bool bare = tail.back() != 's' && tail.back() != 'S';
  const std::string_view apostrophe = bare ? tail : tail.substr(0, tail.size() - 1);
  if (plural) return std::string(apostrophe);
  const bool capitals = bare ? word.back() >= 'A' && word.back() <= 'Z' : tail.back() == 'S';
  return std::string(apostrophe) + (capitals ? "S" : "s");
}

// "THier": the shift key was held too long, and one capital is meant.
Form form_meant(std::string_view word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool held = word.size() > 2 && is_capital(word[0]) && is_capital(word[1]) &&
                    word[2] >= 'a' && lexicon::form_of(word.substr(2)) == Form::lower;
  return held ? Form::capitalised : lexicon::form_of(word);
}

}  // namespace

std::string folded_error(std::string_view word) {
  return base::lower(word.substr(0, word.size() - tail_of(word).size()));
}

Question ask(std::string_view word, std::optional<lexicon::Dialect> dialect) {
  const std::string_view tail = tail_of(word);
  std::string folded = folded_error(word);
  const std::uint32_t sound = lexicon::sound_key(folded);
  EditCosts costs(folded);
  return {std::move(folded),
          tail,
          form_meant(word.substr(0, word.size() - tail.size())),
          sound,
          dialect,
          std::move(costs)};
}

std::string dressed(const Question& question, const std::string& word) {
  std::string out = word;
  if (question.form == Form::upper) out = upper(word);
  if (question.form == Form::capitalised && lexicon::form_of(word) == Form::lower)
    out = base::capitalised(word);
  return out + tail_for(out, question.tail);
}

}  // namespace linter::checks::spelling
