// The summaries of many articles, packed.
//
// A corpus of 100,000 articles makes millions of them: what they share is kept once, and what only
// a finding that is printed needs (the line around it) is not kept at all.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/checks/check.h"

namespace linter::checks {

using SummaryId = std::uint32_t;

// Summaries that are equal in check, key and value say the same, in as many places. What a run
// keeps of them is bounded: of an article the first few places, of all articles the first
// most_places in (file, begin) order, apart for those that somebody asks about. The last place that
// is kept counts the others.
inline constexpr std::size_t most_places_of_article = 32;
inline constexpr std::size_t most_places = 1000;
// Of one key an article has no more different values than these, the first.
inline constexpr std::size_t most_values_of_article = 1000;

// Leaves of an article's summaries what is kept.
void limit_summaries(std::vector<Summary>& summaries);

// A summary as it is looked at; valid as long as the table.
struct SummaryView {
  std::string_view check;
  std::string_view key;
  std::string_view value;
  std::string_view file;
  std::string_view text;
  std::string_view quote;
  base::Span span;
  source::Position begin;
  source::Position end;
  std::uint64_t identity = 0;
  std::uint32_t count = 1;
  bool asked = true;

  // Without its excerpt.
  [[nodiscard]] findings::Location location() const;
  [[nodiscard]] Summary summary() const;
};

// About 96 bytes a summary, its text, and its quote, which the summaries of one sentence share. Not
// thread-safe while it grows.
class SummaryTable {
 public:
  // Ids count up from 0.
  void add(const Summary& summary);

  [[nodiscard]] SummaryId size() const { return static_cast<SummaryId>(rows_.size()); }
  [[nodiscard]] SummaryView operator[](SummaryId id) const;
  void set_count(SummaryId id, std::uint32_t count) { rows_[id].count = count; }

  // What equal strings have in common: a number for each distinct one, in the order of their first
  // use.
  [[nodiscard]] std::uint32_t key_number(SummaryId id) const { return rows_[id].key; }
  [[nodiscard]] std::uint32_t check_number(SummaryId id) const { return rows_[id].check; }
  [[nodiscard]] std::uint32_t value_number(SummaryId id) const { return rows_[id].value; }
  [[nodiscard]] std::string_view string(std::uint32_t number) const { return *strings_[number]; }

 private:
  struct Row {
    std::uint64_t identity;
    std::uint64_t text;   // offset in texts_
    std::uint64_t quote;  // likewise
    std::uint32_t text_size;
    std::uint32_t quote_size;
    std::uint32_t check;
    std::uint32_t key;
    std::uint32_t value;
    std::uint32_t file;
    base::Span span;
    source::Position begin;
    source::Position end;
    std::uint32_t count;
    bool asked;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const;
  };

  std::uint32_t number_of(std::string_view text);
  std::uint64_t keep(std::string_view text);
  [[nodiscard]] std::string_view kept(std::uint64_t offset, std::uint32_t size) const;

  static constexpr std::size_t piece = 1U << 20U;  // of texts_; a longer text has one of its own

  std::deque<Row> rows_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<const std::string*> strings_;  // keys of numbers_
  std::deque<std::string> texts_;
};

// Summaries of a table that are judged together: ids in the order (key, file, begin).
struct SummaryList {
  const SummaryTable& table;
  std::span<const SummaryId> ids;
};

// Leaves of summaries of one check and key, in (file, begin) order, what is kept.
void limit_summaries(SummaryTable& table, std::vector<SummaryId>& ids);

}  // namespace linter::checks
