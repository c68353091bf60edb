// The check: matches, filters, judges, findings.
#include <algorithm>
#include <optional>

#include "linter/checks/policy/answers.h"
#include "linter/checks/policy/contradictions.h"
#include "linter/checks/policy/filtering.h"
#include "linter/checks/policy/finding.h"
#include "linter/checks/policy/matcher.h"
#include "linter/checks/policy/measures.h"
#include "linter/checks/policy/overlaps.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/remarks.h"
#include "linter/checks/policy/topics.h"
#include "linter/checks/policy/word_kinds.h"

namespace linter::checks::policy {
namespace {

class PolicyCheck final : public Check {
 public:
  PolicyCheck(const PolicySet& set, Listener* listener)
      : set_(set),
        index_(set.index()),
        listener_(listener),
        matcher_(index_, listener == nullptr ? &topics_ : nullptr),
        filter_(listener, index_.triggered) {
    if (index_.judges_assertions) extractor_.emplace(*index_.knowledge);
  }

  [[nodiscard]] std::string_view name() const override { return "policy"; }

  void check_article(const lexicon::Reading& reading, context::Context& context,
                     ArticleResult& result) override {
    hits_.clear();
    reports_.clear();
    measures_.begin(reading);
    words_.begin(reading);
    filter_.begin();
    topics_.begin();
    matcher_.find(reading, hits_, result.errors);
    keep_what_counts(reading, context);
    judge_hits(reading, context, result);
    judge_articles(reading, context, result);
    settle_contradictions(reports_, reading, listener_);
    stand_on_answers(reports_, reading, context);
    drop_overlaps(reports_, listener_);
    remarks_.join(reports_, reading, context);
    for (RuledReport& one : reports_)
      result.findings.push_back(finding_of(*one.rule, reading, std::move(one.report)));
  }

  void check_corpus(std::span<const Summary> summaries,
                    std::vector<findings::Finding>& findings) const override {
    for (std::size_t begin = 0; begin < summaries.size();) {
      std::size_t end = begin + 1;
      while (end < summaries.size() && summaries[end].key == summaries[begin].key) ++end;
      const std::string_view key = summaries[begin].key;
      const Rule* rule = set_.rule_named(key.substr(0, key.find('#')));
      if (rule != nullptr && !rule->off)
        rule->judge->judge_corpus(*rule, summaries.subspan(begin, end - begin), findings);
      begin = end;
    }
  }

 private:
  [[nodiscard]] const Rule& rule_of(const Hit& hit) const {
    return index_.rule(index_.leads[hit.unit].rule);
  }

  [[nodiscard]] bool is_about(const Rule& rule, const lexicon::Reading& reading) {
    return !rule.topic || topics_.about(index_.topics, *rule.topic, reading);
  }

  void keep_what_counts(const lexicon::Reading& reading, context::Context& context) {
    std::erase_if(hits_, [&](const Hit& hit) {
      const Unit& unit = index_.unit(hit.unit);
      const Rule& rule = index_.rule(unit.rule);
      if (rule.topic && !is_about(rule, reading)) {
        if (listener_ != nullptr && unit.pattern)
          listener_->silenced(rule, {Silence::Reason::off_topic, hit.text, {}});
        return true;
      }
      return unit.pattern && !filter_.counts(rule, rule.filters[unit.filter], reading, context,
                                             hit.block, hit.text);
    });
  }

  void judge_hits(const lexicon::Reading& reading, context::Context& context,
                  ArticleResult& result) {
    for (std::size_t begin = 0; begin < hits_.size();) {
      const Rule& rule = rule_of(hits_[begin]);
      std::size_t end = begin + 1;
      while (end < hits_.size() && &rule_of(hits_[end]) == &rule) ++end;
      if (!rule.always_judged)
        judge(rule, std::span(hits_).subspan(begin, end - begin), reading, context, result);
      begin = end;
    }
  }

  void judge_articles(const lexicon::Reading& reading, context::Context& context,
                      ArticleResult& result) {
    for (const std::uint32_t number : index_.always_rules) {
      const Rule& rule = index_.rule(number);
      if (!matcher_.applies(rule) || !is_about(rule, reading)) continue;
      const auto hits = std::ranges::equal_range(
          hits_, number, {}, [&](const Hit& hit) { return index_.leads[hit.unit].rule; });
      judge(rule, hits, reading, context, result);
    }
  }

  void judge(const Rule& rule, std::span<const Hit> hits, const lexicon::Reading& reading,
             context::Context& context, ArticleResult& result) {
    found_.clear();
    std::span<const assertions::Assertion> asserted;
    if (rule.judges_assertions) asserted = assertions_of(*extractor_, reading, context, result);
    rule.judge->judge({rule, index_.all_units(), reading, context, measures_, words_, asserted, found_,
                       result.summaries},
                      hits);
    for (Report& report : found_) {
      if (rule.filters_reports) {
        const std::uint32_t block = reading.article.block_at(report.where.begin);
        if (!filter_.counts(rule, rule.filters.front(), reading, context, block, report.where))
          continue;
      }
      reports_.push_back({&rule, std::move(report)});
    }
  }

  const PolicySet& set_;
  const PolicySet::Index& index_;
  Listener* listener_;  // told of matches in articles about something else, too
  TopicRun topics_;
  Matcher matcher_;
  FilterRun filter_;
  Measures measures_;
  WordKinds words_;
  std::optional<assertions::Extractor> extractor_;  // where rules judge assertions
  std::vector<Hit> hits_;
  std::vector<Report> found_;
  std::vector<RuledReport> reports_;
  Remarks remarks_;
};

}  // namespace

void Judge::judge_corpus(const Rule&, std::span<const Summary>,
                         std::vector<findings::Finding>&) const {}

std::unique_ptr<Check> make_policy(const PolicySet& set, Listener* listener) {
  return std::make_unique<PolicyCheck>(set, listener);
}

}  // namespace linter::checks::policy
