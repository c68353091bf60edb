// sequence: words in a row, told by their form and by what part of speech they can be.
#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "linter/base/utf8.h"
#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"
#include "linter/checks/policy/word_kinds.h"
#include "linter/lexicon/part_of_speech.h"

namespace linter::checks::policy {
namespace {

using packs::Shape;
using packs::ShapeKind;

std::span<const std::string_view> part_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const lexicon::PartOfSpeechName& one : lexicon::part_of_speech_names())
      all.push_back(one.name);
    return all;
  }();
  return names;
}

constexpr Shape part_shape{.kind = ShapeKind::choice, .names = part_names};
constexpr Shape parts_shape{.kind = ShapeKind::one_or_many, .item = &part_shape, .low = 1};
constexpr Shape distance_shape{.kind = ShapeKind::whole, .low = 0, .high = 20};
constexpr std::array<packs::Field, 9> step_fields{{
    {"word", &packs::pattern_shape, false, "An expression that the whole word must match."},
    {"words", &packs::texts_shape, false, "Words of which it must be one."},
    {"part", &parts_shape, false, "What part of speech it can be: any of these."},
    {"not_part", &parts_shape, false, "What part of speech it cannot be: none of these."},
    {"skip", &distance_shape, false, "Up to so many words may stand before it."},
    {"negate", &packs::boolean_shape, false,
     "`true`: the word that stands here, if any, is not such a one."},
    {"optional", &packs::boolean_shape, false, "`true`: it may be missing."},
    {"beside", &packs::boolean_shape, false,
     "`true`: it must stand there, and is no part of the finding."},
    {"capture", &packs::name_shape, false, "A name by which the message may quote it: {name}."},
}};
constexpr std::array<std::string_view, 4> step_needs{"word", "words", "part", "not_part"};
constexpr Shape step_shape{
    .kind = ShapeKind::mapping, .fields = step_fields, .at_least_one = step_needs};
constexpr Shape steps_shape{.kind = ShapeKind::list, .item = &step_shape, .low = 1};
constexpr std::array<packs::Field, 1> sequence_fields{{
    {"tokens", &steps_shape, true,
     "What must follow one another within a sentence; a mark counts as a word."},
}};
constexpr std::size_t most_steps = 20;

// The words of a step by their first letters and lengths: tells most that are none of them.
struct Glance {
  std::uint32_t letters = 0;
  std::uint32_t lengths = 0;

  void add(std::string_view word) {
    letters |= std::uint32_t{1} << (static_cast<unsigned char>(word.front()) & 31U);
    lengths |= std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }
  // `word` as written, of ASCII.
  [[nodiscard]] bool may_hold(std::string_view word) const {
    return ((letters >> (static_cast<unsigned char>(word.front()) & 31U)) & 1U) != 0 &&
           ((lengths >> std::min<std::size_t>(word.size(), 31)) & 1U) != 0;
  }
};

struct Step {
  std::optional<base::Pattern> word;
  std::vector<std::string> words;  // folded, sorted
  Glance glance;                   // of these
  lexicon::PosMask part = 0;
  lexicon::PosMask not_part = 0;
  std::uint32_t skip = 0;
  bool negate = false;
  bool optional = false;
  bool beside = false;
  std::string capture;
};

// A step that every match takes, and how many tokens may stand before it in one: most places where
// a match might begin are told by the lack of it.
struct Anchor {
  std::size_t step = 0;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

// Of the steps that must be there, the one that most words are none of: its part of speech bars the
// most others.
Anchor anchor_of(std::span<const Step> steps) {
  Anchor best;
  int most_barred = -1;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  for (std::size_t number = 0; number < steps.size(); ++number) {
    const Step& step = steps[number];
    if (number > 0) most += step.skip;
    const bool sure = !step.negate && !step.optional;
    const int barred = step.part != 0 ? std::popcount(step.not_part) : 0;
    if (sure && barred > most_barred) {
      best = {number, least, most};
      most_barred = barred;
    }
    // before the first word nothing stands, which a negated first step is content with
    if (!step.optional && !(step.negate && number == 0)) ++least;
    ++most;
  }
  return best;
}

// One way through the steps: which token each took.
constexpr std::uint32_t no_token = UINT32_MAX;
struct Trail {
  std::array<std::uint32_t, most_steps> taken;
};

class Sequence final : public Judge {
 public:
  Sequence(std::vector<Step> steps, std::uint32_t reach)
      : steps_(std::move(steps)), reach_(reach), anchor_(anchor_of(steps_)) {}

