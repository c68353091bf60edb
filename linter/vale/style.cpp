#include "linter/vale/style.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace linter::vale {
namespace {

bool is_rule_file(const base::FolderEntry& entry) {
  const auto extension = base::file_extension(entry.name);
  return entry.status.kind == base::FileKind::regular && !entry.name.starts_with('.') &&
         (extension == ".yml" || extension == ".yaml");
}

// ": it has Google, write-good", of the folders that hold rule files.
std::string styles_below(const base::FileSystem& files, const std::string& folder,
                         const std::vector<base::FolderEntry>& entries) {
  std::string names;
  for (const base::FolderEntry& entry : entries) {
    if (entry.status.kind != base::FileKind::folder || entry.name.starts_with('.')) continue;
    const auto below = files.list(base::join_path(folder, entry.name));
    if (!below || std::ranges::none_of(*below, is_rule_file)) continue;
    names.append(names.empty() ? ": name one of its styles, " : ", ")
        .append(base::join_path(folder, entry.name));
  }
  return names;
}

// Two files may go by one name: "a-b.yml" and "AB.yml".
void make_unique(std::vector<Rule>& rules) {
  std::map<std::string, int> seen;
  for (Rule& rule : rules) {
    const int times = ++seen[rule.name];
    if (times == 1) continue;
    rule.name += '-' + std::to_string(times);
    for (auto& [key, value] : rule.body.entries)
      if (key.text == "rule") value.text = rule.name;
  }
}

}  // namespace

std::size_t Style::lost_files() const {
  std::set<std::string_view> files;
  for (const Note& note : lost) files.insert(note.file);
  return files.size();
}

base::Result<Style> read_style(const base::FileSystem& files, const std::string& folder,
                               const std::string& pack) {
  Style style;
  const std::string path = base::normalised_path(folder);
  style.name = path.substr(path.rfind('/') + 1);
  style.pack = pack;
  style.about = "The rules of the Vale style " + style.name + '.';
  const auto entries = files.list(folder);
  if (!entries) return std::unexpected(entries.error());
  for (const base::FolderEntry& entry : *entries) {
    if (!is_rule_file(entry)) continue;
    const std::string file = base::join_path(folder, entry.name);
    const auto text = files.read(file, max_rule_file_bytes);
    if (!text) {
      style.lost.push_back({file, 0, text.error().message});
      continue;
    }
    if (auto rule = read_rule(*text, file, style.lost)) style.rules.push_back(std::move(*rule));
  }
  if (style.rules.empty() && style.lost.empty()) {
    return base::fail(
        base::ErrorCode::bad_value,
        "holds no rules of Vale's, files that end in .yml" + styles_below(files, folder, *entries),
        folder);
  }
  make_unique(style.rules);
  return style;
}

void keep_examples(Style& style, std::span<const TrialResult> results) {
  std::set<std::tuple<std::string_view, bool, std::uint32_t>> held;
  for (const TrialResult& result : results)
    if (result.holds) held.emplace(result.rule, result.bad, result.number);
  const auto holds = [&](const Rule& rule, bool bad, std::uint32_t number) {
    return held.contains({rule.name, bad, number});
  };
  for (Rule& rule : style.rules) {
    std::uint32_t number = 0;
    std::vector<Candidates> bad;
    for (Candidates& candidates : rule.bad) {
      Candidates kept;
      for (std::string& text : candidates)
        if (holds(rule, true, ++number) && kept.empty()) kept.push_back(std::move(text));
      if (!kept.empty()) bad.push_back(std::move(kept));
    }
    rule.bad = std::move(bad);
    number = 0;
    std::erase_if(rule.good, [&](const auto&) { return !holds(rule, false, ++number); });
  }
}

void drop_rule(Style& style, std::string_view name, std::string_view reason) {
  const auto found = std::ranges::find(style.rules, name, &Rule::name);
  if (found == style.rules.end()) return;
  style.lost.push_back({found->file, 1, std::string(reason)});
  style.rules.erase(found);
}

}  // namespace linter::vale
