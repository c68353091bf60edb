// Any rules on any article: the same findings with triggers and without, and each is a slice of the
// article.
//
// The input is a pack and an article, with a line "%%%" between them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "linter/checks/policy/rehearsal.h"
#include "linter/packs/load.h"

namespace packs = linter::packs;
namespace policy = linter::checks::policy;

namespace {

const linter::lexicon::Vocabulary& english() {
  static const auto vocabulary = linter::lexicon::Vocabulary::open({});
  if (!vocabulary) std::abort();
  return *vocabulary;
}

const linter::context::CueSet& no_cues() {
  static const linter::context::CueSet cues;
  return cues;
}

std::string findings_of(const packs::Pack& pack, std::string_view article, bool triggered) {
  policy::PolicyOptions options;
  options.triggered = triggered;
  const auto set = policy::PolicySet::compile(std::span(&pack, 1), options);
  policy::Rehearsal rehearsal({set.value, english(), no_cues()}, nullptr);
  const auto result = rehearsal.check(article, "markdown");
  if (!result) return result.error().message;
  std::string out;
  for (const auto& finding : result->findings) {
    const auto& location = finding.location;
    if (location.span.end > article.size() || location.span.of(article) != location.text)
      std::abort();
    out += finding.rule + " " + std::to_string(location.span.begin) + " " + finding.message + "\n";
  }
  // Which rules are too slow depends on what is tried.
  return result->errors.empty() ? out : "slow";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = input.find("\n%%%\n");
  if (cut == std::string_view::npos || size > 20'000) return 0;
  const auto files = linter::base::memory({{"pack.yaml", std::string(input.substr(0, cut + 1))}});
  const auto loaded = packs::load_pack(*files, "pack.yaml");
  const std::string_view article = input.substr(cut + 5);
  const std::string woken = findings_of(loaded.value, article, true);
  const std::string tried = findings_of(loaded.value, article, false);
  if (woken != tried && woken != "slow" && tried != "slow") std::abort();
  return 0;
}
