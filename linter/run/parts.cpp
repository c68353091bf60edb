#include "linter/run/parts.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <set>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/base/hash.h"
#include "linter/base/names.h"
#include "linter/run/scan.h"

namespace linter::run {
namespace {

constexpr std::uint64_t most_articles = 100'000'000;  // of one part
constexpr std::string_view reconciliation = "reconciliation of ";

base::Error part_error(std::string message) {
  return {.code = base::ErrorCode::bad_value, .message = std::move(message)};
}

// "3/16"
std::optional<Share> share_of(std::string_view part) {
  Share share;
  const char* const end = part.data() + part.size();
  const auto first = std::from_chars(part.data(), end, share.number);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '/') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, share.of);
  if (second.ec != std::errc{} || second.ptr != end) return std::nullopt;
  return share;
}

}  // namespace

std::string named_part(std::string_view part) {
  if (part.starts_with(reconciliation)) return "the " + base::harmless(base::shortened(part));
  return "the part '" + base::harmless(base::shortened(part)) + "'";
}

std::string name_of_reconciliation(const records::Tally& judged) {
  return fmt::format("{}{} {} ({:016x})", reconciliation, judged.count,
                     judged.count == 1 ? "key" : "keys", judged.sum);
}

void Listings::add(const records::PartRecord& end) {
  if (const auto share = share_of(end.part))
    shares_[share->of][share->number].emplace(end.listing.count, end.listing.sum);
}

std::vector<base::Error> Listings::errors() const {
  std::vector<base::Error> errors;
  for (const auto& [of, shares] : shares_) {
    if (auto error = error_of(of, shares)) errors.push_back(std::move(*error));
  }
  return errors;
}

// The others are held against the listing that most of them had. A part that was scanned again may
// have had several.
std::optional<base::Error> Listings::error_of(std::uint32_t of, const Shares& shares) {
  constexpr std::size_t most_named = 10;
  std::map<Listing, std::size_t> had;
  for (const auto& [number, listings] : shares) {
    for (const Listing& listing : listings) ++had[listing];
  }
  const auto usual = std::ranges::max_element(had, {}, [](const auto& one) { return one.second; });
  if (usual->second == shares.size()) return std::nullopt;
  std::string list;
  std::size_t others = 0;
  for (const auto& [number, listings] : shares) {
    if (listings.contains(usual->first) || ++others > most_named) continue;
    list += fmt::format("{}{} ({})", others == 1 ? "" : ", ", number, listings.begin()->first);
  }
  if (others > most_named) list += fmt::format(" and {} more", others - most_named);
  return part_error(fmt::format(
      "of {} parts these listed other articles than the rest, which listed {}: {}; some may be in "
      "no part: scan all parts again, with the same paths and while no file comes or goes",
      of, usual->first.first, list));
}

base::Result<void> Parts::add(const records::ArticleRecord& article, std::string_view line) {
  if (article.number >= most_articles) {
    return base::fail(base::ErrorCode::bad_value,
                      "this record is damaged (its number is above the limit of " +
                          std::to_string(most_articles) + " articles in a part)");
  }
  Part& part = parts_[article.part];
  if (part.met.size() <= article.number) part.met.resize(article.number + 1);
  if (part.met[article.number]) return {};
  part.met[article.number] = true;
  part.articles.add(line);
  return {};
}

void Parts::add(const records::PartRecord& end) {
  Part& part = parts_[end.part];
  part.two_ends = part.two_ends || (part.end && *part.end != end.articles);
  part.end = end.articles;
  part.goes_on = part.goes_on || !end.last;
  listings_.add(end);
  if (!end.after.empty()) followed_.try_emplace(end.after, end.part);
  for (const std::uint64_t error : end.errors) told_with_.try_emplace(error, named_part(end.part));
}

void Parts::add_error(std::string_view line) {
  errors_.insert(base::hash64(line));
}

void Parts::add(const records::ReconciledRecord& end) {
  ended_[end.judged.sum] = end.judged.count;
  const std::string name = named_part(name_of_reconciliation(end.judged));
  for (const std::uint64_t error : end.errors) told_with_.try_emplace(error, name);
}

void Parts::add_lost(std::vector<base::Error>& errors) const {
  std::map<std::string, std::uint64_t> lost;
  for (const auto& [error, with] : told_with_) {
    if (!errors_.contains(error)) ++lost[with];
  }
  for (const auto& [with, count] : lost) {
    errors.push_back(part_error(std::to_string(count) + (count == 1 ? " error" : " errors") +
                                " that came with " + with + (count == 1 ? " is" : " are") +
                                " missing; run it again"));
  }
}

