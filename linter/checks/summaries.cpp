#include "linter/checks/summaries.h"

#include <algorithm>

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

}  // namespace linter::checks
