#include "linter/checks/spelling/confusables.h"

#include <algorithm>
#include <array>
#include <span>

#include "confusables_text.h"

namespace linter::checks::spelling {
namespace {

using lexicon::has;
using lexicon::PartOfSpeech;
using sentences::TokenKind;

enum Sign : std::uint32_t {
  noun,
  only_noun,
  verb,
  only_verb,
  only_adjective,
  adverb,
  gerund,
  participle,
  determiner,
  possessive,
  subject,
  be,
  have,
  modal,
  number,
  preposition,
  start,
  end,
};
struct SignName {
  std::string_view name;
  Sign sign;
};
constexpr auto sign_names = std::to_array<SignName>({
    {"N", noun},
    {"NN", only_noun},
    {"V", verb},
    {"VV", only_verb},
    {"ADJ", only_adjective},
    {"ADV", adverb},
    {"ING", gerund},
    {"ED", participle},
    {"DET", determiner},
    {"POSS", possessive},
    {"SUBJ", subject},
    {"BE", be},
    {"HAVE", have},
    {"MODAL", modal},
    {"NUM", number},
    {"PREP", preposition},
    {"START", start},
    {"END", end},
});

constexpr std::uint32_t bit(Sign sign) {
  return 1U << sign;
}

std::vector<std::string_view> pieces(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t at = text.find(separator);
    if (at != 0 && !text.empty()) out.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

std::optional<std::vector<Neighbour>> neighbours_of(std::string_view side) {
  std::vector<Neighbour> out;
  for (std::string_view one : pieces(side, ' ')) {
    Neighbour neighbour;
    neighbour.negated = one.starts_with('!');
    if (neighbour.negated) one.remove_prefix(1);
    for (const std::string_view piece : pieces(one, '|')) {
      const auto sign = std::ranges::find(sign_names, piece, &SignName::name);
      if (sign != sign_names.end()) {
        neighbour.signs |= bit(sign->sign);
      } else if (std::ranges::any_of(piece, [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return std::nullopt;  // a sign that is none
      } else {
        neighbour.words.emplace_back(piece);
      }
    }
    out.push_back(std::move(neighbour));
  }
  return out;
}

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

// The signs of a word or number.
std::uint32_t signs_of(const Scan& scan, Scan::Index i) {
  const std::string_view word = scan.folded(i);
  const lexicon::PosMask parts = scan.entry(i).parts;
  std::uint32_t signs = 0;
  const auto set_if = [&](bool holds, Sign sign) { signs |= holds ? bit(sign) : 0U; };
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
  set_if(scan.is_number(i) || has(parts, PartOfSpeech::number), number);
  set_if(has(parts, PartOfSpeech::preposition), preposition);
  return signs;
}

// The token beside i in its sentence when it is a word or number with a space between.
std::optional<Scan::Index> beside(const Scan& scan, Scan::Index i, bool after) {
  const sentences::Sentence& sentence = scan.sentence_of(i);
  if (after ? i + 1 >= sentence.end_token : i <= sentence.first_token) return std::nullopt;
  const Scan::Index other = after ? i + 1 : i - 1;
  const Scan::Index later = std::max(i, other);
  if ((!scan.is_word(other) && !scan.is_number(other)) || !scan.token(later).space_before)
    return std::nullopt;
  const bool half_of_compound =
      after ? scan.mark_after(other) == "-" : scan.mark_before(other) == "-";
  return half_of_compound ? std::nullopt : std::optional(other);
}

// Whether a mark or the sentence's end stands there: something that ends a phrase.
bool is_edge(const Scan& scan, Scan::Index i, bool after) {
  const sentences::Sentence& sentence = scan.sentence_of(i);
  if (after ? i + 1 >= sentence.end_token : i <= sentence.first_token) return true;
  const Scan::Index other = after ? i + 1 : i - 1;
  if (scan.token(other).kind != TokenKind::mark) return false;
  constexpr auto edges = std::to_array<std::string_view>(
      {",", ".", ";", ":", "!", "?", "(", ")", "\u2014", "\u2013", "...", "\u2026"});
  return is_one_of(edges, scan.text(other));
}

bool fits(const Neighbour& wanted, const Scan& scan, std::optional<Scan::Index> there, bool edge,
          bool after) {
  if (!there) {
    const bool at_edge = edge && (wanted.signs & bit(after ? end : start)) != 0;
    return wanted.negated ? !at_edge : at_edge;
  }
  const bool holds = std::ranges::find(wanted.words, scan.folded(*there)) != wanted.words.end() ||
                     (signs_of(scan, *there) & wanted.signs) != 0;
  return holds != wanted.negated;
}

bool all_fit(std::span<const Neighbour> side, const Scan& scan, Scan::Index i, bool after) {
  std::optional<Scan::Index> at = i;
  for (std::size_t n = 0; n < side.size(); ++n) {
    const Neighbour& wanted = after ? side[n] : side[side.size() - 1 - n];
    if (!at) return false;  // beyond the edge nothing stands
    const bool edge = is_edge(scan, *at, after);
    at = beside(scan, *at, after);
    if (!fits(wanted, scan, at, edge, after)) return false;
  }
  return true;
}

bool is_conditional(const Scan& scan, Scan::Index i) {
  for (Scan::Index at = scan.sentence_of(i).first_token; at < i; ++at) {
    if (scan.is_word(at) && is_one_of(conditions, scan.folded(at))) return true;
  }
  return false;
}

}  // namespace

base::Loaded<Confusables> Confusables::parse(std::string_view text, std::string_view file) {
  base::Loaded<Confusables> loaded;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t line_end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, line_end);
    text.remove_prefix(std::min(line_end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const bool careful = line.starts_with('~');
    if (careful) line.remove_prefix(1);
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const std::size_t arrow = line.find('>', first + 1);
    const bool is_row = first != std::string_view::npos && second != std::string_view::npos &&
                        arrow != std::string_view::npos && arrow < second;
    const auto before = is_row ? neighbours_of(line.substr(0, first)) : std::nullopt;
    const auto after = is_row ? neighbours_of(line.substr(second + 1)) : std::nullopt;
    const auto wrong =
        is_row ? pieces(line.substr(first + 1, arrow - first - 1), '|') : pieces("", '|');
    const auto meant =
        is_row ? pieces(line.substr(arrow + 1, second - arrow - 1), '|') : pieces("", '|');
    if (!before || !after || wrong.empty() || wrong.size() != meant.size() ||
        before->size() + after->size() == 0) {
      loaded.errors.push_back({base::ErrorCode::bad_value,
                               "not a row: neighbours, a tab, WRONG>MEANT, a tab, neighbours",
                               std::string(file), number, 1});
      continue;
    }
    for (std::size_t i = 0; i < wrong.size(); ++i) {
      loaded.value.patterns_.emplace(
          wrong[i], ConfusedPattern{std::string(meant[i]), *before, *after, careful});
    }
  }
  return loaded;
}

const Confusables& Confusables::of_english() {
  static const Confusables table = parse(confusables_text, "confusables.tsv").value;
  return table;
}

bool Confusables::knows(std::string_view folded) const {
  return patterns_.contains(std::string(folded));
}

std::optional<std::string> Confusables::meant(const Scan& scan, Scan::Index i) const {
  if (scan.mark_before(i) == "-" || scan.mark_after(i) == "-") return std::nullopt;
  if (scan.token(i).shape != sentences::Shape::lower &&
      (scan.token(i).shape != sentences::Shape::capitalised || !scan.capital_is_due(i))) {
    return std::nullopt;
  }
  const auto [first, last] = patterns_.equal_range(std::string(scan.folded(i)));
  std::optional<std::string> best;
  for (auto one = first; one != last; ++one) {
    const ConfusedPattern& pattern = one->second;
    if (!all_fit(pattern.before, scan, i, false) || !all_fit(pattern.after, scan, i, true))
      continue;
    if (pattern.outside_conditions && is_conditional(scan, i)) continue;
    // patterns stand in no order: the answer must not hang on it
    if (!best || pattern.meant < *best) best = pattern.meant;
  }
  return best;
}

}  // namespace linter::checks::spelling
