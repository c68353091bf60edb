#include "linter/base/pattern_program_image.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/pattern_syntax.h"
#include "linter/base/pattern_within.h"

namespace linter::base::pattern_engine {
namespace {

// Whether all numbers in them are in range: where one is above its bound, the difference is
// negative.
bool are_in_range(std::span<const std::uint32_t> words, std::size_t sets) {
  const auto last = static_cast<std::uint32_t>(words.size() - 1);
  std::array<std::uint32_t, 4> bounds{};  // of what an instruction takes, by its code
  bounds[static_cast<std::size_t>(Opcode::character)] = static_cast<std::uint32_t>(sets - 1);
  bounds[static_cast<std::size_t>(Opcode::place)] = static_cast<std::uint32_t>(Place::line_end);
  bounds[static_cast<std::size_t>(Opcode::either)] = last;
  bounds[static_cast<std::size_t>(Opcode::accept)] = Code::number_mask;
  std::uint32_t differences = 0;
  for (const std::uint32_t word : words) {
    const std::uint32_t bound = bounds[static_cast<std::size_t>(Code::opcode_in(word))];
    differences |= (last - Code::next_in(word)) | (bound - Code::operand_in(word));
  }
  return differences >> 31U == 0;
}

bool are_classes(const Program& program) {
  const std::size_t count = program.examples.size();
  return count > 0 && count <= program.class_of.size() &&
         std::ranges::all_of(program.class_of, [&](std::uint8_t one) { return one < count; }) &&
         std::ranges::all_of(program.examples, [](std::uint8_t one) { return one < 128; });
}

void put_program(ImageWriter& image, const Program& program) {
  image.array(program.code.words());
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
  program.code = Code(code);
  return image.sound() && are_in_range(code, program.sets.size()) &&
         program.start < program.code.size() && are_classes(program);
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
