#include "linter/fixes/corrections.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace linter::fixes {
namespace {

using base::Span;
using Rules = std::vector<std::string>;

std::int64_t growth(const Fix& fix) {
  return static_cast<std::int64_t>(fix.right.size()) - static_cast<std::int64_t>(fix.text.size());
}

std::uint32_t moved(std::uint32_t offset, std::int64_t by) {
  return static_cast<std::uint32_t>(offset + by);
}

// The rules of the sure findings that a fix is of.
Rules rules_of(const Fix& fix, std::span<const findings::Finding> findings) {
  const auto end = std::ranges::partition_point(findings, [&](const findings::Finding& one) {
    return one.location.span.begin < fix.span.end;
  });
  constexpr std::ptrdiff_t most = 50;  // that begin before it and may reach into it
  const auto begin = end - std::min(end - findings.begin(), most);
  Rules rules;
  for (auto one = begin; one != end; ++one) {
    if (one->safe_fix && one->location.span.overlaps(fix.span)) rules.push_back(one->rule);
  }
  return rules;
}

bool share(const Rules& some, const Rules& others) {
  return std::ranges::find_first_of(some, others) != some.end();
}

}  // namespace

std::vector<Fix> Corrections::fixes() const {
  std::vector<Fix> made;
  for (const Part& part : parts_) {
    if (part.fix.right != part.fix.text) made.push_back(part.fix);
  }
  return made;
}

std::vector<Corrections::Piece> Corrections::pieces() const {
  std::vector<Piece> pieces;
  std::int64_t grown = 0;
  for (const Part& part : parts_) {
    const std::uint32_t begin = moved(part.fix.span.begin, grown);
    grown += growth(part.fix);
    pieces.push_back({{begin, moved(part.fix.span.end, grown)}, &part, nullptr, part.rules});
  }
  return pieces;
}

// One part of pieces that touch, `grown` being how much the text before them has.
Corrections::Part Corrections::joined(std::span<const Piece> group, std::int64_t grown) const {
  Span words = group.front().words;
  std::int64_t grown_behind = grown;
  std::vector<Fix> wanted;
  Part part;
  for (const Piece& piece : group) {
    words.end = std::max(words.end, piece.words.end);
    if (piece.part != nullptr) grown_behind += growth(piece.part->fix);
    if (piece.fix != nullptr) wanted.push_back(*piece.fix);
    std::ranges::copy(piece.rules, std::back_inserter(part.rules));
  }
  for (Fix& fix : wanted) {
    fix.span.begin -= words.begin;
    fix.span.end -= words.begin;
  }
  part.fix.span = {moved(words.begin, -grown), moved(words.end, -grown_behind)};
  part.fix.text = part.fix.span.of(original_);
  part.fix.right = applied(words.of(text_), wanted);
  return part;
}

bool Corrections::make(std::span<const Fix> fixes, std::span<const findings::Finding> findings) {
  std::vector<Piece> all = pieces();
  const auto behind_parts = static_cast<std::ptrdiff_t>(all.size());
  for (const Fix& fix : fixes) {
    const bool may =
        std::ranges::none_of(all.begin(), all.begin() + behind_parts, [&](const Piece& piece) {
          return piece.part->left_alone && piece.words.overlaps(fix.span);
        });
    if (may) all.push_back({fix.span, nullptr, &fix, rules_of(fix, findings)});
  }
  std::ranges::inplace_merge(all, all.begin() + behind_parts, {},
                             [](const Piece& piece) { return piece.words.begin; });
  std::vector<Part> parts;
  std::int64_t grown = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    const auto is_alone = [](const Piece& piece) {
      return piece.part != nullptr && piece.part->left_alone;
    };
    for (std::uint32_t reach = all[begin].words.end;
         end < all.size() && all[end].words.begin <= reach && !is_alone(all[end]) &&
         !is_alone(all[end - 1]);
         ++end) {
      reach = std::max(reach, all[end].words.end);
    }
    const std::span<const Piece> group = std::span(all).subspan(begin, end - begin);
    const auto writes_again = [&](const Piece& piece) {
      return piece.fix != nullptr && growth(*piece.fix) >= 0 &&
             std::ranges::any_of(group, [&](const Piece& other) {
               return other.part != nullptr && share(other.rules, piece.rules);
             });
    };
    if (is_alone(group.front())) {
      parts.push_back(*group.front().part);
    } else {
      parts.push_back(joined(group, grown));
      if (std::ranges::any_of(group, writes_again)) {
        parts.back().fix.right = parts.back().fix.text;
        parts.back().left_alone = true;
      }
    }
    for (const Piece& piece : group) {
      if (piece.part != nullptr) grown += growth(piece.part->fix);
    }
    begin = end;
  }
  const std::string before = std::move(text_);
  settle(std::move(parts));
  return text_ != before;
}

void Corrections::take_back(const Fix& fix) {
  std::vector<Part> parts = parts_;
  for (Part& part : parts) {
    if (part.fix.span != fix.span) continue;
    part.fix.right = part.fix.text;
    part.left_alone = true;
  }
  settle(std::move(parts));
}

void Corrections::settle(std::vector<Part> parts) {
  parts_ = std::move(parts);
  text_ = applied(original_, fixes());
}

}  // namespace linter::fixes
