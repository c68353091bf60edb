// The one table of what a .galley.yaml may say: reading, the JSON Schema, --show-config and the
// file that `galley init` writes are derived from it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "linter/config/settings.h"

namespace linter::config {

inline constexpr std::string_view file_name = ".galley.yaml";

// What each text of a value may be.
enum class Content : std::uint8_t {
  any,            // any text that is not empty
  language,       // a language tag
  pack,           // a shipped pack's name or a path
  word_list,      // a path of a word list
  approved,       // a path of approved wording
  configuration,  // a path of another configuration
  identifier,     // small letters, digits, hyphens
  dictionary,     // the name of a Hunspell dictionary
  field,          // a front-matter field, dotted
  pattern,        // a path pattern
  new_file,       // a path of a file that galley writes: it need not be there yet
};
// A regular expression (ECMA) that such a text matches as a whole; empty when any text does.
[[nodiscard]] std::string_view expression_of(Content content);
// "a language tag such as en-GB", for messages.
[[nodiscard]] std::string_view describe(Content content);

// What a key stands for that is no setting by itself.
enum class Part : std::uint8_t { extends, overrides, paths, reason };

using Meaning = std::variant<Part, Text Settings::*, Texts Settings::*, Patterns Settings::*,
                             std::vector<Group> Settings::*, std::vector<RuleLevel> Settings::*,
                             Setting<FailOn> Settings::*, Setting<std::uint64_t> Settings::*>;

struct Key {
  std::string_view name;
  Meaning meaning;
  Content content = Content::any;
  bool at_top = true;         // allowed at the top of a file
  bool in_overrides = false;  // allowed in an item of `overrides`
  bool adds = false;          // adds to what was said before; else it takes its place
  std::string_view about;     // sentences, for the schema, the docs and `galley init`
  std::string_view example;   // YAML of the whole entry
};

// In the order in which a configuration is best read.
[[nodiscard]] std::span<const Key> keys();
[[nodiscard]] const Key* key_named(std::string_view name);

// Limits of a configuration: a file's bytes, how many files extend one another, how many overrides
// and groups there are.
inline constexpr std::uint64_t max_configuration_bytes = 1ULL << 20;
inline constexpr std::size_t max_configuration_files = 32;
inline constexpr std::size_t max_overrides = 1000;
inline constexpr std::int64_t highest_max_file_bytes = 1LL << 30;

}  // namespace linter::config
