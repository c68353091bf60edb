#include "tests/unit/prose/soundness.h"

#include <cstdint>

namespace linter::prose::testing {
namespace {

std::string fault(std::string_view what, std::size_t index) {
  return std::string(what) + " at " + std::to_string(index);
}

std::string fault_of_runs(const Article& article, std::string_view bytes) {
  std::size_t reached = 0;
  for (std::size_t i = 0; i < article.runs.size(); ++i) {
    const Run& run = article.runs[i];
    const std::size_t end = std::size_t{run.view} + run.view_size;
    if (run.view < reached || run.view_size == 0 || end > article.view.size())
      return fault("run out of order", i);
    if (std::size_t{run.source} + run.source_size > bytes.size())
      return fault("run outside of the file", i);
    reached = end;
    if (!run.verbatim) continue;
    const bool equal =
        run.view_size == run.source_size &&
        article.view.substr(run.view, run.view_size) == bytes.substr(run.source, run.source_size);
    if (!equal) return fault("run not verbatim", i);
  }
  return {};
}

std::string fault_of_blocks(const Article& article, std::string_view bytes) {
  std::size_t reached = 0;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    const bool in_order = block.text.begin >= reached && block.text.begin < block.text.end;
    if (!in_order || block.text.end > article.view.size()) return fault("block out of order", i);
    reached = block.text.end;
    for (const std::uint32_t other : {block.heading, block.lead_in, block.table_header}) {
      if (other != no_block && other >= article.blocks.size())
        return fault("block linked to none", i);
    }
    const Span source = article.source_span(block.text);
    if (source.begin > source.end || source.end > bytes.size())
      return fault("block outside of the file", i);
    const std::string_view text = block.text.of(article.view);
    const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
    if (is_space(text.front()) || is_space(text.back())) return fault("space around a block", i);
    if (text.find("  ") != std::string_view::npos) return fault("space not folded", i);
  }
  return {};
}

std::string fault_of_parts(const Article& article, std::string_view bytes) {
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < article.inlines.size(); ++i) {
    const Span text = article.inlines[i].text;
    if (text.begin < begin || text.begin >= text.end) return fault("inline out of order", i);
    begin = text.begin;
    const std::uint32_t block = article.block_at(begin);
    if (block == no_block || !article.blocks[block].text.contains(text))
      return fault("inline outside of its block", i);
  }
  begin = 0;
  for (std::size_t i = 0; i < article.comments.size(); ++i) {
    const Comment& comment = article.comments[i];
    if (comment.source.begin < begin || comment.source.end > bytes.size())
      return fault("comment out of order", i);
    begin = comment.source.begin;
    if (comment.next_block != no_block && comment.next_block >= article.blocks.size())
      return fault("comment before none", i);
  }
  return article.title == no_block || article.title < article.blocks.size() ? ""
                                                                            : "title is no block";
}

}  // namespace

std::string fault_of(const Article& article, std::string_view bytes) {
  if (std::string found = fault_of_runs(article, bytes); !found.empty()) return found;
  if (std::string found = fault_of_blocks(article, bytes); !found.empty()) return found;
  return fault_of_parts(article, bytes);
}

}  // namespace linter::prose::testing
