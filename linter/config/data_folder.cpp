#include "linter/config/data_folder.h"

#include <array>

namespace linter::config {
namespace {

constexpr std::string_view variable = "GALLEY_DATA";
constexpr std::string_view cache_variable = "GALLEY_CACHE";
constexpr std::string_view packs_folder = "policies";

bool holds_data(const base::FileSystem& files, const std::string& folder) {
  return files.status(base::join_path(folder, packs_folder)).kind == base::FileKind::folder;
}

}  // namespace

base::Result<std::string> find_data_folder(const base::FileSystem& files,
                                           const std::string& executable,
                                           const Environment& environment) {
  if (const std::string named = environment(variable); !named.empty()) {
    if (holds_data(files, named)) return base::normalised_path(named);
    return base::fail(base::ErrorCode::missing_data,
                      "GALLEY_DATA names a folder without policies/: set it to a folder that has "
                      "policies/ and dictionaries/, or unset it",
                      named);
  }
  const std::string program_folder = base::parent_path(executable);
  const std::array candidates{
      base::normalised_path(base::join_path(program_folder, "data")),
      base::normalised_path(base::join_path(program_folder, "../share/galley"))};
  for (const std::string& candidate : candidates) {
    if (holds_data(files, candidate)) return candidate;
  }
  return base::fail(base::ErrorCode::missing_data,
                    "galley's policies and dictionaries were found neither in " + candidates[0] +
                        " nor in " + candidates[1] +
                        ": install galley as a whole, or set GALLEY_DATA to the folder that has "
                        "them");
}

ImageFolders find_image_folders(const std::string& data_folder, const Environment& environment) {
  const std::string named = environment(cache_variable);
  if (named == "off") return {};
  const auto folder = [&]() -> std::string {
    if (!named.empty()) return named;
    if (const std::string caches = environment("XDG_CACHE_HOME"); caches.starts_with('/'))
      return base::join_path(caches, "galley");
    const std::string home = environment("HOME");
    return home.starts_with('/') ? base::join_path(home, ".cache/galley") : std::string();
  };
  const std::string own = folder();
  return {base::join_path(data_folder, "compiled"),
          own.starts_with('/') ? base::normalised_path(own) : std::string()};
}

}  // namespace linter::config
