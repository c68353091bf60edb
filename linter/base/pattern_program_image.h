// A program as flat bytes, so that an image can keep it. Only pattern*.cpp include this.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/base/pattern_program.h"

namespace linter::base::pattern_engine {

// Of the program of an expression, or of none; with a digest of the expression.
[[nodiscard]] std::string flat_of(const Program* program, std::uint64_t digest);

struct KeptProgram {
  bool sound = false;
  std::optional<Program> program;
};

// Reads what flat_of() wrote, at a multiple of 8 bytes. Whatever the bytes are, all numbers of a
// program are in range, or it is not sound; nor is one with another digest. A tenth of what
// program_of() costs. Its code lies in the bytes, which must outlive it.
[[nodiscard]] KeptProgram program_in(std::string_view bytes, std::uint64_t digest);

}  // namespace linter::base::pattern_engine
