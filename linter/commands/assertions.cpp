#include "linter/commands/assertions.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "linter/assertions/describe.h"
#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/commands/article_request.h"
#include "linter/commands/explanation.h"
#include "linter/commands/values.h"
#include "linter/run/read_assertions.h"

namespace linter::commands {
namespace {

struct AssertionsSettings : ArticleSettings {
  bool explain = false;
  std::string format = "text";
};

// The cues of the sentence that put what is said into a light: "negated “no”, hedged “may”".
std::vector<std::pair<std::string_view, std::string_view>> cues_of(
    const run::AssertingArticle& article, const assertions::Assertion& assertion) {
  std::vector<std::pair<std::string_view, std::string_view>> cues;
  for (const context::Evidence& one : article.context.explain(assertion.meaning)) {
    const std::string_view category =
        context::category_names()[static_cast<std::size_t>(one.category)];
    cues.emplace_back(category, article.reading.view(one.cue));
  }
  return cues;
}

std::string text_of(const run::AssertingArticle& article, const assertions::Assertion& assertion) {
  std::string text =
      assertions::text_of(article.knowledge, article.reading, article.lines, assertion);
  std::string line;
  for (const auto& [category, words] : cues_of(article, assertion)) {
    line += (line.empty() ? "  cues        " : ", ") + std::string(category);
    if (!words.empty()) line += " “" + std::string(words) + "”";
  }
  return line.empty() ? text : text + line + '\n';
}

std::string json_of(const run::AssertingArticle& article, const assertions::Assertion& assertion) {
  base::Json json = base::Json::parse(
      assertions::json_of(article.knowledge, article.reading, article.lines, assertion));
  base::Json& cues = json["cues"] = base::Json::array();
  for (const auto& [category, words] : cues_of(article, assertion))
    cues.push_back({{"category", category}, {"words", words}});
  return base::json_text(json);
}

Exit finished(const std::vector<base::Error>& errors, Console& console) {
  for (const base::Error& error : errors) console.report(error);
  const Exit exit = console.finish(errors.empty() ? Exit::fine : Exit::incomplete);
  return console.interrupted() ? Exit::interrupted : exit;
}

// Every assertion of every article, one after the other.
Exit list_assertions(const AssertionsSettings& settings, const run::CheckRequest& request,
                     Console& console) {
  const bool lines = settings.format == "jsonl";
  const bool is_json = settings.format == "json";
  bool first = true;
  if (is_json) console.out().write("{\"version\":1,\"assertions\":[");
  const auto tell = [&](const run::AssertingArticle& article) {
    for (const assertions::Assertion& one : article.assertions) {
      if (!lines && !is_json) {
        console.out().write(base::harmless_page((first ? "" : "\n") + text_of(article, one)));
      } else {
        const std::string text = json_of(article, one);
        console.out().write(lines ? text + '\n' : (first ? "\n" : ",\n") + text);
      }
      first = false;
    }
    return !console.out().closed() && !console.interrupted();
  };
  const auto errors = run::read_assertions(request, console.files(), tell);
  if (is_json) console.out().write("\n]}\n");
  return finished(errors, console);
}

Exit refuse(Console& console, std::string message) {
  console.report({base::ErrorCode::bad_usage, std::move(message), {}});
  return Exit::incomplete;
}

Exit explain_assertions(const AssertionsSettings& settings, run::CheckRequest request,
                        Console& console) {
  if (request.paths.size() != 2)
    return refuse(console, "--explain takes two places, FILE:LINE:COLUMN FILE:LINE:COLUMN");
  const std::string folder = base::working_folder();
  std::vector<Explanation::Side> sides;
  std::vector<std::string> paths;
  for (const std::string& written : request.paths) {
    auto place = commands::place_of(written);
    if (!place) return refuse(console, place.error().message);
    const std::string path = base::normalised_path(base::join_path(folder, place->file));
    const auto kind = console.files().status(path).kind;
    if (kind == base::FileKind::folder)
      return refuse(console, "'" + place->file + "' is a folder: name an article in it");
    if (!names_fact(place->file)) paths.push_back(place->file);
    sides.push_back({std::move(*place), path});
  }
  if (paths.empty()) return refuse(console, "one of the two places must be in an article");
  request.paths = paths;
  Explanation explanation(std::move(sides[0]), std::move(sides[1]));
  auto errors = run::read_assertions(
      request, console.files(),
      [&](const run::AssertingArticle& article) { return explanation.tell(article); });
  if (errors.empty()) errors = explanation.errors();
  if (errors.empty())
    console.out().write(settings.format == "text" ? base::harmless_page(explanation.text())
                                                  : base::json_text(explanation.json()) + '\n');
  return finished(errors, console);
}

Exit assertions_of(const AssertionsSettings& settings, Console& console) {
  auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  return settings.explain ? explain_assertions(settings, std::move(*request), console)
                          : list_assertions(settings, *request, console);
}

std::vector<Option> options_of(AssertionsSettings& to) {
  return {
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns; - is standard input; the current folder when there is "
                "none. With --explain two places, FILE:LINE:COLUMN",
       .target = &to.paths},
      {.names = "--explain",
       .value = "",
       .about = "why the statements at two places do or do not contradict each other",
       .target = &to.explain},
      {.names = "-f,--format",
       .value = "FORMAT",
       .about = "for people or for programs; jsonl is a line for each assertion",
       .target = &to.format,
       .choices = {"text", "json", "jsonl"}},
      stdin_name_option(to.stdin_name),
      config_option(to.configuration),
      pack_option(to.packs),
  };
}

}  // namespace

Job prepare_assertions() {
  auto settings = std::make_unique<AssertionsSettings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), assertions_of);
}

}  // namespace linter::commands
