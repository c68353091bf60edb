// What galley says of an article.
//
// A Finding owns its strings and outlives the article it came from. Positions are resolved once, when the article's
// checks have run and its bytes are still at hand, so that no report needs the file again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/source/line_index.h"

namespace linter::findings {

enum class Severity : std::uint8_t { suggestion, warning, error };
enum class Category : std::uint8_t { spelling, wording, claim, contradiction, upkeep };
[[nodiscard]] std::string_view name(Severity severity);
[[nodiscard]] std::string_view name(Category category);
[[nodiscard]] std::span<const std::string_view> severity_names();  // in the enumerators' order
[[nodiscard]] std::span<const std::string_view> category_names();

struct Location {
  std::string file;                  // relative to the root, normalised
  base::Span span;                   // source span: bytes in the original file
  std::string text;                  // exactly those bytes
  source::Position begin;            // filled by locate()
  source::Position end;              // exclusive
  std::uint32_t begin_byte = 1;      // the columns of begin and end in bytes, 1-based: for formats that count them so
  std::uint32_t end_byte = 1;
  std::string excerpt;               // the line of `begin`, clipped to 400 bytes around the span at character boundaries
  std::uint32_t excerpt_offset = 0;  // of the span's begin in `excerpt`, bytes
  bool operator==(const Location&) const = default;
};

// The source a finding's rule or a fact rests on.
struct Citation {
  std::string title;
  std::string url;
  std::string section;
  std::string date;   // ISO, when it was seen
  bool operator==(const Citation&) const = default;
};

struct Related {
  Location location;
  std::string message;
  std::optional<Citation> source;  // of a fact
  std::string fingerprint;         // of the pair, the same from either side; empty where the check gives none
  bool operator==(const Related&) const = default;
};

struct Finding {
  std::string rule;       // "pack.rule-name"
  Category category = Category::wording;
  Severity severity = Severity::warning;
  std::string message;    // complete without other fields
  std::string instead;    // wording that is fine; may be empty
  Location location;
  std::vector<std::string> suggestions;  // replacements, best first
  bool safe_fix = false;                 // the first suggestion is the one sure correction and the span is verbatim
  std::vector<Citation> sources;
  std::vector<std::string> jurisdictions;
  std::vector<Related> related;
  std::uint32_t related_omitted = 0;
  std::string fingerprint;               // filled by fingerprint_all()
  std::string suppressed;                // the reason, when stet, baseline or approval silences it; else empty
  // What tells this finding from others of its rule for the fingerprint: the folded text and its sentence, say. No line numbers.
  std::string identity;
  // The file that the fingerprint is counted to, where it is not the finding's own: a contradiction has one identity,
  // on whichever side it is shown.
  std::string identity_file;
  bool across = false;                   // made of the summaries of articles, not of its own alone
  // Not empty: nobody asked about the side that is to be mended, related.front(), so the finding stands on the other
  // one. Those with the same of these are one sentence's, in one kind of clash.
  std::string turned;
  // Of one of several claims that are told as one remark (see gather_claims): the place from the first of them to the last.
  std::optional<Location> remark;
  bool news = false;                     // of a rule that came after the version of its pack that the configuration names
};

// Where the finding stands in a run over all articles: its own place, or that of the side to be mended.
[[nodiscard]] const Location& home(const Finding& finding);

// Whether lines of a file are the paragraphs of a document, and bytes those of its text: a file that is no text itself
// (.docx).
[[nodiscard]] bool counts_paragraphs(std::string_view file);

// The order of all reports: (file, begin, end, rule, message), then whatever tells two findings apart.
[[nodiscard]] bool before(const Finding& a, const Finding& b);

// Resolves positions and excerpts of every location in `findings` that lies in the file whose bytes the index is of.
void locate(std::span<Finding> findings, std::string_view file, std::string_view bytes);
// Resolves position and excerpt of one location; `lines` is the index of `bytes`. A span that does not lie in them is left alone.
void locate(Location& location, const source::LineIndex& lines, std::string_view bytes);

// Gives every finding its fingerprint: a digest of rule, file, identity and, for equals, how many stand before it in the file; `findings` must be in
// report order. Stable across line moves, machines and checkouts. (Moving and renaming is the gate's matter.)
void fingerprint_all(std::span<Finding> findings);

}  // namespace linter::findings
