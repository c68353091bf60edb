#include "linter/checks/spelling/confusables_table.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "linter/checks/spelling/table_rows.h"

namespace linter::checks::spelling {
namespace {

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
    {"COMP", comparative},
    {"SG", singular},
    {"PL", plural},
    {"FIN", only_finite},
    {"START", start},
    {"FIRST", first},
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
  struct Group {
    std::vector<std::uint16_t> words;
    std::uint32_t signs = 0;
  };
  static std::uint16_t number_in(base::TextTable& table, std::string_view word);
  bool add_pieces(std::string_view text, Group& to);
  bool add_neighbour(std::string_view text);
  std::optional<std::uint16_t> add_neighbours(std::string_view side, bool reversed);
  // `columns` are what stands before, after and, perhaps, anywhere.
  std::optional<ConfusedPattern> frame_of(std::span<const std::string_view> columns);
  bool add_words(std::string_view words, std::span<const ConfusedPattern> frames);

  ConfusablesTable table_;
  std::vector<std::vector<ConfusedPattern>> rows_;
  std::map<std::string, Group, std::less<>> groups_;
  std::map<std::string, std::vector<ConfusedPattern>, std::less<>> frames_;
};

std::uint16_t ConfusablesTable::Builder::number_in(base::TextTable& table, std::string_view word) {
  return static_cast<std::uint16_t>(table.add(word, static_cast<std::uint32_t>(table.size() + 1)));
}

// "the|a", "ADJ|very", "@group".
bool ConfusablesTable::Builder::add_pieces(std::string_view text, Group& to) {
  for (const std::string_view piece : pieces(text, '|')) {
    if (piece.starts_with('@')) {
      const auto group = groups_.find(piece);
      if (group == groups_.end()) return false;
      to.words.insert(to.words.end(), group->second.words.begin(), group->second.words.end());
      to.signs |= group->second.signs;
      continue;
    }
    const bool is_word = piece.front() >= 'a' && piece.front() <= 'z';
    const auto sign =
        is_word ? sign_names.end() : std::ranges::find(sign_names, piece, &SignName::name);
    if (sign != sign_names.end()) {
      to.signs |= bit(sign->sign);
    } else if (std::ranges::any_of(piece, [](char c) { return c >= 'A' && c <= 'Z'; })) {
      return false;  // a sign that is none
    } else {
      to.words.push_back(number_in(table_.numbers_, piece));
    }
  }
  std::ranges::sort(to.words);
  return true;
}

// "!the|a", "ADJ?", "NN^time".
bool ConfusablesTable::Builder::add_neighbour(std::string_view text) {
  Neighbour neighbour;
  neighbour.negated = text.starts_with('!') ? 1 : 0;
  if (neighbour.negated != 0) text.remove_prefix(1);
  const bool of_article = text.starts_with('&');
  if (of_article) text.remove_prefix(1);
  neighbour.optional = of_article || text.ends_with('?') ? 1 : 0;
  if (text.ends_with('?')) text.remove_suffix(1);
  const std::size_t but = text.find('^');
  Group meant;
  Group excepted;
  if (!add_pieces(text.substr(0, but), meant)) return false;
  if (but != std::string_view::npos &&
      (!add_pieces(text.substr(but + 1), excepted) || excepted.signs != 0)) {
    return false;
  }
  neighbour.first_word = static_cast<std::uint32_t>(table_.words_.size());
  neighbour.words = static_cast<std::uint16_t>(meant.words.size());
  neighbour.excepted = static_cast<std::uint16_t>(excepted.words.size());
  neighbour.signs = meant.signs;
  table_.words_.append(meant.words);
  table_.words_.append(excepted.words);
  table_.neighbours_.push_back(neighbour);
  return true;
}

// How many they are.
std::optional<std::uint16_t> ConfusablesTable::Builder::add_neighbours(std::string_view side,
                                                                       bool reversed) {
  std::vector<std::string_view> all = pieces(side, ' ');
  if (reversed) std::ranges::reverse(all);
  for (const std::string_view one : all) {
    if (!add_neighbour(one)) return std::nullopt;
  }
  return static_cast<std::uint16_t>(all.size());
}

std::optional<ConfusedPattern> ConfusablesTable::Builder::frame_of(
    std::span<const std::string_view> columns) {
  ConfusedPattern pattern;
  pattern.first_neighbour = static_cast<std::uint32_t>(table_.neighbours_.size());
  const auto before = add_neighbours(columns[0], true);
  const auto after = add_neighbours(columns[1], false);
  const auto anywhere = add_neighbours(columns.size() > 2 ? columns[2] : std::string_view(), false);
  if (!before || !after || !anywhere || *before + *after + *anywhere == 0) return std::nullopt;
  pattern.before = *before;
  pattern.after = *after;
  pattern.anywhere = *anywhere;
  return pattern;
}

// WRONG>MEANT, each one word or several with | between.
bool ConfusablesTable::Builder::add_words(std::string_view words,
                                          std::span<const ConfusedPattern> frames) {
  const std::size_t arrow = words.find('>');
  if (arrow == std::string_view::npos) return false;
  const std::vector<std::string_view> wrong = pieces(words.substr(0, arrow), '|');
  const std::vector<std::string_view> meant = pieces(words.substr(arrow + 1), '|');
  if (wrong.empty() || wrong.size() != meant.size()) return false;
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    const std::size_t row = number_in(table_.rows_, wrong[i]);
    rows_.resize(std::max(rows_.size(), row));
    for (ConfusedPattern pattern : frames) {
      pattern.meant = static_cast<std::uint32_t>(table_.letters_.size());
      pattern.meant_size = static_cast<std::uint32_t>(meant[i].size());
      rows_[row - 1].push_back(pattern);
    }
    table_.letters_.append(meant[i]);
  }
  return true;
}

