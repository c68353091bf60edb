// Vale's vocabularies: what is accepted, what is rejected.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/vale/rule.h"
#include "linter/vale/settings.h"
#include "linter/vale/style.h"

namespace linter::vale {

struct Vocabulary {
  std::vector<std::string> words;  // as galley's word lists have them; sorted, each once
  Style rules;                     // of what is rejected; a pack without rules where nothing is
};

// The vocabularies of the settings, from StylesPath/config/vocabularies/NAME or, in older projects,
// StylesPath/Vocab/NAME, and the word files that spelling rules of the styles ignore. What no word
// list can say goes to `notes`.
[[nodiscard]] Vocabulary read_vocabulary(const base::FileSystem& files, const Settings& settings,
                                         std::vector<Note>& notes);

// All texts that an expression stands for, where they are few: "[Gg]it(?:Hub|Lab)" has four.
// Nothing where there are more than 64, or endlessly many.
[[nodiscard]] std::optional<std::vector<std::string>> all_texts_of(std::string_view expression);

}  // namespace linter::vale
