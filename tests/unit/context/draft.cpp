#include "tests/unit/context/draft.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "linter/base/yaml.h"
#include "linter/prose/outline.h"
#include "tests/support/build.h"

namespace tests {
namespace {

using linter::context::CueSet;
using linter::prose::Block;
using linter::prose::Scope;

void add_cues(CueSet& cues, const std::string& text, const std::string& name) {
  const auto document = linter::base::yaml::parse(text, name);
  for (const auto& error : document.errors)
    ADD_FAILURE() << name << ":" << error.line << ":" << error.column << ": " << error.message;
  for (const auto& error : cues.add(document.value, name))
    ADD_FAILURE() << name << ":" << error.line << ":" << error.column << ": " << error.message;
}

CueSet shipped_cues() {
  CueSet cues;
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(GALLEY_SOURCE_DIR "/policies/english/cues"))
    files.push_back(entry.path());
  std::ranges::sort(files);
  for (const auto& file : files) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    add_cues(cues, text.str(), file.filename().string());
  }
  return cues;
}

}  // namespace

English::English() : cues_(shipped_cues()) {
  linter::lexicon::VocabularyOptions options;
  options.data_folder = build_folder() + "/data";
  auto vocabulary = linter::lexicon::Vocabulary::open(std::move(options));
  if (!vocabulary) throw std::runtime_error(vocabulary.error().message);
  vocabulary_ = std::make_unique<linter::lexicon::Vocabulary>(std::move(*vocabulary));
  lexicon_ = std::make_unique<linter::lexicon::Lexicon>(*vocabulary_, triggers_);
}

CueSet English::cues_with(std::string_view yaml) {
  CueSet cues = shipped_cues();
  add_cues(cues, std::string(yaml), "test.yaml");
  return cues;
}

English& english() {
  static English language;
  return language;
}

Draft::Draft(std::string_view marked, English& language)
    : reading_{source_, article_, text_, language.lexicon()} {
  read(marked);
  linter::prose::connect_blocks(article_);
  linter::sentences::split(article_, text_);
  language.lexicon().annotate(article_.view, text_);
}

void Draft::read(std::string_view marked) {
  while (!marked.empty()) {
    const std::size_t end = std::min(marked.find('\n'), marked.size());
    add_line(marked.substr(0, end));
    marked.remove_prefix(std::min(end + 1, marked.size()));
  }
}

void Draft::add_line(std::string_view line) {
  Block block;
  block.scopes = static_cast<linter::prose::Scopes>(Scope::paragraph);
  if (!line.starts_with("- ")) in_list_ = false;
  if (!line.starts_with("| ")) in_table_ = false;
  if (line.starts_with('#')) {
    block.level = static_cast<std::uint8_t>(line.find(' '));
    block.scopes = static_cast<linter::prose::Scopes>(Scope::heading);
    add_block(line.substr(block.level + 1U), block);
  } else if (line.starts_with("- ")) {
    groups_ += in_list_ ? 0 : 1;
    in_list_ = true;
    block.scopes = Scope::list | Scope::paragraph;
    block.list_depth = 1;
    block.starts_item = true;
    block.group = groups_;
    add_block(line.substr(2), block);
  } else if (line.starts_with("> ")) {
    block.scopes = Scope::quote | Scope::paragraph;
    block.quote_depth = 1;
    add_block(line.substr(2), block);
  } else if (line.starts_with("| ")) {
    const bool is_header = !in_table_;
    if (is_header) header_.clear();
    groups_ += is_header ? 1 : 0;
    in_table_ = true;
    std::stringstream cells{std::string(line.substr(2))};
    std::size_t column = 0;
    for (std::string cell; std::getline(cells, cell, '|'); ++column) {
      const std::size_t first = std::min(cell.find_first_not_of(' '), cell.size());
      const std::size_t last = cell.find_last_not_of(' ') + 1;
      block.scopes = static_cast<linter::prose::Scopes>(Scope::table);
      block.group = groups_;
      block.starts_item = column == 0;
      if (is_header)
        header_.push_back(static_cast<std::uint32_t>(article_.blocks.size()));
      else if (column < header_.size())
        block.table_header = header_[column];
      add_block(std::string_view(cell).substr(first, last - first), block);
    }
  } else if (!line.empty()) {
    add_block(line, block);
  }
}

void Draft::add_block(std::string_view text, Block block) {
  if (!article_.view.empty()) article_.view += "\n\n";
  block.text.begin = static_cast<std::uint32_t>(article_.view.size());
  for (const char letter : text) {
    const auto here = static_cast<std::uint32_t>(article_.view.size());
    if (letter == '[') {
      span_.begin = here;
    } else if (letter == ']') {
      span_.end = here;
    } else {
      article_.view += letter;
    }
  }
  block.text.end = static_cast<std::uint32_t>(article_.view.size());
  article_.blocks.push_back(block);
}

std::string names_of(linter::context::Categories categories) {
  std::string names;
  const auto all = linter::context::category_names();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if ((categories >> i & 1U) == 0) continue;
    names += (names.empty() ? "" : " ") + std::string(all[i]);
  }
  return names;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace tests
