#include "linter/config/show.h"

#include <algorithm>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/config/confined_files.h"

namespace linter::config {
namespace {

// Gathers the rows of one file.
class Rows {
 public:
  explicit Rows(const Effective& effective) : effective_(effective) {}

  void add(const Key& key) {
    std::visit([&](auto meaning) { add(key.name, meaning); }, key.meaning);
  }

  void add_overrides(std::string_view path) {
    for (const Layer& layer : effective_.configuration->layers) {
      if (!layer.paths || !layer.paths->cover(path)) continue;
      add("overrides", written(*layer.paths), layer.origin, layer.reason);
    }
  }

  std::vector<ShownValue> take() { return std::move(rows_); }

 private:
  void add(std::string_view key, std::string value, const Origin& origin, std::string reason = {}) {
    rows_.push_back({std::string(key), std::move(value), std::move(reason), place_of(origin)});
  }
  void add(std::string_view, Part) {}
  void add(std::string_view key, Text Settings::* member) {
    const Text& text = effective_.settings.*member;
    if (!text.value.empty()) add(key, relative(text.value), text.origin);
  }
  void add(std::string_view key, Texts Settings::* member) {
    for (const Text& text : effective_.settings.*member)
      add(key, relative(text.value), text.origin);
  }
  void add(std::string_view key, Patterns Settings::* member) {
    for (const Text& pattern : (effective_.settings.*member).written)
      add(key, pattern.value, pattern.origin);
  }
  void add(std::string_view key, std::vector<Group> Settings::* member) {
    for (const Group& group : effective_.settings.*member)
      add(key, group.name + ": " + written(group.paths), group.origin);
  }
  void add(std::string_view key, std::vector<RuleLevel> Settings::* member) {
    for (const RuleLevel& rule : effective_.settings.*member) {
      const std::string_view level = level_names()[static_cast<std::size_t>(rule.level)];
      add(key, rule.rule + ": " + std::string(level), rule.origin, rule.reason);
    }
  }
  void add(std::string_view key, Setting<FailOn> Settings::* member) {
    const Setting<FailOn>& setting = effective_.settings.*member;
    add(key, std::string(fail_on_names()[static_cast<std::size_t>(setting.value)]), setting.origin);
  }
  void add(std::string_view key, Setting<std::uint64_t> Settings::* member) {
    const Setting<std::uint64_t>& setting = effective_.settings.*member;
    add(key, std::to_string(setting.value), setting.origin);
  }

  static std::string written(const Patterns& patterns) {
    std::string text;
    for (const Text& pattern : patterns.written) text += (text.empty() ? "" : ", ") + pattern.value;
    return text;
  }

  [[nodiscard]] std::string relative(const std::string& value) const {
    const Configuration& configuration = *effective_.configuration;
    if (!is_within(value, configuration.boundary)) return value;
    return base::relative_path(value, configuration.root);
  }

  [[nodiscard]] std::string place_of(const Origin& origin) const {
    if (origin.file.empty()) return "built in";
    if (origin.line == 0) return origin.file;
    return relative(origin.file) + ":" + std::to_string(origin.line);
  }

  const Effective& effective_;
  std::vector<ShownValue> rows_;
};

std::string padded(std::string text, std::size_t width) {
  const std::size_t own = base::display_width(text);
  return text.append(own < width ? width - own : 0, ' ');
}

std::size_t widest(const std::vector<ShownValue>& rows, std::string ShownValue::* member) {
  constexpr std::size_t limit = 60;
  std::size_t width = 0;
  for (const ShownValue& row : rows) width = std::max(width, base::display_width(row.*member));
  return std::min(width, limit);
}

}  // namespace

std::vector<ShownValue> shown_values(const Effective& effective, std::string_view path) {
  Rows rows(effective);
  for (const Key& key : keys()) rows.add(key);
  rows.add_overrides(path);
  return rows.take();
}

std::string show(const Effective& effective, const std::string& path) {
  const Configuration& configuration = *effective.configuration;
  const auto relative = [&](const std::string& file) {
    return is_within(file, configuration.root) ? base::relative_path(file, configuration.root)
                                               : file;
  };
  std::string text = relative(path) + " is checked ";
  if (configuration.files.empty()) {
    text += "without a configuration\n\n";
  } else {
    text += "with " + configuration.files.front().path + "\n\n";
  }
  const auto rows = shown_values(effective, path);
  const std::size_t keys_width = widest(rows, &ShownValue::key);
  const std::size_t values_width = widest(rows, &ShownValue::value);
  const ShownValue* last = nullptr;
  for (const ShownValue& row : rows) {
    const bool same_key = last != nullptr && last->key == row.key;
    text += padded(same_key ? "" : row.key, keys_width) + "  " + padded(row.value, values_width) +
            "  " + row.place;
    if (!row.reason.empty()) text += "  (" + row.reason + ")";
    text += '\n';
    last = &row;
  }
  return text;
}

}  // namespace linter::config
