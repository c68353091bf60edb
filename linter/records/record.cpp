#include "linter/records/record.h"

#include <fmt/format.h>
#include <utility>

#include "linter/base/hash.h"
#include "linter/records/fields.h"
#include "linter/records/values.h"

namespace linter::records {
namespace {

using base::Json;

constexpr std::string_view key_end = "\",\t";

std::string digits_of(std::uint64_t value) {
  return fmt::format("{:016x}", value);
}

std::string beginning(std::string_view kind) {
  return fmt::format(R"({{"galley":{},"kind":"{}","key":)", version, kind);
}

std::string line_of(std::string_view kind, const std::string& key, const Json& fields) {
  std::string line = beginning(kind) + base::json_text(Json(key)) + ",\t";
  return line.append(base::json_text(fields), 1);
}

void set_tally(Json& json, const std::string& key, const Tally& tally) {
  json[key] = tally.count;
  json[key + "_sum"] = digits_of(tally.sum);
}

Tally read_tally(Fields& fields, const std::string& key) {
  return {.count = fields.number(key), .sum = fields.digest(key + "_sum")};
}

void set_made(Json& json, const Made& made) {
  json["version"] = made.version;
  json["today"] = made.today;
  Json& data = json["data"] = Json::array();
  for (const findings::Datum& datum : made.data) data.push_back(json_of(datum));
}

Made read_made(Fields& fields) {
  Made made{.version = fields.text("version"), .today = fields.text("today"), .data = {}};
  made.data = read_each(fields, "data", read_datum);
  return made;
}

std::string written(const ArticleRecord& record) {
  Json json = {{"part", record.part},
               {"number", record.number},
               {"language", record.language},
               {"words", record.words},
               {"bytes", record.bytes}};
  set_tally(json, "findings", record.findings);
  set_tally(json, "summaries", record.summaries);
  Json& stets = json["stets"] = Json::array();
  for (const suppression::Stet& stet : record.stets) stets.push_back(json_of(stet));
  Json& uses = json["uses"] = Json::array();
  for (const suppression::Use& use : record.uses) uses.push_back(json_of(use));
  return line_of("article", record.file, json);
}

ArticleRecord read_article(Fields& fields, std::string key) {
  ArticleRecord record;
  record.file = std::move(key);
  record.part = fields.text("part");
  record.number = fields.number("number");
  record.language = fields.text("language");
  record.words = fields.number("words");
  record.bytes = fields.number("bytes");
  record.findings = read_tally(fields, "findings");
  record.summaries = read_tally(fields, "summaries");
  record.stets = read_each(fields, "stets", read_stet);
  record.uses = read_each(fields, "uses", [&](Fields& own) { return read_use(own, record.file); });
  return record;
}

std::string written(const FindingRecord& record) {
  Json json = {{"between", record.between}, {"number", record.number}};
  set_finding(json, record.finding);
  return line_of("finding", record.finding.location.file, json);
}

FindingRecord read_finding_record(Fields& fields, std::string key) {
  FindingRecord record;
  record.between = fields.text("between");
  record.number = fields.number("number");
  record.finding = read_finding(fields, std::move(key));
  record.finding.across = !record.between.empty();
  return record;
}

std::string written(const SummaryRecord& record) {
  const checks::Summary& summary = record.summary;
  Json json = {{"group", record.group},  {"check", summary.check}, {"of", summary.key},
               {"value", summary.value}, {"count", summary.count}, {"file", summary.location.file}};
  set_location(json, summary.location);
  json["quote"] = summary.quote;
  json["identity"] = digits_of(summary.identity);
  json["language"] = record.language;
  json["number"] = record.number;
  return line_of("summary", key_of(record), json);
}

SummaryRecord read_summary(Fields& fields, const std::string& key) {
  SummaryRecord record;
  checks::Summary& summary = record.summary;
  record.group = fields.text("group");
  summary.check = fields.text("check");
  summary.key = fields.text("of");
  summary.value = fields.text("value");
  summary.count = fields.small_number("count");
  summary.location = read_location(fields, fields.text("file"));
  summary.quote = fields.text("quote");
  summary.identity = fields.digest("identity");
  record.language = fields.text("language");
  record.number = fields.number("number");
  if (key != key_of(record)) fields.refuse("key");
  return record;
}

std::string written(const ErrorRecord& record) {
  Json json = Json::object();
  set_error(json, record.error);
  return line_of("error", record.error.file, json);
}

std::string written(const PartRecord& record) {
  Json json = Json::object();
  set_tally(json, "articles", record.articles);
  set_made(json, record.made);
  return line_of("part", record.part, json);
}

std::string written(const ReconciledRecord& record) {
  Json json = Json::object();
  set_tally(json, "summaries", record.summaries);
  set_tally(json, "findings", record.findings);
  set_made(json, record.made);
  return line_of("reconciled", "", json);
}

std::unexpected<base::Error> damaged(const std::string& what) {
  return base::fail(base::ErrorCode::bad_value,
                    "this record is damaged (" + what + "): the step that wrote it must run again");
}

base::Result<Record> read_kind(Fields& fields, const std::string& kind, std::string key) {
  if (kind == "article") return read_article(fields, std::move(key));
  if (kind == "finding") return read_finding_record(fields, std::move(key));
  if (kind == "summary") return read_summary(fields, key);
  if (kind == "error") return ErrorRecord{read_error(fields)};
  if (kind == "part") {
    PartRecord record{
        .part = std::move(key), .articles = read_tally(fields, "articles"), .made = {}};
    record.made = read_made(fields);
    return record;
  }
  if (kind == "reconciled") {
    ReconciledRecord record{.summaries = read_tally(fields, "summaries"),
                            .findings = read_tally(fields, "findings"),
                            .made = {}};
    record.made = read_made(fields);
    return record;
  }
  return damaged("there is no kind '" + kind + "'");
}

}  // namespace

void Tally::add(std::string_view line) {
  ++count;
  sum += base::hash64(line);
}

void Tally::add(const Tally& other) {
  count += other.count;
  sum += other.sum;
}

std::string key_of(const SummaryRecord& record) {
  return record.group + '\t' + record.summary.check + '\t' + record.summary.key;
}

std::string line_of(const Record& record) {
  return std::visit([](const auto& one) { return written(one); }, record);
}

base::Result<Record> read_record(std::string_view line) {
  const auto json = base::read_json(line);
  if (!json || !json->is_object() || !json->contains("galley")) {
    return base::fail(base::ErrorCode::bad_value,
                      "this line is no whole record of galley's: the step that wrote it was cut "
                      "off, or something else was mixed in");
  }
  Fields fields(*json);
  const std::uint64_t its_version = fields.number("galley");
  if (fields.good() && its_version != version) {
    return base::fail(base::ErrorCode::bad_value,
                      fmt::format("this record has version {}, and this galley reads version {}: "
                                  "run all steps with the same galley",
                                  its_version, version));
  }
  const std::string kind = fields.text("kind");
  std::string key = fields.text("key");
  if (!fields.good()) return damaged("'" + fields.fault() + "'");
  auto record = read_kind(fields, kind, std::move(key));
  if (record && !fields.good()) return damaged("'" + fields.fault() + "'");
  return record;
}

bool is_summary(std::string_view line) {
  return line.starts_with(beginning("summary"));
}

std::string_view written_key(std::string_view line) {
  return line.substr(0, line.find(key_end));
}

}  // namespace linter::records
