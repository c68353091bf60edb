#include "linter/base/pattern_within.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace linter::base::pattern_engine {
namespace {

// Which instructions take characters that other characters of a match stand before and behind.
class InsideFinder {
 public:
  explicit InsideFinder(const Program& program)
      : program_(program), goes_on_(program.code.size()), comes_later_(program.code.size()) {}

  // The characters that they take.
  AsciiSet find() {
    // What comes behind stands before in the code, but in loops: few rounds are enough.
    while (find_what_goes_on()) {
    }
    for (const Instruction& one : program_.code) {
      if (one.code == Opcode::character) mark_later(one.next);
    }
    AsciiSet inside{};
    for (std::size_t at = 0; at < program_.code.size(); ++at) {
      const Instruction& one = program_.code[at];
      if (one.code != Opcode::character || !comes_later_[at] || !goes_on_[one.next]) continue;
      const AsciiSet& set = program_.sets[one.set];
      inside = {inside[0] | set[0], inside[1] | set[1]};
    }
    return inside;
  }

 private:
  // Sets, of each instruction, whether a character may be taken from it on; whether that was news.
  bool find_what_goes_on() {
    bool is_new = false;
    for (std::size_t at = 0; at < program_.code.size(); ++at) {
      const Instruction& one = program_.code[at];
      if (goes_on_[at] || one.code == Opcode::accept) continue;
      goes_on_[at] = one.code == Opcode::character || goes_on_[one.next] ||
                     (one.code == Opcode::either && goes_on_[one.other]);
      is_new = is_new || goes_on_[at];
    }
    return is_new;
  }

  // What is reached from an instruction without a character comes behind some character.
  void mark_later(std::uint32_t from) {
    std::vector<std::uint32_t> pending{from};
    while (!pending.empty()) {
      const std::uint32_t at = pending.back();
      pending.pop_back();
      if (comes_later_[at]) continue;
      comes_later_[at] = true;
      const Instruction& one = program_.code[at];
      if (one.code == Opcode::either) pending.push_back(one.other);
      if (one.code == Opcode::either || one.code == Opcode::place) pending.push_back(one.next);
    }
  }

  const Program& program_;
  std::vector<bool> goes_on_;
  std::vector<bool> comes_later_;
};

bool has_any(const AsciiSet& set, std::string_view characters) {
  return std::ranges::any_of(characters, [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return ((set[byte >> 6U] >> (byte & 63U)) & 1U) != 0;
  });
}

}  // namespace

Within within_of(const Program& program) {
  const AsciiSet inside = InsideFinder(program).find();
  if (has_any(inside, sentence_marks)) return Within::text;
  return has_any(inside, clause_marks) ? Within::sentence : Within::clause;
}

}  // namespace linter::base::pattern_engine
