#include "linter/checks/policy/matcher.h"

#include <algorithm>
#include <tuple>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::checks::policy {
namespace {

using sentences::Token;
using sentences::TokenKind;

constexpr std::uint32_t most_slow_rules = 20;  // in one article; then no pattern is tried any more

}  // namespace

Matcher::Matcher(const PolicySet::Index& index, TopicRun* topics)
    : index_(index),
      topics_(topics),
      words_(index),
      needs_(index.leads.size()),
      states_(index.leads.size()),
      memories_(index.leads.size()),
      costs_(index.rule_count()),
      applies_(index.rule_count()) {
  look_at_languages();
  for (std::uint32_t i = 0; i < needs_.size(); ++i) needs_[i] = needs_of(index, i);
}

// Which rules are for articles in `language_`.
void Matcher::look_at_languages() {
  for (std::uint32_t rule = 0; rule < applies_.size(); ++rule) {
    const std::string_view language = index_.language_of(rule);
    const bool applies = !index_.is_off(rule) && (language.empty() || language == language_);
    applies_[rule] = applies ? 1 : 0;
  }
}

Matcher::Needs Matcher::needs_of(const PolicySet::Index& index, std::uint32_t unit) {
  Needs needs;
  const auto number_of = [](std::uint32_t companion) {
    return static_cast<std::uint16_t>(std::min<std::uint32_t>(companion, always_met));
  };
  const Lead& lead = index.leads[unit];
  std::ranges::transform(lead.companions, needs.begin(), number_of);
  needs.back() = number_of(lead.head);
  return needs;
}

void Matcher::find(const lexicon::Reading& reading, std::vector<Hit>& hits,
                   std::vector<base::Error>& errors) {
  hits_ = &hits;
  errors_ = &errors;
  begin(reading);
  for (std::uint32_t block = 0; block < reading.article.blocks.size(); ++block) {
    const base::Span where = reading.article.blocks[block].text;
    const base::TextDigest digest = digest_of(reading, block);
    const auto known = slow_count_ == 0 ? echoes_.of(digest) : std::nullopt;
    if (known) {
      for (const Echo& one : *known)
        hits.push_back(
            {one.unit, block, {where.begin + one.text.begin, where.begin + one.text.end}, {}});
      continue;
    }
    const std::size_t before = hits.size();
    find_in(reading, block);
    keep(digest, where, std::span(hits).subspan(before));
  }
  const auto place = [&](const Hit& hit) {
    return std::tuple(index_.leads[hit.unit].rule, hit.text.begin, hit.text.end, hit.unit);
  };
  std::ranges::sort(hits, {}, place);
}

void Matcher::begin(const lexicon::Reading& reading) {
  slow_count_ = 0;
  ++article_;
  for (const std::uint32_t unit : turned_off_) needs_[unit] = needs_of(index_, unit);
  turned_off_.clear();
  const std::string_view language = reading.article.front_matter.language
                                        ? *reading.article.front_matter.language
                                        : reading.lexicon.vocabulary().language();
  if (const auto primary = language.substr(0, language.find_first_of("-_")); primary != language_) {
    language_ = primary;
    look_at_languages();
    echoes_.clear();
  }
  words_.begin(reading.lexicon);
  std::string topics;
  for (std::uint32_t topic = 0; topics_ != nullptr && topic < index_.topics.size(); ++topic)
    topics += topics_->about(index_.topics, topic, reading) ? '+' : '-';
  article_kind_ = base::hash64(topics);
}

// Of all that the hits in a block rest on.
base::TextDigest Matcher::digest_of(const lexicon::Reading& reading, std::uint32_t block) const {
  const prose::Block& where = reading.article.blocks[block];
  base::TextDigest digest = base::digest_of(where.text.of(reading.article.view));
  digest.low ^= article_kind_ + where.scopes;
  return digest;
}

void Matcher::find_in(const lexicon::Reading& reading, std::uint32_t block) {
  read_block(reading, block);
  for (const std::uint32_t token : wakers_) wake_by(reading, token);
  if (repeats_a_word_) {
    for (const std::uint32_t unit : index_.repeated_words) try_whole_block(reading, unit);
  }
  for (const std::uint32_t unit : index_.always_units) try_whole_block(reading, unit);
}

