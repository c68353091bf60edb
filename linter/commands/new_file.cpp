#include "linter/commands/new_file.h"

#include "linter/base/harmless.h"

namespace linter::commands {

bool is_free(Console& console, const std::string& path) {
  if (path == "-" || console.files().status(path).kind == base::FileKind::missing) return true;
  console.report({base::ErrorCode::write_failed,
                  "is there already: remove it, or name another with --output", path});
  return false;
}

Exit write_new_file(Console& console, const std::string& path, std::string_view text,
                    std::string_view next) {
  if (path == "-") return console.print(text);
  if (!is_free(console, path)) return Exit::incomplete;
  if (const auto written = console.files().write(path, text); !written) {
    console.report(written.error());
    return Exit::incomplete;
  }
  const std::string more = next.empty() ? "" : "; " + base::harmless_sentence(next);
  console.say("galley: wrote " + base::harmless_path(path) + more + '\n');
  return Exit::fine;
}

}  // namespace linter::commands
