#include "linter/checks/policy/matcher.h"

#include <algorithm>
#include <tuple>

#include "linter/base/utf8.h"
#include "linter/checks/policy/matches.h"

namespace linter::checks::policy {
namespace {

using sentences::Token;
using sentences::TokenKind;

constexpr std::uint32_t most_slow_rules = 20;  // in one article; then no pattern is tried any more
constexpr std::size_t most_joints = 8;         // of a token whose parts are looked at

// Whether two capital letters of ASCII stand together.
bool has_two_capitals(std::string_view text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::ranges::adjacent_find(
             text, [&](char a, char b) { return is_capital(a) && is_capital(b); }) != text.end();
}

// The length of what joins two parts of a token at `at`; 0 where nothing does.
std::uint32_t joint_at(std::string_view token, std::uint32_t at) {
  const char c = token[at];
  if (c == '\'' || c == ',' || c == '.') return 1;
  if (static_cast<unsigned char>(c) < 0xE2) return 0;
  const base::CodePoint point = base::decode(token, at);
  const bool invisible = (point.value >= 0x200B && point.value <= 0x200D) ||
                         point.value == 0x2060 || point.value == 0xFEFF;
  return invisible ? point.length : 0;
}

}  // namespace

Matcher::Matcher(const PolicySet::Index& index, TopicRun* topics)
    : index_(index),
      topics_(topics),
      states_(index.units.size()),
      memories_(index.units.size()),
      costs_(index.rules.size()) {}

void Matcher::find(const lexicon::Reading& reading, std::vector<Hit>& hits,
                   std::vector<base::Error>& errors) {
  hits_ = &hits;
  errors_ = &errors;
  slow_count_ = 0;
  ++article_;
  const std::string_view language = reading.article.front_matter.language
                                        ? *reading.article.front_matter.language
                                        : reading.lexicon.vocabulary().language();
  language_ = language.substr(0, language.find_first_of("-_"));
  for (std::uint32_t block = 0; block < reading.article.blocks.size(); ++block) {
    wake(reading, block);
    for (const std::uint32_t unit : candidates_) try_unit(reading, unit, block);
    for (const std::uint32_t unit : index_.always_units) try_unit(reading, unit, block);
  }
  const auto place = [&](const Hit& hit) {
    return std::tuple(index_.units[hit.unit].rule, hit.text.begin, hit.text.end, hit.unit);
  };
  std::ranges::sort(hits, {}, place);
}

void Matcher::wake(const lexicon::Reading& reading, std::uint32_t block) {
  candidates_.clear();
  if (++block_ == 0) {  // after 2^32 blocks the numbers begin anew
    std::ranges::fill(states_, State{});
    ++block_;
  }
  const sentences::Text& text = reading.text;
  const std::uint32_t first = text.block_first_token[block];
  const bool watches_repeats = !index_.repeated_words.empty();
  for (std::uint32_t i = first; i < text.block_first_token[block + 1]; ++i) {
    const Token& token = text.tokens[i];
    switch (token.kind) {
      case TokenKind::mark:
        wake_mark(reading, i, first);
        break;
      case TokenKind::object:
        break;
      case TokenKind::word:
        if (watches_repeats && i > first && text.tokens[i - 1].kind == TokenKind::word &&
            reading.lexicon[token.word].folded == reading.lexicon[text.tokens[i - 1].word].folded) {
          for (const Slot slot : index_.repeated_words) wake_slot(slot);
        }
        wake_word(reading, token);
        break;
      case TokenKind::number:
        wake_word(reading, token);
        break;
    }
  }
}

void Matcher::wake_word(const lexicon::Reading& reading, const Token& token) {
  const bool joined = wake_triggers(reading.lexicon[token.word].triggers);
  if (joined) wake_parts(reading, reading.view(token.text));
  if (index_.capitals.empty()) return;
  const bool may_hold = token.kind == TokenKind::number || token.shape == sentences::Shape::upper ||
                        token.shape == sentences::Shape::mixed;
  if (may_hold && has_two_capitals(reading.view(token.text))) {
    for (const Slot slot : index_.capitals) wake_slot(slot);
  }
}

// Every run of parts of a joined token counts as a token: "patient's" is "patient" and "s", too.
void Matcher::wake_parts(const lexicon::Reading& reading, std::string_view token) {
  joints_.clear();
  for (std::uint32_t at = 0; at < token.size() && joints_.size() < 2 * most_joints;) {
    const std::uint32_t length = joint_at(token, at);
    if (length > 0) {
      joints_.push_back(at);
      joints_.push_back(at + length);
    }
    at += std::max(length, 1U);
  }
  // Part i lies between joint i - 1 and joint i.
  const std::size_t parts = joints_.size() / 2 + 1;
  const auto begin_of = [&](std::size_t part) { return part == 0 ? 0U : joints_[2 * part - 1]; };
  const auto end_of = [&](std::size_t part) {
    return part + 1 == parts ? static_cast<std::uint32_t>(token.size()) : joints_[2 * part];
  };
  for (std::size_t first = 0; first < parts; ++first) {
    for (std::size_t last = first; last < parts; ++last) {
      const bool whole = first == 0 && last + 1 == parts;
      if (whole || end_of(last) <= begin_of(first)) continue;
      const lexicon::WordId id =
          reading.lexicon.intern(token.substr(begin_of(first), end_of(last) - begin_of(first)));
      wake_triggers(reading.lexicon[id].triggers);
    }
  }
}

// True where the token is joined of parts.
bool Matcher::wake_triggers(std::span<const lexicon::TriggerId> triggers) {
  bool joined = false;
  const auto count = static_cast<std::uint32_t>(index_.wakes_begin.size() - 1);
  for (const lexicon::TriggerId trigger : triggers) {
    const std::uint32_t number = trigger - index_.first_trigger;
    if (number >= count) continue;  // another layer's
    joined = joined || number == joined_trigger;
    for (const Slot slot : index_.slots_of(number)) wake_slot(slot);
  }
  return joined;
}

void Matcher::wake_mark(const lexicon::Reading& reading, std::uint32_t token, std::uint32_t first) {
  const Token& mark = reading.text.tokens[token];
  const std::string_view view = reading.article.view;
  for (const MarkWatch& watch : index_.marks[static_cast<unsigned char>(view[mark.text.begin])]) {
    bool met = true;
    if (watch.kind == ClueKind::spaced_mark) met = mark.space_before;
    if (watch.kind == ClueKind::repeated_mark) met = mark.text.size() > 1;
    if (watch.kind == ClueKind::second_mark) {
      const bool follows = token > first && !mark.space_before;
      const Token* last = follows ? &reading.text.tokens[token - 1] : nullptr;
      const bool after_mark =
          last != nullptr && (last->kind == TokenKind::mark || last->kind == TokenKind::object);
      met = after_mark && (watch.before == 0 || view[last->text.begin] == watch.before);
    }
    if (met) wake_slot(watch.slot);
  }
}

void Matcher::wake_slot(Slot slot) {
  const std::uint32_t unit = slot / 2;
  State& state = states_[unit];
  if (state.block != block_) state = {block_, 0};
  const std::uint8_t before = state.met;
  state.met = static_cast<std::uint8_t>(before | (1U << (slot % 2)));
  if (state.met == index_.needed[unit] && before != state.met) candidates_.push_back(unit);
}

void Matcher::try_unit(const lexicon::Reading& reading, std::uint32_t unit_number,
                       std::uint32_t block) {
  const Unit& unit = index_.units[unit_number];
  const Rule& rule = index_.rules[unit.rule];
  const prose::Block& where = reading.article.blocks[block];
  if (!rule.filters[unit.filter].places.admit(where) || !applies(rule)) return;
  if (rule.topic && topics_ != nullptr && !topics_->about(index_.topics, *rule.topic, reading))
    return;
  if (!unit.pattern) {
    hits_->push_back({unit_number, block, where.text, {}});
    return;
  }
  Cost& cost = costs_[unit.rule];
  if (cost.article != article_) cost = {.article = article_, .steps = first_steps};
  if (cost.too_slow || slow_count_ >= most_slow_rules) return;
  const auto error =
      for_each_match(*unit.pattern, memories_[unit_number], reading.article.view, where.text,
                     cost.steps, [&](base::Match match) {
                       hits_->push_back({unit_number, block, match.whole, std::move(match.groups)});
                     });
  if (error) report_slow(reading, rule, *error);
}

void Matcher::report_slow(const lexicon::Reading& reading, const Rule& rule,
                          const base::Error& error) {
  costs_[static_cast<std::size_t>(&rule - index_.rules.data())].too_slow = true;
  ++slow_count_;
  errors_->push_back({error.code,
                      "the rule " + rule.info.id + " (" + rule.file + ":" +
                          std::to_string(rule.position.line) +
                          ") was not tried on the whole article: " + error.message,
                      reading.source.path});
}

}  // namespace linter::checks::policy
