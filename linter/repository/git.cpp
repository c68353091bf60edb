#include "linter/repository/git.h"

#include <array>
#include <dlfcn.h>

#include "linter/repository/git_module.h"

namespace linter::repository {
namespace {

using base::ErrorCode;
using base::FileKind;

constexpr std::string_view module_file = "lib/galley/galley-git.so";
constexpr std::uint64_t max_pointer_bytes = 4096;  // of a file that holds a path

base::Result<OpenGit> load(const std::string& path) {
  const auto failed = [&](std::string_view why) {
    return base::fail(ErrorCode::repository,
                      "galley's git module cannot be loaded (" + std::string(why) +
                          "): install the package libgit2-1.5, or galley as a whole",
                      path);
  };
  if (path.empty()) return failed("it is not beside the program");
  void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (module == nullptr) {
    const char* reason = ::dlerror();
    return failed(reason != nullptr ? reason : "unknown reason");
  }
  const auto entry = reinterpret_cast<OpenGit>(::dlsym(module, git_module_entry));
  if (entry == nullptr) return failed("it belongs to another version of galley");
  return entry;
}

// The path in a file such as .git ("gitdir: PATH") or commondir ("PATH"), absolute; empty when
// there is none.
std::string pointed_to(const base::FileSystem& files, const std::string& file,
                       std::string_view prefix) {
  const auto text = files.read(file, max_pointer_bytes);
  if (!text || !text->starts_with(prefix)) return {};
  std::string_view path = std::string_view(*text).substr(prefix.size());
  path = path.substr(0, path.find_first_of("\r\n"));
  if (path.empty()) return {};
  return base::normalised_path(base::join_path(base::parent_path(file), path));
}

// What libgit2 would open in a git folder: a pipe there would be waited for.
std::string pipe_in(const base::FileSystem& files, const std::string& folder) {
  constexpr std::array names{"HEAD",        "commondir",    "config", "config.worktree",
                             "packed-refs", "info/exclude", "index",  "shallow"};
  for (const char* name : names) {
    std::string path = base::join_path(folder, name);
    if (files.status(path).kind == FileKind::other) return path;
  }
  return {};
}

}  // namespace

std::string pipe_below(const base::FileSystem& files, const std::string& top) {
  std::string folder = base::join_path(top, ".git");
  if (files.status(folder).kind == FileKind::regular)
    folder = pointed_to(files, folder, "gitdir: ");
  if (folder.empty()) return {};
  std::string pipe = pipe_in(files, folder);
  const std::string common = pointed_to(files, base::join_path(folder, "commondir"), "");
  return pipe.empty() && !common.empty() ? pipe_in(files, common) : pipe;
}

std::string find_git_module(const base::FileSystem& files, const std::string& executable) {
  const std::string folder = base::parent_path(executable);
  for (const std::string& prefix : {folder, base::parent_path(folder)}) {
    std::string path = base::join_path(prefix, module_file);
    if (files.status(path).kind == FileKind::regular) return path;
  }
  return {};
}

base::Result<std::unique_ptr<Git>> open_git(const base::FileSystem& files,
                                            const std::string& module, const std::string& top) {
  const auto open = load(module);
  if (!open) return std::unexpected(open.error());
  if (const std::string pipe = pipe_below(files, top); !pipe.empty()) {
    return base::fail(ErrorCode::repository,
                      "is a pipe or device, so the repository cannot be read", pipe);
  }
  std::string error;
  std::unique_ptr<Git> git((*open)(top, error));
  if (git == nullptr) return base::fail(ErrorCode::repository, std::move(error), top);
  return git;
}

}  // namespace linter::repository
