// What is wrong with lines of files: what is wrong with many lines alike is told once.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/result.h"

namespace linter::commands {

// Memory is bounded for each file.
class LineFaults {
 public:
  // `error` has file and line. Lines may come in any order.
  void add(base::Error error);
  // Tells each fault with its first line, and which others have it; of a hundred faults of a file
  // at most. Empties it.
  void tell(const std::function<void(base::Error)>& refuse);

 private:
  struct Fault {
    base::Error error;
    std::vector<std::uint32_t> lines;  // the first of them, in order
    std::uint64_t count = 0;
  };
  struct OfFile {
    std::map<std::string, Fault> alike;  // by code and message
    std::uint64_t others = 0;            // lines with other faults than these
  };

  std::map<std::string, OfFile> files_;
};

}  // namespace linter::commands
