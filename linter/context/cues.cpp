#include "linter/context/cues.h"

#include <algorithm>
#include <array>

#include "linter/context/cue_index.h"

namespace linter::context {
namespace {

constexpr std::array<std::string_view, 19> names{
    "negated",  "hedged",      "certain",     "universal",   "excepted",
    "frequent", "infrequent",  "approximate", "conditional", "attributed",
    "quoted",   "testimonial", "myth",        "question",    "advice",
    "warned",   "compared",    "historical",  "hypothetical"};
static_assert(names.size() == static_cast<std::size_t>(Category::hypothetical) + 1);

constexpr std::array<std::string_view, names.size()> abouts{
    "denied: not, no, never, free of",
    "less than certain: may, can, possibly, generally",
    "more than likely: will, always, guaranteed",
    "said of all: every, all, everyone",
    "exempted: except, other than, apart from",
    "often the case: commonly, usually",
    "seldom the case: rarely, in rare cases",
    "nearly the case: virtually, almost",
    "under a condition: if, when performed by, provided that",
    "somebody else's opinion: some believe, it is said",
    "inside quotation marks or a block quotation",
    "one person's own experience",
    "named as a myth or misconception",
    "asked, and not simply answered",
    "an instruction or a recommendation",
    "named in order to warn of it",
    "compared with something else",
    "of the past: used to, a history of",
    "imagined: would, if ... were"};

}  // namespace

std::span<const std::string_view> category_names() {
  return names;
}

std::string_view category_about(Category category) {
  return abouts[static_cast<std::size_t>(category)];
}

std::optional<Category> category_named(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Category>(found - names.begin());
}

CueSet::CueSet() : index_(std::make_unique<Index>()) {}
CueSet::CueSet(CueSet&&) noexcept = default;
CueSet& CueSet::operator=(CueSet&&) noexcept = default;
CueSet::~CueSet() = default;

std::size_t CueSet::size() const {
  return index_->phrases;
}

}  // namespace linter::context
