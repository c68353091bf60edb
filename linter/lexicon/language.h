// From a language tag to the dictionary that checks it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace linter::lexicon {

// Letters, digits and hyphens as BCP 47 has them ("en", "en-GB", "zh-Hans-CN"); an underscore
// counts as a hyphen.
[[nodiscard]] bool is_language_tag(std::string_view tag);

// "EN_gb" -> "en-GB".
[[nodiscard]] std::string normal_language_tag(std::string_view tag);

// The first part: "en".
[[nodiscard]] std::string_view primary_language(std::string_view tag);

struct DictionaryFiles {
  std::string aff;
  std::string dic;
};

// NAME.aff and NAME.dic in the first folder that has both. `name` must hold letters, digits, '_'
// and '-' only.
[[nodiscard]] std::optional<DictionaryFiles> find_dictionary(std::string_view name,
                                                             std::span<const std::string> folders);

// The dictionary for a tag: "de-AT" is de_AT, then the language's usual one ("de_DE"), then the
// first "de_*".
[[nodiscard]] std::optional<DictionaryFiles> dictionary_for(std::string_view tag,
                                                            std::span<const std::string> folders);

// The Debian 12 package that brings the dictionary for a tag, "hunspell-de-de"; for the name of a
// dictionary likewise, "hunspell-en-med" for "en_med". Empty when there is none.
[[nodiscard]] std::string dictionary_package(std::string_view tag);
// What to do where such a dictionary is missing, for the end of a message.
[[nodiscard]] std::string way_to_dictionary(std::string_view tag);
// The same for the name of a dictionary ("de_AT"), which no other one of its language stands in for.
[[nodiscard]] std::string way_to_named_dictionary(std::string_view name);

}  // namespace linter::lexicon
