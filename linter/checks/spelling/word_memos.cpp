#include "linter/checks/spelling/word_memos.h"

#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/dialect.h"

namespace linter::checks::spelling {

void WordMemos::begin(const lexicon::Lexicon& lexicon) {
  if (generation_ == lexicon.generation()) return;
  memos_.clear();
  generation_ = lexicon.generation();
}

WordMemo WordMemos::of(const Scan& scan, Scan::Index i) {
  const lexicon::WordId id = scan.token(i).word;
  lexicon::Lexicon& lexicon = scan.reading().lexicon;
  if (id >= memos_.size()) memos_.resize(lexicon.size());
  WordMemo& memo = memos_[id];
  if (memo.flags != 0) return memo;
  memo.folded = scan.entry(i).folded;
  unsigned flags = WordMemo::computed;
  if (!lexicon.accepts(id)) flags |= WordMemo::unknown;
  if (lexicon.vocabulary().is_english()) {
    const std::string_view folded = scan.folded(i);
    const DialectFacts facts = dialect_facts(folded, lexicon.vocabulary());
    if (facts.american || facts.british || !facts.other.empty()) flags |= WordMemo::dialectal;
    if (may_begin_split_compound(folded)) flags |= WordMemo::begins_compound;
    if (is_joined_prefix(folded)) flags |= WordMemo::joins_any;
    if (may_end_split_compound(folded)) flags |= WordMemo::ends_compound;
    memo.table = Confusables::of_english().facts(folded, scan.entry(i).parts);
    if (memo.table.row != 0) flags |= WordMemo::confusable;
  }
  memo.flags = static_cast<std::uint16_t>(flags);
  return memo;
}

}  // namespace linter::checks::spelling
