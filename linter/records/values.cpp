#include "linter/records/values.h"

#include <utility>

namespace linter::records {
namespace {

using base::Json;
using findings::Citation;
using findings::Location;
using findings::Related;

Json json_of(const Citation& citation) {
  return {{"title", citation.title},
          {"url", citation.url},
          {"section", citation.section},
          {"date", citation.date}};
}

Citation read_citation(Fields& fields) {
  return {.title = fields.text("title"),
          .url = fields.text("url"),
          .section = fields.text("section"),
          .date = fields.text("date")};
}

Json json_of(const Related& side) {
  Json json = {{"file", side.location.file}};
  set_location(json, side.location);
  json["message"] = side.message;
  if (side.source) json["source"] = json_of(*side.source);
  json["fingerprint"] = side.fingerprint;
  return json;
}

Related read_related(Fields& fields) {
  Related side;
  side.location = read_location(fields, fields.name("file"));
  side.message = fields.text("message");
  side.fingerprint = fields.text("fingerprint");
  if (const Json* source = fields.object_if_any("source")) {
    Fields own(*source);
    side.source = read_citation(own);
    if (!own.good()) fields.refuse("source: " + own.fault());
  }
  return side;
}

}  // namespace

void set_location(Json& json, const Location& location) {
  json["span"] = {location.span.begin, location.span.end};
  json["place"] = {location.begin.line, location.begin.column, location.begin_byte,
                   location.end.line,   location.end.column,   location.end_byte};
  json["text"] = location.text;
  json["line"] = location.excerpt;
  json["at"] = location.excerpt_offset;
}

Location read_location(Fields& fields, std::string file) {
  Location location;
  location.file = std::move(file);
  const auto span = fields.numbers("span", 2);
  const auto place = fields.numbers("place", 6);
  location.span = {span[0], span[1]};
  location.begin = {place[0], place[1]};
  location.begin_byte = place[2];
  location.end = {place[3], place[4]};
  location.end_byte = place[5];
  location.text = fields.text("text");
  location.excerpt = fields.text("line");
  location.excerpt_offset = fields.small_number("at");
  if (location.span.end < location.span.begin) fields.refuse("span");
  if (location.excerpt_offset > location.excerpt.size()) fields.refuse("at");
  return location;
}

void set_finding(Json& json, const findings::Finding& finding) {
  json["rule"] = finding.rule;
  json["category"] = name(finding.category);
  json["severity"] = name(finding.severity);
  json["message"] = finding.message;
  json["instead"] = finding.instead;
  set_location(json, finding.location);
  json["suggestions"] = finding.suggestions;
  json["safe_fix"] = finding.safe_fix;
  Json& sources = json["sources"] = Json::array();
  for (const Citation& source : finding.sources) sources.push_back(json_of(source));
  json["jurisdictions"] = finding.jurisdictions;
  Json& related = json["related"] = Json::array();
  for (const Related& side : finding.related) related.push_back(json_of(side));
  json["related_omitted"] = finding.related_omitted;
  json["identity"] = finding.identity;
  json["identity_file"] = finding.identity_file;
  json["turned"] = finding.turned;
  if (finding.remark) set_location(json["remark"], *finding.remark);
  json["news"] = finding.news;
}

findings::Finding read_finding(Fields& fields, std::string file) {
  findings::Finding finding;
  finding.rule = fields.text("rule");
  finding.category =
      static_cast<findings::Category>(fields.choice("category", findings::category_names()));
  finding.severity =
      static_cast<findings::Severity>(fields.choice("severity", findings::severity_names()));
  finding.message = fields.text("message");
  finding.instead = fields.text("instead");
  finding.location = read_location(fields, std::move(file));
  finding.suggestions = fields.texts("suggestions");
  finding.safe_fix = fields.flag("safe_fix");
  finding.sources = read_each(fields, "sources", read_citation);
  finding.jurisdictions = fields.texts("jurisdictions");
  finding.related = read_each(fields, "related", read_related);
  finding.related_omitted = fields.small_number("related_omitted");
  finding.identity = fields.text("identity");
  finding.identity_file = fields.text("identity_file");
  finding.turned = fields.text("turned");
  if (const Json* remark = fields.object_if_any("remark")) {
    Fields own(*remark);
    finding.remark = read_location(own, finding.location.file);
    if (!own.good()) fields.refuse("remark: " + own.fault());
  }
  finding.news = fields.flag("news");
  return finding;
}

Json json_of(const suppression::Stet& stet) {
  Json json = {{"file", stet.note.place.file}};
  set_location(json, stet.note.place);
  json["rule"] = stet.note.rule;
  json["until"] = stet.note.until;
  json["reason"] = stet.note.reason;
  json["sidecar"] = stet.note.sidecar;
  json["sidecar_line"] = stet.note.sidecar_line;
  json["covers"] = {stet.covers.begin, stet.covers.end};
  json["whole_article"] = stet.whole_article;
  json["words"] = stet.words;
  return json;
}

suppression::Stet read_stet(Fields& fields) {
  suppression::Stet stet;
  stet.note.place = read_location(fields, fields.name("file"));
  stet.note.rule = fields.text("rule");
  stet.note.until = fields.text("until");
  stet.note.reason = fields.text("reason");
  stet.note.sidecar = fields.text("sidecar");
  stet.note.sidecar_line = fields.small_number("sidecar_line");
  const auto covers = fields.numbers("covers", 2);
  stet.covers = {covers[0], covers[1]};
  stet.whole_article = fields.flag("whole_article");
  stet.words = fields.text("words");
  return stet;
}

Json json_of(const suppression::Use& use) {
  Json json = Json::object();
  set_location(json, use.location);
  json["statement"] = use.statement;
  json["wording"] = use.wording;
  json["covers"] = {use.covers.begin, use.covers.end};
  Json& differences = json["differences"] = Json::array();
  for (const suppression::Difference& one : use.differences)
    differences.push_back({{"approved", one.approved}, {"written", one.written}});
  return json;
}

suppression::Use read_use(Fields& fields, std::string file) {
  suppression::Use use;
  use.location = read_location(fields, std::move(file));
  use.statement = fields.small_number("statement");
  use.wording = fields.small_number("wording");
  const auto covers = fields.numbers("covers", 2);
  use.covers = {covers[0], covers[1]};
  use.differences = read_each(fields, "differences", [](Fields& own) {
    return suppression::Difference{.approved = own.text("approved"),
                                   .written = own.text("written")};
  });
  return use;
}

void set_error(Json& json, const base::Error& error) {
  json["code"] = base::code_name(error.code);
  json["message"] = error.message;
  json["file"] = error.file;
  json["at"] = {error.line, error.column};
}

base::Error read_error(Fields& fields) {
  std::vector<std::string_view> codes;
  for (int code = 0; code <= static_cast<int>(base::ErrorCode::internal); ++code)
    codes.push_back(base::code_name(static_cast<base::ErrorCode>(code)));
  base::Error error;
  error.code = static_cast<base::ErrorCode>(fields.choice("code", codes));
  error.message = fields.text("message");
  error.file = fields.text("file");
  const auto at = fields.numbers("at", 2);
  error.line = at[0];
  error.column = at[1];
  return error;
}

Json json_of(const findings::Datum& datum) {
  return {{"name", datum.name}, {"digest", datum.digest}};
}

findings::Datum read_datum(Fields& fields) {
  return {.name = fields.text("name"), .digest = fields.text("digest")};
}

}  // namespace linter::records
