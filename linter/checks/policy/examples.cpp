// galley policy test: the examples of rules, run.
#include <algorithm>

#include "linter/base/counted.h"
#include "linter/checks/policy/rehearsal.h"
#include "linter/checks/policy/silences.h"

namespace linter::checks::policy {
namespace {

class ExampleRunner {
 public:
  explicit ExampleRunner(const Workbench& workbench)
      : workbench_(workbench), rehearsal_(workbench, &silences_) {
    silences_.attend(rehearsal_);
  }

  void run(const packs::Pack& pack) {
    for (const packs::RuleDefinition& rule : pack.rules) {
      const Rule* compiled = workbench_.set.rule_named(rule.id);
      if (compiled == nullptr || compiled->off) continue;  // faulty, and reported; or not in use
      ++report_.rules;
      const std::string& file = pack.files[rule.file].path;
      const std::size_t wanted = wanted_examples(rule);
      if (std::min(rule.bad.size(), rule.good.size()) < wanted)
        report_.few.push_back(
            {rule.id, file, rule.body.position, rule.bad.size(), rule.good.size(), wanted});
      run_all(rule, rule.bad, true, file);
      run_all(rule, rule.good, false, file);
    }
  }

  ExamplesReport take() { return std::move(report_); }

 private:
  void run_all(const packs::RuleDefinition& rule, std::span<const packs::Example> examples,
               bool bad, const std::string& file) {
    std::uint32_t number = 0;
    for (const packs::Example& example : examples) {
      ExampleResult result;
      result.rule = rule.id;
      result.bad = bad;
      result.number = ++number;
      result.file = file;
      result.position = example.position;
      result.text = example.text;
      result.wanted = bad ? example.count : std::nullopt;
      run_one(example, result);
      if (!result.holds) ++report_.failures;
      report_.results.push_back(std::move(result));
    }
  }

  void run_one(const packs::Example& example, ExampleResult& result) {
    silences_.clear();
    auto checked = rehearsal_.check(example);
    if (!checked) return add_error(checked.error(), result);
    for (const base::Error& error : checked->errors) add_error(error, result);
    for (const findings::Finding& finding : checked->findings) {
      if (finding.rule != result.rule) continue;
      ++result.found;
      result.places.push_back(quotable(finding.location.text));
    }
    for (const SilenceRecorder::Record& record : silences_.records()) {
      if (record.rule->info.id == result.rule)
        result.silenced.push_back("“" + record.text + "”: " + record.because);
    }
    result.holds = !result.bad     ? result.found == 0
                   : result.wanted ? result.found == *result.wanted
                                   : result.found > 0;
  }

  // An error of an example stands where the example does.
  void add_error(base::Error error, const ExampleResult& result) {
    error.message = "an example of " + result.rule + ": " + error.message;
    error.file = result.file;
    error.line = result.position.line;
    error.column = result.position.column;
    report_.errors.push_back(std::move(error));
  }

  const Workbench& workbench_;
  SilenceRecorder silences_;
  Rehearsal rehearsal_;
  ExamplesReport report_;
};

std::string joined(std::span<const std::string> texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "“" : ", “") + text + "”";
  return out;
}

void render(const ExampleResult& result, std::string& out) {
  out += result.file + ":" + std::to_string(result.position.line) + ":" +
         std::to_string(result.position.column) + ": " + result.rule + ": " +
         (result.bad ? "bad" : "good") + " example " + std::to_string(result.number);
  if (!result.bad) {
    out += " is flagged: " + joined(result.places);
  } else if (result.found == 0) {
    out += " is not flagged";
  } else {
    out += " gives " + base::counted(result.found, "finding") + ", not " +
           std::to_string(result.wanted.value_or(1)) + ": " + joined(result.places);
  }
  out += "\n";
  for (std::size_t at = 0; at < result.text.size();) {
    const std::size_t end = std::min(result.text.find('\n', at), result.text.size());
    out += "    | " + result.text.substr(at, end - at) + "\n";
    at = end + 1;
  }
  for (const std::string& silence : result.silenced) out += "    silent on " + silence + "\n";
}

void render(const FewExamples& few, std::string& out) {
  out += few.file + ":" + std::to_string(few.position.line) + ":" +
         std::to_string(few.position.column) + ": " + few.rule + ": " +
         (few.bad == 0 ? "no" : std::to_string(few.bad)) + " bad and " +
         (few.good == 0 ? "no" : std::to_string(few.good)) + " good examples, too few: " +
         (few.wanted > 1 ? "a claim rule needs " + std::to_string(few.wanted) + " of each"
                         : "it needs one of each at least") +
         "\n";
}

}  // namespace

std::size_t wanted_examples(const packs::RuleDefinition& rule) {
  return rule.category == findings::Category::claim ? 4 : 1;
}

ExamplesReport run_examples(std::span<const packs::Pack> packs, const Workbench& workbench) {
  ExampleRunner runner(workbench);
  for (const packs::Pack& pack : packs)
    if (!pack.only_needed) runner.run(pack);
  return runner.take();
}

std::string rendered(const ExamplesReport& report) {
  std::string out;
  for (const ExampleResult& result : report.results) {
    if (!result.holds) render(result, out);
  }
  if (report.rules == 0) return {};
  for (const FewExamples& few : report.few) render(few, out);
  out += base::counted(report.rules, "rule") + ", " +
         base::counted(report.results.size(), "example") + ", ";
  if (report.failures == 0) {
    out += "all hold";
  } else {
    out += std::to_string(report.failures) +
           (report.failures == 1 ? " does not hold" : " do not hold");
  }
  if (!report.few.empty()) out += "; " + base::counted(report.few.size(), "rule") + " with too few";
  return out + "\n";
}

}  // namespace linter::checks::policy
