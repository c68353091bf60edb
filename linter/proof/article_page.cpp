#include "linter/proof/article_page.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "linter/proof/between.h"

namespace linter::proof {
namespace {

using base::Json;
using base::Span;
using prose::Article;
using prose::Block;
using prose::Run;
using prose::Scope;
using std::string_view;

string_view kind_of(const Block& block) {
  constexpr std::array<string_view, 7> levels = {"p", "h1", "h2", "h3", "h4", "h5", "h6"};
  if (has(block.scopes, Scope::heading))
    return levels[std::min<std::size_t>(block.level, levels.size() - 1)];
  if (has(block.scopes, Scope::title)) return "title";
  if (has(block.scopes, Scope::alt_text)) return "alt";
  if (has(block.scopes, Scope::caption)) return "caption";
  if (has(block.scopes, Scope::summary)) return "summary";
  if (has(block.scopes, Scope::table)) return "cell";
  if (has(block.scopes, Scope::list)) return "li";
  if (has(block.scopes, Scope::footnote)) return "note";
  return "p";
}

// A stretch of a block as the page shows it: of one run, with the source behind it.
struct Stretch {
  std::string_view text;
  Span source;
  std::uint32_t view = 0;
  bool verbatim = false;
  char letter = 0;  // what sets it apart: code, another language, the mark of a footnote
};

// What a run reads as on the page: masked things and curly quotes as they are written, references
// as what they stand for.
string_view shown(const Run& run, const Article& article, string_view bytes) {
  const string_view view = string_view(article.view).substr(run.view, run.view_size);
  string_view source = bytes.substr(run.source, run.source_size);
  const bool is_mask = view.find(prose::masked) != string_view::npos;
  const bool is_reference = source.starts_with('&') || source.starts_with('\\');
  if (is_mask && source.starts_with('<')) {          // a passage with its tags
    const std::size_t begin = source.find('>') + 1;  // npos + 1 is 0
    const std::size_t end = source.rfind("</");
    if (begin > 0 && end != string_view::npos && end > begin)
      source = source.substr(begin, end - begin);
  }
  return is_mask || (view == "'" && !is_reference) ? source : view;
}

// The label of a footnote whose mark stands in the source between two runs: [^1].
string_view footnote_in(string_view source) {
  const std::size_t begin = source.find("[^");
  if (begin == string_view::npos) return {};
  const std::size_t end = source.find(']', begin);
  constexpr std::size_t longest = 40;
  if (end == string_view::npos || end - begin > longest) return {};
  return source.substr(begin + 2, end - begin - 2);
}

// The number or the box of a task that an item is written with.
void describe_item(Json& json, const Block& block, string_view bytes, std::uint32_t begin) {
  const std::size_t line = begin == 0 ? 0 : bytes.rfind('\n', begin - 1) + 1;  // npos + 1 is 0
  string_view before = bytes.substr(line, begin - line);
  const std::size_t box = before.rfind('[');
  if (box != string_view::npos && box + 2 < before.size() && before[box + 2] == ']') {
    const char in = before[box + 1];
    if (in == 'x' || in == 'X') json["task"] = "x";
    if (in == ' ') json["task"] = " ";
    before = before.substr(0, box);
  }
  if (!block.ordered) return;
  const std::size_t sign = before.find_last_of(".)");
  if (sign == string_view::npos) return;
  std::size_t first = sign;
  while (first > 0 && before[first - 1] >= '0' && before[first - 1] <= '9') --first;
  constexpr std::size_t most_digits = 9;
  if (first < sign && sign - first <= most_digits)
    json["number"] = std::stoul(std::string(before.substr(first, sign - first)));
}

class BlockPage {
 public:
  BlockPage(const Article& article, string_view bytes) : article_(article), bytes_(bytes) {}

