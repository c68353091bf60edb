#include "linter/checks/spelling/apostrophes.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/english_tables.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/inflection.h"

namespace linter::checks::spelling {
namespace {

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::string without_apostrophe(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c != '\'') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

// The contractions by what is left of them without their apostrophes, those of the same letters in
// the order of the table.
struct BareContractions {
  struct Row {
    std::string bare;
    std::string_view right;
  };
  std::vector<Row> rows;
  std::size_t longest = 0;

  BareContractions() {
    for (const std::string_view right : contractions) {
      rows.push_back({without_apostrophe(right), right});
      longest = std::max(longest, rows.back().bare.size());
    }
    std::ranges::stable_sort(rows, {}, &Row::bare);
  }
};

}  // namespace

std::optional<std::string> restored_apostrophe(std::string_view folded) {
  const auto fixed = std::ranges::find(misplaced_apostrophes, folded, &Slip::wrong);
  if (fixed != misplaced_apostrophes.end()) return std::string(fixed->right);
  // "does'nt" has its apostrophe one letter early
  static const BareContractions known;
  const std::string bare = without_apostrophe(folded);
  if (bare.size() > known.longest) return std::nullopt;
  for (const auto& row :
       std::ranges::equal_range(known.rows, bare, {}, &BareContractions::Row::bare)) {
    if (row.right != folded) return std::string(row.right);
  }
  return std::nullopt;
}

bool is_accent_for_apostrophe(const Scan& scan, Scan::Index i) {
  constexpr auto accents = std::to_array<std::string_view>({"`", "\u00B4", "\u2032", "\uFF07"});
  constexpr auto tails = std::to_array<std::string_view>({"d", "ll", "m", "re", "s", "t", "ve"});
  return i > 0 && i + 1 < scan.size() && is_one_of(accents, scan.text(i)) && scan.is_word(i - 1) &&
         scan.is_word(i + 1) && scan.token(i).text.begin == scan.token(i - 1).text.end &&
         scan.token(i + 1).text.begin == scan.token(i).text.end &&
         is_one_of(tails, scan.text(i + 1));
}

std::optional<std::string> contraction_across_mark(const Scan& scan, Scan::Index i) {
  constexpr auto before_s = std::to_array<std::string_view>(
      {"he", "here", "how", "it", "let", "she", "that", "there", "what", "where", "who"});
  if (i == 0 || i + 1 >= scan.size() || !scan.is_word(i - 1) || !scan.is_word(i + 1) ||
      scan.token(i + 1).space_before || scan.token(i).text.begin != scan.token(i - 1).text.end ||
      scan.token(i + 1).shape != sentences::Shape::lower) {
    return std::nullopt;
  }
  const std::string right = std::string(scan.text(i - 1)).append("'").append(scan.text(i + 1));
  const std::string folded = std::string(scan.folded(i - 1)).append("'").append(scan.folded(i + 1));
  const bool known =
      std::ranges::find(contractions, std::string_view(folded)) != contractions.end() ||
      (scan.text(i + 1) == "s" && is_one_of(before_s, scan.folded(i - 1)));
  return known ? std::optional(right) : std::nullopt;
}

std::optional<ContractionApart> contraction_apart(const Scan& scan, Scan::Index i) {
  constexpr auto before_t = std::to_array<std::string_view>(
      {"ain", "aren", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "mustn",
       "needn", "shouldn", "wasn", "weren", "wouldn"});
  constexpr auto before_s = std::to_array<std::string_view>(
      {"he", "here", "it", "let", "she", "that", "there", "what", "where", "who"});
  if (i == 0 || scan.token(i).shape != sentences::Shape::lower) return std::nullopt;
  const bool mark = scan.text(i - 1) == "'" && i > 1 && scan.token(i - 1).space_before &&
                    !scan.token(i).space_before;
  const Scan::Index first = mark ? i - 2 : i - 1;
  const bool apart = mark ? scan.is_word(first) : scan.are_neighbours(first);
  if (!apart || !scan.mark_before(first).empty()) return std::nullopt;
  const std::string_view word = scan.folded(first);
  const std::string_view letter = scan.text(i);
  const bool goes_on = scan.are_neighbours(i) && scan.token(i + 1).shape == sentences::Shape::lower;
  const bool known = (letter == "t" && is_one_of(before_t, word)) ||
                     (letter == "s" && goes_on && is_one_of(before_s, word)) ||
                     (letter == "m" && goes_on && scan.text(first) == "I");
  if (!known) return std::nullopt;
  return ContractionApart{first, std::string(scan.text(first)).append("'").append(letter)};
}

namespace {

// "Photo's of our clients", "Facial's and peels": no noun that is counted begins a line without an
// article, and nothing of it follows.
std::optional<std::string> plural_that_begins(const Scan& scan, Scan::Index i) {
  using lexicon::PartOfSpeech;
  constexpr auto behind =
      std::to_array<std::string_view>({"are", "for", "from", "include", "of", "were"});
  constexpr std::uint8_t rarest = 50;
  constexpr std::size_t shortest = 4;
  const std::string_view stem = scan.folded(i).substr(0, scan.folded(i).size() - 2);
  if (scan.token(i).shape != sentences::Shape::capitalised || stem.size() < shortest ||
      scan.sentence_of(i).first_token != i || !scan.are_neighbours(i) ||
      !is_one_of(behind, scan.folded(i + 1)) || lexicon::closed_class(stem)) {
    return std::nullopt;
  }
  const lexicon::Vocabulary& vocabulary = scan.reading().lexicon.vocabulary();
  const lexicon::WordFacts facts = vocabulary.look_up(stem);
  const std::string plural = lexicon::plural_of(stem);
  const bool counted = facts.accepted && facts.tier > 0 && facts.tier <= rarest &&
                       has(facts.parts, PartOfSpeech::noun) &&
                       !has(facts.parts, PartOfSpeech::adverb) &&
                       !has(facts.parts, PartOfSpeech::adjective) && vocabulary.accepts(plural);
  const bool of_time = stem == "today" || stem == "tomorrow" || stem == "yesterday";
  return counted && !of_time ? std::optional(base::capitalised(plural)) : std::nullopt;
}

// "FAQ's about peels", "read our FAQ's.": initials that are read in the plural, with no noun
// behind.
std::optional<std::string> plural_of_initials(const Scan& scan, Scan::Index i) {
  using lexicon::PartOfSpeech;
  constexpr auto counted = std::to_array<std::string_view>({"CD", "DVD", "FAQ", "PDF", "URL"});
  const std::string_view text = scan.text(i);
  const std::string_view stem = text.substr(0, text.find_first_of("'\xE2"));  // also a curly one
  if (!is_one_of(counted, stem)) return std::nullopt;
  const bool ends = !scan.are_neighbours(i) && scan.mark_after(i) != "-";
  constexpr auto behind =
      std::to_array<std::string_view>({"about", "and", "are", "at", "for", "from", "in", "of", "on",
                                       "or", "page", "section", "to"});
  if (!ends && !(scan.are_neighbours(i) && is_one_of(behind, scan.folded(i + 1))))
    return std::nullopt;
  return std::string(stem) + 's';
}

}  // namespace

std::optional<std::string> plural_with_apostrophe(const Scan& scan, Scan::Index i) {
  using lexicon::PartOfSpeech;
  constexpr auto of_many = std::to_array<std::string_view>(
      {"both", "different", "few", "five", "four", "many", "multiple", "numerous", "several", "six",
       "ten", "these", "those", "three", "two", "various"});
  constexpr auto verbs_of_many =
      std::to_array<std::string_view>({"are", "aren't", "have", "haven't", "were", "weren't"});
  constexpr auto comparing = std::to_array<std::string_view>({"and", "as", "like", "or", "than"});
  constexpr std::string_view ending = "'s";
  if (!scan.folded(i).ends_with(ending)) return std::nullopt;
  if (auto plural = plural_of_initials(scan, i)) return plural;
  if (auto plural = plural_that_begins(scan, i)) return plural;
  if (scan.token(i).shape != sentences::Shape::lower) return std::nullopt;
  const std::string_view stem = scan.folded(i).substr(0, scan.folded(i).size() - ending.size());
  const lexicon::WordFacts facts = scan.reading().lexicon.vocabulary().look_up(stem);
  constexpr std::uint8_t rarest = 60;
  if (facts.tier == 0 || facts.tier > rarest || lexicon::closed_class(scan.folded(i)) ||
      lexicon::closed_class(stem) || !has(facts.parts, PartOfSpeech::noun) ||
      has(facts.parts, PartOfSpeech::adverb)) {
    return std::nullopt;
  }
  const bool first = i == 0 || !scan.are_neighbours(i - 1);
  const bool last = !scan.are_neighbours(i);
  const lexicon::PosMask next = last ? 0 : scan.entry(i + 1).parts;
  const bool noun_follows = has(next, PartOfSpeech::noun) || has(next, PartOfSpeech::adjective) ||
                            scan.mark_after(i) == "-";
  const bool many = !first && is_one_of(of_many, scan.folded(i - 1)) && !noun_follows;
  const bool verb = !last && is_one_of(verbs_of_many, scan.folded(i + 1)) &&
                    (first || !is_one_of(comparing, scan.folded(i - 1)));
  return many || verb ? std::optional(lexicon::plural_of(stem)) : std::nullopt;
}

bool is_apostrophe_too_many(const Scan& scan, Scan::Index i) {
  constexpr auto possessives =
      std::to_array<std::string_view>({"hers", "his", "its", "ours", "theirs", "yours"});
  if (i == 0 || scan.text(i) != "'" || !scan.is_word(i - 1) ||
      scan.token(i).text.begin != scan.token(i - 1).text.end ||
      !is_one_of(possessives, scan.folded(i - 1)) || i + 1 >= scan.size() ||
      !scan.token(i + 1).space_before || !scan.is_word(i + 1)) {
    return false;
  }
  // the end of what is in single quotes
  const Scan::Index first = scan.sentence_of(i).first_token;
  for (Scan::Index before = first; before < i; ++before) {
    if (scan.text(before) == "'") return false;
  }
  return true;
}

bool is_stray_apostrophe(const Scan& scan, Scan::Index i) {
  constexpr std::size_t shortest = 5;  // "wi'", "goin'"
  if (i == 0 || scan.text(i) != "'" || !scan.is_word(i - 1) ||
      scan.token(i).text.begin != scan.token(i - 1).text.end ||
      scan.token(i - 1).shape != sentences::Shape::lower || scan.text(i - 1).size() < shortest ||
      std::string_view("sxz").contains(scan.text(i - 1).back()) || scan.mark_after(i) != "," ||
      !scan.reading().lexicon.accepts(scan.token(i - 1).word)) {
    return false;
  }
  const base::Span block = scan.block_of(i).text;
  const auto is_quote = [&](Scan::Index at) {
    return scan.text(at) == "'" || scan.text(at) == "\u2018" || scan.text(at) == "`";
  };
  for (Scan::Index at = i; at-- > 0 && scan.token(at).text.begin >= block.begin;) {
    if (is_quote(at)) return false;
  }
  return true;
}

}  // namespace linter::checks::spelling
