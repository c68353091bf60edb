// What applies to one article, and where each value was said.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/findings/finding.h"
#include "linter/source/path_patterns.h"
#include "linter/source/source.h"

namespace linter::config {

// Where a value was written. Built-in values have no file.
struct Origin {
  std::string file;  // absolute; or "--pack" and the like for what the command line said
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool operator==(const Origin&) const = default;
};

template <class T>
struct Setting {
  T value{};
  Origin origin{};
  bool operator==(const Setting&) const = default;
};
using Text = Setting<std::string>;
using Texts = std::vector<Text>;

// How a rule, or all rules of a pack, are to be taken.
enum class Level : std::uint8_t { off, suggestion, warning, error };
[[nodiscard]] std::span<const std::string_view> level_names();  // in the enumerators' order

struct RuleLevel {
  std::string rule;  // "pack.rule" or "pack"
  Level level = Level::warning;
  std::string reason;
  Origin origin;
};

// The lowest severity that makes a run fail.
enum class FailOn : std::uint8_t { suggestion, warning, error, never };
[[nodiscard]] std::span<const std::string_view> fail_on_names();  // in the enumerators' order
[[nodiscard]] bool fails(FailOn threshold, findings::Severity severity);

// Path patterns and the folder that they are anchored to.
struct Patterns {
  std::string folder;  // absolute
  source::PathPatterns patterns;
  Texts written;

  // Whether an absolute, normalised path lies below the folder and is covered.
  [[nodiscard]] bool cover(std::string_view path) const;
};

struct Group {
  std::string name;
  Patterns paths;
  Origin origin;
};

// The defaults are what applies without any configuration.
struct Settings {
  Texts packs;  // a shipped pack's name, or an absolute path
  Text language{.value = "en"};
  Texts jurisdictions;
  std::vector<RuleLevel> rules;  // each rule and pack once, sorted by name
  Texts words;
  Texts word_lists;  // absolute paths
  Texts dictionaries;
  Texts prose_fields;
  Texts approved;              // absolute paths; nothing: the folder `approved` of the root
  Patterns corpus;             // nothing: the articles of the run
  std::vector<Group> compare;  // the first group that covers a path is its own
  Patterns exclude;
  Text baseline;  // absolute path; empty: none
  Setting<FailOn> fail_on{.value = FailOn::error};
  Setting<std::uint64_t> max_file_bytes{.value = source::default_max_file_bytes};
};

// A pack as it is named: "health-claims@2" says that its rules are known up to version 2. Those that
// came later are warnings at most, so that an upgrade of a pack breaks nobody's build.
struct PackName {
  std::string_view name;  // or path
  std::uint32_t version = 1;
};
[[nodiscard]] PackName pack_named(std::string_view text);

// Settings with the built-in packs.
[[nodiscard]] Settings default_settings();

// What `settings` say of a rule: its own entry, else its pack's; null when nothing is said. O(log).
[[nodiscard]] const RuleLevel* level_of(const Settings& settings, std::string_view rule);

}  // namespace linter::config
