#include "linter/base/pattern_scanner.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "linter/base/utf8.h"

namespace linter::base::pattern_engine {
namespace {

constexpr std::size_t most_states = 1000;
constexpr std::size_t fewest_ids = 16;       // a power of two
constexpr std::uint64_t worth_keeping = 20;  // bytes that each state should have served

constexpr std::size_t farthest = 100;  // characters that may_spell() reads, ends_of() from an end on

constexpr unsigned own_side = 5;  // the bits of begins_ where a byte's own side stands
constexpr std::size_t sides = 5;

Side side_of(unsigned char c) {
  if (c >= 0x80) return Side::beyond_ascii;
  if (is_word_character(c)) return Side::word;
  return c >= '\n' && c <= '\r' ? Side::line_end : Side::plain;
}

// By byte: its side, as begins_ has it.
std::array<std::uint8_t, 256> own_sides() {
  std::array<std::uint8_t, 256> all{};
  for (unsigned byte = 0; byte < all.size(); ++byte) {
    const auto own = static_cast<unsigned>(side_of(static_cast<unsigned char>(byte)));
    all[byte] = static_cast<std::uint8_t>(own << own_side);
  }
  return all;
}

// Whether a set is of characters that the expression names, one by one or as digits: of those the
// words come that a match is known to hold.
bool is_named(const AsciiSet& set) {
  constexpr int most = 16;  // eight letters, as capitals too
  constexpr std::uint64_t digits = std::uint64_t{0x3FF} << static_cast<unsigned>('0');
  return std::popcount(set[0]) + std::popcount(set[1]) <= most ||
         ((set[0] & ~digits) == 0 && set[1] == 0);
}

Side side_before(std::string_view text, std::size_t at) {
  return at == 0 ? Side::end_of_text : side_of(static_cast<unsigned char>(text[at - 1]));
}

}  // namespace

Scanner::Scanner(const Program& program)
    : class_of_(program.class_of.data()),
      classes_(static_cast<std::uint32_t>(program.examples.size() + 2)),
      program_(program),
      ids_(fewest_ids),
      marks_(program.code.size()) {
  states_.reserve(fewest_ids);
  alive_of_all_.reserve(2 * fewest_ids);
  table_.reserve(fewest_ids * classes_);
  static const std::array<std::uint8_t, 256> sides_alone = own_sides();
  begins_ = sides_alone;
  find_begins();
}

// Nothing is marked with round_ now.
void Scanner::begin_round() {
  if (++round_ != 0) return;
  std::ranges::fill(marks_, std::uint8_t{0});
  round_ = 1;
}

// Sets begins_. Mostly nothing but the start is a place, so that what a match begins with is the
// same wherever it may begin.
void Scanner::find_begins() {
  const Instruction start = program_.code[program_.start];
  begin_round();
  adding_.clear();
  add(start.next);
  const bool is_plain = std::ranges::none_of(
      adding_, [&](std::uint32_t number) { return program_.code.opcode(number) == Opcode::place; });
  const AsciiSet first = taken_next();
  for (const Side behind : {Side::word, Side::line_end, Side::plain, Side::beyond_ascii}) {
    unsigned befores = 0;
    for (unsigned side = 0; side < sides; ++side) {
      const auto before = static_cast<Side>(side);
      if (!is_plain) find_begins(before, behind);
      if (is_plain && may_hold(start.place, before, behind)) befores |= 1U << side;
    }
    if (befores != 0) let_begin(first, befores, behind);
  }
  adding_.clear();
}

// Sets the bits of begins_ for a match that begins between `before` and `behind`.
void Scanner::find_begins(Side before, Side behind) {
  begin_round();
  adding_.clear();
  add(program_.start);
  pass_places(before, behind);
  let_begin(taken_next(), 1U << static_cast<unsigned>(before), behind);
}

// The characters that what is in adding_ takes.
AsciiSet Scanner::taken_next() const {
  AsciiSet first{};
  for (const std::uint32_t number : adding_) {
    const Instruction one = program_.code[number];
    if (one.code != Opcode::character) continue;
    first[0] |= program_.sets[one.set][0];
    first[1] |= program_.sets[one.set][1];
  }
  return first;
}

// The same for one that begins with a character of `first`, behind any of the sides `befores`, a
// bit each.
void Scanner::let_begin(const AsciiSet& first, unsigned befores, Side behind) {
  const auto bits = static_cast<std::uint8_t>(befores);
  if (behind == Side::beyond_ascii) {
    for (unsigned byte = 0x80; byte < begins_.size(); ++byte) begins_[byte] |= bits;
    return;
  }
  for (std::size_t half = 0; half < first.size(); ++half) {
    for (std::uint64_t left = first[half]; left != 0; left &= left - 1) {
      const std::size_t byte = half * 64 + static_cast<unsigned>(__builtin_ctzll(left));
      if (begins_[byte] >> own_side == static_cast<unsigned>(behind)) begins_[byte] |= bits;
    }
  }
}

// The first place at or after `at` where a match may begin with the character there, or `until`.
std::size_t Scanner::skip(std::string_view text, std::size_t at, std::size_t until) const {
  unsigned before = at == 0 ? 0U : begins_[static_cast<unsigned char>(text[at - 1])] >> own_side;
  for (; at < until; ++at) {
    const unsigned here = begins_[static_cast<unsigned char>(text[at])];
    if (((here >> before) & 1U) != 0) break;
    before = here >> own_side;
  }
  return at;
}

std::uint32_t Scanner::class_at(std::string_view text, std::size_t at, std::size_t& length) const {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    length = 1;
    return class_of_[byte];
  }
  length = decode(text, at).length;
  return classes_ - 2;
}

