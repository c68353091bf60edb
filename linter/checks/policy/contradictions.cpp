#include "linter/checks/policy/contradictions.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/checks/policy/message.h"

namespace linter::checks::policy {
namespace {

// What a rule says, in all its reports: one form for another.
struct Advice {
  const Rule* rule = nullptr;
  std::string from{};  // without a plural's ending; in small letters, unless only capitals differ
  std::string to{};
  std::uint32_t count = 0;  // how often the article has what it suggests
  bool dropped = false;
  std::vector<RuledReport*> reports{};
};

std::string singular(std::string text) {
  if (text.ends_with('s') && !text.ends_with("ss")) text.pop_back();
  return text;
}

std::uint32_t counted_in(const Report& report) {
  std::uint32_t count = 0;
  for (const auto& [name, value] : report.values) {
    if (name == "count") std::from_chars(value.data(), value.data() + value.size(), count);
  }
  return count;
}

Advice advice_of(RuledReport& one, std::string_view text) {
  Advice advice{.rule = one.rule, .count = counted_in(one.report), .reports = {&one}};
  const std::string& wanted = one.report.suggestions.front();
  const bool capitals = base::lower(text) == base::lower(wanted);
  advice.from = singular(capitals ? std::string(text) : base::lower(text));
  advice.to = singular(capitals ? wanted : base::lower(wanted));
  return advice;
}

// What the rules of one family say of an article, each thing once.
class Advices {
 public:
  void clear() {
    all_.clear();
    by_form_.clear();
  }
  void add(RuledReport& report, std::string_view text) {
    Advice advice = advice_of(report, text);
    std::vector<std::size_t>& same_form = by_form_[advice.from];
    for (const std::size_t at : same_form) {
      if (all_[at].rule != advice.rule || all_[at].to != advice.to) continue;
      all_[at].reports.push_back(&report);
      return;
    }
    same_form.push_back(all_.size());
    all_.push_back(std::move(advice));
  }
  [[nodiscard]] std::vector<Advice>& all() { return all_; }
  // What is said of a form, as indices.
  [[nodiscard]] std::span<const std::size_t> on(const std::string& form) const {
    const auto found = by_form_.find(form);
    return found == by_form_.end() ? std::span<const std::size_t>() : found->second;
  }

 private:
  std::vector<Advice> all_;
  std::map<std::string, std::vector<std::size_t>> by_form_;
};

// Whether `first` is rather to be believed than `second`.
bool outweighs(const Advice& first, const Advice& second) {
  const auto key = [](const Advice& one) {
    const bool capitals = one.to != base::lower(one.to);
    return std::tuple(-static_cast<std::int64_t>(one.count), capitals,
                      std::string_view(one.rule->info.id));
  };
  return key(first) < key(second);
}

// Makes `other` say what `right` says.
void follow(Advice& other, const Advice& right, const lexicon::Reading& reading) {
  if (other.from == right.to) {
    other.dropped = true;
    return;
  }
  other.to = right.to;
  other.count = right.count;
  const std::string form = right.reports.front()->report.suggestions.front();
  for (RuledReport* const one : other.reports) {
    const std::string wanted = in_case_of(reading.view(one->report.where), form);
    one->report.suggestions = {wanted};
    for (auto& [name, value] : one->report.values) {
      if (name == "suggestion") value = wanted;
      if (name == "count") value = std::to_string(right.count);
    }
  }
}

void settle(Advices& advices, const lexicon::Reading& reading) {
  for (Advice& one : advices.all()) {
    for (const std::size_t at : advices.on(one.to)) {
      const Advice& other = advices.all()[at];
      if (other.from != one.to) break;  // it follows another by now
      if (one.dropped || other.dropped || one.rule == other.rule || one.to == other.to) continue;
      // one says what the other takes for wrong
      const bool opposite = one.from == other.to;
      if (opposite && !outweighs(other, one)) continue;
      follow(one, other, reading);
    }
  }
}

}  // namespace

void settle_contradictions(std::vector<RuledReport>& reports, const lexicon::Reading& reading,
                           Listener* listener) {
  Advices advices;
  const auto advises = [](const RuledReport& one) {
    return one.report.suggestions.size() == 1 && !one.report.about_article;
  };
  if (std::ranges::count_if(reports, advises) < 2) return;
  std::ranges::stable_sort(reports, {}, [](const RuledReport& one) { return one.rule->family; });
  for (std::size_t begin = 0; begin < reports.size();) {
    const std::uint32_t family = reports[begin].rule->family;
    std::size_t end = begin;
    advices.clear();
    for (; end < reports.size() && reports[end].rule->family == family; ++end) {
      if (advises(reports[end])) advices.add(reports[end], reading.view(reports[end].report.where));
    }
    settle(advices, reading);
    for (const Advice& one : advices.all()) {
      if (!one.dropped) continue;
      for (RuledReport* const report : one.reports) {
        const base::Span where = report->report.where;
        if (listener != nullptr)
          listener->silenced(*report->rule, {Silence::Reason::family, where, where});
        report->rule = nullptr;
      }
    }
    begin = end;
  }
  std::erase_if(reports, [](const RuledReport& one) { return one.rule == nullptr; });
}

}  // namespace linter::checks::policy
