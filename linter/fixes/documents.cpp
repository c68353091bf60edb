#include "linter/fixes/documents.h"

#include <algorithm>
#include <utility>

#include "linter/word/edits.h"

namespace linter::fixes {
namespace {

struct Opened {
  word::Package package;
  word::Document document;
};

base::Result<Opened> open(std::string bytes, const std::string& file) {
  auto package = word::Package::open(std::move(bytes), file);
  if (!package) return std::unexpected(std::move(package.error()));
  auto document = word::read_document(*package);
  if (!document) return std::unexpected(std::move(document.error()));
  return Opened{std::move(*package), std::move(*document)};
}

Mended mended_of(const Opened& opened, const word::Edits& edits, word::Edited edited) {
  Mended mended{.bytes = std::move(edited.bytes), .fixed = edited.replaced};
  for (const word::LeftOut& left : edited.left_out) {
    const word::Replacement& one = edits.replacements[left.number];
    mended.left_out.push_back(
        {{one.text, std::string(one.text.of(opened.document.text)), one.right}, left.why});
  }
  return mended;
}

std::string place_of(const findings::Location& location) {
  const bool paragraphs = findings::counts_paragraphs(location.file);
  return location.file + (paragraphs ? ", paragraph " : ", line ") +
         std::to_string(location.begin.line);
}

std::string source_of(const findings::Citation& citation) {
  std::string text = citation.title;
  if (!citation.section.empty()) text += ", " + citation.section;
  if (!citation.url.empty()) text += ", " + citation.url;
  return text;
}

word::Comment comment_on(const findings::Finding& finding) {
  word::Comment comment{.text = finding.location.span, .lines = {finding.message}};
  if (!finding.suggestions.empty()) {
    std::string line = "Write instead: ";
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(finding.suggestions.size(), most); ++i)
      line += (i == 0 ? "" : ", ") + named_suggestion(finding.suggestions[i]);
    comment.lines.push_back(std::move(line));
  } else if (!finding.instead.empty()) {
    comment.lines.push_back("Write instead: " + finding.instead);
  }
  for (const findings::Related& side : finding.related) {
    std::string line = side.source ? "Fact: " : "Against: ";
    line += side.source ? side.message : "“" + side.location.text + "”";
    line += " (" + (side.source ? source_of(*side.source) : place_of(side.location)) + ")";
    comment.lines.push_back(std::move(line));
  }
  for (const findings::Citation& source : finding.sources)
    comment.lines.push_back("Source: " + source_of(source));
  comment.lines.push_back(std::string(name(finding.severity)) + ", " + finding.rule);
  return comment;
}

}  // namespace

base::Result<std::string> document_text(std::string bytes, const std::string& file) {
  auto opened = open(std::move(bytes), file);
  if (!opened) return std::unexpected(std::move(opened.error()));
  return std::move(opened->document.text);
}

base::Result<Mended> applied_to_document(std::string bytes, const std::string& file,
                                         std::span<const Fix> fixes) {
  auto opened = open(std::move(bytes), file);
  if (!opened) return std::unexpected(std::move(opened.error()));
  word::Edits edits;
  for (const Fix& fix : fixes) edits.replacements.push_back({fix.span, fix.right});
  auto edited = word::edited(opened->package, opened->document, edits);
  if (!edited) return std::unexpected(std::move(edited.error()));
  return mended_of(*opened, edits, std::move(*edited));
}

base::Result<Mended> remarked_document(std::string bytes, const std::string& file,
                                       std::span<const findings::Finding> findings, bool tracked,
                                       std::string_view date) {
  auto opened = open(std::move(bytes), file);
  if (!opened) return std::unexpected(std::move(opened.error()));
  word::Edits edits;
  edits.tracked = true;
  edits.author = "galley";
  edits.date = date;
  auto cleared = word::without_comments_of(opened->package, edits.author);
  if (!cleared) return std::unexpected(std::move(cleared.error()));
  if (*cleared) {  // the text is the same: comments are none of it
    opened = open(std::move(**cleared), file);
    if (!opened) return std::unexpected(std::move(opened.error()));
  }
  std::vector<const findings::Finding*> remarked;
  for (const findings::Finding& finding : findings) {
    if (!finding.suppressed.empty()) continue;
    edits.comments.push_back(comment_on(finding));
    remarked.push_back(&finding);
  }
  if (tracked) {
    std::vector<Fix> wanted = sure_fixes(findings);
    for (Fix& fix : wanted) fix = with_its_space(opened->document.text, std::move(fix));
    for (const Fix& fix : fitting(opened->document.text, std::move(wanted)))
      edits.replacements.push_back({fix.span, fix.right});
  }
  auto edited = word::edited(opened->package, opened->document, edits);
  if (!edited) return std::unexpected(std::move(edited.error()));
  const std::vector<std::size_t> not_placed = std::move(edited->not_placed);
  Mended mended = mended_of(*opened, edits, std::move(*edited));
  for (const std::size_t number : not_placed) mended.not_remarked.push_back(remarked[number]);
  return mended;
}

}  // namespace linter::fixes
