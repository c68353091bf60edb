#include <filesystem>
#include <vector>

#include "linter/base/files.h"

namespace linter::base {
namespace {

// The parts of a normalised path; none for "." and "/".
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    if (part.empty() || part == ".") continue;
    parts.push_back(part);
  }
  return parts;
}

// What follows `base` in `path`, when the one begins with the other and no part has to be left out.
std::string_view plainly_below(std::string_view path, std::string_view base) {
  if (!path.starts_with(base) || path.size() <= base.size() + 1 || path[base.size()] != '/' ||
      base.empty())
    return {};
  const bool is_plain = !path.substr(base.size()).contains("//") &&
                        !path.substr(base.size()).contains("/.") && !path.ends_with('/');
  return is_plain ? path.substr(base.size() + 1) : std::string_view();
}

void append_part(std::string& path, std::string_view part) {
  if (!path.empty() && !path.ends_with('/')) path += '/';
  path += part;
}

}  // namespace

std::string normalised_path(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> kept;
  for (const std::string_view part : parts_of(path)) {
    const bool up = part == "..";
    if (up && !kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else if (!up || !absolute) {
      kept.push_back(part);
    }
  }
  std::string out = absolute ? "/" : "";
  for (const std::string_view part : kept) append_part(out, part);
  return out.empty() ? "." : out;
}

std::string relative_path(std::string_view path, std::string_view base) {
  if (const std::string_view below = plainly_below(path, base); !below.empty())
    return std::string(below);
  const auto to = parts_of(path);
  const auto from = parts_of(base);
  std::size_t shared = 0;
  while (shared < to.size() && shared < from.size() && to[shared] == from[shared]) ++shared;
  std::string out;
  for (std::size_t i = shared; i < from.size(); ++i) append_part(out, "..");
  for (std::size_t i = shared; i < to.size(); ++i) append_part(out, to[i]);
  return out.empty() ? "." : out;
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (name.starts_with('/') || folder.empty() || folder == ".") return std::string(name);
  std::string out(folder);
  append_part(out, name);
  return out;
}

std::string parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return slash == 0 ? "/" : std::string(path.substr(0, slash));
}

std::string_view file_extension(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size()) return {};
  return name.substr(dot);
}

std::string working_folder() {
  std::error_code failure;
  const std::string path = std::filesystem::current_path(failure).string();
  return failure ? "/" : path;
}

}  // namespace linter::base
