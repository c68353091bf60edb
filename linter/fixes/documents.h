// Corrections and remarks put into Word documents.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/findings/finding.h"
#include "linter/fixes/fixes.h"

namespace linter::fixes {

// The text of a document, which its findings' spans point into. Errors name `file`.
[[nodiscard]] base::Result<std::string> document_text(std::string bytes, const std::string& file);

// A fix that could not be made, and why, as a clause.
struct NotMade {
  Fix fix;
  std::string_view why;  // lives for ever
};

struct Mended {
  std::string bytes;
  std::size_t fixed = 0;
  std::vector<NotMade> left_out{};
  std::vector<const findings::Finding*> not_remarked{};  // that no comment could be anchored for
};

// The document with fixes (fitting ones, of its text) applied; left out are those that
// word::edited leaves out.
[[nodiscard]] base::Result<Mended> applied_to_document(std::string bytes, const std::string& file,
                                                       std::span<const Fix> fixes);

// The document with a comment on the words of each finding, and, when `tracked`, sure corrections
// as changes to accept. Comments that galley put in before give way to these. `date` (ISO) is that
// of comments and changes. `findings` must outlive what comes back.
[[nodiscard]] base::Result<Mended> remarked_document(std::string bytes, const std::string& file,
                                                     std::span<const findings::Finding> findings,
                                                     bool tracked, std::string_view date);

}  // namespace linter::fixes
