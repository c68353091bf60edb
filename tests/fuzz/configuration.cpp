// Any bytes are a configuration or errors with a place; whatever is kept can be applied and shown,
// and nothing outside of the boundary is ever named.
#include "linter/config/configuration.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "linter/config/confined_files.h"
#include "linter/config/show.h"

namespace config = linter::config;

namespace {

constexpr const char* file = "/r/w/.galley.yaml";

void check_paths(const config::Texts& texts) {
  for (const config::Text& text : texts) {
    if (text.value.starts_with('/') && !config::is_within(text.value, "/r")) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto files = linter::base::memory({{file, text},
                                           {"/r/base.yaml", "words: [base]\n"},
                                           {"/r/w/list.txt", "word\n"},
                                           {"/outside.txt", "secret\n"}});
  auto loaded = config::read_configuration(*files, file, "/r");
  for (const auto& error : loaded.errors) {
    if (error.message.empty() || error.file.empty()) std::abort();
    if (error.file == file && error.line == 0 && size <= config::max_configuration_bytes)
      std::abort();
  }
  for (const std::string path : {"/r/w/a.md", "/r/w/docs/uk/b.html", "/elsewhere/c.md"}) {
    const config::Effective effective{&loaded.value, 0, config::settings_for(loaded.value, path)};
    check_paths(effective.settings.packs);
    check_paths(effective.settings.word_lists);
    if (config::show(effective, path).empty()) std::abort();
  }
  return 0;
}
