#include "linter/knowledge/knowledge.h"

#include <algorithm>
#include <array>

namespace linter::knowledge {

std::span<const std::string_view> measure_names() {
  static constexpr std::array<std::string_view, 7> names = {"time",  "length", "count",    "age",
                                                            "share", "money",  "frequency"};
  return names;
}

namespace {

constexpr unsigned denies_flag = 1;
constexpr unsigned universal_flag = 2;
constexpr unsigned exact_flag = 4;
constexpr unsigned other_flag = 8;

}  // namespace

void Terms::put(base::ImageWriter& image) const {
  kept_.put(image);
  letters_.put(image);
}

void Terms::add(const Term& term) {
  const unsigned flags = (term.denies ? denies_flag : 0) | (term.universal ? universal_flag : 0) |
                         (term.exact ? exact_flag : 0) | (term.other ? other_flag : 0);
  kept_.push_back({term.meaning, static_cast<std::uint16_t>(flags),
                   static_cast<std::uint32_t>(letters_.size()),
                   static_cast<std::uint32_t>(term.text.size())});
  letters_.append(term.text);
}

Term Terms::operator[](std::size_t number) const {
  const Kept& kept = kept_[number];
  const auto has = [&](unsigned flag) { return (kept.flags & flag) != 0; };
  const bool inside = kept.text <= letters_.size() && kept.text_size <= letters_.size() - kept.text;
  return {.meaning = kept.meaning,
          .denies = has(denies_flag),
          .universal = has(universal_flag),
          .exact = has(exact_flag),
          .other = has(other_flag),
          .text = inside ? std::string_view(letters_.data() + kept.text, kept.text_size)
                         : std::string_view()};
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

ConceptId Knowledge::family_of(ConceptId id) const {
  for (const ConceptId above : concepts[id].ancestors)
    if (concepts[above].parents.empty()) return above;
  return id;
}

ConceptId Knowledge::stand_in() const {
  const auto found = std::ranges::find(concepts, true, &Concept::stand_in);
  return found == concepts.end() ? none : static_cast<ConceptId>(found - concepts.begin());
}

ConceptId Knowledge::concept_named(std::string_view id) const {
  return static_cast<ConceptId>(concept_ids_.find(id).value_or(none));
}

std::span<const std::uint32_t> Knowledge::clashes_of(FrameId first) const {
  return first < frames.size() ? std::span(frames[first].clashes)
                               : std::span<const std::uint32_t>();
}

bool Knowledge::may_clash(FrameId first, FrameId second) const {
  return std::ranges::any_of(clashes_of(first), [&](std::uint32_t id) {
    return clashes[id].second == second;
  });
}

FrameId Knowledge::frame_named(std::string_view id) const {
  return static_cast<FrameId>(frame_ids_.find(id).value_or(none));
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
