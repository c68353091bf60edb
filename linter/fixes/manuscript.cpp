#include "linter/fixes/manuscript.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "linter/fixes/escapes.h"
#include "linter/fixes/stet_places.h"
#include "linter/prose/normal_text.h"

namespace linter::fixes {
namespace {

using base::Span;
using prose::Article;
using std::string_view;

// As a view shows text: spaces are one, apostrophes straight, invisible characters gone.
std::string as_shown(string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const prose::Character character = prose::character_at(text, at);
    const std::size_t length = std::max<std::size_t>(character.length, 1);
    switch (character.shown) {
      case prose::Shown::as_written:
        out += text.substr(at, length);
        break;
      case prose::Shown::as_space:
        if (!out.ends_with(' ')) out += ' ';
        break;
      case prose::Shown::as_apostrophe:
        out += '\'';
        break;
      case prose::Shown::as_nothing:
        break;
    }
    at += length;
  }
  return out;
}

}  // namespace

bool same_shape(const Article& a, const Article& b) {
  const auto block = [](const prose::Block& one) {
    return std::tuple(one.scopes, one.level, one.list_depth, one.quote_depth, one.ordered,
                      one.starts_item, one.group);
  };
  const auto kind = [](const prose::Inline& one) { return one.kind; };
  return std::ranges::equal(a.blocks, b.blocks, {}, block, block) &&
         std::ranges::equal(a.inlines, b.inlines, {}, kind, kind) &&
         a.front_matter.source.empty() == b.front_matter.source.empty() &&
         a.front_matter.language == b.front_matter.language &&
         a.front_matter.words == b.front_matter.words &&
         a.front_matter.faults.size() == b.front_matter.faults.size();
}

Manuscript::Manuscript(std::string file, std::string bytes, Reading reading)
    : file_(std::move(file)), bytes_(std::move(bytes)), reading_(std::move(reading)) {
  if (auto now = read(bytes_)) {
    article_ = std::move(now->article);
    readable_ = true;
  }
}

std::optional<Manuscript::Read> Manuscript::read(std::string bytes) const {
  Read made;
  auto source = prose::read_article(*reading_.format, file_, std::move(bytes), reading_.options,
                                    made.article);
  if (!source) return std::nullopt;
  made.source = std::move(*source);
  return made;
}

bool Manuscript::in_front_matter(Span span) const {
  const Span front = article_.front_matter.source;
  return !front.empty() && front.begin <= span.begin && span.end <= front.end;
}

// The view's bytes that were read from some of the source's.
std::optional<Span> Manuscript::view_of(Span source) const {
  Span view{UINT32_MAX, 0};
  for (const prose::Run& run : article_.runs) {
    const Span from{run.source, run.source + run.source_size};
    if (!from.overlaps(source)) continue;
    Span part{run.view, run.view + run.view_size};
    if (run.verbatim) {
      part.begin += std::max(source.begin, from.begin) - from.begin;
      part.end -= from.end - std::min(source.end, from.end);
    } else if (from.begin < source.begin || from.end > source.end) {
      return std::nullopt;
    }
    view.begin = std::min(view.begin, part.begin);
    view.end = std::max(view.end, part.end);
  }
  if (view.begin >= view.end) return std::nullopt;
  return view;
}

// Whether the article with the fixes reads as it does now, but for the regions.
bool Manuscript::reads_as(std::span<const Fix> fixes, std::vector<Region> regions) const {
  // alternative texts stand elsewhere in the view than in the file
  std::ranges::sort(regions, {}, [](const Region& region) { return region.view.begin; });
  const auto after = read(applied(bytes_, fixes));
  if (!after || !same_shape(article_, after->article)) return false;
  const string_view before = article_.view;
  string_view now = after->article.view;
  std::uint32_t done = 0;
  for (std::size_t i = 0; i <= regions.size(); ++i) {
    const bool is_last = i == regions.size();
    const std::size_t end = is_last ? before.size() : regions[i].view.begin;
    const string_view between = before.substr(done, end - done);
    if (!now.starts_with(between)) return false;
    now.remove_prefix(between.size());
    if (is_last) break;
    done = regions[i].view.end;
    if (now.starts_with(regions[i].text)) {
      now.remove_prefix(regions[i].text.size());
      continue;
    }
    // an address in it, say, is masked: then what follows says where it ends
    const std::size_t next = i + 1 < regions.size() ? regions[i + 1].view.begin : before.size();
    const std::size_t at = now.find(before.substr(done, next - done));
    if (at == string_view::npos || now.substr(0, at).find(prose::masked) == string_view::npos)
      return false;
    now.remove_prefix(at);
  }
  return now.empty();
}

