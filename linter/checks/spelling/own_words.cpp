#include "linter/checks/spelling/own_words.h"

#include <string>

namespace linter::checks::spelling {

void OwnWords::read(const lexicon::Reading& reading) {
  lists_.clear();
  if (!reading.article.front_matter.words.empty()) {
    std::string text;
    for (const std::string& word : reading.article.front_matter.words)
      text.append(word).append(1, '\n');
    lists_.push_back(lexicon::parse_word_list(text, reading.source.path).value);
  }
  index_ = lexicon::ListIndex(lists_);
}

bool OwnWords::accept(const Scan& scan, Scan::Index i) const {
  if (lists_.empty()) return false;
  std::string_view text = scan.text(i);
  std::string_view folded = scan.folded(i);
  if (index_.has_word(text, folded)) return true;
  if (folded.ends_with("'s")) {
    text.remove_suffix(2);
    folded.remove_suffix(2);
  } else if (folded.ends_with('s')) {
    text.remove_suffix(1);
    folded.remove_suffix(1);
  }
  return index_.has_word(text, folded);
}

}  // namespace linter::checks::spelling
