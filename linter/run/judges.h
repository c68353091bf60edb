// The checks that judge what articles tell the corpus.
#pragma once

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/run/profile.h"

namespace linter::run {

// The checks of each profile, made once. Not thread-safe.
class Judges {
 public:
  // Null where the profile has no check of that name. Valid as long as this and the profile.
  const checks::Check* find(const Profile& profile, std::string_view name) {
    auto [known, is_new] = made_.try_emplace(&profile);
    if (is_new) known->second = profile.make_checks();
    const auto found =
        std::ranges::find(known->second, name, [](const auto& check) { return check->name(); });
    return found == known->second.end() ? nullptr : found->get();
  }

 private:
  std::unordered_map<const Profile*, std::vector<std::unique_ptr<checks::Check>>> made_;
};

}  // namespace linter::run
