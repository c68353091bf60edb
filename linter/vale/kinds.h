// From a Vale rule to the body of galley's, kind by kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/pattern.h"
#include "linter/base/yaml.h"
#include "linter/vale/rule.h"
#include "linter/vale/scopes.h"

namespace linter::vale {

// What a rule file says, whatever its kind. The value must outlive it.
struct Definition {
  const base::yaml::Value& value;
  std::string message;
  std::vector<std::string> scopes;
  bool ignore_case = false;
  bool nonword = false;
  std::string action;                   // "replace"
  std::vector<std::string> parameters;  // of the action

  [[nodiscard]] std::vector<const base::yaml::Value*> items(std::string_view key) const;
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view key) const;
};

// Fills a rule. Notes stand at the value that they are about.
class Builder {
 public:
  Builder(const Definition& vale, Rule& rule);

  [[nodiscard]] const Definition& vale() const { return vale_; }
  [[nodiscard]] const Places& places() const { return places_; }

  void kind(std::string_view name) { kind_ = name; }
  // Before the keys of the kind, in the order in which authors write them.
  void begin(std::string_view message);
  void add(std::string_view key, base::yaml::Value value);
  // `scope`, `except`, `ignore_case` and `word_bounded`, where they are not what the kind takes.
  void add_places();
  void add_exceptions();
  void add_options(bool ignores_case, bool bounded = true);

  // The value's expression for galley; nothing, and a note, where it has none.
  [[nodiscard]] std::optional<std::string> pattern(const base::yaml::Value& value);
  // Likewise for all of a list.
  [[nodiscard]] std::vector<std::string> patterns(std::string_view key);
  [[nodiscard]] base::PatternOptions options() const;

  // Examples to try: a text around what a pattern matches, as headings where the rule looks there.
  void add_bad(std::string_view pattern);
  void add_bad_text(std::string text);
  void add_good(std::string text);
  // The sample as an article, in the places where the rule looks.
  [[nodiscard]] Candidates articles_of(const std::string& sample) const;

  void note(const base::yaml::Value& at, std::string text);

 private:
  const Definition& vale_;
  Rule& rule_;
  Places places_;
  std::string kind_;
};

// Each fills the rule; false, and a note in it that says why, where nothing of it can be.
[[nodiscard]] bool build_existence(Builder& builder);
[[nodiscard]] bool build_substitution(Builder& builder);
[[nodiscard]] bool build_occurrence(Builder& builder);
[[nodiscard]] bool build_repetition(Builder& builder);
[[nodiscard]] bool build_consistency(Builder& builder);
[[nodiscard]] bool build_conditional(Builder& builder);
[[nodiscard]] bool build_capitalization(Builder& builder);

}  // namespace linter::vale
