#include "linter/run/word_lists.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/config/confined_files.h"
#include "linter/lexicon/language.h"

namespace linter::run {
namespace {

constexpr std::string_view lists_folder = "dictionaries";
constexpr std::string_view list_ending = ".txt";

class ListReader {
 public:
  ListReader(const CheckRequest& request, const base::FileSystem& files,
             const config::Effective& effective, const std::string& language)
      : files_(files),
        data_folder_(request.data_folder),
        effective_(effective),
        confined_(files, {effective.configuration->boundary}),
        shipped_(base::join_path(base::join_path(request.data_folder, lists_folder),
                                 lexicon::primary_language(language))) {}

  base::Loaded<std::vector<lexicon::WordList>> read() {
    add_words();
    for (const config::Text& list : effective_.settings.word_lists) add(confined_, list.value);
    add_shipped();
    return std::move(loaded_);
  }

 private:
  // The words of the configuration as one list; one a line, so that a fault's line is its index.
  void add_words() {
    const config::Texts& words = effective_.settings.words;
    if (words.empty()) return;
    std::string text;
    for (const config::Text& word : words) {
      const bool is_line =
          !word.value.starts_with('#') && word.value.find('\n') == std::string::npos;
      if (is_line) text += word.value;
      if (!is_line) report(base::ErrorCode::bad_value, "'" + word.value + "' is no word", word);
      text += '\n';
    }
    auto parsed = lexicon::parse_word_list(text, "words");
    for (const base::Error& error : parsed.errors)
      report(error.code, error.message, words[std::min<std::size_t>(error.line, words.size()) - 1]);
    loaded_.value.push_back(std::move(parsed.value));
  }

  // A language without lists has no folder.
  void add_shipped() {
    const auto entries = files_.list(shipped_);
    if (!entries) return;
    for (const base::FolderEntry& entry : *entries) {
      if (entry.name.ends_with(list_ending)) add(files_, base::join_path(shipped_, entry.name));
    }
  }

  void add(const base::FileSystem& files, const std::string& path) {
    const auto text = files.read(path, max_word_list_bytes);
    if (!text) {
      loaded_.errors.push_back(text.error());
      return;
    }
    auto parsed = lexicon::parse_word_list(*text, path);
    parsed.value.name = shown_name(path);
    std::ranges::move(parsed.errors, std::back_inserter(loaded_.errors));
    loaded_.value.push_back(std::move(parsed.value));
  }

  // The same on every machine: below the data folder, or below the configuration's.
  [[nodiscard]] std::string shown_name(const std::string& path) const {
    const bool shipped = !data_folder_.empty() && config::is_within(path, data_folder_);
    return base::relative_path(path, shipped ? data_folder_ : effective_.configuration->boundary);
  }

  void report(base::ErrorCode code, std::string message, const config::Text& at) {
    loaded_.errors.push_back(
        {code, std::move(message), at.origin.file, at.origin.line, at.origin.column});
  }

  const base::FileSystem& files_;
  const std::string& data_folder_;
  const config::Effective& effective_;
  config::ConfinedFiles confined_;
  std::string shipped_;
  base::Loaded<std::vector<lexicon::WordList>> loaded_;
};

// Those of the configured dictionaries that there are; the others are errors where they are named.
void add_dictionaries(const config::Texts& names, lexicon::VocabularyOptions& options,
                      std::vector<base::Error>& errors) {
  const auto system = lexicon::system_dictionary_folders();
  const std::vector<std::string> folders =
      options.dictionary_folders.empty() ? std::vector<std::string>(system.begin(), system.end())
                                         : options.dictionary_folders;
  for (const config::Text& name : names) {
    if (lexicon::find_dictionary(name.value, folders)) {
      options.extra_dictionaries.push_back(name.value);
      continue;
    }
    errors.push_back({base::ErrorCode::missing_dictionary,
                      "dictionary \"" + name.value + "\" is not installed; " +
                          lexicon::way_to_dictionary(name.value),
                      name.origin.file, name.origin.line, name.origin.column});
  }
}

}  // namespace

base::Loaded<lexicon::VocabularyOptions> vocabulary_options(const CheckRequest& request,
                                                            const base::FileSystem& files,
                                                            const config::Effective& effective,
                                                            const std::string& language) {
  auto lists = ListReader(request, files, effective, language).read();
  lexicon::VocabularyOptions options;
  options.language = language;
  options.dictionary_folders = request.dictionary_folders;
  options.data_folder = request.data_folder;
  options.lists = std::move(lists.value);
  add_dictionaries(effective.settings.dictionaries, options, lists.errors);
  return {std::move(options), std::move(lists.errors)};
}

}  // namespace linter::run
