#include "linter/checks/policy/matcher.h"

#include <algorithm>
#include <tuple>

namespace linter::checks::policy {
namespace {

using sentences::Token;
using sentences::TokenKind;

constexpr std::uint32_t most_slow_rules = 20;  // in one article; then no pattern is tried any more
// Whether a mark beyond ASCII is one of those that Pattern::reach takes for marks.
bool is_usual(std::string_view mark) {
  if (mark.size() < 2) return false;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(mark[at]); };
  if (byte(0) == 0xE2) return byte(1) == 0x80;
  const bool is_number = byte(1) == 0xB2 || byte(1) == 0xB3 || byte(1) == 0xB9 || byte(1) >= 0xBC;
  return byte(0) == 0xC2 && (!is_number || byte(1) == 0xBF);
}

}  // namespace

Matcher::Matcher(const PolicySet::Index& index, TopicRun* topics)
    : index_(index),
      topics_(topics),
      words_(index),
      states_(index.units.size()),
      reaches_(index.reaches),
      memories_(index.units.size()),
      costs_(index.rules.size()),
      applies_(index.rules.size()) {
  for (std::size_t i = 0; i < applies_.size(); ++i)
    applies_[i] = index_.rules[i].language.empty() ? 1 : 0;
}

void Matcher::find(const lexicon::Reading& reading, std::vector<Hit>& hits,
                   std::vector<base::Error>& errors) {
  hits_ = &hits;
  errors_ = &errors;
  slow_count_ = 0;
  ++article_;
  const std::string_view language = reading.article.front_matter.language
                                        ? *reading.article.front_matter.language
                                        : reading.lexicon.vocabulary().language();
  if (const auto primary = language.substr(0, language.find_first_of("-_")); primary != language_) {
    language_ = primary;
    for (std::size_t i = 0; i < index_.rules.size(); ++i)
      applies_[i] = index_.rules[i].language.empty() || index_.rules[i].language == primary ? 1 : 0;
  }
  words_.begin(reading.lexicon);
  for (std::uint32_t block = 0; block < reading.article.blocks.size(); ++block) {
    read_block(reading, block);
    for (const std::uint32_t token : wakers_) wake_by(reading, token);
    if (repeats_a_word_) {
      for (const std::uint32_t unit : index_.repeated_words) try_whole_block(reading, unit);
    }
    for (const std::uint32_t unit : index_.always_units) try_whole_block(reading, unit);
  }
  const auto place = [&](const Hit& hit) {
    return std::tuple(index_.units[hit.unit].rule, hit.text.begin, hit.text.end, hit.unit);
  };
  std::ranges::sort(hits, {}, place);
}

void Matcher::read_block(const lexicon::Reading& reading, std::uint32_t block) {
  if (++block_ == 0) {  // after 2^32 blocks the numbers begin anew
    states_.assign(states_.size(), {});
    ++block_;
  }
  rows_.clear();
  wakers_.clear();
  repeats_a_word_ = false;
  is_plain_ = true;
  number_ = block;
  const sentences::Text& text = reading.text;
  first_token_ = text.block_first_token[block];
  std::uint32_t run = 0;
  lexicon::WordId last_word = UINT32_MAX;  // where the last token is a word
  for (std::uint32_t i = first_token_; i < text.block_first_token[block + 1]; ++i) {
    const Token& token = text.tokens[i];
    run = token.space_before ? 1 : run + 1;
    if (run > base::longest_run) is_plain_ = false;
    std::uint32_t row = WordWakes::empty_row();
    lexicon::WordId word = UINT32_MAX;
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
      const WordWake& wakes = words_.of(reading.lexicon, token.word);
      row = wakes.row;
      if (wakes.count > 0) wakers_.push_back(i);
      if (token.kind == TokenKind::word) word = wakes.folded;
      if (word == last_word && word != UINT32_MAX) repeats_a_word_ = true;
    } else if (token.kind == TokenKind::mark) {
      const auto first = static_cast<unsigned char>(reading.article.view[token.text.begin]);
      row = words_.row_of_mark(static_cast<char>(first));
      if (!index_.marks[first].empty()) wakers_.push_back(i);
      if (first == '_' || (first >= 0x80 && !is_usual(reading.view(token.text)))) is_plain_ = false;
    }
    last_word = word;
    rows_.push_back(row);
  }
}

