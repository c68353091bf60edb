// Any bytes are a value or errors with a place; a value survives being written as JSON, and texts
// being quoted.
#include "linter/base/yaml.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "linter/base/utf8.h"

namespace yaml = linter::base::yaml;

namespace {

void check_scalars(const yaml::Value& value, std::string_view text) {
  if (value.position.offset > text.size()) std::abort();
  if (value.kind == yaml::Kind::scalar && value.text.size() < 200 &&
      !linter::base::first_invalid_utf8(value.text)) {
    const auto again = yaml::parse("- " + yaml::quoted_scalar(value.text), "");
    const bool same = again.errors.empty() && again.value.items.size() == 1 &&
                      again.value.items[0].text == value.text;
    if (!same || yaml::as_bool(again.value.items[0]) || yaml::as_number(again.value.items[0]))
      std::abort();
  }
  for (const auto& item : value.items) check_scalars(item, text);
  for (const auto& [key, entry] : value.entries) check_scalars(entry, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto loaded = yaml::parse(text, "fuzz.yaml");
  for (const auto& error : loaded.errors) {
    if (error.message.empty() || error.line == 0 || error.column == 0) std::abort();
  }
  if (size < 2000) {
    check_scalars(loaded.value, text);
    const std::string json = yaml::to_json(loaded.value);
    if (loaded.errors.empty() && json != yaml::to_json(yaml::parse(json, "").value)) std::abort();
  }
  return 0;
}
