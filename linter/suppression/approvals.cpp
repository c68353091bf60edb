#include "linter/suppression/approvals.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "linter/base/dates.h"

namespace linter::suppression {
namespace {

using findings::Category;
using findings::Finding;
using findings::RuleInfo;
using findings::Severity;
using std::string_view;

enum class ApprovalRule : std::uint8_t { withdrawn, expired, expires_soon, near_miss };

RuleInfo row(std::string id, Severity severity, std::string about, std::string why,
             std::string instead) {
  RuleInfo rule;
  rule.id = std::move(id);
  rule.category = Category::upkeep;
  rule.severity = severity;
  rule.about = std::move(about);
  rule.why = std::move(why);
  rule.instead = std::move(instead);
  return rule;
}

const std::array<RuleInfo, 4>& approval_table() {
  static const std::array<RuleInfo, 4> rows = [] {
    std::array<RuleInfo, 4> made{
        row("approved.withdrawn", Severity::error, "Wording whose approval has been withdrawn",
            "Whoever approved it has said that it must not be published any more.",
            "Take the wording out of the article."),
        row("approved.expired", Severity::warning, "Wording whose approval has ended",
            "An approval rests on evidence, and evidence gets old: nobody stands behind the "
            "wording now.",
            "Have the approval renewed, or take the wording out."),
        row("approved.expires-soon", Severity::suggestion,
            "Wording whose approval ends within 30 days",
            "Renewing an approval takes longer than taking a page down.",
            "Have the approval renewed in time; galley approved used-by lists the articles."),
        row("approved.near-miss", Severity::suggestion,
            "Wording that differs from an approved one in a few words",
            "An approval holds for the words that were approved; a changed word can change the "
            "claim.",
            "Use the approved words, or have these approved as a variant."),
    };
    for (RuleInfo& rule : made)
      rule.stet_never = rule.id == "approved.withdrawn" || rule.id == "approved.expired";
    return made;
  }();
  return rows;
}

std::string quoted(string_view text) {
  return "“" + std::string(text) + "”";
}

// "“most” became “some”, “during” is missing, “guaranteed” is new".
std::string told(const std::vector<Difference>& differences) {
  std::string text;
  for (const Difference& one : differences) {
    if (!text.empty()) text += ", ";
    if (one.approved.empty()) {
      text += quoted(one.written) + " is new";
    } else if (one.written.empty()) {
      text += quoted(one.approved) + " is missing";
    } else {
      text += quoted(one.approved) + " became " + quoted(one.written);
    }
  }
  return text;
}

bool is_lower(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0;
}

// The approved words as they would stand in place of `written`: without the last full stop, and
// small where a sentence goes on.
std::string replacement(std::string approved, string_view written) {
  if (approved.ends_with('.')) approved.pop_back();
  const bool is_plain_word = approved.size() > 1 && is_lower(approved[1]);
  if (is_plain_word && !written.empty() && is_lower(written.front()))
    approved[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(approved[0])));
  return approved;
}

class ApprovalJudge {
 public:
  ApprovalJudge(const Wordings& wordings, std::span<Finding* const> findings,
                const ApprovalJudgement& judgement)
      : wordings_(wordings), findings_(findings), judgement_(judgement) {}

  Approvals judge(std::span<const Use> uses) {
    for (const Use& use : uses) {
      const bool is_near = !use.differences.empty();
      if (is_near) judge_near(use);
      if (!is_near && !is_part_of_another(use, uses)) judge(use);
    }
    return std::move(result_);
  }

 private:
  void judge(const Use& use);
  void judge_near(const Use& use);
  std::uint32_t silence(const Use& use, const Statement& statement);
  static void say_it_stays(Finding& finding, const Statement& statement);
  void tell(ApprovalRule rule, const Use& use, std::string message);
  [[nodiscard]] bool may_silence(const Finding& finding) const;
  [[nodiscard]] bool holds(const Use& use) const {
    const Statement& statement = wordings_.statements()[use.statement];
    const Standing standing = standing_of(statement, judgement_.today);
    return (standing == Standing::valid || standing == Standing::expires_soon) &&
           covers(statement, judgement_.jurisdictions);
  }
  // Whether it is some of the words of a longer wording that holds.
  [[nodiscard]] bool is_part_of_another(const Use& use, std::span<const Use> uses) const {
    return std::ranges::any_of(uses, [&](const Use& other) {
      const base::Span& whole = other.location.span;
      const base::Span& part = use.location.span;
      return other.differences.empty() && whole.size() > part.size() && whole.begin <= part.begin &&
             part.end <= whole.end && holds(other);
    });
  }