// Unless what was found would be told otherwise had the block not been looked through: rules that
// run out of steps are not tried any more.
void Matcher::keep(const base::TextDigest& digest, base::Span block, std::span<const Hit> hits) {
  const auto has_groups = [](const Hit& hit) { return !hit.groups.empty(); };
  if (overdrawn_ || slow_count_ > 0 || std::ranges::any_of(hits, has_groups)) return;
  kept_.clear();
  for (const Hit& hit : hits)
    kept_.push_back({hit.unit, {hit.text.begin - block.begin, hit.text.end - block.begin}});
  echoes_.keep(digest, kept_);
}

void Matcher::read_block(const lexicon::Reading& reading, std::uint32_t block) {
  if (++block_ == 0) {  // after 2^32 blocks the numbers begin anew
    states_.assign(states_.size(), {});
    looked_through_.clear();
    ++block_;
  }
  together_ = {};
  together_.back() = 1;  // of always_met and never_met
  wakers_.clear();
  for (Division& division : divisions_) {
    division.stops.clear();
    division.passed = 0;
  }
  repeats_a_word_ = false;
  overdrawn_ = false;
  may_end_in_word_.reset();
  is_plain_ = true;
  number_ = block;
  const sentences::Text& text = reading.text;
  first_token_ = text.block_first_token[block];
  token_count_ = text.block_first_token[block + 1] - first_token_;
  rows_.resize(token_count_);
  groups_.assign((token_count_ + group_size - 1) / group_size, {});
  std::uint32_t run = 0;
  lexicon::WordId last_word = UINT32_MAX;  // where the last token is a word
  for (std::uint32_t at = 0; at < token_count_; ++at) {
    const Token& token = text.tokens[first_token_ + at];
    run = token.space_before ? 1 : run + 1;
    if (run > base::longest_run) is_plain_ = false;
    std::uint32_t row = WordWakes::empty_row();
    lexicon::WordId word = UINT32_MAX;
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
      const WordWake& wakes = words_.of(reading.lexicon, token.word);
      row = wakes.row;
      if (wakes.count > 0) wakers_.push_back(first_token_ + at);
      if (token.kind == TokenKind::word) word = wakes.folded;
      if (word == last_word && word != UINT32_MAX) repeats_a_word_ = true;
    } else if (token.kind == TokenKind::mark) {
      const auto first = static_cast<unsigned char>(reading.article.view[token.text.begin]);
      row = words_.row_of_mark(static_cast<char>(first));
      add_stops(at, first);
      if (!index_.marks[first].empty()) wakers_.push_back(first_token_ + at);
      if (first == '_' || (first >= 0x80 && !is_usual_mark(reading.view(token.text))))
        is_plain_ = false;
    }
    last_word = word;
    rows_[at] = row;
    if (row != WordWakes::empty_row()) words_.add_to_group(row, groups_[at / group_size]);
  }
  for (const GroupRow& group : groups_) {
    for (std::size_t i = 0; i < group.size(); ++i) together_[i] |= group[i];
  }
}

// Whether a line of the block may end with a letter or digit; of several lines nothing is said.
bool Matcher::may_end_in_word(const lexicon::Reading& reading) {
  if (may_end_in_word_) return *may_end_in_word_;
  const std::string_view own = reading.article.blocks[number_].text.of(reading.article.view);
  const auto last = static_cast<unsigned char>(own.empty() ? '\0' : own.back());
  constexpr std::array<std::string_view, 6> line_ends{"\n",     "\r",     "\f",
                                                      "\u0085", "\u2028", "\u2029"};
  const bool has_lines =
      std::ranges::any_of(line_ends, [&](std::string_view one) { return own.contains(one); });
  may_end_in_word_ = has_lines || last >= 0x80 || base::is_word_character(last);
  return *may_end_in_word_;
}