void Matcher::wake_by(const lexicon::Reading& reading, std::uint32_t token) {
  const Token& waker = reading.text.tokens[token];
  if (waker.kind == TokenKind::mark) return wake_by_mark(reading, token);
  for (const std::uint32_t unit : words_.units(words_.of(reading.lexicon, waker.word)))
    wake(reading, unit, token);
}

void Matcher::wake_by_mark(const lexicon::Reading& reading, std::uint32_t token) {
  const Token& mark = reading.text.tokens[token];
  const std::string_view view = reading.article.view;
  for (const MarkWatch& watch : index_.marks[static_cast<unsigned char>(view[mark.text.begin])]) {
    bool met = true;
    if (watch.kind == ClueKind::spaced_mark) met = mark.space_before;
    if (watch.kind == ClueKind::repeated_mark) met = mark.text.size() > 1;
    if (watch.kind == ClueKind::second_mark) {
      const bool follows = token > first_token_ && !mark.space_before;
      const Token* last = follows ? &reading.text.tokens[token - 1] : nullptr;
      const bool after_mark =
          last != nullptr && (last->kind == TokenKind::mark || last->kind == TokenKind::object);
      met = after_mark && (watch.before == 0 || view[last->text.begin] == watch.before);
    }
    if (met) wake(reading, watch.unit, token);
  }
}

// Whether a match of the unit may go on from a mark, where it names the mark: most full stops and
// commas stand before what none goes on with. A block that is tried in several windows has ends
// that the text has not: there nobody can tell.
bool Matcher::may_spell(const lexicon::Reading& reading, std::uint32_t unit, const Token& mark) {
  const base::Span block = reading.article.blocks[number_].text;
  const bool is_one_byte = mark.text.size() == 1;  // unlike "..."
  if (mark.kind != TokenKind::mark || !is_one_byte || block.size() > window_size) return true;
  const base::Pattern* pattern = index_.pattern(unit);
  return pattern == nullptr || pattern->may_spell(block.of(reading.article.view),
                                                  mark.text.begin - block.begin, memories_[unit]);
}

// Whether tokens at most `radius` tokens away meet the unit's companions.
bool Matcher::has_companions(std::uint32_t unit, std::uint32_t token, std::uint32_t radius) const {
  const std::uint32_t at = token - first_token_;
  const auto count = static_cast<std::uint32_t>(rows_.size());
  const std::uint32_t begin = at - std::min(at, radius);
  const std::uint32_t end = radius < count - at ? at + radius + 1 : count;
  for (const std::uint32_t companion : index_.companions[unit]) {
    if (companion == no_companion) return true;
    bool met = false;
    for (std::uint32_t i = begin; i < end && !met; ++i) met = words_.meets(rows_[i], companion);
    if (!met) return false;
  }
  return true;
}

// What Pattern::reach says of the unit's pattern; 0 where it has none.
std::uint32_t Matcher::reach_of(std::uint32_t unit) {
  std::uint32_t& reach = reaches_[unit];
  if (reach == unknown_reach) {
    const base::Pattern* pattern = index_.pattern(unit);
    reach = pattern == nullptr ? 0 : pattern->reach();
  }
  return reach;
}

