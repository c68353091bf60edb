// Knowledge as an image, and back.
#include <algorithm>
#include <ranges>
#include <tuple>
#include <utility>

#include "linter/knowledge/knowledge.h"

namespace linter::knowledge {

using base::Is;

auto members(Is<Interval> auto& one) {
  return std::tie(one.low, one.high);
}
auto members(Is<Concept> auto& one) {
  return std::tie(one.id, one.label, one.type, one.parents, one.ancestors, one.exclusive,
                  one.opposite, one.has_children, one.named_only, one.means_any, one.various,
                  one.subject, one.stand_in, one.lingers, one.stands_for);
}
auto members(Is<ConceptType> auto& one) {
  return std::tie(one.name, one.subject, one.part, one.in_frames, one.open, one.beside,
                  one.speaks_of);
}
auto members(Is<FrameCue> auto& one) {
  return std::tie(one.frame, one.object, one.states, one.denies, one.likelihood, one.label,
                  one.range);
}
auto members(Is<Frame> auto& one) {
  return std::tie(one.id, one.about, one.objects, one.default_for, one.measure, one.advice_states,
                  one.tension_only, one.compared, one.needs_predicate, one.bare_is_certain,
                  one.of_subject, one.comparison, one.only_excludes, one.befalls, one.range,
                  one.resolve, one.clashes);
}
auto members(Is<Band> auto& one) {
  return std::tie(one.of, one.range, one.name);
}
auto members(Is<Unit> auto& one) {
  return std::tie(one.measure, one.factor, one.offset, one.name, one.one, one.many,
                  one.before_number, one.symbols);
}
auto members(Is<NumberWord> auto& one) {
  return std::tie(one.value, one.unit_only, one.measure, one.times);
}
auto members(Is<BoundWord> auto& one) {
  return std::tie(one.bound, one.behind);
}
auto members(Is<Clash> auto& one) {
  return std::tie(one.id, one.first, one.second, one.first_is, one.concepts, one.first_concepts,
                  one.second_concepts, one.subjects, one.second_only, one.second_itself,
                  one.second_often, one.first_range, one.second_range,
                  one.second_most, one.tension, one.query, one.message);
}
auto members(Is<Fact> auto& one) {
  return std::tie(one.id, one.subject, one.frame, one.meaning, one.denied, one.only, one.uncertain,
                  one.likelihood, one.quantity, one.unit, one.says, one.source.title,
                  one.source.url, one.source.section, one.source.date, one.pack, one.file,
                  one.position.line, one.position.column, one.position.offset);
}
auto members(Is<Stance> auto& one) {
  return std::tie(one.id, one.frame, one.meaning, one.denied, one.universal, one.degree,
                  one.likelihood, one.unless, one.with, one.least, one.headings);
}
auto members(Is<Knowledge> auto& one) {
  return std::tie(one.types, one.measures, one.concepts, one.frames, one.frame_cues, one.bands,
                  one.units, one.number_words, one.bounds, one.clashes, one.facts,
                  one.stances, one.takes_frequencies, one.subject_heads);
}

namespace {

// Whether every number in what was read is one that there is.
class Soundness {
 public:
  explicit Soundness(const Knowledge& knowledge) : knowledge_(knowledge) {}

  [[nodiscard]] bool holds() const {
    const auto each = [](const auto& all, const auto& check) {
      return std::ranges::all_of(all, check);
    };
    return each(knowledge_.types, [&](const ConceptType& one) { return is_sound(one); }) &&
           each(knowledge_.concepts, [&](const Concept& one) { return is_sound(one); }) &&
           each(std::views::iota(std::size_t{0}, knowledge_.terms.size()),
                [&](std::size_t term) { return is_concept(knowledge_.terms[term].meaning); }) &&
           each(knowledge_.frames, [&](const Frame& one) { return is_sound(one); }) &&
           each(knowledge_.frame_cues, [&](const FrameCue& one) { return is_sound(one); }) &&
           each(knowledge_.bands, [](const Band& one) { return one.of <= Band::Of::during; }) &&
           each(knowledge_.units, [&](const Unit& one) { return is_measure(one.measure); }) &&
           each(knowledge_.number_words,
                [&](const NumberWord& one) { return !one.measure || is_measure(*one.measure); }) &&
           each(knowledge_.bounds, [](const BoundWord& one) { return one.bound <= Bound::after; }) &&
           each(knowledge_.clashes, [&](const Clash& one) { return is_sound(one); }) &&
           each(knowledge_.facts, [&](const Fact& one) { return is_sound(one); }) &&
           each(knowledge_.stances, [&](const Stance& one) {
             return is_frame(one.frame) && is_concept(one.meaning);
           });
  }

