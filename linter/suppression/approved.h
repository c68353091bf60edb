// Approved wording: statements that a project may publish, with who answers for them and on what
// evidence.
//
//   approved:
//     - id: little-pain
//       text: Most people feel little during the treatment.
//       variants: [Most people feel very little during treatment.]
//       evidence: {title: "Patient survey, 212 answers", url: "https://…", date: 2026-02-03}
//       owner: Clinical affairs
//       jurisdictions: [uk-cap]
//       expires: 2027-03-01
//       withdrawn: {date: 2026-10-01, reason: "The survey was repeated."}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/findings/finding.h"

namespace linter::suppression {

// A plain value that owns its strings.
struct Statement {
  std::string id;                            // small letters, digits, hyphens; unique in a project
  std::string text;                          // as it is to be published
  std::vector<std::string> variants;         // that are approved, too
  std::vector<findings::Citation> evidence;  // at least one
  std::string owner;
  std::vector<std::string> jurisdictions;  // empty: everywhere
  std::string expires;                     // ISO date, the last day; empty: without end
  std::string withdrawn;                   // ISO date, from that day on; empty: it is not
  std::string withdrawn_because;
  std::string file;  // where it is written, as read_approved was told
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// The statements of one file. A statement with a fault is left out; each fault is an error with
// file, line and column. Strict: unknown keys are errors. Ids are unique within the file.
[[nodiscard]] base::Loaded<std::vector<Statement>> read_approved(std::string_view yaml,
                                                                 const std::string& file);

// duplicate_id for each statement whose id stands in an earlier one; it is taken out.
[[nodiscard]] std::vector<base::Error> drop_repeated(std::vector<Statement>& statements);

// duplicate_id for each statement with a wording that an earlier one has, too, for some of the same
// jurisdictions: which of them is to be asked, and when it ends, nobody could tell. Both stay.
[[nodiscard]] std::vector<base::Error> repeated_wordings(const std::vector<Statement>& statements);

// What an approval is worth on a day.
enum class Standing : std::uint8_t { valid, expires_soon, expired, withdrawn };
inline constexpr int soon_days = 30;
[[nodiscard]] Standing standing_of(const Statement& statement, std::string_view today);
[[nodiscard]] std::string_view name(Standing standing);  // "valid", "expires soon", …

// Whether an article of these jurisdictions may use it: all of them are among the statement's, or
// the statement names none. An article of no named jurisdiction may be read anywhere: only a
// statement that names none covers it.
[[nodiscard]] bool covers(const Statement& statement,
                          const std::vector<std::string>& jurisdictions);

// "Patient survey (https://…, 2026-02-03)", each piece of evidence, with semicolons between.
[[nodiscard]] std::string evidence_of(const Statement& statement);

// Limits: bytes of one file, statements and variants of a project, words of one wording.
inline constexpr std::uint64_t max_approved_bytes = 1ULL << 20;
inline constexpr std::size_t max_approved_wordings = 20000;
inline constexpr std::size_t max_wording_words = 200;

}  // namespace linter::suppression
