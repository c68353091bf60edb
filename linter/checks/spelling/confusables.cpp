#include "linter/checks/spelling/confusables.h"

#include <algorithm>
#include <array>

#include "linter/checks/spelling/confusables_image.h"

namespace linter::checks::spelling {
namespace {

using lexicon::has;
using lexicon::PartOfSpeech;
using sentences::TokenKind;

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr auto possessives =
    std::to_array<std::string_view>({"my", "your", "his", "her", "its", "our", "their"});
constexpr auto subjects =
    std::to_array<std::string_view>({"i", "you", "he", "she", "it", "we", "they"});
constexpr auto forms_of_be =
    std::to_array<std::string_view>({"am", "are", "be", "been", "being", "is", "was", "were"});
constexpr auto forms_of_have = std::to_array<std::string_view>({"had", "has", "have", "having"});
constexpr auto conditions =
    std::to_array<std::string_view>({"after", "if", "once", "until", "when", "whenever"});

bool is_only(lexicon::PosMask parts, PartOfSpeech wanted, lexicon::PosMask also) {
  return has(parts, wanted) && (parts & ~(static_cast<lexicon::PosMask>(wanted) | also)) == 0;
}

std::uint32_t signs_of(std::string_view word, lexicon::PosMask parts) {
  std::uint32_t signs = 0;
  const auto set_if = [&](bool covered, Sign sign) { signs |= covered ? bit(sign) : 0U; };
  set_if(has(parts, PartOfSpeech::noun), noun);
  set_if(is_only(parts, PartOfSpeech::noun, static_cast<lexicon::PosMask>(PartOfSpeech::plural)),
         only_noun);
  set_if(has(parts, PartOfSpeech::base_form), verb);
  set_if(has(parts, PartOfSpeech::base_form) && !has(parts, PartOfSpeech::noun) &&
             !has(parts, PartOfSpeech::adjective),
         only_verb);
  set_if(has(parts, PartOfSpeech::adjective) && !has(parts, PartOfSpeech::noun) &&
             !has(parts, PartOfSpeech::base_form) && !has(parts, PartOfSpeech::preposition) &&
             !has(parts, PartOfSpeech::determiner),
         only_adjective);
  set_if(has(parts, PartOfSpeech::adverb), adverb);
  set_if(has(parts, PartOfSpeech::gerund), gerund);
  set_if(has(parts, PartOfSpeech::participle) && !has(parts, PartOfSpeech::preposition),
         participle);
  set_if(is_one_of(possessives, word), possessive);
  set_if(has(parts, PartOfSpeech::determiner) && !is_one_of(possessives, word), determiner);
  set_if(is_one_of(subjects, word), subject);
  set_if(is_one_of(forms_of_be, word), be);
  set_if(is_one_of(forms_of_have, word), have);
  set_if(has(parts, PartOfSpeech::modal) || word.ends_with("n't"), modal);
  set_if(has(parts, PartOfSpeech::number), number);
  set_if(has(parts, PartOfSpeech::preposition), preposition);
  set_if(has(parts, PartOfSpeech::noun) && !has(parts, PartOfSpeech::plural), singular);
  set_if(has(parts, PartOfSpeech::plural), plural);
  set_if(has(parts, PartOfSpeech::finite_verb) && !has(parts, PartOfSpeech::noun) &&
             !has(parts, PartOfSpeech::adjective) && !has(parts, PartOfSpeech::preposition) &&
             !has(parts, PartOfSpeech::base_form),
         only_finite);
  return signs;
}

bool is_conditional(const Scan& scan, Scan::Index i) {
  for (Scan::Index at = scan.sentence_of(i).first_token; at < i; ++at) {
    if (scan.is_word(at) && is_one_of(conditions, scan.folded(at))) return true;
  }
  return false;
}

}  // namespace

const Confusables& Confusables::of_english() {
  static const Confusables table = [] {
    base::ImageReader image(confusables_image());
    return Confusables(ConfusablesTable(image));
  }();
  return table;
}

ConfusableFacts Confusables::facts(std::string_view folded, lexicon::PosMask parts,
                                   bool is_comparative) const {
  return {.row = table_.row_of(folded),
          .word = table_.number_of(folded),
          .signs = signs_of(folded, parts) | (is_comparative ? bit(comparative) : 0U)};
}

bool Confusables::may_be_first(std::span<const Neighbour> wanted, Place place) const {
  if (wanted.empty() || place.bits == empty_place || wanted.front().optional != 0) return true;
  const ConfusableFacts there{.word = place.word, .signs = signs_in(place.bits)};
  return names(wanted.front(), there) != (wanted.front().negated != 0);
}

std::uint64_t Confusables::left_of(std::uint16_t row, Place before, Place after) const {
  const std::span<const ConfusedPattern> patterns = table_.row(row);
  const std::span<const Gate> gates = table_.gates(row);
  std::uint64_t left = 0;
  for (std::size_t at = 0; at < patterns.size(); ++at) {
    // most patterns are refused by some bits already
    if (gates.size() == patterns.size() && ((before.bits & gates[at].before_needed) == 0 ||
                                            (before.bits & gates[at].before_barred) != 0 ||
                                            (after.bits & gates[at].after_needed) == 0 ||
                                            (after.bits & gates[at].after_barred) != 0)) {
      continue;
    }
    if (may_be_first(table_.before(patterns[at]), before) &&
        may_be_first(table_.after(patterns[at]), after))
      left |= std::uint64_t{1} << std::min(at, last_bit);
  }
  return left;
}

std::uint32_t Confusables::signs_at_edge(const Scan& scan, Scan::Index i, bool after) {
  const bool begins = !after && scan.sentence_of(i).first_token == i;
  const std::uint32_t signs = after ? bit(end) : bit(start) | (begins ? bit(first) : 0U);
  if (after ? i + 1 >= scan.size() : i == 0) return signs;
  const Scan::Index before = after ? i : i - 1;
  const base::Span between{scan.token(before).text.end, scan.token(before + 1).text.begin};
  if (scan.reading().view(between).find('\n') != std::string_view::npos) return signs;
  const Scan::Index other = after ? i + 1 : i - 1;
  if (scan.token(other).kind != TokenKind::mark) return 0;
  constexpr auto edges = std::to_array<std::string_view>(
      {",", ".", ";", ":", "!", "?", "(", ")", "\u2014", "\u2013", "...", "\u2026"});
  return begins || is_one_of(edges, scan.text(other)) ? signs : 0;
}

bool Confusables::may_speak(const ConfusedPattern& pattern, const Scan& scan, Scan::Index i) const {
  if (scan.mark_before(i) == "-" || scan.mark_after(i) == "-") return false;
  // "Crohns disease": a name may be meant, with its apostrophe
  const bool capital = scan.token(i).shape == sentences::Shape::capitalised;
  const bool may_have_capital = scan.capital_is_due(i) || table_.meant(pattern).ends_with("'s");
  // "SFP 30": initials are meant
  const std::string_view meant = table_.meant(pattern);
  const bool initials = scan.token(i).shape == sentences::Shape::upper && meant.size() > 1 &&
                        std::ranges::all_of(meant, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (scan.token(i).shape != sentences::Shape::lower && !(capital && may_have_capital) && !initials)
    return false;
  return pattern.outside_conditions == 0 || !is_conditional(scan, i);
}

}  // namespace linter::checks::spelling
