// A style as the text of a pack of one file.
#include <algorithm>

#include "linter/base/harmless.h"
#include "linter/vale/style.h"
#include "linter/vale/yaml_text.h"

namespace linter::vale {
namespace {

using base::yaml::Value;

constexpr std::size_t width = 100;

// `words` as comment lines, broken between words.
std::string comment(std::string_view words, std::string_view margin) {
  const std::string harmless = base::harmless_sentence(words);
  std::string_view text = harmless;
  std::string out;
  std::string line(margin);
  line += '#';
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (line.size() + 1 + end > width && line.size() > margin.size() + 1) {
      out += line + '\n';
      line = std::string(margin) + '#';
    }
    line.append(" ").append(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + line + '\n';
}

Value examples_of(const Rule& rule, bool all) {
  std::vector<std::string> bad;
  for (const Candidates& candidates : rule.bad) {
    for (const std::string& text : candidates) {
      bad.push_back(text);
      if (!all) break;
    }
  }
  Value examples;
  if (!bad.empty()) set(examples, "bad", list_of(bad));
  if (!rule.good.empty()) set(examples, "good", list_of(rule.good));
  return examples;
}

std::string rule_text(const Rule& rule, bool all) {
  std::string out = comment("From " + rule.file + '.', "  ");
  for (const Note& note : rule.notes)
    out += comment("Line " + std::to_string(note.line) + ": " + note.text + '.', "  ");
  Value body = rule.body;
  if (Value examples = examples_of(rule, all); !examples.entries.empty())
    set(body, "examples", std::move(examples));
  std::string text = yaml_text(body, 4);
  text.replace(2, 1, "-");  // the first key stands behind the mark of the list
  return out + text;
}

std::string text_of(const Style& style, bool all) {
  std::string out = comment(
      "Brought over from Vale by galley, and a pack like any other from here on: mend it, and try "
      "it with `galley policy test`.",
      "");
  out += "pack: " + style.pack + "\nabout: " + base::yaml::quoted_scalar(style.about) + "\n";
  for (const Note& note : style.lost)
    out += comment(
        "Not brought over: " + note.file + ':' + std::to_string(note.line) + ": " + note.text + '.',
        "");
  out += style.rules.empty() ? "rules: []\n" : "rules:\n";
  for (const Rule& rule : style.rules) out += rule_text(rule, all);
  return out;
}

}  // namespace

std::string pack_text(const Style& style) {
  return text_of(style, false);
}

std::string trial_text(const Style& style) {
  return text_of(style, true);
}

}  // namespace linter::vale
