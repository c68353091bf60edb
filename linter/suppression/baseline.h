// The baseline: findings that were there when galley came, counted, so that they can only become
// fewer.
//
// A small text file, made to be merged: one line for each file, rule and words, sorted, with how
// often they were found. What tells a finding is its rule and the words that it stands on, not its
// sentence and no line, so that an old fault stays old while its neighbours are edited.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/findings/outcome.h"

namespace linter::suppression {

inline constexpr std::uint64_t max_baseline_bytes = 64ULL << 20;
// Why a finding is silenced, as Finding::suppressed says it.
inline constexpr std::string_view baseline_reason = "baseline: it was there before";
// The same, beginning with it, where the line is that of a file that is gone and was not asked for:
// the line stays, under the old name.
inline constexpr std::string_view gone_reason =
    "baseline: it was there before, in an article that is gone";

using BaselineEntry = findings::BaselineNote;

// Sorted by (file, rule, words), each of these once.
using Baseline = std::vector<BaselineEntry>;

// Reads the file's text; `path` is for errors, which name lines. Of two lines for the same finding,
// as a merge may leave them, the smaller count holds. Beside errors there are the lines that can be
// read; of the marks of a merge the first is told.
[[nodiscard]] base::Loaded<Baseline> read_baseline(std::string_view text, const std::string& path);
[[nodiscard]] std::string write_baseline(const Baseline& baseline);

// Names a file, as findings name it, as seen from the baseline's folder.
using NameOf = std::function<std::string(const std::string& file)>;

// The baseline of these findings; what is silenced already is left out.
[[nodiscard]] Baseline baseline_of(std::span<const findings::Finding> findings,
                                   const NameOf& name_of);

// What a run knows of a file of the baseline.
// `moved` is gone, too, and outside of what was asked for: only a run over that could tell that
// nothing of it is left.
enum class FileState : std::uint8_t { not_checked, checked, left_out, gone, moved };

// Silences findings, in their order, as often as the baseline counts them, and says in its entries
// what was found. What is left of the entries of a file that is gone holds for the same words
// elsewhere: it may have been renamed. A contradiction is counted where it stands in a run over all
// articles (findings::home), from whichever side it is seen.
void apply_baseline(Baseline& baseline, std::span<findings::Finding* const> findings,
                    const NameOf& name_of,
                    const std::function<FileState(const std::string& file)>& state_of);

}  // namespace linter::suppression
