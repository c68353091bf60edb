// The report for people.
//
// Every line that holds words of an article stands behind a gutter or a path, so that no log takes
// it for a command.
#include <algorithm>
#include <map>
#include <span>

#include "linter/base/harmless.h"
#include "linter/reports/colours.h"
#include "linter/reports/digest.h"
#include "linter/reports/excerpt.h"
#include "linter/reports/formats.h"
#include "linter/reports/statistics.h"
#include "linter/reports/wording.h"

namespace linter::reports {
namespace {

constexpr std::size_t shown_suggestions = 3;

// Where the words end that a message quotes first: what follows is mostly the same of one rule. 0
// where it quotes none.
std::size_t end_of_quote(std::string_view message) {
  constexpr std::string_view closing = "”";
  const std::size_t at = message.starts_with("“") ? message.find(closing) : std::string_view::npos;
  return at == std::string_view::npos ? 0 : at + closing.size();
}

// "line 5", "paragraph 5".
std::string line_name(const findings::Location& location) {
  const std::string_view unit = findings::counts_paragraphs(location.file) ? "paragraph " : "line ";
  return std::string(unit) + std::to_string(location.begin.line);
}

class Page {
 public:
  explicit Page(const RenderOptions& options)
      : options_(options),
        colour_(colours(options.terminal.colour)),
        width_(std::clamp<std::size_t>(options.terminal.width, 40, 120)) {}

  std::string finding(const findings::Finding& finding);
  [[nodiscard]] std::string statistics(const findings::Outcome& outcome) const;
  [[nodiscard]] std::string summary(const findings::Outcome& outcome) const;

 private:
  void header(const findings::Finding& finding);
  void line_of(const findings::Location& location, char underline, std::string_view tint);
  void note(std::string_view label, std::string_view sentence);
  const findings::Finding* told_before(const findings::Finding& finding);
  void explanation(const findings::Finding& finding);
  void tries(const findings::Finding& finding);
  void cite(std::span<const findings::Citation> sources);
  void related(const findings::Related& side);
  void gutter(std::string_view left, char bar);
  [[nodiscard]] std::string place(const findings::Location& location) const;
  std::string& dimmed(std::string_view text);

