// effect: what is said to do something to something, told by the verb and by what stands behind it.
#include <algorithm>
#include <array>
#include <string>

#include "linter/base/one_of.h"
#include "linter/base/utf8.h"
#include "linter/checks/policy/inflected_words.h"
#include "linter/checks/policy/rule_compiler.h"
#include "linter/checks/policy/said_verbs.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::policy {
namespace {

using base::is_one_of;
using lexicon::is_of;
using lexicon::WordClass;
using packs::Shape;
using packs::ShapeKind;
using std::string_view;

constexpr Shape effect_distance{.kind = ShapeKind::whole, .low = 0, .high = 20};
constexpr std::array<packs::Field, 3> pair_fields{{
    {"verbs", &packs::texts_shape, true,
     "What is done, in the base form, with its particles: each stands for all its forms."},
    {"nouns", &packs::texts_shape, false,
     "Nouns for it, such as “reduction”, that stand before “of”, “in”, “from” and the like."},
    {"objects", &packs::texts_shape, true, "To what: nouns and phrases, one or many of each."},
}};
constexpr Shape pair_shape{.kind = ShapeKind::mapping, .fields = pair_fields};
constexpr Shape pairs_shape{.kind = ShapeKind::list, .item = &pair_shape, .low = 1};
constexpr std::array<packs::Field, 5> effect_fields{{
    {"effects", &pairs_shape, true, "What is done to what: lists of `verbs` and `objects`."},
    {"not_by", &packs::texts_shape, false,
     "Words before the verb that tell that it is somebody or something else that does it."},
    {"active_only", &packs::texts_shape, false,
     "Verbs that, undergone, only tell what a thing is like or how it is cared for."},
    {"not_before", &packs::texts_shape, false,
     "Words that make another thing of the object that they follow."},
    {"within", &effect_distance, false,
     "Up to so many words may stand between; 5 where it does not say."},
}};
constexpr std::array<string_view, 2> effect_placeholders{"verb", "object"};

// What is done, and to what. Each entry of `effects` is a group of both.
struct Effects {
  InflectedWords doings;  // verbs, and nouns for them
  InflectedWords objects;

  // What put() wrote.
  explicit Effects(base::ImageReader& image) : doings(image), objects(image) {}
  explicit Effects(const base::yaml::Value& items)
      : doings(doings_of(items)), objects(objects_of(items)) {}
  void put(base::ImageWriter& image) const {
    doings.put(image);
    objects.put(image);
  }

 private:
  static InflectedWords doings_of(const base::yaml::Value& items) {
    InflectedWords::Maker maker;
    for (std::uint16_t group = 0; group < items.items.size(); ++group) {
      maker.add_verbs(packs::texts_at(items.items[group], "verbs"), group);
      maker.add_nouns(packs::texts_at(items.items[group], "nouns"), group);
    }
    return maker.made();
  }
  static InflectedWords objects_of(const base::yaml::Value& items) {
    InflectedWords::Maker maker;
    for (std::uint16_t group = 0; group < items.items.size(); ++group)
      maker.add_nouns(packs::texts_at(items.items[group], "objects"), group);
    return maker.made();
  }
};

class Effect final : public Judge {
 public:
  Effect(Effects effects, std::vector<std::string> others, std::vector<std::string> active,
         std::vector<std::string> changing, std::uint32_t within)
      : effects_(std::move(effects)),
        others_(std::move(others)),
        active_(std::move(active)),
        changing_(std::move(changing)),
        within_(within) {}

  [[nodiscard]] std::string kept() const override {
    base::ImageWriter image;
    effects_.put(image);
    return image.take();
  }

  // The hits are blocks that hold a verb and an object.
  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    for (const Hit& hit : hits)
      for (const sentences::Sentence& sentence : scene.reading.text.sentences_of_block(hit.block))
        judge_sentence(scene, SaidVerbs(scene, sentence));
  }

 private:
  // What a verb does, and to what.
  struct Done {
    Wording verb;
    Wording object;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // the token behind it; 0 where nothing is done
  };

