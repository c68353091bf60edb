// Checkstyle's XML, which many review tools read: errors by file.
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"
#include "linter/reports/xml.h"

namespace linter::reports {
namespace {

std::string_view severity_of(findings::Severity severity) {
  return severity == findings::Severity::suggestion ? "info" : name(severity);
}

void add(pugi::xml_node file, const findings::Finding& finding) {
  pugi::xml_node node = file.append_child("error");
  set(node, "line", finding.location.begin.line);
  set(node, "column", finding.location.begin.column);
  set(node, "severity", severity_of(finding.severity));
  set(node, "message", whole_message(finding));
  set(node, "source", finding.rule);
}

void add(pugi::xml_node file, const base::Error& error) {
  pugi::xml_node node = file.append_child("error");
  set(node, "line", std::max(error.line, 1U));
  set(node, "severity", "error");
  set(node, "message", error.message);
  set(node, "source", base::code_name(error.code));
}

}  // namespace

bool write_checkstyle(const findings::Outcome& outcome, const RenderOptions&, const Sink& sink) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("checkstyle");
  set(root, "version", "4.3");
  pugi::xml_node file;
  std::string_view open;
  const auto in_file = [&](std::string_view name) {
    if (file && name == open) return file;
    open = name;
    file = root.append_child("file");
    set(file, "name", name);
    return file;
  };
  for (const auto& finding : outcome.findings)
    if (finding.suppressed.empty()) add(in_file(finding.location.file), finding);
  file = {};
  for (const auto& error : outcome.errors) add(in_file(error.file), error);
  return write_document(document, sink);
}

}  // namespace linter::reports