 private:
  [[nodiscard]] bool is_measure(Measure measure) const {
    return static_cast<std::size_t>(measure) < knowledge_.measures.size();
  }
  [[nodiscard]] bool is_concept(ConceptId id) const { return id < knowledge_.concepts.size(); }
  [[nodiscard]] bool is_frame(FrameId id) const { return id < knowledge_.frames.size(); }
  [[nodiscard]] bool are_concepts(const std::vector<ConceptId>& ids) const {
    return std::ranges::all_of(ids, [&](ConceptId id) { return is_concept(id); });
  }
  [[nodiscard]] bool are_types(const std::vector<TypeId>& ids) const {
    return std::ranges::all_of(ids, [&](TypeId id) { return id < knowledge_.types.size(); });
  }

  [[nodiscard]] bool is_sound(const ConceptType& one) const {
    return one.speaks_of == none || is_concept(one.speaks_of);
  }
  [[nodiscard]] bool is_sound(const Concept& one) const {
    return (one.type == none || one.type < knowledge_.types.size()) && are_concepts(one.parents) &&
           are_concepts(one.ancestors) && are_concepts(one.exclusive) &&
           (one.opposite == none || is_concept(one.opposite));
  }
  [[nodiscard]] bool is_sound(const Frame& one) const {
    return are_types(one.objects) && are_types(one.default_for) &&
           (!one.measure || is_measure(*one.measure)) &&
           std::ranges::all_of(one.clashes,
                               [&](std::uint32_t id) { return id < knowledge_.clashes.size(); });
  }
  [[nodiscard]] bool is_sound(const FrameCue& one) const {
    return is_frame(one.frame) && one.object <= Side::either;
  }
  [[nodiscard]] bool is_sound(const Clash& one) const {
    return is_frame(one.first) && is_frame(one.second) && one.first_is <= Clash::First::hardly &&
           one.concepts <= Clash::Concepts::any && are_concepts(one.first_concepts) &&
           are_concepts(one.second_concepts) && are_concepts(one.subjects);
  }
  [[nodiscard]] bool is_sound(const Fact& one) const {
    return is_concept(one.subject) && is_frame(one.frame) && is_concept(one.meaning) &&
           (one.unit == none || one.unit < knowledge_.units.size());
  }

  const Knowledge& knowledge_;
};

}  // namespace

// The rows that are long: how many there are is told before the first, so that none has to move.
auto long_rows(Is<Knowledge> auto& one) {
  return std::tie(one.types, one.concepts, one.frames, one.frame_cues, one.bands, one.units,
                  one.number_words, one.clashes, one.facts, one.stances);
}

void Knowledge::put(base::ImageWriter& image) const {
  const auto count = [&](const auto&... each) { (image.number(each.size()), ...); };
  std::apply(count, long_rows(*this));
  base::put(image, *this);
  terms.put(image);
  phrases.put(image);
  stance_model.put(image);
  concept_ids_.put(image);
  frame_ids_.put(image);
}

std::optional<Knowledge> Knowledge::get(base::ImageReader& image) {
  Knowledge read;
  constexpr std::uint64_t most = 1U << 16U;  // whatever an image says
  const auto make_room = [&](auto&... each) {
    (each.reserve(std::min(image.number(), most)), ...);
  };
  std::apply(make_room, long_rows(read));
  base::get(image, read);
  read.terms = Terms(image);
  read.phrases = PhraseIndex(
      image, {read.terms.size(), read.frame_cues.size(), read.bands.size(), read.units.size(),
              read.number_words.size(), read.bounds.size(), read.frame_cues.size(),
              read.terms.size()});
  read.stance_model = KeptStances(image, read.stances.size());
  read.concept_ids_ = base::TextTable(image, read.concepts.size());
  read.frame_ids_ = base::TextTable(image, read.frames.size());
  if (!image.sound() || !Soundness(read).holds()) {
    image.refuse();
    return std::nullopt;
  }
  return read;
}

}  // namespace linter::knowledge