  // A sentence is told once, from its first verb to its last object.
  void judge_sentence(const Scene& scene, const SaidVerbs& saying) const {
    Said last;
    Done first_done;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    for (std::uint32_t at = saying.first(); at < saying.end(); ++at) {
      if (!saying.is_word(at)) continue;
      const Done done = done_at(saying, at, last);
      if (done.end == 0) continue;
      if (end == 0) {
        begin = done.begin;
        first_done = done;
      }
      end = done.end;
      at = end - 1;
    }
    if (end == 0) return;
    scene.reports.push_back({.where = saying.span(begin, end),
                             .values = {{"verb", std::string(first_done.verb.base)},
                                        {"object", std::string(first_done.object.base)}}});
  }

  // "Smoking slows healing", "it may reduce wrinkles": what stands before the verb in its clause.
  [[nodiscard]] bool is_of_other(const SaidVerbs& saying, std::uint32_t verb) const {
    const std::uint32_t begin = saying.begin_of_clause(verb);
    for (std::uint32_t at = begin; at < verb; ++at) {
      const bool is_countered =  // "anti-aging"
          at >= begin + 2 && saying.word(at - 1) == "-" && saying.word(at - 2) == "anti";
      if (!is_countered && std::ranges::binary_search(others_, saying.word(at))) return true;
    }
    return false;
  }

  // "triggering the body's own response and promoting collagen": who promotes is told before the
  // first of them.
  static std::uint32_t source_of(const Wording& verb, std::uint32_t at, const Said& last) {
    constexpr std::uint32_t reach = 16;
    const bool goes_on = last.is_there && last.form == Form::gerund && verb.form == Form::gerund &&
                         at - last.at <= reach;
    return goes_on ? last.at : at;
  }

  [[nodiscard]] Done done_at(const SaidVerbs& saying, std::uint32_t at, Said& last) const {
    for (const Wording& doing : effects_.doings.beginning_with(saying.word(at))) {
      const std::uint32_t behind = saying.end_of(doing, at);
      if (behind == 0) continue;
      Done done;
      if (doing.form == Form::noun) {
        done = named_at(doing, saying, at, behind);
      } else if (doing.form == Form::participle) {
        done = undergone_at(doing, saying, at, behind);
      } else if (saying.is_said(at, doing.form, last) &&
                 !is_of_other(saying, source_of(doing, at, last))) {
        last = {true, at, doing.form};
        const auto [object, end] = object_behind(doing, saying, behind);
        done = {doing, object, at, end};
      }
      if (done.end != 0) return done;
    }
    return {};
  }

  // "Fine lines are softened": the object stands before the verb.
  [[nodiscard]] Done undergone_at(const Wording& verb, const SaidVerbs& saying, std::uint32_t at,
                                  std::uint32_t behind) const {
    const std::uint32_t passive = saying.passive_of(at);
    if (passive == 0 || std::ranges::binary_search(active_, verb.base) || is_of_other(saying, at) ||
        is_by_other(saying, behind))
      return {};
    const std::uint32_t begin = saying.begin_of_clause(passive);
    for (std::uint32_t noun = passive; noun > begin && passive - noun <= within_; --noun) {
      for (const Wording& object : effects_.objects.beginning_with(saying.word(noun - 1))) {
        if (object.group != verb.group) continue;
        const std::uint32_t end = saying.end_of(object, noun - 1);
        if (end != 0 && end <= passive && !is_another(saying, end) && !saying.is_aside(noun - 1))
          return {verb, object, noun - 1, behind};
      }
    }
    return {};
  }

  // "Relief from back pain": a noun for what is done.
  [[nodiscard]] Done named_at(const Wording& noun, const SaidVerbs& saying, std::uint32_t at,
                              std::uint32_t link) const {
    static constexpr std::array<string_view, 8> links = {"of",      "in",  "to",   "from",
                                                         "against", "for", "with", "on"};
    if (link >= saying.end() || !is_one_of(saying.word(link), links)) return {};
    if (!saying.is_given(at) || is_of_other(saying, at)) return {};
    const auto [object, end] = object_behind(noun, saying, link + 1);
    return {noun, object, at, end};
  }

