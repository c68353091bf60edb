#include "linter/fixes/stet_places.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/fixes/escapes.h"

namespace linter::fixes {
namespace {

using std::string_view;

std::size_t line_start(string_view bytes, std::size_t at) {
  return at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;  // npos + 1 is 0
}

bool is_blank(string_view line) {
  return line.find_first_not_of(" \t\r\n") == string_view::npos;
}

string_view line_end_of(string_view bytes) {
  return bytes.find("\r\n") == string_view::npos ? "\n" : "\r\n";
}

std::string indentation_at(string_view bytes, std::size_t line) {
  const std::size_t end = std::min(bytes.find_first_not_of(" \t", line), bytes.size());
  return std::string(bytes.substr(line, end - line));
}

Fix insertion(std::size_t at, std::string text) {
  const auto place = static_cast<std::uint32_t>(at);
  return {{place, place}, {}, std::move(text)};
}

// The elements that stand within a line of text.
bool is_within_text(string_view name) {
  constexpr std::array<string_view, 22> names = {
      "a",   "abbr", "b", "bdi", "bdo",  "br",    "cite", "code",   "del", "em",  "i",
      "kbd", "mark", "q", "s",   "samp", "small", "span", "strong", "sub", "sup", "u"};
  return std::ranges::find(names, name) != names.end();
}

class Places {
 public:
  Places(const StetPlace& place, string_view said)
      : place_(place), said_(said), comment_(comment("stet " + std::string(said))) {}

