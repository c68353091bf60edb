// A project that uses Vale, as one that uses galley: what .galley.yaml says in place of .vale.ini.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/vale/settings.h"
#include "linter/vale/style.h"
#include "linter/vale/vocabulary.h"

namespace linter::vale {

struct Project {
  Settings settings;
  std::vector<Style> styles;  // those that were brought over; of "Vale", what is rejected
  std::vector<std::string> words;
  std::string language;  // of the articles; empty where it is not known
};

// Where the files of a project go, seen from the folder of .vale.ini.
[[nodiscard]] std::string pack_path(const Style& style);
inline constexpr const char* word_list_path = "vale-words.txt";

// The name of galley's rule for one of Vale's ("Google.Headings" -> "google.headings",
// "Vale.Spelling" -> "spelling.unknown-word"); empty where there is none.
[[nodiscard]] std::string galley_rule(const Project& project, std::string_view vale_rule);

// A .galley.yaml. What it cannot say goes to `notes`.
[[nodiscard]] std::string configuration_text(const Project& project, std::vector<Note>& notes);

// Puts accepted words among the exceptions of the rules that would report them, as Vale does.
void except_words(Style& style, std::span<const std::string> words);

}  // namespace linter::vale