  [[nodiscard]] bool is_by_other(const SaidVerbs& saying, std::uint32_t behind) const {
    constexpr std::uint32_t reach = 5;
    bool is_by = false;
    for (std::uint32_t at = behind; at < saying.end() && at - behind < reach; ++at) {
      if (is_by && std::ranges::binary_search(others_, saying.word(at))) return true;
      is_by = is_by || saying.word(at) == "by";
    }
    return false;
  }

  // The first object within reach of what is done, and the token behind it; 0 where there is none.
  [[nodiscard]] std::pair<Wording, std::uint32_t> object_behind(const Wording& doing,
                                                                const SaidVerbs& saying,
                                                                std::uint32_t from) const {
    // "the pain increases in the joints": done to nothing
    static constexpr std::array<string_view, 6> places = {"in", "at", "on", "with", "by", "from"};
    if (from < saying.end() && is_one_of(saying.word(from), places)) return {};
    std::uint32_t words = 0;
    for (std::uint32_t at = from; at < saying.end() && words <= within_; ++at) {
      if (!saying.is_word(at)) {
        if (saying.word(at) == "," || saying.word(at) == "-" || saying.word(at) == "&") continue;
        break;
      }
      for (const Wording& object : effects_.objects.beginning_with(saying.word(at))) {
        if (object.group != doing.group) continue;
        const std::uint32_t behind = saying.end_of(object, at);
        if (behind != 0 && !is_another(saying, behind)) return {object, behind};
      }
      if (is_of(WordClass::ends_object, saying.word(at))) break;  // unless an object begins so
      ++words;
    }
    return {};
  }

  // "trigger neck pain" does nothing to the neck.
  [[nodiscard]] bool is_another(const SaidVerbs& saying, std::uint32_t behind) const {
    return behind < saying.end() && std::ranges::binary_search(changing_, saying.word(behind));
  }

  Effects effects_;
  std::vector<std::string> others_;    // folded, sorted
  std::vector<std::string> active_;    // the same
  std::vector<std::string> changing_;  // the same
  std::uint32_t within_;
};

// One of the words that wordings begin with.
void add_words(const InflectedWords& wordings, Requirement& any) {
  string_view last;
  for (const Wording& one : wordings.all()) {
    if (one.first == last) continue;
    last = one.first;
    const auto each = requirements_of(skeletons_of(one.first, {.literal = true}));
    if (each.empty()) continue;
    any.cost += each.front().cost;
    any.any_of.insert(any.any_of.end(), each.front().any_of.begin(), each.front().any_of.end());
  }
}

std::vector<Requirement> needs_of(const Effects& effects) {
  Requirement doings;
  Requirement objects;
  add_words(effects.doings, doings);
  add_words(effects.objects, objects);
  std::vector<Requirement> both{std::move(doings), std::move(objects)};
  std::ranges::sort(both, {}, rarity);
  return both;
}

// As they were kept, or as the rule says.
Effects effects_of(const RuleCompiler& compiler) {
  if (const auto kept = compiler.kept()) {
    base::ImageReader image(*kept);
    Effects effects(image);
    if (image.sound()) return effects;
  }
  return Effects(*compiler.body().find("effects"));
}

// Folded and sorted.
std::vector<std::string> folded_words(const base::yaml::Value& body, string_view key) {
  std::vector<std::string> words;
  for (const base::yaml::Value* item : packs::items_at(body, key))
    words.push_back(base::lower(item->text));
  std::ranges::sort(words);
  return words;
}

std::unique_ptr<Judge> compile_effect(RuleCompiler& compiler) {
  const base::yaml::Value& body = compiler.body();
  Effects effects = effects_of(compiler);
  compiler.add_block_unit(compiler.is_known_good() ? std::vector<Requirement>{}
                                                   : needs_of(effects));
  const auto within = static_cast<std::uint32_t>(packs::whole_at(body, "within", 5));
  return std::make_unique<Effect>(std::move(effects), folded_words(body, "not_by"),
                                  folded_words(body, "active_only"),
                                  folded_words(body, "not_before"), within);
}

}  // namespace

Kind effect_kind() {
  return {.name = "effect",
          .about = "Reports what is said to do something to something, in whatever form.",
          .fields = effect_fields,
          .placeholders = effect_placeholders,
          .bounded = false,
          .silenced = true,
          .compile = compile_effect};
}

}  // namespace linter::checks::policy
