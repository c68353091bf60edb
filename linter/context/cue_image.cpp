// Compiled cues as an image, and back.
#include <algorithm>
#include <tuple>

#include "linter/context/cue_index.h"

namespace linter::context {

using base::Is;

auto members(Is<Cue> auto& one) {
  return std::tie(one.role, one.categories, one.direction, one.reach, one.words, one.lists,
                  one.place, one.ends_only);
}
auto members(Is<Affix> auto& one) {
  return std::tie(one.text, one.suffix, one.cue);
}

namespace {

template <class Numbers>
bool all_below(const Numbers& numbers, std::size_t end) {
  return std::ranges::all_of(numbers, [&](std::uint32_t number) { return number < end; });
}

bool is_sound(const Cue& cue) {
  constexpr Categories known = (bit(Category::hypothetical) << 1U) - 1;
  return cue.role <= Role::end && (cue.categories & ~known) == 0 &&
         cue.direction <= Direction::beside_quote && cue.reach <= Reach::sentence &&
         cue.lists <= Lists::none && cue.place <= Place::end;
}

}  // namespace

void CueSet::Index::put(base::ImageWriter& image) const {
  image.number(phrases);
  image.number(cues.size());
  base::put(image, cues);
  base::put(image, affixes);
  base::put(image, prefix_);
  base::put(image, suffix_);
  rows_.put(image);
  edges_.put(image);
  same_.put(image);
  ends_.put(image);
  words_.put(image);
  openings_.put(image);
  seconds_.put(image);
  opening_ends_.put(image);
  opening_edges_.put(image);
  opening_any_.put(image);
  opening_numbers_.put(image);
}

void CueSet::Index::get(base::ImageReader& image) {
  cues.clear();
  phrases = image.number();
  constexpr std::uint64_t most = 1U << 16U;  // whatever an image says
  cues.reserve(std::min(image.number(), most));
  base::get(image, cues);
  base::get(image, affixes);
  base::get(image, prefix_);
  base::get(image, suffix_);
  nodes_.clear();
  grown_.clear();
  rows_ = base::Column<Row>(image);
  edges_ = base::Column<Edge>(image);
  same_ = base::Column<std::uint32_t>(image);
  ends_ = base::Column<std::uint32_t>(image);
  words_ = base::TextTable(image, UINT32_MAX);
  openings_ = base::Column<Opening>(image);
  seconds_ = base::Column<Second>(image);
  opening_ends_ = base::Column<std::uint32_t>(image);
  opening_edges_ = base::Column<Edge>(image);
  opening_any_ = base::Column<std::uint32_t>(image);
  opening_numbers_ = base::Column<std::uint32_t>(image);
  if (!is_sound()) image.refuse();
}

// Whether each row begins where the one before ends, and the last ends where the lists do.
bool CueSet::Index::are_rows() const {
  if (rows_.size() < 2) return false;
  const Row& last = rows_[rows_.size() - 1];
  const auto in_order = [](const Row& one, const Row& next) {
    return one.first_edge <= next.first_edge && one.first_same <= next.first_same &&
           one.first_cue <= next.first_cue;
  };
  for (std::size_t i = 0; i + 1 < rows_.size(); ++i) {
    if (!in_order(rows_[i], rows_[i + 1])) return false;
  }
  return last.first_edge == edges_.size() && last.first_same == same_.size() &&
         last.first_cue == ends_.size();
}

// Likewise of openings: one at least, that of numbers, and the end.
bool CueSet::Index::are_openings() const {
  if (openings_.size() < 3) return false;
  const auto in_order = [](const Opening& one, const Opening& next) {
    return one.first_cue <= next.first_cue && one.first_edge <= next.first_edge &&
           one.first_any <= next.first_any && one.first_number <= next.first_number;
  };
  for (std::size_t i = 0; i + 1 < openings_.size(); ++i) {
    if (!in_order(openings_[i], openings_[i + 1])) return false;
  }
  const Opening& last = openings_[openings_.size() - 1];
  return last.first_cue == opening_ends_.size() && last.first_edge == opening_edges_.size() &&
         last.first_any == opening_any_.size() && last.first_number == opening_numbers_.size();
}

bool CueSet::Index::is_sound() const {
  if (cues.empty() || !are_rows() || !are_openings()) return false;
  const std::size_t nodes = node_count();
  const auto lead_on = [&](const auto& edges) {
    return std::ranges::all_of(edges, [&](const Edge& edge) { return edge.node < nodes; });
  };
  const auto is_row = [&](const Row& row) { return row.any < nodes && row.number < nodes; };
  const auto is_opening = [&](const Opening& opening) {
    return opening.node < nodes && opening.second < seconds_.size();
  };
  const auto is_affix = [&](std::uint32_t number) {
    return number == no_affix || number < affixes.size();
  };
  return std::ranges::all_of(cues, context::is_sound) && std::ranges::all_of(rows_, is_row) &&
         lead_on(edges_) && all_below(same_, nodes) && all_below(ends_, cues.size()) &&
         std::ranges::all_of(openings_, is_opening) && lead_on(opening_edges_) &&
         all_below(opening_any_, nodes) && all_below(opening_numbers_, nodes) &&
         all_below(opening_ends_, cues.size()) && std::ranges::all_of(prefix_, is_affix) &&
         std::ranges::all_of(suffix_, is_affix) &&
         std::ranges::all_of(affixes, [&](const Affix& one) { return one.cue < cues.size(); });
}

void CueSet::put(base::ImageWriter& image) const {
  index_->put(image);
}

std::optional<CueSet> CueSet::get(base::ImageReader& image) {
  CueSet set;
  set.index_->get(image);
  return image.sound() ? std::optional(std::move(set)) : std::nullopt;
}

}  // namespace linter::context
