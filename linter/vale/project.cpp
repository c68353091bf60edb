#include "linter/vale/project.h"

#include <algorithm>
#include <map>

#include "linter/base/files.h"
#include "linter/base/harmless.h"
#include "linter/base/names.h"

namespace linter::vale {
namespace {

const Style* style_named(const Project& project, std::string_view name) {
  const auto found = std::ranges::find(project.styles, name, &Style::name);
  return found == project.styles.end() ? nullptr : &*found;
}

const Rule* rule_named(const Project& project, std::string_view vale_rule) {
  const std::size_t dot = vale_rule.find('.');
  const Style* style = style_named(project, vale_rule.substr(0, dot));
  if (style == nullptr || dot == std::string_view::npos) return nullptr;
  const auto found = std::ranges::find(style->rules, vale_rule.substr(dot + 1), &Rule::vale_name);
  return found == style->rules.end() ? nullptr : &*found;
}

std::string quoted(std::string_view text) {
  return base::yaml::quoted_scalar(text);
}

// Writes the keys of one section, at the top of the file or in an item of `overrides`.
class SectionText {
 public:
  SectionText(const Project& project, const Section& section, std::vector<Note>& notes,
              std::string margin)
      : project_(project), section_(section), notes_(notes), margin_(std::move(margin)) {}

  std::string packs() const {
    if (!section_.has_styles && switched_styles().empty()) return {};
    std::string out = margin_ + "packs:\n" + margin_ + "  - default\n";
    for (const Style* style : styles()) out += margin_ + "  - " + quoted(pack_path(*style)) + '\n';
    return out;
  }

  std::string rules() const {
    std::map<std::string, std::string> levels = off_but_switched();
    for (const RuleSwitch& one : section_.switches) {
      const std::string rule = galley_rule(project_, one.rule);
      if (rule.empty()) {
        notes_.push_back({project_.settings.file, one.line,
                          "“" + base::shortened(one.rule) + "” is no rule that was brought over"});
      } else if (const std::string level = level_of(one); !level.empty()) {
        levels[rule] = level;
      }
    }
    std::string out;
    for (const auto& [rule, level] : levels) out += margin_ + "  " + rule + ": " + level + '\n';
    return out.empty() ? out : margin_ + "rules:\n" + out;
  }

 private:
  [[nodiscard]] std::string off(std::uint32_t line) const {
    return "{severity: off, reason: " +
           quoted("Off in " + project_.settings.file + ", line " + std::to_string(line) + '.') +
           '}';
  }

  // Empty for what is on anyway.
  [[nodiscard]] std::string level_of(const RuleSwitch& one) const {
    if (one.value == "no") return off(one.line);
    if (one.value == "error" || one.value == "warning" || one.value == "suggestion")
      return one.value;
    const bool on_anyway = in_styles(one.rule.substr(0, one.rule.find('.')));
    const Rule* rule = rule_named(project_, one.rule);
    return on_anyway || rule == nullptr ? std::string() : rule->level;
  }

  [[nodiscard]] bool in_styles(std::string_view style) const {
    return std::ranges::find(section_.styles, style) != section_.styles.end();
  }

  // Styles of which only single rules are on.
  [[nodiscard]] std::vector<const Style*> switched_styles() const {
    std::vector<const Style*> all;
    for (const RuleSwitch& one : section_.switches) {
      const std::string_view name = std::string_view(one.rule).substr(0, one.rule.find('.'));
      const Style* style = style_named(project_, name);
      const bool is_new = one.value != "no" && style != nullptr && !in_styles(name) &&
                          std::ranges::find(all, style) == all.end();
      if (is_new) all.push_back(style);
    }
    return all;
  }

  [[nodiscard]] std::vector<const Style*> styles() const {
    std::vector<const Style*> all;
    for (const std::string& name : section_.styles) {
      const Style* style = style_named(project_, name);
      if (style != nullptr && !style->rules.empty()) all.push_back(style);
    }
    std::ranges::copy(switched_styles(), std::back_inserter(all));
    return all;
  }

  [[nodiscard]] std::map<std::string, std::string> off_but_switched() const {
    std::map<std::string, std::string> levels;
    for (const Style* style : switched_styles())
      levels[style->pack] =
          "{severity: off, reason: " +
          quoted("Of this style only single rules are on in " + project_.settings.file + '.') + '}';
    return levels;
  }

