#include "linter/packs/keys.h"

#include <array>

#include "linter/findings/finding.h"

namespace linter::packs {
namespace {

constexpr Shape severity{.kind = ShapeKind::choice, .names = findings::severity_names};
constexpr Shape category{.kind = ShapeKind::choice, .names = findings::category_names};

constexpr std::array<Field, 2> jurisdiction_fields{{
    {"name", &text_shape, true, "How explanations call the jurisdiction."},
    {"url", &url_shape, false, "Where its rules can be read."},
}};
constexpr Shape jurisdiction{.kind = ShapeKind::mapping, .fields = jurisdiction_fields};
constexpr Shape jurisdictions{.kind = ShapeKind::dictionary, .item = &jurisdiction};

constexpr std::array<Field, 2> topic_table{{
    {"words", &texts_shape, true,
     "Words of the topic; a word that ends in * stands for every word that begins so."},
    {"per_thousand", &positive_shape, false,
     "How often they must stand in a thousand words; 5 where it does not say."},
}};
constexpr Shape topic{.kind = ShapeKind::mapping, .fields = topic_table};
constexpr Shape topics{.kind = ShapeKind::dictionary, .item = &topic};

constexpr std::array<Field, 13> pack{{
    {"pack", &name_shape, true, "The pack's id; a rule's id is pack.rule."},
    {"version", &positive_shape, false, "A whole number that grows with every release."},
    {"about", &text_shape, false, "One sentence for `galley policy list`."},
    {"licence", &text_shape, false, "The licence of the pack."},
    {"origin", &text_shape, false, "Who wrote the pack, and from what."},
    {"needs", &names_shape, false, "Packs that are loaded with this one."},
    {"category", &category, false, "The category of its rules, where they do not say otherwise."},
    {"language", &text_shape, false, "Its rules apply to articles in this language only."},
    {"requires_source", &boolean_shape, false, "Whether each rule must carry `source`."},
    {"notice", &text_shape, false, "What explanations of its rules end with."},
    {"jurisdictions", &jurisdictions, false, "The jurisdictions that its rules may name, by id."},
    {"topics", &topics, false, "What articles can be about, by id."},
    {"topic", &name_shape, false, "The topic of its rules, where they do not say otherwise."},
}};

constexpr Shape fragments{.kind = ShapeKind::dictionary, .item = &pattern_shape};
constexpr Shape untyped_list{.kind = ShapeKind::list, .item = &anything_shape};

constexpr std::array<Field, 2> rules_file{{
    {"rules", &untyped_list, true, "The rules."},
    {"fragments", &fragments, false, "Expressions that the file's patterns use as {{name}}."},
}};

constexpr std::array<Field, 1> fragments_file{{
    {"fragments", &fragments, true, "Expressions that the patterns of all files use as {{name}}."},
}};

constexpr std::array<Field, 1> cues_file{{
    {"cues", &untyped_list, true, "Context cues."},
}};

constexpr std::array<Field, 12> knowledge_file{{
    {"types", &untyped_list, false, "Types of concept."},
    {"words", &untyped_list, false, "Sets of words that wordings hold by name."},
    {"concepts", &untyped_list, false, "Concepts and how they are worded."},
    {"frames", &untyped_list, false, "In what ways a concept is spoken of."},
    {"bands", &untyped_list, false, "Words for how often and how strong."},
    {"measures", &untyped_list, false, "What quantities can measure."},
    {"units", &untyped_list, false, "Units of quantities."},
    {"numbers", &untyped_list, false, "Numbers in words."},
    {"clashes", &untyped_list, false, "Frames that rule each other out."},
    {"facts", &untyped_list, false, "What is known, with its source."},
    {"stances", &untyped_list, false, "What sentences say, learned from examples."},
    {"pairs", &untyped_list, false, "Pairs of statements that `galley policy test` tries."},
}};

constexpr std::array<Field, 4> example_fields{{
    {"text", &text_shape, true, "The article's text."},
    {"format", &text_shape, false, "The format it is in; markdown where it does not say."},
    {"beside", &texts_shape, false, "Other articles, for a rule that compares articles."},
    {"count", &positive_shape, false, "How many findings of the rule a bad example must give."},
}};
constexpr Shape example_mapping{.kind = ShapeKind::mapping, .fields = example_fields};
constexpr Shape example{.kind = ShapeKind::either, .item = &text_shape, .other = &example_mapping};
constexpr Shape example_list{.kind = ShapeKind::one_or_many, .item = &example, .low = 1};
constexpr std::array<Field, 2> examples_fields{{
    {"bad", &example_list, false, "Articles in which the rule must find something."},
    {"good", &example_list, false, "Articles in which it must find nothing: the near misses."},
}};
constexpr Shape examples{.kind = ShapeKind::mapping, .fields = examples_fields};

constexpr std::array<Field, 4> citation_fields{{
    {"title", &text_shape, true, "The regulation, standard or guide."},
    {"url", &url_shape, false, "Where it can be read."},
    {"section", &text_shape, false, "The section that the rule rests on."},
    {"date", &date_shape, false, "When it was seen."},
}};
constexpr Shape citation{.kind = ShapeKind::mapping, .fields = citation_fields};
constexpr Shape citations{.kind = ShapeKind::one_or_many, .item = &citation, .low = 1};

constexpr Shape urls{.kind = ShapeKind::one_or_many, .item = &url_shape, .low = 1};

constexpr std::array<std::string_view, 1> stet_names{"never"};
constexpr Shape stet{.kind = ShapeKind::choice,
                     .names = [] { return std::span<const std::string_view>(stet_names); }};

constexpr std::array<Field, 17> rule{{
    {"rule", &name_shape, true, "The rule's name within its pack."},
    {"kind", &text_shape, true, "What kind of rule it is."},
    {"message", &text_shape, true, "What a finding says; {match} and the like are filled in."},
    {"severity", &severity, false, "error, warning or suggestion; warning where it does not say."},
    {"category", &category, false, "The category of its findings, where it is not the pack's."},
    {"about", &text_shape, false, "One line on what the rule looks for."},
    {"why", &text_shape, false, "Why it matters."},
    {"instead", &text_shape, false, "Wording that is fine."},
    {"examples", &examples, false, "Articles that `galley policy test` runs."},
    {"source", &citations, false, "What the rule rests on."},
    {"jurisdictions", &names_shape, false,
     "Whose rule it is: it is an error only there, and a warning elsewhere."},
    {"family", &name_shape, false, "Rules of a family never report overlapping text twice."},
    {"yields", &boolean_shape, false,
     "Whether the rule is silent on words that another rule of its pack speaks of."},
    {"topic", &name_shape, false,
     "What an article must be about for the rule to look at it; `any` for every article."},
    {"stet", &stet, false, "`never`: the rule cannot be silenced in an article."},
    {"since", &positive_shape, false, "The version of the pack in which the rule came."},
    {"links", &urls, false, "Further reading."},
}};

}  // namespace

std::span<const Field> pack_fields() {
  return pack;
}
std::span<const Field> topic_fields() {
  return topic_table;
}
std::span<const Field> fragments_file_fields() {
  return fragments_file;
}

std::span<const Field> rules_file_fields() {
  return rules_file;
}
std::span<const Field> rule_fields() {
  return rule;
}
std::span<const Field> cues_file_fields() {
  return cues_file;
}
std::span<const Field> knowledge_file_fields() {
  return knowledge_file;
}

}  // namespace linter::packs
