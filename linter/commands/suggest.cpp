#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "linter/base/harmless.h"
#include "linter/base/json.h"
#include "linter/base/utf8.h"
#include "linter/commands/article_request.h"
#include "linter/commands/values.h"
#include "linter/commands/words.h"
#include "linter/reports/wording.h"
#include "linter/run/suggest_words.h"
#include "linter/source/source.h"

namespace linter::commands {
namespace {

struct SuggestSettings : ArticleSettings {
  std::vector<std::string> words;
  std::optional<std::string> document;
  std::uint32_t limit = 5;
  std::string format = "text";
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
      line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    if (!line.empty()) words.emplace_back(line);
  }
  return words;
}

std::string text_of(const std::vector<run::WordSuggestions>& all) {
  std::string out;
  for (const run::WordSuggestions& one : all) {
    out += base::harmless_sentence(one.word);
    for (const std::string& suggestion : one.suggestions)
      out.append("\t").append(base::harmless_sentence(suggestion));
    out += '\n';
  }
  return out;
}

std::string json_of(const std::vector<run::WordSuggestions>& all) {
  base::Json words = base::Json::array();
  for (const run::WordSuggestions& one : all) {
    words.push_back({{"word", one.word}, {"known", one.known}, {"suggestions", one.suggestions}});
  }
  return base::json_text({{"version", 1}, {"words", std::move(words)}}) + '\n';
}

// Of words that are not UTF-8: one for all.
std::optional<base::Error> fault_of(const std::vector<std::string>& words) {
  const auto is_bad = [](const std::string& word) {
    return base::first_invalid_utf8(word).has_value();
  };
  const auto first = std::ranges::find_if(words, is_bad);
  if (first == words.end()) return std::nullopt;
  const auto bad = static_cast<std::uint64_t>(std::ranges::count_if(first, words.end(), is_bad));
  return base::Error{.code = base::ErrorCode::not_utf8,
                     .message = "'" + *first + "'" +
                                (bad > 1 ? " and " + reports::counted(bad - 1, "other word") +
                                               " are not UTF-8: nothing is suggested for them"
                                         : " is not UTF-8: nothing is suggested for it"),
                     .file = {}};
}

Exit suggest(const SuggestSettings& settings, Console& console) {
  const auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  std::string lines;
  for (const std::string& word : settings.words) lines += word + '\n';
  if (settings.words.empty()) {
    auto text = console.read_input(source::default_max_file_bytes);
    if (!text) return refused(text.error(), console);
    lines = *std::move(text);
  }
  const std::vector<std::string> words = words_of(lines);
  auto suggested =
      run::suggest_words(*request, console.files(), settings.document, words, settings.limit);
  if (auto fault = fault_of(words)) suggested.errors.push_back(*std::move(fault));
  for (const base::Error& error : suggested.errors) console.report(error);
  const Exit printed = console.print(settings.format == "json" ? json_of(suggested.value)
                                                               : text_of(suggested.value));
  return suggested.errors.empty() ? printed : Exit::incomplete;
}

std::vector<Option> options_of(SuggestSettings& to) {
  return {
      {.names = "WORD",
       .value = "",
       .about = "words that are no words; without any they come on standard input, one a line",
       .target = &to.words},
      {.names = "--document",
       .value = "FILE",
       .about = "an article that lends its vocabulary, its language and its configuration",
       .target = &to.document},
      {.names = "-n,--limit",
       .value = "N",
       .about = "the most suggestions for a word",
       .target = &to.limit},
      data_format_option(to.format),
      config_option(to.configuration),
  };
}

}  // namespace

Job prepare_suggest() {
  auto settings = std::make_unique<SuggestSettings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), suggest);
}

}  // namespace linter::commands