  // Stretches of the block, its first run found by bisection.
  std::vector<Stretch> stretches(const Block& block) const {
    std::vector<Stretch> found;
    auto run = std::ranges::upper_bound(article_.runs, block.text.begin, {}, &Run::view);
    if (run != article_.runs.begin()) --run;
    for (; run != article_.runs.end() && run->view < block.text.end; ++run) {
      if (run->view + run->view_size <= block.text.begin) continue;
      if (!found.empty() && found.back().source.end < run->source) {
        const Span gap{found.back().source.end, run->source};
        if (const string_view label = footnote_in(gap.of(bytes_)); !label.empty())
          found.push_back({.text = label, .source = gap, .view = run->view, .letter = 'f'});
      }
      Stretch stretch{.text = shown(*run, article_, bytes_),
                      .source = {run->source, run->source + run->source_size},
                      .view = run->view,
                      .verbatim = run->verbatim};
      if (article_.view[run->view] == prose::masked)
        stretch.letter = is_passage(stretch.text) ? 'l' : 'c';
      if (run->verbatim) clip(stretch, block.text);
      found.push_back(stretch);
    }
    return found;
  }

 private:
  static void clip(Stretch& stretch, Span block) {
    if (stretch.view < block.begin) {
      const std::uint32_t by = block.begin - stretch.view;
      stretch.text.remove_prefix(by);
      stretch.source.begin += by;
      stretch.view = block.begin;
    }
    const auto end = stretch.view + static_cast<std::uint32_t>(stretch.text.size());
    if (end > block.end) {
      stretch.text.remove_suffix(end - block.end);
      stretch.source.end -= end - block.end;
    }
  }

  const Article& article_;
  string_view bytes_;
};

// The letters of what is set around a view offset.
class Setting {
 public:
  Setting(const Article& article, Span block) {
    auto inlined = std::ranges::lower_bound(
        article.inlines, block.begin, {}, [](const prose::Inline& one) { return one.text.begin; });
    for (; inlined != article.inlines.end() && inlined->text.begin < block.end; ++inlined) {
      if (inlined->kind != prose::InlineKind::not_spelled) inside_.push_back(&*inlined);
    }
  }

  [[nodiscard]] std::string around(std::uint32_t view, char letter) const {
    constexpr string_view letters = "aesd";  // by InlineKind
    std::set<char> found;
    for (const prose::Inline* one : inside_) {
      if (one->text.begin <= view && view < one->text.end)
        found.insert(letters[static_cast<std::size_t>(one->kind)]);
    }
    if (letter != 0) found.insert(letter);
    return {found.begin(), found.end()};
  }

  // Adds the view offsets where something begins or ends.
  void add_edges(std::set<std::uint32_t>& edges) const {
    for (const prose::Inline* one : inside_) {
      edges.insert(one->text.begin);
      edges.insert(one->text.end);
    }
  }

 private:
  std::vector<const prose::Inline*> inside_;
};

// Marks whose span meets a source span, by place.
using Marks = std::vector<Mark*>;

class PieceWriter {
 public:
  PieceWriter(const Setting& setting, const Marks& marks, std::uint32_t block)
      : setting_(setting), marks_(marks), block_(block) {
    setting.add_edges(edges_);
  }

  void add(const Stretch& stretch) {
    if (stretch.text.empty()) return;
    if (!stretch.verbatim) return add(stretch.text, stretch.source, stretch);
    std::set<std::uint32_t> cuts{0, static_cast<std::uint32_t>(stretch.text.size())};
    const auto cut = [&](std::uint32_t at) {
      if (at < stretch.text.size()) cuts.insert(at);
    };
    for (auto edge = edges_.lower_bound(stretch.view); edge != edges_.end(); ++edge) {
      if (*edge - stretch.view >= stretch.text.size()) break;
      cut(*edge - stretch.view);
    }
    for (const Mark* mark : marks_) {
      if (mark->span.begin > stretch.source.begin) cut(mark->span.begin - stretch.source.begin);
      if (mark->span.end > stretch.source.begin) cut(mark->span.end - stretch.source.begin);
    }
    for (auto at = cuts.begin(); std::next(at) != cuts.end(); ++at) {
      const std::uint32_t size = *std::next(at) - *at;
      Stretch part = stretch;
      part.view += *at;
      const std::uint32_t begin = stretch.source.begin + *at;
      add(stretch.text.substr(*at, size), {begin, begin + size}, part);
    }
  }

  [[nodiscard]] Json take() { return std::move(pieces_); }

