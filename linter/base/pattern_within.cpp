#include "linter/base/pattern_within.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"

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
    for (std::size_t at = 0; at < program_.code.size(); ++at) {
      const Instruction one = program_.code[at];
      if (one.code == Opcode::character) mark_later(one.next);
    }
    AsciiSet inside{};
    for (std::size_t at = 0; at < program_.code.size(); ++at) {
      const Instruction one = program_.code[at];
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
      const Instruction one = program_.code[at];
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
      const Instruction one = program_.code[at];
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

// From where a match may end without another character, and whether a line has to end there.
class EndFinder {
 public:
  explicit EndFinder(const Program& program) : program_(program), ends_(program.code.size()) {}

  // Whether all matches end behind a letter or digit, with a line.
  bool find() {
    while (find_ends()) {
    }
    return std::ranges::all_of(program_.code.words(), [&](std::uint32_t word) {
      const Instruction one = Code::read(word);
      if (one.code != Opcode::character || ends_[one.next] == Ends::no) return true;
      return ends_[one.next] == Ends::with_line && is_of_words(program_.sets[one.set]);
    });
  }

 private:
  enum class Ends : std::uint8_t { no, with_line, anywhere };

  // Whether that was news.
  bool find_ends() {
    bool is_new = false;
    for (std::size_t at = 0; at < program_.code.size(); ++at) {
      const Instruction one = program_.code[at];
      Ends own = ends_[at];
      if (one.code == Opcode::accept) own = Ends::anywhere;
      if (one.code == Opcode::either) own = std::max({own, ends_[one.next], ends_[one.other]});
      if (one.code == Opcode::place) {
        const bool ends_line = one.place == Place::line_end;
        const Ends behind = ends_[one.next];
        own = std::max(own, ends_line && behind != Ends::no ? Ends::with_line : behind);
      }
      is_new = is_new || own != ends_[at];
      ends_[at] = own;
    }
    return is_new;
  }

  static bool is_of_words(const AsciiSet& set) {
    for (unsigned c = 0; c < 128; ++c) {
      if (((set[c >> 6U] >> (c & 63U)) & 1U) != 0 && !is_word_character(c)) return false;
    }
    return true;
  }

  const Program& program_;
  std::vector<Ends> ends_;
};

}  // namespace

bool ends_lines_of(const Program& program) {
  return EndFinder(program).find();
}

Within within_of(const Program& program) {
  if (program.within != Program::unknown) return static_cast<Within>(program.within);
  const AsciiSet inside = InsideFinder(program).find();
  if (has_any(inside, sentence_marks)) return Within::text;
  return has_any(inside, clause_marks) ? Within::sentence : Within::clause;
}

}  // namespace linter::base::pattern_engine
