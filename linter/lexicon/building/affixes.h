// Hunspell's affix rules, enough of them to list the words that a dictionary forms.
//
// One prefix and one suffix a word, cross products, single-character flags: what en_US uses. Too
// many words are harmless (each is asked of Hunspell afterwards); what these rules cannot form is
// missing from the set.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/base/result.h"

namespace linter::lexicon::building {

class Affixes {
 public:
  // bad_value with the line where a rule cannot be read, or where the file needs what is not
  // supported (FLAG, AF).
  [[nodiscard]] static base::Result<Affixes> parse(std::string_view aff, const std::string& file);

  // Calls `word` with the stem and each form that its flags make of it.
  void expand(std::string_view stem, std::string_view flags,
              const std::function<void(std::string_view)>& word) const;

  // The flag of NOSUGGEST, or '\0'.
  [[nodiscard]] char no_suggest() const { return no_suggest_; }
  // The flag of ONLYINCOMPOUND, or '\0'.
  [[nodiscard]] char only_in_compound() const { return only_in_compound_; }

 private:
  struct Rule {
    std::string strip;
    std::string add;
    std::string condition;
  };
  struct Group {
    bool prefix = false;
    bool cross = false;
    std::vector<Rule> rules;
  };
  std::unordered_map<char, Group> groups_;
  char no_suggest_ = '\0';
  char only_in_compound_ = '\0';
};

}  // namespace linter::lexicon::building
