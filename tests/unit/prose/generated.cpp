#include "tests/unit/prose/generated.h"

#include <array>
#include <cstddef>
#include <random>
#include <string_view>

namespace linter::prose::testing {
namespace {

using std::string_view;

// Text that grows, with the words that it shows.
class Builder {
 public:
  Builder(std::uint64_t seed, std::string line_end)
      : random_(seed), line_end_(std::move(line_end)) {}

  GeneratedDocument take() { return std::move(document_); }

  [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  [[nodiscard]] bool one_in(std::uint64_t n) { return below(n) == 0; }
  template <std::size_t size>
  [[nodiscard]] string_view any(const std::array<string_view, size>& choices) {
    return choices[below(size)];
  }

  void put(string_view text) { document_.bytes += text; }
  void end_line() { document_.bytes += line_end_; }

  // A word that no other document part holds, and none is part of another.
  [[nodiscard]] std::string fresh() {
    std::string word = "q";
    for (std::uint64_t rest = ++count_, i = 0; i < 4; ++i, rest /= 20)
      word += "bcdfghjklmnprstvwxyz"[rest % 20];
    return word;
  }

  // What is put between begin() and end() reads as `seen`.
  void begin() { begin_ = document_.bytes.size(); }
  void end(std::string seen) {
    const base::Span source{static_cast<std::uint32_t>(begin_),
                            static_cast<std::uint32_t>(document_.bytes.size())};
    document_.pieces.push_back({std::move(seen), source});
  }

  void plain_word() {
    const std::string word = fresh();
    begin();
    put(word);
    end(word);
  }

  // A word with a character that is written otherwise than it reads, or is more than a byte.
  void odd_word(string_view written, string_view reads) {
    const std::string first = fresh();
    const std::string second = fresh();
    begin();
    put(first + std::string(written) + second);
    end(first + std::string(reads) + second);
  }

 private:
  std::mt19937_64 random_;
  std::string line_end_;
  GeneratedDocument document_;
  std::size_t begin_ = 0;
  std::uint64_t count_ = 0;
};

struct Odd {
  string_view written;
  string_view reads;
};

// Good in Markdown and HTML.
constexpr std::array odd_anywhere =
    std::to_array<Odd>({{"\u2019", "'"},
                        {"\u02BC", "'"},
                        {"\u00AD", ""},
                        {"\u200B", ""},
                        {"e\u0301", "e\u0301"},
                        {"\u00E9", "\u00E9"},
                        {"\U0001F642", "\U0001F642"},
                        {"\U0001F469\u200D\u2695\uFE0F", "\U0001F469\u200D\u2695\uFE0F"},
                        {"\u2014", "\u2014"},
                        {"\u201C", "\u201C"},
                        {"\u00A0", " "},
                        {"\u202F", " "},
                        {"&eacute;", "\u00E9"},
                        {"&#8217;", "'"},
                        {"&#x2014;", "\u2014"},
                        {"&amp;", "&"},
                        {"&nbsp;", " "},
                        {"&shy;", ""},
                        {"&NotEqualTilde;", "\u2242\u0338"}});

class MarkdownGenerator {
 public:
  MarkdownGenerator(std::uint64_t seed, const std::string& line_end) : to_(seed, line_end) {}

  GeneratedDocument run() {
    blocks("", 0);
    return to_.take();
  }

 private:
  void blocks(const std::string& prefix, int depth) {
    const std::uint64_t count = 1 + to_.below(depth == 0 ? 6 : 3);
    for (std::uint64_t i = 0; i < count; ++i) {
      block(prefix, depth);
      separator(prefix);
    }
  }

  void separator(const std::string& prefix) {
    to_.put(prefix);
    to_.end_line();
  }

  void block(const std::string& prefix, int depth) {
    switch (to_.below(depth < 3 ? 9 : 5)) {
      case 0:
        return heading(prefix);
      case 1:
        return table(prefix);
      case 2:
        return html_block(prefix);
      case 3:
        return code_block(prefix);
      case 5:
        return quote(prefix, depth);
      case 6:
      case 7:
        return list(prefix, depth);
      default:
        return paragraph(prefix);
    }
  }

  void heading(const std::string& prefix) {
    to_.put(prefix + std::string(1 + to_.below(6), '#') + " ");
    inlines(3, false);
    to_.end_line();
  }

