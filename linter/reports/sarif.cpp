// SARIF 2.1.0 for GitHub code scanning and other viewers.
//
// Limits are GitHub's for one run ("SARIF support for code scanning" in its documentation, seen
// 2026-11-20): 25,000 results and 20 tags of a rule; what does not fit is left out, the least
// severe first, and a notification in the file says so. Addresses are relative to the root of the
// source tree, so that the same bytes come out on every machine.
#include <algorithm>
#include <set>

#include "linter/base/harmless.h"
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"
#include "linter/reports/json_values.h"
#include "linter/reports/wording.h"

namespace linter::reports {
namespace {

constexpr std::size_t most_results = 25'000;
constexpr std::size_t most_tags = 20;
constexpr std::size_t longest_snippet = 2'000;  // bytes: a whole paragraph is no snippet
constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view level_of(findings::Severity severity) {
  return severity == findings::Severity::suggestion ? "note" : name(severity);
}

// What GitHub sorts alerts by.
std::string_view problem_of(findings::Severity severity) {
  return severity == findings::Severity::suggestion ? "recommendation" : name(severity);
}

// In SARIF's messages square brackets make links and backslashes escape.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char byte : base::harmless_sentence(text)) {
    if (byte == '[' || byte == ']' || byte == '\\') out += '\\';
    out += byte;
  }
  return out;
}

Json text(std::string_view words) {
  return {{"text", words}};
}

Json physical(const findings::Location& location) {
  Json region = {{"startLine", location.begin.line},  {"startColumn", location.begin.column},
                 {"endLine", location.end.line},      {"endColumn", location.end.column},
                 {"byteOffset", location.span.begin}, {"byteLength", location.span.size()}};
  if (location.text.size() <= longest_snippet) region["snippet"] = text(location.text);
  return {{"artifactLocation", {{"uri", uri_of(location.file)}, {"uriBaseId", "%SRCROOT%"}}},
          {"region", std::move(region)}};
}

// Marks of Markdown, and what would begin HTML, stand for themselves.
std::string in_markdown(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (std::string_view("\\`*_[]<>#|~&").contains(byte)) out += '\\';
    out += byte;
  }
  return out;
}

// What a rule rests on; in Markdown a link, where it has an address that can be one.
std::string source_of(const findings::Citation& source, bool markdown) {
  const std::string title = markdown ? in_markdown(source.title) : source.title;
  const bool links = markdown && source.url.starts_with("http") &&
                     source.url.find_first_of(" <>()\\") == std::string::npos;
  std::string text = links ? '[' + title + "](" + source.url + ')' : title;
  if (!source.section.empty())
    text += ", " + (markdown ? in_markdown(source.section) : source.section);
  if (!links && !source.url.empty()) text += ", " + source.url;
  if (!source.date.empty()) text += " (seen " + source.date + ')';
  return text;
}

// What a viewer shows of a rule beside its findings.
std::string help_of(const findings::RuleInfo& rule, bool markdown) {
  const auto said = [&](const std::string& text) { return markdown ? in_markdown(text) : text; };
  std::string help = said(rule.why.empty() ? rule.about : rule.why);
  if (help.empty()) help = said(rule.id);  // viewers ask for some
  const std::string instead = markdown ? "**Instead:** " : "Instead: ";
  if (!rule.instead.empty()) help += "\n\n" + instead + said(rule.instead);
  for (const auto& source : rule.sources) help += "\n\nSource: " + source_of(source, markdown);
  return help;
}

Json rule_of(const findings::RuleInfo& rule) {
  Json tags = Json::array({findings::name(rule.category)});
  for (const std::string& jurisdiction : rule.jurisdictions)
    if (tags.size() < most_tags) tags.push_back(jurisdiction);
  const std::string& about = rule.about.empty() ? rule.id : rule.about;
  Json json = {
      {"id", rule.id},
      {"shortDescription", text(about)},
      {"fullDescription", text(rule.why.empty() ? about : rule.why)},
      {"help", {{"text", help_of(rule, false)}, {"markdown", help_of(rule, true)}}},
      {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
      {"properties", {{"tags", std::move(tags)}, {"problem.severity", problem_of(rule.severity)}}}};
  if (!rule.sources.empty() && !rule.sources.front().url.empty())
    json["helpUri"] = rule.sources.front().url;
  return json;
}

// A fact stands in a pack, not in the source tree: what it rests on is where a viewer can go.
Json location_of(const findings::Related& side) {
  if (!side.source) return {{"physicalLocation", physical(side.location)}};
  Json location;
  if (!side.source->url.empty())
    location["physicalLocation"] = {{"artifactLocation", {{"uri", side.source->url}}}};
  location["logicalLocations"] =
      Json::array({{{"fullyQualifiedName",
                     side.location.file + ':' + std::to_string(side.location.begin.line)}}});
  return location;
}

Json related_of(const findings::Finding& finding) {
  Json list = Json::array();
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    const auto& side = finding.related[i];
    Json location = {{"id", i + 1}};
    location.update(location_of(side));
    location["message"] = text(escaped(side.message.empty() ? "See here." : side.message));
    list.push_back(std::move(location));
  }
  return list;
}

