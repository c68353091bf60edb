#include "linter/config/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace linter::config {
namespace {

constexpr std::array<std::string_view, 4> level_words{"off", "suggestion", "warning", "error"};
constexpr std::array<std::string_view, 4> fail_on_words{"suggestion", "warning", "error", "never"};
constexpr std::array<std::string_view, 4> default_packs{"plain-english", "house-style",
                                                        "health-claims", "medical-aesthetics"};

const RuleLevel* entry_of(const Settings& settings, std::string_view name) {
  const auto found = std::ranges::lower_bound(settings.rules, name, {}, &RuleLevel::rule);
  return found != settings.rules.end() && found->rule == name ? &*found : nullptr;
}

}  // namespace

std::span<const std::string_view> level_names() {
  return level_words;
}

std::span<const std::string_view> fail_on_names() {
  return fail_on_words;
}

bool fails(FailOn threshold, findings::Severity severity) {
  return static_cast<unsigned>(severity) >= static_cast<unsigned>(threshold);
}

bool Patterns::cover(std::string_view path) const {
  if (patterns.empty()) return false;
  if (folder == "/") return patterns.covers(path.substr(1));
  const bool below =
      path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
  return below && patterns.covers(path.substr(folder.size() + 1));
}

PackName pack_named(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at + 1 == text.size()) return {text};
  PackName pack{text.substr(0, at)};
  const char* end = text.data() + text.size();
  const auto number = std::from_chars(text.data() + at + 1, end, pack.version);
  return number.ec == std::errc() && number.ptr == end ? pack : PackName{text};
}

Settings default_settings() {
  Settings settings;
  for (const std::string_view pack : default_packs)
    settings.packs.push_back({.value = std::string(pack)});
  return settings;
}

const RuleLevel* level_of(const Settings& settings, std::string_view rule) {
  if (const RuleLevel* own = entry_of(settings, rule)) return own;
  return entry_of(settings, rule.substr(0, rule.find('.')));
}

}  // namespace linter::config
