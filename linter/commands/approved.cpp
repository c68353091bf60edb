#include "linter/commands/approved.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/base/names.h"
#include "linter/commands/article_request.h"
#include "linter/commands/values.h"
#include "linter/run/approved.h"
#include "linter/run/check_run.h"

namespace linter::commands {
namespace {

using findings::ApprovalNote;
using suppression::Statement;
using Statements = std::vector<Statement>;

struct ApprovedSettings : ArticleSettings {
  std::string id;
  std::string format = "text";
};

std::string line(std::string_view name, const std::string& value) {
  return value.empty() ? ""
                       : "  " + std::string(name) + ": " + base::harmless_sentence(value) + '\n';
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& one : items) text += (text.empty() ? "" : ", ") + one;
  return text;
}

std::string withdrawal_of(const Statement& one) {
  const bool has_reason = !one.withdrawn_because.empty();
  return has_reason ? one.withdrawn + " (" + one.withdrawn_because + ')' : one.withdrawn;
}

std::string text_of(const Statements& statements, std::string_view day) {
  std::string text;
  for (const Statement& one : statements) {
    if (!text.empty()) text += '\n';
    const std::string standing(name(standing_of(one, day)));
    text += one.id + (standing == "valid" ? "" : " (" + standing + ')') + '\n';
    text += "  “" + base::harmless_sentence(one.text) + "”\n";
    for (const std::string& variant : one.variants)
      text += "  “" + base::harmless_sentence(variant) + "”\n";
    text += line("evidence", evidence_of(one)) + line("owner", one.owner) +
            line("jurisdictions", listed(one.jurisdictions)) + line("expires", one.expires) +
            line("withdrawn", withdrawal_of(one)) +
            line("where", one.file + ":" + std::to_string(one.line));
  }
  return text;
}

base::Json json_of(const Statement& one, std::string_view day) {
  base::Json evidence = base::Json::array();
  for (const findings::Citation& citation : one.evidence) {
    base::Json json = {{"title", citation.title}, {"url", citation.url}};
    if (!citation.section.empty()) json["section"] = citation.section;
    json["date"] = citation.date;
    evidence.push_back(std::move(json));
  }
  base::Json json = {{"id", one.id},
                     {"text", one.text},
                     {"variants", one.variants},
                     {"evidence", std::move(evidence)},
                     {"owner", one.owner},
                     {"jurisdictions", one.jurisdictions}};
  if (!one.expires.empty()) json["expires"] = one.expires;
  if (!one.withdrawn.empty()) json["withdrawn"] = one.withdrawn;
  if (!one.withdrawn_because.empty()) json["withdrawn_because"] = one.withdrawn_because;
  json["state"] = name(standing_of(one, day));
  json["file"] = one.file;
  json["line"] = one.line;
  json["column"] = one.column;
  return json;
}

std::string json_of(const Statements& statements, std::string_view day) {
  base::Json list = base::Json::array();
  for (const Statement& one : statements) list.push_back(json_of(one, day));
  return base::json_text({{"version", 1}, {"today", day}, {"approved", std::move(list)}}) + '\n';
}

Exit list(const ApprovedSettings& settings, Console& console) {
  const auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  const auto read = run::approved_statements(*request, console.files());
  for (const base::Error& error : read.errors) console.report(error);
  const std::string text = settings.format == "json" ? json_of(read.value, request->today)
                                                     : text_of(read.value, request->today);
  const Exit printed = console.print(text);
  return read.errors.empty() ? printed : Exit::incomplete;
}

std::string place_of(const ApprovalNote& note) {
  return note.place.file + ":" + std::to_string(note.place.begin.line) + ":" +
         std::to_string(note.place.begin.column);
}

std::size_t files_in(const std::vector<ApprovalNote>& notes) {
  std::vector<std::string_view> files;
  for (const ApprovalNote& note : notes) files.push_back(note.place.file);
  return files.size() - std::ranges::unique(files).size();
}

// "little-pain expired on 2026-03-01", "old was withdrawn on 2026-01-01 (complaint)".
std::string standing_text(const Statement& statement, std::string_view day) {
  switch (standing_of(statement, day)) {
    case suppression::Standing::withdrawn:
      return statement.id + " was withdrawn on " + withdrawal_of(statement);
    case suppression::Standing::expired:
      return statement.id + " expired on " + statement.expires;
    case suppression::Standing::expires_soon:
      return statement.id + " expires soon, on " + statement.expires;
    case suppression::Standing::valid:
      break;
  }
  return statement.id + " is valid" +
         (statement.expires.empty() ? "" : " until " + statement.expires);
}

bool is_elsewhere(const ApprovalNote& note) {
  return note.state == "approved elsewhere";
}

// "2 articles use it, 1 of them where it is not approved".
std::string uses_text(const std::vector<ApprovalNote>& notes, bool may_be_used) {
  const std::size_t files = files_in(notes);
  if (files == 0) return "no article uses it";
  std::string text = std::to_string(files) + (files == 1 ? " article " : " articles ") +
                     (may_be_used ? "" : "still ") + (files == 1 ? "uses it" : "use it");
  std::vector<ApprovalNote> others = notes;
  std::erase_if(others, [](const ApprovalNote& note) { return !is_elsewhere(note); });
  if (!others.empty())
    text += ", " + std::to_string(files_in(others)) + " of them where it is not approved";
  return text;
}

// "little-pain expires soon, on 2027-03-01: 2 articles use it", then their places.
std::string text_of(const Statement& statement, const std::vector<ApprovalNote>& notes,
                    std::string_view day) {
  const auto standing = standing_of(statement, day);
  const bool may_be_used =
      standing == suppression::Standing::valid || standing == suppression::Standing::expires_soon;
  std::string text = base::harmless_sentence(standing_text(statement, day)) + ": " +
                     uses_text(notes, may_be_used) + '\n';
  for (const ApprovalNote& note : notes) {
    text += base::harmless_sentence(place_of(note)) +
            (is_elsewhere(note) ? "\tnot approved for this article's jurisdictions" : "") + '\n';
  }
  return text;
}

std::string json_of(const Statement& statement, const std::vector<ApprovalNote>& notes,
                    std::string_view day) {
  base::Json uses = base::Json::array();
  for (const ApprovalNote& note : notes) {
    uses.push_back({{"file", note.place.file},
                    {"line", note.place.begin.line},
                    {"column", note.place.begin.column},
                    {"text", note.place.text},
                    {"state", note.state},
                    {"silenced", note.silenced}});
  }
  return base::json_text({{"version", 1},
                          {"today", day},
                          {"statement", json_of(statement, day)},
                          {"articles", files_in(notes)},
                          {"uses", std::move(uses)}}) +
         '\n';
}

base::Error unknown_id(const std::string& id, const Statements& statements) {
  std::vector<std::string_view> ids;
  for (const Statement& one : statements) ids.push_back(one.id);
  return {base::ErrorCode::bad_usage, "no approved statement is called '" + id + "'" +
                                          base::nearest_hint(id, ids) +
                                          ": `galley approved list` has them"};
}

Exit used_by(const ApprovedSettings& settings, Console& console) {
  const auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  const auto read = run::approved_statements(*request, console.files());
  const auto statement = std::ranges::find(read.value, settings.id, &Statement::id);
  if (statement == read.value.end()) {
    for (const base::Error& error : read.errors) console.report(error);
    console.report(unknown_id(settings.id, read.value));
    return Exit::incomplete;
  }
  findings::Outcome outcome = run::check(*request, console.files());
  if (outcome.interrupted || console.interrupted()) return Exit::interrupted;
  for (const base::Error& error : outcome.errors) console.report(error);
  // Of the whole folder those of the project; who names a file wants to know of it.
  std::erase_if(outcome.approvals, [&](const ApprovalNote& note) {
    return note.id != settings.id ||
           (settings.paths.empty() &&
            !run::is_of_project(*request, console.files(), note.place.file));
  });
  const Exit printed = console.print(settings.format == "json"
                                         ? json_of(*statement, outcome.approvals, request->today)
                                         : text_of(*statement, outcome.approvals, request->today));
  return outcome.errors.empty() ? printed : Exit::incomplete;
}

std::vector<Option> shared_options(ApprovedSettings& to) {
  return {data_format_option(to.format), today_option(to.today), config_option(to.configuration)};
}

}  // namespace

Job prepare_approved_list() {
  auto settings = std::make_unique<ApprovedSettings>();
  auto options = shared_options(*settings);
  return job_of(std::move(settings), std::move(options), list);
}

Job prepare_approved_used_by() {
  auto settings = std::make_unique<ApprovedSettings>();
  std::vector<Option> options{
      {.names = "ID",
       .value = "",
       .about = "of the statement, as galley approved list has it",
       .target = &settings->id,
       .required = true},
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns; the current folder when there is none",
       .target = &settings->paths}};
  std::ranges::move(shared_options(*settings), std::back_inserter(options));
  return job_of(std::move(settings), std::move(options), used_by);
}

}  // namespace linter::commands