// Adds what is reached from an instruction without a character and without a condition.
void Scanner::add_either(std::uint32_t instruction) {
  pending_.push_back(instruction);
  while (!pending_.empty()) {
    const std::uint32_t at = pending_.back();
    pending_.pop_back();
    if (marks_[at] == round_) continue;
    marks_[at] = round_;
    const Instruction one = program_.code[at];
    if (one.code == Opcode::either) {
      pending_.push_back(one.next);
      pending_.push_back(one.other);
    } else {
      adding_.push_back(at);
    }
  }
}

// Adds what lies behind the places that may hold here.
void Scanner::pass_places(Side before, Side behind) {
  for (std::size_t i = 0; i < adding_.size(); ++i) {
    const Instruction one = program_.code[adding_[i]];
    if (one.code == Opcode::place && may_hold(one.place, before, behind)) add(one.next);
  }
}

Scanner::StateId Scanner::id_of(std::span<const std::uint32_t> alive, Side before, bool floating) {
  std::uint64_t hash = static_cast<std::uint64_t>(before) * 2 + (floating ? 1U : 0U);
  for (const std::uint32_t one : alive) hash = (hash ^ one) * 0x9E3779B97F4A7C15U;
  hash ^= hash >> 32U;
  std::size_t at = hash & (ids_.size() - 1);
  for (; ids_[at] != 0; at = (at + 1) & (ids_.size() - 1)) {
    const State& known = states_[ids_[at] - 1];
    if (known.before == before && known.floating == floating &&
        std::ranges::equal(alive_in(ids_[at] - 1), alive))
      return ids_[at] - 1;
  }
  const auto id = static_cast<StateId>(states_.size());
  ids_[at] = id + 1;
  const bool fresh = floating && alive.size() == 1 && alive.front() == program_.start;
  const auto first = static_cast<std::uint32_t>(alive_of_all_.size());
  alive_of_all_.insert(alive_of_all_.end(), alive.begin(), alive.end());
  states_.push_back(
      {first, static_cast<std::uint32_t>(alive.size()), before, floating, fresh, hash, 0});
  table_.resize(table_.size() + classes_);
  if (2 * states_.size() > ids_.size()) spread_ids(2 * ids_.size());
  return id;
}

void Scanner::spread_ids(std::size_t size) {
  ids_.assign(size, 0);
  for (StateId id = 0; id < states_.size(); ++id) {
    std::size_t at = states_[id].hash & (size - 1);
    while (ids_[at] != 0) at = (at + 1) & (size - 1);
    ids_[at] = id + 1;
  }
}

void Scanner::forget() {
  if (scanned_ < worth_keeping * most_states) ++wasted_;
  scanned_ = 0;
  states_.clear();
  alive_of_all_.clear();
  table_.clear();
  spread_ids(fewest_ids);
  starts_.fill(0);
  spellings_.fill(0);
}

Scanner::StateId Scanner::start(std::string_view text, std::size_t from, bool floating) {
  const Side before = side_before(text, from);
  StateId& known = starts_[static_cast<std::size_t>(before) * 2 + (floating ? 1U : 0U)];
  if (known == 0) known = id_of(std::span(&program_.start, 1), before, floating) + 1;
  return known - 1;
}

// Of every match that takes one of its named characters next.
Scanner::StateId Scanner::spelling(std::string_view text, std::size_t from) {
  const Side before = side_before(text, from);
  StateId& known = spellings_[static_cast<std::size_t>(before)];
  if (known == 0) {
    std::vector<std::uint32_t> alive;
    for (std::uint32_t i = 0; i < program_.code.size(); ++i) {
      const Instruction one = program_.code[i];
      if (one.code == Opcode::character && is_named(program_.sets[one.set])) alive.push_back(i);
    }
    known = id_of(alive, before, false) + 1;
  }
  return known - 1;
}