void Matcher::wake(const lexicon::Reading& reading, std::uint32_t unit, std::uint32_t token) {
  State& state = states_[unit];
  if (!may_try(reading, unit, state)) return;
  // A reach is asked for where the unit may really be tried: that costs more than a look around.
  if (reaches_[unit] == unknown_reach && !has_companions(unit, token, UINT32_MAX)) {
    state.done = true;
    return;
  }
  const std::uint32_t reach = is_plain_ ? reach_of(unit) : 0;
  if (!has_companions(unit, token, reach == 0 ? UINT32_MAX : reach - 1)) {
    state.done = reach == 0;
    return;
  }
  if (!may_spell(reading, unit, reading.text.tokens[token])) return;
  state.done = reach == 0;
  if (index_.heads[unit] != no_companion) return try_heads(reading, unit, token, reach, state);
  base::Span begins = reading.article.blocks[number_].text;
  const std::vector<Token>& tokens = reading.text.tokens;
  if (reach > 0 && token >= first_token_ + reach) begins.begin = tokens[token - reach].text.end;
  if (reach > 0) begins.end = tokens[token].text.end;
  try_unit(reading, unit, begins, state);
}

// Tries the unit where its matches begin that touch the token; reach 0: that are in its block.
void Matcher::try_heads(const lexicon::Reading& reading, std::uint32_t unit, std::uint32_t token,
                        std::uint32_t reach, State& state) {
  constexpr std::size_t close = 4;  // tokens; to begin anew costs as much as to read so many
  const std::span<const Token> tokens =
      std::span(reading.text.tokens).subspan(first_token_, rows_.size());
  const std::uint32_t at = token - first_token_;
  const std::uint32_t head = index_.heads[unit];
  const std::size_t end = reach > 0 ? at + 1 : tokens.size();
  std::size_t last = 0;
  base::Span begins;
  const std::size_t first = reach > 0 && at >= reach ? at - reach + 1 : 0;
  for (std::size_t i = std::max<std::size_t>(first, state.next); i < end; ++i) {
    if (!words_.meets(rows_[i], head)) continue;
    if (begins.end > 0 && i - last > close) {
      try_unit(reading, unit, begins, state);
      begins = {};
    }
    if (begins.end == 0) begins.begin = tokens[i].text.begin;
    begins.end = tokens[i].text.end;
    last = i;
  }
  state.next = static_cast<std::uint32_t>(end);
  if (begins.end > 0) try_unit(reading, unit, begins, state);
}

void Matcher::try_whole_block(const lexicon::Reading& reading, std::uint32_t unit) {
  State& state = states_[unit];
  if (!may_try(reading, unit, state)) return;
  state.done = true;
  try_unit(reading, unit, reading.article.blocks[number_].text, state);
}

// Whether the unit is for the block, and there is something left to try.
bool Matcher::may_try(const lexicon::Reading& reading, std::uint32_t unit_number, State& state) {
  if (state.block == block_) return !state.done;
  const prose::Block& where = reading.article.blocks[number_];
  state = {.block = block_, .done = true, .next = 0, .progress = Progress(where.text.begin)};
  const Unit& unit = index_.units[unit_number];
  const Rule& rule = index_.rules[unit.rule];
  if (!unit.places.admit(where) || applies_[unit.rule] == 0) return false;
  if (rule.topic && topics_ != nullptr && !topics_->about(index_.topics, *rule.topic, reading))
    return false;
  Cost& cost = costs_[unit.rule];
  if (cost.article != article_) cost = {.article = article_, .steps = first_steps};
  cost.steps += steps_per_byte * where.text.size();
  state.done = false;
  return true;
}

void Matcher::try_unit(const lexicon::Reading& reading, std::uint32_t unit_number,
                       base::Span begins, State& state) {
  const Unit& unit = index_.units[unit_number];
  const base::Span block = reading.article.blocks[number_].text;
  const base::Pattern* pattern = index_.pattern(unit_number);
  if (pattern == nullptr) {
    hits_->push_back({unit_number, number_, block, {}});
    return;
  }
  Cost& cost = costs_[unit.rule];
  if (cost.too_slow || slow_count_ >= most_slow_rules) return;
  const auto error = for_each_match(
      *pattern, memories_[unit_number], reading.article.view, block, begins, state.progress,
      cost.steps, [&](base::Match match) {
        hits_->push_back({unit_number, number_, match.whole, std::move(match.groups)});
      });
  if (error) report_slow(reading, index_.rule(unit.rule), *error);
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