  const Wordings& wordings_;
  std::span<Finding* const> findings_;
  const ApprovalJudgement& judgement_;
  Approvals result_;
};

bool ApprovalJudge::may_silence(const Finding& finding) const {
  if (finding.category != Category::claim && finding.category != Category::wording) return false;
  const auto rule = std::ranges::lower_bound(judgement_.rules, finding.rule, {}, &RuleInfo::id);
  return rule != judgement_.rules.end() && rule->id == finding.rule && !rule->pack.empty() &&
         rule->kind != "required";
}

std::uint32_t ApprovalJudge::silence(const Use& use, const Statement& statement) {
  std::uint32_t silenced = 0;
  for (Finding* finding : findings_) {
    const base::Span& span = finding->location.span;
    const bool inside = use.covers.begin <= span.begin && span.end <= use.covers.end;
    if (!inside) continue;
    if (!may_silence(*finding)) {
      say_it_stays(*finding, statement);
      continue;
    }
    ++silenced;
    if (!finding->suppressed.empty()) continue;
    finding->suppressed = "approved wording " + statement.id + ": " + evidence_of(statement) +
                          "; owner: " + statement.owner;
    if (!statement.expires.empty()) finding->suppressed += "; until " + statement.expires;
  }
  return silenced;
}

// Whoever has the words approved wonders why they are flagged all the same.
void ApprovalJudge::say_it_stays(Finding& finding, const Statement& statement) {
  if (finding.category != Category::contradiction || !finding.suppressed.empty()) return;
  finding.message += " The approval of these words, " + statement.id +
                     ", has no effect here: it does not silence contradictions.";
}

void ApprovalJudge::judge(const Use& use) {
  const Statement& statement = wordings_.statements()[use.statement];
  const Standing standing = standing_of(statement, judgement_.today);
  findings::ApprovalNote note{.id = statement.id, .place = use.location, .state = {}};
  note.state = name(standing);
  const std::string approval = "the approval of this wording, " + statement.id + ", ";
  if (standing == Standing::withdrawn) {
    const std::string because =
        statement.withdrawn_because.empty() ? "" : " (" + statement.withdrawn_because + ")";
    tell(ApprovalRule::withdrawn, use,
         approval + "was withdrawn on " + statement.withdrawn + because +
             ": take the wording out, or ask " + statement.owner);
  } else if (!covers(statement, judgement_.jurisdictions)) {
    note.state = "approved elsewhere";
  } else if (standing == Standing::expired) {
    tell(ApprovalRule::expired, use,
         approval + "ended on " + statement.expires + ": have " + statement.owner +
             " renew it, or take the wording out");
  } else {
    note.silenced = silence(use, statement);
    if (standing == Standing::expires_soon) {
      const std::int64_t days = base::days_between(judgement_.today, statement.expires).value_or(0);
      tell(ApprovalRule::expires_soon, use,
           approval + "ends on " + statement.expires + ", in " + std::to_string(days) +
               (days == 1 ? " day" : " days") + ": have " + statement.owner + " renew it");
    }
  }
  result_.notes.push_back(std::move(note));
}

void ApprovalJudge::judge_near(const Use& use) {
  if (!holds(use)) return;
  const Statement& statement = wordings_.statements()[use.statement];
  const std::string& approved = wordings_.text_of(use);
  tell(ApprovalRule::near_miss, use,
       "this is nearly the approved wording " + statement.id + ", " + quoted(approved) + ": " +
           told(use.differences) + ". Use the approved words, or have " + statement.owner +
           " approve these");
  result_.findings.back().suggestions = {replacement(approved, use.location.text)};
}

void ApprovalJudge::tell(ApprovalRule rule, const Use& use, std::string message) {
  const RuleInfo& about = approval_table()[static_cast<std::size_t>(rule)];
  const Statement& statement = wordings_.statements()[use.statement];
  Finding finding;
  finding.rule = about.id;
  finding.category = about.category;
  finding.severity = about.severity;
  finding.message = std::move(message);
  finding.instead = about.instead;
  finding.location = use.location;
  finding.identity = statement.id + '\0' + use.location.text;
  findings::Related approval;
  approval.location.file = statement.file;
  approval.location.text = wordings_.text_of(use);
  approval.location.begin = {statement.line, statement.column};
  approval.location.end = approval.location.begin;
  approval.message = "approved by " + statement.owner;
  if (!statement.evidence.empty()) approval.source = statement.evidence.front();
  finding.related.push_back(std::move(approval));
  result_.findings.push_back(std::move(finding));
}

}  // namespace

Approvals apply_approvals(const Wordings& wordings, std::span<const Use> uses,
                          std::span<Finding* const> findings, const ApprovalJudgement& judgement) {
  return ApprovalJudge(wordings, findings, judgement).judge(uses);
}

std::span<const RuleInfo> approval_rules() {
  return approval_table();
}

}  // namespace linter::suppression
