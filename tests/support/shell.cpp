#include "tests/support/shell.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "tests/support/build.h"

namespace tests {

std::string galley_program() {
  return build_folder() + "/galley";
}

Ended run_shell(const std::string& script, const std::string& folder) {
  const char* path = std::getenv("PATH");
  return run({.arguments = {"sh", "-c", script},
              .folder = folder,
              .environment = {{"PATH", build_folder() + ":" +
                                           std::string(path == nullptr ? "/usr/bin:/bin" : path)},
                              {"HOME", folder},
                              // what packs compile to is kept from test to test
                              {"GALLEY_CACHE", build_folder() + "/kept-by-tests"}},
              .limit = std::chrono::seconds(300)});
}

namespace {

bool is_hexadecimal(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
}

std::string without_digests(std::string_view text) {
  constexpr std::size_t digits = 32;
  std::string out;
  while (!text.empty()) {
    const std::size_t run =
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_hexadecimal) - text.begin());
    out += run == digits ? "[DIGEST]" : text.substr(0, run);
    text.remove_prefix(run);
    const std::size_t rest =
        static_cast<std::size_t>(std::ranges::find_if(text, is_hexadecimal) - text.begin());
    out += text.substr(0, rest);
    text.remove_prefix(rest);
  }
  return out;
}

}  // namespace

std::string normalised(std::string text, const std::string& folder) {
  const std::string real = std::filesystem::canonical(folder).string();
  for (const std::string& name : {folder, real}) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      text.replace(at, name.size(), "[SCRATCH]");
    }
  }
  return without_digests(text);
}

}  // namespace tests
