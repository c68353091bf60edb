#include "linter/commands/project_words.h"

#include <utility>
#include <vector>

#include "linter/config/configurations.h"
#include "linter/fixes/word_file.h"
#include "linter/lexicon/vocabulary.h"
#include "linter/run/word_lists.h"

namespace linter::commands {
namespace {

base::Result<std::string> configured_list(Console& console,
                                          const std::optional<std::string>& configuration) {
  const std::string folder = base::working_folder();
  config::Configurations configurations(console.files(),
                                        {.working_folder = folder, .file = configuration});
  const auto& settings = configurations.effective(base::join_path(folder, "words.txt")).settings;
  if (!settings.word_lists.empty()) return settings.word_lists.front().value;
  if (!configurations.errors().empty()) return std::unexpected(configurations.errors().front());
  return base::fail(base::ErrorCode::bad_usage,
                    "no word list is configured: write 'word_lists: [words.txt]' into "
                    ".galley.yaml, or name one with --list");
}

// What stands in the list for a word as it was typed.
base::Result<std::string> entry_of(const std::string& word) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = word.find_first_not_of(blank);
  if (first == std::string::npos) {
    return base::fail(base::ErrorCode::bad_value,
                      "'" + word + "' is no entry of a word list: it is empty");
  }
  std::string entry = word.substr(first, word.find_last_not_of(blank) - first + 1);
  if (entry.contains('#')) {
    return base::fail(base::ErrorCode::bad_value,
                      "'" + word +
                          "' cannot stand in a word list, where '#' begins a comment: write it as "
                          "code in the article, or let it stand with a stet comment");
  }
  const auto parsed = lexicon::parse_word_list(entry, entry);
  if (!parsed.errors.empty() || parsed.value.words.size() + parsed.value.terms.size() != 1) {
    return base::fail(base::ErrorCode::bad_value,
                      "'" + word +
                          "' is no entry of a word list: one word or term, UTF-8, at most 100 "
                          "bytes");
  }
  return entry;
}

}  // namespace

base::Result<AddedWords> add_project_words(Console& console,
                                           const std::optional<std::string>& configuration,
                                           const std::optional<std::string>& list,
                                           std::span<const std::string> words,
                                           const std::string& reason) {
  std::vector<std::string> entries;
  for (const std::string& word : words) {
    auto entry = entry_of(word);
    if (!entry) return std::unexpected(entry.error());
    if (*entry != word)
      console.say("'" + word + "' is added as '" + *entry +
                  "': blanks around a word are left out\n");
    entries.push_back(*std::move(entry));
  }
  const auto path =
      list ? base::Result<std::string>(*list) : configured_list(console, configuration);
  if (!path) return std::unexpected(path.error());
  AddedWords added{.list = *path, .before = {}, .after = {}};
  if (console.files().status(*path).kind != base::FileKind::missing) {
    auto read = console.files().read(*path, run::max_word_list_bytes);
    if (!read) return std::unexpected(read.error());
    added.before = std::move(*read);
  }
  added.after = fixes::with_words(added.before, entries, reason);
  const auto written = console.files().write(*path, added.after);
  if (!written) return std::unexpected(written.error());
  return added;
}

base::Result<void> take_back(Console& console, const AddedWords& added) {
  const auto now = console.files().read(added.list, run::max_word_list_bytes);
  if (!now) return std::unexpected(now.error());
  if (*now != added.after) {
    return std::unexpected(base::Error{.code = base::ErrorCode::write_failed,
                                       .message = "the word list was changed by another program "
                                                  "meanwhile; take the word out by hand",
                                       .file = added.list});
  }
  return console.files().write(added.list, added.before);
}

}  // namespace linter::commands
