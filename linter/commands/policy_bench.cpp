#include "linter/commands/policy_bench.h"

#include <algorithm>
#include <iterator>

#include "linter/commands/data.h"
#include "linter/packs/load.h"
#include "linter/run/plan.h"

namespace linter::commands {
namespace {

template <class T>
T take(base::Loaded<T> loaded, std::vector<base::Error>& errors) {
  errors.insert(errors.end(), std::make_move_iterator(loaded.errors.begin()),
                std::make_move_iterator(loaded.errors.end()));
  return std::move(loaded.value);
}

// Both enumerations have the same names in the same order.
static_assert(static_cast<int>(config::Level::error) ==
              static_cast<int>(checks::policy::Level::error));

checks::policy::PolicyOptions options_of(const config::Settings& settings, bool as_configured) {
  checks::policy::PolicyOptions options;
  for (const auto& jurisdiction : settings.jurisdictions) {
    options.jurisdictions.push_back(jurisdiction.value);
  }
  if (!as_configured) return options;
  for (const auto& rule : settings.rules) {
    options.levels[rule.rule] = static_cast<checks::policy::Level>(rule.level);
  }
  return options;
}

}  // namespace

void name_from_here(std::vector<base::Error>& errors) {
  const std::string folder = base::working_folder();
  for (base::Error& error : errors)
    if (error.file.starts_with(folder + "/")) error.file = base::relative_path(error.file, folder);
}

std::vector<std::string> packs_here(Console& console, std::vector<std::string> named) {
  const auto data = data_folder(console);
  // "default" stands for several, as in .galley.yaml.
  if (const auto all = std::ranges::find(named, "default"); all != named.end()) {
    auto place = named.erase(all);
    for (const auto& pack : config::default_settings().packs)
      place = std::next(named.insert(place, pack.value));
  }
  for (std::string& pack : named) {
    const std::string shipped =
        data ? base::join_path(base::join_path(*data, "policies"), pack) : std::string();
    const auto is_folder = [&](const std::string& path) {
      return console.files().status(path).kind == base::FileKind::folder;
    };
    if (!pack.empty() && !pack.contains('/') && (shipped.empty() || !is_folder(shipped)) &&
        is_folder(base::join_path(base::working_folder(), pack)))
      pack.insert(0, "./");
  }
  return named;
}

config::Settings settings_here(Console& console, std::vector<std::string> named) {
  named = packs_here(console, std::move(named));
  const std::string folder = base::working_folder();
  config::Configurations configurations(
      console.files(), {.working_folder = folder, .file = {}, .packs = std::move(named)});
  config::Settings settings = configurations.effective(base::join_path(folder, "text.md")).settings;
  for (const auto& error : configurations.errors()) console.report(error);
  return settings;
}

PolicyBench make_bench(Console& console, const config::Settings& settings,
                       const std::string& data_folder, bool as_configured) {
  std::vector<std::string> wanted;
  for (const auto& pack : settings.packs) wanted.push_back(pack.value);
  PolicyBench bench;
  bench.packs = take(packs::load_packs(console.files(), wanted,
                                       {.shipped = base::join_path(data_folder, "policies"),
                                        .base = base::working_folder()}),
                     bench.errors);
  bench.knowledge = std::make_unique<knowledge::Knowledge>(
      take(checks::policy::knowledge_of(bench.packs), bench.errors));
  checks::policy::PolicyOptions options = options_of(settings, as_configured);
  options.knowledge = bench.knowledge.get();
  bench.set = take(checks::policy::PolicySet::compile(bench.packs, options), bench.errors);
  bench.cues = take(checks::policy::cues_of(bench.packs), bench.errors);
  name_from_here(bench.errors);
  run::settle(bench.errors);
  return bench;
}

base::Result<lexicon::Vocabulary> english(const std::string& data_folder) {
  lexicon::VocabularyOptions options;
  options.data_folder = data_folder;
  return lexicon::Vocabulary::open(std::move(options));
}

}  // namespace linter::commands
