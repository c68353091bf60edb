// Where a program may match: a lazily built deterministic automaton. Only pattern*.cpp include
// this.
//
// Subset construction on first need, after RE2's DFA: a state is the set of instructions that are
// alive, and what stands before the place. Once the states of a text are known a character costs
// about 0.5 ns where no match is under way, 2 ns where one is.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/pattern_program.h"

namespace linter::base::pattern_engine {

// One thread's, for one program, which must outlive it. Keeps at most some 1,000 states.
class Scanner {
 public:
  explicit Scanner(const Program& program);

  struct Region {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // The first stretch of `text` at or after `from` and before `until` in which matches may begin:
  // none begins before it. Linear in what is read: up to `until`, and on for as long as a match may
  // be under way.
  [[nodiscard]] std::optional<Region> next(std::string_view text, std::size_t from,
                                           std::size_t until);
  // The same by the character that a match begins with alone: one place at a time.
  [[nodiscard]] std::optional<Region> begin_in(std::string_view text, std::size_t from,
                                               std::size_t until) const;
  // Whether one may begin at `from`. What it reads, in characters, is taken from `steps`.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t from, std::int64_t& steps);

  // Where the matches end that begin at `from`.
  struct Ends {
    enum class Count : std::uint8_t { none, one, unknown };
    Count count = Count::none;
    std::size_t end = 0;  // of the one
  };
  // Unknown, too, of several: which of them Boost comes to follows from the order in which it tries,
  // but where all ways end with the same run of characters; where a character beyond ASCII stands
  // beside a match or in it; and where the program is not exact. What it reads, in characters, is
  // taken from `steps`.
  [[nodiscard]] Ends ends_of(std::string_view text, std::size_t from, std::int64_t& steps);

  // Whether a match may spell out what stands at `at`: whether what is read from there on may be
  // the rest of a match, where the first character is one that the expression names (not one of
  // many, as in \w or [^.]). Reads to where no match goes on, at most some 100 characters.
  [[nodiscard]] bool may_spell(std::string_view text, std::size_t at);

  // Whether texts make it forget its states so often that it does not pay.
  [[nodiscard]] bool is_overtaxed() const { return wasted_ > 5; }

 private:
  using StateId = std::uint32_t;
  struct State {
    std::uint32_t first = 0;  // in alive_of_all_: its instructions, ascending
    std::uint32_t count = 0;
    Side before = Side::end_of_text;
    bool floating = false;  // matches begin everywhere, not only where it began
    bool fresh = false;     // floating, and no match is under way
    std::uint64_t hash = 0;
    StateId grounded = 0;  // of a floating one: what goes on from it, plus one; 0: not known yet
  };
  // An entry of the table: what comes after a state and a class. Small: where a thousand programs
  // are asked in turn, their tables come from memory.
  struct Step {
    std::uint16_t next : 12 = 0;
    std::uint16_t known : 1 = 0;
    std::uint16_t dead : 1 = 0;     // no match can be under way any more
    std::uint16_t accepts : 1 = 0;  // a match ends before the character
    std::uint16_t fresh : 1 = 0;    // so is the next state
  };
  static_assert(sizeof(Step) == 2);

  // The instructions that are alive in a state; until another is made.
  [[nodiscard]] std::span<const std::uint32_t> alive_in(StateId state) const {
    return std::span(alive_of_all_).subspan(states_[state].first, states_[state].count);
  }
  [[nodiscard]] std::uint32_t class_at(std::string_view text, std::size_t at,
                                       std::size_t& length) const;
  [[nodiscard]] std::size_t skip(std::string_view text, std::size_t at, std::size_t until) const;
  [[nodiscard]] bool goes_on(std::string_view text, std::size_t at, StateId state,
                             std::size_t until = SIZE_MAX);
  [[nodiscard]] bool ends_in_run(std::string_view text, std::size_t first, std::size_t last) const;
  [[nodiscard]] bool sees(std::size_t look, std::string_view text, std::size_t from,
                          std::size_t end, std::int64_t& steps);
  StateId start(std::string_view text, std::size_t from, bool floating);
  StateId spelling(std::string_view text, std::size_t from);
  Step step(StateId& from, std::uint32_t character_class);
  Step make_step(StateId& from, std::uint32_t character_class);
  void add(std::uint32_t instruction) {
    if (program_.code.opcode(instruction) == Opcode::either) return add_either(instruction);
    if (marks_[instruction] == round_) return;
    marks_[instruction] = round_;
    adding_.push_back(instruction);
  }
  void add_either(std::uint32_t instruction);
  void begin_round();
  void add_taking(const std::vector<std::uint32_t>& alive, std::uint32_t character_class,
                  Side behind);
  // Until it is asked for another.
  std::span<const std::uint32_t> begun(Side before, Side behind, std::uint32_t character_class);
  void pass_places(Side before, Side behind);
  bool pass_state(StateId state, Side before, Side behind);
  void find_begins();
  void find_begins(Side before, Side behind);
  [[nodiscard]] AsciiSet taken_next() const;
  void let_begin(const AsciiSet& first, unsigned befores, Side behind);
  StateId id_of(std::span<const std::uint32_t> alive, Side before, bool floating);
  void spread_ids(std::size_t size);
  StateId grounded(StateId floating);
  void make_room(StateId& kept);
  void forget();

  // What each step asks for stands together.
  const std::uint8_t* class_of_;  // the program's
  std::vector<Step> table_;       // by state and class
  std::uint64_t scanned_ = 0;     // bytes since it last forgot
  std::uint32_t classes_;
  std::uint32_t wasted_ = 0;            // how often it forgot what it had hardly used
  std::array<StateId, 10> starts_{};    // by side and floating; one more than the id, 0: none yet
  std::array<StateId, 5> spellings_{};  // likewise, by side
  // By byte: in the low bits, by what stands before it, whether a match may begin with it; in the
  // high bits its own side.
  std::array<std::uint8_t, 256> begins_{};
  const Program& program_;
  std::vector<Scanner> looks_;  // of the program's, once one is asked
  std::vector<State> states_;
  std::vector<std::uint32_t> alive_of_all_;
  std::vector<StateId> ids_;  // by hash of a state: one more than its id, 0: none
  // What a match goes on from that begins with a character, by what stands before it and by class;
  // empty where it was not asked for.
  struct Begun {
    std::uint32_t first = 0;  // in alive_of_begun_, plus one; 0: not known yet
    std::uint32_t count = 0;
  };
  std::array<std::vector<Begun>, 5> begun_;
  std::vector<std::uint32_t> alive_of_begun_;
  std::vector<std::uint32_t> adding_;  // scratch
  std::vector<std::uint32_t> pending_;
  std::vector<std::uint32_t> alive_;
  std::vector<std::uint8_t> marks_;  // by instruction: the round that added it
  std::uint8_t round_ = 0;
};

}  // namespace linter::base::pattern_engine
