// The file that `galley init` writes.
#include <algorithm>
#include <string>
#include <string_view>

#include "linter/base/yaml.h"
#include "linter/config/keys.h"
#include "linter/run/survey.h"

namespace linter::run {
namespace {

constexpr std::size_t width = 80;

// `text` as comment lines, broken between words.
std::string comment(std::string_view text) {
  std::string out = "#";
  std::size_t column = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (column + 1 + end > width) {
      out += "\n#";
      column = 1;
    }
    out.append(" ").append(text.substr(0, end));
    column += 1 + end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + "\n";
}

// Each line of an example as a comment that only lacks its mark to count.
std::string commented_out(std::string_view example) {
  std::string out;
  while (!example.empty()) {
    const std::size_t end = std::min(example.find('\n'), example.size());
    out.append("# ").append(example.substr(0, end)).append("\n");
    example.remove_prefix(std::min(end + 1, example.size()));
  }
  return out;
}

std::string own_words(const Survey& survey) {
  std::string out =
      comment(
          "These stand three times or in two articles at least, and no dictionary knows them. "
          "Strike out what is misspelt; what is left is accepted everywhere.") +
      "words:\n";
  for (const OwnWord& own : survey.own_words) {
    out += "  - " + base::yaml::quoted_scalar(own.word) + "  # " + std::to_string(own.count) +
           " times\n";
  }
  return out;
}

// What the survey has to say under a key; nothing for most.
std::string proposed(const config::Key& key, const Survey& survey) {
  if (key.name == "language" && !survey.language.empty())
    return "language: " + survey.language + "\n";
  if (key.name == "words" && !survey.own_words.empty()) return own_words(survey);
  return {};
}

}  // namespace

std::string commented_configuration(const Survey& survey) {
  std::string out = comment(
      "What galley checks in the articles below this folder. Every key may be left out; "
      "an example becomes a setting when its '# ' is taken away.");
  for (const config::Key& key : config::keys()) {
    if (!key.at_top) continue;
    const std::string own = proposed(key, survey);
    out += "\n" + comment(key.about) + (own.empty() ? commented_out(key.example) : own);
  }
  return out;
}

}  // namespace linter::run
