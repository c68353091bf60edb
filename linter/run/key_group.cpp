#include "linter/run/key_group.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace linter::run {
namespace {

using checks::Summary;
using checks::SummaryId;

constexpr std::uint64_t of_a_place = 420;  // in memory, without its texts

std::uint64_t bytes_of(const Summary& summary) {
  const findings::Location& at = summary.location;
  return of_a_place + at.file.size() + at.text.size() + at.excerpt.size() + summary.quote.size();
}

}  // namespace

void KeyGroup::add(records::SummaryRecord record, std::string_view line, bool only_counts) {
  tally_.add(line);
  const std::uint32_t language = language_number(record.language);
  Summary& first = record.summaries.front();
  check_ = std::move(first.check);
  own_key_ = std::move(first.key);
  const auto [known, is_new] = values_.try_emplace(std::move(first.value));
  if (is_new) bytes_ += of_a_place + known->first.size();
  const std::size_t most = only_counts ? 1 : checks::most_places;
  Value& value = known->second[first.asked ? 1 : 0];
  for (Summary& summary : record.summaries) {
    summary.check.clear();
    summary.key.clear();
    summary.value.clear();
    bytes_ += bytes_of(summary);
    value.places.push_back({std::move(summary), language});
  }
  if (value.places.size() >= 2 * most) keep_first(value, most);
}

// The counts of the others go to the last one that is kept when all are there.
void KeyGroup::keep_first(Value& value, std::size_t most) {
  if (value.places.size() <= most) return;
  std::ranges::sort(value.places, {}, [](const Place& place) {
    const findings::Location& at = place.summary.location;
    return std::tie(at.file, at.span.begin, at.span.end, place.summary.identity);
  });
  for (std::size_t i = most; i < value.places.size(); ++i) {
    value.others += value.places[i].summary.count;
    bytes_ -= bytes_of(value.places[i].summary);
  }
  value.places.resize(most);
}

void KeyGroup::shrink() {
  for (auto& [text, both] : values_) {
    for (Value& value : both) keep_first(value, checks::most_places);
  }
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

bool KeyGroup::settle() {
  for (auto& [text, both] : values_) {
    for (Value& value : both) {
      keep_first(value,
                 std::max<std::size_t>(std::min(value.places.size(), checks::most_places), 1));
      for (Place& place : value.places) {
        Summary& summary = place.summary;
        const bool is_last = &place == &value.places.back();
        if (is_last)
          summary.count = static_cast<std::uint32_t>(
              std::min<std::uint64_t>(summary.count + value.others, UINT32_MAX));
        summary.check = check_;
        summary.key = own_key_;
        summary.value = text;
        table_.add(summary);
        const findings::Location& at = summary.location;
        more_.push_back({.excerpt = at.excerpt,
                         .excerpt_offset = at.excerpt_offset,
                         .begin_byte = at.begin_byte,
                         .end_byte = at.end_byte,
                         .language = place.language});
      }
      std::vector<Place>().swap(value.places);
    }
  }
  ids_.resize(table_.size());
  for (SummaryId id = 0; id < table_.size(); ++id) ids_[id] = id;
  std::ranges::sort(ids_, {}, [&](SummaryId id) { return place_of(id); });
  return !ids_.empty();
}

std::string_view KeyGroup::first_file() const {
  return table_[ids_.front()].file;
}

const std::string& KeyGroup::first_language() const {
  return languages_[more_[ids_.front()].language];
}

const SummaryId* KeyGroup::find(const findings::Location& location) const {
  const auto wanted =
      std::tuple(std::string_view(location.file), location.span.begin, location.span.end);
  const auto found = std::ranges::lower_bound(ids_, wanted, {}, [&](SummaryId id) {
    const checks::SummaryView view = table_[id];
    return std::tuple(view.file, view.span.begin, view.span.end);
  });
  if (found == ids_.end()) return nullptr;
  const checks::SummaryView view = table_[*found];
  return view.file == location.file && view.span == location.span ? &*found : nullptr;
}

void KeyGroup::complete(findings::Location& location) const {
  if (!location.excerpt.empty()) return;
  const SummaryId* id = find(location);
  if (id == nullptr) return;
  const More& more = more_[*id];
  location.excerpt = more.excerpt;
  location.excerpt_offset = more.excerpt_offset;
  location.begin_byte = more.begin_byte;
  location.end_byte = more.end_byte;
}

bool KeyGroup::is_asked(const findings::Location& location) const {
  const SummaryId* id = find(location);
  return id != nullptr && table_[*id].asked;
}

}  // namespace linter::run
