#include "linter/checks/policy/kinds.h"

#include <algorithm>
#include <array>
#include <vector>

#include "linter/checks/policy/rule_compiler.h"
#include "linter/packs/keys.h"

namespace linter::checks::policy {

// Each is defined in the file of its name.
Kind existence_kind();
Kind substitution_kind();
Kind occurrence_kind();
Kind repetition_kind();
Kind consistency_kind();
Kind variants_kind();
Kind conditional_kind();
Kind capitalization_kind();
Kind metric_kind();
Kind required_kind();
Kind sequence_kind();
Kind claim_kind();
Kind agreement_kind();
Kind effect_kind();

namespace {

using packs::Shape;
using packs::ShapeKind;

const std::vector<Kind>& table() {
  static const std::vector<Kind> rows{
      existence_kind(),   substitution_kind(), occurrence_kind(),  repetition_kind(),
      consistency_kind(), variants_kind(),     conditional_kind(), capitalization_kind(),
      metric_kind(),      required_kind(),     sequence_kind(),    claim_kind(),
      agreement_kind(),   effect_kind(),
  };
  return rows;
}

struct Place {
  std::string_view name;
  prose::Scopes blocks;
  bool link_text = false;
};

constexpr prose::Scopes set(prose::Scope scope) {
  return static_cast<prose::Scopes>(scope);
}

constexpr prose::Scopes body = static_cast<prose::Scopes>(
    set(prose::Scope::paragraph) | set(prose::Scope::list) | set(prose::Scope::table) |
    set(prose::Scope::quote) | set(prose::Scope::caption) | set(prose::Scope::footnote));

constexpr std::array<Place, 12> places{{
    {"title", set(prose::Scope::title)},
    {"heading", set(prose::Scope::heading)},
    {"body", body},
    {"paragraph", set(prose::Scope::paragraph)},
    {"list", set(prose::Scope::list)},
    {"table", set(prose::Scope::table)},
    {"quote", set(prose::Scope::quote)},
    {"caption", set(prose::Scope::caption)},
    {"alt-text", set(prose::Scope::alt_text)},
    {"summary", set(prose::Scope::summary)},
    {"footnote", set(prose::Scope::footnote)},
    {"link-text", 0, true},
}};
constexpr auto place_name_list = [] {
  std::array<std::string_view, places.size()> names{};
  for (std::size_t i = 0; i < places.size(); ++i) names[i] = places[i].name;
  return names;
}();

constexpr Shape place{.kind = ShapeKind::choice, .names = place_names};
constexpr Shape place_list{.kind = ShapeKind::one_or_many, .item = &place, .low = 1};
constexpr std::array<packs::Field, 1> scope_table{{
    {"scope", &place_list, false, "Where the rule looks; every block where it does not say."},
}};

std::span<const std::string_view> silence_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all{"default"};
    const auto categories = context::category_names();
    all.insert(all.end(), categories.begin(), categories.end());
    return all;
  }();
  return names;
}

constexpr Shape silence{.kind = ShapeKind::choice, .names = silence_names};
constexpr Shape silences{.kind = ShapeKind::one_or_many, .item = &silence};
constexpr std::array<packs::Field, 2> context_fields{{
    {"silent", &silences, false, "Categories in which a match does not count; [] is none."},
    {"only", &silences, false, "Categories of which one must hold for a match to count."},
}};
constexpr Shape context_shape{.kind = ShapeKind::mapping, .fields = context_fields};

constexpr std::array<packs::Field, 4> filter_table{{
    {"except", &packs::patterns_shape, false, "A match that overlaps one of these does not count."},
    {"context", &context_shape, false, "In what light a match counts."},
    {"ignore_case", &packs::boolean_shape, false, "Whether capitals count as small letters."},
    {"in_names", &packs::boolean_shape, false,
     "Whether a part of a longer name or title counts (“The Skin and Nail House”, a link's text in "
     "title case); it does where this does not say."},
}};

constexpr std::array<packs::Field, 1> pattern_table{{
    {"word_bounded", &packs::boolean_shape, false,
     "Whether a match must begin and end with whole words."},
}};

}  // namespace

std::span<const packs::Field> scope_fields() {
  return scope_table;
}
std::span<const packs::Field> filter_fields() {
  return filter_table;
}
std::span<const packs::Field> pattern_fields() {
  return pattern_table;
}

std::span<const Kind> kinds() {
  return table();
}

const Kind* kind_named(std::string_view name) {
  const auto found = std::ranges::find(table(), name, &Kind::name);
  return found == table().end() ? nullptr : &*found;
}

std::span<const std::string_view> kind_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Kind& kind : table()) all.push_back(kind.name);
    return all;
  }();
  return names;
}

std::vector<std::span<const packs::Field>> fields_of(const Kind& kind) {
  std::vector<std::span<const packs::Field>> tables{packs::rule_fields(), kind.fields,
                                                    scope_fields()};
  if (kind.filters) tables.push_back(filter_fields());
  if (kind.bounded) tables.push_back(pattern_fields());
  return tables;
}

std::span<const std::string_view> place_names() {
  return place_name_list;
}

Places places_of(const base::yaml::Value& rule, Places fallback) {
  if (rule.find("scope") == nullptr) return fallback;
  Places result{.blocks = 0};
  for (const base::yaml::Value* item : packs::items_at(rule, "scope")) {
    const auto found = std::ranges::find(places, std::string_view(item->text), &Place::name);
    if (found == places.end()) continue;
    result.blocks |= found->blocks;
    result.link_text = result.link_text || found->link_text;
  }
  return result;
}

context::Categories default_silence() {
  using context::bit;
  using context::Category;
  return bit(Category::negated) | bit(Category::question) | bit(Category::quoted) |
         bit(Category::testimonial) | bit(Category::myth) | bit(Category::attributed) |
         bit(Category::warned);
}

}  // namespace linter::checks::policy
