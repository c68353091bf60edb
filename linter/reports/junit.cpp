// JUnit's XML as CI servers show it: a suite a file, a test case a finding.
//
// Errors and warnings are failures; suggestions, and what rules find that came after the version of
// their pack that the configuration names, are cases that pass with what they say as output; what
// could not be checked is an error. Where nothing is wrong, one case says so: an empty report
// looks like a broken run to many servers.
#include "linter/base/harmless.h"
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"
#include "linter/reports/xml.h"

namespace linter::reports {
namespace {

struct Counts {
  std::uint64_t tests = 0;
  std::uint64_t failures = 0;
  std::uint64_t errors = 0;
};

class Suites {
 public:
  explicit Suites(pugi::xml_node root) : root_(root) {}

  void add(const findings::Finding& finding);
  void add(const base::Error& error);
  void add_pass(std::string_view name);
  void finish();

 private:
  pugi::xml_node test_case(std::string_view file, std::string_view name);
  void close_suite();
  static void set_counts(pugi::xml_node node, const Counts& counts);

  pugi::xml_node root_;
  pugi::xml_node suite_;
  std::string name_;
  Counts here_;
  Counts all_;
};

void Suites::set_counts(pugi::xml_node node, const Counts& counts) {
  set(node, "tests", counts.tests);
  set(node, "failures", counts.failures);
  set(node, "errors", counts.errors);
}

void Suites::close_suite() {
  if (!suite_) return;
  set_counts(suite_, here_);
  all_.tests += here_.tests;
  all_.failures += here_.failures;
  all_.errors += here_.errors;
  here_ = {};
  suite_ = {};
}

pugi::xml_node Suites::test_case(std::string_view file, std::string_view name) {
  if (!suite_ || file != name_) {
    close_suite();
    name_ = file;
    suite_ = root_.append_child("testsuite");
    set(suite_, "name", file);
  }
  ++here_.tests;
  pugi::xml_node node = suite_.append_child("testcase");
  set(node, "name", name);
  set(node, "classname", file);
  return node;
}

void Suites::add(const findings::Finding& finding) {
  const auto& at = finding.location;
  const std::string place = std::to_string(at.begin.line) + ':' + std::to_string(at.begin.column);
  pugi::xml_node node = test_case(at.file, finding.rule + " at " + place);
  set(node, "file", at.file);
  set(node, "line", at.begin.line);
  const std::string message = whole_message(finding);
  if (finding.severity == findings::Severity::suggestion || finding.news) {
    set_text(node.append_child("system-out"), message);
    return;
  }
  ++here_.failures;
  pugi::xml_node failure = node.append_child("failure");
  set(failure, "type", name(finding.severity));
  set(failure, "message", message);
  set_text(failure, at.file + ':' + place + ": " + message);
}

void Suites::add(const base::Error& error) {
  pugi::xml_node node = test_case(error.file.empty() ? "galley" : error.file, "not checked");
  ++here_.errors;
  pugi::xml_node problem = node.append_child("error");
  set(problem, "type", base::code_name(error.code));
  set(problem, "message", error.message);
}

void Suites::add_pass(std::string_view name) {
  test_case("galley", name);
}

void Suites::finish() {
  close_suite();
  set_counts(root_, all_);
}

}  // namespace

bool write_junit(const findings::Outcome& outcome, const RenderOptions&, const Sink& sink) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", "galley");
  Suites suites(root);
  bool any = false;
  for (const auto& finding : outcome.findings) {
    if (!finding.suppressed.empty()) continue;
    suites.add(finding);
    any = true;
  }
  for (const auto& error : outcome.errors) suites.add(error);
  if (!any && outcome.errors.empty()) suites.add_pass(tally(outcome));
  suites.finish();
  return write_document(document, sink);
}

}  // namespace linter::reports
