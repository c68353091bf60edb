#include "tests/unit/context/expectations.h"

#include <sstream>

namespace tests {
namespace {

using linter::context::bit;
using linter::context::Categories;
using linter::context::Category;

constexpr Categories always_named = bit(Category::negated) | bit(Category::attributed) |
                                    bit(Category::quoted) | bit(Category::testimonial) |
                                    bit(Category::myth) | bit(Category::question) |
                                    bit(Category::warned) | bit(Category::conditional);

std::string evidence_of(linter::context::Context& context, const Draft& draft) {
  std::string lines;
  for (const auto& one : context.explain(draft.span()))
    lines +=
        "\n  " +
        std::string(linter::context::category_names()[static_cast<std::size_t>(one.category)]) +
        ": '" + std::string(draft.text(one.cue)) + "' over '" + std::string(draft.text(one.scope)) +
        "'";
  return lines.empty() ? "\n  no cue" : lines;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.text;
}

std::string row_name(const testing::TestParamInfo<Row>& info) {
  return info.param.name;
}

void expect_light(std::string_view text, std::string_view expected,
                  const linter::context::CueSet& cues) {
  const Draft draft(text, english());
  linter::context::Context context(cues);
  context.begin(draft.reading());
  const Categories found = context.at(draft.span());
  Categories wanted = 0;
  Categories unwanted = always_named;
  std::istringstream words{std::string(expected)};
  for (std::string word; words >> word;) {
    const bool denied = word.starts_with('!');
    const auto category = linter::context::category_named(denied ? word.substr(1) : word);
    ASSERT_TRUE(category) << word;
    (denied ? unwanted : wanted) |= bit(*category);
    if (!denied) unwanted &= ~bit(*category);
  }
  EXPECT_EQ(names_of(wanted & ~found), "") << "missing in: " << text << evidence_of(context, draft);
  EXPECT_EQ(names_of(unwanted & found), "")
      << "too much in: " << text << evidence_of(context, draft);
}

}  // namespace tests
