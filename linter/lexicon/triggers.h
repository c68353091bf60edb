// Which distinct words wake which rules: looked up once per distinct word, never per occurrence.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"

namespace linter::lexicon {

using TriggerId =
    std::uint32_t;  // dense, given out by the layer above (a rule, a cue, a concept term)

enum class AtomKind : std::uint8_t { word, prefix, suffix, infix };

// A folded (lower-case) piece that a token must be, start with, end with or contain.
struct Atom {
  AtomKind kind = AtomKind::word;
  std::string text;
  TriggerId trigger = 0;
};

// Immutable once built; const use from many threads. Flat: one that is read from an image lies in
// it, and needs it.
class TriggerTable {
 public:
  TriggerTable();
  explicit TriggerTable(std::span<const Atom> atoms);
  // What put() wrote; the reader refuses what is not sound.
  explicit TriggerTable(base::ImageReader& image);
  TriggerTable(TriggerTable&&) noexcept;
  TriggerTable& operator=(TriggerTable&&) noexcept;
  ~TriggerTable();

  // Appends the triggers that `folded` wakes, each once, ascending.
  void find(std::string_view folded, std::vector<TriggerId>& out) const;

  // Whether an atom of kind word is the folded word.
  [[nodiscard]] bool names(std::string_view folded) const;

  void put(base::ImageWriter& image) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace linter::lexicon
