#include "linter/proof/between.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace linter::proof {
namespace {

using base::Json;
using std::string_view;

string_view trimmed(string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

Json code(string_view text) {
  return {{"kind", "code"}, {"pieces", Json::array({std::string(text)})}};
}

// A paragraph in another language, or of something that is no text.
Json passage(string_view text) {
  Json piece = {{"text", std::string(text)}, {"set", "l"}};
  return {{"kind", "p"}, {"pieces", Json::array({std::move(piece)})}};
}

// Three or more of one mark, with nothing but spaces between.
bool is_rule(string_view line) {
  const string_view text = trimmed(line);
  if (text.empty() || string_view("-*_").find(text.front()) == string_view::npos) return false;
  const auto marks = std::ranges::count(text, text.front());
  const auto spaces = std::ranges::count_if(text, [](char c) { return c == ' ' || c == '\t'; });
  return marks >= 3 && static_cast<std::size_t>(marks + spaces) == text.size();
}

// What opens code or a formula of several lines: ```, ~~~ or $$; empty for other lines.
string_view fence_of(string_view line) {
  const string_view text = trimmed(line);
  for (const char mark : {'`', '~'}) {
    const std::size_t size = std::min(text.find_first_not_of(mark), text.size());
    if (size >= 3) return text.substr(0, size);
  }
  return text.starts_with("$$") ? text.substr(0, 2) : string_view();
}

class MarkdownGap {
 public:
  explicit MarkdownGap(string_view gap) : rest_(gap) {}

  Json read() {
    // what stands on the line of the block before, and on that of the next, belongs to them
    const std::size_t first = rest_.find('\n');
    const std::size_t last = rest_.rfind('\n');
    if (first == string_view::npos) return std::move(found_);
    rest_ = rest_.substr(first + 1, last - first);
    while (!rest_.empty()) line(next());
    end();
    return std::move(found_);
  }

 private:
  string_view next() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t mark = line.find_first_not_of(" \t");  // of a quotation
    if (mark != string_view::npos && mark < 4 && line[mark] == '>') line.remove_prefix(mark + 1);
    return line;
  }

  void line(string_view text) {
    const string_view inside = trimmed(text);
    if (!fence_.empty()) {
      const bool closes = inside.starts_with(fence_) || (fence_ == "$$" && inside.ends_with("$$"));
      if (!closes) code_ += std::string(text) + '\n';
      if (closes) end();
      return;
    }
    if (const string_view fence = fence_of(text); !fence.empty()) {
      end();
      fence_ = fence;
      is_code_ = true;
      if (fence == "$$" && inside.size() > 2) code_ += std::string(inside.substr(2)) + '\n';
      if (fence == "$$" && inside.size() > 4 && inside.ends_with("$$")) {
        code_.resize(code_.size() - 3);
        end();
      }
      return;
    }
    const bool indented = text.starts_with("    ") || text.starts_with('\t');
    if (!inside.empty() && indented && (blank_ || is_code_)) {
      is_code_ = true;
      code_ += std::string(text.substr(text.starts_with('\t') ? 1 : 4)) + '\n';
      return;
    }
    if (inside.empty()) {
      if (is_code_) code_ += '\n';
    } else {
      const bool stands_alone = blank_;  // what it underlines is no rule
      end();
      if (stands_alone && is_rule(text)) found_.push_back({{"kind", "rule"}});
      if (inside.front() == '`' || inside.front() == '$') found_.push_back(code(inside));
    }
    blank_ = inside.empty();
  }

  void end() {
    const std::size_t last = code_.find_last_not_of('\n');
    if (last != std::string::npos) found_.push_back(code(code_.substr(0, last + 1)));
    code_.clear();
    fence_ = {};
    is_code_ = false;
    blank_ = true;
  }

  string_view rest_;
  string_view fence_;
  std::string code_;
  bool is_code_ = false;
  bool blank_ = false;
  Json found_ = Json::array();
};

// Whether a tag of that name begins there.
bool begins_tag(string_view html, string_view name) {
  if (!html.starts_with('<') || html.size() <= name.size() + 1) return false;
  const auto same = [](char a, char b) { return (a | 0x20) == b; };
  return std::ranges::equal(html.substr(1, name.size()), name, same) &&
         string_view(" \t\r\n/>").find(html[name.size() + 1]) != string_view::npos;
}

std::size_t end_of(string_view html, string_view closing, std::size_t from) {
  for (std::size_t at = html.find('<', from); at != string_view::npos;
       at = html.find('<', at + 1)) {
    if (begins_tag(html.substr(at), closing)) return at;
  }
  return html.size();
}

Json html_gap(string_view gap) {
  Json found = Json::array();
  const bool tells_language = gap.find("lang=") != string_view::npos;
  std::size_t done = 0;
  const auto tell_passage = [&](std::size_t end) {
    const std::string text = without_tags(gap.substr(done, end - done));
    if (tells_language && is_passage(trimmed(text))) found.push_back(passage(trimmed(text)));
  };
  for (std::size_t at = gap.find('<'); at != string_view::npos; at = gap.find('<', at + 1)) {
    const string_view rest = gap.substr(at);
    if (begins_tag(rest, "hr")) {
      found.push_back({{"kind", "rule"}});
    } else if (begins_tag(rest, "pre")) {
      tell_passage(at);
      const std::size_t end = end_of(gap, "/pre", at);
      const std::string text = without_tags(gap.substr(at, end - at));
      if (!trimmed(text).empty()) found.push_back(code(text));
      at = done = end;
    } else if (begins_tag(rest, "script") || begins_tag(rest, "style")) {
      tell_passage(at);
      at = done = end_of(gap, begins_tag(rest, "script") ? "/script" : "/style", at);
    }
    if (at >= gap.size()) break;
  }
  if (done < gap.size()) tell_passage(gap.size());
  return found;
}

// The paragraphs of a document that no block was made of.
Json document_gap(string_view gap) {
  Json found = Json::array();
  std::string lines;
  const auto end = [&] {
    if (!lines.empty()) found.push_back(code(lines));
    lines.clear();
  };
  while (!gap.empty()) {
    const std::size_t size = std::min(gap.find('\n'), gap.size());
    const string_view line = gap.substr(0, size);
    gap.remove_prefix(std::min(size + 1, gap.size()));
    const string_view text = trimmed(line);
    if (text.empty()) continue;
    const bool is_object = text.find("\uFFFC") != string_view::npos;
    if (is_object || is_passage(text)) {
      end();
      found.push_back(passage(text));
    } else {
      lines += (lines.empty() ? "" : "\n") + std::string(line);
    }
  }
  end();
  return found;
}

}  // namespace

bool is_passage(string_view text) {
  const auto is_of_words = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80 ||
           string_view(" \t\r\n.,;:!?'\"-()").find(c) != string_view::npos;
  };
  return text.find(' ') != string_view::npos && std::ranges::all_of(text, is_of_words);
}

std::string without_tags(string_view html) {
  constexpr std::array<std::pair<string_view, char>, 5> references = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      at = std::min(html.find('>', at), html.size() - 1) + 1;
      continue;
    }
    const auto known = std::ranges::find_if(
        references, [&](const auto& one) { return html.substr(at).starts_with(one.first); });
    text += known == references.end() ? html[at] : known->second;
    at += known == references.end() ? 1 : known->first.size();
  }
  return text;
}

Json between(string_view gap, string_view format) {
  if (trimmed(gap).empty()) return Json::array();
  if (format == "markdown" || format == "mdx") return MarkdownGap(gap).read();
  if (format == "html") return html_gap(gap);
  return format == "docx" ? document_gap(gap) : Json::array();
}

}  // namespace linter::proof
