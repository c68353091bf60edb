// In what light a span is said: denied, hedged, asked, quoted, attributed, conditional, ...
//
// The ConText family (NegEx: Chapman et al. 2001; ConText: Harkema et al. 2009; medspaCy): cues
// with a category, a direction, a scope and terminators, longest first, pseudo-cues included. Cues
// are data (packs/cues). Policy rules and claims use the same answers. Lazy: a sentence costs
// nothing until somebody asks about a span in it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/context/cues.h"
#include "linter/lexicon/reading.h"

namespace linter::context {

// The cue that put a span into a category.
struct Evidence {
  Category category;
  base::Span cue;    // view span of the cue's words
  base::Span scope;  // view span that it reaches over
};

// A clause, and the words that carry it; view spans.
struct Clause {
  base::Span text;
  base::Span subject;  // the head of what stands before the verb; empty for "No downtime"
  base::Span verb;     // the first finite verb; empty where there is none
};

// One per worker. `cues` is const, shared, and must outlive it.
class Context {
 public:
  explicit Context(const CueSet& cues);
  Context(Context&&) noexcept;
  Context& operator=(Context&&) noexcept;
  ~Context();

  // Starts on another article; forgets the last one. `reading` must stay valid until the next call.
  // O(1).
  void begin(const lexicon::Reading& reading);

  // The categories that hold over the whole of a view span (which lies in one block). The sentence
  // is analysed on the first question about it, then remembered.
  [[nodiscard]] Categories at(base::Span view_span);

  // The evidence behind at(), one entry per cue, in view order.
  [[nodiscard]] std::vector<Evidence> explain(base::Span view_span);

  // The clauses of a sentence (in order, covering it) by its index in Text::sentences.
  [[nodiscard]] std::span<const Clause> clauses(std::uint32_t sentence);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace linter::context