  // The hits say where matches may begin: near words that every match needs.
  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    std::uint32_t behind = 0;  // of the view: what begins before has been tried
    std::vector<bool> room;
    for (const Hit& hit : hits) {
      const base::Span begins{std::max(hit.text.begin, behind), hit.text.end};
      if (begins.begin >= begins.end) continue;
      behind = begins.end;
      const auto sentences = scene.reading.text.sentences_of_block(hit.block);
      const auto& tokens = scene.reading.text.tokens;
      auto sentence = std::ranges::partition_point(sentences, [&](const auto& one) {
        return tokens[one.end_token - 1].text.end <= begins.begin;
      });
      for (; sentence != sentences.end(); ++sentence) {
        if (tokens[sentence->first_token].text.begin >= begins.end) break;
        judge_sentence(scene, *sentence, begins, room, behind);
      }
    }
  }

 private:
  // A search through a part of a sentence. What has failed once is not tried again, whatever came
  // before it, so that steps x tokens bound its cost.
  struct Search {
    const Scene& scene;
    const sentences::Sentence& sentence;
    std::uint32_t first = 0;  // the tokens that may be looked at
    std::uint32_t count = 0;
    std::vector<bool>& failed;  // step x token: it cannot be completed from there
    bool is_begun = false;      // whether these are of this search
    Trail trail{};

    [[nodiscard]] std::size_t place(std::size_t number, std::uint32_t token) const {
      return number * count + (token - first);
    }
  };

  // Tries what begins in `begins`; `behind` moves past what is found. `room` is scratch.
  void judge_sentence(const Scene& scene, const sentences::Sentence& sentence, base::Span begins,
                      std::vector<bool>& room, std::uint32_t& behind) const {
    const auto begin_of = [](const sentences::Token& token) { return token.text.begin; };
    const auto tokens = scene.reading.text.tokens_of(sentence);
    const auto near = std::ranges::lower_bound(tokens, begins.begin, {}, begin_of);
    const auto end = std::ranges::lower_bound(tokens, begins.end, {}, begin_of);
    if (near == end) return;
    Search search{scene, sentence,
                  sentence.first_token + static_cast<std::uint32_t>(near - tokens.begin()),
                  static_cast<std::uint32_t>(end - near) + reach_, room};
    std::uint32_t from = 0;
    const std::uint32_t last = search.first + static_cast<std::uint32_t>(end - near);
    const std::uint32_t behind_anchors = std::min(last + anchor_.most, sentence.end_token);
    std::uint32_t anchored = search.first;  // the first token that may be the anchor's
    for (std::uint32_t first = search.first; first < last; ++first) {
      anchored = next_anchor(scene, std::max(anchored, first + anchor_.least), behind_anchors);
      if (anchored >= behind_anchors) break;
      if (anchored > first + anchor_.most) first = anchored - anchor_.most;
      if (first >= last) break;
      const base::Span token = scene.reading.text.tokens[first].text;
      if (token.begin < from || !begins_at(search, first)) continue;
      if (const auto where = report(scene, search.trail)) from = where->end;
    }
    behind = std::max(behind, from);
  }

  // The first token from `at` on that fits the anchor; `end` or more where none before that does.
  [[nodiscard]] std::uint32_t next_anchor(const Scene& scene, std::uint32_t at,
                                          std::uint32_t end) const {
    const std::vector<sentences::Token>& tokens = scene.reading.text.tokens;
    while (at < end && !fits(scene, steps_[anchor_.step], tokens[at])) ++at;
    return at;
  }

