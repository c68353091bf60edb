#include "linter/prose/outline.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace linter::prose {
namespace {

std::uint32_t index_of(const Article& article, const Block& block) {
  return static_cast<std::uint32_t>(&block - article.blocks.data());
}

void find_title(Article& article) {
  if (article.title == no_block) {
    const auto titled = std::ranges::find_if(
        article.blocks, [](const Block& b) { return has(b.scopes, Scope::title); });
    const auto first =
        titled != article.blocks.end()
            ? titled
            : std::ranges::find_if(article.blocks, [](const Block& b) { return b.level == 1; });
    if (first == article.blocks.end()) return;
    article.title = index_of(article, *first);
  }
  Block& title = article.blocks[article.title];
  title.scopes = title.scopes | Scope::title;
}

void link_headings(Article& article) {
  std::array<std::uint32_t, 7> open{};  // by level; [0] stays empty
  open.fill(no_block);
  std::uint32_t nearest = no_block;
  for (Block& block : article.blocks) {
    if (block.level == 0) {
      block.heading = nearest;
      continue;
    }
    const std::size_t level = std::min<std::size_t>(block.level, 6);
    std::fill(open.begin() + static_cast<std::ptrdiff_t>(level), open.end(), no_block);
    const auto above = std::find_if(open.rend() - static_cast<std::ptrdiff_t>(level), open.rend(),
                                    [](std::uint32_t index) { return index != no_block; });
    block.heading = above == open.rend() ? no_block : *above;
    nearest = open[level] = index_of(article, block);
  }
}

// Whether the list that starts with `item` can be introduced by `before`.
bool introduces(const Article& article, const Block& before, const Block& item) {
  const bool same_place =
      before.list_depth + 1 == item.list_depth && before.quote_depth == item.quote_depth;
  if (!same_place || before.level > 0 || has(before.scopes, Scope::table)) return false;
  const char last = before.text.of(article.view).back();
  return std::string_view(".!?").find(last) == std::string_view::npos;
}

void link_lead_ins(Article& article) {
  std::vector<std::uint32_t> lead_ins;  // by group
  std::uint32_t before = no_block;      // the last block that is no alternative text
  for (Block& block : article.blocks) {
    if (has(block.scopes, Scope::list) && block.group > 0) {
      if (block.group >= lead_ins.size()) {
        lead_ins.resize(block.group + 1, no_block);
        const bool led = before != no_block && introduces(article, article.blocks[before], block);
        lead_ins[block.group] = led ? before : no_block;
      }
      block.lead_in = lead_ins[block.group];
    }
    if (!has(block.scopes, Scope::alt_text)) before = index_of(article, block);
  }
}

void place_comments(Article& article) {
  std::uint32_t next = 0;
  for (Comment& comment : article.comments) {
    while (next < article.blocks.size()) {
      const std::uint32_t view = article.blocks[next].text.begin;
      if (article.source_span({view, view + 1}).begin >= comment.source.end) break;
      ++next;
    }
    if (next < article.blocks.size()) comment.next_block = next;
  }
}

}  // namespace

void connect_blocks(Article& article) {
  find_title(article);
  link_headings(article);
  link_lead_ins(article);
  place_comments(article);
}

}  // namespace linter::prose
