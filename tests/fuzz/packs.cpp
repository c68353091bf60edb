// Any bytes are a pack or errors with a place; what is a pack compiles, or says why not.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "linter/checks/policy/policy_set.h"
#include "linter/packs/load.h"

namespace packs = linter::packs;
namespace policy = linter::checks::policy;

namespace {

void expect_places(const std::vector<linter::base::Error>& errors) {
  for (const auto& error : errors) {
    if (error.message.empty() || error.file != "pack.yaml" || error.line == 0) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files =
      linter::base::memory({{"pack.yaml", std::string(reinterpret_cast<const char*>(data), size)}});
  const auto loaded = packs::load_pack(*files, "pack.yaml");
  expect_places(loaded.errors);
  const auto set = policy::PolicySet::compile(std::span(&loaded.value, 1));
  expect_places(set.errors);
  if (set.value.rules().size() > loaded.value.rules.size()) std::abort();
  return 0;
}
