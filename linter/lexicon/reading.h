// One article with all that the stages before the checks made of it.
#pragma once

#include "linter/lexicon/lexicon.h"
#include "linter/prose/article.h"
#include "linter/sentences/text.h"
#include "linter/source/source.h"

namespace linter::lexicon {

// References into the worker's buffers: valid while that article is being checked, never stored.
struct Reading {
  const source::Source& source;
  const prose::Article& article;
  const sentences::Text& text;
  Lexicon& lexicon;

  [[nodiscard]] std::string_view view(base::Span view_span) const {
    return view_span.of(article.view);
  }
};

}  // namespace linter::lexicon
