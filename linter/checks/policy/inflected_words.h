// Verbs and nouns of a rule in all their forms, found by the word that they begin with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace linter::checks::policy {

enum class Form : std::uint8_t { base, third_person, gerund, noun };

// A wording that begins with this word: a verb in one form, or a noun in one number.
struct Wording {
  std::string first;  // folded
  Form form = Form::noun;
  std::vector<std::string> rest;  // folded
  std::string base;               // as the rule gives it
};

// Filled, finished, then asked. Immutable from then on.
class InflectedWords {
 public:
  // "break down": the first word takes the forms.
  void add_verb(std::string_view phrase);
  // "back pain": the last word takes the plural.
  void add_noun(std::string_view phrase);
  void finish();

  // The longer ones first. O(log of their number).
  [[nodiscard]] std::span<const Wording> beginning_with(std::string_view word) const;
  // By their first words.
  [[nodiscard]] std::span<const Wording> all() const { return all_; }

 private:
  void add(std::string_view first, Form form, std::span<const std::string> words,
           std::string_view phrase);

  std::vector<Wording> all_;
};

}  // namespace linter::checks::policy