  void paragraph(const std::string& prefix) {
    to_.put(prefix);
    lines(prefix, 1 + to_.below(4));
    to_.end_line();
  }

  void lines(const std::string& prefix, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
      to_.plain_word();  // a line must not begin with a mark
      to_.put(" ");
      inlines(1 + to_.below(5), false);
      if (i + 1 == count) return;
      if (to_.one_in(4)) to_.put(to_.one_in(2) ? "  " : "\\");
      to_.end_line();
      to_.put(prefix);
    }
  }

  void quote(const std::string& prefix, int depth) {
    // the prefix of the first line is put by whoever writes it: all blocks do
    blocks(prefix + (to_.one_in(2) ? "> " : ">"), depth + 1);
  }

  void list(const std::string& prefix, int depth) {
    const bool ordered = to_.one_in(2);
    const std::uint64_t items = 1 + to_.below(3);
    for (std::uint64_t i = 0; i < items; ++i) {
      const std::string marker = ordered ? std::to_string(i + 1) + ". " : "- ";
      const std::string inner = prefix + std::string(marker.size(), ' ');
      to_.put(prefix + marker);
      lines(inner, 1 + to_.below(2));
      to_.end_line();
      if (depth < 3 && to_.one_in(3)) {
        separator(prefix);
        block(inner, depth + 1);
      }
      separator(prefix);
    }
    to_.put(prefix);
    to_.plain_word();  // ends the list
    to_.end_line();
  }

  void table(const std::string& prefix) {
    const std::uint64_t columns = 1 + to_.below(3);
    const auto row = [&] {
      to_.put(prefix + "|");
      for (std::uint64_t i = 0; i < columns; ++i) {
        to_.put(" ");
        inlines(1 + to_.below(2), true);
        to_.put(" |");
      }
      to_.end_line();
    };
    row();
    to_.put(prefix + "|");
    for (std::uint64_t i = 0; i < columns; ++i) to_.put(to_.one_in(2) ? ":---|" : "---|");
    to_.end_line();
    for (std::uint64_t i = to_.below(3); i > 0; --i) row();
  }

  void html_block(const std::string& prefix) {
    to_.put(prefix + "<div class=\"a > b\">");
    to_.plain_word();
    to_.put(" <em>");
    to_.plain_word();
    to_.put("</em>");
    to_.end_line();
    to_.put(prefix);
    to_.odd_word("<b>x</b>", "x");
    to_.put(" *not* emphasis <!-- qhidden --> </div>");
    to_.end_line();
  }

  void code_block(const std::string& prefix) {
    to_.put(prefix + "```text");
    to_.end_line();
    to_.put(prefix + "qhidden **qhidden**");
    to_.end_line();
    to_.put(prefix + "```");
    to_.end_line();
  }

  void inlines(std::uint64_t count, bool in_table) {
    for (std::uint64_t i = 0; i < count; ++i) {
      if (i > 0) to_.put(to_.one_in(8) ? "  " : " ");
      inline_text(in_table);
    }
  }

  void inline_text(bool in_table) {
    constexpr std::array<string_view, 4> marks = {"*", "**", "~~", "***"};
    constexpr std::array<string_view, 7> escapes = {"\\*", "\\_",  "\\[", "\\`",
                                                    "\\!", "\\\\", "\\|"};
    switch (to_.below(14)) {
      case 0: {
        const string_view mark = to_.any(marks);
        to_.put(mark);
        to_.plain_word();
        to_.put(mark);
        return;
      }
      case 1: {
        const std::string inner = to_.fresh();
        const std::string mark = to_.one_in(2) ? "*" : "**";
        return to_.odd_word(mark + inner + mark, inner);
      }
      case 2: {
        const Odd odd = odd_anywhere[to_.below(odd_anywhere.size())];
        return to_.odd_word(odd.written, odd.reads);
      }
      case 3: {
        const string_view escape = to_.any(escapes);
        return to_.odd_word(escape, escape.substr(1));
      }
      case 4:
        to_.put("[");
        to_.plain_word();
        to_.put(" **");
        to_.plain_word();
        to_.put("**](https://example.org/a_b \"qhidden\")");
        return;
      case 5:
        to_.put("`qhidden *qhidden*`");
        return;
      case 6:
        to_.put("![");
        to_.plain_word();
        to_.put("](qhidden.png)");
        return;
      case 7: {
        const std::string inner = to_.fresh();
        return to_.odd_word("<span data-x=qhidden>" + inner + "</span>", inner);
      }
      case 8:
        return to_.odd_word("<!-- qhidden -->", "");
      case 9:
        to_.put("https://example.org/qhidden");
        return;
      case 10:
        to_.plain_word();
        if (!in_table) to_.put("[^1]");
        return;
      default:
        return to_.plain_word();
    }
  }

