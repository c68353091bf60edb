// What a vocabulary accepts, no rule of a style reports.
#include <algorithm>

#include "linter/base/pattern.h"
#include "linter/vale/project.h"
#include "linter/vale/yaml_text.h"

namespace linter::vale {
namespace {

using base::yaml::Value;

bool is_true(const Value& body, std::string_view key, bool fallback) {
  const Value* value = body.find(key);
  return value == nullptr ? fallback : value->text == "true";
}

// The patterns whose matches the rule reports.
std::vector<base::Pattern> patterns_of(const Value& body) {
  const base::PatternOptions options{.ignore_case = is_true(body, "ignore_case", true),
                                     .word_bounded = false};
  std::vector<base::Pattern> patterns;
  const auto add = [&](const Value& value) {
    if (auto pattern = base::Pattern::compile(value.text, options))
      patterns.push_back(std::move(*pattern));
  };
  if (const Value* list = body.find("patterns")) std::ranges::for_each(list->items, add);
  if (const Value* use = body.find("if")) add(*use);
  if (const Value* swap = body.find("swap"))
    for (const auto& [pattern, replacement] : swap->entries) add(pattern);
  return patterns;
}

bool has_capital(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// As an expression that stands for nothing but itself.
std::string escaped(std::string_view word) {
  std::string out;
  for (const char one : word) {
    if (std::string_view(".+*?()[]{}|\\^$").contains(one)) out += '\\';
    out += one;
  }
  return out;
}

void add_exceptions(Rule& rule, std::string_view key, std::vector<std::string> words) {
  for (auto& [name, value] : rule.body.entries) {
    if (name.text != key) continue;
    for (std::string& word : words) value.items.push_back(scalar(word));
    return;
  }
  set(rule.body, key, list_of(words));
}

}  // namespace

void except_words(Style& style, std::span<const std::string> words) {
  for (Rule& rule : style.rules) {
    std::vector<std::string> excepted;
    if (rule.body.find("kind")->text == "capitalization") {
      std::ranges::copy_if(words, std::back_inserter(excepted), has_capital);
      if (!excepted.empty()) add_exceptions(rule, "exceptions", std::move(excepted));
      continue;
    }
    const auto patterns = patterns_of(rule.body);
    for (const std::string& word : words) {
      const bool reported = std::ranges::any_of(patterns, [&](const base::Pattern& pattern) {
        return pattern.matches(word).value_or(false);
      });
      if (reported) excepted.push_back(escaped(word));
    }
    if (!excepted.empty()) add_exceptions(rule, "except", std::move(excepted));
  }
}

}  // namespace linter::vale