bool ConfusablesTable::Builder::take(std::string_view line) {
  const bool careful = line.starts_with('~');
  if (careful) line.remove_prefix(1);
  std::vector<std::string_view> columns = columns_of(line);
  constexpr std::size_t fewest = 2;
  constexpr std::size_t most = 4;
  if (columns.size() < fewest || columns.size() > most) return false;
  const std::string_view name = columns.front();
  if (name.starts_with('@') && columns.size() == fewest)
    return add_pieces(columns[1], groups_[std::string(name)]);
  const bool named = name.starts_with('=');
  if (named && columns.size() == fewest) {
    const auto frames = frames_.find(name);
    return frames != frames_.end() && add_words(columns[1], frames->second);
  }
  if (columns.size() == fewest) return false;
  std::string_view words = columns[1];
  columns.erase(columns.begin() + (named ? 0 : 1));
  const std::size_t arrow = words.find('>');
  const std::size_t space = words.substr(0, arrow).find(' ');
  const bool two = !named && arrow != std::string_view::npos && space != std::string_view::npos;
  std::string first;
  std::string after;
  if (two) {  // "feed back>feedback"
    after = std::string(words.substr(space, arrow - space)).append(" ").append(columns[1]);
    first = std::string(words.substr(0, space)).append(words.substr(arrow));
    columns[1] = after;
    words = first;
  }
  auto frame = frame_of(columns);
  if (!frame) return false;
  frame->words = two ? 2 : 1;
  frame->outside_conditions = careful ? 1 : 0;
  if (!named) return add_words(words, std::span(&*frame, 1));
  frames_[std::string(name)].push_back(*frame);
  return true;
}

ConfusablesTable ConfusablesTable::Builder::finish() {
  for (const std::vector<ConfusedPattern>& row : rows_) {
    table_.patterns_.append(row);
    table_.row_ends_.push_back(static_cast<std::uint32_t>(table_.patterns_.size()));
  }
  for (const ConfusedPattern& pattern : table_.patterns_) {
    const std::span<const Neighbour> before = table_.before(pattern);
    const std::span<const Neighbour> after = table_.after(pattern);
    table_.gates_.push_back(
        {table_.needed(before), table_.barred(before), table_.needed(after), table_.barred(after)});
  }
  return std::move(table_);
}

base::Loaded<ConfusablesTable> ConfusablesTable::parse(std::string_view text,
                                                       std::string_view file) {
  constexpr RowFaults faults{
      .no_row = "not a row: neighbours, a tab, WRONG>MEANT, a tab, neighbours", .no_table = ""};
  return table_of_rows<ConfusablesTable, Builder>(text, file, faults);
}

ConfusablesTable::ConfusablesTable(base::ImageReader& image)
    : rows_(image, UINT16_MAX),
      numbers_(image, UINT16_MAX),
      row_ends_(image),
      patterns_(image),
      gates_(image),
      neighbours_(image),
      words_(image),
      letters_(image) {}

void ConfusablesTable::put(base::ImageWriter& image) const {
  rows_.put(image);
  numbers_.put(image);
  row_ends_.put(image);
  patterns_.put(image);
  gates_.put(image);
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

// Without one of these bits of the nearest place what is wanted from it on cannot be there.
std::uint32_t ConfusablesTable::needed(std::span<const Neighbour> wanted) const {
  constexpr std::uint32_t any = UINT32_MAX;
  if (wanted.empty() || wanted.front().optional != 0) return any;
  const Neighbour& next = wanted.front();
  if (next.negated != 0) return wanted.size() == 1 ? any : any & ~empty_place;
  constexpr std::uint32_t edges = bit(start) | bit(first) | bit(end);
  std::uint32_t needed_bits = next.signs & ~edges;
  if (wanted.size() == 1 && (next.signs & edges) != 0) needed_bits |= empty_place;
  constexpr std::uint32_t there = place_bits(0, 0);
  for (const std::uint16_t word : words(next)) needed_bits |= place_bits(0, word) & ~there;
  return needed_bits;
}

// With one of these bits it is not.
std::uint32_t ConfusablesTable::barred(std::span<const Neighbour> wanted) const {
  if (wanted.empty() || wanted.front().optional != 0 || wanted.front().negated == 0) return 0;
  return excepted(wanted.front()).empty() ? wanted.front().signs : 0;
}

}  // namespace linter::checks::spelling
