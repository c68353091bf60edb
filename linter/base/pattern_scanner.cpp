#include "linter/base/pattern_scanner.h"

#include <algorithm>

#include "linter/base/utf8.h"

namespace linter::base::pattern_engine {
namespace {

constexpr std::size_t most_states = 1000;
constexpr std::uint64_t worth_keeping = 20;  // bytes that each state should have served

constexpr unsigned own_side = 5;  // the bits of begins_ where a byte's own side stands
constexpr std::size_t sides = 5;

Side side_of(unsigned char c) {
  if (c >= 0x80) return Side::beyond_ascii;
  if (is_word_character(c)) return Side::word;
  return c >= '\n' && c <= '\r' ? Side::line_end : Side::plain;
}

}  // namespace

Scanner::Scanner(const Program& program)
    : program_(program),
      classes_(static_cast<std::uint32_t>(program.examples.size() + 2)),
      marks_(program.code.size()) {
  for (std::size_t side = 0; side < sides; ++side) {
    for (const Side behind : {Side::word, Side::line_end, Side::plain, Side::beyond_ascii})
      find_begins(static_cast<Side>(side), behind);
  }
}

// Sets the bits of begins_ for a match that begins between `before` and `behind`.
void Scanner::find_begins(Side before, Side behind) {
  ++round_;
  adding_.clear();
  add(program_.start);
  pass_places(before, behind);
  AsciiSet first{};
  for (const std::uint32_t number : adding_) {
    const Instruction& one = program_.code[number];
    if (one.code != Opcode::character) continue;
    first[0] |= program_.sets[one.set][0];
    first[1] |= program_.sets[one.set][1];
  }
  const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(before));
  for (unsigned byte = 0; byte < begins_.size(); ++byte) {
    if (side_of(static_cast<unsigned char>(byte)) != behind) continue;
    begins_[byte] |= static_cast<std::uint8_t>(static_cast<unsigned>(behind) << own_side);
    if (byte >= 0x80 || ((first[byte >> 6U] >> (byte & 63U)) & 1U) != 0) begins_[byte] |= bit;
  }
}

// The first place at or after `at` where a match may begin with the character there.
std::size_t Scanner::skip(std::string_view text, std::size_t at) const {
  unsigned before = at == 0 ? 0U : begins_[static_cast<unsigned char>(text[at - 1])] >> own_side;
  for (; at < text.size(); ++at) {
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
    return program_.class_of[byte];
  }
  length = decode(text, at).length;
  return classes_ - 2;
}

// Adds an instruction and what is reached from it without a character and without a condition.
void Scanner::add(std::uint32_t instruction) {
  pending_.push_back(instruction);
  while (!pending_.empty()) {
    const std::uint32_t at = pending_.back();
    pending_.pop_back();
    if (marks_[at] == round_) continue;
    marks_[at] = round_;
    const Instruction& one = program_.code[at];
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
    const Instruction& one = program_.code[adding_[i]];
    if (one.code == Opcode::place && may_hold(one.place, before, behind)) add(one.next);
  }
}

Scanner::StateId Scanner::id_of(std::vector<std::uint32_t> alive, Side before, bool floating) {
  std::u32string key(alive.begin(), alive.end());
  key += static_cast<char32_t>(static_cast<unsigned>(before) * 2 + (floating ? 1U : 0U));
  const auto [found, is_new] = ids_.emplace(std::move(key), static_cast<StateId>(states_.size()));
  if (is_new) {
    const bool fresh = floating && alive.size() == 1 && alive.front() == program_.start;
    states_.push_back({std::move(alive), before, floating, fresh});
    table_.resize(table_.size() + classes_);
  }
  return found->second;
}

void Scanner::forget() {
  if (scanned_ < worth_keeping * most_states) ++wasted_;
  scanned_ = 0;
  states_.clear();
  table_.clear();
  ids_.clear();
  starts_.fill(0);
}

