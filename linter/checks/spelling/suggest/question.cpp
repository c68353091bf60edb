#include "linter/checks/spelling/suggest/question.h"

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

}  // namespace

Question ask(std::string_view word) {
  Question question;
  if (word.size() > 3 && (word.ends_with("'s") || word.ends_with("'S"))) {
    question.tail = word.substr(word.size() - 2);
    word.remove_suffix(2);
  }
  question.form = lexicon::form_of(word);
  question.folded = base::lower(word);
  question.sound = lexicon::sound_key(question.folded);
  return question;
}

std::string dressed(const Question& question, const std::string& word) {
  std::string out = word;
  if (question.form == Form::upper) out = upper(word);
  if (question.form == Form::capitalised && lexicon::form_of(word) == Form::lower)
    out = base::capitalised(word);
  return out.append(question.tail);
}

}  // namespace linter::checks::spelling
