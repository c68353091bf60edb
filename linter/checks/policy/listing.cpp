// galley policy list and galley explain.
#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/checks/policy/authoring.h"

namespace linter::checks::policy {
namespace {

std::string padded(std::string text, std::size_t width) {
  const std::size_t wide = base::display_width(text);
  if (wide < width) text.append(width - wide, ' ');
  return text;
}

std::string joined_with_commas(std::span<const std::string> texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

std::string notes_on(const PolicySet& set, const Rule& rule) {
  std::vector<std::string> notes;
  if (!rule.info.jurisdictions.empty())
    notes.push_back(joined_with_commas(rule.info.jurisdictions));
  if (set.runs_always(rule))
    notes.emplace_back("tried on every block: no word of its pattern is certain");
  if (rule.info.stet_never) notes.emplace_back("cannot be silenced in an article");
  return notes.empty() ? std::string() : " (" + joined_with_commas(notes) + ")";
}

// A labelled paragraph, its further lines indented.
void add(std::string& out, std::string_view label, std::string_view text) {
  if (text.empty()) return;
  out += "\n" + std::string(label) + "\n";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += "    " + std::string(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
}

std::string described(const findings::Citation& source) {
  std::string out = source.title;
  if (!source.section.empty()) out += ", " + source.section;
  if (!source.url.empty()) out += ", " + source.url;
  if (!source.date.empty()) out += " (seen " + source.date + ")";
  return out;
}

std::string lines_of(std::span<const std::string> texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "\n") + text;
  return out;
}

}  // namespace

std::string listing(std::span<const packs::Pack> packs, const PolicySet& set) {
  std::size_t width = 0;
  for (const Rule& rule : set.rules()) width = std::max(width, base::display_width(rule.info.id));
  std::string out;
  for (const packs::Pack& pack : packs) {
    if (!out.empty()) out += "\n";
    out += pack.id + " " + std::to_string(pack.version) +
           (pack.about.empty() ? "" : ": " + pack.about) + "\n";
    for (const Rule& rule : set.rules()) {
      if (rule.pack != pack.id) continue;
      const std::string severity(rule.off ? "off" : findings::name(rule.severity));
      out += "  " + padded(rule.info.id, width) + "  " + padded(severity, 10) + "  " +
             padded(rule.info.kind, 14) + "  " + rule.info.about + notes_on(set, rule) + "\n";
    }
  }
  return out;
}

std::string explanation(const RuleInfo& rule) {
  std::string out = rule.id + "\n" + std::string(findings::name(rule.severity)) + ", " +
                    std::string(findings::name(rule.category));
  if (!rule.kind.empty()) out += ", kind " + rule.kind;
  if (!rule.pack.empty())
    out += ", since version " + std::to_string(rule.since) + " of " + rule.pack;
  out += "\n\n" + rule.about + "\n";
  add(out, "Why", rule.why);
  add(out, "Instead", rule.instead);
  add(out, "Flagged", lines_of(rule.bad));
  add(out, "Not flagged", lines_of(rule.good));
  std::vector<std::string> sources;
  for (const findings::Citation& source : rule.sources) sources.push_back(described(source));
  add(out, rule.sources.size() == 1 ? "Source" : "Sources", lines_of(sources));
  add(out, "Jurisdictions", joined_with_commas(rule.jurisdictions));
  add(out, "Further reading", lines_of(rule.links));
  if (rule.stet_never) add(out, "Stet", "This rule cannot be silenced in an article.");
  add(out, "Note", rule.notice);
  return out;
}

}  // namespace linter::checks::policy
