#include "linter/checks/spelling/stand_ins_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/split.h"
#include "linter/checks/spelling/table_rows.h"

namespace linter::checks::spelling {
namespace {

constexpr std::size_t places = std::tuple_size_v<StandInsTable::Around>;
constexpr auto fixed_kinds = std::to_array<std::string_view>(
    {"<none>", "<stop>", "<comma>", "<bracket>", "<mark>", "<number>", "*?"});

// The parts of speech that tell kinds apart: bits of lexicon::PartOfSpeech, and their letters.
struct Part {
  unsigned bit;
  char letter;
};
constexpr auto parts_of_kinds = std::to_array<Part>({{0, 'n'},    // noun
                                                     {18, 'p'},   // plural
                                                     {19, 'b'},   // base form
                                                     {15, 'f'},   // finite verb
                                                     {16, 'g'},   // gerund
                                                     {17, 'e'},   // participle
                                                     {2, 'a'},    // adjective
                                                     {3, 'r'}});  // adverb
// What a word is in the table of words: its row, then its kind.
constexpr unsigned kind_bits = 8;
constexpr StandInsTable::Kind no_kind = UINT8_MAX;

constexpr std::size_t part_sets = std::size_t{1} << parts_of_kinds.size();

std::size_t part_set(std::uint32_t parts) {
  std::size_t set = 0;
  for (std::size_t i = 0; i < parts_of_kinds.size(); ++i)
    set |= ((parts >> parts_of_kinds[i].bit) & std::size_t{1}) << i;
  return set;
}

// Of "nbf"; nothing where a letter is none.
std::optional<std::size_t> part_set_of(std::string_view letters) {
  std::size_t set = 0;
  for (const char letter : letters) {
    const auto part = std::ranges::find(parts_of_kinds, letter, &Part::letter);
    if (part == parts_of_kinds.end()) return std::nullopt;
    set |= std::size_t{1} << (part - parts_of_kinds.begin());
  }
  return set;
}

std::optional<int> int_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                  : std::nullopt;
}

}  // namespace

class StandInsTable::Builder {
 public:
  Builder() { table_.parts_ = base::Column<Kind>(part_sets); }

  bool take(std::string_view line) {
    if (line.starts_with("@kinds\t")) return take_kinds(line.substr(line.find('\t') + 1));
    const std::vector<std::string_view> columns = base::split(line, '\t');
    const std::size_t arrow = columns[0].find('>');
    if (columns.size() != 2 + places || arrow == std::string_view::npos || kinds_.empty())
      return false;
    const std::string_view meant = columns[0].substr(arrow + 1);
    const auto written = base::split(columns[0].substr(0, arrow), '|');
    const auto odds = base::split(columns[1], '|');
    std::vector<std::int8_t> figures(places * kinds_.size());
    for (std::size_t place = 0; place < places; ++place) {
      const auto row = std::span(figures).subspan(place * kinds_.size(), kinds_.size());
      if (!take_figures(columns[2 + place], row)) return false;
    }
    if (meant.empty() || written.size() != odds.size()) return false;
    Choice choice{.meant = static_cast<std::uint32_t>(table_.letters_.size()),
                  .meant_size = static_cast<std::uint32_t>(meant.size()),
                  .figures = static_cast<std::uint32_t>(models_++)};
    table_.letters_.append(meant);
    const auto best = [&](std::size_t place) {
      return *std::ranges::max_element(
          std::span(figures).subspan(place * kinds_.size(), kinds_.size()));
    };
    for (std::size_t i = 0; i < written.size(); ++i) {
      const auto own = int_of(odds[i]);
      if (!own || written[i].empty()) return false;
      choice.odds = *own;
      choice.most = *own + best(0) + best(places - 1);
      rows_[std::string(written[i])].push_back(choice);
    }
    table_.figures_.append(figures);
    return true;
  }

  // Nothing where there are too many words for their numbers.
  std::optional<StandInsTable> finish() {
    if (rows_.size() >= UINT16_MAX) return std::nullopt;
    for (const auto& [written, choices] : rows_) {
      const auto kind = kinds_.find(written);
      add_word(written, static_cast<std::uint32_t>(table_.row_ends_.size() + 1),
               kind == kinds_.end() ? no_kind : kind->second);
      table_.choices_.append(choices);
      table_.row_ends_.push_back(static_cast<std::uint32_t>(table_.choices_.size()));
    }
    for (const auto& [name, kind] : kinds_) {
      if (!name.starts_with('<') && !name.starts_with('*')) add_word(name, 0, kind);
    }
    table_.kind_count_ = kinds_.size();
    return std::move(table_);
  }

