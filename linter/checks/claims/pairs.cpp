#include "linter/checks/claims/pairs.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <optional>
#include <tuple>

#include "linter/assertions/describe.h"
#include "linter/assertions/extract.h"
#include "linter/assertions/fact_claim.h"
#include "linter/base/counted.h"
#include "linter/base/names.h"
#include "linter/checks/claims/claims.h"
#include "linter/knowledge/keys.h"
#include "linter/lexicon/lexicon.h"
#include "linter/prose/formats.h"
#include "linter/sentences/text.h"

namespace linter::checks::claims {
namespace {

using assertions::Assertion;
using assertions::Claim;
using knowledge::Pair;
using knowledge::PairVerdict;

std::string_view name(PairVerdict verdict) {
  return knowledge::pair_verdict_names()[static_cast<std::size_t>(verdict)];
}

// What a statement was read to assert.
struct Reader {
  std::vector<Claim> claims;
  std::string text;  // for people
};

PairVerdict verdict_of(findings::Severity severity) {
  switch (severity) {
    case findings::Severity::error:
      return PairVerdict::contradiction;
    case findings::Severity::warning:
      return PairVerdict::tension;
    case findings::Severity::suggestion:
      break;
  }
  return PairVerdict::query;
}

class PairRunner {
 public:
  PairRunner(const knowledge::Knowledge& knowledge, const context::CueSet& cues,
             const lexicon::Vocabulary& vocabulary)
      : knowledge_(knowledge),
        lexicon_(vocabulary, triggers_),
        context_(cues),
        extractor_(knowledge),
        check_(make_claims(knowledge)) {}
  // The reading refers to its neighbours.
  PairRunner(const PairRunner&) = delete;
  PairRunner& operator=(const PairRunner&) = delete;

  // Nothing for a fact that there is not.
  std::optional<PairResult> run(const Pair& pair) {
    fact_ = nullptr;
    for (const knowledge::Fact& fact : knowledge_.facts)
      if (fact.id == pair.fact) fact_ = &fact;
    if (fact_ == nullptr && !pair.fact.empty()) return std::nullopt;
    PairResult result;
    result.pair = pair;
    judge(pair, result);
    result.holds = result.got == pair.verdict;
    if (!result.holds) result.explanation = explain(pair);
    return result;
  }

 private:
  static constexpr std::string_view first_file = "first.md";
  static constexpr std::string_view second_file = "second.md";

  void judge(const Pair& pair, PairResult& result) {
    const std::string opening = pair.title.empty() ? "" : "# " + pair.title + "\n\n";
    const std::string whole = opening + pair.first + "\n";
    second_begin_ = static_cast<std::uint32_t>(whole.size());
    std::vector<Summary> summaries;
    if (fact_ == nullptr && !pair.apart) {
      summarise(first_file, whole + "\n" + pair.second + "\n", summaries);
    } else {
      summarise(first_file, whole, summaries);
      if (fact_ == nullptr) summarise(second_file, opening + pair.second + "\n", summaries);
    }
    std::ranges::stable_sort(summaries, {}, [](const Summary& one) {
      return std::tie(one.key, one.location.file, one.location.span);
    });
    std::vector<findings::Finding> findings;
    check_->check_corpus(summaries, findings);
    for (const findings::Finding& finding : findings) {
      if (std::ranges::none_of(finding.related, [&](const findings::Related& related) {
            return is_between(finding.location, related);
          }))
        continue;
      const PairVerdict verdict = verdict_of(finding.severity);
      if (verdict <= result.got) continue;
      result.got = verdict;
      result.message = finding.message;
    }
  }

  // Whether a finding is of one side against the other.
  [[nodiscard]] bool is_between(const findings::Location& here,
                                const findings::Related& there) const {
    if (fact_ != nullptr)
      return there.source && there.location.file == fact_->file &&
             there.location.begin.line == fact_->position.line &&
             there.location.begin.column == fact_->position.column;
    return !there.source && is_second(here) != is_second(there.location);
  }
  [[nodiscard]] bool is_second(const findings::Location& place) const {
    return place.file == second_file || place.span.begin >= second_begin_;
  }

  void summarise(std::string_view file, std::string text, std::vector<Summary>& summaries) {
    read(file, std::move(text));
    ArticleResult result;
    check_->check_article(reading_, context_, result);
    std::ranges::move(result.summaries, std::back_inserter(summaries));
  }

  void read(std::string_view file, std::string text) {
    auto source = prose::read_article(*prose::format_named("markdown"), std::string(file),
                                      std::move(text), {}, article_);
    if (source) source_ = std::move(*source);
    sentences::split(article_, text_);
    lexicon_.annotate(article_.view, text_);
    context_.begin(reading_);
  }

