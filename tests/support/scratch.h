// A folder of its own for one test.
#pragma once

#include <string>
#include <string_view>

namespace tests {

// Made below the system's temporary folder, removed with everything in it at the end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  // Writes a file below the folder, with the folders it needs; returns its whole path.
  std::string write(std::string_view name, std::string_view text) const;

 private:
  std::string path_;
};

}  // namespace tests
