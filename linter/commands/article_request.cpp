#include "linter/commands/article_request.h"

#include <algorithm>

#include "linter/commands/data.h"
#include "linter/commands/policy_bench.h"
#include "linter/commands/values.h"
#include "linter/source/source.h"

namespace linter::commands {

base::Result<run::CheckRequest> article_request(const ArticleSettings& settings, Console& console) {
  const auto data = data_folder(console);
  if (!data) return std::unexpected(data.error());
  if (std::ranges::find(settings.paths, "") != settings.paths.end()) {
    return base::fail(base::ErrorCode::missing_path,
                      "a path is empty: perhaps a variable is not set; name a file or folder, or "
                      "none for the current folder");
  }
  const bool names_input = !settings.stdin_name.empty();
  if (names_input && !settings.paths.empty() &&
      std::ranges::find(settings.paths, "-") == settings.paths.end()) {
    return base::fail(base::ErrorCode::bad_usage,
                      "--stdin-filename names standard input, which is not among the paths: give "
                      "-, or leave the option out");
  }
  run::CheckRequest request;
  request.data_folder = *data;
  request.images = image_folders(console, *data);
  request.paths = settings.paths;
  if (request.paths.empty()) request.paths.emplace_back(names_input ? "-" : ".");
  request.configuration = settings.configuration;
  request.packs = packs_here(console, settings.packs);
  request.today = settings.today.empty() ? today() : settings.today;
  request.interrupted = &console.interrupted();
  request.git_module = git_module(console);
  if (names_input) request.standard_input_name = settings.stdin_name;
  if (std::ranges::find(request.paths, "-") != request.paths.end()) {
    auto text = console.read_input(source::default_max_file_bytes);
    if (!text) return std::unexpected(text.error());
    request.standard_input = std::move(*text);
  }
  return request;
}

Exit refused(const base::Error& error, Console& console) {
  if (console.interrupted()) return Exit::interrupted;
  console.report(error);
  return Exit::incomplete;
}

}  // namespace linter::commands
