// The boundary between galley and its git module. Both are built together by one compiler; the name
// of the entry tells a module of another version.
#pragma once

#include <memory>
#include <string>

#include "linter/repository/git.h"

namespace linter::repository {

inline constexpr const char* git_module_entry = "galley_open_git_3";
// Opens the repository at `top`; on failure `error` says why, and null comes back.
using OpenGit = Git* (*)(const std::string& top, std::string& error);

}  // namespace linter::repository
