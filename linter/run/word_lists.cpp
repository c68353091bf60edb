#include "linter/run/word_lists.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "linter/base/hash.h"
#include "linter/cache/witness.h"
#include "linter/config/confined_files.h"
#include "linter/lexicon/language.h"

namespace linter::run {
namespace {

constexpr std::string_view lists_folder = "dictionaries";
constexpr std::string_view list_ending = ".txt";
// To make what a suggester needs of fewer words takes no longer than to find it.
constexpr std::size_t fewest_kept = 300;

class ListReader {
 public:
  ListReader(const CheckRequest& request, const base::FileSystem& files,
             const config::Effective& effective, const std::string& language)
      : files_(files),
        data_folder_(request.data_folder),
        effective_(effective),
        confined_(files, {effective.configuration->boundary}),
        images_(request.images.shipped, request.images.own),
        shipped_(base::join_path(base::join_path(request.data_folder, lists_folder),
                                 lexicon::primary_language(language))) {}

  base::Loaded<std::vector<lexicon::WordList>> read() {
    add_words();
    // of one that is missing the configuration's reader has told
    for (const config::Text& list : effective_.settings.word_lists) {
      if (files_.status(list.value).kind != base::FileKind::missing) add(confined_, list.value);
    }
    return std::move(loaded_);
  }

  // After read(), whose errors it adds to. A language without lists has none.
  std::optional<lexicon::ListIndex> read_shipped(std::vector<base::Error>& errors) {
    const auto entries = files_.list(shipped_);
    if (!entries) return std::nullopt;
    std::vector<std::string> paths;
    std::vector<cache::Look> looks;
    for (const base::FolderEntry& entry : *entries) {
      if (!entry.name.ends_with(list_ending)) continue;
      paths.push_back(base::join_path(shipped_, entry.name));
      looks.push_back(cache::look_of(entry.name, entry.status));
    }
    if (paths.empty()) return std::nullopt;
    if (auto image = images_.find(known_key_of(paths, looks))) {
      const std::string_view body = image->body();
      if (auto index = lexicon::ListIndex::open(image->take_file(), body)) return index;
    }
    // read again, so that the key is that of what is parsed
    const std::string key = key_of(paths, &loaded_);
    lexicon::ListIndex index(loaded_.value);
    if (loaded_.errors.empty()) keep(key, index);
    std::ranges::move(loaded_.errors, std::back_inserter(errors));
    return index;
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

  // The key of what these files hold, without reading them where they look as they did when they
  // were read last, some time after they had changed.
  std::string known_key_of(std::span<const std::string> paths,
                           const std::vector<cache::Look>& looks) {
    const std::string place = cache::key_of(std::vector<std::string>{"looks of lists", shipped_});
    if (const auto known = images_.find_own(place)) {
      base::ImageReader image(known->body());
      std::vector<cache::Look> before;
      base::get(image, before);
      const std::string_view key = image.text();
      if (image.sound() && image.at_end() && cache::is_key(key) && before == looks)
        return std::string(key);
    }
    const std::int64_t settled = cache::settled_by_now();
    const std::string key = key_of(paths, nullptr);
    const bool are_settled = std::ranges::all_of(
        looks, [&](const cache::Look& look) { return cache::is_settled(look, settled); });
    if (are_settled && images_.keeps()) {
      base::ImageWriter image;
      base::put(image, looks);
      image.text(key);
      images_.keep(place, image.take());
    }
    return key;
  }

  // The key of what these files hold, which are parsed into `lists` if there is such.
  std::string key_of(std::span<const std::string> paths,
                     base::Loaded<std::vector<lexicon::WordList>>* lists) {
    if (lists != nullptr) *lists = {};
    std::vector<std::string> inputs{"lists"};
    for (const std::string& path : paths) {
      const auto text = files_.read(path, max_word_list_bytes);
      inputs.push_back(shown_name(path));
      inputs.push_back(text ? base::hex_digest(*text) : std::string());
      if (lists != nullptr) add(text, path);
    }
    return cache::key_of(inputs);
  }

  void keep(const std::string& key, const lexicon::ListIndex& index) const {
    if (!images_.keeps()) return;
    base::ImageWriter image;
    index.put(image);
    images_.keep(key, image.take());
    std::ignore = listed_words(images_, index);  // keeps it
  }

  void add(const base::FileSystem& files, const std::string& path) {
    add(files.read(path, max_word_list_bytes), path);
  }

  void add(const base::Result<std::string>& text, const std::string& path) {
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
  cache::Images images_;
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
                          lexicon::way_to_named_dictionary(name.value),
                      name.origin.file, name.origin.line, name.origin.column});
  }
}

}  // namespace

base::Loaded<Words> words_of(const CheckRequest& request, const base::FileSystem& files,
                             const config::Effective& effective, const std::string& language) {
  ListReader reader(request, files, effective, language);
  base::Loaded<Words> words;
  auto lists = reader.read();
  words.errors = std::move(lists.errors);
  lexicon::VocabularyOptions& options = words.value.options;
  options.language = language;
  options.dictionary_folders = request.dictionary_folders;
  options.data_folder = request.data_folder;
  options.lists = std::move(lists.value);
  words.value.shipped = reader.read_shipped(words.errors);
  add_dictionaries(effective.settings.dictionaries, options, words.errors);
  return words;
}

base::Result<lexicon::Vocabulary> vocabulary_of(Words words) {
  auto vocabulary = lexicon::Vocabulary::open(std::move(words.options));
  if (vocabulary && words.shipped) vocabulary->add(std::move(*words.shipped));
  return vocabulary;
}

checks::spelling::ListedWords listed_words(const cache::Images& images,
                                           const lexicon::ListIndex& lists) {
  using checks::spelling::ListedWords;
  if (lists.size() < fewest_kept) return ListedWords(lists);
  std::vector<std::string> inputs{"listed words"};
  for (const lexicon::ListIndex::List& list : lists.lists()) {
    inputs.push_back(list.name);
    inputs.push_back(list.digest);
  }
  const std::string key = cache::key_of(inputs);
  if (auto image = images.find(key)) {
    const std::string_view body = image->body();
    if (auto words = ListedWords::open(image->take_file(), body)) return std::move(*words);
  }
  ListedWords words(lists);
  base::ImageWriter image;
  words.put(image);
  images.keep(key, image.take());
  return words;
}

}  // namespace linter::run