  const RenderOptions& options_;
  Colours colour_;
  std::size_t width_;
  std::size_t digits_ = 4;  // of line numbers, in the gutter
  std::string out_;
  std::string_view file_;
  // The finding of this file that told a rule in full, by rule; they outlive the page.
  std::map<std::string_view, const findings::Finding*> told_;
};

std::string Page::place(const findings::Location& location) const {
  std::string text(colour_.bold);
  text += base::harmless_path(location.file) + ':' + std::to_string(location.begin.line) + ':' +
          std::to_string(location.begin.column);
  text += colour_.reset;
  if (!options_.terminal.hyperlinks || options_.root.empty() || location.file.starts_with('<')) {
    return text;
  }
  return "\x1B]8;;file://" + uri_of(options_.root + '/' + location.file) + "\x1B\\" + text +
         "\x1B]8;;\x1B\\";
}

std::string& Page::dimmed(std::string_view text) {
  return out_.append(colour_.dim).append(text).append(colour_.reset);
}

void Page::gutter(std::string_view left, char bar) {
  std::string text(digits_ - std::min(left.size(), digits_), ' ');
  text.append(left).append(1, ' ').append(1, bar);
  dimmed(text) += ' ';
}

void Page::header(const findings::Finding& finding) {
  out_ += place(finding.location) + ' ';
  out_.append(colour_.of(finding.severity)).append(name(finding.severity)).append(colour_.reset);
  out_ += ' ' + base::harmless(finding.rule);
  if (!finding.suppressed.empty()) out_ += " (suppressed)";
  out_ += '\n';
}

void Page::line_of(const findings::Location& location, char underline, std::string_view tint) {
  const base::Span span{location.excerpt_offset, location.excerpt_offset + location.span.size()};
  const auto room = static_cast<std::uint32_t>(width_ - digits_ - 3);
  const Excerpt excerpt = excerpt_of(location.excerpt, span, room, underline);
  gutter(std::to_string(location.begin.line), '|');
  out_ += excerpt.line + '\n';
  gutter("", '|');
  out_.append(excerpt.mark, 0, excerpt.mark_begin).append(tint);
  out_.append(excerpt.mark, excerpt.mark_begin).append(colour_.reset) += '\n';
}

void Page::note(std::string_view label, std::string_view sentence) {
  std::string text(label);
  text += base::harmless_sentence(sentence);
  bool first = true;
  for (const std::string& line : wrapped(text, width_ - digits_ - 3)) {
    gutter("", first ? '=' : '|');
    out_ += line + '\n';
    first = false;
  }
}

// Titles only: `galley explain` and the JSON report have addresses and dates.
void Page::cite(std::span<const findings::Citation> sources) {
  std::string text;
  for (const auto& source : sources) {
    text += (text.empty() ? "" : "; ") + source.title;
    if (!source.section.empty()) text += ", " + source.section;
  }
  if (!text.empty()) note("source: ", text);
}

// The first finding in the file of the same rule, or null where this is the first.
const findings::Finding* Page::told_before(const findings::Finding& finding) {
  if (finding.location.file != file_) {
    told_.clear();
    file_ = finding.location.file;
  }
  const auto [place, is_first] = told_.try_emplace(finding.rule, &finding);
  return is_first ? nullptr : place->second;
}

void Page::tries(const findings::Finding& finding) {
  std::vector<std::string> shown;
  for (const std::string& suggestion : finding.suggestions) {
    if (shown.size() == shown_suggestions) break;
    shown.push_back(suggestion.empty() ? "leaving it out" : "“" + suggestion + "”");
  }
  if (!shown.empty()) note("try ", listed(shown, " or "));
}

// In full the first time in a file; then, of the same rule, what is new.
void Page::explanation(const findings::Finding& finding) {
  const findings::Finding* before = told_before(finding);
  const std::string_view message = finding.message;
  const std::size_t quote = end_of_quote(message);
  if (before != nullptr &&
      message.substr(quote) ==
          std::string_view(before->message).substr(end_of_quote(before->message))) {
    const std::string_view words = message.substr(0, quote);
    note(words, (words.empty() ? "as at " : ": as at ") + line_name(before->location));
  } else {
    note("", message);
  }
  tries(finding);
  if (!finding.instead.empty() && (before == nullptr || before->instead != finding.instead)) {
    note("instead: ", finding.instead);
  }
  if (before == nullptr || before->sources != finding.sources) cite(finding.sources);
  if (!finding.suppressed.empty()) note("suppressed: ", finding.suppressed);
}

void Page::related(const findings::Related& side) {
  gutter("", '=');
  out_ += "see " + place(side.location) + '\n';
  if (!side.location.excerpt.empty()) line_of(side.location, '-', colour_.green);
  if (!side.message.empty()) note("", side.message);
  if (side.source) cite({&*side.source, 1});
}

std::string Page::finding(const findings::Finding& finding) {
  out_.clear();
  digits_ = std::max<std::size_t>(4, std::to_string(finding.location.begin.line).size());
  header(finding);
  line_of(finding.location, '^', colour_.of(finding.severity));
  explanation(finding);
  for (const auto& side : finding.related) related(side);
  if (finding.related_omitted > 0) {
    note("", "and " + grouped(finding.related_omitted) + " more like it");
  }
  out_ += '\n';
  return out_;
}

void append_counts(std::string& out, std::string_view title, const std::vector<Count>& counts) {
  if (counts.empty()) return;
  out.append(title) += '\n';
  for (const Count& count : counts) {
    const std::string number = grouped(count.count);
    out.append(8 - std::min<std::size_t>(number.size(), 8), ' ').append(number) += "  ";
    out += base::harmless_path(count.name) + '\n';
  }
  out += '\n';
}

std::string Page::statistics(const findings::Outcome& outcome) const {
  const Statistics counts = statistics_of(outcome);
  std::string out;
  append_counts(out, "Findings by rule", counts.by_rule);
  append_counts(out, "Findings by file", counts.by_file);
  return out;
}

std::string Page::summary(const findings::Outcome& outcome) const {
  const auto counts = outcome.counts();
  std::vector<std::string> kinds;
  for (std::size_t i = counts.size(); i-- > 0;) {
    if (counts[i] > 0) kinds.push_back(counted(counts[i], findings::severity_names()[i]));
  }
  const std::string_view tint = counts[2] > 0   ? colour_.red
                                : counts[1] > 0 ? colour_.yellow
                                : counts[0] > 0 ? colour_.blue
                                                : colour_.green;
  std::string text(tint);
  const std::string_view none = outcome.of_change ? "No new findings" : "No findings";
  text += kinds.empty() ? std::string(none) : listed(kinds, ", ");
  text.append(colour_.reset) +=
      " in " + counted(outcome.files, outcome.of_change ? "changed file" : "file");
  text += " (" + counted(outcome.words, "word");
  if (outcome.suppressed > 0) text += "; " + grouped(outcome.suppressed) + " suppressed";
  if (!outcome.errors.empty())
    text +=
        "; " + counted(outcome.errors.size(), "problem") + " kept galley from checking everything";
  return text + ")\n";
}

}  // namespace

bool write_text(const findings::Outcome& outcome, const RenderOptions& options, const Sink& sink) {
  Page page(options);
  for (const auto& finding : outcome.findings) {
    if (!sink(page.finding(finding))) return false;
  }
  if (options.statistics && !sink(page.statistics(outcome))) return false;
  return options.quiet || sink(page.summary(outcome));
}

}  // namespace linter::reports
