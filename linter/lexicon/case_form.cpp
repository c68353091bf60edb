#include "linter/lexicon/case_form.h"

#include "linter/base/utf8.h"

namespace linter::lexicon {

Form form_of(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  bool first_upper = false;
  bool later_upper = false;
  bool later_lower = false;
  bool seen = false;
  for (std::size_t at = 0; at < word.size();) {
    const base::CodePoint point = base::decode(word, at);
    at += point.length;
    if (!base::is_letter(point.value)) continue;
    const bool upper = base::is_upper(point.value);
    if (!seen) {
      first_upper = upper;
    } else {
      (upper ? later_upper : later_lower) = true;
    }
    seen = true;
  }
  if (!first_upper) return later_upper ? Form::exact : Form::lower;
  if (!later_upper) return Form::capitalised;
  return later_lower ? Form::exact : Form::upper;
}

}  // namespace linter::lexicon
