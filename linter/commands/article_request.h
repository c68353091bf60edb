// What commands that read articles are told alike, and the request that it makes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/commands/console.h"
#include "linter/run/check_run.h"

namespace linter::commands {

struct ArticleSettings {
  std::vector<std::string> paths;            // the current folder when there are none
  std::string stdin_name;                    // what standard input, the path "-", goes by
  std::optional<std::string> configuration;  // --config
  std::vector<std::string> packs;            // --pack
  std::string today;                         // --today; empty: the clock's
};

// A request for these articles, with the program's data, the module for git, the console's
// interruption and, where a path asks for it, all of standard input. missing_path for an empty
// path, what data_folder() says, and what reading standard input says. `console` must outlive the
// request.
[[nodiscard]] base::Result<run::CheckRequest> article_request(const ArticleSettings& settings,
                                                              Console& console);

// Reports why there is no request; the exit code for that. An interruption goes without words.
[[nodiscard]] Exit refused(const base::Error& error, Console& console);

}  // namespace linter::commands
