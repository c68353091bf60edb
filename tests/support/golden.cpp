#include "tests/support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace tests {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

std::string first_difference(std::string_view expected, std::string_view actual) {
  for (int number = 1; !expected.empty() || !actual.empty(); ++number) {
    const std::string_view wanted = take_line(expected);
    const std::string_view found = take_line(actual);
    if (wanted != found) {
      return "line " + std::to_string(number) + "\n  expected: " + std::string(wanted) +
             "\n  actual:   " + std::string(found);
    }
  }
  return "only line ends differ";
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << "cannot read " << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_file(const std::string& path, std::string_view text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  EXPECT_TRUE(file.flush()) << "cannot write " << path;
}

bool rewriting() {
  const char* wish = std::getenv("GALLEY_REWRITE");
  return wish != nullptr && std::string_view(wish) == "1";
}

void expect_golden(const std::string& path, std::string_view actual) {
  if (rewriting()) {
    if (!std::filesystem::exists(path) || read_file(path) != actual) write_file(path, actual);
    return;
  }
  if (!std::filesystem::exists(path)) {
    ADD_FAILURE() << path << " is not there; GALLEY_REWRITE=1 writes it. It would hold:\n"
                  << actual;
    return;
  }
  const std::string expected = read_file(path);
  EXPECT_TRUE(expected == actual) << path << " differs (GALLEY_REWRITE=1 rewrites it) at "
                                  << first_difference(expected, actual) << "\nwhole:\n"
                                  << actual;
}

}  // namespace tests
