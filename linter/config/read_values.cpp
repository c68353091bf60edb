#include "linter/config/read_values.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "linter/base/names.h"
#include "linter/base/pattern.h"

namespace linter::config {
namespace {

using base::ErrorCode;
using base::yaml::Kind;
using base::yaml::Reader;
using base::yaml::Value;

constexpr std::string_view default_word = "default";

Origin origin_of(const Place& place, const Value& value) {
  return {place.file, value.position.line, value.position.column};
}

std::string quoted(std::string_view text) {
  return std::string("'").append(text).append("'");
}

void wrong_type(Reader& reader, const std::string& path, std::string_view wanted,
                const Value& found) {
  reader.report(ErrorCode::wrong_type, quoted(path) + " must be " + std::string(wanted), found);
}

base::Pattern compiled(Content content) {
  const base::PatternOptions options{.ignore_case = false, .word_bounded = false};
  return base::Pattern::compile(expression_of(content), options).value();
}

bool is_of(Content content, const std::string& text) {
  static const base::Pattern language = compiled(Content::language);
  static const base::Pattern identifier = compiled(Content::identifier);
  static const base::Pattern dictionary = compiled(Content::dictionary);
  static const base::Pattern field = compiled(Content::field);
  switch (content) {
    case Content::language:
      return language.matches(text).value_or(false);
    case Content::identifier:
      return identifier.matches(text).value_or(false);
    case Content::dictionary:
      return dictionary.matches(text).value_or(false);
    case Content::field:
      return field.matches(text).value_or(false);
    default:
      return true;
  }
}

// Whether a text of such content names something on the disk rather than something shipped.
bool is_path(Content content, std::string_view text) {
  const bool has_slash = text.find('/') != std::string_view::npos;
  switch (content) {
    case Content::configuration:
    case Content::word_list:
    case Content::new_file:
    case Content::approved:
      return true;
    case Content::pack:
      text = pack_named(text).name;
      return has_slash || text.ends_with(".yaml") || text.ends_with(".yml");
    default:
      return false;
  }
}

// The absolute path that `text` names, when a configuration may name it: of a file that is there,
// or that a command makes.
std::optional<std::string> resolved(Content content, const std::string& text,
                                    const std::string& path, const Value& value, Reader& reader,
                                    const Place& place) {
  const std::string_view name = content == Content::pack ? pack_named(text).name : text;
  const std::string version = text.substr(name.size());
  std::string absolute = base::normalised_path(base::join_path(place.folder, name));
  if (const auto admitted = place.files.admits(absolute); !admitted) {
    reader.report(admitted.error().code, quoted(path) + ": " + admitted.error().message, value);
    return std::nullopt;
  }
  const bool is_there = place.files.status(absolute).kind != base::FileKind::missing;
  if (!is_there && content != Content::new_file) {
    const bool is_list = content == Content::word_list;
    reader.report(ErrorCode::missing_path,
                  quoted(path) + ": there is no " + quoted(text) + "; paths start from " +
                      quoted(place.folder) +
                      (is_list ? "; galley words --accept WORD makes the first list" : ""),
                  value);
    if (!is_list) return std::nullopt;
  }
  return absolute + version;
}

std::optional<Text> read_text(Content content, const std::string& path, const Value& value,
                              Reader& reader, const Place& place) {
  if (value.kind != Kind::scalar) {
    wrong_type(reader, path, describe(content), value);
    return std::nullopt;
  }
  if (value.text.empty() || !is_of(content, value.text)) {
    reader.report(
        ErrorCode::bad_value,
        quoted(path) + " must be " + std::string(describe(content)) + ", not " + quoted(value.text),
        value);
    return std::nullopt;
  }
  Text text{value.text, origin_of(place, value)};
  if (is_path(content, text.value)) {
    auto absolute = resolved(content, text.value, path, value, reader, place);
    if (!absolute) return std::nullopt;
    text.value = std::move(*absolute);
  }
  return text;
}

// The items of a list with their paths for messages; one text counts as a list of one.
std::vector<std::pair<std::string, const Value*>> items_of(std::string_view key, Reader& reader) {
  std::vector<std::pair<std::string, const Value*>> items;
  const Value* found = reader.take(key);
  const std::string path = reader.path_of(key);
  if (found == nullptr) return items;
  if (found->kind == Kind::scalar) items.emplace_back(path, found);
  if (found->kind == Kind::mapping || found->kind == Kind::null)
    wrong_type(reader, path, "a list", *found);
  for (std::size_t i = 0; i < found->items.size(); ++i)
    items.emplace_back(path + "[" + std::to_string(i) + "]", &found->items[i]);
  return items;
}

void add_pattern(Patterns& patterns, const std::string& path, const Value& value, Reader& reader,
                 const Place& place) {
  const auto text = read_text(Content::pattern, path, value, reader, place);
  if (!text) return;
  const auto added = patterns.patterns.add(text->value, text->origin.line);
  if (added) return patterns.written.push_back(*text);
  reader.report(ErrorCode::bad_value, quoted(path) + ": " + added.error().message, value);
}

Patterns patterns_in(const Value& value, const std::string& path, Reader& reader,
                     const Place& place) {
  Patterns patterns{.folder = place.folder, .patterns = {}, .written = {}};
  if (value.kind == Kind::mapping || value.kind == Kind::null)
    wrong_type(reader, path, "a list of path patterns", value);
  if (value.kind == Kind::scalar) add_pattern(patterns, path, value, reader, place);
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    add_pattern(patterns, path + "[" + std::to_string(i) + "]", value.items[i], reader, place);
  }
  return patterns;
}

bool is_rule_name(const std::string& text) {
  const std::size_t dot = text.find('.');
  const std::string pack = text.substr(0, dot);
  return is_of(Content::identifier, pack) &&
         (dot == std::string::npos || is_of(Content::identifier, text.substr(dot + 1)));
}

std::optional<Level> level_named(const Value& value, const std::string& path, Reader& reader) {
  const auto names = level_names();
  const auto name = std::ranges::find(names, value.text);
  if (value.kind == Kind::scalar && name != names.end())
    return static_cast<Level>(name - names.begin());
  reader.report(value.kind == Kind::scalar ? ErrorCode::bad_value : ErrorCode::wrong_type,
                quoted(path) + " must be error, warning, suggestion or off, not " +
                    (value.kind == Kind::scalar ? quoted(value.text) : "a list or mapping") +
                    base::nearest_hint(value.text, names),
                value);
  return std::nullopt;
}

// One entry of `rules`: a level, or {severity: level, reason: text}.
std::optional<RuleLevel> read_rule(const Value& name, const Value& value, Reader& reader,
                                   const Place& place, const std::string& reason) {
  const std::string path = reader.path_of("rules") + "." + name.text;
  if (!is_rule_name(name.text)) {
    reader.report(ErrorCode::bad_value,
                  quoted(path) + ": a rule is named pack.rule, a pack by its name", name);
    return std::nullopt;
  }
  RuleLevel rule{.rule = name.text, .reason = reason, .origin = origin_of(place, name)};
  std::optional<Level> level;
  if (value.kind == Kind::mapping) {
    Reader inner(value, place.file, place.errors, path);
    rule.reason = inner.optional_string("reason", reason);
    if (const Value* severity = inner.take("severity")) {
      level = level_named(*severity, path + ".severity", inner);
    } else {
      inner.report(ErrorCode::missing_key, quoted(path + ".severity") + " is missing", value);
    }
    inner.finish();
  } else {
    level = level_named(value, path, reader);
  }
  if (!level) return std::nullopt;
  rule.level = *level;
  if (rule.level == Level::off && rule.reason.empty()) {
    reader.report(ErrorCode::missing_key,
                  quoted(path) +
                      " is turned off without a reason: write {severity: off, reason: "
                      "\"why\"}",
                  value);
    return std::nullopt;
  }
  return rule;
}

class ValueReader {
 public:
  ValueReader(const Key& key, Reader& reader, const Place& place, const std::string& reason,
              Layer& layer)
      : key_(key), reader_(reader), place_(place), reason_(reason), layer_(layer) {}