  // Whether the steps can be followed from this token on; the trail is then set.
  bool begins_at(Search& search, std::uint32_t first) const {
    const Step& step = steps_.front();
    const bool at_start = first == search.sentence.first_token;
    const bool may_begin =
        step.optional ||
        fits(search.scene, step, search.scene.reading.text.tokens[first]) != step.negate;
    if (!may_begin && !(step.negate && at_start)) return false;
    if (!std::exchange(search.is_begun, true))
      search.failed.assign(search.place(steps_.size(), search.first), false);
    search.trail.taken.fill(no_token);
    // Before the first word nothing stands, which is no word that a negated step objects to.
    if (step.negate && at_start && follow(search, 1, first)) return true;
    return follow(search, 0, first);
  }

  bool follow(Search& search, std::size_t number, std::uint32_t token) const {
    if (number == steps_.size()) return true;
    const std::size_t place = search.place(number, token);
    if (search.failed[place]) return false;
    const Step& step = steps_[number];
    // The first step begins where the search does.
    const std::uint32_t reach = number == 0 ? 0 : step.skip;
    for (std::uint32_t at = token; at <= token + reach; ++at) {
      if (take(search, number, at)) return true;
      if (at >= search.sentence.end_token) break;
    }
    search.trail.taken[number] = no_token;
    if (step.optional && follow(search, number + 1, token)) return true;
    search.failed[place] = true;
    return false;
  }

  bool take(Search& search, std::size_t number, std::uint32_t at) const {
    const Step& step = steps_[number];
    if (at >= search.sentence.end_token) return step.negate && follow(search, number + 1, at);
    if (fits(search.scene, step, search.scene.reading.text.tokens[at]) == step.negate) return false;
    search.trail.taken[number] = at;
    return follow(search, number + 1, at + 1);
  }

  // What a masked thing stands for is a noun; a mark has no part of speech.
  static lexicon::PosMask mask_of(const Scene& scene, const sentences::Token& token) {
    switch (token.kind) {
      case sentences::TokenKind::word:
      case sentences::TokenKind::number:
        return scene.reading.lexicon[token.word].parts;
      case sentences::TokenKind::object:
        return static_cast<lexicon::PosMask>(lexicon::PartOfSpeech::noun);
      case sentences::TokenKind::mark:
        break;
    }
    return 0;
  }

  static bool fits(const Scene& scene, const Step& step, const sentences::Token& token) {
    const bool is_word =
        token.kind == sentences::TokenKind::word || token.kind == sentences::TokenKind::number;
    const std::string_view text = scene.view(token.text);
    if (!step.words.empty() && token.ascii && !step.glance.may_hold(text)) return false;
    if (step.part != 0 || step.not_part != 0) {
      const lexicon::PosMask mask = mask_of(scene, token);
      if (mask == 0 || (mask & step.not_part) != 0) return false;
      if (step.part != 0 && (mask & step.part) == 0) return false;
    }
    if (!step.words.empty()) {
      const lexicon::Lexicon& lexicon = scene.reading.lexicon;
      const std::string_view folded = is_word ? lexicon[lexicon[token.word].folded].text : text;
      if (!std::ranges::binary_search(step.words, folded, {},
                                      [](const auto& one) { return std::string_view(one); }))
        return false;
    }
    return !step.word || scene.words.matches(*step.word, token);
  }

  // Reports from the first to the last word that is there because it fits.
  std::optional<base::Span> report(const Scene& scene, const Trail& trail) const {
    std::optional<base::Span> where;
    Report report;
    for (std::size_t number = 0; number < steps_.size(); ++number) {
      const Step& step = steps_[number];
      if (step.negate || step.beside || trail.taken[number] == no_token) continue;
      const base::Span token = scene.reading.text.tokens[trail.taken[number]].text;
      if (!where) where = token;
      where->end = token.end;
      if (!step.capture.empty())
        report.values.emplace_back(step.capture, quotable(scene.view(token)));
    }
    if (!where) return where;
    report.where = *where;
    scene.reports.push_back(std::move(report));
    return where;
  }