  Builder to_;
};

class HtmlGenerator {
 public:
  HtmlGenerator(std::uint64_t seed, const std::string& line_end) : to_(seed, line_end) {}

  GeneratedDocument run() {
    to_.put("<!DOCTYPE html>");
    to_.end_line();
    to_.put("<html lang=\"en\"><head><title>");
    inlines(2, false);
    to_.put("</title><style>qhidden { }</style></head><body>");
    blocks(0);
    return to_.take();
  }

 private:
  void blocks(int depth) {
    for (std::uint64_t count = 1 + to_.below(5); count > 0; --count) {
      if (to_.one_in(2)) to_.end_line();
      block(depth);
    }
  }

  void block(int depth) {
    constexpr std::array<string_view, 5> holders = {"div", "section", "blockquote", "article",
                                                    "details"};
    switch (to_.below(depth < 3 ? 9 : 4)) {
      case 0:
        return element("h2", 3);
      case 1:
        to_.put("<p>");
        inlines(4, true);  // the end tag is optional
        return;
      case 2:
        to_.put("<pre>qhidden</pre><script>if (a<b) '<p>qhidden'</script>");
        return;
      case 4: {
        const string_view holder = to_.any(holders);
        to_.put("<" + std::string(holder) + ">");
        blocks(depth + 1);
        to_.put("</" + std::string(holder) + ">");
        return;
      }
      case 5:
        return list(depth);
      case 6:
        return table(depth);
      case 7:
        to_.put("<div hidden>qhidden<div>qhidden</div>qhidden</div>");
        return;
      default:
        return element("p", 4);
    }
  }

  void element(const std::string& name, std::uint64_t words) {
    to_.put("<" + name + " class='x'>");
    inlines(words, true);
    to_.put("</" + name + ">");
  }

  void list(int depth) {
    to_.put(to_.one_in(2) ? "<ul>" : "<ul>");
    for (std::uint64_t items = 1 + to_.below(3); items > 0; --items) {
      to_.put("<li>");
      inlines(2, true);
      if (to_.one_in(3)) list(depth + 1);
      if (to_.one_in(2)) to_.put("</li>");
    }
    to_.put("</ul>");
  }

  void table(int depth) {
    to_.put("<table>");
    for (std::uint64_t rows = 1 + to_.below(3); rows > 0; --rows) {
      to_.put("<tr>");
      for (std::uint64_t cells = 1 + to_.below(3); cells > 0; --cells) {
        to_.put(to_.one_in(3) ? "<th>" : "<td>");
        inlines(2, true);
        if (depth < 2 && to_.one_in(6)) table(depth + 1);
      }
    }
    to_.put("</table>");
  }

  void inlines(std::uint64_t count, bool with_tags) {
    for (std::uint64_t i = 0; i < count; ++i) {
      if (i > 0) to_.one_in(4) ? to_.end_line() : to_.put(to_.one_in(8) ? "\t " : " ");
      inline_text(with_tags);
    }
  }

