#include "linter/commands/stet.h"

#include <memory>

#include "linter/base/dates.h"
#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/commands/article_request.h"
#include "linter/commands/progress.h"
#include "linter/commands/values.h"
#include "linter/reports/wording.h"
#include "linter/run/stet_list.h"

namespace linter::commands {
namespace {

struct StetSettings : ArticleSettings {
  std::string format = "text";
};

std::string age_of(const run::ListedStet& stet, std::string_view today) {
  const auto days = base::days_between(stet.date, today);
  return days && *days >= 0 ? reports::counted(static_cast<std::uint64_t>(*days), "day") : "";
}

std::string line_of(const run::ListedStet& stet, std::string_view today) {
  const findings::StetNote& note = stet.note;
  const bool beside = !note.sidecar.empty();
  std::string line = base::harmless_path(beside ? note.sidecar : note.place.file) + ':' +
                     std::to_string(beside ? note.sidecar_line : note.place.begin.line) + '\t' +
                     (note.rule.empty() ? "-" : base::harmless_sentence(note.rule)) + '\t' +
                     note.state;
  if (note.silenced > 0) line += " (" + reports::counted(note.silenced, "finding") + ')';
  if (!note.until.empty()) line += ", until " + note.until;
  line += '\t';
  if (!stet.date.empty()) {
    line += stet.date;
    if (const std::string age = age_of(stet, today); !age.empty()) line += " (" + age + ')';
    line += ", " + base::harmless_sentence(stet.author);
  }
  return line + '\t' + base::harmless_sentence(note.reason) + '\n';
}

base::Json json_of(const run::ListedStet& stet, std::string_view today) {
  const findings::StetNote& note = stet.note;
  base::Json json{{"file", note.place.file},
                  {"line", note.place.begin.line},
                  {"column", note.place.begin.column},
                  {"sidecar", note.sidecar},
                  {"sidecar_line", note.sidecar_line},
                  {"rule", note.rule},
                  {"until", note.until},
                  {"reason", note.reason},
                  {"state", note.state},
                  {"silenced", note.silenced},
                  {"author", stet.author},
                  {"date", stet.date}};
  const auto days = base::days_between(stet.date, today);
  json["age_days"] = days ? base::Json(*days) : base::Json(nullptr);
  return json;
}

std::string page_of(const std::vector<run::ListedStet>& stets, const std::string& format,
                    std::string_view today) {
  std::string text;
  base::Json list = base::Json::array();
  for (const run::ListedStet& stet : stets) {
    if (format == "json") {
      list.push_back(json_of(stet, today));
    } else {
      text += line_of(stet, today);
    }
  }
  if (format != "json") return text;
  return base::json_text({{"version", 1}, {"stets", std::move(list)}}) + '\n';
}

Exit list_stets(const StetSettings& settings, Console& console) {
  const auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  const findings::Outcome outcome = check_with_progress(*request, false, console);
  if (outcome.interrupted) return Exit::interrupted;
  for (const auto& error : outcome.errors) console.report(error);
  const auto stets = run::list_stets(*request, console.files(), outcome);
  const Exit printed = console.print(page_of(stets, settings.format, request->today));
  return outcome.errors.empty() ? printed : Exit::incomplete;
}

}  // namespace

Job prepare_stet_list() {
  auto settings = std::make_unique<StetSettings>();
  std::vector<Option> options{{.names = "PATH",
                               .value = "",
                               .about = "the articles; the current folder when there is none",
                               .target = &settings->paths},
                              data_format_option(settings->format),
                              config_option(settings->configuration),
                              pack_option(settings->packs),
                              today_option(settings->today)};
  return job_of(std::move(settings), std::move(options), list_stets);
}

}  // namespace linter::commands
