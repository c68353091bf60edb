#include "linter/checks/spelling/suggest/question.h"

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

// The "'s" that a word ends in, or nothing.
std::string_view tail_of(std::string_view word) {
  const bool has_tail = word.size() > 3 && (word.ends_with("'s") || word.ends_with("'S"));
  return has_tail ? word.substr(word.size() - 2) : std::string_view();
}

}  // namespace

std::string folded_error(std::string_view word) {
  return base::lower(word.substr(0, word.size() - tail_of(word).size()));
}

Question ask(std::string_view word, lexicon::Dialect dialect) {
  const std::string_view tail = tail_of(word);
  std::string folded = folded_error(word);
  const std::uint32_t sound = lexicon::sound_key(folded);
  EditCosts costs(folded);
  return {std::move(folded),
          tail,
          lexicon::form_of(word.substr(0, word.size() - tail.size())),
          sound,
          dialect,
          std::move(costs)};
}

std::string dressed(const Question& question, const std::string& word) {
  std::string out = word;
  if (question.form == Form::upper) out = upper(word);
  if (question.form == Form::capitalised && lexicon::form_of(word) == Form::lower)
    out = base::capitalised(word);
  return out.append(question.tail);
}

}  // namespace linter::checks::spelling
