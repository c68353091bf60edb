#include "linter/commands/words.h"

#include <algorithm>
#include <map>
#include <memory>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/base/utf8.h"
#include "linter/commands/article_request.h"
#include "linter/commands/project_words.h"
#include "linter/commands/values.h"
#include "linter/run/check_run.h"

namespace linter::commands {
namespace {

struct Settings : ArticleSettings {
  std::vector<std::string> accept;
  std::string reason;
  std::optional<std::string> list;
  std::string format = "text";
};

// An unknown word of the corpus.
struct Unknown {
  std::string word;  // as it is written at its first place
  std::size_t count = 0;
  std::vector<const findings::Finding*> places;  // the first few
  std::vector<std::string> suggestions;
};

std::vector<Unknown> unknown_words(const findings::Outcome& outcome) {
  constexpr std::size_t shown_places = 3;
  std::map<std::string, Unknown> by_fold;
  for (const findings::Finding& finding : outcome.findings) {
    if (finding.rule != "spelling.unknown-word" && finding.rule != "spelling.glued-words") continue;
    Unknown& one = by_fold[base::lower(finding.location.text)];
    if (one.count++ == 0) {
      one.word = finding.location.text;
      one.suggestions = finding.suggestions;
    }
    if (one.places.size() < shown_places) one.places.push_back(&finding);
  }
  std::vector<Unknown> words;
  for (auto& [fold, one] : by_fold) words.push_back(std::move(one));
  std::ranges::stable_sort(words, std::ranges::greater(), &Unknown::count);
  return words;
}

std::string place_of(const findings::Finding& finding) {
  return finding.location.file + ":" + std::to_string(finding.location.begin.line) + ":" +
         std::to_string(finding.location.begin.column);
}

std::string text_of(const std::vector<Unknown>& words) {
  std::string out;
  for (const Unknown& one : words) {
    out += std::to_string(one.count) + "\t" + base::harmless_sentence(one.word) + "\t";
    for (std::size_t i = 0; i < one.places.size(); ++i)
      out += (i > 0 ? ", " : "") + base::harmless_sentence(place_of(*one.places[i]));
    out += '\n';
  }
  return out;
}

std::string json_of(const std::vector<Unknown>& words) {
  base::Json list = base::Json::array();
  for (const Unknown& one : words) {
    base::Json places = base::Json::array();
    for (const findings::Finding* finding : one.places) {
      places.push_back({{"file", finding->location.file},
                        {"line", finding->location.begin.line},
                        {"column", finding->location.begin.column}});
    }
    list.push_back({{"word", one.word},
                    {"count", one.count},
                    {"suggestions", one.suggestions},
                    {"places", std::move(places)}});
  }
  return base::json_text({{"version", 1}, {"words", std::move(list)}}) + '\n';
}

Exit accept(const Settings& settings, Console& console) {
  const auto list = add_project_words(console, settings.configuration, settings.list,
                                      settings.accept, settings.reason);
  if (list) return Exit::fine;
  console.report(list.error());
  return Exit::incomplete;
}

Exit words(const Settings& settings, Console& console) {
  if (!settings.accept.empty()) return accept(settings, console);
  const auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  const findings::Outcome outcome = run::check(*request, console.files());
  if (outcome.interrupted || console.interrupted()) return Exit::interrupted;
  for (const base::Error& error : outcome.errors) console.report(error);
  const auto unknown = unknown_words(outcome);
  const Exit printed =
      console.print(settings.format == "json" ? json_of(unknown) : text_of(unknown));
  return outcome.errors.empty() ? printed : Exit::incomplete;
}

std::vector<Option> options_of(Settings& to) {
  return {
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns; the current folder when there is none",
       .target = &to.paths},
      {.names = "--accept",
       .value = "WORD",
       .about = "in place of listing: add a word to the project's list; may be repeated",
       .target = &to.accept},
      {.names = "--reason",
       .value = "TEXT",
       .about = "why the word is right; stands behind it as a comment",
       .target = &to.reason},
      {.names = "--list",
       .value = "FILE",
       .about = "the list to add to, in place of the first of the configuration's word_lists",
       .target = &to.list},
      data_format_option(to.format),
      config_option(to.configuration),
  };
}

}  // namespace

Job prepare_words() {
  auto settings = std::make_unique<Settings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), words);
}

}  // namespace linter::commands
