#include "tests/support/scratch.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "tests/support/golden.h"

namespace tests {

Scratch::Scratch() {
  std::string pattern = (std::filesystem::temp_directory_path() / "galley-test-XXXXXX").string();
  const char* made = ::mkdtemp(pattern.data());
  if (made == nullptr) throw std::system_error(errno, std::generic_category(), pattern);
  path_ = made;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Scratch::write(std::string_view name, std::string_view text) const {
  const std::string path = path_ + '/' + std::string(name);
  write_file(path, text);
  return path;
}

}  // namespace tests
