#include "linter/fixes/decisions.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "linter/base/yaml.h"

namespace linter::fixes {
namespace {

using std::string_view;

constexpr std::array<string_view, 2> verdicts = {"accept", "reject"};

Decision read_decision(const base::yaml::Value& value, string_view file, std::string path,
                       std::vector<base::Error>& errors) {
  base::yaml::Reader reader(value, file, errors, std::move(path));
  Decision decision;
  decision.fingerprint = reader.required_string("fingerprint");
  decision.file = reader.optional_string("file");
  decision.line =
      static_cast<std::uint32_t>(reader.optional_int("line", 0, UINT32_MAX).value_or(0));
  decision.rule = reader.optional_string("rule");
  decision.text = reader.optional_string("text");
  for (const string_view known : {"column", "comment"}) (void)reader.take(known);
  if (const auto verdict = reader.one_of("decision", verdicts))
    decision.verdict = *verdict == 0 ? Verdict::accept : Verdict::reject;
  if (reader.has("replacement")) decision.replacement = reader.optional_string("replacement");
  if (decision.verdict == Verdict::reject) {
    decision.reason = safe_reason(reader.required_string("reason"));
  } else {
    (void)reader.take("reason");
  }
  reader.finish();
  return decision;
}

// Whether one path is the other, seen from a folder above or below.
bool same_end(string_view a, string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return !b.empty() && a.ends_with(b) &&
         (a.size() == b.size() || a[a.size() - b.size() - 1] == '/');
}

// Findings that decisions may be about.
class Known {
 public:
  explicit Known(std::span<const findings::Finding> findings) : findings_(findings) {
    for (const findings::Finding& finding : findings) known_.emplace(finding.fingerprint, &finding);
  }

  [[nodiscard]] const findings::Finding* find(const Decision& decision) const {
    const auto found = known_.find(decision.fingerprint);
    if (found != known_.end()) return found->second;
    // the same article, seen from another folder
    const findings::Finding* only = nullptr;
    const findings::Finding* on_line = nullptr;
    std::size_t count = 0;
    std::size_t count_on_line = 0;
    for (const findings::Finding& finding : findings_) {
      if (finding.rule != decision.rule || finding.location.text != decision.text ||
          !same_end(finding.location.file, decision.file))
        continue;
      only = &finding;
      ++count;
      if (finding.location.begin.line != decision.line) continue;
      on_line = &finding;
      ++count_on_line;
    }
    if (count_on_line == 1) return on_line;
    return count == 1 ? only : nullptr;
  }

  [[nodiscard]] std::string why_not(const Decision& decision) const {
    const bool has_file = std::ranges::any_of(findings_, [&](const findings::Finding& finding) {
      return same_end(finding.location.file, decision.file);
    });
    if (decision.file.empty() || has_file)
      return "there is no such remark any more: the text or the rules have changed";
    return "nothing was found in a file of that name: check the articles that the proof was made "
           "of";
  }

