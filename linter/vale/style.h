// A Vale style, a folder of rule files, as a galley pack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/vale/rule.h"

namespace linter::vale {

inline constexpr std::uint64_t max_rule_file_bytes = 4ULL << 20;

struct Style {
  std::string name;         // "Google"
  std::string pack;         // "google"
  std::string about;        // one sentence
  std::vector<Rule> rules;  // by file; names are unique
  std::vector<Note> lost;   // why rules were not brought over; a file may have several

  // How many files gave no rule.
  [[nodiscard]] std::size_t lost_files() const;
};

// Reads the rule files (*.yml, *.yaml) of a folder, not those of folders below. Errors:
// missing_path, unreadable_file, and bad_value for a folder without a rule file, which names the
// folders below that have some.
[[nodiscard]] base::Result<Style> read_style(const base::FileSystem& files,
                                             const std::string& folder, const std::string& pack);

// The pack as YAML: a comment above each rule says from which file it is and what is not as it was.
// The examples are the first candidate of each list.
[[nodiscard]] std::string pack_text(const Style& style);

// --- finding out which examples hold

// The same pack with every candidate as an example.
[[nodiscard]] std::string trial_text(const Style& style);

// What a run of the examples of trial_text() said.
struct TrialResult {
  std::string rule;          // its name in the pack
  bool bad = false;          // among the bad examples, else the good ones
  std::uint32_t number = 0;  // from 1
  bool holds = false;
};

// Keeps of the examples the first candidate of each list that holds, and the good ones that do. A
// rule of which there is no result that was asked for keeps none.
void keep_examples(Style& style, std::span<const TrialResult> results);

// Moves a rule to what was lost, for the reason given.
void drop_rule(Style& style, std::string_view name, std::string_view reason);

}  // namespace linter::vale