// Notes a mark that ends a clause, or a sentence.
void Matcher::add_stops(std::uint32_t token, unsigned char mark) {
  const char c = static_cast<char>(mark);
  if (!base::clause_marks.contains(c)) return;
  divisions_[static_cast<std::size_t>(base::Within::clause)].stops.push_back(token);
  if (base::sentence_marks.contains(c))
    divisions_[static_cast<std::size_t>(base::Within::sentence)].stops.push_back(token);
}

// The sentence or clause of a token, with the marks on both sides, since a match may begin or end
// with one; of such a mark, both that it divides. Tokens of a block are asked about in order.
Matcher::Stretch Matcher::around(std::uint32_t token, base::Within within) {
  Division& division = divisions_[static_cast<std::size_t>(within)];
  const std::vector<std::uint32_t>& stops = division.stops;
  std::size_t at = division.passed;
  while (at < stops.size() && stops[at] < token) ++at;
  division.passed = at;
  const std::uint32_t begin = at > 0 ? stops[at - 1] : 0;
  if (at < stops.size() && stops[at] == token) ++at;
  return {begin, at < stops.size() ? stops[at] + 1 : token_count_};
}

void Matcher::wake_by(const lexicon::Reading& reading, std::uint32_t token) {
  const Token& waker = reading.text.tokens[token];
  if (waker.kind == TokenKind::mark) return wake_by_mark(reading, token);
  for (const std::uint32_t unit : words_.units(words_.of(reading.lexicon, waker.word))) {
    if (may_match(unit)) wake(reading, unit, token);
  }
}

