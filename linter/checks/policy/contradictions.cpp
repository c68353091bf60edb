#include "linter/checks/policy/contradictions.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <tuple>

#include "linter/base/utf8.h"
#include "linter/checks/policy/message.h"

namespace linter::checks::policy {
namespace {

// What a report says: one form for another.
struct Advice {
  RuledReport* report = nullptr;
  std::string from{};  // without a plural's ending; in small letters, unless only capitals differ
  std::string to{};
  std::uint32_t count = 0;  // how often the article has what it suggests
  bool dropped = false;
};

std::string singular(std::string text) {
  if (text.ends_with('s') && !text.ends_with("ss")) text.pop_back();
  return text;
}

std::uint32_t count_of(const Report& report) {
  std::uint32_t count = 0;
  for (const auto& [name, value] : report.values) {
    if (name == "count") std::from_chars(value.data(), value.data() + value.size(), count);
  }
  return count;
}

Advice advice_of(RuledReport& one, std::string_view text) {
  Advice advice{.report = &one, .count = count_of(one.report)};
  const std::string& wanted = one.report.suggestions.front();
  const bool capitals = base::lower(text) == base::lower(wanted);
  advice.from = singular(capitals ? std::string(text) : base::lower(text));
  advice.to = singular(capitals ? wanted : base::lower(wanted));
  return advice;
}

// Whether `first` is rather to be believed than `second`.
bool outweighs(const Advice& first, const Advice& second) {
  const auto key = [](const Advice& one) {
    const bool capitals = one.to != base::lower(one.to);
    return std::tuple(-static_cast<std::int64_t>(one.count), capitals,
                      std::string_view(one.report->rule->info.id));
  };
  return key(first) < key(second);
}

// Makes `other` say what `right` says.
void follow(Advice& other, const Advice& right, std::string_view text) {
  if (other.from == right.to) {
    other.dropped = true;
    return;
  }
  const std::string wanted = in_case_of(text, right.report->report.suggestions.front());
  other.to = right.to;
  other.count = right.count;
  other.report->report.suggestions = {wanted};
  for (auto& [name, value] : other.report->report.values) {
    if (name == "suggestion") value = wanted;
    if (name == "count") value = std::to_string(right.count);
  }
}

void settle(std::vector<Advice>& all, const lexicon::Reading& reading) {
  for (Advice& one : all) {
    for (const Advice& other : all) {
      if (one.dropped || other.dropped || one.report->rule == other.report->rule) continue;
      // one says what the other takes for wrong
      if (one.to != other.from || one.to == other.to) continue;
      const bool opposite = one.from == other.to;
      if (opposite && !outweighs(other, one)) continue;
      follow(one, other, reading.view(one.report->report.where));
    }
  }
}

}  // namespace

void settle_contradictions(std::vector<RuledReport>& reports, const lexicon::Reading& reading,
                           Listener* listener) {
  std::vector<Advice> all;
  const auto advises = [](const RuledReport& one) {
    return one.report.suggestions.size() == 1 && !one.report.about_article;
  };
  if (std::ranges::count_if(reports, advises) < 2) return;
  std::ranges::stable_sort(reports, {}, [](const RuledReport& one) { return one.rule->family; });
  for (std::size_t begin = 0; begin < reports.size();) {
    const std::uint32_t family = reports[begin].rule->family;
    std::size_t end = begin;
    all.clear();
    for (; end < reports.size() && reports[end].rule->family == family; ++end) {
      if (advises(reports[end]))
        all.push_back(advice_of(reports[end], reading.view(reports[end].report.where)));
    }
    settle(all, reading);
    for (const Advice& one : all) {
      if (!one.dropped) continue;
      const base::Span where = one.report->report.where;
      if (listener != nullptr)
        listener->silenced(*one.report->rule, {Silence::Reason::family, where, where});
      one.report->rule = nullptr;
    }
    begin = end;
  }
  std::erase_if(reports, [](const RuledReport& one) { return one.rule == nullptr; });
}

}  // namespace linter::checks::policy
