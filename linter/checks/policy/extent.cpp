#include "linter/checks/policy/extent.h"

#include <array>

namespace linter::checks::policy {
namespace {

constexpr std::array<std::string_view, 5> extents{"article", "section", "paragraph", "sentence",
                                                  "heading"};

std::uint32_t section_of(const prose::Article& article, std::uint32_t block) {
  return prose::has(article.blocks[block].scopes, prose::Scope::heading)
             ? block
             : article.blocks[block].heading;
}

}  // namespace

std::span<const std::string_view> extent_names() {
  return extents;
}

std::uint32_t stretch_key(const lexicon::Reading& reading, Extent extent, std::uint32_t block,
                          base::Span text) {
  switch (extent) {
    case Extent::article:
      return 0;
    case Extent::section:
      return section_of(reading.article, block);
    case Extent::sentence:
      return reading.text.sentence_at(text.begin);
    case Extent::paragraph:
    case Extent::heading:
      return block;
  }
  return 0;
}

base::Span article_anchor(const prose::Article& article) {
  if (article.title != prose::no_block) return article.blocks[article.title].text;
  return article.blocks.empty() ? base::Span{} : article.blocks.front().text;
}

std::vector<Stretch> stretches(const lexicon::Reading& reading, Extent extent, Places places) {
  std::vector<Stretch> all;
  const auto& blocks = reading.article.blocks;
  if (extent == Extent::article) {
    const auto end = static_cast<std::uint32_t>(reading.text.sentences.size());
    if (!blocks.empty()) all.push_back({0, article_anchor(reading.article), 0, end});
    return all;
  }
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    const bool heading_wanted = extent == Extent::heading;
    if (!places.admit(blocks[block])) continue;
    if (heading_wanted && !prose::has(blocks[block].scopes, prose::Scope::heading)) continue;
    const std::uint32_t first = reading.text.block_first_sentence[block];
    const std::uint32_t end = reading.text.block_first_sentence[block + 1];
    if (extent == Extent::sentence) {
      for (std::uint32_t i = first; i < end; ++i)
        all.push_back({i, reading.text.sentences[i].text, i, i + 1});
      continue;
    }
    const std::uint32_t key = stretch_key(reading, extent, block, blocks[block].text);
    if (all.empty() || all.back().key != key) {
      base::Span anchor = blocks[block].text;
      if (extent == Extent::section && key != prose::no_block) anchor = blocks[key].text;
      all.push_back({key, anchor, first, end});
    }
    all.back().end_sentence = end;
  }
  return all;
}

}  // namespace linter::checks::policy
