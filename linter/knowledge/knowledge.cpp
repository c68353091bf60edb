#include "linter/knowledge/knowledge.h"

#include <algorithm>
#include <array>

namespace linter::knowledge {

std::span<const std::string_view> measure_names() {
  static constexpr std::array<std::string_view, 6> names = {"time", "length", "count",
                                                            "age",  "share",  "money"};
  return names;
}

bool Knowledge::is_a(ConceptId descendant, ConceptId ancestor) const {
  const std::vector<ConceptId>& above = concepts[descendant].ancestors;
  return std::binary_search(above.begin(), above.end(), ancestor);
}

bool Knowledge::are_exclusive(ConceptId a, ConceptId b) const {
  const auto names = [&](ConceptId one, ConceptId other) {
    return std::ranges::any_of(concepts[one].ancestors, [&](ConceptId above) {
      return std::ranges::any_of(concepts[above].exclusive,
                                 [&](ConceptId excluded) { return is_a(other, excluded); });
    });
  };
  return names(a, b) || names(b, a);
}

ConceptId Knowledge::concept_named(std::string_view id) const {
  const auto found = concept_ids_.find(std::string(id));
  return found == concept_ids_.end() ? none : found->second;
}

FrameId Knowledge::frame_named(std::string_view id) const {
  const auto found = frame_ids_.find(std::string(id));
  return found == frame_ids_.end() ? none : found->second;
}

bool Knowledge::fills(TypeId type, FrameId frame) const {
  return std::ranges::find(frames[frame].objects, type) != frames[frame].objects.end();
}

FrameId Knowledge::default_frame(TypeId type) const {
  for (std::size_t frame = 0; frame < frames.size(); ++frame)
    if (std::ranges::find(frames[frame].default_for, type) != frames[frame].default_for.end())
      return static_cast<FrameId>(frame);
  return none;
}

}  // namespace linter::knowledge
