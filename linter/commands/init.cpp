#include "linter/commands/init.h"

#include <memory>
#include <optional>

#include "linter/commands/article_request.h"
#include "linter/commands/init_from_vale.h"
#include "linter/commands/new_file.h"
#include "linter/config/keys.h"
#include "linter/reports/wording.h"
#include "linter/run/survey.h"

namespace linter::commands {
namespace {

struct InitSettings : ArticleSettings {
  std::optional<std::string> output;
  std::optional<std::string> from_vale;
};

// What the file proposes, for the line that says it was written.
std::string proposed(const run::Survey& survey) {
  std::string text = "read " + reports::counted(survey.articles, "article");
  if (!survey.language.empty()) text += ", language " + survey.language;
  if (!survey.own_words.empty()) {
    text += ", " + reports::counted(survey.own_words.size(), "word") + " of your own to look over";
  }
  return text + "; now try: galley check";
}

Exit init(const InitSettings& settings, Console& console) {
  if (settings.from_vale)
    return init_from_vale(console, *settings.from_vale, settings.output.value_or(""));
  const auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  const auto survey = run::survey(*request, console.files());
  if (console.interrupted()) return Exit::interrupted;
  for (const auto& error : survey.errors) console.report(error);
  const Exit written =
      write_new_file(console, settings.output.value_or(std::string(config::file_name)),
                     run::commented_configuration(survey.value), proposed(survey.value));
  return survey.errors.empty() ? written : Exit::incomplete;
}

}  // namespace

Job prepare_init() {
  auto settings = std::make_unique<InitSettings>();
  std::vector<Option> options{
      {.names = "PATH",
       .value = "",
       .about = "the articles that language and words are proposed from; the current folder when "
                "there is none",
       .target = &settings->paths},
      {.names = "-o,--output",
       .value = "FILE",
       .about = "where to write it, in place of .galley.yaml here; - is standard output",
       .target = &settings->output},
      {.names = "--from-vale",
       .value = "FILE",
       .about =
           "bring over what a .vale.ini says: styles as packs, vocabularies as words, and a patch "
           "of stets for comments that switch Vale off",
       .target = &settings->from_vale}};
  return job_of(std::move(settings), std::move(options), init);
}

}  // namespace linter::commands
