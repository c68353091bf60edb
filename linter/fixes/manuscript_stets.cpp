// Comments that let findings stand, put into an article.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "linter/fixes/manuscript.h"
#include "linter/suppression/stets.h"

namespace linter::fixes {

using base::Span;
using std::string_view;

std::optional<Span> Manuscript::covered(std::span<const Fix> stet, string_view rule,
                                        std::uint32_t offset) const {
  const auto after = read(applied(bytes_, stet));
  if (!after || !same_shape(article_, after->article) || after->article.view != article_.view)
    return std::nullopt;
  const auto size = [](const Fix& fix) { return static_cast<std::uint32_t>(fix.right.size()); };
  std::uint32_t moved = offset;
  for (const Fix& fix : stet) {
    if (fix.span.begin <= offset) moved += size(fix);
  }
  const auto before = [&](std::uint32_t at) {
    std::uint32_t added = 0;
    for (const Fix& fix : stet) {
      const std::uint32_t begin = fix.span.begin + added;
      if (at <= begin) break;
      added += std::min(size(fix), at - begin);
    }
    return at - added;
  };
  const Span written{stet.front().span.begin, stet.front().span.begin + size(stet.front())};
  for (const suppression::Stet& one :
       suppression::read_stets(after->source, after->article).stets) {
    if (one.note.rule != rule || !written.contains(one.note.place.span)) {
      if (!one.whole_article || one.note.rule != rule) continue;
    }
    if (one.whole_article) return Span{0, static_cast<std::uint32_t>(bytes_.size()) + 1};
    if (one.covers.begin <= moved && moved < one.covers.end)
      return Span{before(one.covers.begin), before(one.covers.end)};
  }
  return std::nullopt;
}

std::uint32_t Manuscript::text_begin() const {
  return std::max<std::uint32_t>(article_.front_matter.source.end,
                                 bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
}

std::string Manuscript::said(const Stands& stands) const {
  std::string said = stands.finding->rule + ": " + stands.reason;
  if (reading_.format->name == "plain") {  // a bracket would end it
    std::ranges::replace(said, '[', '(');
    std::ranges::replace(said, ']', ')');
  }
  return said;
}

NarrowStet Manuscript::narrowest_stet(const Stands& stands) const {
  const findings::Finding& finding = *stands.finding;
  const Span span = finding.location.span;
  const bool is_there =
      readable_ && span.end <= bytes_.size() && span.of(bytes_) == finding.location.text;
  if (is_there && !span.empty() && !in_front_matter(span)) {
    const StetPlace place{bytes_, reading_.format->name, text_begin(), span.begin};
    for (StetComments& comments : stets_around(place, span.end, said(stands))) {
      if (const auto covers = covered(comments, finding.rule, span.begin))
        return {std::move(comments), *covers, {}};
    }
  }
  Writing writing = stets(std::span(&stands, 1));
  if (writing.fixes.empty()) return {{}, {}, writing.refused.front().why};
  const auto covers = covered(writing.fixes, finding.rule, span.begin);
  const Span all{0, static_cast<std::uint32_t>(bytes_.size()) + 1};
  return {std::move(writing.fixes), covers.value_or(all), {}};
}

Writing Manuscript::stets(std::span<const Stands> stands) const {
  std::vector<std::size_t> held;
  Writing writing = stets(stands, held);
  std::vector<Stands> joined(stands.begin(), stands.end());
  bool is_same = true;
  for (std::size_t i = 0; i < stands.size(); ++i) {
    if (held[i] == i) continue;
    std::string& reason = joined[held[i]].reason;
    std::string both = joined_reasons(reason, stands[i].reason);
    is_same = is_same && both == reason;
    reason = std::move(both);
  }
  return is_same ? writing : stets(joined, held);
}

Writing Manuscript::stets(std::span<const Stands> stands, std::vector<std::size_t>& held) const {
  struct Cover {
    string_view rule;
    Span covers;
    std::size_t stands = 0;
  };
  Writing writing;
  std::vector<Cover> covers;
  std::vector<StetEntry> entries;
  std::vector<std::size_t> in_front;
  held.resize(stands.size());
  std::iota(held.begin(), held.end(), std::size_t{0});
  const auto cover_of = [&](const findings::Finding& finding) {
    const std::uint32_t at = finding.location.span.begin;
    return std::ranges::find_if(covers, [&](const Cover& one) {
      return one.rule == finding.rule && one.covers.begin <= at && at < one.covers.end;
    });
  };
  const auto refuse = [&](std::size_t number) {
    writing.refused.push_back({number,
                               "no comment can be put there that would hold for it: put a "
                               "stet comment into the article yourself"});
  };
  for (std::size_t i = 0; i < stands.size(); ++i) {
    const findings::Finding& finding = *stands[i].finding;
    const Span span = finding.location.span;
    if (!readable_ || span.end > bytes_.size() || span.of(bytes_) != finding.location.text) {
      writing.refused.push_back({i, "the words are not there any more"});
    } else if (in_front_matter(span)) {
      const auto entry = std::ranges::find(entries, finding.rule, &StetEntry::rule);
      if (entry == entries.end()) {
        entries.push_back({finding.rule, stands[i].reason});
      } else {
        entry->reason = joined_reasons(entry->reason, stands[i].reason);
      }
      in_front.push_back(i);
    } else if (const auto cover = cover_of(finding); cover != covers.end()) {
      held[i] = cover->stands;
    } else if (auto place = stet_for(stands[i])) {
      covers.push_back({finding.rule, place->covers, i});
      std::ranges::move(place->comments, std::back_inserter(writing.fixes));
      ++writing.stets;
    } else {
      refuse(i);
    }
  }
  if (!entries.empty()) {
    Fix fix = front_matter_stets(bytes_, article_.front_matter.source, entries);
    if (covered(std::span(&fix, 1), entries.front().rule, 0)) {
      writing.fixes.push_back(std::move(fix));
      writing.stets += entries.size();
    } else {
      for (const std::size_t number : in_front) refuse(number);
    }
  }
  std::ranges::stable_sort(writing.fixes, {}, [](const Fix& fix) { return fix.span.begin; });
  return writing;
}

std::optional<Manuscript::Placed> Manuscript::stet_for(const Stands& one) const {
  const findings::Finding& finding = *one.finding;
  const std::uint32_t at = finding.location.span.begin;
  const StetPlace place{bytes_, reading_.format->name, text_begin(), at};
  for (StetComments& comments : stet_places(place, said(one))) {
    const auto covers = covered(comments, finding.rule, at);
    if (covers) return Placed{std::move(comments), *covers};
  }
  return std::nullopt;
}

}  // namespace linter::fixes
