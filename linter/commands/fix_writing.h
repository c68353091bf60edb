// An article that fixes are written into: text, or a document that has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/commands/console.h"
#include "linter/commands/exit.h"
#include "linter/commands/fix.h"
#include "linter/fixes/documents.h"
#include "linter/fixes/fixes.h"
#include "linter/fixes/manuscript.h"

namespace linter::commands {

// The fixes that an article's text takes, and the text; a document's bytes beside it.
struct Prepared {
  std::string path;
  std::string text;
  std::string document;
  std::vector<fixes::Fix> fixes;
};

// The article of that name as it is now, without fixes. missing_path where it is gone, else errors
// as of reading.
[[nodiscard]] base::Result<Prepared> opened(const Articles& articles, const std::string& file,
                                            Console& console);

// The text of an article that `articles` has, as the check reads it.
[[nodiscard]] fixes::Manuscript manuscript_of(const Articles& articles, const std::string& file,
                                              const std::string& text);

// write_failed where the file is no longer as it was opened; else errors as of reading.
[[nodiscard]] base::Result<void> unchanged(const Prepared& prepared, const std::string& file,
                                           Console& console);

struct Written {
  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::vector<fixes::NotMade> left_out{};
};

// Writes the article with its fixes, as a whole or not at all; errors are reported.
[[nodiscard]] Written write(const Prepared& prepared, const std::string& file, Console& console);

// Says of a finding why it was not mended.
void tell(const std::string& named, std::string_view why, Console& console);

}  // namespace linter::commands