  // What both sides assert, and what decides between the two statements that meet most.
  std::string explain(const Pair& pair) {
    const std::string opening = pair.title.empty() ? "" : "# " + pair.title + "\n\n";
    const Reader first = assertions_in(opening + pair.first + "\n");
    Reader second;
    if (fact_ == nullptr) {
      second = assertions_in(opening + pair.second + "\n");
    } else {
      second.claims = {assertions::claim_of(knowledge_, *fact_)};
      second.text = "the fact: " + fact_->says + "\n";
    }
    std::vector<assertions::Reason> best;
    assertions::Comparison verdict;
    for (const Claim& a : first.claims) {
      for (const Claim& b : second.claims) {
        std::vector<assertions::Reason> reasons;
        const auto made = assertions::compare(knowledge_, a, b, &reasons);
        if (std::tuple(made.verdict, reasons.size()) <= std::tuple(verdict.verdict, best.size()))
          continue;
        verdict = made;
        best = std::move(reasons);
      }
    }
    std::string text = first.text + second.text;
    if (first.claims.empty()) text = "the first is read to assert nothing\n" + text;
    if (second.claims.empty()) text += "the second is read to assert nothing\n";
    return best.empty() ? text : text + assertions::text_of(verdict, best);
  }

  Reader assertions_in(std::string text) {
    read(first_file, std::move(text));
    std::vector<Assertion> found;
    extractor_.extract(reading_, context_, found);
    Reader made;
    const source::LineIndex index(source_.bytes);
    for (const Assertion& one : found) {
      if (one.claim.frame == knowledge::none) continue;
      made.claims.push_back(one.claim);
      made.text += assertions::text_of(knowledge_, reading_, index, one);
    }
    return made;
  }

  const knowledge::Knowledge& knowledge_;
  lexicon::TriggerTable triggers_;
  lexicon::Lexicon lexicon_;
  context::Context context_;
  assertions::Extractor extractor_;
  std::unique_ptr<Check> check_;
  source::Source source_;
  prose::Article article_;
  sentences::Text text_;
  const lexicon::Reading reading_{source_, article_, text_, lexicon_};
  const knowledge::Fact* fact_ = nullptr;
  std::uint32_t second_begin_ = 0;
};

void render(const PairResult& result, std::string& out) {
  const Pair& pair = result.pair;
  out += fmt::format(
      "{}:{}:{}: a pair gives {}, not {}\n", pair.file, pair.position.line, pair.position.column,
      result.got == PairVerdict::nothing ? "no finding" : name(result.got), name(pair.verdict));
  std::string about = result.message.empty() ? "" : result.message + "\n";
  about += "first: " + pair.first + "\n";
  about += pair.fact.empty() ? "second: " + pair.second + "\n" : "fact: " + pair.fact + "\n";
  about += result.explanation;
  for (std::size_t at = 0; at < about.size();) {
    const std::size_t end = std::min(about.find('\n', at), about.size());
    out += "    | " + about.substr(at, end - at) + "\n";
    at = end + 1;
  }
}

}  // namespace

PairsReport run_pairs(std::span<const Pair> pairs, const knowledge::Knowledge& knowledge,
                      const context::CueSet& cues, const lexicon::Vocabulary& vocabulary) {
  PairRunner runner(knowledge, cues, vocabulary);
  PairsReport report;
  const auto hint = [&](std::string_view wanted) -> std::string {
    static constexpr std::size_t most = 20;  // it looks at every fact
    if (report.errors.size() >= most) return {};
    std::vector<std::string_view> names;
    for (const knowledge::Fact& fact : knowledge.facts) names.push_back(fact.id);
    return base::nearest_hint(wanted, names);
  };
  for (const Pair& pair : pairs) {
    auto result = runner.run(pair);
    if (!result) {
      report.errors.push_back(
          {base::ErrorCode::bad_value,
           "a pair names the fact '" + pair.fact + "', which no loaded pack has" + hint(pair.fact), pair.file,
           pair.position.line, pair.position.column});
      continue;
    }
    if (!result->holds) ++report.failures;
    report.results.push_back(std::move(*result));
  }
  return report;
}

std::string rendered(const PairsReport& report) {
  if (report.results.empty()) return {};
  std::string out;
  for (const PairResult& result : report.results)
    if (!result.holds) render(result, out);
  out += base::counted(report.results.size(), "pair") + ", ";
  if (report.failures == 0) return out + (report.results.size() == 1 ? "holds\n" : "all hold\n");
  return out + fmt::format("{} {}\n", report.failures,
                           report.failures == 1 ? "does not hold" : "do not hold");
}

}  // namespace linter::checks::claims
