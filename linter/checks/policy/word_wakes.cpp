#include "linter/checks/policy/word_wakes.h"

#include <algorithm>
#include <span>
#include <utility>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::checks::policy {
namespace {

constexpr std::size_t most_joints = 8;  // of a token whose parts are looked at
// Of a long article. Memory that is not touched costs nothing, a table that moves does.
constexpr std::size_t usual_rows = 4096;

// Whether two capital letters of ASCII stand together.
bool has_two_capitals(std::string_view text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::ranges::adjacent_find(
             text, [&](char a, char b) { return is_capital(a) && is_capital(b); }) != text.end();
}

// The length of what joins two parts of a token at `at`; 0 where nothing does.
std::uint32_t joint_at(std::string_view token, std::uint32_t at) {
  const char c = token[at];
  if (c == '\'' || c == ',' || c == '.') return 1;
  if (static_cast<unsigned char>(c) < 0xE2) return 0;
  const base::CodePoint point = base::decode(token, at);
  const bool invisible = (point.value >= 0x200B && point.value <= 0x200D) ||
                         point.value == 0x2060 || point.value == 0xFEFF;
  return invisible ? point.length : 0;
}

}  // namespace

WordWakes::WordWakes(const PolicySet::Index& index)
    : index_(index),
      row_size_(std::max<std::size_t>(index.companion_count / 64 + 1, GroupRow{}.size())) {
  rows_.reserve(usual_rows * row_size_);
  clear();
}

void WordWakes::begin(const lexicon::Lexicon& lexicon) {
  if (generation_ == lexicon.generation()) return;
  generation_ = lexicon.generation();
  clear();
}

void WordWakes::clear() {
  words_.clear();
  units_.clear();
  rows_.assign((empty_row() + 2) * row_size_, 0);
  known_rows_.clear();
  known_count_ = 0;
  for (std::size_t byte = 0; byte < mark_rows_.size(); ++byte) {
    for (const std::uint32_t companion : index_.mark_meets[byte]) meet(companion);
    mark_rows_[byte] = finished_row();
  }
}

void WordWakes::meet(std::uint32_t companion) {
  meets_any_ = true;
  rows_[rows_.size() - row_size_ + companion / 64] |= std::uint64_t{1} << (companion % 64);
}

// Where the number of the row stands, or is to stand.
std::uint32_t& WordWakes::place_of(std::span<const std::uint64_t> row) {
  const std::size_t mask = known_rows_.size() - 1;
  const auto bytes = std::as_bytes(row);
  std::size_t place =
      base::hash64({reinterpret_cast<const char*>(bytes.data()), bytes.size()}) & mask;
  while (known_rows_[place] != 0 && !std::ranges::equal(row_at(known_rows_[place]), row))
    place = (place + 1) & mask;
  return known_rows_[place];
}

void WordWakes::make_room() {
  if (2 * ++known_count_ <= known_rows_.size()) return;
  const std::vector<std::uint32_t> rows = std::exchange(known_rows_, {});
  known_rows_.assign(std::max<std::size_t>(2 * rows.size(), 1024), 0);
  for (const std::uint32_t row : rows)
    if (row != 0) place_of(row_at(row)) = row;
}

// The number of the row that was made; the next one is begun. Most words meet what another one
// does: few rows are read often, and stay in a processor's cache.
std::uint32_t WordWakes::finished_row() {
  if (!std::exchange(meets_any_, false)) return empty_row();
  make_room();
  const auto made = static_cast<std::uint32_t>(rows_.size() / row_size_ - 1);
  std::uint32_t& known = place_of(row_at(made));
  if (known != 0) {
    --known_count_;
    std::fill(rows_.end() - static_cast<std::ptrdiff_t>(row_size_), rows_.end(), 0);
  } else {
    known = made;
    rows_.resize(rows_.size() + row_size_);
  }
  return known;
}

const WordWake& WordWakes::add(lexicon::Lexicon& lexicon, lexicon::WordId word) {
  const lexicon::Entry& entry = lexicon[word];
  WordWake wake{.folded = entry.folded, .first = static_cast<std::uint32_t>(units_.size())};
  wake.joined = add_triggers(entry.triggers);
  if (wake.joined) add_parts(lexicon, entry.text);
  if (!index_.capitals.empty() && has_two_capitals(entry.text))
    units_.insert(units_.end(), index_.capitals.begin(), index_.capitals.end());
  const auto first = units_.begin() + wake.first;
  std::sort(first, units_.end());
  units_.erase(std::unique(first, units_.end()), units_.end());
  wake.count = static_cast<std::uint32_t>(units_.size()) - wake.first;
  wake.row = finished_row();
  if (word >= words_.size()) words_.resize(std::max<std::size_t>(lexicon.size(), word + 1));
  return words_[word] = wake;
}

// True where the token is joined of parts.
bool WordWakes::add_triggers(std::span<const lexicon::TriggerId> triggers) {
  bool joined = false;
  const auto count = static_cast<std::uint32_t>(index_.wakes_begin.size() - 1);
  for (const lexicon::TriggerId trigger : triggers) {
    const std::uint32_t number = trigger - index_.first_trigger;
    if (number >= count) continue;  // another layer's
    joined = joined || number == joined_trigger;
    const auto woken = index_.units_of(number);
    units_.insert(units_.end(), woken.begin(), woken.end());
    for (const std::uint32_t companion : index_.companions_of(number)) meet(companion);
  }
  return joined;
}

// Every run of parts of a joined token counts as a token: "patient's" is "patient" and "s", too.
void WordWakes::add_parts(lexicon::Lexicon& lexicon, std::string_view token) {
  joints_.clear();
  for (std::uint32_t at = 0; at < token.size() && joints_.size() < 2 * most_joints;) {
    const std::uint32_t length = joint_at(token, at);
    if (length > 0) {
      joints_.push_back(at);
      joints_.push_back(at + length);
    }
    at += std::max(length, 1U);
  }
  // Part i lies between joint i - 1 and joint i.
  const std::size_t parts = joints_.size() / 2 + 1;
  const auto begin_of = [&](std::size_t part) { return part == 0 ? 0U : joints_[2 * part - 1]; };
  const auto end_of = [&](std::size_t part) {
    return part + 1 == parts ? static_cast<std::uint32_t>(token.size()) : joints_[2 * part];
  };
  for (std::size_t first = 0; first < parts; ++first) {
    for (std::size_t last = first; last < parts; ++last) {
      const bool whole = first == 0 && last + 1 == parts;
      if (whole || end_of(last) <= begin_of(first)) continue;
      const lexicon::WordId id =
          lexicon.intern(token.substr(begin_of(first), end_of(last) - begin_of(first)));
      add_triggers(lexicon[id].triggers);
    }
  }
}

}  // namespace linter::checks::policy
