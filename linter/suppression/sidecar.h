// A file beside a Word document that says what stands in it: a document has no place for comments
// that only galley reads.
//
//   stet:
//     - rule: health-claims.painless
//       text: painless
//       reason: the name of the shop
//       until: 2027-03-01
//
// lies beside offer.docx as offer.docx.stet.yaml. Each entry lets the rule's findings on exactly
// those words stand, wherever they are in the document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/source/source.h"
#include "linter/suppression/stets.h"

namespace linter::suppression {

inline constexpr std::string_view sidecar_ending = ".stet.yaml";

// What the sidecar of `source` says; `file` goes into errors. Each stet stands at the first place
// where its words are. Errors: as of base::yaml, bad_value for what is no rule or no date,
// too_large beyond max_stets.
[[nodiscard]] base::Loaded<std::vector<Stet>> read_sidecar(std::string_view text,
                                                           std::string_view file,
                                                           const source::Source& source);

// An entry to put into a sidecar.
struct SidecarEntry {
  std::string rule;
  std::string text;
  std::string reason;
};

// The sidecar with entries put at its end; those that are there already, by rule and text, stay as
// they are. An empty text makes a new one.
[[nodiscard]] std::string with_entries(std::string_view sidecar,
                                       const std::vector<SidecarEntry>& entries);

}  // namespace linter::suppression