std::vector<base::Error> Parts::errors() const {
  std::vector<base::Error> errors;
  for (const auto& [name, part] : parts_) {
    if (!part.end) {
      errors.push_back(part_error(named_part(name) + " was cut off: it has no end; scan it again"));
    } else if (part.two_ends) {
      errors.push_back(
          part_error(named_part(name) + " is there in two versions: keep one, or scan it again"));
    } else if (part.articles.count < part.end->count) {
      errors.push_back(part_error(
          named_part(name) + " is incomplete: " + std::to_string(part.articles.count) + " of its " +
          std::to_string(part.end->count) + " articles are there; scan it again"));
    } else if (part.articles != *part.end) {
      errors.push_back(part_error(named_part(name) +
                                  " holds articles of two versions: keep one, or scan it again"));
    }
    if (part.goes_on && !followed_.contains(name)) {
      errors.push_back(part_error("what comes after " + named_part(name) +
                                  " is missing: its scan was cut off; run it again"));
    }
  }
  add_headless(errors);
  add_missing(errors);
  std::ranges::move(listings_.errors(), std::back_inserter(errors));
  add_lost(errors);
  add_endless(errors);
  return errors;
}

// Of a chain of parts, those before the first one that is there.
void Parts::add_headless(std::vector<base::Error>& errors) const {
  for (const auto& [before, after] : followed_) {
    if (parts_.contains(before)) continue;
    errors.push_back(part_error(named_part(before) + ", which comes before " + named_part(after) +
                                ", is missing: its scan was cut off; run it again"));
  }
}

// Each key has been compared by a run that came to its end, with all of its errors.
void Parts::add_endless(std::vector<base::Error>& errors) const {
  std::uint64_t ended = 0;
  for (const auto& [digest, count] : ended_) ended += count;
  if (ended < judged_) errors.push_back(part_error("the reconciliation has no end: run it again"));
}

void Parts::add_missing(std::vector<base::Error>& errors) const {
  constexpr std::size_t most_named = 10;
  std::map<std::uint32_t, std::set<std::uint32_t>> met;  // numbers, by how many parts there are
  for (const auto& [name, part] : parts_) {
    if (const auto share = share_of(name)) met[share->of].insert(share->number);
  }
  for (const auto& [of, numbers] : met) {
    if (numbers.size() >= of) continue;
    std::string list;
    std::size_t named = 0;
    for (std::uint32_t number = 1; number <= of && named < most_named; ++number) {
      if (numbers.contains(number)) continue;
      list += (named++ == 0 ? "" : ", ") + std::to_string(number);
    }
    const std::size_t missing = of - numbers.size();
    if (missing > named) list += " and " + std::to_string(missing - named) + " more";
    errors.push_back(part_error("of " + std::to_string(of) + " parts these are missing: " + list +
                                "; scan them, too"));
  }
}

void MadeWith::add(const records::Made& made) {
  if (version_.value_or(made.version) != made.version) different_.insert("the version of galley");
  version_ = version_.value_or(made.version);
  add_day(made.today);
  data_.insert(made.data.begin(), made.data.end());
  for (const records::Settings& settings : made.settings)
    settings_.try_emplace(settings.digest(), settings);
}

void MadeWith::add_day(const std::string& today) {
  today_ = today_.value_or(today);
  days_.insert(today);
}

void MadeWith::compare(std::uint64_t judged_by, const records::Settings& here) {
  if (judged_by == here.digest()) return;
  const auto there = settings_.find(judged_by);
  if (there == settings_.end()) return;  // its part has no end, which is told
  std::vector<findings::Datum> differing;
  std::ranges::set_symmetric_difference(there->second.data, here.data,
                                        std::back_inserter(differing));
  for (const findings::Datum& datum : differing) different_.insert(datum.name);
}

std::vector<base::Error> MadeWith::errors() const {
  constexpr std::size_t most_named = 8;
  std::set<std::string> different = different_;
  if (days_.size() > 1)
    different.insert("the day (" + *days_.begin() + ", " + *days_.rbegin() + ")");
  std::string list;
  std::size_t named = 0;
  for (const std::string& what : different) {
    if (named == most_named) break;
    list += (named++ == 0 ? "" : ", ") + base::harmless(base::shortened(what));
  }
  if (named == 0) return {};
  if (different.size() > named)
    list += " and " + std::to_string(different.size() - named) + " more";
  return {part_error(list + (named == 1 ? " was" : " were") +
                     " not the same in all steps: run all of them with the same")};
}

std::vector<findings::Datum> MadeWith::data() const {
  return {data_.begin(), data_.end()};
}

}  // namespace linter::run
