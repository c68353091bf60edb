#include "linter/prose/markdown_blocks.h"

#include <algorithm>
#include <functional>
#include <md4c.h>
#include <optional>
#include <utility>
#include <vector>

#include "linter/prose/composer.h"
#include "linter/prose/html_flow.h"
#include "linter/prose/references.h"

namespace linter::prose {
namespace {

using std::string_view;

// "[!NOTE]", GitHub's mark of an admonition in a quote.
bool is_alert_mark(string_view text) {
  if (!text.starts_with("[!") || !text.ends_with(']') || text.size() < 4) return false;
  const string_view name = text.substr(2, text.size() - 3);
  return std::ranges::all_of(
      name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

class MarkdownReader {
 public:
  MarkdownReader(string_view text, const source::Source& source, const SourceMap& map,
                 Article& article)
      : text_(text),
        path_(source.path),
        composer_(text, source.bytes, map, article),
        flow_(composer_, article) {}

  base::Result<void> run(std::uint32_t begin, const MarkdownRules& rules);

 private:
  template <class Event>
  static int proceed(void* data, Event event) {
    MarkdownReader& reader = *static_cast<MarkdownReader*>(data);
    if (reader.gives_up()) return 1;
    event(reader);
    return reader.gives_up() ? 1 : 0;
  }
  void enter_block(MD_BLOCKTYPE type, const void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, string_view piece);
  void plain_text(Span span);
  void entity(Span span);
  void html(std::optional<Span> span);
  void finish_html_block();
  void hide_marks_between_lines();
  [[nodiscard]] std::optional<Span> span_of(string_view piece) const;

  [[nodiscard]] bool has_too_many_cells() const { return cells_ > text_.size(); }
  [[nodiscard]] bool gives_up() const { return composer_.too_deep() || has_too_many_cells(); }

  string_view text_;
  const std::string& path_;
  Composer composer_;
  HtmlFlow flow_;
  std::vector<Span> html_lines_;  // of the HTML block
  std::string html_text_;         // the text without the marks of quotes in HTML blocks; or empty
  Span code_;                     // of the code span
  std::size_t cells_ = 0;         // of tables, those that the parser adds to short rows included
  bool fragments_ = false;
  bool in_code_block_ = false;
  bool in_html_block_ = false;
  bool in_code_ = false;
  bool mark_goes_on_ = false;  // an inline tag continues on the next line
};

// Where a piece of text stands; nothing for those that the parser made up (line ends, indentation).
std::optional<Span> MarkdownReader::span_of(string_view piece) const {
  const std::less<const char*> before;
  const char* const begin = text_.data();
  const bool inside = !before(piece.data(), begin) && before(piece.data(), begin + text_.size());
  if (!inside) return std::nullopt;
  const auto at = static_cast<std::uint32_t>(piece.data() - begin);
  return Span{at, at + static_cast<std::uint32_t>(piece.size())};
}

void MarkdownReader::enter_block(MD_BLOCKTYPE type, const void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      return composer_.open({.container = Container::quote});
    case MD_BLOCK_UL:
      return composer_.open({.container = Container::list});
    case MD_BLOCK_OL:
      return composer_.open({.container = Container::list, .ordered = true});
    case MD_BLOCK_LI:
      return composer_.open({.container = Container::item});
    case MD_BLOCK_TABLE:
      return composer_.open({.container = Container::table});
    case MD_BLOCK_TR:
      return composer_.open({.container = Container::row});
    case MD_BLOCK_TH:
      return composer_.open({.container = Container::cell, .header = true});
    case MD_BLOCK_TD:
      ++cells_;
      return composer_.open({.container = Container::cell});
    case MD_BLOCK_H: {
      const unsigned level = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
      return composer_.open(
          {.container = Container::heading, .level = static_cast<std::uint8_t>(level)});
    }
    case MD_BLOCK_CODE:
      in_code_block_ = true;
      break;
    case MD_BLOCK_HTML:
      in_html_block_ = true;
      break;
    default:
      break;
  }
  composer_.end_block();
}

void MarkdownReader::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
    case MD_BLOCK_H:
      return composer_.close_markdown();
    case MD_BLOCK_CODE:
      in_code_block_ = false;
      break;
    case MD_BLOCK_HTML:
      finish_html_block();
      break;
    default:
      break;
  }
  composer_.end_block();
}

void MarkdownReader::enter_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
      return composer_.begin_inline(InlineKind::emphasis);
    case MD_SPAN_STRONG:
      return composer_.begin_inline(InlineKind::strong);
    case MD_SPAN_DEL:
      return composer_.begin_inline(InlineKind::deleted);
    case MD_SPAN_A:
      return composer_.begin_inline(InlineKind::link_text);
    case MD_SPAN_IMG:
      return composer_.begin_alt_text();
    case MD_SPAN_CODE:
      in_code_ = true;
      code_ = {};
      return;
    default:
      return;
  }
}

