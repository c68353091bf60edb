#include "linter/knowledge/keys.h"

#include <algorithm>
#include <array>

#include "linter/knowledge/knowledge.h"

namespace linter::knowledge {
namespace {

using packs::any_text_shape;
using packs::boolean_shape;
using packs::Field;
using packs::number_shape;
using packs::Shape;
using packs::ShapeKind;
using packs::text_shape;

constexpr Shape words{.kind = ShapeKind::one_or_many, .item = &text_shape};
constexpr Shape range{.kind = ShapeKind::list, .item = &number_shape, .low = 2};
constexpr Shape interval{.kind = ShapeKind::either, .item = &number_shape, .other = &range};
constexpr Shape one_or_two{.kind = ShapeKind::one_or_many, .item = &any_text_shape};

constexpr std::array<Field, 7> type_fields{{
    {"type", &text_shape, true, "The type's name."},
    {"subject", &boolean_shape, false, "Whether articles are about things of this type."},
    {"part", &boolean_shape, false, "Whether it stands for a subject or does its work."},
    {"open", &boolean_shape, false,
     "Whether clashes are asked about where it is only guessed what both speak of."},
    {"beside", &boolean_shape, false, "Whether it is found inside the wordings of other types, too."},
    {"speaks_of", &text_shape, false, "A concept: what is said with it is said of that one."},
    {"about", &any_text_shape, false, "One sentence for authors."},
}};

constexpr std::array<Field, 3> words_fields{{
    {"words", &text_shape, true, "The name that wordings hold them by: <name>."},
    {"about", &any_text_shape, false, "One sentence for authors."},
    {"are", &words, true, "The wordings of which any one may stand there."},
}};

constexpr std::array<Field, 17> concept_fields{{
    {"concept", &text_shape, true, "The concept's id."},
    {"type", &text_shape, true, "One of the declared types."},
    {"label", &any_text_shape, false, "How messages call it; the id where it does not say."},
    {"is_a", &words, false, "More general concepts: to deny one of them denies this one."},
    {"exclusive", &words, false, "Concepts that nothing can be together with this one."},
    {"opposite", &text_shape, false, "A concept: to deny this one is to state that one."},
    {"means_any", &boolean_shape, false, "Whether to state it is to state any of its kinds."},
    {"named_only", &boolean_shape, false, "Whether it is a subject only where it is named."},
    {"various", &boolean_shape, false,
     "Whether it stands for many things of which nothing is compared."},
    {"stand_in", &boolean_shape, false,
     "Whether articles are about it that name no subject that is known."},
    {"stands_for", &words, false, "Subjects that it is a part of; of any other it is no part."},
    {"lingers", &boolean_shape, false,
     "Whether it is felt later on, when nothing was while it was done."},
    {"terms", &words, false, "Its wordings."},
    {"denied_by", &words, false, "Wordings that deny it."},
    {"universal", &words, false, "Wordings that say it of everyone."},
    {"exact", &words, false, "Wordings matched with these capitals only."},
    {"other", &words, false, "Wordings in another sense: they mean nothing here."},
}};

constexpr std::array<Field, 4> cue_fields{{
    {"phrase", &text_shape, true, "The words."},
    {"states", &boolean_shape, false, "Whether they state even where they advise."},
    {"denies", &boolean_shape, false, "Whether they deny."},
    {"likelihood", &interval, false, "How likely they make it, from 0 to 1."},
}};
constexpr Shape cue_mapping{.kind = ShapeKind::mapping, .fields = cue_fields};
constexpr Shape cue{.kind = ShapeKind::either, .item = &text_shape, .other = &cue_mapping};
constexpr Shape cues{.kind = ShapeKind::list, .item = &cue};
constexpr std::array<Field, 3> side_fields{{
    {"after", &cues, false, "What they speak of stands behind them."},
    {"before", &cues, false, "It stands before them."},
    {"either", &cues, false, "It stands on either side."},
}};
constexpr Shape sides{.kind = ShapeKind::mapping, .fields = side_fields};

constexpr std::array<Field, 2> label_fields{{
    {"phrase", &text_shape, true, "The words."},
    {"range", &interval, false, "The quantities that they label, in the measure's base unit."},
}};
constexpr Shape label_mapping{.kind = ShapeKind::mapping, .fields = label_fields};
constexpr Shape label{.kind = ShapeKind::either, .item = &text_shape, .other = &label_mapping};
constexpr Shape labels{.kind = ShapeKind::list, .item = &label};

constexpr std::array<Field, 18> frame_fields{{
    {"frame", &text_shape, true, "The frame's id."},
    {"about", &any_text_shape, false, "One sentence for authors."},
    {"objects", &words, false, "Types of concept that it speaks of."},
    {"default_for", &words, false, "Types that are spoken of so where nothing says otherwise."},
    {"measure", &text_shape, false,
     "What its quantities measure: time, length, count, age, share, money, frequency, or a measure "
     "that a pack declares."},
    {"advice_states", &boolean_shape, false, "Whether advice states it, too."},
    {"tension_only", &boolean_shape, false, "Whether clashes are tensions at most."},
    {"compared", &boolean_shape, false, "Whether statements of it are compared."},
    {"needs_predicate", &boolean_shape, false, "Whether the name alone states nothing."},
    {"bare_is_certain", &boolean_shape, false, "Whether a bare mention is certain."},
    {"of_subject", &boolean_shape, false,
     "Whether it measures the subject, whatever part is named."},
    {"range", &interval, false, "The quantities that it takes, in the measure's base unit."},
    {"befalls", &boolean_shape, false, "Whether “should” in it says what to expect."},
    {"only_excludes", &boolean_shape, false, "Whether “only” in it leaves no room for others."},
    {"comparison", &boolean_shape, false, "Whether it holds two things against each other."},
    {"resolve", &text_shape, false, "What would settle a clash in it, for its messages."},
    {"cues", &sides, false, "The words that bring it."},
    {"labels", &labels, false,
     "The labels and questions that a figure in it stands beside or below."},
}};

constexpr Shape band_kind{.kind = ShapeKind::choice, .names = band_names};
constexpr std::array<Field, 4> band_fields{{
    {"band", &text_shape, true, "The band's name."},
    {"of", &band_kind, false, "What it is a band of; likelihood where it does not say."},
    {"range", &interval, false, "From where to where, from 0 to 1."},
    {"words", &words, false, "The words for it."},
}};

constexpr std::array<Field, 2> measure_fields{{
    {"measure", &text_shape, true, "The measure's name."},
    {"about", &any_text_shape, false, "One sentence for authors."},
}};

constexpr std::array<Field, 7> unit_fields{{
    {"unit", &text_shape, true, "The unit's name; it may stand glued to a number (9bar)."},
    {"measure", &text_shape, false, "What it measures; time where it does not say."},
    {"factor", &number_shape, false, "How many of the measure's base unit it is."},
    {"offset", &number_shape, false, "What is added then: -17.78 for °F, where °C is the base."},
    {"label", &one_or_two, false,
     "How messages write it, or [behind a 1, behind other numbers]; its name where it does not "
     "say, "
     "empty for not at all."},
    {"names", &words, false, "The words for it."},
    {"before_number", &boolean_shape, false, "Whether its words stand before the number."},
}};

constexpr Shape bound{.kind = ShapeKind::choice, .names = bound_names};
constexpr std::array<std::string_view, 3> number_keys{"bound", "range", "times"};
constexpr std::array<Field, 7> number_fields{{
    {"bound", &bound, false, "What the words make of the number beside them."},
    {"behind", &words, false, "The words of a bound that stand behind the number or its unit."},
    {"times", &number_shape, false, "What the words multiply the number before them by."},
    {"range", &interval, false, "The number, or from where to where."},
    {"unit_only", &boolean_shape, false, "Whether the words are a number only before a unit."},
    {"measure", &text_shape, false,
     "What it measures, where the words are a quantity by themselves."},
    {"words", &words, false, "The words; of a bound those before the number."},
}};

constexpr Shape state{.kind = ShapeKind::choice, .names = clash_state_names};
constexpr Shape relation{.kind = ShapeKind::choice, .names = clash_relation_names};
constexpr std::array<Field, 17> clash_fields{{
    {"clash", &text_shape, true, "Its name."},
    {"message", &text_shape, true, "What a finding says."},
    {"first", &text_shape, true, "A frame."},
    {"second", &text_shape, true, "A frame that it rules out."},
    {"first_is", &state, false, "How the first is said; denied where it does not say."},
    {"concepts", &relation, false, "How the concepts of the two are related."},
    {"first_concepts", &words, false, "Only these concepts, and what they contain, come first."},
    {"second_concepts", &words, false, "Only these come second."},
    {"subjects", &words, false, "Only what is said of these, and of their kinds, clashes."},
    {"second_only", &boolean_shape, false, "Whether the second must leave no room for others."},
    {"second_itself", &boolean_shape, false, "Whether kinds of second_concepts are left out."},
    {"second_often", &boolean_shape, false, "Whether the second must say that it is usual."},
    {"first_range", &interval, false, "From where to where the first's quantity lies."},
    {"second_range", &interval, false, "From where to where the second's quantity lies."},
    {"second_most", &interval, false, "From where to where the most that the second allows lies."},
    {"tension", &boolean_shape, false, "Whether it is a tension at most."},
    {"query", &boolean_shape, false, "Whether it is no more than a question."},
}};

constexpr std::array<Field, 4> source_fields{{
    {"title", &text_shape, true, "What it was read in."},
    {"url", &packs::url_shape, true, "Where that can be read."},
    {"section", &any_text_shape, false, "The section."},
    {"date", &packs::date_shape, true, "When it was seen."},
}};
constexpr Shape source{.kind = ShapeKind::mapping, .fields = source_fields};
constexpr std::array<Field, 12> fact_fields{{
    {"fact", &text_shape, true, "The fact's id."},
    {"subject", &text_shape, true, "The concept that it is about."},
    {"frame", &text_shape, true, "In what way it is spoken of."},
    {"concept", &text_shape, true, "What is said of it."},
    {"denied", &boolean_shape, false, "Whether it is not so."},
    {"only", &boolean_shape, false, "Whether it leaves no room for others of that type."},
    {"uncertain", &boolean_shape, false, "Whether the sources differ."},
    {"likelihood", &interval, false, "How likely it is, from 0 to 1."},
    {"quantity", &interval, false, "How much, in `unit` or the measure's base unit."},
    {"unit", &text_shape, false, "The unit of its quantity."},
    {"says", &text_shape, true, "The fact as a sentence."},
    {"source", &source, true, "Where it is from."},
}};

constexpr std::array<Field, 14> stance_fields{{
    {"stance", &text_shape, true, "The stance's id."},
    {"frame", &text_shape, false, "The frame that a sentence of it states; with `concept`."},
    {"concept", &text_shape, false,
     "What such a sentence states; without, its examples take no stance."},
    {"denied", &boolean_shape, false, "Whether it denies that."},
    {"universal", &boolean_shape, false, "Whether it says so of everyone."},
    {"degree", &interval, false, "How strong it says that it is, from 0 to 5."},
    {"likelihood", &interval, false, "How likely it says that it is, from 0 to 1."},
    {"unless", &words, false, "Words beside which a sentence says less than it."},
    {"with", &words, false, "Words of which such a sentence has one."},
    {"topic", &text_shape, false, "It is told from the examples of its topic only."},
    {"also_for", &words, false, "Topics of which its examples were looked through, too."},
    {"least", &number_shape, false, "The probability from which on it is taken; 0.65."},
    {"headings", &boolean_shape, false, "Whether headings take it, too."},
    {"examples", &any_text_shape, true, "Sentences that take the stance, one a line."},
}};

constexpr Shape verdict{.kind = ShapeKind::choice, .names = pair_verdict_names};
constexpr std::array<std::string_view, 2> other_sides{"second", "fact"};
constexpr std::array<Field, 6> pair_fields{{
    {"first", &text_shape, true, "What an article says, as Markdown."},
    {"second", &text_shape, false, "What it says further down."},
    {"fact", &text_shape, false, "The fact that the first is held against instead."},
    {"verdict", &verdict, true, "What comes of it: contradiction, tension, query or none."},
    {"title", &text_shape, false, "The article's title."},
    {"apart", &boolean_shape, false, "Whether they stand in two articles of that title."},
}};

struct Entry {
  std::string_view list;
  Shape shape;
};
constexpr auto entries = std::to_array<Entry>({
    {"types", {.kind = ShapeKind::mapping, .fields = type_fields}},
    {"words", {.kind = ShapeKind::mapping, .fields = words_fields}},
    {"concepts", {.kind = ShapeKind::mapping, .fields = concept_fields}},
    {"frames", {.kind = ShapeKind::mapping, .fields = frame_fields}},
    {"bands", {.kind = ShapeKind::mapping, .fields = band_fields}},
    {"measures", {.kind = ShapeKind::mapping, .fields = measure_fields}},
    {"units", {.kind = ShapeKind::mapping, .fields = unit_fields}},
    {"numbers", {.kind = ShapeKind::mapping, .fields = number_fields, .at_least_one = number_keys}},
    {"clashes", {.kind = ShapeKind::mapping, .fields = clash_fields}},
    {"facts", {.kind = ShapeKind::mapping, .fields = fact_fields}},
    {"stances", {.kind = ShapeKind::mapping, .fields = stance_fields}},
    {"pairs", {.kind = ShapeKind::mapping, .fields = pair_fields, .at_least_one = other_sides}},
});

}  // namespace

const Shape* entry_shape(std::string_view list) {
  const auto found = std::ranges::find(entries, list, &Entry::list);
  return found == entries.end() ? nullptr : &found->shape;
}

std::span<const std::string_view> band_names() {
  static constexpr std::array<std::string_view, 14> names = {
      "likelihood", "degree", "time", "emphasis", "only",    "person", "sought",
      "nearly",     "more",   "less", "another",  "against", "varies", "during"};
  return names;
}

std::span<const std::string_view> bound_names() {
  static constexpr std::array<std::string_view, 5> names = {"maximum", "minimum", "about", "within",
                                                            "after"};
  return names;
}

std::span<const std::string_view> pair_verdict_names() {
  static constexpr std::array<std::string_view, 4> names = {"none", "query", "tension",
                                                            "contradiction"};
  return names;
}

std::span<const std::string_view> clash_state_names() {
  static constexpr std::array<std::string_view, 5> names = {"affirmed", "denied", "universal",
                                                            "slight", "hardly"};
  return names;
}

std::span<const std::string_view> clash_relation_names() {
  static constexpr std::array<std::string_view, 3> names = {"same", "descendant", "any"};
  return names;
}

}  // namespace linter::knowledge
