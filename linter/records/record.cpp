#include "linter/records/record.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <utility>

#include "linter/base/hash.h"
#include "linter/records/fields.h"
#include "linter/records/text.h"
#include "linter/records/values.h"

namespace linter::records {
namespace {

using base::Json;

constexpr std::string_view key_end = "\",\t";
constexpr std::string_view beginning_of_all = R"({"galley":)";

std::string digits_of(std::uint64_t value) {
  return fmt::format("{:016x}", value);
}

std::string beginning(std::string_view kind) {
  return fmt::format(R"({{"galley":{},"kind":"{}","key":)", version, kind);
}

// Closes an object with a digest of what it says, by which an altered record is known.
std::string seal_of(std::string_view open_object) {
  return fmt::format(R"(,"digest":"{:016x}"}})", base::hash64(open_object));
}

std::string line_of(std::string_view kind, const std::string& key, Json fields) {
  make_writable(fields);
  std::string line = beginning(kind) + base::json_text(Json(written_text(key))) + ",\t";
  line.append(base::json_text(fields), 1).pop_back();
  return line + seal_of(line);
}

bool is_sealed(std::string_view line) {
  static const std::size_t length = seal_of({}).size();
  if (line.size() < length) return false;
  const std::string_view open_object = line.substr(0, line.size() - length);
  return line.substr(open_object.size()) == seal_of(open_object);
}

void set_tally(Json& json, const std::string& key, const Tally& tally) {
  json[key] = tally.count;
  json[key + "_sum"] = digits_of(tally.sum);
}

Tally read_tally(Fields& fields, const std::string& key) {
  return {.count = fields.number(key), .sum = fields.digest(key + "_sum")};
}

void set_errors(Json& json, std::span<const std::uint64_t> errors) {
  Json& all = json["errors"] = Json::array();
  for (const std::uint64_t error : errors) all.push_back(digits_of(error));
}

void set_made(Json& json, const Made& made) {
  json["version"] = made.version;
  json["today"] = made.today;
  Json& data = json["data"] = Json::array();
  for (const findings::Datum& datum : made.data) data.push_back(json_of(datum));
  Json& all = json["settings"] = Json::array();
  for (const Settings& settings : made.settings) {
    Json own = {{"file", settings.file}, {"language", settings.language}};
    Json& its_data = own["data"] = Json::array();
    for (const findings::Datum& datum : settings.data) its_data.push_back(json_of(datum));
    all.push_back(std::move(own));
  }
}

Made read_made(Fields& fields) {
  Made made;
  made.version = fields.text("version");
  made.today = fields.text("today");
  made.data = read_each(fields, "data", read_datum);
  made.settings = read_each(fields, "settings", [](Fields& own) {
    Settings settings{.file = own.name("file"), .language = own.text("language"), .data = {}};
    settings.data = read_each(own, "data", read_datum);
    return settings;
  });
  return made;
}

std::string written(const ArticleRecord& record) {
  Json json = {{"part", record.part},         {"number", record.number},
               {"language", record.language}, {"settings", digits_of(record.settings)},
               {"asked", record.asked},       {"words", record.words},
               {"bytes", record.bytes}};
  set_tally(json, "findings", record.findings);
  set_tally(json, "summaries", record.summaries);
  Json& stets = json["stets"] = Json::array();
  for (const suppression::Stet& stet : record.stets) stets.push_back(json_of(stet));
  Json& uses = json["uses"] = Json::array();
  for (const suppression::Use& use : record.uses) uses.push_back(json_of(use));
  return line_of("article", record.file, std::move(json));
}

ArticleRecord read_article(Fields& fields, std::string key) {
  ArticleRecord record;
  record.file = std::move(key);
  record.part = fields.text("part");
  record.number = fields.number("number");
  record.language = fields.text("language");
  record.settings = fields.digest("settings");
  record.asked = fields.flag("asked");
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
  return line_of("finding", record.finding.location.file, std::move(json));
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
  const checks::Summary& first = record.summaries.front();
  Json json = {{"group", record.group},
               {"check", first.check},
               {"of", first.key},
               {"value", first.value},
               {"file", first.location.file},
               {"language", record.language},
               {"settings", digits_of(record.settings)},
               {"number", record.number}};
  Json& places = json["places"] = Json::array();
  for (const checks::Summary& summary : record.summaries) {
    Json place = {{"count", summary.count}};
    set_location(place, summary.location);
    place["quote"] = summary.quote;
    place["identity"] = digits_of(summary.identity);
    places.push_back(std::move(place));
  }
  json["asked"] = first.asked;  // the last, as told_and_asked() has it
  return line_of("summary", key_of(record), std::move(json));
}

SummaryRecord read_summary(Fields& fields, const std::string& key) {
  SummaryRecord record;
  checks::Summary shared;
  record.group = fields.text("group");
  shared.check = fields.text("check");
  shared.key = fields.text("of");
  shared.value = fields.text("value");
  shared.location.file = fields.name("file");
  record.language = fields.text("language");
  record.settings = fields.digest("settings");
  record.number = fields.number("number");
  shared.asked = fields.flag("asked");
  record.summaries = read_each(fields, "places", [&](Fields& own) {
    checks::Summary summary = shared;
    summary.count = own.small_number("count");
    summary.location = read_location(own, shared.location.file);
    summary.quote = own.text("quote");
    summary.identity = own.digest("identity");
    return summary;
  });
  if (record.summaries.empty()) fields.refuse("places");
  if (fields.good() && key != key_of(record)) fields.refuse("key");
  return record;
}

std::string written(const ErrorRecord& record) {
  Json json = Json::object();
  set_error(json, record.error);
  if (!record.part.empty()) json["part"] = record.part;
  return line_of("error", record.error.file, std::move(json));
}

std::string written(const PartRecord& record) {
  Json json = {{"after", record.after}, {"last", record.last}};
  set_tally(json, "articles", record.articles);
  set_tally(json, "listing", record.listing);
  set_errors(json, record.errors);
  set_made(json, record.made);
  return line_of("part", record.part, std::move(json));
}

std::string written(const JudgedRecord& record) {
  Json json = Json::object();
  set_tally(json, "summaries", record.summaries);
  set_tally(json, "findings", record.findings);
  return line_of("judged", record.key, std::move(json));
}

std::string written(const ReconciledRecord& record) {
  Json json = Json::object();
  set_tally(json, "judged", record.judged);
  set_errors(json, record.errors);
  set_made(json, record.made);
  return line_of("reconciled", "", std::move(json));
}

std::unexpected<base::Error> damaged(const std::string& what) {
  return base::fail(base::ErrorCode::bad_value,
                    "this record is damaged (" + what + "): the step that wrote it must run again");
}

// Whether it says what it said when it was written, in whatever JSON. Errors may come without a
// digest: scripts write them, too.
bool is_unaltered(std::string_view line, const Record& record, Fields& fields) {
  const bool may_lack_one = std::holds_alternative<ErrorRecord>(record);
  const std::string digest = fields.text_if_any("digest");
  if ((may_lack_one && digest.empty()) || is_sealed(line)) return true;
  return line_of(record).ends_with("\"" + digest + "\"}");
}

base::Result<Record> read_kind(Fields& fields, const std::string& kind, std::string key) {
  if (kind == "article") return read_article(fields, std::move(key));
  if (kind == "finding") return read_finding_record(fields, std::move(key));
  if (kind == "summary") return read_summary(fields, key);
  if (kind == "error")
    return ErrorRecord{.error = read_error(fields), .part = fields.text_if_any("part")};
  if (kind == "part") {
    PartRecord record{.part = std::move(key),
                      .after = fields.text("after"),
                      .last = fields.flag("last"),
                      .articles = read_tally(fields, "articles"),
                      .listing = read_tally(fields, "listing"),
                      .errors = fields.digests("errors"),
                      .made = {}};
    record.made = read_made(fields);
    return record;
  }
  if (kind == "judged") {
    return JudgedRecord{.key = std::move(key),
                        .summaries = read_tally(fields, "summaries"),
                        .findings = read_tally(fields, "findings")};
  }
  if (kind == "reconciled") {
    ReconciledRecord record{
        .judged = read_tally(fields, "judged"), .errors = fields.digests("errors"), .made = {}};
    record.made = read_made(fields);
    return record;
  }
  return damaged("there is no kind '" + kind + "'");
}

}  // namespace

std::string fault_of_name(std::string_view name) {
  if (name.size() > longest_name) {
    return fmt::format(
        "the name of this article has {} bytes, more than the limit of {}: shorten it", name.size(),
        longest_name);
  }
  if (name.find('\0') != std::string_view::npos)
    return "the name of this article has a zero byte, which no file can have: leave it out";
  const auto folders = std::ranges::count(name, '/');
  if (std::cmp_less_equal(folders, deepest_name)) return {};
  return fmt::format(
      "this article lies {} folders deep, more than the limit of {}: shorten its name", folders,
      deepest_name);
}

std::uint64_t Settings::digest() const {
  std::string all;
  for (const findings::Datum& datum : data) all += datum.name + '\0' + datum.digest + '\0';
  return std::max<std::uint64_t>(base::hash64(all), 1);
}

void Tally::add(std::string_view line) {
  ++count;
  sum += base::hash64(line);
}

void Tally::add(const Tally& other) {
  count += other.count;
  sum += other.sum;
}

void Tally::remove(const Tally& other) {
  count -= other.count;
  sum -= other.sum;
}

std::string key_of(const SummaryRecord& record) {
  const checks::Summary& first = record.summaries.front();
  return record.group + '\t' + first.check + '\t' + first.key;
}

std::string line_of(const Record& record) {
  return std::visit([](const auto& one) { return written(one); }, record);
}

base::Result<Record> read_record(std::string_view line) {
  const auto json = base::read_json(line);
  const bool is_doubled = !json && json.error().code == base::ErrorCode::duplicate_key;
  if (is_doubled) return damaged(json.error().message);
  const bool is_cut = !json && json.error().code == base::ErrorCode::bad_value && !line.empty() &&
                      (line.starts_with(beginning_of_all) || beginning_of_all.starts_with(line));
  if (is_cut) {
    return base::fail(base::ErrorCode::interrupted,
                      "this line is no whole record of galley's: the step that wrote it was cut "
                      "off; it must run again");
  }
  if (!json || !json->is_object() || !json->contains("galley")) {
    return base::fail(base::ErrorCode::bad_value,
                      "this line is no whole record of galley's: something else was mixed in, or "
                      "the step that wrote it was cut off");
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
  const bool is_name = kind == "article" || kind == "finding";
  if (is_name && !fault_of_name(key).empty()) return damaged("'key': " + fault_of_name(key));
  auto record = read_kind(fields, kind, std::move(key));
  if (record && !fields.good()) return damaged("'" + fields.fault() + "'");
  if (record && !is_unaltered(line, *record, fields))
    return damaged("what it says is not what was written");
  return record;
}

bool is_as_written(std::string_view line) {
  return line.starts_with(beginning_of_all) && line.ends_with('}') &&
         line.find(key_end) != std::string_view::npos;
}

bool is_summary(std::string_view line) {
  static const std::string its_beginning = beginning("summary");
  return line.starts_with(its_beginning);
}

bool is_no_summary(std::string_view line) {
  static const std::string any_beginning = beginning("");
  constexpr std::string_view rest = R"(","key":)";
  return line.starts_with(any_beginning.substr(0, any_beginning.size() - rest.size())) &&
         !is_summary(line);
}

std::string_view written_key(std::string_view line) {
  return line.substr(0, line.find(key_end));
}

ToldAndAsked told_and_asked(std::string_view line) {
  static const std::size_t length = seal_of({}).size();
  line.remove_suffix(std::min(length, line.size()));
  for (const bool asked : {true, false}) {
    const std::string_view field = asked ? R"(,"asked":true)" : R"(,"asked":false)";
    if (line.ends_with(field)) return {line.substr(0, line.size() - field.size()), asked};
  }
  return {line, true};
}

}  // namespace linter::records
