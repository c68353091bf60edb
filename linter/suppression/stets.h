// Stet, the proofreader's "let it stand": comments in an article that silence a rule where it is
// right that it fires.
//
//   <!-- stet health-claims.painless until 2027-03-01: quoted from the study -->
//
// holds for the block it stands in, else for the next one (a heading, a paragraph, a whole list or
// table); stet-file for the article; stet-begin to stet-end for what lies between. In MDX the same
// in {/* … */}; in plain text also [stet RULE: reason] on a line of its own; in front matter
// `galley: {stet: {"RULE until DATE": reason}}`, which holds for the article. RULE is a rule, a
// pack, or several with commas between.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/findings/outcome.h"
#include "linter/prose/article.h"
#include "linter/source/source.h"

namespace linter::suppression {

// One rule that one comment lets stand.
struct Stet {
  findings::StetNote note;     // place located by read_stets
  base::Span covers;           // source bytes; a finding that begins there is silenced
  bool whole_article = false;  // written as stet-file, or in front matter
  std::string words;           // not empty: only findings on exactly these words
};

// What the comments of an article say. Where a comment cannot be understood, `faults` gets a
// finding, located, and nothing is silenced by it; nor by what comes after the first max_stets.
// Linear in comments and blocks; an article without stet comments costs one look at each comment.
inline constexpr std::size_t max_stets = 1000;
struct ArticleStets {
  std::vector<Stet> stets;  // in the order of the article
  std::vector<findings::Finding> faults;
};
[[nodiscard]] ArticleStets read_stets(const source::Source& source, const prose::Article& article);

// What looks like a stet in a plain text and is none, since it does not have a line of its own: a
// finding each, at most max_stets. Linear.
[[nodiscard]] std::vector<findings::Finding> misplaced_stets(const source::Source& source,
                                                             const prose::Article& article);

// What stets are judged by.
struct Judgement {
  std::span<const findings::RuleInfo> rules;  // all that there are, sorted by id
  std::string_view today;                     // ISO date; `until` is the last day
  // Rules of packs that are not in use may be named: another run has them.
  bool some_packs_left_out = false;
};

// Gives `suppressed` a reason in each of the article's findings that a stet covers, fills the
// notes' state and count, and returns what is wrong with the stets themselves: unused, expired,
// unknown rule, too broad, a rule that may not be silenced. `findings` are all of one article's,
// those from the comparison with other articles among them.
[[nodiscard]] std::vector<findings::Finding> apply_stets(
    std::span<Stet> stets, std::span<findings::Finding* const> findings,
    const Judgement& judgement);

// The rules about stets, for `galley explain`; none of them can be silenced by one.
[[nodiscard]] std::span<const findings::RuleInfo> rules();

}  // namespace linter::suppression
