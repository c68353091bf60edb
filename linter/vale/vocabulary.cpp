#include "linter/vale/vocabulary.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/base/yaml.h"
#include "linter/vale/expression.h"
#include "linter/vale/ini.h"
#include "linter/vale/yaml_text.h"

namespace linter::vale {
namespace {

using base::yaml::Value;

constexpr std::uint64_t max_list_bytes = 16ULL << 20;

struct Line {
  std::string text;
  std::uint32_t number = 0;
};

// Not the empty ones, nor comments.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && !line.starts_with('#')) lines.push_back({std::string(line), number});
  }
  return lines;
}

// Reads one list after another.
class Collector {
 public:
  Collector(const base::FileSystem& files, std::vector<Note>& notes)
      : files_(files), notes_(notes) {}

  // False where there is no such file.
  bool accept(const std::string& path) {
    const auto text = read(path);
    if (!text) return false;
    for (const Line& line : lines_of(*text)) accept(path, line);
    return true;
  }

  bool reject(const std::string& path) {
    const auto text = read(path);
    if (!text) return false;
    for (const Line& line : lines_of(*text)) {
      if (auto expression = galley_expression(line.text)) {
        if (seen_.insert(*expression).second) rejected_.push_back(std::move(*expression));
      } else {
        notes_.push_back({path, line.number,
                          "“" + base::shortened(line.text) +
                              "” is not brought over: " + expression.error().message});
      }
    }
    return true;
  }

  [[nodiscard]] std::vector<std::string> words() const { return {words_.begin(), words_.end()}; }
  [[nodiscard]] const std::vector<std::string>& rejected() const { return rejected_; }

 private:
  [[nodiscard]] std::optional<std::string> read(const std::string& path) const {
    if (files_.status(path).kind != base::FileKind::regular) return std::nullopt;
    auto text = files_.read(path, max_list_bytes);
    return text ? std::optional(std::move(*text)) : std::nullopt;
  }

  void accept(const std::string& path, const Line& line) {
    std::string_view expression = line.text;
    const bool any_case = expression.starts_with("(?i)");
    if (any_case) expression.remove_prefix(4);
    const auto texts = all_texts_of(expression);
    const bool usable = texts && std::ranges::none_of(*texts, [](const std::string& text) {
                          return text.contains('#') || trimmed(text).empty();
                        });
    if (!usable) {
      notes_.push_back(
          {path, line.number,
           "“" + base::shortened(line.text) +
               "” is not brought over: a word list of galley's has words, one a line"});
      return;
    }
    for (const std::string& text : *texts) words_.insert(any_case ? base::lower(text) : text);
  }

  const base::FileSystem& files_;
  std::vector<Note>& notes_;
  std::set<std::string> words_;
  std::set<std::string> seen_;
  std::vector<std::string> rejected_;
};

Rule rejecting_rule(const std::vector<std::string>& patterns, const std::string& file) {
  Rule rule;
  rule.name = "avoid";
  rule.vale_name = "Avoid";
  rule.file = file;
  rule.level = "error";
  set(rule.body, "rule", scalar("avoid"));
  set(rule.body, "kind", scalar("existence"));
  set(rule.body, "message", scalar("Avoid using '{match}'."));
  set(rule.body, "severity", scalar("error"));
  set(rule.body, "ignore_case", plain("false"));
  set(rule.body, "patterns", list_of(patterns));
  for (const std::string& pattern : patterns) {
    if (rule.bad.size() == 3) break;
    rule.bad.push_back(samples_of(pattern, {.ignore_case = false}));
  }
  return rule;
}

// The word files that the spelling rules of a style name.
std::vector<std::string> ignored_files(const base::FileSystem& files, const std::string& folder) {
  std::vector<std::string> names;
  const auto entries = files.list(folder);
  if (!entries) return names;
  for (const base::FolderEntry& entry : *entries) {
    if (!entry.name.ends_with(".yml")) continue;
    const auto text = files.read(base::join_path(folder, entry.name), max_rule_file_bytes);
    if (!text || !text->contains("spelling")) continue;
    const auto parsed = base::yaml::parse(*text, entry.name);
    const Value* extends = parsed.value.find("extends");
    const Value* ignore = parsed.value.find("ignore");
    if (extends == nullptr || extends->text != "spelling" || ignore == nullptr) continue;
    if (ignore->kind == base::yaml::Kind::scalar) names.push_back(ignore->text);
    for (const Value& item : ignore->items) names.push_back(item.text);
  }
  return names;
}

// Paths of a vocabulary's files, new place and old.
std::vector<std::string> places_of(const Settings& settings, const std::string& vocabulary) {
  return {base::join_path(base::join_path(settings.styles_path, "config/vocabularies"), vocabulary),
          base::join_path(base::join_path(settings.styles_path, "Vocab"), vocabulary)};
}

}  // namespace

Vocabulary read_vocabulary(const base::FileSystem& files, const Settings& settings,
                           std::vector<Note>& notes) {
  Collector collector(files, notes);
  Vocabulary vocabulary;
  vocabulary.rules.name = "Vale";
  vocabulary.rules.pack = "vale";
  vocabulary.rules.about = "What Vale's vocabularies reject.";
  std::string rejecting;
  for (const std::string& name : settings.vocabularies) {
    bool found = false;
    for (const std::string& place : places_of(settings, name)) {
      const std::string reject = base::join_path(place, "reject.txt");
      found = collector.accept(base::join_path(place, "accept.txt")) || found;
      if (collector.reject(reject)) {
        found = true;
        rejecting = reject;
      }
    }
    if (!found)
      notes.push_back(
          {settings.file, 0, "the vocabulary “" + name + "” is not below " + settings.styles_path});
  }
  for (const std::string& style : settings.styles()) {
    for (const std::string& name :
         ignored_files(files, base::join_path(settings.styles_path, style))) {
      const bool found = collector.accept(base::join_path(settings.styles_path, name)) ||
                         collector.accept(base::join_path(
                             base::join_path(settings.styles_path, "config/ignore"), name));
      if (!found) notes.push_back({settings.file, 0, "the word file “" + name + "” is not there"});
    }
  }
  vocabulary.words = collector.words();
  if (!collector.rejected().empty())
    vocabulary.rules.rules.push_back(rejecting_rule(collector.rejected(), rejecting));
  return vocabulary;
}

}  // namespace linter::vale
