#include "linter/checks/spelling/own_words.h"

#include <span>
#include <string>

namespace linter::checks::spelling {

void OwnWords::read(const lexicon::Reading& reading) {
  index_.reset();
  if (reading.article.front_matter.words.empty()) return;
  std::string text;
  for (const std::string& word : reading.article.front_matter.words) {
    if (!word.contains('#')) text.append(word).append(1, '\n');  // no comment here, and no word
  }
  const auto list = lexicon::parse_word_list(text, reading.source.path);
  index_.emplace(std::span(&list.value, 1));
}

bool OwnWords::accept(const Scan& scan, Scan::Index i) const {
  if (!index_) return false;
  std::string_view text = scan.text(i);
  std::string_view folded = scan.folded(i);
  if (index_->has_word(text, folded)) return true;
  if (folded.ends_with("'s")) {
    text.remove_suffix(2);
    folded.remove_suffix(2);
  } else if (folded.ends_with('s')) {
    text.remove_suffix(1);
    folded.remove_suffix(1);
  }
  return index_->has_word(text, folded);
}

}  // namespace linter::checks::spelling
