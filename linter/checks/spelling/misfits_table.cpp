#include "linter/checks/spelling/misfits_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/hash.h"
#include "linter/base/split.h"
#include "linter/checks/spelling/table_rows.h"

namespace linter::checks::spelling {
namespace {

constexpr auto names_of_rows = std::to_array<std::string_view>(
    {"<nothing>", "<stop>", "<comma>", "<colon>", "<opening>", "<closing>", "<quote>", "<dash>",
     "<hyphen>", "<number>", "<mark>", "<other>", "<other-s>", "<other-ed>", "<other-ing>",
     "<other-ly>"});
static_assert(names_of_rows.size() == MisfitsTable::fixed_rows);

constexpr std::size_t name_buckets = std::size_t{1} << 15U;
constexpr std::size_t curve_steps = 64;
constexpr std::size_t times_written = 5;
constexpr std::size_t times_meant = 6;

// A figure is one letter: those before 'A' are no figures.
constexpr std::string_view letters_of_figures =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr int zero_figure = 32;

template <class Int>
bool read_int(std::string_view text, Int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

// "1 -2 3": as many as asked for.
template <class Int>
bool read_ints(std::string_view text, std::size_t count, std::vector<Int>& into) {
  into.clear();
  for (const std::string_view one : base::split(text, ' ')) {
    Int value = 0;
    if (!read_int(one, value)) return false;
    into.push_back(value);
  }
  return into.size() == count;
}

bool read_figures(std::string_view text, std::vector<std::int8_t>& into) {
  for (const char letter : text) {
    const std::size_t at = letters_of_figures.find(letter);
    if (at == std::string_view::npos) return false;
    into.push_back(static_cast<std::int8_t>(static_cast<int>(at) - zero_figure));
  }
  return true;
}

MisfitsTable::Row row_of_ending(std::string_view folded) {
  const auto ends = [&](std::string_view ending) {
    return folded.size() > ending.size() && folded.ends_with(ending);
  };
  if (ends("ing")) return MisfitsTable::other_ing;
  if (ends("ed")) return MisfitsTable::other_ed;
  if (ends("ly")) return MisfitsTable::other_ly;
  return ends("s") ? MisfitsTable::other_s : MisfitsTable::other;
}

}  // namespace

class MisfitsTable::Builder {
 public:
  bool take(std::string_view line) {
    const std::vector<std::string_view> columns = base::split(line, '\t');
    if (line.starts_with('@')) return columns.size() == 2 && take_key(columns[0], columns[1]);
    if (columns.size() != 4 || columns[0].empty()) return false;
    Entry entry{.name = columns[0], .choices = columns[3]};
    if (columns[1].size() % width != 0 || columns[1].size() > slots * width ||
        !read_figures(columns[1], entry.places) || !take_fit(columns[2], entry)) {
      return false;
    }
    return (entry.has_fit || entry.choices.empty()) && entries_.emplace(entry.name, entry).second;
  }

  // The table, or what is wrong with it as a whole.
  std::optional<MisfitsTable> finish() {
    if (table_.start_.size() != width || table_.curve_.size() != curve_steps ||
        table_.written_.size() != times_written || table_.meant_.size() != times_meant) {
      return std::nullopt;
    }
    table_.most_nearby_ =
        *std::ranges::max_element(table_.written_) + *std::ranges::max_element(table_.meant_);
    if (!add_rows() || !add_words()) return std::nullopt;
    add_names();
    for (std::size_t word = 1; word <= table_.choice_ends_.size(); ++word) {
      const auto written = static_cast<Word>(word);
      for (const Choice& choice : table_.choices(written))
        table_.least_apart_.push_back(table_.least_apart(written, choice));
    }
    table_.settle();
    return std::move(table_);
  }

 private:
  struct Entry {
    std::string_view name;
    std::string_view choices;
    std::vector<std::int8_t> places{};
    std::vector<std::int8_t> fit{};
    std::int32_t bias = 0;
    bool has_fit = false;
    Row row = 0;
    Word word = 0;
  };

