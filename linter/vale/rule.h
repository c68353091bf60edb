// One rule of a Vale style, as a rule of a galley pack.
//
// Plain values that own everything; pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/result.h"
#include "linter/base/yaml.h"

namespace linter::vale {

// Something that was not brought over, or not as it was.
struct Note {
  std::string file;        // as the user named it
  std::uint32_t line = 0;  // 1-based; 0 = the file as a whole
  std::string text;        // one sentence without a full stop

  bool operator==(const Note&) const = default;
};

// Texts that a rule should find something in. The first that does is kept as an example.
using Candidates = std::vector<std::string>;

struct Rule {
  std::string name;       // "heading-punctuation"
  std::string vale_name;  // "HeadingPunctuation"
  std::string file;
  std::string level = "warning";
  base::yaml::Value body;       // the keys of galley's rule, without examples
  std::vector<Candidates> bad;  // at most three
  std::vector<std::string> good;
  std::vector<Note> notes;
};

// The rule in a Vale rule file's text; nothing where the rule has no counterpart, or cannot be
// read: then a note says why. Notes of a rule that is brought over are in the rule.
[[nodiscard]] std::optional<Rule> read_rule(std::string_view text, const std::string& file,
                                            std::vector<Note>& lost);

// "HeadingPunctuation" -> "heading-punctuation", "E-Prime" -> "e-prime", "LGBTTerms" ->
// "lgbt-terms": small letters, digits and hyphens. "rule" where nothing is left.
[[nodiscard]] std::string galley_name(std::string_view vale_name);

}  // namespace linter::vale
