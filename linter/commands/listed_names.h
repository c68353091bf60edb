// Names of files as a list has them, a line each.
#pragma once

#include <string>
#include <string_view>

namespace linter::commands {

// The name that git's quotes stand for: "a\nb.md", "caf\303\251.md"; any other is what it says.
[[nodiscard]] std::string unquoted(std::string_view line);

// Gives a file the same name in every list. Not thread-safe.
class RealNames {
 public:
  // Absolute and normalised: what relative names count from, and the folder of the articles.
  RealNames(std::string working_folder, std::string root);

  // Of a link, or a name that leads through one, the absolute path of the file that it leads to,
  // where a walk of the root could meet that; else the name as it is. A look at the disk for each,
  // and some for the first in its folder.
  [[nodiscard]] std::string of(std::string name);

 private:
  std::string working_folder_;
  std::string root_;
  std::string real_root_;
  std::string folder_;       // the last that was looked at
  std::string real_folder_;  // likewise, without links
};

}  // namespace linter::commands