 private:
  void add(string_view text, Span source, const Stretch& stretch) {
    Json marks = Json::array();
    for (Mark* mark : marks_) {
      if (!mark->span.overlaps(source)) continue;
      marks.push_back(mark->remark);
      if (mark->block == prose::no_block) mark->block = block_;
    }
    const std::string set = setting_.around(stretch.view, stretch.letter);
    if (marks.empty() && set.empty()) {
      if (!pieces_.empty() && pieces_.back().is_string()) {
        pieces_.back() = pieces_.back().get<std::string>() + std::string(text);
      } else {
        pieces_.push_back(std::string(text));
      }
      return;
    }
    Json piece = {{"text", std::string(text)}};
    if (!marks.empty()) piece["marks"] = std::move(marks);
    if (!set.empty()) piece["set"] = set;
    const bool goes_on = !pieces_.empty() && pieces_.back().is_object() &&
                         pieces_.back().value("marks", Json()) == piece.value("marks", Json()) &&
                         pieces_.back().value("set", Json()) == piece.value("set", Json());
    if (goes_on) {
      pieces_.back()["text"] = pieces_.back()["text"].get<std::string>() + std::string(text);
    } else {
      pieces_.push_back(std::move(piece));
    }
  }

  const Setting& setting_;
  const Marks& marks_;
  std::uint32_t block_;
  std::set<std::uint32_t> edges_;
  Json pieces_ = Json::array();
};

Json describe(const Block& block, bool is_header) {
  Json json = {{"kind", kind_of(block)}};
  if (block.list_depth > 0) json["depth"] = block.list_depth;
  if (block.ordered) json["ordered"] = true;
  if (block.quote_depth > 0) json["quote"] = block.quote_depth;
  if (block.group > 0) json["group"] = block.group;
  if (block.starts_item) json["first"] = true;
  if (is_header) json["header"] = true;
  return json;
}

std::set<std::uint32_t> headers_of(const Article& article) {
  std::set<std::uint32_t> headers;
  for (const Block& block : article.blocks) {
    if (block.table_header != prose::no_block) headers.insert(block.table_header);
  }
  return headers;
}

}  // namespace

Json article_json(const Article& article, string_view bytes, string_view format,
                  std::span<Mark> marks) {
  Marks sorted;
  for (Mark& mark : marks) sorted.push_back(&mark);
  const auto begin_of = [](const Mark* mark) { return mark->span.begin; };
  std::ranges::stable_sort(sorted, {}, begin_of);
  std::uint32_t longest = 0;
  for (const Mark& mark : marks) longest = std::max(longest, mark.span.size());
  const std::set<std::uint32_t> headers = headers_of(article);
  const BlockPage page(article, bytes);
  Json blocks = Json::array();
  const Span front = article.front_matter.source;
  std::uint32_t read_to = front.end;  // what lies behind it was told
  for (std::uint32_t index = 0; index < article.blocks.size(); ++index) {
    const Block& block = article.blocks[index];
    const std::vector<Stretch> stretches = page.stretches(block);
    Span source{UINT32_MAX, 0};
    for (const Stretch& one : stretches) {
      source.begin = std::min(source.begin, one.source.begin);
      source.end = std::max(source.end, one.source.end);
    }
    Marks inside;
    const std::uint32_t first = source.begin - std::min(source.begin, longest);
    for (auto mark = std::ranges::lower_bound(sorted, first, {}, begin_of);
         mark != sorted.end() && (*mark)->span.begin < source.end; ++mark) {
      if ((*mark)->span.end > source.begin) inside.push_back(*mark);
    }
    if (!stretches.empty() && source.begin > read_to) {
      for (Json& one : between(Span{read_to, source.begin}.of(bytes), format))
        blocks.push_back(std::move(one));
    }
    read_to = std::max(read_to, source.end);
    const Setting setting(article, block.text);
    PieceWriter writer(setting, inside, static_cast<std::uint32_t>(blocks.size()));
    for (const Stretch& one : stretches) writer.add(one);
    Json json = describe(block, headers.contains(index));
    if (block.starts_item && block.list_depth > 0 && !stretches.empty())
      describe_item(json, block, bytes, source.begin);
    if (!front.empty() && !stretches.empty() && front.contains(source)) json["front"] = true;
    json["pieces"] = writer.take();
    blocks.push_back(std::move(json));
  }
  const auto end = static_cast<std::uint32_t>(bytes.size());
  if (read_to < end) {
    for (Json& one : between(Span{read_to, end}.of(bytes), format))
      blocks.push_back(std::move(one));
  }
  return blocks;
}

}  // namespace linter::proof