  bool take_key(std::string_view key, std::string_view text) {
    std::vector<std::int16_t> ints;
    const auto take_into = [&](base::Column<std::int16_t>& column, std::size_t count) {
      if (!column.empty() || !read_ints(text, count, ints)) return false;
      column.append(ints);
      return true;
    };
    if (key == "@start") return take_into(table_.start_, width);
    if (key == "@curve") return take_into(table_.curve_, curve_steps);
    if (key == "@written") return take_into(table_.written_, times_written);
    if (key == "@meant") return take_into(table_.meant_, times_meant);
    if (key == "@field") {
      if (!of_field_.empty()) return false;
      of_field_ = base::split(text, ' ');
      return true;
    }
    if (key == "@step") return read_int(text, table_.step_) && table_.step_ > 0;
    if (key != "@least" || !read_ints(text, 2, ints)) return false;
    table_.least_suggestion_ = ints[0];
    table_.least_warning_ = ints[1];
    return true;
  }

  // "-1234 figures", or nothing.
  static bool take_fit(std::string_view text, Entry& entry) {
    if (text.empty()) return true;
    entry.has_fit = true;
    const std::size_t space = text.find(' ');
    return space != std::string_view::npos && read_int(text.substr(0, space), entry.bias) &&
           read_figures(text.substr(space + 1), entry.fit) && entry.fit.size() == width;
  }

  // Words that more places know come first, so that a place's rows lie together.
  bool add_rows() {
    std::vector<Entry*> rows;
    for (const std::string_view name : names_of_rows) {
      const auto found = entries_.find(name);
      if (found == entries_.end() || found->second.places.size() != slots * width) return false;
      rows.push_back(&found->second);
    }
    for (auto& [name, entry] : entries_) {
      if (!name.starts_with('<') && !entry.places.empty()) rows.push_back(&entry);
    }
    if (rows.size() > UINT16_MAX) return false;
    std::ranges::stable_sort(rows.begin() + fixed_rows, rows.end(), std::ranges::greater(),
                             [](const Entry* entry) { return entry->places.size(); });
    for (std::size_t slot = 0; slot < slots; ++slot) {
      table_.slot_begins_.push_back(static_cast<std::uint32_t>(table_.figures_.size()));
      for (std::size_t i = 0; i < rows.size() && rows[i]->places.size() > slot * width; ++i) {
        rows[i]->row = static_cast<Row>(i);
        table_.figures_.append(std::span(rows[i]->places).subspan(slot * width, width));
      }
    }
    table_.slot_begins_.push_back(static_cast<std::uint32_t>(table_.figures_.size()));
    return true;
  }

  bool add_words() {
    for (auto& [name, entry] : entries_) {
      if (!entry.has_fit) continue;
      if (table_.biases_.size() == UINT16_MAX) return false;
      table_.fits_.append(entry.fit);
      table_.biases_.push_back(entry.bias);
      entry.word = static_cast<Word>(table_.biases_.size());
    }
    for (const auto& [name, entry] : entries_) {
      if (!entry.has_fit) continue;
      if (!entry.choices.empty() && !add_choices(entry.choices)) return false;
      table_.choice_ends_.push_back(static_cast<std::uint32_t>(table_.choices_.size()));
    }
    return add_field();
  }

  bool add_field() {
    std::vector<Word> words;
    for (const std::string_view name : of_field_) {
      const auto entry = entries_.find(name);
      if (entry == entries_.end() || entry->second.word == 0) return false;
      words.push_back(entry->second.word);
    }
    std::ranges::sort(words);
    table_.of_field_.append(words);
    return true;
  }

  // "from:-12 for:3:20"
  bool add_choices(std::string_view text) {
    const std::vector<std::string_view> choices = base::split(text, ' ');
    return choices.size() <= most_choices && std::ranges::all_of(choices, [&](std::string_view one) {
      const std::vector<std::string_view> parts = base::split(one, ':');
      const auto entry = entries_.find(parts[0]);
      constexpr std::size_t most_parts = 3;
      Choice choice;
      if (parts.size() < 2 || parts.size() > most_parts || entry == entries_.end() ||
          !read_int(parts[1], choice.odds) ||
          (parts.size() == most_parts && !read_int(parts[2], choice.in_field))) {
        return false;
      }
      choice.word = entry->second.word;
      table_.choices_.push_back(choice);
      return choice.word != 0;
    });
  }

  void add_names() {
    std::vector<std::vector<const Entry*>> by_bucket(name_buckets);
    for (const auto& [name, entry] : entries_) {
      if (!name.starts_with('<')) by_bucket[bucket_of(name)].push_back(&entry);
    }
    std::vector<std::uint32_t> name_of(table_.biases_.size());
    for (const auto& bucket : by_bucket) {
      for (const Entry* entry : bucket) {
        if (entry->word != 0)
          name_of[entry->word - 1U] = static_cast<std::uint32_t>(table_.named_.size());
        table_.letters_.append(entry->name);
        table_.name_ends_.push_back(static_cast<std::uint32_t>(table_.letters_.size()));
        table_.named_.push_back({entry->row, entry->word});
      }
      table_.bucket_ends_.push_back(static_cast<std::uint32_t>(table_.named_.size()));
    }
    table_.name_of_.append(name_of);
  }

