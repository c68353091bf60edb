// Words looked up on their own: `galley suggest`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/run/check_run.h"

namespace linter::run {

struct WordSuggestions {
  std::string word;
  bool known = false;                    // to a dictionary or a list: nothing is suggested
  std::vector<std::string> suggestions;  // best first
};

// What is suggested for each word, in the order given, under the configuration that governs the
// document, or else the working folder; the document's frequent words are lent. `limit` is the most
// for a word; for one that is not UTF-8 there is none. Errors are those of the configuration, its
// lists and the document; nothing comes back where there is no dictionary.
[[nodiscard]] base::Loaded<std::vector<WordSuggestions>> suggest_words(
    const CheckRequest& request, const base::FileSystem& files,
    const std::optional<std::string>& document, std::span<const std::string> words,
    std::size_t limit);

}  // namespace linter::run
