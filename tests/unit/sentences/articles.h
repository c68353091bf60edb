// Articles made by hand: one paragraph a string.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "linter/prose/article.h"

namespace linter::sentences {

inline prose::Article article_of(std::initializer_list<std::string_view> blocks) {
  prose::Article article;
  for (const std::string_view text : blocks) {
    if (!article.blocks.empty()) article.view += "\n\n";
    prose::Block block;
    block.text.begin = static_cast<std::uint32_t>(article.view.size());
    article.view += text;
    block.text.end = static_cast<std::uint32_t>(article.view.size());
    article.blocks.push_back(block);
  }
  return article;
}

}  // namespace linter::sentences
