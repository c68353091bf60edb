#include "linter/commands/data.h"

#include <array>
#include <unistd.h>

#include "linter/config/data_folder.h"
#include "linter/repository/git.h"

namespace linter::commands {
namespace {

std::string own_program() {
  std::array<char, 4096> path{};
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  return length > 0 ? std::string(path.data(), static_cast<std::size_t>(length)) : std::string();
}

config::Environment environment_of(Console& console) {
  return [&console](std::string_view name) {
    return console.variables()(std::string(name)).value_or("");
  };
}

}  // namespace

base::Result<std::string> data_folder(Console& console) {
  return config::find_data_folder(console.files(), own_program(), environment_of(console));
}

config::ImageFolders image_folders(Console& console, const std::string& data_folder) {
  return config::find_image_folders(data_folder, environment_of(console));
}

std::string git_module(Console& console) {
  return repository::find_git_module(console.files(), own_program());
}

}  // namespace linter::commands
