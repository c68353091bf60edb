#include "linter/commands/words.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/base/utf8.h"
#include "linter/commands/article_request.h"
#include "linter/commands/project_words.h"
#include "linter/commands/values.h"
#include "linter/fixes/fixes.h"
#include "linter/run/check_run.h"

namespace linter::commands {
namespace {

struct WordsSettings : ArticleSettings {
  std::vector<std::string> accept;
  std::string reason;
  std::optional<std::string> list;
  std::string format = "text";
};

// An unknown word of the corpus.
struct Unknown {
  std::string word;  // as it is read at its first place
  std::size_t count = 0;
  bool is_slip = false;                          // of another word, for all that is known
  std::vector<const findings::Finding*> places;  // the first few
  std::vector<std::string> suggestions;
};

// The word as somebody reads it: what is written with markup inside ("zor**blax**"), references or
// soft hyphens is told by the finding's identity, which begins with the folded word.
std::string as_read(const findings::Finding& finding) {
  const std::string& written = finding.location.text;
  const std::string folded = finding.identity.substr(0, finding.identity.find('\n'));
  if (folded.empty() || base::lower(written) == folded) return written;
  const char32_t first = base::decode(written, 0).value;
  return base::is_upper(first) ? base::capitalised(folded) : folded;
}

// Those that may be right, the most frequent first, before slips.
std::vector<Unknown> unknown_words(const findings::Outcome& outcome) {
  constexpr std::size_t shown_places = 3;
  std::map<std::string, Unknown> by_fold;
  for (const findings::Finding& finding : outcome.findings) {
    if (finding.rule != "spelling.unknown-word" && finding.rule != "spelling.glued-words") continue;
    std::string word = as_read(finding);
    Unknown& one = by_fold[base::lower(word)];
    if (one.count++ == 0) {
      one.word = std::move(word);
      one.suggestions = finding.suggestions;
    }
    one.is_slip = one.is_slip || finding.severity == findings::Severity::error;
    if (one.places.size() < shown_places) one.places.push_back(&finding);
  }
  std::vector<Unknown> words;
  for (auto& [fold, one] : by_fold) words.push_back(std::move(one));
  std::ranges::stable_sort(words, {}, [](const Unknown& one) {
    return std::pair(one.is_slip, -static_cast<std::int64_t>(one.count));
  });
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
    if (one.is_slip && !one.suggestions.empty())
      out += "\tfor " + fixes::named_suggestion(base::harmless_sentence(one.suggestions.front()));
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
                    {"slip", one.is_slip},
                    {"suggestions", one.suggestions},
                    {"places", std::move(places)}});
  }
  return base::json_text({{"version", 1}, {"words", std::move(list)}}) + '\n';
}

Exit accept(const WordsSettings& settings, Console& console) {
  if (!settings.paths.empty()) {
    console.report({base::ErrorCode::bad_usage,
                    "'" + settings.paths.front() +
                        "' is no word to accept but a path, which --accept has no use for; say "
                        "--accept before each word"});
    return Exit::incomplete;
  }
  const auto list = add_project_words(console, settings.configuration, settings.list,
                                      settings.accept, settings.reason);
  if (list) return Exit::fine;
  console.report(list.error());
  return Exit::incomplete;
}

Exit words(const WordsSettings& settings, Console& console) {
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

std::vector<Option> options_of(WordsSettings& to) {
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
  auto settings = std::make_unique<WordsSettings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), words);
}

}  // namespace linter::commands
