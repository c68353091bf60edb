#include "linter/run/key_group.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "linter/base/hash.h"

namespace linter::run {

using checks::SummaryId;

bool KeyGroup::count(std::string_view line) {
  if (!lines_.insert(base::hash64(line)).second) return false;
  constexpr std::uint64_t of_a_digest = 40;
  bytes_ += of_a_digest;
  tally_.add(line);
  return true;
}

void KeyGroup::add(records::SummaryRecord record, bool only_counts) {
  if (!only_counts) return keep(std::move(record));
  const auto place = [](const records::SummaryRecord& one) {
    return std::tie(one.summary.location.file, one.summary.location.span);
  };
  const std::string value = record.summary.value;
  const auto known = counted_.find(value);
  if (known == counted_.end()) {
    counted_.emplace(value, std::move(record));
    return;
  }
  records::SummaryRecord& first = known->second;
  const std::uint64_t sum = std::uint64_t{first.summary.count} + record.summary.count;
  if (place(record) < place(first)) std::swap(first, record);
  if (sum <= UINT32_MAX) {
    first.summary.count = static_cast<std::uint32_t>(sum);
  } else {
    record.summary.count = UINT32_MAX;
    first.summary.count = static_cast<std::uint32_t>(sum - UINT32_MAX);
    keep(std::move(record));
  }
}

void KeyGroup::keep(records::SummaryRecord record) {
  constexpr std::uint64_t of_a_row = 260;  // its row, its file's name, the rest of it
  const findings::Location& at = record.summary.location;
  bytes_ += of_a_row + at.file.size() + at.text.size() + at.excerpt.size() +
            record.summary.quote.size() + record.summary.value.size();
  table_.add(record.summary);
  more_.push_back({.excerpt = at.excerpt,
                   .excerpt_offset = at.excerpt_offset,
                   .begin_byte = at.begin_byte,
                   .end_byte = at.end_byte,
                   .language = language_number(record.language)});
}

std::uint32_t KeyGroup::language_number(const std::string& language) {
  const auto found = std::ranges::find(languages_, language);
  const auto number = static_cast<std::uint32_t>(found - languages_.begin());
  if (found == languages_.end()) languages_.push_back(language);
  return number;
}

auto KeyGroup::place_of(SummaryId id) const {
  const checks::SummaryView view = table_[id];
  return std::tuple(view.file, view.span.begin, view.span.end, view.value, view.identity);
}

void KeyGroup::settle() {
  for (auto& [value, record] : counted_) keep(std::move(record));
  counted_.clear();
  std::unordered_set<std::uint64_t>().swap(lines_);
  ids_.resize(table_.size());
  for (SummaryId id = 0; id < table_.size(); ++id) ids_[id] = id;
  std::ranges::sort(ids_, {}, [&](SummaryId id) { return place_of(id); });
}

std::string_view KeyGroup::first_file() const {
  return table_[ids_.front()].file;
}

const std::string& KeyGroup::first_language() const {
  return languages_[more_[ids_.front()].language];
}

void KeyGroup::complete(findings::Location& location) const {
  if (!location.excerpt.empty()) return;
  const auto wanted =
      std::tuple(std::string_view(location.file), location.span.begin, location.span.end);
  const auto found = std::ranges::lower_bound(ids_, wanted, {}, [&](SummaryId id) {
    const checks::SummaryView view = table_[id];
    return std::tuple(view.file, view.span.begin, view.span.end);
  });
  if (found == ids_.end()) return;
  const checks::SummaryView view = table_[*found];
  if (view.file != location.file || view.span != location.span) return;
  const More& more = more_[*found];
  location.excerpt = more.excerpt;
  location.excerpt_offset = more.excerpt_offset;
  location.begin_byte = more.begin_byte;
  location.end_byte = more.end_byte;
}

}  // namespace linter::run
