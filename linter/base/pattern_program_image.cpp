#include "linter/base/pattern_program_image.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/pattern_syntax.h"
#include "linter/base/pattern_within.h"

namespace linter::base::pattern_engine {
namespace {

// An instruction is a word: its code, then what it takes or where else it leads to, then what comes
// next.
constexpr unsigned code_bits = 2;
constexpr unsigned number_bits = 15;
static_assert(most_instructions <= 1U << number_bits && code_bits + 2 * number_bits <= 32);
constexpr std::uint32_t code_mask = (1U << code_bits) - 1;
constexpr std::uint32_t number_mask = (1U << number_bits) - 1;

std::uint32_t operand_of(const Instruction& one) {
  switch (one.code) {
    case Opcode::character:
      return one.set;
    case Opcode::place:
      return static_cast<std::uint32_t>(one.place);
    case Opcode::either:
      return one.other;
    case Opcode::accept:
      break;
  }
  return 0;
}

std::uint32_t word_of(const Instruction& one) {
  return static_cast<std::uint32_t>(one.code) | operand_of(one) << code_bits |
         one.next << (code_bits + number_bits);
}

Instruction instruction_in(std::uint32_t word) {
  const auto code = static_cast<Opcode>(word & code_mask);
  const std::uint32_t operand = (word >> code_bits) & number_mask;
  const auto operand_for = [&](Opcode wanted) { return code == wanted ? operand : 0U; };
  return {.code = code,
          .place = static_cast<Place>(operand_for(Opcode::place)),
          .set = static_cast<std::uint16_t>(operand_for(Opcode::character)),
          .next = (word >> (code_bits + number_bits)) & number_mask,
          .other = operand_for(Opcode::either)};
}

// False where a number in them is out of range.
bool read_code(std::span<const std::uint32_t> words, Program& program) {
  std::uint32_t most_next = 0;
  std::uint16_t most_set = 0;
  Place most_place = Place::anywhere;
  program.code.reserve(words.size());
  for (const std::uint32_t word : words) {
    const Instruction& one = program.code.emplace_back(instruction_in(word));
    most_next = std::max({most_next, one.next, one.other});
    most_set = std::max(most_set, one.set);
    most_place = std::max(most_place, one.place);
  }
  return most_next < words.size() && most_set < program.sets.size() &&
         most_place <= Place::line_end;
}

bool are_classes(const Program& program) {
  const std::size_t count = program.examples.size();
  return count > 0 && count <= program.class_of.size() &&
         std::ranges::all_of(program.class_of, [&](std::uint8_t one) { return one < count; }) &&
         std::ranges::all_of(program.examples, [](std::uint8_t one) { return one < 128; });
}

void put_program(ImageWriter& image, const Program& program) {
  std::vector<std::uint32_t> code;
  for (const Instruction& one : program.code) code.push_back(word_of(one));
  put(image, code);
  image.number(program.start);
  put(image, program.sets);
  image.array(std::span<const std::uint8_t>(program.class_of));
  put(image, program.examples);
  image.number(program.exact_up_to);
  for (const std::uint64_t half : program.run) image.number(half);
  image.number(program.looks.size());
  for (const Look& look : program.looks) {
    image.number(look.length);
    put_program(image, look.program);
  }
}

// False for what is not sound. Looks may hold others, and these others.
bool get_program(ImageReader& image, Program& program, unsigned depth) {
  const auto code = image.array<std::uint32_t>();
  program.start = static_cast<std::uint32_t>(image.number());
  get(image, program.sets);
  const auto classes = image.array<std::uint8_t>();
  get(image, program.examples);
  program.exact_up_to = static_cast<std::uint32_t>(image.number());
  for (std::uint64_t& half : program.run) half = image.number();
  if (!image.sound() || classes.size() != program.class_of.size()) return false;
  std::ranges::copy(classes, program.class_of.begin());
  for (std::uint64_t left = image.number(); left > 0; --left) {
    if (!image.sound() || depth == 0) return false;
    Look& look = program.looks.emplace_back();
    look.length = static_cast<std::uint32_t>(image.number());
    if (!get_program(image, look.program, depth - 1)) return false;
  }
  return image.sound() && read_code(code, program) && program.start < program.code.size() &&
         are_classes(program);
}

}  // namespace

std::string flat_of(const Program* program, std::uint64_t digest) {
  ImageWriter image;
  image.number(digest);
  image.number(program == nullptr ? 0 : 1);
  if (program == nullptr) return image.take();
  put_program(image, *program);
  image.number(program->reach);
  image.number(static_cast<std::uint64_t>(within_of(*program)));
  return image.take();
}

KeptProgram program_in(std::string_view bytes, std::uint64_t digest) {
  ImageReader image(bytes);
  if (image.number() != digest) return {};
  if (image.number() == 0) return {.sound = image.sound() && image.at_end(), .program = {}};
  Program program;
  const bool is_whole = get_program(image, program, deepest_group);
  program.reach = static_cast<std::uint32_t>(image.number());
  program.within = static_cast<std::uint8_t>(std::min<std::uint64_t>(image.number(), UINT8_MAX));
  const bool sound =
      is_whole && image.sound() && program.within <= static_cast<std::uint8_t>(Within::clause);
  return sound ? KeptProgram{.sound = true, .program = std::move(program)} : KeptProgram();
}

}  // namespace linter::base::pattern_engine