Json message_of(const findings::Finding& finding) {
  std::string words = escaped(finding.message);
  if (!finding.instead.empty()) words += " Instead: " + escaped(finding.instead);
  for (std::size_t i = 0; i < finding.related.size(); ++i)
    words += " See [" + escaped(place_of(finding.related[i])) + "](" + std::to_string(i + 1) + ").";
  if (finding.related_omitted > 0)
    words += " And " + counted(finding.related_omitted, "more place") + '.';
  return text(words);
}

Json fix_of(const findings::Location& location, const std::string& suggestion) {
  Json region = physical(location)["region"];
  region.erase("snippet");
  Json replacement = {{"deletedRegion", std::move(region)}, {"insertedContent", text(suggestion)}};
  return {{"description", text("Write “" + suggestion + "”.")},
          {"artifactChanges",
           Json::array({{{"artifactLocation", physical(location)["artifactLocation"]},
                         {"replacements", Json::array({std::move(replacement)})}}})}};
}

Json result_of(const findings::Finding& finding, std::span<const findings::RuleInfo> rules) {
  Json json = {{"ruleId", finding.rule}};
  const auto rule = std::ranges::lower_bound(rules, finding.rule, {}, &findings::RuleInfo::id);
  if (rule != rules.end() && rule->id == finding.rule) json["ruleIndex"] = rule - rules.begin();
  json["level"] = level_of(finding.severity);
  json["message"] = message_of(finding);
  json["locations"] = Json::array({{{"physicalLocation", physical(finding.location)}}});
  if (!finding.related.empty()) json["relatedLocations"] = related_of(finding);
  json["partialFingerprints"] = {{"primaryLocationLineHash", finding.fingerprint + ":1"},
                                 {"galley/v1", finding.fingerprint}};
  if (!finding.suggestions.empty()) {
    for (const std::string& suggestion : finding.suggestions)
      json["fixes"].push_back(fix_of(finding.location, suggestion));
  }
  if (!finding.suppressed.empty()) {
    json["suppressions"] = Json::array(
        {{{"kind", "external"}, {"status", "accepted"}, {"justification", finding.suppressed}}});
  }
  return json;
}

Json notification_of(const base::Error& error, std::string_view level) {
  Json json = {{"level", level},
               {"message", text(escaped(error.message))},
               {"descriptor", {{"id", base::code_name(error.code)}}}};
  if (error.file.empty()) return json;
  Json place = {{"artifactLocation", {{"uri", uri_of(error.file)}, {"uriBaseId", "%SRCROOT%"}}}};
  if (error.line > 0) {
    place["region"] = {{"startLine", error.line}};
    if (error.column > 0) place["region"]["startColumn"] = error.column;
  }
  json["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
  return json;
}

Json invocation_of(const findings::Outcome& outcome, std::size_t left_out) {
  Json notes = Json::array();
  for (const auto& error : outcome.errors) notes.push_back(notification_of(error, "error"));
  for (const auto& error : outcome.elsewhere) notes.push_back(notification_of(error, "note"));
  if (left_out > 0) {
    notes.push_back({{"level", "warning"},
                     {"message", text(counted(left_out, "finding") +
                                      " of lesser weight left out: a run may have " +
                                      grouped(most_results) + " results.")},
                     {"descriptor", {{"id", "too-many-results"}}}});
  }
  return {{"executionSuccessful", outcome.errors.empty()},
          {"toolExecutionNotifications", std::move(notes)}};
}

// The findings that fit, in the order of reports.
std::vector<const findings::Finding*> fitting(const findings::Outcome& outcome) {
  std::vector<const findings::Finding*> all;
  for (const auto& finding : outcome.findings) all.push_back(&finding);
  if (all.size() <= most_results) return all;
  std::ranges::stable_sort(all, std::ranges::greater{}, &findings::Finding::severity);
  all.resize(most_results);
  std::ranges::sort(all);
  return all;
}

}  // namespace

bool write_sarif(const findings::Outcome& outcome, const RenderOptions& options, const Sink& sink) {
  Json rules = Json::array();
  for (const auto& rule : outcome.rules) rules.push_back(rule_of(rule));
  const Json tool = {
      {"driver",
       {{"name", "galley"}, {"semanticVersion", options.version}, {"rules", std::move(rules)}}}};
  const Json bases = {{"%SRCROOT%", {{"description", text("The folder that paths start from.")}}}};
  const auto results = fitting(outcome);
  const Json invocation = invocation_of(outcome, outcome.findings.size() - results.size());
  if (!sink("{\"$schema\": \"" + std::string(schema) +
            "\",\n\"version\": \"2.1.0\",\n\"runs\": [{\n" + "\"tool\": " + base::json_text(tool) +
            ",\n\"columnKind\": \"unicodeCodePoints\",\n" +
            "\"originalUriBaseIds\": " + base::json_text(bases) + ",\n\"invocations\": [" +
            base::json_text(invocation) + "],\n\"results\": ["))
    return false;
  bool first = true;
  for (const auto* finding : results) {
    if (!sink((first ? "\n" : ",\n") + base::json_text(result_of(*finding, outcome.rules))))
      return false;
    first = false;
  }
  return sink(first ? "]\n}]}\n" : "\n]\n}]}\n");
}

}  // namespace linter::reports