  std::vector<Step> steps_;
  std::uint32_t reach_;  // the most tokens that a match touches
  Anchor anchor_;
};

lexicon::PosMask parts_at(const base::yaml::Value& step, std::string_view key) {
  lexicon::PosMask mask = 0;
  for (const base::yaml::Value* item : packs::items_at(step, key)) {
    if (const auto named = lexicon::part_of_speech_named(item->text))
      mask |= static_cast<lexicon::PosMask>(*named);
  }
  return mask;
}

// The words that a step needs; nothing when it can do without, or when any word may fit.
std::optional<Requirement> requirement_of(const Step& step) {
  if (step.negate || step.optional) return std::nullopt;
  if (!step.words.empty()) {
    Requirement best;
    for (const std::string& word : step.words) {
      const auto each = requirements_of(skeletons_of(word, {.literal = true}));
      if (each.empty()) return std::nullopt;
      best.cost += each.front().cost;
      best.any_of.insert(best.any_of.end(), each.front().any_of.begin(), each.front().any_of.end());
    }
    return best;
  }
  if (!step.word) return std::nullopt;
  auto all = requirements_of(skeletons_of(step.word->expression(), {}));
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

Step read_step(RuleCompiler& compiler, const base::yaml::Value& value) {
  Step result;
  if (const base::yaml::Value* word = value.find("word")) result.word = compiler.pattern(*word);
  for (const base::yaml::Value* word : packs::items_at(value, "words")) {
    if (word->text.find_first_of(" -") != std::string::npos && word->text.size() > 1) {
      compiler.fault(base::ErrorCode::bad_value,
                     "'" + word->text +
                         "' is more than one word: each word and each hyphen is a token of its own",
                     *word);
    }
    result.words.push_back(base::lower(word->text));
    if (!word->text.empty()) result.glance.add(result.words.back());
  }
  std::ranges::sort(result.words);
  result.part = parts_at(value, "part");
  result.not_part = parts_at(value, "not_part");
  result.skip = static_cast<std::uint32_t>(packs::whole_at(value, "skip", 0));
  result.negate = packs::flag_at(value, "negate", false);
  result.optional = packs::flag_at(value, "optional", false);
  result.beside = packs::flag_at(value, "beside", false);
  result.capture = packs::text_at(value, "capture");
  return result;
}

std::unique_ptr<Judge> compile_sequence(RuleCompiler& compiler) {
  const base::yaml::Value& list = *compiler.body().find("tokens");
  if (list.items.size() > most_steps) {
    compiler.fault(base::ErrorCode::too_large, "a sequence has at most 20 tokens", list);
    return nullptr;
  }
  std::vector<Step> steps;
  std::vector<Requirement> needed;
  for (const base::yaml::Value& item : list.items) {
    Step next = read_step(compiler, item);
    auto requirement = compiler.is_known_good() ? std::nullopt : requirement_of(next);
    if (requirement) needed.push_back(std::move(*requirement));
    if (!next.capture.empty()) compiler.allow_placeholder(next.capture);
    steps.push_back(std::move(next));
  }
  const auto sure = [](const Step& one) { return !one.negate && !one.optional && !one.beside; };
  if (std::ranges::none_of(steps, sure)) {
    compiler.fault(base::ErrorCode::bad_value,
                   "a sequence needs a token that is neither negated, optional, nor beside", list);
    return nullptr;
  }
  std::ranges::sort(needed, {}, rarity);
  if (needed.size() > most_requirements) needed.resize(most_requirements);
  std::uint32_t reach = 0;
  for (const Step& step : steps) reach += 1 + step.skip;
  compiler.add_block_unit(std::move(needed), reach);
  return std::make_unique<Sequence>(std::move(steps), reach);
}

}  // namespace

Kind sequence_kind() {
  return {.name = "sequence",
          .about = "Reports words in a row, told by their form and by their part of speech.",
          .fields = sequence_fields,
          .bounded = false,
          .silenced = true,
          .compile = compile_sequence};
}

}  // namespace linter::checks::policy
