#include "linter/findings/gather_turned.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "linter/findings/order.h"

namespace linter::findings {
namespace {

using OfSentence = std::vector<Finding*>;

void add_sides(Finding& finding, Finding&& other) {
  for (Related& side : other.related) {
    if (finding.related.size() < most_sides) {
      finding.related.push_back(std::move(side));
    } else {
      ++finding.related_omitted;
    }
  }
}

// The first of them has all sides; the others are spent.
void gather(const OfSentence& all, std::set<std::string>& taken) {
  const auto gravest = std::ranges::max_element(all, {}, &Finding::severity);
  std::swap(*all.front(), **gravest);
  Finding& kept = *all.front();
  for (Finding* other : all) {
    if (other != &kept) add_sides(kept, std::move(*other));
  }
  if (!taken.insert(kept.fingerprint).second) kept.fingerprint = kept.related.front().fingerprint;
}

}  // namespace

void gather_turned(std::vector<Finding>& findings) {
  std::map<std::pair<std::string, std::string>, OfSentence> sentences;  // by file and `turned`
  for (Finding& finding : findings) {
    const bool counts = !finding.turned.empty() && finding.suppressed.empty();
    if (counts && !finding.related.empty())
      sentences[{finding.location.file, finding.turned}].push_back(&finding);
  }
  if (sentences.empty()) return;
  std::set<std::string> taken;
  std::set<const Finding*> spent;
  for (auto& [sentence, all] : sentences) {
    gather(all, taken);
    spent.insert(all.begin() + 1, all.end());
  }
  std::vector<Finding> kept;
  for (Finding& finding : findings)
    if (!spent.contains(&finding)) kept.push_back(std::move(finding));
  findings = std::move(kept);
  put_in_order(findings);
}

}  // namespace linter::findings