void Matcher::wake_by_mark(const lexicon::Reading& reading, std::uint32_t token) {
  const Token& mark = reading.text.tokens[token];
  const std::string_view view = reading.article.view;
  const auto bit = [](ClueKind kind) { return 1U << static_cast<unsigned>(kind); };
  std::uint32_t kinds = bit(ClueKind::mark);  // that the mark is of
  if (mark.space_before) kinds |= bit(ClueKind::spaced_mark);
  if (mark.text.size() > 1) kinds |= bit(ClueKind::repeated_mark);
  const std::uint32_t next = token + 1;
  if (next < first_token_ + token_count_ && reading.text.tokens[next].text.begin == mark.text.end)
    kinds |= bit(ClueKind::tight_mark);
  char before = 0;  // what the mark follows, where that is one, too
  if (token > first_token_ && !mark.space_before) {
    const Token& last = reading.text.tokens[token - 1];
    const bool is_mark = last.kind == TokenKind::mark || last.kind == TokenKind::object;
    if (is_mark) kinds |= bit(ClueKind::second_mark);
    before = view[last.text.begin];
  }
  for (const MarkWatch& watch : index_.marks[static_cast<unsigned char>(view[mark.text.begin])]) {
    if ((kinds & bit(watch.kind)) == 0 || !may_match(watch.unit)) continue;
    if (watch.before == 0 || watch.before == before) wake(reading, watch.unit, token);
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

// The first token in [begin, end) that meets a companion, or `end`.
std::uint32_t Matcher::next_that_meets(std::uint32_t companion, std::uint32_t begin,
                                       std::uint32_t end) const {
  const std::uint32_t word = companion / 64;
  while (begin < end) {
    const std::uint32_t behind = std::min(end, (begin / group_size + 1) * group_size);
    const bool may = word >= GroupRow{}.size() ||
                     ((groups_[begin / group_size][word] >> (companion % 64)) & 1U) != 0;
    for (; may && begin < behind; ++begin) {
      if (words_.meets(rows_[begin], companion)) return begin;
    }
    begin = behind;
  }
  return end;
}

// Likewise of a long stretch: remembers what was looked through, since many tokens may have it.
bool Matcher::meets_in_long(std::uint32_t companion, Stretch stretch) {
  if (looked_through_.empty()) looked_through_.resize(index_.companion_count);
  LookedThrough& known = looked_through_[companion];
  const bool is_known =
      known.block == block_ && known.begin <= stretch.begin && stretch.begin <= known.next;
  if (!is_known)
    known = {block_, stretch.begin, next_that_meets(companion, stretch.begin, token_count_)};
  return known.next < stretch.end;
}

// Whether tokens of the stretch meet the unit's companions.
bool Matcher::has_companions(const Lead& lead, Stretch stretch) {
  constexpr std::uint32_t long_stretch = 500;
  const bool is_long = stretch.end - stretch.begin > long_stretch;
  for (const std::uint32_t companion : lead.companions) {
    if (companion == no_companion) return true;
    const bool met =
        is_long ? meets_in_long(companion, stretch)
                : next_that_meets(companion, stretch.begin, stretch.end) < stretch.end;
    if (!met) return false;
  }
  return true;
}

const Bounds& Matcher::bounds_of_unit(std::uint32_t unit) {
  const Bounds& known = known_bounds(unit);
  if (known.reach != unknown_reach) return known;
  bounds_.resize(index_.leads.size());
  return bounds_[unit] = bounds_of(index_.pattern(unit));
}

void Matcher::wake(const lexicon::Reading& reading, std::uint32_t unit, std::uint32_t token) {
  State& state = states_[unit];
  if (state.block == block_ ? state.done : !may_try_block(reading, unit, state)) return;
  const Lead& lead = index_.leads[unit];
  const Bounds& known = known_bounds(unit);
  const std::uint32_t at = token - first_token_;
  Stretch near{0, token_count_};
  if (known.ends_lines != 0 && !may_end_in_word(reading)) {
    state.done = true;
    return;
  }
  // How far a match goes costs more to know than whether the block has its words.
  if (known.reach == unknown_reach && !has_companions(lead, near)) {
    state.done = true;
    return;
  }
  const Bounds bounds = is_plain_ ? bounds_of_unit(unit) : Bounds{.reach = 0};
  const bool is_far = bounds.reach == 0 && bounds.within == base::Within::text;
  if (!is_far) {
    near = around(at, bounds.within);
    if (bounds.reach > 0 && at - near.begin >= bounds.reach) near.begin = at - bounds.reach + 1;
    if (bounds.reach > 0 && near.end - at > bounds.reach) near.end = at + bounds.reach;
  }
  if (!has_companions(lead, near)) {
    state.done = is_far;
    return;
  }
  const std::vector<Token>& tokens = reading.text.tokens;
  if (!may_spell(reading, unit, tokens[token])) return;
  state.done = is_far;
  if (!is_far) near.end = at + 1;  // matches that touch the token begin there at the latest
  if (lead.head != no_companion) return try_heads(reading, unit, near, state);
  base::Span begins = reading.article.blocks[number_].text;
  if (near.begin > 0) begins.begin = tokens[first_token_ + near.begin - 1].text.end;
  if (!is_far) begins.end = tokens[token].text.end;
  try_unit(reading, unit, begins, state);
}

// Whether a match of the unit may begin at a token that its matches begin with.
bool Matcher::may_begin(const lexicon::Reading& reading, std::uint32_t unit, const Token& token) {
  const base::Span block = reading.article.blocks[number_].text;
  if (block.size() > window_size) return true;  // as for may_spell()
  if (token.kind == TokenKind::word ? words_.of(reading.lexicon, token.word).joined
                                    : token.text.size() > 1)
    return true;  // it may begin further on in the token
  const base::Pattern* pattern = index_.pattern(unit);
  if (pattern == nullptr) return true;
  Cost& cost = costs_[index_.leads[unit].rule];
  const bool may = pattern->may_begin(block.of(reading.article.view),
                                      token.text.begin - block.begin, cost.steps, memories_[unit]);
  overdrawn_ = overdrawn_ || cost.steps < cost.purse;
  return may;
}

// Tries the unit where its matches begin in the stretch.
void Matcher::try_heads(const lexicon::Reading& reading, std::uint32_t unit, Stretch stretch,
                        State& state) {
  constexpr std::size_t close = 4;  // tokens; to begin anew costs as much as to read so many
  const std::span<const Token> tokens =
      std::span(reading.text.tokens).subspan(first_token_, token_count_);
  const std::uint32_t head = index_.leads[unit].head;
  const std::uint32_t end = stretch.end;
  std::uint32_t last = 0;
  base::Span begins;
  for (std::uint32_t i = std::max(stretch.begin, state.next);
       (i = next_that_meets(head, i, end)) < end; ++i) {
    if (!may_begin(reading, unit, tokens[i])) continue;
    if (begins.end > 0 && i - last > close) {
      try_unit(reading, unit, begins, state);
      begins = {};
    }
    if (begins.end == 0) begins.begin = tokens[i].text.begin;
    begins.end = tokens[i].text.end;
    last = i;
  }
  state.next = std::max(state.next, end);
  if (begins.end > 0) try_unit(reading, unit, begins, state);
}

void Matcher::try_whole_block(const lexicon::Reading& reading, std::uint32_t unit) {
  State& state = states_[unit];
  if (!may_match(unit)) return;
  if (state.block == block_ ? state.done : !may_try_block(reading, unit, state)) return;
  state.done = true;
  try_unit(reading, unit, reading.article.blocks[number_].text, state);
}

// Whether the unit, which may match in the block and is met there for the first time, is tried.
bool Matcher::may_try_block(const lexicon::Reading& reading, std::uint32_t unit, State& state) {
  const prose::Block& where = reading.article.blocks[number_];
  state = {.block = block_, .done = true, .next = 0, .progress = Progress(where.text.begin)};
  const Lead& lead = index_.leads[unit];
  if (!lead.places().admit(where)) return false;
  Cost& cost = costs_[lead.rule];
  if (cost.article != article_)
    cost = {.article = article_, .applies = may_apply(reading, lead.rule), .purse = first_steps,
            .steps = first_steps};
  if (cost.block != block_) {
    cost.purse = std::min(cost.purse, cost.steps);
    cost.steps = cost.purse;
    cost.block = block_;
  }
  cost.steps += steps_per_byte * where.text.size();
  state.done = !cost.applies;
  if (!cost.applies) turn_off(unit);
  return cost.applies;
}

// For the article at hand.
void Matcher::turn_off(std::uint32_t unit) {
  needs_[unit].front() = never_met;
  turned_off_.push_back(unit);
}

// Whether a rule is for the article at hand.
bool Matcher::may_apply(const lexicon::Reading& reading, std::uint32_t number) {
  if (applies_[number] == 0) return false;
  const std::optional<std::uint32_t> topic = index_.topic_of(number);
  return !topic || topics_ == nullptr || topics_->about(index_.topics, *topic, reading);
}

void Matcher::try_unit(const lexicon::Reading& reading, std::uint32_t unit_number,
                       base::Span begins, State& state) {
  const base::Span block = reading.article.blocks[number_].text;
  const base::Pattern* pattern = index_.pattern(unit_number);
  if (pattern == nullptr) {
    const bool is_near = known_bounds(unit_number).reach > 0 && is_plain_;
    hits_->push_back({unit_number, number_, is_near ? begins : block, {}});
    return;
  }
  const std::uint32_t rule = index_.leads[unit_number].rule;
  Cost& cost = costs_[rule];
  if (cost.too_slow || slow_count_ >= most_slow_rules) return;
  const auto error = for_each_match(
      *pattern, memories_[unit_number], reading.article.view, block, begins, state.progress,
      cost.steps, [&](base::Match match) {
        hits_->push_back({unit_number, number_, match.whole, std::move(match.groups)});
      });
  overdrawn_ = overdrawn_ || cost.steps < cost.purse;
  if (error) report_slow(reading, rule, *error);
}

void Matcher::report_slow(const lexicon::Reading& reading, std::uint32_t number,
                          const base::Error& error) {
  costs_[number].too_slow = true;
  ++slow_count_;
  const Rule& rule = index_.rule(number);
  errors_->push_back({error.code,
                      "the rule " + rule.info.id + " (" + rule.file + ":" +
                          std::to_string(rule.position.line) +
                          ") was not tried on the whole article: " + error.message,
                      reading.source.path});
}

}  // namespace linter::checks::policy
