#include "linter/checks/spelling/confusables_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace linter::checks::spelling {
namespace {

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

}  // namespace

// Gathers rows by their wrong word, which come in any order.
class ConfusablesTable::Builder {
 public:
  // Takes a line of the text; false when it is no row.
  bool take(std::string_view line);
  [[nodiscard]] ConfusablesTable finish();

 private:
  static std::uint16_t number_in(base::TextTable& table, std::string_view word);
  std::optional<std::vector<Neighbour>> neighbours_of(std::string_view side);

  ConfusablesTable table_;
  std::vector<std::vector<ConfusedPattern>> rows_;
};

std::uint16_t ConfusablesTable::Builder::number_in(base::TextTable& table, std::string_view word) {
  return static_cast<std::uint16_t>(table.add(word, static_cast<std::uint32_t>(table.size() + 1)));
}

std::optional<std::vector<Neighbour>> ConfusablesTable::Builder::neighbours_of(
    std::string_view side) {
  std::vector<Neighbour> out;
  for (std::string_view one : pieces(side, ' ')) {
    Neighbour neighbour;
    neighbour.negated = one.starts_with('!') ? 1 : 0;
    if (neighbour.negated != 0) one.remove_prefix(1);
    std::vector<std::uint16_t> words;
    for (const std::string_view piece : pieces(one, '|')) {
      const bool is_word = piece.front() >= 'a' && piece.front() <= 'z';
      const auto sign =
          is_word ? sign_names.end() : std::ranges::find(sign_names, piece, &SignName::name);
      if (sign != sign_names.end()) {
        neighbour.signs |= bit(sign->sign);
      } else if (std::ranges::any_of(piece, [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return std::nullopt;  // a sign that is none
      } else {
        words.push_back(number_in(table_.numbers_, piece));
      }
    }
    std::ranges::sort(words);
    neighbour.first_word = static_cast<std::uint32_t>(table_.words_.size());
    neighbour.words = static_cast<std::uint16_t>(words.size());
    table_.words_.append(words);
    out.push_back(neighbour);
  }
  return out;
}

bool ConfusablesTable::Builder::take(std::string_view line) {
  const bool careful = line.starts_with('~');
  if (careful) line.remove_prefix(1);
  const std::vector<std::string_view> columns = columns_of(line);
  const std::size_t arrow = columns.size() == 3 ? columns[1].find('>') : std::string_view::npos;
  if (arrow == std::string_view::npos) return false;
  auto before = neighbours_of(columns[0]);
  const auto after = neighbours_of(columns[2]);
  const std::vector<std::string_view> wrong = pieces(columns[1].substr(0, arrow), '|');
  const std::vector<std::string_view> meant = pieces(columns[1].substr(arrow + 1), '|');
  if (!before || !after || wrong.empty() || wrong.size() != meant.size() ||
      before->size() + after->size() == 0) {
    return false;
  }
  std::ranges::reverse(*before);
  ConfusedPattern pattern;
  pattern.first_neighbour = static_cast<std::uint32_t>(table_.neighbours_.size());
  pattern.before = static_cast<std::uint16_t>(before->size());
  pattern.after = static_cast<std::uint16_t>(after->size());
  pattern.outside_conditions = careful ? 1 : 0;
  table_.neighbours_.append(*before);
  table_.neighbours_.append(*after);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    pattern.meant = static_cast<std::uint32_t>(table_.letters_.size());
    pattern.meant_size = static_cast<std::uint32_t>(meant[i].size());
    table_.letters_.append(meant[i]);
    const std::size_t row = number_in(table_.rows_, wrong[i]);
    rows_.resize(std::max(rows_.size(), row));
    rows_[row - 1].push_back(pattern);
  }
  return true;
}

ConfusablesTable ConfusablesTable::Builder::finish() {
  for (const std::vector<ConfusedPattern>& row : rows_) {
    table_.patterns_.append(row);
    table_.row_ends_.push_back(static_cast<std::uint32_t>(table_.patterns_.size()));
  }
  return std::move(table_);
}

base::Loaded<ConfusablesTable> ConfusablesTable::parse(std::string_view text,
                                                       std::string_view file) {
  base::Loaded<ConfusablesTable> loaded;
  Builder builder;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t line_end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, line_end);
    text.remove_prefix(std::min(line_end + 1, text.size()));
    if (line.empty() || line.starts_with('#') || builder.take(line)) continue;
    loaded.errors.push_back({base::ErrorCode::bad_value,
                             "not a row: neighbours, a tab, WRONG>MEANT, a tab, neighbours",
                             std::string(file), number, 1});
  }
  loaded.value = builder.finish();
  return loaded;
}

ConfusablesTable::ConfusablesTable(base::ImageReader& image)
    : rows_(image, UINT16_MAX),
      numbers_(image, UINT16_MAX),
      row_ends_(image),
      patterns_(image),
      neighbours_(image),
      words_(image),
      letters_(image) {}

void ConfusablesTable::put(base::ImageWriter& image) const {
  rows_.put(image);
  numbers_.put(image);
  row_ends_.put(image);
  patterns_.put(image);
  neighbours_.put(image);
  words_.put(image);
  letters_.put(image);
}

std::uint16_t ConfusablesTable::row_of(std::string_view folded) const {
  return static_cast<std::uint16_t>(rows_.find(folded).value_or(0));
}

std::uint16_t ConfusablesTable::number_of(std::string_view folded) const {
  return static_cast<std::uint16_t>(numbers_.find(folded).value_or(0));
}

std::span<const ConfusedPattern> ConfusablesTable::row(std::uint16_t row) const {
  if (row == 0 || row > row_ends_.size()) return {};
  const std::uint32_t first = row == 1 ? 0 : row_ends_[row - 2U];
  return first <= row_ends_[row - 1U] ? part_of(patterns_, first, row_ends_[row - 1U] - first)
                                      : std::span<const ConfusedPattern>();
}

}  // namespace linter::checks::spelling
