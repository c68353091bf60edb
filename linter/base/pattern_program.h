// What an expression can match at most, as a small automaton: where it does not match, Boost does
// not match either. Only pattern*.cpp include this.
//
// The idea is Thompson's construction as RE2 has it (code after Cox, "Regular Expression Matching:
// the Virtual Machine Approach"). What an automaton cannot tell is taken for granted: what stands
// behind or before (look-around), what a group matched (\1), every character beyond ASCII.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace linter::base::pattern_engine {

// What stands beside a place.
enum class Side : std::uint8_t { end_of_text, word, line_end, plain, beyond_ascii };

// What a place has to be.
enum class Place : std::uint8_t {
  anywhere,
  edge,      // not inside a word
  boundary,  // where a word begins or ends
  line_begin,
  line_end,
};

// Whether a place between these may be such a place.
[[nodiscard]] bool may_hold(Place place, Side before, Side behind);

// Word classes that the rules of a pack share make programs of more than 4,000. Where there is
// none, Boost.Regex is asked wherever a word wakes the pattern: four times the cost on dense text.
inline constexpr std::size_t most_instructions = 16'000;

// Characters of ASCII; those beyond are in every set.
using AsciiSet = std::array<std::uint64_t, 2>;

enum class Opcode : std::uint8_t { character, place, either, accept };

struct Instruction {
  Opcode code = Opcode::accept;
  Place place = Place::edge;  // of `place`
  std::uint16_t set = 0;      // of `character`
  std::uint32_t next = 0;
  std::uint32_t other = 0;  // of `either`
};

// Instructions, four bytes each: their code, then what they take or where else they lead to, then
// what comes next. Grown in memory, or read where they lie, which must outlive them.
class Code {
 public:
  Code() = default;
  // Whoever gives the words has seen that their numbers are in range.
  explicit Code(std::span<const std::uint32_t> words) : words_(words) {}
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;
  Code(Code&&) noexcept = default;
  Code& operator=(Code&&) noexcept = default;
  ~Code() = default;

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] Instruction operator[](std::size_t index) const { return read(words_[index]); }
  [[nodiscard]] Opcode opcode(std::size_t index) const { return opcode_in(words_[index]); }
  [[nodiscard]] std::span<const std::uint32_t> words() const { return words_; }

  // Only for what is grown in memory.
  void reserve(std::size_t size) {
    own_.reserve(size);
    words_ = own_;
  }
  void push_back(const Instruction& one) {
    own_.push_back(written(one));
    words_ = own_;
  }
  void set(std::size_t index, const Instruction& one) { own_[index] = written(one); }

  static constexpr std::uint32_t number_mask = (1U << 15U) - 1;
  [[nodiscard]] static constexpr Opcode opcode_in(std::uint32_t word) {
    return static_cast<Opcode>(word & code_mask);
  }
  [[nodiscard]] static constexpr std::uint32_t operand_in(std::uint32_t word) {
    return (word >> code_bits) & number_mask;
  }
  [[nodiscard]] static constexpr std::uint32_t next_in(std::uint32_t word) {
    return (word >> (code_bits + number_bits)) & number_mask;
  }

  [[nodiscard]] static Instruction read(std::uint32_t word) {
    const Opcode code = opcode_in(word);
    const std::uint32_t operand = operand_in(word);
    return {.code = code,
            .place = code == Opcode::place ? static_cast<Place>(operand) : Place::anywhere,
            .set = static_cast<std::uint16_t>(code == Opcode::character ? operand : 0U),
            .next = next_in(word),
            .other = code == Opcode::either ? operand : 0U};
  }

 private:
  static constexpr unsigned code_bits = 2;
  static constexpr unsigned number_bits = 15;
  static_assert(most_instructions <= 1U << number_bits && code_bits + 2 * number_bits <= 32);
  static constexpr std::uint32_t code_mask = (1U << code_bits) - 1;

  [[nodiscard]] static std::uint32_t written(const Instruction& one) {
    std::uint32_t operand = 0;
    if (one.code == Opcode::character) operand = one.set;
    if (one.code == Opcode::place) operand = static_cast<std::uint32_t>(one.place);
    if (one.code == Opcode::either) operand = one.other;
    return static_cast<std::uint32_t>(one.code) | operand << code_bits |
           one.next << (code_bits + number_bits);
  }

  std::vector<std::uint32_t> own_;
  std::span<const std::uint32_t> words_;
};

struct Look;

struct Program {
  Code code;
  std::uint32_t start = 0;  // a place that no other instruction leads to
  std::uint32_t reach = 0;  // Pattern::reach
  // Of text that is all ASCII and in which none of its looks finds something, it takes what the
  // expression matches and nothing else, as far as this many characters; 0: it may take more. There
  // are no groups then.
  std::uint32_t exact_up_to = 0;
  std::vector<Look> looks;
  // What a match ends with at its greediest, all characters of words included; empty: nothing.
  AsciiSet run{};
  static constexpr std::uint8_t unknown = UINT8_MAX;
  std::uint8_t within = unknown;  // Pattern::within, where it was kept
  std::vector<AsciiSet> sets;
  // Characters that no instruction tells apart are of one class; beside these there are two more:
  // what is beyond ASCII, and the end of the text.
  std::array<std::uint8_t, 128> class_of{};
  std::vector<std::uint8_t> examples;  // by class: one of its characters
};

// What must not stand somewhere beside a match or within it.
struct Look {
  std::uint32_t length = 0;  // of one that looks behind: in characters
  Program program;
};

struct ProgramOptions {
  bool ignore_case = true;
  bool word_bounded = true;
};

// Nothing for an expression that is not understood, that can match nothing at all (""), or whose
// automaton is large. Linear in what comes out, which has most_instructions at most.
[[nodiscard]] std::optional<Program> program_of(std::u32string_view expression,
                                                ProgramOptions options);

}  // namespace linter::base::pattern_engine