Scanner::StateId Scanner::start(std::string_view text, std::size_t from, bool floating) {
  const Side before =
      from == 0 ? Side::end_of_text : side_of(static_cast<unsigned char>(text[from - 1]));
  StateId& known = starts_[static_cast<std::size_t>(before) * 2 + (floating ? 1U : 0U)];
  if (known == 0) known = id_of({program_.start}, before, floating) + 1;
  return known - 1;
}

// `from` is the same state afterwards, perhaps with another number.
Scanner::Step Scanner::make_step(StateId& from, std::uint32_t character_class) {
  if (states_.size() >= most_states) {
    State kept = std::move(states_[from]);
    forget();
    from = id_of(std::move(kept.alive), kept.before, kept.floating);
  }
  const Side before = states_[from].before;
  const bool floating = states_[from].floating;
  Side behind = Side::end_of_text;
  if (character_class + 2 == classes_) behind = Side::beyond_ascii;
  if (character_class + 2 < classes_) behind = side_of(program_.examples[character_class]);
  // what is alive, with the conditions that hold here
  ++round_;
  adding_.clear();
  for (const std::uint32_t one : states_[from].alive) add(one);
  pass_places(before, behind);
  Step step;
  std::vector<std::uint32_t> alive;
  alive.swap(adding_);
  ++round_;
  for (const std::uint32_t number : alive) {
    const Instruction& one = program_.code[number];
    if (one.code == Opcode::accept) step.accepts = 1;
    if (one.code != Opcode::character || behind == Side::end_of_text) continue;
    const bool takes = behind == Side::beyond_ascii ||
                       ((program_.sets[one.set][program_.examples[character_class] >> 6U] >>
                         (program_.examples[character_class] & 63U)) &
                        1U) != 0;
    if (takes) add(one.next);
  }
  if (floating) add(program_.start);
  std::ranges::sort(adding_);
  step.next = id_of(adding_, behind, floating) & ((1U << 29U) - 1);
  step.fresh = states_[step.next].fresh ? 1 : 0;
  step.known = 1;
  adding_.clear();
  table_[from * classes_ + character_class] = step;
  return step;
}

Scanner::Step Scanner::step(StateId& from, std::uint32_t character_class) {
  const Step known = table_[from * classes_ + character_class];
  return known.known != 0 ? known : make_step(from, character_class);
}

std::optional<Scanner::Region> Scanner::next(std::string_view text, std::size_t from) {
  std::size_t at = skip(text, from);
  if (at >= text.size()) return std::nullopt;
  scanned_ += text.size() - at;
  StateId state = start(text, at, true);
  Region region{at, at};
  bool accepted = false;
  while (at < text.size()) {
    std::size_t length = 1;
    const std::uint32_t character_class = class_at(text, at, length);
    const Step taken = step(state, character_class);
    accepted = accepted || taken.accepts != 0;
    state = taken.next;
    at += length;
    if (taken.fresh == 0) continue;
    if (accepted) {
      region.end = at;
      return region;
    }
    const std::size_t place = skip(text, at);
    if (place != at) {
      at = place;
      if (at >= text.size()) return std::nullopt;
      state = start(text, at, true);
    }
    region.begin = at;
  }
  if (!accepted && step(state, classes_ - 1).accepts == 0) return std::nullopt;
  region.end = text.size();
  return region;
}

bool Scanner::may_begin(std::string_view text, std::size_t from, std::int64_t& steps) {
  StateId state = start(text, from, false);
  for (std::size_t at = from; at < text.size();) {
    std::size_t length = 1;
    const std::uint32_t character_class = class_at(text, at, length);
    const Step taken = step(state, character_class);
    if (taken.accepts != 0) return true;
    state = taken.next;
    at += length;
    --steps;
    if (states_[state].alive.empty()) return false;
  }
  return step(state, classes_ - 1).accepts != 0;
}

}  // namespace linter::base::pattern_engine