// Forgets the others where there are too many; `kept` is the same state afterwards, perhaps with
// another number.
void Scanner::make_room(StateId& kept) {
  if (states_.size() < most_states) return;
  const State state = states_[kept];
  const auto own = alive_in(kept);
  const std::vector<std::uint32_t> alive(own.begin(), own.end());
  forget();
  kept = id_of(alive, state.before, state.floating);
}

// What is under way in a floating state, without matches that begin later.
Scanner::StateId Scanner::grounded(StateId floating) {
  if (states_[floating].grounded == 0) {
    make_room(floating);
    const auto own = alive_in(floating);
    std::vector<std::uint32_t> alive(own.begin(), own.end());
    std::erase(alive, program_.start);
    const StateId made = id_of(alive, states_[floating].before, false);
    states_[floating].grounded = made + 1;
  }
  return states_[floating].grounded - 1;
}

// `from` is the same state afterwards, perhaps with another number.
Scanner::Step Scanner::make_step(StateId& from, std::uint32_t character_class) {
  make_room(from);
  const Side before = states_[from].before;
  const bool floating = states_[from].floating;
  Side behind = Side::end_of_text;
  if (character_class + 2 == classes_) behind = Side::beyond_ascii;
  if (character_class + 2 < classes_) behind = side_of(program_.examples[character_class]);
  const bool begins = std::ranges::binary_search(alive_in(from), program_.start);
  if (begins) static_cast<void>(begun(before, behind, character_class));
  Step step;
  step.accepts = pass_state(from, before, behind) ? 1 : 0;
  begin_round();
  add_taking(alive_, character_class, behind);
  if (begins) {
    for (const std::uint32_t one : begun(before, behind, character_class)) add(one);
  }
  if (floating) add(program_.start);
  std::ranges::sort(adding_);
  step.next = id_of(adding_, behind, floating) & 0xFFFU;  // of some more than most_states at most
  step.fresh = states_[step.next].fresh ? 1 : 0;
  step.dead = adding_.empty() ? 1 : 0;
  step.known = 1;
  adding_.clear();
  table_[from * classes_ + character_class] = step;
  return step;
}

// Sets alive_ to what is alive in a state but for its start, with the conditions that hold here;
// true where a match is at its end.
bool Scanner::pass_state(StateId state, Side before, Side behind) {
  const auto is = [&](Opcode code) {
    return [this, code](std::uint32_t number) { return program_.code.opcode(number) == code; };
  };
  alive_.clear();
  std::ranges::remove_copy(alive_in(state), std::back_inserter(alive_), program_.start);
  if (std::ranges::any_of(alive_, is(Opcode::place))) {
    begin_round();
    adding_.clear();
    for (const std::uint32_t one : alive_) add(one);
    pass_places(before, behind);
    alive_.swap(adding_);
  }
  return std::ranges::any_of(alive_, is(Opcode::accept));
}

// Adds what comes behind those of `alive` that take a character of the class.
void Scanner::add_taking(const std::vector<std::uint32_t>& alive, std::uint32_t character_class,
                         Side behind) {
  adding_.clear();
  if (behind == Side::end_of_text) return;
  const bool is_ascii = behind != Side::beyond_ascii;
  const std::uint8_t example = is_ascii ? program_.examples[character_class] : 0;
  for (const std::uint32_t number : alive) {
    const Instruction one = program_.code[number];
    if (one.code != Opcode::character) continue;
    if (!is_ascii || ((program_.sets[one.set][example >> 6U] >> (example & 63U)) & 1U) != 0)
      add(one.next);
  }
}

// What goes on from matches that begin between `before` and `behind`, with a character of the
// class.
std::span<const std::uint32_t> Scanner::begun(Side before, Side behind,
                                              std::uint32_t character_class) {
  std::vector<Begun>& all = begun_[static_cast<std::size_t>(before)];
  if (all.empty()) all.resize(classes_);
  Begun& one = all[character_class];
  if (one.first == 0) {
    begin_round();
    adding_.clear();
    add(program_.start);
    pass_places(before, behind);
    alive_.swap(adding_);
    begin_round();
    add_taking(alive_, character_class, behind);
    one = {static_cast<std::uint32_t>(alive_of_begun_.size() + 1),
           static_cast<std::uint32_t>(adding_.size())};
    alive_of_begun_.insert(alive_of_begun_.end(), adding_.begin(), adding_.end());
  }
  return std::span(alive_of_begun_).subspan(one.first - 1, one.count);
}

Scanner::Step Scanner::step(StateId& from, std::uint32_t character_class) {
  const Step known = table_[from * classes_ + character_class];
  return known.known != 0 ? known : make_step(from, character_class);
}

