#include "linter/reports/json_values.h"

#include "linter/reports/statistics.h"

namespace linter::reports {
namespace {

using base::JsonLine;

void write_location(JsonLine& line, const findings::Location& location) {
  line.key("file").text(location.file);
  if (findings::counts_paragraphs(location.file)) line.key("paragraph").number(location.begin.line);
  line.key("line").number(location.begin.line);
  line.key("column").number(location.begin.column);
  line.key("end_line").number(location.end.line);
  line.key("end_column").number(location.end.column);
  line.key("offset").number(location.span.begin);
  line.key("length").number(location.span.size());
  line.key("text").text(location.text);
}

void write(JsonLine& line, const findings::Citation& citation) {
  line.open('{').key("title").text(citation.title).key("url").text(citation.url);
  if (!citation.section.empty()) line.key("section").text(citation.section);
  line.key("date").text(citation.date).close('}');
}

void write(JsonLine& line, const findings::Related& side) {
  line.open('{');
  write_location(line, side.location);
  line.key("message").text(side.message);
  if (side.source) write(line.key("source"), *side.source);
  if (!side.fingerprint.empty()) line.key("fingerprint").text(side.fingerprint);
  line.close('}');
}

template <class Item>
void write_array(JsonLine& line, std::span<const Item> items) {
  line.open('[');
  for (const Item& item : items) write(line, item);
  line.close(']');
}

// The first is the rule's source; where it has more, they follow under a key of their own.
void write_sources(JsonLine& line, std::span<const findings::Citation> sources) {
  if (sources.empty()) return;
  write(line.key("source"), sources.front());
  if (sources.size() > 1) write_array(line.key("further_sources"), sources.subspan(1));
}

Json json_of(const std::vector<Count>& counts, std::string_view key) {
  Json json = Json::array();
  for (const Count& count : counts) {
    json.push_back({{std::string(key), count.name}, {"count", count.count}});
  }
  return json;
}

}  // namespace

std::string json_line(const findings::Finding& finding, std::string_view type) {
  JsonLine line;
  line.open('{');
  if (!type.empty()) line.key("type").text(type);
  line.key("rule").text(finding.rule);
  line.key("category").text(name(finding.category));
  line.key("severity").text(name(finding.severity));
  line.key("message").text(finding.message);
  line.key("instead").text(finding.instead);
  write_location(line, finding.location);
  line.key("suggestions").texts(finding.suggestions);
  write_sources(line, finding.sources);
  if (!finding.jurisdictions.empty()) line.key("jurisdictions").texts(finding.jurisdictions);
  write_array<findings::Related>(line.key("related"), finding.related);
  line.key("related_omitted").number(finding.related_omitted);
  line.key("fingerprint").text(finding.fingerprint);
  if (!finding.suppressed.empty()) line.key("suppressed").text(finding.suppressed);
  return std::move(line.close('}')).take();
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
