#include "linter/commands/project_words.h"

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

}  // namespace

base::Result<AddedWords> add_project_words(Console& console,
                                           const std::optional<std::string>& configuration,
                                           const std::optional<std::string>& list,
                                           std::span<const std::string> words,
                                           const std::string& reason) {
  for (const std::string& word : words) {
    const auto parsed = lexicon::parse_word_list(word, word);
    if (!parsed.errors.empty() || parsed.value.words.size() + parsed.value.terms.size() != 1) {
      return base::fail(base::ErrorCode::bad_value,
                        "'" + word +
                            "' is no entry of a word list: one word or term, UTF-8, at "
                            "most 100 bytes");
    }
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
  added.after = fixes::with_words(added.before, words, reason);
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