std::optional<Scanner::Region> Scanner::next(std::string_view text, std::size_t from,
                                             std::size_t until) {
  std::size_t at = skip(text, from, until);
  if (at >= until) return std::nullopt;
  StateId state = start(text, at, true);
  Region region{at, at};
  bool accepted = false;
  while (at < until) {
    std::size_t length = 1;
    const std::uint32_t character_class = class_at(text, at, length);
    const Step taken = step(state, character_class);
    accepted = accepted || taken.accepts != 0;
    state = taken.next;
    at += length;
    ++scanned_;
    if (taken.fresh == 0) continue;
    if (accepted) {
      region.end = std::min(at, until);
      return region;
    }
    const std::size_t place = skip(text, at, until);
    if (place != at) {
      at = place;
      if (at >= until) return std::nullopt;
      state = start(text, at, true);
    }
    region.begin = at;
  }
  if (!accepted && !goes_on(text, at, grounded(state))) return std::nullopt;
  region.end = until;
  return region;
}

std::optional<Scanner::Region> Scanner::begin_in(std::string_view text, std::size_t from,
                                                 std::size_t until) const {
  const std::size_t at = skip(text, from, until);
  return at < until ? std::optional(Region{at, at + 1}) : std::nullopt;
}

// Whether what is under way at `at` may come to its end, or gets as far as `until`.
bool Scanner::goes_on(std::string_view text, std::size_t at, StateId state, std::size_t until) {
  while (at < text.size()) {
    if (at >= until) return true;
    std::size_t length = 1;
    const std::uint32_t character_class = class_at(text, at, length);
    const Step taken = step(state, character_class);
    if (taken.accepts != 0) return true;
    if (taken.dead != 0) return false;
    state = taken.next;
    at += length;
    ++scanned_;
  }
  return step(state, classes_ - 1).accepts != 0;
}

Scanner::Ends Scanner::ends_of(std::string_view text, std::size_t from, std::int64_t& steps) {
  constexpr Ends unknown{Ends::Count::unknown};
  const auto is_ascii = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) < 0x80; };
  if (program_.exact_up_to == 0 || (from > 0 && !is_ascii(from - 1))) return unknown;
  const bool has_run = (program_.run[0] | program_.run[1]) != 0;
  std::size_t first = 0;
  std::size_t last = 0;
  StateId state = start(text, from, false);
  for (std::size_t at = from;; ++at) {
    if (at < text.size() && !is_ascii(at)) return unknown;
    --steps;
    ++scanned_;
    const Step taken =
        step(state, at < text.size() ? class_of_[static_cast<unsigned char>(text[at])]
                                     : classes_ - 1);
    if (taken.accepts != 0) {
      if (last != 0 && !has_run) return unknown;
      if (last == 0) first = at;
      last = at;
    }
    if (taken.dead != 0 || at == text.size()) break;
    if (last != 0 && at - last == farthest) return unknown;
    state = taken.next;
  }
  if (last == 0) return {};
  if (last - from > program_.exact_up_to) return unknown;
  if (first != last && !ends_in_run(text, first, last)) return unknown;
  for (std::size_t look = 0; look < program_.looks.size(); ++look)
    if (sees(look, text, from, last, steps)) return unknown;
  return {Ends::Count::one, last};
}

// Whether each way to match goes on to `last`, where the first ends at `first`: the run that they
// all end with takes what stands between, and does not go on behind it.
bool Scanner::ends_in_run(std::string_view text, std::size_t first, std::size_t last) const {
  const auto takes = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && ((program_.run[byte >> 6U] >> (byte & 63U)) & 1U) != 0;
  };
  return std::ranges::all_of(text.substr(first, last - first), takes) &&
         (last == text.size() || !takes(text[last]));
}

// Whether a look may find something where a match from `from` to `end` asks it.
bool Scanner::sees(std::size_t number, std::string_view text, std::size_t from, std::size_t end,
                   std::int64_t& steps) {
  if (looks_.empty())
    for (const Look& look : program_.looks) looks_.emplace_back(look.program);
  const std::size_t begin = from - std::min<std::size_t>(from, program_.looks[number].length);
  const std::size_t until = std::min(end + 1, text.size());
  constexpr std::int64_t most_steps = 500;  // then Boost is asked, which looks at one place alone
  std::int64_t left = most_steps;
  Scanner& look = looks_[number];
  bool is_seen = false;
  for (std::size_t at = look.skip(text, begin, until); at < until && !is_seen;
       at = look.skip(text, at + 1, until))
    is_seen = look.may_begin(text, at, left) || left < 0;
  steps -= most_steps - left;
  return is_seen;
}

bool Scanner::may_spell(std::string_view text, std::size_t at) {
  return goes_on(text, at, spelling(text, at), at + farthest);
}

bool Scanner::may_begin(std::string_view text, std::size_t from, std::int64_t& steps) {
  const std::uint64_t before = scanned_;
  const bool may = goes_on(text, from, start(text, from, false));
  steps -= static_cast<std::int64_t>(scanned_ - before);
  return may;
}

}  // namespace linter::base::pattern_engine
