#include "linter/checks/spelling/confusables.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/checks/spelling/english_tables.h"

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
  comparative,
  start,
  end,
};
struct SignName {
  std::string_view name;
  Sign sign;
};
constexpr auto sign_names = std::to_array<SignName>({
    {"N", noun},           {"NN", only_noun},       {"V", verb},
    {"VV", only_verb},     {"ADJ", only_adjective}, {"ADV", adverb},
    {"ING", gerund},       {"ED", participle},      {"DET", determiner},
    {"POSS", possessive},  {"SUBJ", subject},       {"BE", be},
    {"HAVE", have},        {"MODAL", modal},        {"NUM", number},
    {"PREP", preposition}, {"COMP", comparative},   {"START", start},
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

// The parts between tabs.
std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (;;) {
    const std::size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
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
  return signs;
}

bool is_conditional(const Scan& scan, Scan::Index i) {
  for (Scan::Index at = scan.sentence_of(i).first_token; at < i; ++at) {
    if (scan.is_word(at) && is_one_of(conditions, scan.folded(at))) return true;
  }
  return false;
}

}  // namespace

std::uint16_t Confusables::number_of(std::string_view word) {
  const auto next = static_cast<std::uint16_t>(numbers_.size() + 1);
  return numbers_.try_emplace(std::string(word), next).first->second;
}

std::optional<std::vector<Neighbour>> Confusables::neighbours_of(std::string_view side) {
  std::vector<Neighbour> out;
  for (std::string_view one : pieces(side, ' ')) {
    Neighbour neighbour;
    neighbour.negated = one.starts_with('!');
    if (neighbour.negated) one.remove_prefix(1);
    for (const std::string_view piece : pieces(one, '|')) {
      const bool is_word = piece.front() >= 'a' && piece.front() <= 'z';
      const auto sign =
          is_word ? sign_names.end() : std::ranges::find(sign_names, piece, &SignName::name);
      if (sign != sign_names.end()) {
        neighbour.signs |= bit(sign->sign);
      } else if (std::ranges::any_of(piece, [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return std::nullopt;  // a sign that is none
      } else {
        neighbour.words.push_back(number_of(piece));
      }
    }
    std::ranges::sort(neighbour.words);
    out.push_back(std::move(neighbour));
  }
  return out;
}

base::Loaded<Confusables> Confusables::parse(std::string_view text, std::string_view file) {
  base::Loaded<Confusables> loaded;
  Confusables& table = loaded.value;
  constexpr std::size_t letters_of_a_word = 16;  // of the table, there being many words once
  table.numbers_.reserve(text.size() / letters_of_a_word);
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t line_end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, line_end);
    text.remove_prefix(std::min(line_end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const bool careful = line.starts_with('~');
    if (careful) line.remove_prefix(1);
    const std::vector<std::string_view> columns = columns_of(line);
    const std::size_t arrow = columns.size() == 3 ? columns[1].find('>') : std::string_view::npos;
    std::optional<std::vector<Neighbour>> before;
    std::optional<std::vector<Neighbour>> after;
    std::vector<std::string_view> wrong;
    std::vector<std::string_view> meant;
    if (arrow != std::string_view::npos) {
      before = table.neighbours_of(columns[0]);
      after = table.neighbours_of(columns[2]);
      wrong = pieces(columns[1].substr(0, arrow), '|');
      meant = pieces(columns[1].substr(arrow + 1), '|');
    }
    if (!before || !after || wrong.empty() || wrong.size() != meant.size() ||
        before->size() + after->size() == 0) {
      loaded.errors.push_back({base::ErrorCode::bad_value,
                               "not a row: neighbours, a tab, WRONG>MEANT, a tab, neighbours",
                               std::string(file), number, 1});
      continue;
    }
    std::ranges::reverse(*before);
    for (std::size_t i = 0; i < wrong.size(); ++i) {
      const auto next = static_cast<std::uint16_t>(table.rows_.size());
      const auto [row, added] = table.row_of_.try_emplace(std::string(wrong[i]), next);
      if (added) table.rows_.emplace_back();
      table.rows_[row->second].push_back({std::string(meant[i]), *before, *after, careful});
    }
  }
  return loaded;
}

const Confusables& Confusables::of_english() {
  static const Confusables table = parse(confusables_text, "confusables.tsv").value;
  return table;
}

ConfusableFacts Confusables::facts(std::string_view folded, lexicon::PosMask parts,
                                   bool is_comparative) const {
  const std::string word(folded);
  const auto row = row_of_.find(word);
  const auto number = numbers_.find(word);
  return {.row = row == row_of_.end() ? std::uint16_t{0} : row->second,
          .word = number == numbers_.end() ? std::uint16_t{0} : number->second,
          .signs = signs_of(folded, parts) | (is_comparative ? bit(comparative) : 0U)};
}

std::size_t Confusables::size() const {
  std::size_t patterns = 0;
  for (const auto& row : rows_) patterns += row.size();
  return patterns;
}

std::optional<Scan::Index> Confusables::beside(const Scan& scan, Scan::Index i, bool after) {
  if (after ? i + 1 >= scan.size() : i == 0) return std::nullopt;
  const Scan::Index other = after ? i + 1 : i - 1;
  const Scan::Index first = std::min(i, other);
  const bool spaced = scan.token(first + 1).text.begin == scan.token(first).text.end + 1 &&
                      scan.reading().article.view[scan.token(first).text.end] == ' ';
  if (!spaced || (!scan.is_word(other) && !scan.is_number(other))) return std::nullopt;
  const bool half_of_compound =
      after ? scan.mark_after(other) == "-" : scan.mark_before(other) == "-";
  return half_of_compound ? std::nullopt : std::optional(other);
}

bool Confusables::is_edge(const Scan& scan, Scan::Index i, bool after) {
  if (after ? i + 1 >= scan.size() : i == 0) return true;
  const Scan::Index first = after ? i : i - 1;
  const base::Span between{scan.token(first).text.end, scan.token(first + 1).text.begin};
  if (scan.reading().view(between).find('\n') != std::string_view::npos) return true;
  const Scan::Index other = after ? i + 1 : i - 1;
  if (scan.token(other).kind != TokenKind::mark) return false;
  constexpr auto edges = std::to_array<std::string_view>(
      {",", ".", ";", ":", "!", "?", "(", ")", "\u2014", "\u2013", "...", "\u2026"});
  return is_one_of(edges, scan.text(other));
}

bool Confusables::holds(const Neighbour& wanted, ConfusableFacts there) {
  const bool named = there.word != 0 && std::ranges::binary_search(wanted.words, there.word);
  return (named || (there.signs & wanted.signs) != 0) != wanted.negated;
}

bool Confusables::holds_at_edge(const Neighbour& wanted, bool edge, bool after) {
  const bool at_edge = edge && (wanted.signs & bit(after ? end : start)) != 0;
  return wanted.negated ? !at_edge : at_edge;
}

bool Confusables::may_speak(const ConfusedPattern& pattern, const Scan& scan, Scan::Index i) {
  if (scan.mark_before(i) == "-" || scan.mark_after(i) == "-") return false;
  if (scan.token(i).shape != sentences::Shape::lower &&
      (scan.token(i).shape != sentences::Shape::capitalised || !scan.capital_is_due(i))) {
    return false;
  }
  return !pattern.outside_conditions || !is_conditional(scan, i);
}

}  // namespace linter::checks::spelling
