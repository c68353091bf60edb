// Articles that somebody's answers are written into one by one, and taken back.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "linter/base/result.h"
#include "linter/commands/console.h"
#include "linter/commands/fix.h"
#include "linter/findings/finding.h"
#include "linter/fixes/fixes.h"
#include "linter/fixes/manuscript.h"

namespace linter::commands {

class FixArticles {
 public:
  // Both must outlive it.
  FixArticles(const Articles& articles, Console& console)
      : articles_(articles), console_(console) {}

  // An article as it was when it was first asked for. write_failed where somebody else wrote it
  // meanwhile; else errors as of reading.
  [[nodiscard]] base::Result<fixes::Manuscript> original(const std::string& file);

  // Writes the article as it was, with these fixes.
  [[nodiscard]] base::Result<void> write(const std::string& file, std::vector<fixes::Fix> fixes);

  // What a reader reads there, without what was written since; the line as it is written where that
  // is not known.
  [[nodiscard]] fixes::Passage passage(const findings::Location& place) const;

 private:
  struct State {
    std::string original;
    std::string written;  // last
  };

  [[nodiscard]] std::string path_of(const std::string& file) const;
  [[nodiscard]] base::Result<State*> state_of(const std::string& file);

  const Articles& articles_;
  Console& console_;
  std::map<std::string, State> states_;
};

}  // namespace linter::commands