  const Project& project_;
  const Section& section_;
  std::vector<Note>& notes_;
  std::string margin_;
};

// The section whose settings stand at the top: that of all files, or the only one.
const Section* main_section(const Settings& settings) {
  const auto all = std::ranges::find(settings.sections, "*", &Section::glob);
  if (all != settings.sections.end()) return &*all;
  return settings.sections.size() == 1 ? &settings.sections.front() : nullptr;
}

std::string list_text(std::string_view key, const std::vector<std::string>& items,
                      std::string_view margin) {
  std::string out = std::string(margin) + std::string(key) + ":\n";
  for (const std::string& item : items) out += std::string(margin) + "  - " + quoted(item) + '\n';
  return out;
}

// Sections beside the main one: overrides, and paths of which Vale checks nothing.
struct Others {
  std::vector<std::string> excluded;
  std::string overrides;
};

// What is there for Vale and for galley, and no article.
std::vector<std::string> no_articles(const Project& project) {
  std::vector<std::string> paths;
  const std::string folder = base::parent_path(project.settings.file);
  const std::string styles = base::relative_path(project.settings.styles_path, folder);
  if (!styles.starts_with("..") && !styles.starts_with('/')) paths.push_back('/' + styles + '/');
  return paths;
}

Others others_of(const Project& project, const Section* main, std::vector<Note>& notes) {
  Others others;
  for (const Section& section : project.settings.sections) {
    if (&section == main) continue;
    const auto paths = path_patterns(section.glob);
    const SectionText text(project, section, notes, "    ");
    if (paths.empty()) {
      notes.push_back({project.settings.file, section.line,
                       "“[" + base::shortened(section.glob) +
                           "]” is not brought over: name the "
                           "paths in `overrides`"});
    } else if (section.has_styles && section.styles.empty() && section.switches.empty()) {
      others.excluded.insert(others.excluded.end(), paths.begin(), paths.end());
    } else if (const std::string said = text.packs() + text.rules(); !said.empty()) {
      std::string item =
          list_text("paths", paths, "    ") + "    reason: " +
          quoted("The section [" + section.glob + "] of " + project.settings.file + '.') + '\n' +
          said;
      item.replace(2, 1, "-");
      others.overrides += item;
    }
  }
  return others;
}

}  // namespace

std::string pack_path(const Style& style) {
  return "./" + style.pack + ".yaml";
}

std::string galley_rule(const Project& project, std::string_view vale_rule) {
  if (vale_rule == "Vale.Spelling") return "spelling.unknown-word";
  if (vale_rule == "Vale.Repetition") return "spelling.doubled-word";
  const Rule* rule = rule_named(project, vale_rule);
  const Style* style = style_named(project, vale_rule.substr(0, vale_rule.find('.')));
  return rule == nullptr ? std::string() : style->pack + '.' + rule->name;
}

std::string configuration_text(const Project& project, std::vector<Note>& notes) {
  const Section* main = main_section(project.settings);
  std::string out = "# Made by `galley init --from-vale` from " +
                    base::harmless_sentence(project.settings.file) +
                    ". docs/configuration.md explains every key.\n";
  if (!project.language.empty()) out += "\nlanguage: " + project.language + '\n';
  if (main != nullptr) {
    const SectionText text(project, *main, notes, "");
    out +=
        "\n# `default` stands for galley's own packs: take it away, or name some of them, to\n"
        "# have what Vale had.\n";
    out += text.packs();
    if (!project.words.empty()) out += list_text("word_lists", {word_list_path}, "");
    out += text.rules();
  } else if (!project.words.empty()) {
    out += list_text("word_lists", {word_list_path}, "");
  }
  Others others = others_of(project, main, notes);
  std::ranges::copy(no_articles(project), std::back_inserter(others.excluded));
  if (!others.excluded.empty())
    out += "\n# Where there are no articles, or Vale checks nothing.\n" +
           list_text("exclude", others.excluded, "");
  if (!others.overrides.empty()) out += "\noverrides:\n" + others.overrides;
  return out;
}

}  // namespace linter::vale
