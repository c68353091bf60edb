// The packs that settings want: read from their files, or, where nothing of these has changed,
// remembered.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/cache/images.h"
#include "linter/config/configurations.h"
#include "linter/packs/pack.h"
#include "linter/run/check_run.h"

namespace linter::run {

struct Packs {
  // Where they are remembered, without rules, cues and knowledge: see PackShelf::whole().
  std::vector<packs::Pack> heads;
  std::vector<std::string> rules;  // ids of all their rules
  std::vector<base::Error> errors;
  bool are_whole = false;
};

// Not thread-safe. What it refers to must outlive it; what it returns lives as long as it.
class PackShelf {
 public:
  PackShelf(const CheckRequest& request, const base::FileSystem& files);

  // The packs that the settings want and those that they need. Faults are placed where the
  // configuration asked for a pack, or in the pack.
  [[nodiscard]] const Packs& get(const config::Effective& effective);
  // The same, with all that they hold.
  [[nodiscard]] const Packs& whole(const config::Effective& effective);

  [[nodiscard]] const cache::Images& images() const { return images_; }

 private:
  using Key = std::vector<std::string>;  // what was wanted, and from where

  const CheckRequest& request_;
  const base::FileSystem& files_;
  cache::Images images_;
  std::map<Key, std::unique_ptr<Packs>> packs_;
  std::map<Key, std::unique_ptr<Packs>> whole_;  // of those that were remembered
};

}  // namespace linter::run
