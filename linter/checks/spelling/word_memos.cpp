#include "linter/checks/spelling/word_memos.h"

#include <algorithm>
#include <string>

#include "linter/checks/spelling/capitals.h"
#include "linter/checks/spelling/collocations.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/dialect_uses.h"
#include "linter/checks/spelling/disguises.h"
#include "linter/checks/spelling/misfits.h"
#include "linter/checks/spelling/stand_ins.h"
#include "linter/lexicon/inflection.h"

namespace linter::checks::spelling {
namespace {

// "calmer", "paler", unlike "number", "water" and what is a noun, too.
bool is_comparative(std::string_view folded, lexicon::PosMask parts,
                    const lexicon::Vocabulary& vocabulary) {
  using lexicon::PartOfSpeech;
  constexpr std::size_t shortest = 5;
  if (folded.size() < shortest || !folded.ends_with("er") || has(parts, PartOfSpeech::noun))
    return false;
  return std::ranges::any_of(lexicon::stems_of_comparison(folded), [&](const std::string& stem) {
    const lexicon::WordFacts facts = vocabulary.look_up(stem);
    return facts.accepted && facts.tier > 0 && has(facts.parts, PartOfSpeech::adjective);
  });
}

}  // namespace

void WordMemos::begin(const lexicon::Lexicon& lexicon) {
  if (generation_ != lexicon.generation()) memos_.clear();
  generation_ = lexicon.generation();
  memos_.resize(std::max(memos_.size(), lexicon.size()));
}

void WordMemos::fill(WordMemo& memo, const Scan& scan, Scan::Index i) {
  const lexicon::WordId id = scan.token(i).word;
  lexicon::Lexicon& lexicon = scan.reading().lexicon;
  memo.folded = scan.entry(i).folded;
  unsigned flags = WordMemo::computed;
  if (!lexicon.accepts(id)) flags |= WordMemo::unknown;
  if (lexicon.vocabulary().is_english()) {
    const std::string_view folded = scan.folded(i);
    if (has_two_uses(folded)) flags |= WordMemo::dialectal;
    if (may_be_dialectal(folded, scan.entry(i).one_sided, scan.entry(i).tier == 0)) {
      const DialectFacts facts = dialect_facts(folded, lexicon.vocabulary());
      if (!with_z(folded, lexicon.vocabulary()).empty()) flags &= ~unsigned{WordMemo::unknown};
      if (facts.american || facts.british || !facts.other.empty()) flags |= WordMemo::dialectal;
    }
    if (may_begin_split_compound(folded)) flags |= WordMemo::begins_compound;
    if (is_joined_prefix(folded)) flags |= WordMemo::joins_any;
    if (may_end_split_compound(folded)) flags |= WordMemo::ends_compound;
    memo.table = Confusables::of_english().facts(
        folded, scan.entry(i).parts,
        is_comparative(folded, scan.entry(i).parts, lexicon.vocabulary()));
    // the ending of an unknown word tells what it may be, and not that it is nothing else
    constexpr std::uint32_t only =
        bit(only_noun) | bit(only_verb) | bit(only_adjective) | bit(only_finite);
    if ((flags & WordMemo::unknown) != 0) memo.table.signs &= ~only;
    const StandInsTable::Facts stand_in = stand_ins_of_english().facts(folded, scan.entry(i).parts);
    memo.table.stand_in = stand_in.row;
    memo.table.kind = stand_in.kind;
    if (memo.table.row != 0 || memo.table.stand_in != 0) flags |= WordMemo::confusable;
    if (scan.token(i).shape == sentences::Shape::capitalised && is_seldom_capitalised(folded))
      flags |= WordMemo::odd_capital;
    if (folded.ends_with("'s")) flags |= WordMemo::genitive;
    const std::string stem = stem_of(folded);
    memo.collocation = collocations_of_english().word_of(stem);
    memo.disguise = disguises_of_english().word_of(stem);
    if (disguises_of_english().begins(memo.disguise)) flags |= WordMemo::begins_disguise;
    if (memo.collocation != 0) flags |= WordMemo::collocates;
    memo.fit = misfits_of_english().facts(folded);
    // a word of a trade is what its articles are about
    const bool may_misfit = memo.fit.may_misfit && (flags & WordMemo::unknown) == 0 &&
                            !lexicon.vocabulary().look_up(folded).listed;
    if (may_misfit) flags |= WordMemo::may_misfit;
  }
  memo.flags = static_cast<std::uint16_t>(flags);
}

}  // namespace linter::checks::spelling
