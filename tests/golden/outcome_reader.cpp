#include "tests/golden/outcome_reader.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>

namespace tests {
namespace {

using nlohmann::json;
namespace base = linter::base;
namespace findings = linter::findings;

using Files = std::map<std::string, std::string>;

template <class Name>
Name named(std::span<const std::string_view> names, const std::string& wanted) {
  const auto found = std::ranges::find(names, wanted);
  if (found == names.end()) throw std::invalid_argument("no such name: " + wanted);
  return static_cast<Name>(found - names.begin());
}

findings::Location location_of(const json& value, const Files& files) {
  findings::Location location;
  location.file = value.at("file").get<std::string>();
  location.text = value.at("text").get<std::string>();
  const std::string& bytes = files.at(location.file);
  std::size_t at = bytes.find(location.text);
  for (int nth = value.value("nth", 1); nth > 1; --nth) at = bytes.find(location.text, at + 1);
  if (at == std::string::npos) throw std::invalid_argument("not in the file: " + location.text);
  location.span.begin = static_cast<std::uint32_t>(at);
  location.span.end = static_cast<std::uint32_t>(at + location.text.size());
  return location;
}

findings::Citation citation_of(const json& value) {
  return {value.at("title").get<std::string>(), value.value("url", ""), value.value("section", ""),
          value.value("date", "")};
}

findings::Related related_of(const json& value, const Files& files) {
  findings::Related side{.location = location_of(value, files),
                         .message = value.value("message", ""),
                         .source = {},
                         .fingerprint = {}};
  if (value.contains("source")) side.source = citation_of(value.at("source"));
  return side;
}

findings::Finding finding_of(const json& value, const Files& files) {
  findings::Finding finding;
  finding.rule = value.at("rule").get<std::string>();
  finding.category =
      named<findings::Category>(findings::category_names(), value.value("category", "wording"));
  finding.severity =
      named<findings::Severity>(findings::severity_names(), value.value("severity", "warning"));
  finding.message = value.at("message").get<std::string>();
  finding.instead = value.value("instead", "");
  finding.location = location_of(value, files);
  finding.suggestions = value.value("suggestions", std::vector<std::string>{});
  for (const json& source : value.value("sources", json::array())) {
    finding.sources.push_back(citation_of(source));
  }
  finding.jurisdictions = value.value("jurisdictions", std::vector<std::string>{});
  for (const json& side : value.value("related", json::array())) {
    finding.related.push_back(related_of(side, files));
  }
  finding.related_omitted = value.value("related_omitted", 0U);
  finding.suppressed = value.value("suppressed", "");
  finding.news = value.value("news", false);
  finding.identity = finding.location.text;
  return finding;
}

findings::RuleInfo rule_of(const json& value) {
  findings::RuleInfo rule;
  rule.id = value.at("id").get<std::string>();
  rule.about = value.value("about", "");
  rule.why = value.value("why", "");
  for (const json& source : value.value("sources", json::array()))
    rule.sources.push_back(citation_of(source));
  return rule;
}

base::Error error_of(const json& value) {
  base::Error error;
  const auto code = value.at("code").get<std::string>();
  for (int i = 0; i <= static_cast<int>(base::ErrorCode::internal); ++i) {
    if (base::code_name(static_cast<base::ErrorCode>(i)) == code) {
      error.code = static_cast<base::ErrorCode>(i);
    }
  }
  error.message = value.at("message").get<std::string>();
  error.file = value.value("file", "");
  error.line = value.value("line", 0U);
  error.column = value.value("column", 0U);
  return error;
}

}  // namespace

findings::Outcome read_outcome(const std::string& text) {
  const json value = json::parse(text);
  const auto files = value.value("files", Files{});
  findings::Outcome outcome;
  for (const json& item : value.value("findings", json::array())) {
    outcome.findings.push_back(finding_of(item, files));
  }
  for (const auto& [name, bytes] : files) findings::locate(outcome.findings, name, bytes);
  std::ranges::sort(outcome.findings, findings::before);
  for (const auto& finding : outcome.findings)
    if (!finding.suppressed.empty()) ++outcome.suppressed;
  findings::fingerprint_all(outcome.findings);
  for (const json& item : value.value("errors", json::array())) {
    outcome.errors.push_back(error_of(item));
  }
  for (const json& item : value.value("rules", json::array())) {
    outcome.rules.push_back(rule_of(item));
  }
  for (const auto& [name, digest] : value.value("data", Files{})) {
    outcome.data.push_back({name, digest});
  }
  outcome.today = value.value("today", "2026-11-20");
  outcome.files = value.value("checked", files.size());
  outcome.words = value.value("words", std::uint64_t{0});
  for (const auto& [name, bytes] : files) outcome.bytes += bytes.size();
  return outcome;
}

}  // namespace tests