 private:
  std::span<const findings::Finding> findings_;
  std::map<string_view, const findings::Finding*> known_;
};

}  // namespace

// A reason as it stands in a comment: on one line, and without what would end the comment.
std::string safe_reason(string_view reason) {
  std::string out;
  for (const char c : reason) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    const char next = is_control ? ' ' : c;
    const bool ends_comment =
        (next == '>' && out.ends_with("--")) || (next == '/' && out.ends_with('*'));
    if (ends_comment) out += ' ';
    if (next != ' ' || (!out.empty() && !out.ends_with(' '))) out += next;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string joined_reasons(string_view first, string_view second) {
  constexpr string_view between = "; ";
  for (string_view rest = first;;) {
    const std::size_t end = std::min(rest.find(between), rest.size());
    if (rest.substr(0, end) == second) return std::string(first);
    if (end == rest.size()) break;
    rest.remove_prefix(end + between.size());
  }
  return std::string(first).append(between).append(second);
}

base::Span span_after(base::Span words, std::span<const Fix> fixes) {
  base::Span after = words;
  for (const Fix& fix : fixes) {
    if (fix.span.begin >= words.end) break;
    const auto size = static_cast<std::uint32_t>(fix.right.size());
    if (fix.span.end <= words.begin) {
      after.begin = after.begin + size - fix.span.size();
    } else if (fix.span.begin < words.begin) {
      after.begin -= words.begin - fix.span.begin;
    }
    after.end = after.end + size - (std::min(words.end, fix.span.end) - fix.span.begin);
  }
  return after;
}

base::Loaded<std::vector<Decision>> read_decisions(string_view text, string_view file) {
  base::Loaded<std::vector<Decision>> loaded;
  auto parsed = base::yaml::parse(text, file);
  loaded.errors = std::move(parsed.errors);
  if (!loaded.errors.empty()) return loaded;
  base::yaml::Reader reader(parsed.value, file, loaded.errors);
  (void)reader.optional_int("version", 1, 1);
  for (const string_view known : {"tool", "proof"}) (void)reader.take(known);
  std::size_t number = 0;
  for (const base::yaml::Value& item : reader.sequence("decisions")) {
    const std::string path = "decisions[" + std::to_string(number++) + "]";
    loaded.value.push_back(read_decision(item, file, path, loaded.errors));
  }
  reader.finish();
  if (!reader.has("decisions") && loaded.errors.empty()) {
    reader.report(base::ErrorCode::missing_key,
                  "the file holds no 'decisions': give one that a proof has saved", parsed.value);
  }
  return loaded;
}

Carried carried_out(std::span<const Decision> decisions,
                    std::span<const findings::Finding> findings,
                    std::span<const findings::RuleInfo> rules) {
  const Known known(findings);
  const auto may_not_stand = [&](const findings::Finding& finding) {
    const auto rule = std::ranges::find(rules, finding.rule, &findings::RuleInfo::id);
    return rule != rules.end() && rule->stet_never;
  };
  Carried carried;
  for (const Decision& decision : decisions) {
    if (decision.verdict == Verdict::none) continue;
    const findings::Finding* const finding = known.find(decision);
    const auto miss = [&](std::string why) {
      carried.missed.push_back({finding, &decision, std::move(why)});
    };
    if (finding == nullptr) {
      miss(known.why_not(decision));
    } else if (!finding->suppressed.empty()) {
      miss("it is let stand already: " + finding->suppressed);
    } else if (decision.verdict == Verdict::reject && may_not_stand(*finding)) {
      miss("the rule may not be let stand: mend the words");
    } else if (decision.verdict == Verdict::reject) {
      carried.stands.push_back({finding, decision.reason});
    } else if (!decision.replacement) {
      miss("accepted without a replacement: mend it by hand");
    } else if (!is_replaceable(*finding)) {
      miss("the words hold markup: mend it by hand");
    } else if (decision.replacement->find_first_of("\r\n") != std::string::npos) {
      miss("the replacement has several lines: mend it by hand");
    } else {
      carried.fixed.push_back(finding);
      carried.fixes.push_back(
          {finding->location.span, finding->location.text, *decision.replacement});
    }
  }
  return carried;
}

std::string named(const findings::Finding& finding) {
  const findings::Location& at = finding.location;
  const std::string place =
      findings::counts_paragraphs(at.file)
          ? ", paragraph " + std::to_string(at.begin.line)
          : ":" + std::to_string(at.begin.line) + ":" + std::to_string(at.begin.column);
  return at.file + place + ": " + finding.rule + " “" + at.text + "”";
}

std::string named(const Missed& missed) {
  if (missed.finding != nullptr) return named(*missed.finding);
  const Decision& decision = *missed.decision;
  if (decision.file.empty()) return "remark " + decision.fingerprint;
  const bool paragraphs = findings::counts_paragraphs(decision.file);
  return decision.file + (paragraphs ? ", paragraph " : ":") + std::to_string(decision.line) +
         ": " + decision.rule + " “" + decision.text + "”";
}

}  // namespace linter::fixes
