// A desk with everything that the spelling check needs, for articles written in place.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/checks/spelling/spelling.h"
#include "linter/context/context.h"
#include "linter/prose/formats.h"
#include "tests/support/build.h"

namespace linter::checks::spelling {

// A row of a table: an article, and what is said of it.
struct Sample {
  const char* name;
  std::string text;
  std::vector<std::string> said;
};
// The name of a row of a table, for INSTANTIATE_TEST_SUITE_P.
inline constexpr auto name_of_row = [](const auto& row) { return std::string(row.param.name); };

struct Desk {
  lexicon::Vocabulary vocabulary;
  lexicon::TriggerTable triggers;
  lexicon::Lexicon words{vocabulary, triggers};
  Spelling shared{vocabulary};
  std::unique_ptr<Check> check = make_spelling(shared);
  context::CueSet cues;
  context::Context context{cues};
  std::vector<std::string> own_words;  // of the articles read from now on

  explicit Desk(std::string_view list = {}, std::string language = "en",
                std::vector<std::string> folders = {})
      : vocabulary(open(list, std::move(language), std::move(folders))) {}

  static lexicon::Vocabulary open(std::string_view list, std::string language,
                                  std::vector<std::string> folders = {}) {
    lexicon::VocabularyOptions options;
    options.dictionary_folders = std::move(folders);
    options.language = std::move(language);
    options.data_folder = tests::build_folder() + "/data";
    if (!list.empty()) options.lists.push_back(lexicon::parse_word_list(list, "own").value);
    return std::move(*lexicon::Vocabulary::open(std::move(options)));
  }

  // The findings in an article, in order, with suggestions.
  std::vector<findings::Finding> read(std::string text, const std::string& name = "article.md") {
    return result_of(std::move(text), name).findings;
  }

  // The same with the summaries.
  ArticleResult result_of(std::string text, const std::string& name) {
    const auto source = source::make_source(name, std::move(text));
    prose::Article article;
    const auto read = prose::format_for_path(name)->read(*source, {}, article);
    if (!read.has_value()) return {};
    article.front_matter.words = own_words;
    sentences::Text tokens;
    sentences::split(article, tokens);
    words.annotate(article.view, tokens);
    const lexicon::Reading reading{*source, article, tokens, words};
    ArticleResult result;
    check->check_article(reading, context, result);
    for (findings::Finding& finding : result.findings) check->complete(reading, finding);
    std::ranges::sort(result.findings, findings::before);
    return result;
  }

  // "rule: text -> first suggestion" of each finding, without "spelling.".
  std::vector<std::string> said(std::string text) {
    std::vector<std::string> out;
    for (const findings::Finding& finding : read(std::move(text))) {
      std::string line =
          finding.rule.substr(finding.rule.find('.') + 1) + ": " + finding.location.text;
      if (!finding.suggestions.empty()) line += " -> " + finding.suggestions.front();
      out.push_back(std::move(line));
    }
    return out;
  }
};

}  // namespace linter::checks::spelling
