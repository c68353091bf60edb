#include "linter/reports/formats.h"

#include <algorithm>
#include <array>

namespace linter::reports {
namespace {

constexpr std::array<Format, 12> table{{
    {"text", "for people: the line, the words, what to do", write_text},
    {"line", "path:line:column:rule:message, one finding a line", write_line},
    {"json", "one JSON document: tool, summary, errors, findings", write_json},
    {"jsonl", "one JSON object a line: findings, then errors, then the summary", write_jsonl},
    {"sarif", "SARIF 2.1.0, for code scanning", write_sarif, true},
    {"github", "workflow commands: annotations in GitHub Actions", write_github, true},
    {"gitlab", "GitLab's Code Quality report", write_gitlab, true},
    {"checkstyle", "Checkstyle's XML", write_checkstyle, true},
    {"junit", "JUnit's XML", write_junit, true},
    {"rdjson", "Reviewdog's diagnostics, one document", write_rdjson, true},
    {"rdjsonl", "Reviewdog's diagnostics, one a line", write_rdjsonl, true},
    {"markdown", "a comment on a pull request, the summary of a step", write_markdown, true},
}};

}  // namespace

std::span<const Format> formats() {
  return table;
}

const Format* format_named(std::string_view name) {
  const auto* const found = std::ranges::find(table, name, &Format::name);
  return found == table.end() ? nullptr : found;
}

}  // namespace linter::reports