  MisfitsTable table_;
  std::vector<std::string_view> of_field_;
  std::map<std::string_view, Entry> entries_;  // views of the parsed text
};

base::Loaded<MisfitsTable> MisfitsTable::parse(std::string_view text, std::string_view file) {
  constexpr RowFaults faults{
      .no_row =
          "not a row: a word, its figures for places, how it fits, and words that it may be "
          "for",
      .no_table = "a key, a row of figures or a word is missing, or there are too many"};
  return table_of_rows<MisfitsTable, Builder>(text, file, faults);
}

MisfitsTable::MisfitsTable(base::ImageReader& image)
    : bucket_ends_(image),
      name_ends_(image),
      letters_(image),
      named_(image),
      slot_begins_(image),
      figures_(image),
      fits_(image),
      biases_(image),
      name_of_(image),
      choice_ends_(image),
      choices_(image),
      least_apart_(image),
      of_field_(image),
      start_(image),
      curve_(image),
      written_(image),
      meant_(image),
      step_(std::max<std::uint64_t>(image.number() & INT32_MAX, 1)),
      most_nearby_(static_cast<std::int32_t>(image.number())),
      least_suggestion_(static_cast<std::int32_t>(image.number())),
      least_warning_(static_cast<std::int32_t>(image.number())) {
  settle();
}

void MisfitsTable::settle() {
  for (std::size_t slot = 0; slot < slots && slot + 1 < slot_begins_.size(); ++slot) {
    const std::size_t begin = slot_begins_[slot];
    const std::size_t end = std::min<std::size_t>(slot_begins_[slot + 1], figures_.size());
    rows_[slot] = {begin, begin < end ? (end - begin) / width : 0};
  }
  fitted_ = std::min(biases_.size(), fits_.size() / width);
  std::copy_n(start_.begin(), std::min(width, start_.size()), around_.begin());
}

void MisfitsTable::put(base::ImageWriter& image) const {
  bucket_ends_.put(image);
  name_ends_.put(image);
  letters_.put(image);
  named_.put(image);
  slot_begins_.put(image);
  figures_.put(image);
  fits_.put(image);
  biases_.put(image);
  name_of_.put(image);
  choice_ends_.put(image);
  choices_.put(image);
  least_apart_.put(image);
  of_field_.put(image);
  start_.put(image);
  curve_.put(image);
  written_.put(image);
  meant_.put(image);
  image.number(step_);
  image.number(static_cast<std::uint64_t>(most_nearby_));
  image.number(static_cast<std::uint64_t>(least_suggestion_));
  image.number(static_cast<std::uint64_t>(least_warning_));
}

std::size_t MisfitsTable::bucket_of(std::string_view folded) {
  return static_cast<std::size_t>(base::hash64(folded) % name_buckets);
}

std::string_view MisfitsTable::name(std::size_t index) const {
  if (index >= name_ends_.size()) return {};
  const std::uint32_t begin = index == 0 ? 0 : name_ends_[index - 1];
  const std::uint32_t end = name_ends_[index];
  if (begin > end || end > letters_.size()) return {};
  return {letters_.data() + begin, end - begin};
}

MisfitsTable::Facts MisfitsTable::facts(std::string_view folded) const {
  Facts facts;
  facts.kind = row_of_ending(folded);
  facts.row = facts.kind;
  const std::size_t bucket = bucket_of(folded);
  if (bucket >= bucket_ends_.size()) return facts;
  const std::size_t end = std::min<std::size_t>(bucket_ends_[bucket], named_.size());
  for (std::size_t i = bucket == 0 ? 0 : bucket_ends_[bucket - 1]; i < end; ++i) {
    if (name(i) != folded) continue;
    if (named_[i].row != 0) facts.row = named_[i].row;
    facts.word = named_[i].word;
    facts.may_misfit = !choices(facts.word).empty();
    facts.of_field = std::binary_search(of_field_.begin(), of_field_.end(), facts.word);
    break;
  }
  return facts;
}

std::span<const MisfitsTable::Choice> MisfitsTable::choices(Word written) const {
  if (written == 0 || written > choice_ends_.size()) return {};
  const std::uint32_t begin = written == 1 ? 0 : choice_ends_[written - 2U];
  const std::uint32_t end = choice_ends_[written - 1U];
  if (begin > end || end > choices_.size()) return {};
  return choices_.part(begin, std::min<std::size_t>(end - begin, most_choices));
}

MisfitsTable::Meant MisfitsTable::meant(Word written, const Around& around,
                                        bool in_field) const {
  Meant best{.odds = INT32_MIN};
  const std::span<const Choice> others = choices(written);
  std::array<FigureRow, most_choices + 1> rows;
  rows[0] = fit(written);
  if (rows[0] == nullptr || curve_.empty()) return best;
  for (std::size_t i = 0; i < others.size(); ++i) {
    rows[i + 1] = fit(others[i].word);
    if (rows[i + 1] == nullptr) return best;  // of a damaged image
  }
  std::array<std::int32_t, most_choices + 1> products;
  multiply_rows(around, std::span(rows).first(others.size() + 1), products.data());
  const std::int64_t own = std::int64_t{products[0]} + biases_[written - 1U];
  for (std::size_t i = 0; i < others.size(); ++i) {
    const std::int64_t apart = products[i + 1] + std::int64_t{biases_[others[i].word - 1U]} - own;
    std::size_t step = 0;
    if (apart > 0) step = std::min(static_cast<std::uint64_t>(apart) / step_, curve_.size() - 1);
    const int odds = curve_[step] + others[i].odds + (in_field ? others[i].in_field : 0);
    if (odds > best.odds) best = {others[i].word, odds};
  }
  return best;
}

// The least difference of the products of a choice and of the word as written with what stands
// around them by which the choice has least_near() odds.
std::int32_t MisfitsTable::least_apart(Word written, const Choice& choice) const {
  constexpr std::int64_t always = INT32_MIN;
  constexpr std::int64_t never = INT32_MAX;
  const int most = choice.odds + std::max<int>(choice.in_field, 0);
  const auto step = std::ranges::find_if(
      curve_, [&](std::int16_t by_difference) { return by_difference + most >= least_near(); });
  if (step == curve_.end()) return never;
  if (step == curve_.begin()) return always;
  const std::int64_t apart = (step - curve_.begin()) * static_cast<std::int64_t>(step_);
  return static_cast<std::int32_t>(
      std::clamp(apart + biases_[written - 1U] - biases_[choice.word - 1U], always, never));
}

bool MisfitsTable::may_misfit(Word written, const Around& near) const {
  const std::span<const Choice> others = choices(written);
  std::array<FigureRow, most_choices + 1> rows;
  rows[0] = fit(written);
  if (rows[0] == nullptr) return false;
  for (std::size_t i = 0; i < others.size(); ++i) {
    rows[i + 1] = fit(others[i].word);
    if (rows[i + 1] == nullptr) return false;  // of a damaged image
  }
  const auto first = static_cast<std::size_t>(others.data() - choices_.data());
  if (first + others.size() > least_apart_.size()) return false;  // likewise
  std::array<std::int32_t, most_choices + 1> products;
  multiply_rows(near, std::span(rows).first(others.size() + 1), products.data());
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (products[i + 1] - products[0] >= least_apart_[first + i]) return true;
  }
  return false;
}

std::optional<int> MisfitsTable::apart(Word written, Word meant, const Around& around) const {
  constexpr std::int64_t sixteenths = 4;  // of a step of the curve
  const std::array<FigureRow, 2> rows{fit(written), fit(meant)};
  if (rows[0] == nullptr || rows[1] == nullptr) return std::nullopt;
  std::array<std::int32_t, 2> products{};
  multiply_rows(around, rows, products.data());
  const std::int64_t apart = std::int64_t{products[1]} + biases_[meant - 1U] - products[0] -
                             std::int64_t{biases_[written - 1U]};
  return static_cast<int>(apart * sixteenths / static_cast<std::int64_t>(step_));
}

int MisfitsTable::odds_nearby(std::size_t written, std::size_t meant) const {
  constexpr std::size_t several = 3;
  constexpr std::size_t many = 8;
  const std::size_t column = meant <= several ? meant : meant <= many ? several + 1 : several + 2;
  if (written_.size() != times_written || meant_.size() != times_meant) return 0;
  return written_[std::min(written, times_written - 1)] + meant_[column];
}

std::string_view MisfitsTable::text_of(Word word) const {
  return word == 0 || word > name_of_.size() ? std::string_view() : name(name_of_[word - 1U]);
}

}  // namespace linter::checks::spelling
