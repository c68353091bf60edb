// What the blocks of an article are to one another, once all are written.
#pragma once

#include "linter/prose/article.h"

namespace linter::prose {

// Fills Article::title (unless set), Block::heading, Block::lead_in and Comment::next_block.
// Readers call it last. Linear in blocks, runs and comments.
void connect_blocks(Article& article);

}  // namespace linter::prose
