#include "linter/fixes/decisions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "linter/base/yaml.h"

namespace linter::fixes {
namespace {

using std::string_view;

constexpr std::array<string_view, 2> verdicts = {"accept", "reject"};

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

Decision read_decision(const base::yaml::Value& value, string_view file, std::string path,
                       std::vector<base::Error>& errors) {
  base::yaml::Reader reader(value, file, errors, std::move(path));
  Decision decision;
  decision.fingerprint = reader.required_string("fingerprint");
  for (const string_view known : {"file", "line", "rule", "text", "comment"})
    (void)reader.take(known);
  if (const auto verdict = reader.one_of("decision", verdicts))
    decision.verdict = *verdict == 0 ? Verdict::accept : Verdict::reject;
  decision.replacement = reader.optional_string("replacement");
  if (decision.verdict == Verdict::reject) {
    decision.reason = safe_reason(reader.required_string("reason"));
  } else {
    (void)reader.take("reason");
  }
  reader.finish();
  return decision;
}

}  // namespace

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
  return loaded;
}

Carried carried_out(std::span<const Decision> decisions,
                    std::span<const findings::Finding> findings) {
  std::map<string_view, const findings::Finding*> known;
  for (const findings::Finding& finding : findings) {
    if (finding.suppressed.empty()) known.emplace(finding.fingerprint, &finding);
  }
  Carried carried;
  for (const Decision& decision : decisions) {
    if (decision.verdict == Verdict::none) continue;
    const auto found = known.find(decision.fingerprint);
    if (found == known.end()) {
      ++carried.gone;
      continue;
    }
    const findings::Finding& finding = *found->second;
    if (decision.verdict == Verdict::reject) {
      carried.stands.push_back({&finding, decision.reason});
    } else if (decision.replacement.empty() || !is_replaceable(finding) ||
               decision.replacement.find_first_of("\r\n") != std::string::npos) {
      ++carried.by_hand;
    } else {
      carried.fixed.push_back(&finding);
      carried.fixes.push_back({finding.location.span, finding.location.text, decision.replacement});
    }
  }
  return carried;
}

std::vector<Fix> stet_comments(string_view bytes, std::span<const Stands> stands) {
  std::set<std::pair<std::uint32_t, string_view>> known;  // place and rule
  std::vector<Fix> comments;
  for (const Stands& one : stands) {
    auto comment = stet_before(bytes, *one.finding, one.reason);
    if (comment && known.emplace(comment->span.begin, one.finding->rule).second)
      comments.push_back(std::move(*comment));
  }
  return comments;
}

}  // namespace linter::fixes