  void operator()(Part) const {}

  void operator()(Text Settings::* member) const {
    const Value& value = *reader_.take(key_.name);
    auto text = read_text(key_.content, reader_.path_of(key_.name), value, reader_, place_);
    if (text) give(member, std::move(*text));
  }

  void operator()(Texts Settings::* member) const {
    give(member, read_texts(key_, reader_, place_));
  }

  void operator()(Patterns Settings::* member) const {
    give(member, read_patterns(key_, reader_, place_));
  }

  void operator()(std::vector<Group> Settings::* member) const {
    std::vector<Group> groups;
    const Value& value = *reader_.take(key_.name);
    const std::string path = reader_.path_of(key_.name);
    if (value.kind != Kind::mapping)
      wrong_type(reader_, path, "a mapping from group names to path patterns", value);
    for (const auto& [name, patterns] : value.entries) {
      groups.push_back({name.text, patterns_in(patterns, path + "." + name.text, reader_, place_),
                        origin_of(place_, name)});
    }
    give(member, std::move(groups));
  }

  void operator()(std::vector<RuleLevel> Settings::* member) const {
    std::vector<RuleLevel> rules;
    const Value& value = *reader_.take(key_.name);
    if (value.kind != Kind::mapping)
      wrong_type(reader_, reader_.path_of(key_.name), "a mapping from rules to levels", value);
    for (const auto& [name, level] : value.entries) {
      auto rule = read_rule(name, level, reader_, place_, reason_);
      if (rule) rules.push_back(std::move(*rule));
    }
    std::ranges::sort(rules, {}, &RuleLevel::rule);
    give(member, std::move(rules));
  }

