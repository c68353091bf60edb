#include "linter/knowledge/pairs.h"

#include <algorithm>

#include "linter/knowledge/keys.h"

namespace linter::knowledge {
namespace {

using base::yaml::Value;

Pair pair_of(const Value& item, const std::string& file) {
  const auto names = pair_verdict_names();
  const auto verdict = std::ranges::find(names, packs::text_at(item, "verdict"));
  return {.first = std::string(packs::text_at(item, "first")),
          .second = std::string(packs::text_at(item, "second")),
          .fact = std::string(packs::text_at(item, "fact")),
          .title = std::string(packs::text_at(item, "title")),
          .apart = packs::flag_at(item, "apart", false),
          .verdict = static_cast<PairVerdict>(verdict - names.begin()),
          .file = file,
          .position = item.position};
}

}  // namespace

base::Loaded<std::vector<Pair>> pairs_of(std::span<const Document> documents) {
  base::Loaded<std::vector<Pair>> loaded;
  for (const Document& document : documents) {
    const Value* list = document.value->find("pairs");
    if (list == nullptr) continue;
    const packs::Faults faults{document.file, loaded.errors};
    if (list->kind != base::yaml::Kind::sequence) {
      faults.add(base::ErrorCode::wrong_type, "pairs must be a list", list->position);
      continue;
    }
    for (std::size_t at = 0; at < list->items.size(); ++at) {
      const Value& item = list->items[at];
      if (!packs::check(item, *entry_shape("pairs"), faults, "pairs[" + std::to_string(at) + "]"))
        continue;
      if (item.find("second") != nullptr && item.find("fact") != nullptr)
        faults.add(base::ErrorCode::bad_value, "a pair has a second statement or a fact, not both",
                   item.position);
      else
        loaded.value.push_back(pair_of(item, document.file));
    }
  }
  return loaded;
}

}  // namespace linter::knowledge
