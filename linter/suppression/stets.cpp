#include "linter/suppression/stets.h"

#include <algorithm>
#include <set>

#include "linter/base/names.h"
#include "linter/suppression/rules.h"

namespace linter::suppression {
namespace {

using findings::Finding;
using findings::RuleInfo;
using std::string_view;

string_view pack_of(string_view rule) {
  return rule.substr(0, rule.find('.'));
}

bool is_pack(string_view name) {
  return name.find('.') == string_view::npos;
}

bool names(const Stet& stet, string_view rule) {
  return stet.note.rule == rule || (is_pack(stet.note.rule) && stet.note.rule == pack_of(rule));
}

std::string reason_of(const Stet& stet) {
  const std::string where = stet.words.empty()
                                ? "in line " + std::to_string(stet.note.place.begin.line)
                                : std::string("beside the document");
  std::string text = "stet " + where + ": " + stet.note.reason;
  if (!stet.note.until.empty()) text += " (until " + stet.note.until + ')';
  return text;
}

// The rule or the first rule of the pack that a stet names; null when there is none.
const RuleInfo* named_rule(const Stet& stet, std::span<const RuleInfo> rules) {
  const auto found =
      std::ranges::find_if(rules, [&](const RuleInfo& rule) { return names(stet, rule.id); });
  return found == rules.end() ? nullptr : &*found;
}

bool pack_in_use(string_view pack, std::span<const RuleInfo> rules) {
  return std::ranges::any_of(rules, [&](const RuleInfo& rule) { return pack_of(rule.id) == pack; });
}

std::string unknown(const Stet& stet, std::span<const RuleInfo> rules) {
  std::set<string_view> all;
  for (const RuleInfo& rule : rules) {
    all.insert(rule.id);
    all.insert(pack_of(rule.id));
  }
  const std::vector<string_view> known(all.begin(), all.end());
  return "there is no rule '" + stet.note.rule + "'" + base::nearest_hint(stet.note.rule, known) +
         ", so the stet silences nothing; galley policy list has their names";
}

bool is_meant(const Stet& stet, const findings::Location& place) {
  const std::uint32_t at = place.span.begin;
  const bool inside = stet.whole_article || (stet.covers.begin <= at && at < stet.covers.end);
  return inside && place.file == stet.note.place.file &&
         (stet.words.empty() || stet.words == place.text);
}

class Judge {
 public:
  Judge(std::span<Finding* const> findings, const Judgement& judgement)
      : findings_(findings), judgement_(judgement) {}

  std::vector<Finding> judge(std::span<Stet> stets) {
    for (Stet& stet : stets) judge(stet);
    return std::move(faults_);
  }

 private:
  void judge(Stet& stet);
  void silence(Stet& stet);
  void fault(Rule rule, Stet& stet, string_view state, std::string message) {
    stet.note.state = state;
    faults_.push_back(finding_of(rule, stet.note.place, std::move(message)));
  }
  [[nodiscard]] bool may_silence(string_view rule) const {
    const auto found = std::ranges::lower_bound(judgement_.rules, rule, {}, &RuleInfo::id);
    return found == judgement_.rules.end() || found->id != rule || !found->stet_never;
  }

  // Of a stet for one rule that silences nothing: a rule of the same pack that finds something there.
  [[nodiscard]] string_view other_rule(const Stet& stet) const {
    if (is_pack(stet.note.rule)) return {};
    for (const Finding* finding : findings_) {
      if (pack_of(finding->rule) == pack_of(stet.note.rule) && finding->suppressed.empty() &&
          (is_meant(stet, finding->location) || is_meant(stet, findings::home(*finding))))
        return finding->rule;
    }
    return {};
  }

  std::span<Finding* const> findings_;
  const Judgement& judgement_;
  std::set<string_view> silenced_;  // rules, by the stet at hand
  std::vector<Finding> faults_;
};

void Judge::judge(Stet& stet) {
  const RuleInfo* rule = named_rule(stet, judgement_.rules);
  if (rule == nullptr) {
    const string_view pack = pack_of(stet.note.rule);
    if (judgement_.some_packs_left_out && !pack_in_use(pack, judgement_.rules)) {
      stet.note.state = "pack not in use";
      return;
    }
    return fault(Rule::unknown_rule, stet, "unknown rule", unknown(stet, judgement_.rules));
  }
  if (!is_pack(stet.note.rule) && rule->stet_never) {
    return fault(Rule::never, stet, "not allowed",
                 "'" + rule->id + "' may not be silenced in an article: mend what it finds");
  }
  if (!stet.note.until.empty() && stet.note.until < judgement_.today) {
    return fault(Rule::expired, stet, "expired",
                 "this stet held until " + stet.note.until +
                     ": look again, then take it out or give it a later date");
  }
  silence(stet);
}

void Judge::silence(Stet& stet) {
  silenced_.clear();
  for (Finding* finding : findings_) {
    const bool meant =
        is_meant(stet, finding->location) || is_meant(stet, findings::home(*finding));
    if (!meant || !names(stet, finding->rule) || !may_silence(finding->rule)) continue;
    if (finding->suppressed.empty()) finding->suppressed = reason_of(stet);
    ++stet.note.silenced;
    silenced_.insert(finding->rule);
  }
  stet.note.state = "in use";
  if (stet.note.silenced == 0) {
    const std::string other(other_rule(stet));
    return fault(Rule::unused, stet, "unused",
                 "'" + stet.note.rule + "' finds nothing here any more" +
                     (other.empty() ? ": take this stet out"
                                    : ", but '" + other + "' does: name that rule, or take this "
                                                          "stet out"));
  }
  if (is_pack(stet.note.rule) && silenced_.size() == 1) {
    faults_.push_back(finding_of(Rule::too_broad, stet.note.place,
                                 "this stet silences the whole pack '" + stet.note.rule +
                                     "': name the one rule that it is for, " +
                                     std::string(*silenced_.begin())));
  }
}

}  // namespace

std::vector<Finding> apply_stets(std::span<Stet> stets, std::span<Finding* const> findings,
                                 const Judgement& judgement) {
  return Judge(findings, judgement).judge(stets);
}

}  // namespace linter::suppression