  void inline_text(bool with_tags) {
    constexpr std::array<string_view, 6> names = {"b", "em", "span", "a", "u", "x-tag"};
    switch (to_.below(with_tags ? 10 : 3)) {
      case 0: {
        const Odd odd = odd_anywhere[to_.below(odd_anywhere.size())];
        return to_.odd_word(odd.written, odd.reads);
      }
      case 3: {
        const std::string name(to_.any(names));
        const std::string inner = to_.fresh();
        return to_.odd_word("<" + name + " data-x=\"qhidden > <\">" + inner + "</" + name + ">",
                            inner);
      }
      case 4:
        return to_.odd_word("<!-- qhidden <p> -->", "");
      case 5:
        to_.put("<code>qhidden <b>qhidden</b></code>");
        return;
      case 6:
        to_.put("<b>");
        to_.plain_word();
        to_.put(" <i>");
        to_.plain_word();
        to_.put("</b> ");  // misnested
        to_.plain_word();
        to_.put("</i>");
        return;
      case 7:
        to_.put("<img src=qhidden alt='");
        to_.odd_word("&quot;", "\"");
        to_.put("'>");
        return;
      case 8:
        to_.put("<br/>");
        return to_.plain_word();
      default:
        return to_.plain_word();
    }
  }

  Builder to_;
};

}  // namespace

GeneratedDocument generate_markdown(std::uint64_t seed, const std::string& line_end) {
  return MarkdownGenerator(seed, line_end).run();
}

GeneratedDocument generate_html(std::uint64_t seed, const std::string& line_end) {
  return HtmlGenerator(seed, line_end).run();
}

std::string generate_soup(std::uint64_t seed, std::size_t tokens) {
  constexpr auto marks = std::to_array<string_view>({"*",
                                                     "**",
                                                     "_",
                                                     "`",
                                                     "```",
                                                     "~~",
                                                     "[",
                                                     "]",
                                                     "(",
                                                     ")",
                                                     "![",
                                                     "](",
                                                     "<",
                                                     ">",
                                                     "</",
                                                     "/>",
                                                     "<b>",
                                                     "</b>",
                                                     "<p>",
                                                     "<div hidden>",
                                                     "</div>",
                                                     "<ul>",
                                                     "<li>",
                                                     "</ul>",
                                                     "<table>",
                                                     "<tr>",
                                                     "<td>",
                                                     "<th colspan=9>",
                                                     "<code>",
                                                     "</code>",
                                                     "<pre>",
                                                     "</pre>",
                                                     "<script>",
                                                     "</script>",
                                                     "<title>",
                                                     "</title>",
                                                     "<sup>",
                                                     "</sup>",
                                                     "<a href='",
                                                     "title=\"",
                                                     "'",
                                                     "\"",
                                                     "<!--",
                                                     "-->",
                                                     "<!",
                                                     "<?",
                                                     "<br>",
                                                     "<img alt=\"",
                                                     "&amp;",
                                                     "&",
                                                     ";",
                                                     "&#",
                                                     "&nbsp",
                                                     "\n",
                                                     "\n\n",
                                                     "\n",
                                                     " ",
                                                     "  ",
                                                     "\t",
                                                     "- ",
                                                     "1. ",
                                                     "> ",
                                                     ">",
                                                     "# ",
                                                     "=== \"",
                                                     "===",
                                                     "---",
                                                     "+++",
                                                     "|",
                                                     "|-|-|",
                                                     "|---|",
                                                     "    ",
                                                     ":::",
                                                     ":::note ",
                                                     "!!! note \"",
                                                     "\n: ",
                                                     "[^a]: ",
                                                     "[^a]",
                                                     "{",
                                                     "}",
                                                     "{{",
                                                     "}}",
                                                     "{%",
                                                     "%}",
                                                     "{#a}",
                                                     "${",
                                                     "$",
                                                     "$$",
                                                     "%",
                                                     "@",
                                                     "#",
                                                     "a.b",
                                                     "://",
                                                     "/",
                                                     "\\",
                                                     "import ",
                                                     "export ",
                                                     "{/*",
                                                     "*/}",
                                                     "word",
                                                     "No.1",
                                                     "e.g.",
                                                     "x",
                                                     "\u2019",
                                                     "\u00A0",
                                                     "\u00AD",
                                                     "\U0001F642",
                                                     "\uFEFF",
                                                     "\x1A",
                                                     "title: ",
                                                     "title = ",
                                                     "galley:\n  words: [a]",
                                                     "\xE2",
                                                     "\x80",
                                                     "\xFF"});
  std::mt19937_64 random(seed);
  std::string text;
  if (random() % 4 == 0) text += random() % 2 == 0 ? "---\n" : "+++\n";
  for (std::size_t i = 0; i < tokens; ++i) text += marks[random() % marks.size()];
  return text;
}

}  // namespace linter::prose::testing
