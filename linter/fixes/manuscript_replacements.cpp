#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/fixes/escapes.h"
#include "linter/fixes/manuscript.h"
#include "linter/prose/normal_text.h"

namespace linter::fixes {
namespace {

using base::Span;
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

// Puts in what reads as it was meant beside what stands there already: all of it at once, else each
// half, else one in another form.
void Manuscript::put_in(std::span<const Replacement> some, PutIn& placed) const {
  const auto reaches = [&](const Fix& fix) {
    return !placed.fixes.empty() && fix.span.begin < placed.fixes.back().span.end;
  };
  for (; !some.empty() && reaches(some.front().forms.front()); some = some.subspan(1)) {
    placed.refused.push_back(
        {some.front().number,
         "another replacement stands on the same words: decide on one of them"});
  }
  const std::size_t before = placed.fixes.size();
  for (const Replacement& one : some) {
    placed.fixes.push_back(one.forms.front());
    placed.regions.push_back(one.region);
  }
  if (some.empty() || reads_as(placed.fixes, placed.regions)) return;
  placed.fixes.resize(before);
  placed.regions.resize(before);
  if (some.size() > 1) {
    put_in(some.first(some.size() / 2), placed);
    put_in(some.subspan(some.size() / 2), placed);
    return;
  }
  const Replacement& one = some.front();
  placed.regions.push_back(one.region);
  for (const Fix& form : std::span(one.forms).subspan(1)) {
    if (reaches(form)) continue;
    placed.fixes.push_back(form);
    if (reads_as(placed.fixes, placed.regions)) return;
    placed.fixes.pop_back();
  }
  placed.regions.pop_back();
  const bool alone = std::ranges::any_of(one.forms, [&](const Fix& form) {
    return before > 0 && reads_as(std::span(&form, 1), {one.region});
  });
  placed.refused.push_back(
      {one.number, alone ? "beside the others it would change what the article is read as"
                         : "“" + one.right +
                               "” cannot be written there without changing what the article is "
                               "read as"});
}

Writing Manuscript::replacements(std::span<const Fix> wanted) const {
  Writing writing;
  const auto refuse = [&](std::size_t number, std::string why) {
    writing.refused.push_back({number, std::move(why)});
  };
  std::vector<Fix> all;
  std::vector<Span> spans;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!readable_ || wanted[i].span.end > bytes_.size() ||
        wanted[i].span.of(bytes_) != wanted[i].text) {
      refuse(i, "the words are not there any more");
      continue;
    }
    all.push_back(with_its_space(bytes_, wanted[i]));
    spans.push_back(all.back().span);
    numbers.push_back(i);
  }
  const std::vector<std::optional<Span>> views = views_of(spans);
  std::vector<Replacement> made;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!views[i]) {
      refuse(numbers[i], "the words are not written in one piece");
      continue;
    }
    made.push_back({forms_of(all[i]),
                    {*views[i], as_shown(all[i].right)},
                    wanted[numbers[i]].right,
                    numbers[i]});
  }
  std::ranges::stable_sort(made, {},
                           [](const Replacement& one) { return one.forms.front().span.begin; });
  PutIn placed;
  // those of the same words one after the other, that the first of them is put in
  for (std::size_t begin = 0; begin < made.size();) {
    std::size_t end = begin + 1;
    while (end < made.size() &&
           made[end - 1].forms.front().span.end <= made[end].forms.front().span.begin)
      ++end;
    put_in(std::span(made).subspan(begin, end - begin), placed);
    begin = end;
  }
  writing.fixes = std::move(placed.fixes);
  std::ranges::move(placed.refused, std::back_inserter(writing.refused));
  return writing;
}

}  // namespace linter::fixes
