#include "linter/run/judged_keys.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/base/counted.h"
#include "linter/base/harmless.h"
#include "linter/base/hash.h"
#include "linter/base/names.h"

namespace linter::run {
namespace {

using base::counted;
using records::Tally;

base::Error key_error(std::string message) {
  return {.code = base::ErrorCode::bad_value, .message = std::move(message)};
}

// "the keys 'a', 'b' and 7 more were"
std::string named(const std::set<std::string>& keys) {
  constexpr std::size_t most_named = 3;
  std::string list = keys.size() == 1 ? "the key " : "the keys ";
  std::size_t number = 0;
  for (const std::string& key : keys) {
    if (number == most_named) break;
    list += (number++ == 0 ? "'" : ", '") + base::harmless(base::shortened(key)) + "'";
  }
  if (keys.size() > number) list += " and " + std::to_string(keys.size() - number) + " more";
  return list + (keys.size() == 1 ? " was" : " were");
}

}  // namespace

void JudgedKeys::add(const records::JudgedRecord& record) {
  Judged& known = judged_[base::hash64(record.key)];
  if (known.summaries.count == 0) {
    known.summaries = record.summaries;
    known.findings = record.findings;
  } else {
    torn_.insert(record.key);
  }
}

void JudgedKeys::add(records::FindingRecord record, std::string_view line) {
  const std::uint64_t key = base::hash64(record.between);
  judged_[key].found.add(line);
  findings_[key].push_back(std::move(record.finding));
}

std::vector<findings::Finding> JudgedKeys::take_findings() {
  std::vector<findings::Finding> all;
  for (auto& [key, found] : findings_) {
    if (judged_[key].summaries.count > 0) std::ranges::move(found, std::back_inserter(all));
  }
  findings_.clear();
  return all;
}

std::vector<base::Error> JudgedKeys::errors(const Tally& told) const {
  std::vector<base::Error> errors;
  Tally compared;
  Tally astray;
  std::uint64_t incomplete = 0;
  for (const auto& [key, judged] : judged_) {
    compared.add(judged.summaries);
    if (judged.summaries.count == 0)
      astray.add(judged.found);
    else if (judged.found != judged.findings)
      ++incomplete;
  }
  if (astray.count > 0)
    errors.push_back(key_error("of a reconciliation " + counted(astray.count, "finding") +
                               (astray.count == 1 ? " is" : " are") +
                               " there, and not that it came to its end: give all that galley "
                               "reconcile wrote"));
  if (!torn_.empty()) {
    errors.push_back(key_error(named(torn_) +
                               " reconciled several times, with other summaries each time: give "
                               "galley reconcile all summaries of a key at once, and report only "
                               "what that wrote"));
  } else if (compared.count == 0 && told.count > 0) {
    errors.push_back(
        key_error("what the articles say was not compared: run galley reconcile and give what it "
                  "writes"));
  } else if (compared != told) {
    errors.push_back(key_error("the articles have " + counted(told.count, "summary record") +
                               ", and " + std::to_string(compared.count) +
                               (compared.count == told.count ? " others" : "") +
                               " were compared: run galley reconcile again on all parts"));
  }
  if (incomplete > 0 && torn_.empty())
    errors.push_back(key_error("some findings between articles, of " + counted(incomplete, "key") +
                               ", are missing or there in two versions: run galley reconcile again "
                               "on all parts"));
  return errors;
}

}  // namespace linter::run
