// What a project's articles say of themselves: their language, and the words of their own that they
// keep using. What `galley init` proposes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/run/check_run.h"

namespace linter::run {

struct OwnWord {
  std::string word;  // as the articles write it
  std::uint64_t count = 0;
  bool operator==(const OwnWord&) const = default;
};

struct Survey {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  std::string language;  // "en-GB", "de"; "en" where the dialect is open; empty without words
  std::vector<OwnWord> own_words;  // most frequent first; at most 200
};

// Reads the request's articles. Words count as the project's own when no dictionary knows them,
// they stand at least three times or in two articles, and no common word is one letter away (those
// are repeated misspellings). A language other than English is proposed where a dictionary of the
// machine knows clearly more of the words. Errors are those of finding and reading the articles.
[[nodiscard]] base::Loaded<Survey> survey(const CheckRequest& request,
                                          const base::FileSystem& files);

// A .galley.yaml that explains every key, with the language and the words of the survey; those of
// an empty survey are only explained.
[[nodiscard]] std::string commented_configuration(const Survey& survey);

}  // namespace linter::run