  std::vector<StetComments> all() {
    const bool is_html = place_.format == "html";
    if (!is_html) add_above();
    if (place_.format == "plain") return std::move(found_);
    add_before_tags(false);
    if (!is_html) add_on_own_line();
    add_before_tags(true);
    found_.push_back({insertion(place_.at, comment_)});
    add_around();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string comment(const std::string& text) const {
    if (place_.format == "mdx") return "{/* " + text + " */}";
    return place_.format == "plain" ? "[" + text + "]" : "<!-- " + text + " -->";
  }

  // Around the tag or the picture whose text it is.
  void add_around() {
    const string_view before = place_.bytes.substr(0, place_.at);
    const std::size_t tag = before.rfind('<');
    const std::size_t picture = before.rfind("![");
    const bool in_tag = tag != string_view::npos && before.find('>', tag) == string_view::npos;
    const std::size_t begin = in_tag ? tag : picture;
    if (begin == string_view::npos || begin < place_.text_begin) return;
    const std::size_t end = place_.bytes.find(in_tag ? '>' : ')', place_.at);
    if (end == string_view::npos) return;
    found_.push_back({insertion(begin, comment("stet-begin " + std::string(said_))),
                      insertion(end + 1, comment("stet-end"))});
  }

  // Above the lines that hang together with the finding's.
  void add_above() {
    const string_view bytes = place_.bytes;
    std::size_t at = std::max<std::size_t>(line_start(bytes, place_.at), place_.text_begin);
    while (at > place_.text_begin) {
      const std::size_t above = line_start(bytes, at - 1);
      if (above < place_.text_begin || is_blank(bytes.substr(above, at - above))) break;
      at = above;
    }
    add_line(at);
  }
  void add_on_own_line() { add_line(line_start(place_.bytes, place_.at)); }
  void add_line(std::size_t at) {
    if (at < place_.text_begin) return;
    const std::string indentation = indentation_at(place_.bytes, at);
    found_.push_back(
        {insertion(at, indentation + comment_ + std::string(line_end_of(place_.bytes)))});
  }

  // Before the elements around the finding, or before it, the nearest first.
  void add_before_tags(bool within_text) {
    constexpr std::size_t most = 12;
    constexpr std::size_t looked_at = 4000;
    const string_view bytes = place_.bytes;
    std::size_t found = 0;
    for (std::size_t at = place_.at; at > place_.text_begin && found < most;) {
      --at;
      if (place_.at - at > looked_at) return;
      if (bytes[at] != '<') continue;
      const string_view rest = bytes.substr(at + 1);
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n/>"), rest.size());
      const std::string name = base::lower(rest.substr(0, end));
      const bool is_tag = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
      if (!is_tag || is_within_text(name) != within_text) continue;
      ++found;
      const std::size_t line = line_start(bytes, at);
      const bool begins_line = is_blank(bytes.substr(line, at - line)) && line > 0;
      std::string text = comment_;
      if (begins_line) text += std::string(line_end_of(bytes)) + indentation_at(bytes, line);
      found_.push_back({insertion(at, std::move(text))});
    }
  }

  const StetPlace& place_;
  string_view said_;
  std::string comment_;
  std::vector<StetComments> found_;
};

std::vector<StetComments> around(const StetPlace& place, std::uint32_t end, string_view said) {
  const auto comment = [&](const std::string& text) {
    return place.format == "mdx" ? "{/* " + text + " */}" : "<!-- " + text + " -->";
  };
  const std::string begins = comment("stet-begin " + std::string(said));
  const Fix ends = insertion(end, comment("stet-end"));
  const string_view bytes = place.bytes;
  const std::size_t line = line_start(bytes, place.at);
  const bool begins_line =
      line >= place.text_begin && is_blank(bytes.substr(line, place.at - line));
  // a comment that begins a line of Markdown makes it HTML
  if (place.format != "markdown" || !begins_line) return {{insertion(place.at, begins), ends}};
  std::vector<StetComments> found;
  const std::size_t above =
      line == 0 ? string_view::npos : bytes.find_last_not_of(" \t\r\n", line - 1);
  const bool same_paragraph = above != string_view::npos && above >= place.text_begin &&
                              above + 1 > line_start(bytes, line - 1);
  if (same_paragraph) found.push_back({insertion(above + 1, " " + begins), ends});
  found.push_back({insertion(line, begins + std::string(line_end_of(bytes))), ends});
  return found;
}

// A reason as a value of YAML: as it is where that is safe.
std::string yaml_value(string_view text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           string_view(" ,.;()/-_").find(c) != string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  const bool has_letter_first = !text.empty() && ((text.front() >= 'a' && text.front() <= 'z') ||
                                                  (text.front() >= 'A' && text.front() <= 'Z'));
  const bool is_word = text.find(' ') == string_view::npos;  // "yes", "null"
  const bool plain = has_letter_first && !is_word && std::ranges::all_of(text, is_plain);
  return plain ? std::string(text) : quoted(text);
}

// A line of front matter: its place and what it says.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind its line end
  std::size_t indentation = 0;
  string_view text;
};

std::vector<Line> lines_in(string_view bytes, base::Span front) {
  std::vector<Line> lines;
  for (std::size_t at = front.begin; at < front.end;) {
    const std::size_t end = std::min<std::size_t>(bytes.find('\n', at), front.end - 1) + 1;
    string_view text = bytes.substr(at, end - at);
    const std::size_t indentation = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(indentation);
    while (!text.empty() && string_view(" \t\r\n").find(text.back()) != string_view::npos)
      text.remove_suffix(1);
    lines.push_back({at, end, indentation, text});
    at = end;
  }
  return lines;
}

}  // namespace

std::vector<StetComments> stet_places(const StetPlace& place, string_view said) {
  return Places(place, said).all();
}

std::vector<StetComments> stets_around(const StetPlace& place, std::uint32_t end,
                                       string_view said) {
  if (place.format == "plain") return {};
  return around(place, end, said);
}

Fix front_matter_stets(string_view bytes, base::Span front, const std::vector<StetEntry>& entries) {
  const std::vector<Line> lines = lines_in(bytes, front);
  const std::string end(line_end_of(front.of(bytes)));
  const bool is_toml = front.of(bytes).starts_with("+++");
  const auto entries_in = [&](const std::string& indentation) {
    std::string text;
    for (const StetEntry& one : entries) {
      text += is_toml ? quoted(one.rule) + " = " + quoted(one.reason)
                      : indentation + one.rule + ": " + yaml_value(one.reason);
      text += end;
    }
    return text;
  };
  const auto named = [&](string_view name) {
    return std::ranges::find_if(lines, [&](const Line& line) { return line.text == name; });
  };
  std::size_t close = front.end;
  for (const Line& line : lines) {
    if (line.begin > front.begin &&
        (line.text == "---" || line.text == "+++" || line.text == "..."))
      close = line.begin;
  }
  if (is_toml) {
    const auto table = named("[galley.stet]");
    if (table != lines.end()) return insertion(table->end, entries_in(""));
    return insertion(close, "[galley.stet]" + end + entries_in(""));
  }
  const auto galley = named("galley:");
  if (galley == lines.end() || galley->indentation > 0)
    return insertion(close, "galley:" + end + "  stet:" + end + entries_in("    "));
  const auto child = galley + 1;
  const std::size_t depth =
      child != lines.end() && child->indentation > 0 ? child->indentation : std::size_t{2};
  for (auto line = child; line != lines.end() && (line->indentation > 0 || line->text.empty());
       ++line) {
    if (line->text != "stet:" || line->indentation != depth) continue;
    const auto next = line + 1;
    const std::size_t deeper =
        next != lines.end() && next->indentation > depth ? next->indentation : depth + 2;
    return insertion(line->end, entries_in(std::string(deeper, ' ')));
  }
  const std::string in(depth, ' ');
  return insertion(galley->end, in + "stet:" + end + entries_in(in + "  "));
}

}  // namespace linter::fixes