void MarkdownReader::leave_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
      return composer_.end_inline(InlineKind::emphasis);
    case MD_SPAN_STRONG:
      return composer_.end_inline(InlineKind::strong);
    case MD_SPAN_DEL:
      return composer_.end_inline(InlineKind::deleted);
    case MD_SPAN_A:
      return composer_.end_inline(InlineKind::link_text);
    case MD_SPAN_IMG:
      return composer_.end_alt_text();
    case MD_SPAN_CODE:
      in_code_ = false;
      if (!code_.empty()) composer_.mask(code_);
      return;
    default:
      return;
  }
}

void MarkdownReader::text(MD_TEXTTYPE type, string_view piece) {
  const std::optional<Span> span = span_of(piece);
  if (in_code_block_) return;
  switch (type) {
    case MD_TEXT_BR:
      return composer_.hard_break();
    case MD_TEXT_SOFTBR:
      return composer_.soft_break();
    case MD_TEXT_HTML:
      return html(span);
    default:
      break;
  }
  if (!span) return;
  if (in_code_) {
    code_ = code_.empty() ? *span : Span{code_.begin, span->end};
  } else if (type == MD_TEXT_ENTITY) {
    entity(*span);
  } else if (is_alert_mark(piece)) {
    composer_.make_admonition();
  } else {
    plain_text(*span);
  }
}

void MarkdownReader::plain_text(Span span) {
  constexpr string_view fragment = "<>";
  std::uint32_t begin = span.begin;
  if (fragments_) {
    const string_view readable = text_.substr(0, span.end);
    for (std::size_t at = readable.find(fragment, begin); at != string_view::npos;
         at = readable.find(fragment, begin)) {
      const auto end = static_cast<std::uint32_t>(at);
      if (end > begin) composer_.text({begin, end});
      begin = end + static_cast<std::uint32_t>(fragment.size());
    }
  }
  if (begin < span.end) composer_.text({begin, span.end});
}

void MarkdownReader::entity(Span span) {
  const Reference found = reference_at(text_, span.begin, ReferenceRules::markdown);
  if (found.length == span.size()) {
    composer_.decoded(span, found.text);
  } else {
    composer_.text(span);
  }
}

// A line of an HTML block, or an inline mark; marks over several lines come line by line, but are
// read at once.
void MarkdownReader::html(std::optional<Span> span) {
  if (in_html_block_) {
    if (span) html_lines_.push_back(*span);
    return;
  }
  if (!span) {
    mark_goes_on_ = true;
  } else if (!std::exchange(mark_goes_on_, false)) {
    if (!composer_.in_alt_text()) flow_.inline_mark(span->begin);  // there it is no mark
  }
}

// What stands between two lines of the block belongs to the quotes and items around it: in a tag
// over several lines the mark of a quote would end it.
void MarkdownReader::hide_marks_between_lines() {
  for (std::size_t i = 1; i < html_lines_.size(); ++i) {
    const Span gap{html_lines_[i - 1].end, html_lines_[i].begin};
    if (gap.of(text_).find('>') == string_view::npos) continue;
    if (html_text_.empty()) {
      html_text_ = text_;
      flow_.read_from(html_text_);
    }
    std::fill_n(html_text_.begin() + static_cast<std::ptrdiff_t>(gap.begin), gap.size(), ' ');
  }
}

void MarkdownReader::finish_html_block() {
  in_html_block_ = false;
  hide_marks_between_lines();
  for (const Span line : html_lines_) {
    flow_.feed(line, html_lines_.back().end);
    composer_.soft_break();
  }
  html_lines_.clear();
}

base::Result<void> MarkdownReader::run(std::uint32_t begin, const MarkdownRules& rules) {
  fragments_ = rules.fragments;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  if (!rules.html_blocks) parser.flags |= MD_FLAG_NOHTMLBLOCKS;
  if (!rules.indented_code) parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
  // Each gives up for good: the parser does not stop at once in tables.
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    return proceed(data, [&](MarkdownReader& reader) { reader.enter_block(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* data) {
    return proceed(data, [&](MarkdownReader& reader) { reader.leave_block(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* /*detail*/, void* data) {
    return proceed(data, [&](MarkdownReader& reader) { reader.enter_span(type); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* data) {
    return proceed(data, [&](MarkdownReader& reader) { reader.leave_span(type); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    return proceed(data, [&](MarkdownReader& reader) { reader.text(type, {text, size}); });
  };
  const string_view rest = text_.substr(begin);
  const int status = md_parse(rest.data(), static_cast<MD_SIZE>(rest.size()), &parser, this);
  composer_.end_block();
  if (composer_.too_deep()) return composer_.nesting_error(path_);
  if (has_too_many_cells()) {
    return base::fail(
        base::ErrorCode::too_large,
        "a table's rows have far fewer cells than its header: write its cells, or fewer columns",
        path_);
  }
  if (status != 0)
    return base::fail(base::ErrorCode::internal, "the Markdown parser ran out of memory", path_);
  return {};
}

}  // namespace

base::Result<void> compose_markdown(string_view text, std::uint32_t begin,
                                    const source::Source& source, const SourceMap& map,
                                    const MarkdownRules& rules, Article& article) {
  return MarkdownReader(text, source, map, article).run(begin, rules);
}

}  // namespace linter::prose
