// The sure corrections of one article, made in rounds: what one round writes, the next one's check
// reads, until nothing is left to correct.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/span.h"
#include "linter/findings/finding.h"
#include "linter/fixes/fixes.h"

namespace linter::fixes {

class Corrections {
 public:
  // Of an article as it is in the file.
  explicit Corrections(std::string text) : original_(std::move(text)), text_(original_) {}

  // The article with all that was corrected so far.
  [[nodiscard]] const std::string& text() const { return text_; }
  // The corrections of all rounds as fixes of the article as it is in the file, sorted.
  [[nodiscard]] std::vector<Fix> fixes() const;

  // Makes one more round: `fixes`, fitting ones for text(), which `findings` in it, sorted by
  // place, gave. What a rule has written it may only shorten: where it asks for more ("app" for
  // "the app"), or two rules undo each other, the words are put back and left alone from then on.
  // So rounds come to an end. False where the text stays as it was.
  bool make(std::span<const Fix> fixes, std::span<const findings::Finding> findings);
  // Puts the words of one of fixes() back and leaves them alone.
  void take_back(const Fix& fix);

 private:
  // What stands where words of the file stood.
  struct Part {
    Fix fix;                         // of the file
    std::vector<std::string> rules;  // that wrote it
    bool left_alone = false;
  };
  // A part, or a fix that comes to it.
  struct Piece {
    base::Span words;  // of text()
    const Part* part = nullptr;
    const Fix* fix = nullptr;
    std::vector<std::string> rules{};
  };

  [[nodiscard]] std::vector<Piece> pieces() const;
  [[nodiscard]] Part joined(std::span<const Piece> group, std::int64_t grown) const;
  void settle(std::vector<Part> parts);

  std::string original_;
  std::string text_;
  std::vector<Part> parts_;  // sorted by place, none touches another but those left alone
};

}  // namespace linter::fixes