std::string Manuscript::passage(Span span) const {
  const auto view = view_of(span);
  if (!view) return {};
  const std::uint32_t number = article_.block_at(view->begin);
  if (number == prose::no_block) return {};
  constexpr std::size_t around = 150;
  const Span block = article_.blocks[number].text;
  const string_view all = article_.view;
  std::size_t begin = block.begin;
  std::size_t end = block.end;
  if (view->begin - block.begin > around) {
    begin = all.find(' ', view->begin - around);
    begin = begin >= view->begin ? block.begin : begin + 1;
  }
  if (block.end > view->end + around) {
    const std::size_t cut = all.rfind(' ', view->end + around);
    end = cut == string_view::npos || cut < view->end ? block.end : cut;
  }
  std::string text = begin > block.begin ? "… " : "";
  for (const char c : all.substr(begin, end - begin)) {
    if (c == prose::masked) {
      text += "…";
    } else {
      text += c;
    }
  }
  return text + (end < block.end ? " …" : "");
}

std::vector<Fix> Manuscript::forms_of(const Fix& wanted) const {
  const bool in_front = in_front_matter(wanted.span);
  const bool is_toml = in_front && article_.front_matter.source.of(bytes_).starts_with("+++");
  Syntax syntax = Syntax::plain;
  if (in_front) {
    syntax = is_toml ? Syntax::toml : Syntax::yaml;
  } else if (reading_.format->name == "html") {
    syntax = Syntax::html;
  } else if (reading_.format->name != "plain") {
    syntax = Syntax::markdown;
  }
  std::vector<Fix> forms;
  for (std::string& right : fixes::forms_of(wanted.right, syntax))
    forms.push_back({wanted.span, wanted.text, std::move(right)});
  if (!in_front) return forms;
  const Span value = value_around(bytes_, wanted.span.begin);
  if (value.empty() || value.end < wanted.span.end) return forms;
  string_view inside = value.of(bytes_);
  std::uint32_t begin = value.begin;
  if (inside.starts_with('"')) return forms;
  if (inside.starts_with('\'') && inside.size() > 1 && inside.ends_with('\'')) {
    inside = inside.substr(1, inside.size() - 2);
    ++begin;
  }
  std::string text(inside.substr(0, wanted.span.begin - begin));
  text += wanted.right;
  text += inside.substr(std::min<std::size_t>(wanted.span.end - begin, inside.size()));
  forms.push_back({value, std::string(value.of(bytes_)), quoted(text)});
  return forms;
}

std::optional<Fix> Manuscript::written(const Fix& wanted, const Region& region) const {
  for (Fix& form : forms_of(wanted)) {
    if (reads_as(std::span(&form, 1), {region})) return std::move(form);
  }
  return std::nullopt;
}

Writing Manuscript::replacements(std::span<const Fix> wanted) const {
  struct Made {
    Fix fix;
    Region region;
    std::size_t number;
  };
  Writing writing;
  std::vector<Made> made;
  const auto refuse = [&](std::size_t number, std::string why) {
    writing.refused.push_back({number, std::move(why)});
  };
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!readable_ || wanted[i].span.end > bytes_.size() ||
        wanted[i].span.of(bytes_) != wanted[i].text) {
      refuse(i, "the words are not there any more");
      continue;
    }
    const Fix fix = with_its_space(bytes_, wanted[i]);
    const auto view = view_of(fix.span);
    if (!view) {
      refuse(i, "the words are not written in one piece");
      continue;
    }
    Region region{*view, as_shown(fix.right)};
    auto done = written(fix, region);
    if (!done) {
      refuse(i, "“" + wanted[i].right +
                    "” cannot be written there without changing what the "
                    "article is read as");
      continue;
    }
    made.push_back({std::move(*done), std::move(region), i});
  }
  std::ranges::stable_sort(made, {}, [](const Made& one) { return one.fix.span.begin; });
  std::vector<Region> regions;
  std::vector<std::size_t> numbers;
  for (Made& one : made) {
    if (!writing.fixes.empty() && one.fix.span.begin < writing.fixes.back().span.end) {
      refuse(one.number, "another replacement stands on the same words: decide on one of them");
      continue;
    }
    writing.fixes.push_back(std::move(one.fix));
    regions.push_back(std::move(one.region));
    numbers.push_back(one.number);
  }
  // what reads well alone need not do so together: then each is tried beside those before it
  if (writing.fixes.size() > 1 && !reads_as(writing.fixes, regions)) {
    std::vector<Fix> all = std::exchange(writing.fixes, {});
    std::vector<Region> kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
      writing.fixes.push_back(std::move(all[i]));
      kept.push_back(regions[i]);
      if (reads_as(writing.fixes, kept)) continue;
      writing.fixes.pop_back();
      kept.pop_back();
      refuse(numbers[i], "beside the others it would change what the article is read as");
    }
  }
  return writing;
}

}  // namespace linter::fixes
