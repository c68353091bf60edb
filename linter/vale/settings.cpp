#include "linter/vale/settings.h"

#include <algorithm>
#include <array>

#include "linter/base/files.h"
#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/vale/ini.h"

namespace linter::vale {
namespace {

// What galley does by itself, or does not do.
struct Unknown {
  std::string_view key;
  std::string_view note;
};

constexpr std::string_view no_markup =
    "galley leaves out code, addresses, scripts and styles by itself, and cannot be told to leave "
    "out other elements: where a rule is wrong in them, a stet comment says so (docs/stet.md)";
constexpr std::string_view no_ignores =
    "galley masks code, addresses, shortcodes and template tags by itself, and cannot be told to "
    "mask more: where a rule is wrong there, a stet comment says so (docs/stet.md)";

constexpr auto unknown_keys = std::to_array<Unknown>({
    {"IgnoredScopes", no_markup},
    {"SkippedScopes", no_markup},
    {"IgnoredClasses", no_markup},
    {"TokenIgnores", no_ignores},
    {"BlockIgnores", no_ignores},
    {"IgnorePatterns", no_ignores},
    {"CommentDelimiters", "galley knows the comments of each format that it reads"},
    {"WordTemplate", "where words end is the same for all rules in galley"},
    {"NLPEndpoint", "galley works without a server"},
    {"Transform", "galley reads articles as they are"},
    {"Lang", "say `language:` in .galley.yaml, or `lang:` in an article's front matter"},
});

// What galley leaves out, too.
bool is_left_out_anyway(std::string_view key, std::string_view value) {
  constexpr std::array<std::string_view, 9> elements{"code", "tt",   "script", "style", "pre",
                                                     "kbd",  "samp", "var",    ""};
  if (key != "IgnoredScopes" && key != "SkippedScopes") return false;
  return std::ranges::all_of(comma_list(value), [&](const std::string& element) {
    return std::ranges::find(elements, element) != elements.end();
  });
}

bool note_unknown(const IniEntry& entry, Settings& settings) {
  const auto found = std::ranges::find(unknown_keys, entry.key, &Unknown::key);
  if (found == unknown_keys.end()) return false;
  const bool anyway = is_left_out_anyway(entry.key, entry.value);
  settings.notes.push_back(
      {settings.file, entry.line,
       "“" + entry.key + (anyway ? " = " + base::shortened(entry.value) : std::string()) + "” " +
           (anyway ? "needs nothing: galley leaves that out by itself"
                   : "is not brought over: " + std::string(found->note))});
  return true;
}

void read_core(const IniEntry& entry, Settings& settings) {
  const auto note = [&](std::string text) {
    settings.notes.push_back({settings.file, entry.line, std::move(text)});
  };
  if (entry.key == "StylesPath") {
    settings.styles_path =
        base::normalised_path(entry.value.starts_with('/')
                                  ? entry.value
                                  : base::join_path(base::parent_path(settings.file), entry.value));
  } else if (entry.key == "Vocab") {
    std::ranges::move(comma_list(entry.value), std::back_inserter(settings.vocabularies));
  } else if (entry.key == "MinAlertLevel") {
    if (entry.value != "suggestion")
      note("“MinAlertLevel = " + base::shortened(entry.value) +
           "” is not brought over: galley shows everything; turn off what nobody minds");
  } else if (entry.key == "Packages") {
    for (const std::string& package : comma_list(entry.value))
      settings.packages.push_back({package, entry.line});
  } else if (!note_unknown(entry, settings)) {
    note("“" + base::shortened(entry.key) + "” is not brought over");
  }
}

// That one extension stands for another.
void note_format(const IniSection& section, const IniEntry& entry, Settings& settings) {
  const bool anyway = entry.key == "mdx" && entry.value == "md";
  settings.notes.push_back(
      {settings.file, entry.line,
       "“" + base::shortened(entry.key) + " = " + base::shortened(entry.value) + "” in “[" +
           section.name + "]” " +
           (anyway ? "needs nothing: galley reads that format by itself"
                   : "is not brought over: galley reads the formats that `galley check --help` "
                     "names")});
}

// In small letters; "yes", and a note, for what Vale does not know.
std::string switch_value(const IniEntry& entry, Settings& settings) {
  constexpr std::array<std::string_view, 5> known{"yes", "no", "suggestion", "warning", "error"};
  std::string value = base::lower(entry.value);
  if (std::ranges::find(known, value) != known.end()) return value;
  settings.notes.push_back({settings.file, entry.line,
                            "“" + base::shortened(entry.value) + "” is no level: “" +
                                base::shortened(entry.key) + "” is taken to be on"});
  return "yes";
}

void read_section(const IniSection& ini, Settings& settings) {
  Section section{.glob = ini.name, .line = ini.line, .styles = {}, .switches = {}};
  for (const IniEntry& entry : ini.entries) {
    if (entry.key == "BasedOnStyles") {
      section.has_styles = true;
      std::ranges::move(comma_list(entry.value), std::back_inserter(section.styles));
    } else if (entry.key.contains('.')) {
      section.switches.push_back({entry.key, switch_value(entry, settings), entry.line});
    } else if (!note_unknown(entry, settings)) {
      settings.notes.push_back(
          {settings.file, entry.line, "“" + base::shortened(entry.key) + "” is not brought over"});
    }
  }
  settings.sections.push_back(std::move(section));
}

// "a{b,c}d" -> "abd", "acd"; at most so many.
std::vector<std::string> without_braces(std::string_view glob) {
  constexpr std::size_t most = 100;
  std::vector<std::string> done;
  std::vector<std::string> open{std::string(glob)};
  while (!open.empty() && done.size() < most && open.size() < most) {
    const std::string one = std::move(open.back());
    open.pop_back();
    const std::size_t begin = one.find('{');
    const std::size_t end = one.find('}', begin);
    if (begin == std::string::npos || end == std::string::npos) {
      done.push_back(one);
      continue;
    }
    auto parts = comma_list(std::string_view(one).substr(begin + 1, end - begin - 1));
    std::ranges::reverse(parts);  // the last one comes off first
    for (const std::string& part : parts)
      open.push_back(one.substr(0, begin) + part + one.substr(end + 1));
  }
  return done;
}

// Of what Vale loads, galley takes the styles that are in use.
void note_packages(Settings& settings) {
  const std::vector<std::string> styles = settings.styles();
  for (const auto& [package, line] : settings.packages) {
    std::string_view name = package;
    name.remove_prefix(name.rfind('/') == std::string_view::npos ? 0 : name.rfind('/') + 1);
    if (name.ends_with(".zip")) name.remove_suffix(4);
    if (std::ranges::find(styles, name) != styles.end()) continue;
    settings.notes.push_back({settings.file, line,
                              "the package “" + base::shortened(package) +
                                  "” is not brought over: no section uses a style of that name"});
  }
}

}  // namespace

std::vector<std::string> Settings::styles() const {
  std::vector<std::string> all;
  const auto add = [&](std::string_view style) {
    if (std::ranges::find(all, style) == all.end()) all.emplace_back(style);
  };
  for (const Section& section : sections) {
    std::ranges::for_each(section.styles, add);
    for (const RuleSwitch& one : section.switches)
      if (one.value != "no") add(std::string_view(one.rule).substr(0, one.rule.find('.')));
  }
  return all;
}

bool Settings::uses(std::string_view style) const {
  return std::ranges::any_of(sections, [&](const Section& section) {
    return std::ranges::find(section.styles, style) != section.styles.end();
  });
}

Settings read_settings(std::string_view text, const std::string& file) {
  Settings settings;
  settings.file = file;
  settings.styles_path = base::join_path(base::parent_path(file), "styles");
  if (base::first_invalid_utf8(text)) {
    settings.notes.push_back({file, 0, "is not UTF-8, so nothing of it is brought over"});
    return settings;
  }
  for (const IniSection& section : read_ini(text)) {
    if (section.name.empty()) {
      for (const IniEntry& entry : section.entries) read_core(entry, settings);
    } else if (section.name == "formats" || section.name == "asciidoctor") {
      for (const IniEntry& entry : section.entries) note_format(section, entry, settings);
    } else {
      read_section(section, settings);
    }
  }
  note_packages(settings);
  return settings;
}

std::vector<std::string> path_patterns(std::string_view glob) {
  std::vector<std::string> patterns;
  if (glob.find_first_of("()") != std::string_view::npos) return patterns;
  for (std::string one : without_braces(glob)) {
    if (one.starts_with("./")) one.erase(0, 2);
    const std::size_t slash = one.rfind('/');
    // A star in the last part stands for folders, too.
    const bool deep = slash != std::string::npos && one.substr(slash + 1).starts_with('*') &&
                      !one.substr(0, slash).ends_with("**") && one.substr(slash + 1) != "**";
    if (deep) one.insert(slash + 1, "**/");
    if (slash == std::string::npos && one.starts_with("**.")) one.erase(0, 1);
    if (!one.empty()) patterns.push_back(std::move(one));
  }
  return patterns;
}

}  // namespace linter::vale
