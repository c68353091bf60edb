// What an expression matches exactly, for text of ASCII. Only pattern*.cpp include this.
//
// Backtracking in the order of Perl, as Boost does it, over instructions instead of states on the
// heap: most expressions are simple enough for it, so that Boost need not compile them. What is not
// (\K, "(?i)", a repeat of what may be empty and the like) has no route, and where a character beyond
// ASCII comes in sight a route leaves the answer to Boost.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/pattern_syntax.h"

namespace linter::base::pattern_engine {

enum class Turn : std::uint8_t {
  take,    // one character of the set
  run,     // `least` to `most` characters of the set
  fork,    // goes on with `next`, or else with `other`
  choose,  // goes on with what the table `other` has for the character, or else with `next`
  mark,    // writes the place down in slot `other`
  place,   // a place
  look,    // what begins at `other` is there, or is not
  arrive,  // a match ends, or what `look` asks for is there
};

struct Leg {
  Turn turn = Turn::arrive;
  Place place = Place::edge;
  Greed greed = Greed::most_first;
  Look look = Look::ahead;
  std::uint32_t next = 0;
  std::uint32_t other = 0;  // of `look` behind: `least` characters before the place
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  AsciiSet set{};          // of `take` and `run`
  AsciiSet first{};        // characters that may come next where it goes on
  bool may_arrive = true;  // perhaps none comes any more
};

// For each character of ASCII, by its last five bits, where to go on.
using Junction = std::array<std::uint32_t, 32>;

struct Route {
  std::vector<Leg> legs;
  std::vector<Junction> junctions;
  std::uint32_t start = 0;
  std::uint32_t groups = 0;
};

// Nothing for an expression that is not simple enough, or takes more than 2,000 legs.
[[nodiscard]] std::optional<Route> route_of(std::u32string_view expression, ProgramOptions options);

// One thread's. Keeps its memory from one search to the next.
class Walker {
 public:
  enum class Outcome : std::uint8_t { match, none, unknown };

  // Whether a match begins at `from`; it is not empty. What it costs is taken from `steps`. Unknown
  // also where it takes thousands of steps.
  Outcome walk(const Route& route, std::string_view text, std::size_t from, std::int64_t& steps);

  // Of the last match.
  [[nodiscard]] std::size_t end() const { return end_; }
  // Begin and end of each group, from 1; no_place where it took no part.
  [[nodiscard]] std::span<const std::uint32_t> slots() const { return slots_; }
  static constexpr std::uint32_t no_place = UINT32_MAX;

 private:
  // What is tried next where one way fails.
  struct Retreat {
    std::uint32_t leg = 0;
    std::uint32_t at = 0;    // the place; of a slot, what stood in it
    std::uint32_t last = 0;  // of a run: how far it may go back, or forth
    enum class Kind : std::uint8_t { fork, run, slot } kind = Kind::fork;
  };

  bool walk_from(std::uint32_t leg, std::uint32_t at, bool is_look);
  bool run(std::uint32_t number, std::uint32_t& at);
  bool retreat(std::size_t bottom, std::uint32_t& leg, std::uint32_t& at);
  [[nodiscard]] bool may_go(std::uint32_t leg, std::uint32_t at) const;
  [[nodiscard]] std::uint32_t chosen(const Leg& leg, std::uint32_t at) const;
  [[nodiscard]] bool takes(const AsciiSet& set, std::uint32_t at);
  [[nodiscard]] bool holds(Place place, std::uint32_t at);
  bool looks(const Leg& leg, std::uint32_t at);
  [[nodiscard]] bool is_word(std::uint32_t at);

  const Route* route_ = nullptr;
  std::string_view text_;
  std::uint32_t from_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t left_ = 0;  // steps
  bool is_unknown_ = false;
  std::vector<Retreat> retreats_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace linter::base::pattern_engine
