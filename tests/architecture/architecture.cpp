// The house keeps its shape: data flows one way, each library has one home.
//
// The order of the floors is read from linter/CMakeLists.txt, so that it stands in one place.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "tests/support/golden.h"

namespace {

const std::string root = GALLEY_SOURCE_DIR;

struct Include {
  std::string file;    // "linter/prose/html.cpp"
  std::string header;  // "linter/base/span.h", "gumbo.h"
  bool quoted = false;
};

struct SourceFile {
  std::string path;
  std::string text;
};

std::vector<SourceFile> source_files(const std::string& folder = "/linter") {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root + folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    files.push_back({std::filesystem::relative(entry.path(), root).string(),
                     tests::read_file(entry.path().string())});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

// The line is `#include <x>` or `#include "x"`.
std::optional<Include> include_of(const std::string& file, std::string_view line) {
  constexpr std::string_view directive = "#include ";
  if (!line.starts_with(directive) || line.size() < directive.size() + 3) return std::nullopt;
  line.remove_prefix(directive.size());
  const bool quoted = line.front() == '"';
  const std::size_t end = line.find(quoted ? '"' : '>', 1);
  return Include{file, std::string(line.substr(1, end - 1)), quoted};
}

std::vector<Include> includes() {
  std::vector<Include> found;
  for (const SourceFile& file : source_files()) {
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
      if (auto include = include_of(file.path, line)) found.push_back(std::move(*include));
    }
  }
  return found;
}

// "linter/checks/policy/kinds.cpp" -> "checks/policy"; the folders of checks are floors of their
// own, linter/main.cpp is "main".
std::string folder_of(const std::string& path) {
  std::filesystem::path folder;
  for (const auto& part : std::filesystem::path(path).lexically_relative("linter").parent_path()) {
    folder /= part;
    if (folder != "checks") break;
  }
  return folder.empty() ? "main" : folder.string();
}

// The floors from the ground up.
std::map<std::string, std::size_t> floors() {
  const std::string text = tests::read_file(root + "/linter/CMakeLists.txt");
  constexpr std::string_view loop = "foreach(folder ";
  const std::size_t begin = text.find(loop);
  EXPECT_NE(begin, std::string::npos);
  std::istringstream names(
      text.substr(begin + loop.size(), text.find(')', begin) - begin - loop.size()));
  std::map<std::string, std::size_t> order;
  for (std::string name; names >> name;) order.emplace(name, order.size());
  order.emplace("main", order.size());
  return order;
}

std::size_t floor_of(const std::map<std::string, std::size_t>& order, const std::string& folder) {
  const auto found = order.find(folder.substr(0, folder.find('/')));
  EXPECT_NE(found, order.end()) << folder << " is not in linter/CMakeLists.txt";
  return found == order.end() ? 0 : found->second;
}

TEST(Architecture, a_folder_includes_only_what_stands_before_it) {
  const auto order = floors();
  for (const Include& include : includes()) {
    if (!include.quoted) continue;
    EXPECT_TRUE(include.header.starts_with("linter/"))
        << include.file << " includes \"" << include.header << "\": from the root, please";
    const std::string from = folder_of(include.file);
    const std::string to = folder_of(include.header);
    if (from == to) continue;
    EXPECT_LE(floor_of(order, to), floor_of(order, from))
        << include.file << " includes " << include.header << ", which stands above it";
    const bool between_checks = from.starts_with("checks/") && to.starts_with("checks/");
    EXPECT_FALSE(between_checks) << include.file << " includes " << include.header
                                 << ": checks never include one another";
    const bool checks_above = from == "checks" && to.starts_with("checks/");
    EXPECT_FALSE(checks_above) << include.file << " includes " << include.header;
  }
}

TEST(Architecture, side_floors_stay_small) {
  const std::map<std::string, std::set<std::string>> allowed{
      {"findings", {"base", "source"}},
      {"reports", {"base", "source", "findings"}},
  };
  for (const Include& include : includes()) {
    const auto side = allowed.find(folder_of(include.file));
    const std::string to = include.quoted ? folder_of(include.header) : "";
    if (side == allowed.end() || to.empty() || to == side->first) continue;
    EXPECT_TRUE(side->second.contains(to)) << include.file << " includes " << include.header;
  }
}

// Headers of the system, and fmt, which stands in for <format>: nobody's third party.
bool is_common_header(const std::string& header) {
  if (header.starts_with("fmt/")) return true;
  static const std::set<std::string> posix{"dirent.h", "dlfcn.h", "fcntl.h",
                                           "glob.h",   "poll.h",  "unistd.h"};
  const bool has_extension = header.find('.') != std::string::npos;
  return !has_extension || header.starts_with("sys/") || header.ends_with("intrin.h") ||
         posix.contains(header);
}

TEST(Architecture, each_library_is_used_by_one_folder) {
  std::map<std::string, std::set<std::string>> users;
  for (const Include& include : includes()) {
    if (include.quoted || is_common_header(include.header)) continue;
    users[include.header.substr(0, include.header.find('/'))].insert(folder_of(include.file));
  }
  EXPECT_GE(users.size(), 5U) << "no includes were found: does this test still read them?";
  for (const auto& [library, folders] : users) {
    std::string names;
    for (const std::string& folder : folders) names += ' ' + folder;
    EXPECT_EQ(folders.size(), 1U) << library << " is used by" << names
                                  << ": move the need down, or behind the folder that has it";
  }
}

TEST(Architecture, headers_are_included_once_and_say_what_they_are) {
  for (const SourceFile& file : source_files()) {
    if (!file.path.ends_with(".h")) continue;
    EXPECT_NE(file.text.find("#pragma once"), std::string::npos) << file.path;
    EXPECT_TRUE(file.text.starts_with("// "))
        << file.path << ": the first line says what it is for";
  }
}

TEST(Architecture, no_macros_and_no_open_namespaces) {
  for (const SourceFile& file : source_files()) {
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
      EXPECT_FALSE(line.starts_with("#define")) << file.path << " defines a macro";
      EXPECT_EQ(line.find("using namespace "), std::string::npos) << file.path;
      EXPECT_EQ(line.find("std::shared_ptr"), std::string::npos) << file.path;
    }
  }
}

// Test code is compiled once for all builds.
TEST(Architecture, tests_are_told_of_their_build_by_one_file) {
  std::string tellers;
  for (const SourceFile& file : source_files("/tests")) {
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("#if") && line.contains("GALLEY_")) tellers += file.path + '\n';
    }
  }
  EXPECT_EQ(tellers, "tests/support/build.cpp\n");
}

}  // namespace
