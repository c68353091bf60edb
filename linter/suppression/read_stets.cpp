// From comments to stets.
#include <algorithm>
#include <cctype>
#include <optional>

#include "linter/base/dates.h"
#include "linter/source/line_index.h"
#include "linter/suppression/rules.h"
#include "linter/suppression/stets.h"

namespace linter::suppression {
namespace {

using std::string_view;

constexpr string_view form = "write <!-- stet RULE [until DATE]: reason -->";
constexpr string_view form_in_front_matter =
    "write `RULE: reason` or `RULE until DATE: reason` under `galley: stet:`";

string_view trimmed(string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// The text up to `mark`, which is taken from `rest`; all of it where there is no mark.
string_view taken_to(string_view& rest, char mark) {
  const std::size_t at = std::min(rest.find(mark), rest.size());
  const string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return trimmed(part);
}

bool is_rule(string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  };
  return !text.empty() && std::ranges::all_of(text, fits) && std::ranges::count(text, '.') < 2;
}

enum class Word : std::uint8_t { next, file, begin, end };

// The word that begins a stet comment, taken from `text`; nothing for all other comments. Capitals
// are read, too: `in_capitals` tells.
std::optional<Word> word_of(string_view& text, bool& in_capitals) {
  constexpr std::pair<string_view, Word> words[] = {{"stet-file", Word::file},
                                                    {"stet-begin", Word::begin},
                                                    {"stet-end", Word::end},
                                                    {"stet", Word::next}};
  text = trimmed(text);
  for (const auto& [word, kind] : words) {
    const auto in_small = [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
    if (!std::ranges::equal(text.substr(0, word.size()), word, {}, in_small)) continue;
    in_capitals = !text.starts_with(word);
    const string_view rest = text.substr(word.size());
    if (!rest.empty() && string_view(" \t\r\n:").find(rest.front()) == string_view::npos) continue;
    text = rest;
    return kind;
  }
  return std::nullopt;
}

class StetReader {
 public:
  StetReader(const source::Source& source, const prose::Article& article)
      : source_(source), article_(article) {}

  ArticleStets read();

 private:
  void read(const prose::Comment& comment);
  void open(const prose::Comment& comment, Word word, string_view head, string_view reason);
  void close(const prose::Comment& comment, string_view rule);
  void add(Word word, string_view rule, string_view until, string_view reason);
  void fault(Rule rule, std::string message);
  [[nodiscard]] base::Span covered(const prose::Comment& comment);
  [[nodiscard]] base::Span source_of(const prose::Block& block) const;
  [[nodiscard]] base::Span group_of(std::uint32_t block);
  findings::Location location_of(base::Span span);

  const source::Source& source_;
  const prose::Article& article_;
  std::optional<source::LineIndex> lines_;
  findings::Location place_;
  string_view form_ = form;  // how to write it where it stands
  base::Span next_block_;
  std::vector<std::size_t> begun_;         // of the stets, not ended yet; ascending
  std::vector<std::uint32_t> group_ends_;  // source ends of lists and tables; made on first need
  ArticleStets result_;
};

ArticleStets StetReader::read() {
  for (const prose::Comment& comment : article_.comments) {
    if (result_.stets.size() + result_.faults.size() >= max_stets) break;
    read(comment);
  }
  for (const std::size_t index : begun_) {
    place_ = result_.stets[index].note.place;
    fault(Rule::malformed, "stet-begin is never ended: put <!-- stet-end --> where it ends");
  }
  for (auto index = begun_.rbegin(); index != begun_.rend(); ++index)
    result_.stets.erase(result_.stets.begin() + static_cast<std::ptrdiff_t>(*index));
  return std::move(result_);
}

void StetReader::read(const prose::Comment& comment) {
  string_view text = comment.text;
  bool in_capitals = false;
  const std::optional<Word> word = word_of(text, in_capitals);
  if (!word) return;
  place_ = location_of(comment.source);
  form_ = comment.source.end <= article_.front_matter.source.end ? form_in_front_matter : form;
  if (in_capitals)
    return fault(Rule::malformed, "“stet” in capitals silences nothing: write it in small letters");
  const bool has_reason = text.find(':') != string_view::npos;
  const string_view head = taken_to(text, ':');
  if (*word == Word::end) return close(comment, head);
  const string_view reason = trimmed(text);
  if (!has_reason || reason.empty())
    return fault(Rule::no_reason,
                 "a stet without a reason silences nothing: " + std::string(form_));
  open(comment, *word, head, reason);
}

void StetReader::open(const prose::Comment& comment, Word word, string_view head,
                      string_view reason) {
  string_view rules = head;
  string_view until;
  if (const std::size_t at = head.find(" until "); at != string_view::npos) {
    rules = head.substr(0, at);
    until = trimmed(head.substr(at + string_view(" until ").size()));
    if (!base::is_date(until)) {
      return fault(Rule::malformed, "“" + std::string(until) +
                                        "” is no date, and the stet silences nothing: write it as "
                                        "2027-03-01");
    }
  }
  next_block_ = word == Word::next ? covered(comment) : base::Span{};
  if (word == Word::next && next_block_.empty())
    return fault(Rule::malformed,
                 "no block follows this stet, so it silences nothing: put it "
                 "before what it lets stand");
  if (trimmed(rules).empty())
    return fault(Rule::malformed,
                 "a stet that names no rule silences nothing: " + std::string(form_));
  while (!rules.empty()) {
    const string_view rule = taken_to(rules, ',');
    if (!is_rule(rule)) {
      return fault(Rule::malformed,
                   "“" + std::string(rule) +
                       "” is no rule, and the stet silences nothing: " + std::string(form_));
    }
    add(word, rule, until, reason);
  }
}

void StetReader::add(Word word, string_view rule, string_view until, string_view reason) {
  Stet stet;
  stet.note.place = place_;
  stet.note.rule = rule;
  stet.note.until = until;
  stet.note.reason = reason;
  stet.whole_article = word == Word::file;
  if (word == Word::begin) {
    stet.covers = {place_.span.end, place_.span.end};
    begun_.push_back(result_.stets.size());
  } else {
    stet.covers = word == Word::file
                      ? base::Span{0, static_cast<std::uint32_t>(source_.bytes.size())}
                      : next_block_;
  }
  result_.stets.push_back(std::move(stet));
}

// Ends the stets that the last open comment began, or the last open one of a rule.
void StetReader::close(const prose::Comment& comment, string_view rule) {
  const auto last = std::ranges::find_if(begun_.rbegin(), begun_.rend(), [&](std::size_t index) {
    return rule.empty() || result_.stets[index].note.rule == rule;
  });
  if (last == begun_.rend())
    return fault(Rule::malformed, "stet-end ends nothing: there is no stet-begin above it");
  const base::Span began = result_.stets[*last].note.place.span;
  std::erase_if(begun_, [&](std::size_t index) {
    Stet& stet = result_.stets[index];
    if (stet.note.place.span != began || (!rule.empty() && stet.note.rule != rule)) return false;
    stet.covers.end = comment.source.begin;
    return true;
  });
}

void StetReader::fault(Rule rule, std::string message) {
  result_.faults.push_back(finding_of(rule, place_, std::move(message)));
}

base::Span StetReader::source_of(const prose::Block& block) const {
  return block.text.empty() ? base::Span{} : article_.source_span(block.text);
}

// A list or table is one block of the article, however many items it has.
base::Span StetReader::group_of(std::uint32_t block) {
  base::Span whole = source_of(article_.blocks[block]);
  const std::uint32_t group = article_.blocks[block].group;
  if (group == 0) return whole;
  if (group_ends_.empty()) {
    for (const prose::Block& one : article_.blocks) {
      if (one.group >= group_ends_.size()) group_ends_.resize(one.group + 1);
      group_ends_[one.group] = std::max(group_ends_[one.group], source_of(one).end);
    }
  }
  whole.end = group_ends_[group];
  return whole;
}

// The block that the comment stands in or behind whose last word it stands, else the next one.
base::Span StetReader::covered(const prose::Comment& comment) {
  constexpr std::uint32_t looked_back = 64;  // the alternative texts of a paragraph come after it
  const auto next = std::min<std::uint32_t>(comment.next_block,
                                            static_cast<std::uint32_t>(article_.blocks.size()));
  base::Span above;
  for (std::uint32_t at = next - std::min(next, looked_back); at < next; ++at) {
    const base::Span span = source_of(article_.blocks[at]);
    if (span.begin < comment.source.begin && comment.source.end < span.end) return span;
    if (span.end <= comment.source.begin && span.end > above.end) above = span;
  }
  const base::Span between{above.end, comment.source.begin};
  const bool on_its_line =
      between.of(string_view(source_.bytes)).find_first_not_of(" \t") == string_view::npos;
  if (!above.empty() && on_its_line) return above;
  return comment.next_block == prose::no_block ? base::Span{} : group_of(comment.next_block);
}

findings::Location StetReader::location_of(base::Span span) {
  if (!lines_) lines_.emplace(source_.bytes);
  findings::Location location;
  location.file = source_.path;
  location.span = span;
  location.text = span.of(string_view(source_.bytes));
  findings::locate(location, *lines_, source_.bytes);
  return location;
}

}  // namespace

ArticleStets read_stets(const source::Source& source, const prose::Article& article) {
  return StetReader(source, article).read();
}

}  // namespace linter::suppression
