#include "linter/commands/listed_names.h"

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

#include "linter/base/files.h"
#include "linter/config/confined_files.h"
#include "linter/prose/formats.h"

namespace linter::commands {
namespace {

// Without links; as it is where it cannot be looked at.
std::string real_path(const std::string& path) {
  std::error_code failure;
  const auto real = std::filesystem::canonical(path, failure);
  return failure ? path : real.string();
}

// Whether a walk may meet what is called so, seen from where the walk begins.
bool is_met(const std::string& path) {
  const bool is_hidden = path.starts_with('.') || path.find("/.") != std::string::npos;
  return !is_hidden && prose::format_for_path(path) != nullptr;
}

}  // namespace

std::string unquoted(std::string_view line) {
  if (line.size() < 2 || !line.starts_with('"') || !line.ends_with('"')) return std::string(line);
  constexpr std::string_view letters = "abtnvfr\"\\";
  constexpr std::string_view meant = "\a\b\t\n\v\f\r\"\\";
  std::string name;
  for (std::size_t at = 1; at + 1 < line.size(); ++at) {
    if (line[at] != '\\') {
      name += line[at];
      continue;
    }
    const std::string_view rest = line.substr(at + 1, line.size() - at - 2);
    unsigned byte = 0;
    constexpr std::size_t octal_digits = 3;
    const auto digits = rest.substr(0, octal_digits);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 8);
    const std::size_t letter = rest.empty() ? std::string_view::npos : letters.find(rest.front());
    if (read.ec == std::errc{} && read.ptr == digits.data() + octal_digits && byte <= UINT8_MAX) {
      name += static_cast<char>(byte);
      at += octal_digits;
    } else if (letter != std::string_view::npos) {
      name += meant[letter];
      ++at;
    } else {
      return std::string(line);  // nobody's quotes
    }
  }
  return name;
}

RealNames::RealNames(std::string working_folder, std::string root)
    : working_folder_(std::move(working_folder)),
      root_(std::move(root)),
      real_root_(real_path(root_)) {}

std::string RealNames::of(std::string name) {
  const std::string path = base::normalised_path(base::join_path(working_folder_, name));
  if (!config::is_within(path, root_)) return name;
  std::string folder = base::parent_path(path);
  if (folder != folder_) {
    real_folder_ = real_path(folder);
    folder_ = std::move(folder);
  }
  std::error_code failure;
  const bool is_link =
      std::filesystem::symlink_status(path, failure).type() == std::filesystem::file_type::symlink;
  const std::string real =
      is_link ? real_path(path) : base::join_path(real_folder_, path.substr(path.rfind('/') + 1));
  if (!config::is_within(real, real_root_) || real == real_root_) return name;
  const std::string below = base::relative_path(real, real_root_);
  std::string in_root = base::join_path(root_, below);
  return in_root == path || !is_met(below) ? name : in_root;
}

}  // namespace linter::commands
