// The words that an article's front matter lets stand.
#pragma once

#include <optional>

#include "linter/checks/spelling/scan.h"
#include "linter/lexicon/list_index.h"

namespace linter::checks::spelling {

class OwnWords {
 public:
  void read(const lexicon::Reading& reading);
  // Whether word i is one of them, or its plural or possessive.
  [[nodiscard]] bool accept(const Scan& scan, Scan::Index i) const;

 private:
  std::optional<lexicon::ListIndex> index_;
};

}  // namespace linter::checks::spelling
