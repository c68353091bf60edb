#include "tests/scale/articles.h"

#include <array>
#include <sstream>
#include <string_view>

#include "tests/support/shell.h"

namespace tests {
namespace {

constexpr std::array<std::string_view, 4> procedures{"Microneedling", "A chemical peel",
                                                     "Laser hair removal", "A dermal filler"};
constexpr std::array<std::string_view, 12> sentences{
    "It never causes swelling.",
    "Mild swelling is common.",
    "There is no risk of infection.",
    "Infection is rare.",
    "Redness lasts two days.",
    "Redness lasts six weeks.",
    "It is painless.",
    "The colour of the room is calm.",
    "The color of the room is calm.",
    "We recieve you at nine.",
    "Most people feel little during the treatment.",
    "Parking is behind the house.",
};

constexpr std::string_view configuration = R"(language: en
packs: [plain-english, health-claims, medical-aesthetics, ./house.yaml]
baseline: .galley-baseline
compare:
  archive: ["archive/**"]
rules:
  health-claims.painless: {severity: warning, reason: "seen one by one"}
overrides:
  - paths: ["loose/**"]
    reason: old texts
    rules:
      claims.contradiction: {severity: warning, reason: "an old text"}
)";

constexpr std::string_view house = R"(pack: our-house
version: 1
about: One form throughout.
rules:
  - rule: adviser
    kind: consistency
    across: corpus
    about: One form for advisers.
    message: "Write “{suggestion}”, as {count} others do."
    either: [[adviser, advisor]]
    examples:
      bad: ["Ask an adviser. Ask another advisor."]
      good: ["Ask an adviser."]
)";

std::string article(std::mt19937& random) {
  const auto any = [&](const auto& list) { return std::string(list[random() % list.size()]); };
  std::string text = random() % 6 == 0 ? "---\nlanguage: en-GB\n---\n" : "";
  text += "# " + any(procedures) + "\n\n";
  for (int paragraph = 0; paragraph < 3; ++paragraph) {
    if (random() % 4 == 0)
      text += random() % 2 == 0 ? "<!-- stet claims.contradiction: both studies are quoted -->\n\n"
                                : "<!-- stet spelling.unknown-word: as it was said -->\n\n";
    text += any(procedures) + " takes an hour.";
    for (int sentence = 0; sentence < 3; ++sentence) text += ' ' + any(sentences);
    if (random() % 3 == 0) text += random() % 3 == 0 ? " Ask an advisor." : " Ask an adviser.";
    text += "\n\n";
  }
  return text;
}

}  // namespace

void write_project(const Scratch& scratch, std::uint32_t seed, std::size_t count) {
  constexpr std::array<std::string_view, 4> folders{"articles", "archive", "loose",
                                                    "articles/deep"};
  std::mt19937 random(seed);
  scratch.write(".galley.yaml", configuration);
  scratch.write("house.yaml", house);
  scratch.write("approved/statements.yaml",
                "approved:\n  - id: little-pain\n"
                "    text: It is painless.\n"
                "    evidence: {title: A survey, url: \"https://example.org/survey\", "
                "date: 2026-02-03}\n    owner: Clinical affairs\n    expires: 2026-12-01\n");
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = std::string(folders[i % folders.size()]) + '/' + std::to_string(i);
    scratch.write(name + (i % 5 == 0 ? ".txt" : ".md"), article(random));
  }
}

Ended run_steps(const std::string& script, const std::string& folder) {
  return run_shell("export TZ=UTC LC_ALL=C.UTF-8; day='--today 2026-11-20'\n" + script, folder);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

bool is_summary(const std::string& line) {
  return line.starts_with(R"({"galley":1,"kind":"summary")");
}

}  // namespace tests
