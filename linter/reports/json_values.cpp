#include "linter/reports/json_values.h"

#include "linter/reports/statistics.h"

namespace linter::reports {
namespace {

void set_location(Json& json, const findings::Location& location) {
  json["file"] = location.file;
  if (findings::counts_paragraphs(location.file)) json["paragraph"] = location.begin.line;
  json["line"] = location.begin.line;
  json["column"] = location.begin.column;
  json["end_line"] = location.end.line;
  json["end_column"] = location.end.column;
  json["offset"] = location.span.begin;
  json["length"] = location.span.size();
  json["text"] = location.text;
}

Json json_of(const findings::Citation& citation) {
  Json json = {{"title", citation.title}, {"url", citation.url}};
  if (!citation.section.empty()) json["section"] = citation.section;
  json["date"] = citation.date;
  return json;
}

Json json_of(const findings::Related& side) {
  Json json = Json::object();
  set_location(json, side.location);
  json["message"] = side.message;
  if (side.source) json["source"] = json_of(*side.source);
  if (!side.fingerprint.empty()) json["fingerprint"] = side.fingerprint;
  return json;
}

// The first is the rule's source; where it has more, they follow under a key of their own.
void set_sources(Json& json, const std::vector<findings::Citation>& sources) {
  if (sources.empty()) return;
  json["source"] = json_of(sources.front());
  if (sources.size() == 1) return;
  Json& more = json["further_sources"] = Json::array();
  for (std::size_t i = 1; i < sources.size(); ++i) more.push_back(json_of(sources[i]));
}

Json json_of(const std::vector<Count>& counts, std::string_view key) {
  Json json = Json::array();
  for (const Count& count : counts) {
    json.push_back({{std::string(key), count.name}, {"count", count.count}});
  }
  return json;
}

}  // namespace

Json json_of(const findings::Finding& finding) {
  Json json = Json::object();
  json["rule"] = finding.rule;
  json["category"] = name(finding.category);
  json["severity"] = name(finding.severity);
  json["message"] = finding.message;
  json["instead"] = finding.instead;
  set_location(json, finding.location);
  json["suggestions"] = finding.suggestions;
  set_sources(json, finding.sources);
  if (!finding.jurisdictions.empty()) json["jurisdictions"] = finding.jurisdictions;
  Json& related = json["related"] = Json::array();
  for (const auto& side : finding.related) related.push_back(json_of(side));
  json["related_omitted"] = finding.related_omitted;
  json["fingerprint"] = finding.fingerprint;
  if (!finding.suppressed.empty()) json["suppressed"] = finding.suppressed;
  return json;
}

Json json_of(const base::Error& error) {
  return {{"code", base::code_name(error.code)},
          {"file", error.file},
          {"line", error.line},
          {"column", error.column},
          {"message", error.message}};
}

Json tool_json(const findings::Outcome& outcome, const RenderOptions& options) {
  Json data = Json::array();
  for (const auto& datum : outcome.data) {
    data.push_back({{"name", datum.name}, {"digest", datum.digest}});
  }
  return {{"name", "galley"},
          {"version", options.version},
          {"data", std::move(data)},
          {"today", outcome.today}};
}

std::vector<Json> errors_json(const findings::Outcome& outcome) {
  std::vector<Json> all;
  for (const base::Error& error : outcome.errors) all.push_back(json_of(error));
  for (const base::Error& error : outcome.elsewhere) {
    all.push_back(json_of(error));
    all.back()["elsewhere"] = true;
  }
  return all;
}

Json summary_json(const findings::Outcome& outcome, const RenderOptions& options) {
  Json json = {{"files", outcome.files}, {"words", outcome.words}, {"bytes", outcome.bytes}};
  const auto counts = outcome.counts();
  for (std::size_t i = counts.size(); i-- > 0;) {
    json[std::string(findings::severity_names()[i]) + 's'] = counts[i];
  }
  json["suppressed"] = outcome.suppressed;
  json["not_checked"] = outcome.errors.size() + outcome.elsewhere.size();
  if (options.statistics) {
    const Statistics statistics = statistics_of(outcome);
    json["by_rule"] = json_of(statistics.by_rule, "rule");
    json["by_file"] = json_of(statistics.by_file, "file");
  }
  return json;
}

}  // namespace linter::reports