  void operator()(Setting<FailOn> Settings::* member) const {
    const Value& value = *reader_.take(key_.name);
    const auto index = reader_.one_of(key_.name, fail_on_names());
    if (index) give(member, Setting<FailOn>{static_cast<FailOn>(*index), origin_of(place_, value)});
  }

  void operator()(Setting<std::uint64_t> Settings::* member) const {
    const Value& value = *reader_.take(key_.name);
    const auto number = reader_.optional_int(key_.name, 1, highest_max_file_bytes);
    if (number) {
      give(member,
           Setting<std::uint64_t>{static_cast<std::uint64_t>(*number), origin_of(place_, value)});
    }
  }

 private:
  template <class T>
  void give(T Settings::* member, T value) const {
    layer_.values.*member = std::move(value);
    layer_.given.push_back(&key_);
  }

  const Key& key_;
  Reader& reader_;
  const Place& place_;
  const std::string& reason_;
  Layer& layer_;
};

}  // namespace

Texts read_texts(const Key& key, Reader& reader, const Place& place) {
  Texts texts;
  for (const auto& [path, value] : items_of(key.name, reader)) {
    auto text = read_text(key.content, path, *value, reader, place);
    if (!text) continue;
    if (key.content != Content::pack || text->value != default_word) {
      texts.push_back(std::move(*text));
      continue;
    }
    for (Text pack : default_settings().packs) {
      pack.origin = text->origin;
      texts.push_back(std::move(pack));
    }
  }
  return texts;
}

Patterns read_patterns(const Key& key, Reader& reader, const Place& place) {
  return patterns_in(*reader.take(key.name), reader.path_of(key.name), reader, place);
}

void read_key(const Key& key, Reader& reader, const Place& place, const std::string& reason,
              Layer& layer) {
  if (reader.take(key.name) == nullptr) return;
  std::visit(ValueReader(key, reader, place, reason, layer), key.meaning);
}

}  // namespace linter::config
