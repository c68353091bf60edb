#include "linter/lexicon/building/affixes.h"

#include <sstream>

namespace linter::lexicon::building {
namespace {

// The next element of a condition: a letter, '.', or a class like "[^ey]".
std::string_view first_element(std::string_view condition) {
  if (condition.front() != '[') return condition.substr(0, 1);
  const std::size_t close = condition.find(']');
  return condition.substr(0, close == std::string_view::npos ? condition.size() : close + 1);
}

bool element_fits(std::string_view element, char letter) {
  if (element == ".") return true;
  if (element.front() != '[') return element.front() == letter;
  std::string_view inside = element.substr(1, element.size() - 2);
  const bool negated = inside.starts_with('^');
  if (negated) inside.remove_prefix(1);
  return (inside.find(letter) != std::string_view::npos) != negated;
}

// Whether the letters at the word's start or end are those that the condition asks for.
bool fits(std::string_view condition, std::string_view word, bool prefix) {
  std::vector<std::string_view> elements;
  while (!condition.empty()) {
    elements.push_back(first_element(condition));
    condition.remove_prefix(elements.back().size());
  }
  if (elements.size() > word.size()) return elements.size() == 1 && elements.front() == ".";
  const std::string_view part =
      prefix ? word.substr(0, elements.size()) : word.substr(word.size() - elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (!element_fits(elements[i], part[i])) return false;
  }
  return true;
}

std::string zero_is_nothing(std::string text) {
  return text == "0" ? std::string() : text;
}

}  // namespace

base::Result<Affixes> Affixes::parse(std::string_view aff, const std::string& file) {
  Affixes affixes;
  std::istringstream lines{std::string(aff)};
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::istringstream words(line);
    std::string key;
    words >> key;
    if (key == "FLAG" || key == "AF") {
      return base::fail(base::ErrorCode::bad_value, key + " is not supported", file, number);
    }
    std::string flag;
    if (key == "NOSUGGEST" && words >> flag) affixes.no_suggest_ = flag.front();
    if (key == "ONLYINCOMPOUND" && words >> flag) affixes.only_in_compound_ = flag.front();
    if (key != "PFX" && key != "SFX") continue;
    std::string second;
    std::string third;
    std::string condition;
    words >> flag >> second >> third;
    if (flag.size() != 1 || third.empty()) {
      return base::fail(base::ErrorCode::bad_value, "an affix rule that cannot be read", file,
                        number);
    }
    Group& group = affixes.groups_[flag.front()];
    if (!(words >> condition)) {  // the head of a group: flag, cross product, count
      group.prefix = key == "PFX";
      group.cross = second == "Y";
      continue;
    }
    group.rules.push_back(
        {zero_is_nothing(second), zero_is_nothing(third.substr(0, third.find('/'))), condition});
  }
  return affixes;
}

void Affixes::expand(std::string_view stem, std::string_view flags,
                     const std::function<void(std::string_view)>& word) const {
  word(stem);
  std::vector<std::string> suffixed{std::string(stem)};
  const auto each_rule = [&](bool prefix, const auto& apply) {
    for (const char flag : flags) {
      const auto found = groups_.find(flag);
      if (found == groups_.end() || found->second.prefix != prefix) continue;
      for (const Rule& rule : found->second.rules) apply(found->second, rule);
    }
  };
  each_rule(false, [&](const Group& group, const Rule& rule) {
    if (!stem.ends_with(rule.strip) || !fits(rule.condition, stem, false)) return;
    std::string form(stem.substr(0, stem.size() - rule.strip.size()));
    form += rule.add;
    word(form);
    if (group.cross) suffixed.push_back(std::move(form));
  });
  each_rule(true, [&](const Group& group, const Rule& rule) {
    for (const std::string& base : suffixed) {
      if (base != stem && !group.cross) continue;
      if (!base.starts_with(rule.strip) || !fits(rule.condition, base, true)) continue;
      word(rule.add + base.substr(rule.strip.size()));
    }
  });
}

}  // namespace linter::lexicon::building
