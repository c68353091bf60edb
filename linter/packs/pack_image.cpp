#include "linter/packs/pack_image.h"

#include <tuple>
#include <utility>

#include "linter/base/yaml_bytes.h"

namespace linter::base::yaml {

auto members(Is<Position> auto& one) {
  return std::tie(one.line, one.column, one.offset);
}

}  // namespace linter::base::yaml

namespace linter::findings {

auto members(base::Is<Citation> auto& one) {
  return std::tie(one.title, one.url, one.section, one.date);
}

}  // namespace linter::findings

namespace linter::packs {

using base::Is;

auto members(Is<Example> auto& one) {
  return std::tie(one.text, one.format, one.beside, one.count, one.position);
}
auto members(Is<Jurisdiction> auto& one) {
  return std::tie(one.id, one.name, one.url);
}
auto members(Is<Topic> auto& one) {
  return std::tie(one.id, one.words, one.per_thousand);
}
auto members(Is<RuleDefinition> auto& one) {
  return std::tie(one.id, one.name, one.kind, one.message, one.about, one.why, one.instead,
                  one.severity, one.category, one.bad, one.good, one.sources, one.jurisdictions,
                  one.links, one.family, one.yields, one.topic, one.stet_never, one.since,
                  one.file);
}
auto members(Is<Pack> auto& one) {
  return std::tie(one.id, one.version, one.about, one.licence, one.origin, one.notice, one.language,
                  one.jurisdictions, one.topics, one.topic, one.digest);
}

namespace {

void put_fragments(base::ImageWriter& image, const Fragments& fragments) {
  image.number(fragments.size());
  for (const auto& [name, expression] : fragments) {
    image.text(name);
    image.text(expression);
  }
}

Fragments get_fragments(base::ImageReader& image) {
  Fragments fragments;
  for (std::uint64_t left = image.number(); left > 0 && image.sound(); --left) {
    std::string name(image.text());
    fragments.emplace_hint(fragments.end(), std::move(name), image.text());
  }
  return fragments;
}

}  // namespace

void put_head(base::ImageWriter& image, const Pack& pack) {
  base::put(image, pack);
  put_fragments(image, pack.fragments);
  image.number(pack.files.size());
  for (const PackFile& file : pack.files) {
    image.text(file.path);
    image.text(file.digest);
    put_fragments(image, file.fragments);
  }
}

Pack get_head(base::ImageReader& image) {
  Pack pack;
  base::get(image, pack);
  pack.fragments = get_fragments(image);
  for (std::uint64_t left = image.number(); left > 0 && image.sound(); --left) {
    PackFile& file = pack.files.emplace_back();
    file.path = image.text();
    file.digest = image.text();
    file.fragments = get_fragments(image);
  }
  if (pack.files.empty()) image.refuse();
  return pack;
}

void put_rule(base::ImageWriter& image, const RuleDefinition& rule) {
  base::put(image, rule);
  image.text(base::yaml::to_bytes(rule.body));
}

std::optional<RuleDefinition> get_rule(base::ImageReader& image) {
  RuleDefinition rule;
  base::get(image, rule);
  auto body = base::yaml::from_bytes(image.text());
  const bool fits =
      rule.severity <= findings::Severity::error && rule.category <= findings::Category::upkeep;
  if (!image.sound() || !body || !fits) return std::nullopt;
  rule.body = std::move(*body);
  return rule;
}

}  // namespace linter::packs
