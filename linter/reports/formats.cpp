#include "linter/reports/formats.h"

#include <algorithm>
#include <array>

namespace linter::reports {
namespace {

constexpr std::array<Format, 4> table{{
    {"text", "for people: the line, the words, what to do", write_text},
    {"line", "path:line:column:rule:message, one finding a line", write_line},
    {"json", "one JSON document: tool, summary, errors, findings", write_json},
    {"jsonl", "one JSON object a line: findings, then errors, then the summary", write_jsonl},
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
