#include "linter/checks/summaries.h"

#include <algorithm>
#include <map>
#include <utility>

#include "linter/base/hash.h"

namespace linter::checks {

std::size_t SummaryTable::Hash::operator()(std::string_view text) const {
  return base::hash64(text);
}

findings::Location SummaryView::location() const {
  findings::Location location;
  location.file = file;
  location.span = span;
  location.text = text;
  location.begin = begin;
  location.end = end;
  return location;
}

Summary SummaryView::summary() const {
  Summary summary;
  summary.check = check;
  summary.key = key;
  summary.value = value;
  summary.count = count;
  summary.location = location();
  summary.quote = quote;
  summary.identity = identity;
  summary.asked = asked;
  return summary;
}

std::uint32_t SummaryTable::number_of(std::string_view text) {
  const auto known = numbers_.find(text);
  if (known != numbers_.end()) return known->second;
  const auto entry =
      numbers_.emplace(std::string(text), static_cast<std::uint32_t>(strings_.size())).first;
  strings_.push_back(&entry->first);
  return entry->second;
}

// Pieces never grow beyond what they reserve, so views of them stay valid; an offset is the piece's
// number and the place in it.
std::uint64_t SummaryTable::keep(std::string_view text) {
  if (texts_.empty() || texts_.back().size() + text.size() > texts_.back().capacity()) {
    texts_.emplace_back();
    texts_.back().reserve(std::max(piece, text.size()));
  }
  std::string& into = texts_.back();
  const std::uint64_t offset = (static_cast<std::uint64_t>(texts_.size() - 1) << 32U) | into.size();
  into += text;
  return offset;
}

std::string_view SummaryTable::kept(std::uint64_t offset, std::uint32_t size) const {
  return std::string_view(texts_[offset >> 32U]).substr(offset & UINT32_MAX, size);
}

void SummaryTable::add(const Summary& summary) {
  const findings::Location& at = summary.location;
  const bool same_quote =
      !rows_.empty() && kept(rows_.back().quote, rows_.back().quote_size) == summary.quote;
  const std::uint64_t quote = same_quote ? rows_.back().quote : keep(summary.quote);
  rows_.push_back({.identity = summary.identity,
                   .text = keep(at.text),
                   .quote = quote,
                   .text_size = static_cast<std::uint32_t>(at.text.size()),
                   .quote_size = static_cast<std::uint32_t>(summary.quote.size()),
                   .check = number_of(summary.check),
                   .key = number_of(summary.key),
                   .value = number_of(summary.value),
                   .file = number_of(at.file),
                   .span = at.span,
                   .begin = at.begin,
                   .end = at.end,
                   .count = summary.count,
                   .asked = summary.asked});
}

SummaryView SummaryTable::operator[](SummaryId id) const {
  const Row& row = rows_[id];
  return {.check = string(row.check),
          .key = string(row.key),
          .value = string(row.value),
          .file = string(row.file),
          .text = kept(row.text, row.text_size),
          .quote = kept(row.quote, row.quote_size),
          .span = row.span,
          .begin = row.begin,
          .end = row.end,
          .identity = row.identity,
          .count = row.count,
          .asked = row.asked};
}

void limit_summaries(std::vector<Summary>& summaries) {
  if (summaries.size() <= most_places_of_article) return;
  using Key = std::pair<std::string_view, std::string_view>;
  struct Known {
    std::size_t last = 0;  // index of the last place that is kept
    std::size_t kept = 0;
  };
  std::map<Key, std::map<std::string_view, Known>> known;
  std::vector<bool> keeps(summaries.size(), true);
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    const Summary& summary = summaries[i];
    auto& values = known[{summary.check, summary.key}];
    const auto value = values.find(summary.value);
    if (value == values.end()) {
      keeps[i] = values.size() < most_values_of_article;
      if (keeps[i]) values.emplace(summary.value, Known{i, 1});
    } else if (value->second.kept == most_places_of_article) {
      std::uint32_t& count = summaries[value->second.last].count;
      count += std::min(summary.count, UINT32_MAX - count);
      keeps[i] = false;
    } else {
      value->second = {i, value->second.kept + 1};
    }
  }
  known.clear();
  std::size_t end = 0;
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    if (!keeps[i]) continue;
    if (end != i) summaries[end] = std::move(summaries[i]);
    ++end;
  }
  summaries.resize(end);
}

void limit_summaries(SummaryTable& table, std::vector<SummaryId>& ids) {
  if (ids.size() <= most_places) return;
  struct Known {
    SummaryId last = 0;
    std::size_t kept = 0;
    std::uint64_t others = 0;
  };
  std::map<std::pair<std::uint32_t, bool>, Known> known;
  std::erase_if(ids, [&](SummaryId id) {
    const SummaryView summary = table[id];
    Known& of = known[{table.value_number(id), summary.asked}];
    if (of.kept == most_places) {
      of.others += summary.count;
      return true;
    }
    of.last = id;
    ++of.kept;
    return false;
  });
  for (const auto& [value, of] : known) {
    const std::uint64_t count = table[of.last].count + of.others;
    table.set_count(of.last,
                    static_cast<std::uint32_t>(std::min<std::uint64_t>(count, UINT32_MAX)));
  }
}

}  // namespace linter::checks
