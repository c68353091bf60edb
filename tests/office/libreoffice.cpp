#include "tests/office/libreoffice.h"

#include <cstdlib>

#include "tests/support/process.h"

namespace tests {

bool has_libreoffice() {
  const Ended found = run({.arguments = {"sh", "-c", "command -v soffice"}});
  return found.exit == 0;
}

std::string convert(const std::vector<std::string>& files, const std::string& to,
                    const std::string& folder, const std::string& input_filter) {
  // its settings are its own: a session that somebody has open is not disturbed
  Command command{.arguments = {"soffice", "--headless", "--norestore",
                                "-env:UserInstallation=file://" + folder + "/.office"},
                  .folder = folder,
                  .environment = {{"HOME", folder}},
                  .limit = std::chrono::seconds(300)};
  if (!input_filter.empty()) command.arguments.push_back("--infilter=" + input_filter);
  command.arguments.insert(command.arguments.end(), {"--convert-to", to, "--outdir", folder});
  command.arguments.insert(command.arguments.end(), files.begin(), files.end());
  const Ended ended = run(command);
  return ended.out + ended.err;
}

}  // namespace tests
