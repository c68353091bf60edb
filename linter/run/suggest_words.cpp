#include "linter/run/suggest_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/config/configurations.h"
#include "linter/prose/formats.h"
#include "linter/run/plan.h"
#include "linter/run/word_lists.h"

namespace linter::run {
namespace {

// An article read only for the words that it uses.
struct Document {
  std::optional<source::Source> source;
  prose::Article article;
  sentences::Text text;
  std::optional<base::Error> error;

  Document(const base::FileSystem& files, const std::string& path, std::uint64_t limit) {
    const prose::Format* format = prose::format_for_path(path);
    if (format == nullptr) format = prose::format_named("plain");
    auto bytes = files.read(path, limit);
    if (!bytes) {
      error = bytes.error();
      error->file = path;
      return;
    }
    auto read = prose::read_article(*format, path, std::move(*bytes), {}, article);
    if (!read) {
      error = read.error();
      return;
    }
    source = std::move(*read);
    sentences::split(article, text);
  }
};

// With a straight apostrophe, and without the one that shows possession behind an s.
std::string plain_word(std::string_view word) {
  constexpr std::string_view curly = "\u2019";
  std::string plain;
  while (!word.empty()) {
    const bool is_curly = word.starts_with(curly);
    plain += is_curly ? '\'' : word.front();
    word.remove_prefix(is_curly ? curly.size() : 1);
  }
  if (plain.ends_with("s'") || plain.ends_with("S'")) plain.pop_back();
  return plain;
}

}  // namespace

base::Loaded<std::vector<WordSuggestions>> suggest_words(const CheckRequest& request,
                                                         const base::FileSystem& files,
                                                         const std::optional<std::string>& document,
                                                         std::span<const std::string> words,
                                                         std::size_t limit) {
  base::Loaded<std::vector<WordSuggestions>> loaded;
  config::Configurations configurations(files, find_options(request));
  const std::string folder = find_options(request).working_folder;
  const std::string path =
      base::normalised_path(base::join_path(folder, document.value_or("words.txt")));
  const config::Effective& effective = configurations.effective(path);
  loaded.errors = configurations.errors();
  if (!effective.configuration->usable) return loaded;

  std::optional<Document> lent;
  std::string language = effective.settings.language.value;
  if (document) {
    lent.emplace(files, path, effective.settings.max_file_bytes.value);
    if (lent->error) {
      loaded.errors.push_back(*lent->error);
      loaded.errors.back().file = *document;
      return loaded;
    }
    if (lent->article.front_matter.language) language = *lent->article.front_matter.language;
  }
  auto sources = words_of(request, files, effective, language);
  std::ranges::move(sources.errors, std::back_inserter(loaded.errors));
  const auto vocabulary = vocabulary_of(std::move(sources.value));
  if (!vocabulary) {
    loaded.errors.push_back(vocabulary.error());
    return loaded;
  }
  const lexicon::TriggerTable triggers;
  lexicon::Lexicon lexicon(*vocabulary, triggers);
  std::vector<checks::spelling::DocumentWord> document_words;
  if (lent) {
    lexicon.annotate(lent->article.view, lent->text);
    document_words =
        checks::spelling::document_words({*lent->source, lent->article, lent->text, lexicon});
  }
  const cache::Images images(request.images.shipped, request.images.own);
  const checks::spelling::Suggester suggester(
      *vocabulary, [&](const lexicon::ListIndex& lists) { return listed_words(images, lists); });
  auto dialect = checks::spelling::dialect_of_language(vocabulary->language());
  if (!dialect) dialect = checks::spelling::dialect_of_document(document_words, *vocabulary);
  for (const std::string& word : words) {
    WordSuggestions& one = loaded.value.emplace_back();
    one.word = word;
    if (base::first_invalid_utf8(word)) continue;
    one.known = vocabulary->accepts(plain_word(word));
    // "CO2", "12mg": no word is meant
    if (one.known || word.find_first_of("0123456789") != std::string::npos) continue;
    for (auto& suggestion : suggester.suggest(word, document_words, limit, dialect))
      one.suggestions.push_back(std::move(suggestion.text));
  }
  return loaded;
}

}  // namespace linter::run