 private:
  // "<none> <stop> ... the of *nbf": the fixed ones first.
  bool take_kinds(std::string_view text) {
    const auto names = base::split(text, ' ');
    if (!kinds_.empty() || names.size() >= edge || names.size() < fixed_kinds.size() ||
        !std::ranges::equal(fixed_kinds, std::span(names).first(fixed_kinds.size()))) {
      return false;
    }
    for (std::size_t set = 0; set < part_sets; ++set) table_.parts_.edit(set) = other_word;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto kind = static_cast<Kind>(i);
      if (!kinds_.emplace(names[i], kind).second) return false;
      if (i < fixed_kinds.size()) continue;
      if (!names[i].starts_with('*')) continue;
      const auto set = part_set_of(names[i].substr(1));
      if (!set) return false;
      table_.parts_.edit(*set) = kind;
    }
    return true;
  }

  void add_word(std::string_view word, std::uint32_t row, Kind kind) {
    table_.words_.add(word, row << kind_bits | kind);
    table_.longest_ = std::max<std::uint64_t>(table_.longest_, word.size());
  }

  // "-8:at,after 3:the": a figure, and the kinds that it is for.
  bool take_figures(std::string_view text, std::span<std::int8_t> figures) const {
    if (text.empty()) return true;
    return std::ranges::all_of(base::split(text, ' '), [&](std::string_view group) {
      const std::size_t colon = group.find(':');
      const auto value = int_of(group.substr(0, colon));
      if (colon == std::string_view::npos || !value || *value < INT8_MIN || *value > INT8_MAX)
        return false;
      return std::ranges::all_of(base::split(group.substr(colon + 1), ','),
                                 [&](std::string_view name) {
                                   const auto kind = kinds_.find(name);
                                   if (kind == kinds_.end()) return false;
                                   figures[kind->second] = static_cast<std::int8_t>(*value);
                                   return true;
                                 });
    });
  }

  StandInsTable table_;
  std::map<std::string_view, Kind> kinds_;  // views of the parsed text
  std::map<std::string, std::vector<Choice>> rows_;
  std::size_t models_ = 0;
};

base::Loaded<StandInsTable> StandInsTable::parse(std::string_view text, std::string_view file) {
  constexpr RowFaults faults{
      .no_row =
          "not a row: WRITTEN>MEANT, its odds, and figures for four places, with tabs between",
      .no_table = "too many words"};
  return table_of_rows<StandInsTable, Builder>(text, file, faults);
}

StandInsTable::StandInsTable(base::ImageReader& image)
    : words_(image, std::uint64_t{UINT16_MAX} << kind_bits),
      parts_(image),
      row_ends_(image),
      choices_(image),
      figures_(image),
      letters_(image),
      kind_count_(image.number()),
      longest_(image.number()) {}

void StandInsTable::put(base::ImageWriter& image) const {
  words_.put(image);
  parts_.put(image);
  row_ends_.put(image);
  choices_.put(image);
  figures_.put(image);
  letters_.put(image);
  image.number(kind_count_);
  image.number(longest_);
}

StandInsTable::Facts StandInsTable::facts(std::string_view folded, std::uint32_t parts) const {
  Facts facts;
  const std::size_t set = part_set(parts);
  if (set < parts_.size()) facts.kind = parts_[set];
  if (folded.size() > longest_) return facts;
  const auto word = words_.find(folded);
  if (!word) return facts;
  facts.row = static_cast<std::uint16_t>(*word >> kind_bits);
  const auto own = static_cast<Kind>(*word & ((1U << kind_bits) - 1U));
  if (own != no_kind) facts.kind = own;
  return facts;
}

std::span<const StandInsTable::Choice> StandInsTable::row(std::uint16_t row) const {
  if (row == 0 || row > row_ends_.size()) return {};
  const std::uint32_t begin = row == 1 ? 0 : row_ends_[row - 2U];
  const std::uint32_t end = row_ends_[row - 1U];
  if (begin > end || end > choices_.size()) return {};
  return choices_.part(begin, end - begin);
}

std::span<const std::int8_t> StandInsTable::figures(const Choice& choice, std::size_t place) const {
  if (kind_count_ >= edge) return {};
  const auto count = static_cast<std::size_t>(kind_count_);
  const std::size_t first = (std::size_t{choice.figures} * places + place) * count;
  return first <= figures_.size() && count <= figures_.size() - first
             ? figures_.part(first, count)
             : std::span<const std::int8_t>();
}

bool StandInsTable::may_stand_in(std::uint16_t row_number, Kind before, Kind after) const {
  const auto best = [&](const Choice& choice, std::size_t place, Kind kind) -> int {
    const std::span<const std::int8_t> of_kinds = figures(choice, place);
    if (kind < of_kinds.size()) return of_kinds[kind];
    return of_kinds.size() <= bracket
               ? 0
               : std::max({of_kinds[stop], of_kinds[comma], of_kinds[bracket]});
  };
  return std::ranges::any_of(row(row_number), [&](const Choice& choice) {
    return choice.most + best(choice, 1, before) + best(choice, 2, after) > 0;
  });
}

std::string_view StandInsTable::meant(std::uint16_t row_number, const Around& around) const {
  const Choice* best = nullptr;
  int most = 0;
  for (const Choice& choice : row(row_number)) {
    int odds = choice.odds;
    for (std::size_t place = 0; place < places; ++place) {
      const std::span<const std::int8_t> of_kinds = figures(choice, place);
      if (around[place] < of_kinds.size()) odds += of_kinds[around[place]];
    }
    if (odds <= most) continue;
    most = odds;
    best = &choice;
  }
  const bool inside = best != nullptr && best->meant <= letters_.size() &&
                      best->meant_size <= letters_.size() - best->meant;
  if (!inside) return {};
  const auto letters = letters_.part(best->meant, best->meant_size);
  return {letters.data(), letters.size()};
}

}  // namespace linter::checks::spelling
