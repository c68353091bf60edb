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

// Whether it is a file of the source tree, and so one that a viewer can show. A fact stands in a
// pack.
bool is_in_tree(std::string_view file) {
  return !file.empty() && !file.starts_with('/') && file != ".." && !file.starts_with("../");
}
bool is_in_tree(const findings::Related& side) {
  return !side.source && is_in_tree(side.location.file);
}

Json related_of(const findings::Finding& finding) {
  Json list = Json::array();
  for (const findings::Related& side : finding.related) {
    if (!is_in_tree(side)) continue;
    list.push_back({{"id", list.size() + 1},
                    {"physicalLocation", physical(side.location)},
                    {"message", text(escaped(side.message.empty() ? "See here." : side.message))}});
  }
  return list;
}

// What a fact rests on, as a link of SARIF's messages where it has an address that can be one.
std::string link_of(const findings::Citation& source) {
  const bool links = source.url.starts_with("http") && !source.title.empty() &&
                     source.url.find_first_of(" <>()[]\\\"") == std::string::npos;
  return links ? '[' + escaped(source.title) + "](" + source.url + ')' : std::string();
}

Json message_of(const findings::Finding& finding) {
  std::string words = escaped(finding.message);
  if (!finding.instead.empty()) words += " Instead: " + escaped(finding.instead);
  std::size_t id = 0;
  for (const findings::Related& side : finding.related) {
    std::string place = side.source ? link_of(*side.source) : std::string();
    if (place.empty()) place = escaped(place_of(side));
    if (is_in_tree(side)) place = '[' + place + "](" + std::to_string(++id) + ')';
    words += " See " + place + '.';
  }
  if (finding.related_omitted > 0)
    words += " And " + counted(finding.related_omitted, "more place") + '.';
  return text(words);
}

// The facts among the other sides, for programs.
Json facts_of(const findings::Finding& finding) {
  Json facts = Json::array();
  for (const findings::Related& side : finding.related) {
    if (side.source)
      facts.push_back({{"message", side.message},
                       {"title", side.source->title},
                       {"url", side.source->url},
                       {"date", side.source->date}});
  }
  return facts;
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
  if (Json sides = related_of(finding); !sides.empty()) json["relatedLocations"] = std::move(sides);
  if (Json facts = facts_of(finding); !facts.empty())
    json["properties"] = {{"facts", std::move(facts)}};
  json["partialFingerprints"] = {{"primaryLocationLineHash", finding.fingerprint + ":1"},
                                 {"galley/v1", finding.fingerprint}};
  if (!finding.suggestions.empty()) {
    for (const std::string& suggestion : finding.suggestions)
      json["fixes"].push_back(fix_of(finding.location, suggestion));
  }
  if (!finding.suppressed.empty()) {
    const bool by_article = finding.suppressed.starts_with("stet in line ");
    json["suppressions"] = Json::array({{{"kind", by_article ? "inSource" : "external"},
                                         {"status", "accepted"},
                                         {"justification", finding.suppressed}}});
  }
  return json;
}

Json notification_of(const base::Error& error, std::string_view level) {
  const bool has_place = is_in_tree(error.file);
  const std::string file =
      has_place || error.file.empty() ? "" : base::harmless_path(error.file) + ": ";
  Json json = {{"level", level},
               {"message", text(escaped(file + error.message))},
               {"descriptor", {{"id", base::code_name(error.code)}}}};
  if (!has_place) return json;
  Json place = {{"artifactLocation", {{"uri", uri_of(error.file)}, {"uriBaseId", "%SRCROOT%"}}}};
  if (error.line > 0) {
    place["region"] = {{"startLine", error.line}};
    if (error.column > 0) place["region"]["startColumn"] = error.column;
  }
  json["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
  return json;
}

// The findings that a run may have, in the order of reports, and how many others there were.
struct Fitting {
  std::vector<const findings::Finding*> results;
  std::size_t outside = 0;   // of the source tree
  std::size_t too_many = 0;  // the least severe
};

Fitting fitting(const findings::Outcome& outcome) {
  Fitting fitting;
  for (const auto& finding : outcome.findings)
    if (is_in_tree(finding.location.file)) fitting.results.push_back(&finding);
  fitting.outside = outcome.findings.size() - fitting.results.size();
  if (fitting.results.size() <= most_results) return fitting;
  fitting.too_many = fitting.results.size() - most_results;
  std::ranges::stable_sort(fitting.results, std::ranges::greater{}, &findings::Finding::severity);
  fitting.results.resize(most_results);
  std::ranges::sort(fitting.results);
  return fitting;
}

Json note_of(std::string_view id, const std::string& words) {
  return {{"level", "warning"}, {"message", text(words)}, {"descriptor", {{"id", id}}}};
}

Json invocation_of(const findings::Outcome& outcome, const Fitting& fitting) {
  Json notes = Json::array();
  for (const auto& error : outcome.errors) notes.push_back(notification_of(error, "error"));
  for (const auto& error : outcome.elsewhere) notes.push_back(notification_of(error, "note"));
  if (fitting.outside > 0) {
    notes.push_back(note_of(
        "outside-of-the-tree",
        counted(fitting.outside, "finding") + " left out that no file of the source tree has."));
  }
  if (fitting.too_many > 0) {
    notes.push_back(
        note_of("too-many-results", "The " + counted(fitting.too_many, "least severe finding") +
                                        (fitting.too_many == 1 ? " is" : " are") +
                                        " left out: a run may have " + grouped(most_results) +
                                        " results."));
  }
  return {{"executionSuccessful", outcome.errors.empty()},
          {"toolExecutionNotifications", std::move(notes)}};
}

}  // namespace

bool write_sarif(const findings::Outcome& outcome, const RenderOptions& options, const Sink& sink) {
  Json rules = Json::array();
  for (const auto& rule : outcome.rules) rules.push_back(rule_of(rule));
  const Json tool = {
      {"driver",
       {{"name", "galley"}, {"semanticVersion", options.version}, {"rules", std::move(rules)}}}};
  const Json bases = {{"%SRCROOT%", {{"description", text("The folder that paths start from.")}}}};
  const Fitting chosen = fitting(outcome);
  const Json invocation = invocation_of(outcome, chosen);
  if (!sink("{\"$schema\": \"" + std::string(schema) +
            "\",\n\"version\": \"2.1.0\",\n\"runs\": [{\n" + "\"tool\": " + base::json_text(tool) +
            ",\n\"columnKind\": \"unicodeCodePoints\",\n" +
            "\"originalUriBaseIds\": " + base::json_text(bases) + ",\n\"invocations\": [" +
            base::json_text(invocation) + "],\n\"results\": ["))
    return false;
  bool first = true;
  for (const auto* finding : chosen.results) {
    if (!sink((first ? "\n" : ",\n") + base::json_text(result_of(*finding, outcome.rules))))
      return false;
    first = false;
  }
  return sink(first ? "]\n}]}\n" : "\n]\n}]}\n");
}

}  // namespace linter::reports
