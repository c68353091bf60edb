#include "linter/run/rule_names.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "linter/base/names.h"

namespace linter::run {
namespace {

using Names = std::vector<std::string_view>;

base::Error error_at(base::ErrorCode code, std::string message, const config::Origin& origin) {
  return {code, std::move(message), origin.file, origin.line, origin.column};
}

bool holds(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string_view pack_of(std::string_view rule) {
  return rule.substr(0, rule.find('.'));
}

// Whether other paths of the configuration use a pack of that name, or packs of their own whose
// names are not known here.
bool may_be_elsewhere(const config::Effective& effective, std::string_view pack) {
  const config::Texts& here = effective.settings.packs;
  return std::ranges::any_of(effective.configuration->layers, [&](const config::Layer& layer) {
    return std::ranges::any_of(layer.values.packs, [&](const config::Text& named) {
      const bool is_path = named.value.starts_with('/');
      const bool is_here = std::ranges::find(here, named.value, &config::Text::value) != here.end();
      return config::pack_named(named.value).name == pack || (is_path && !is_here);
    });
  });
}

// Whether other paths of the configuration use packs that are not in use here.
bool has_other_packs(const config::Effective& effective) {
  const config::Texts& here = effective.settings.packs;
  return std::ranges::any_of(effective.configuration->layers, [&](const config::Layer& layer) {
    return std::ranges::any_of(layer.values.packs, [&](const config::Text& named) {
      return std::ranges::find(here, named.value, &config::Text::value) == here.end();
    });
  });
}

// What a configuration may speak of.
struct Known {
  std::set<std::string_view> packs;
  Names rules;
  Names jurisdictions;
};

Known known_names(std::span<const packs::Pack> packs, std::span<const std::string> rules,
                  std::span<const checks::RuleInfo> others) {
  Known known;
  known.rules.assign(rules.begin(), rules.end());
  for (const packs::Pack& pack : packs) {
    known.packs.insert(pack.id);
    for (const auto& one : pack.jurisdictions) known.jurisdictions.push_back(one.id);
  }
  for (const checks::RuleInfo& rule : others) {
    known.packs.insert(pack_of(rule.id));
    known.rules.push_back(rule.id);
  }
  return known;
}

void check_rules(const config::Effective& effective, const Known& known,
                 std::vector<base::Error>& errors) {
  const Names packs(known.packs.begin(), known.packs.end());
  for (const config::RuleLevel& rule : effective.settings.rules) {
    const bool is_pack = rule.rule.find('.') == std::string::npos;
    const Names& names = is_pack ? packs : known.rules;
    if (holds(names, rule.rule)) continue;
    const std::string_view pack = pack_of(rule.rule);
    if (!holds(packs, pack) && may_be_elsewhere(effective, pack)) continue;
    errors.push_back(error_at(base::ErrorCode::unknown_rule,
                              "no " + std::string(is_pack ? "pack" : "rule") + " '" + rule.rule +
                                  "' is in use" + base::nearest_hint(rule.rule, names) +
                                  ": `galley policy list` names them",
                              rule.origin));
  }
}

// A version of a pack that is yet to come names no rules.
void check_versions(const config::Effective& effective, std::span<const packs::Pack> packs,
                    std::vector<base::Error>& errors) {
  for (const config::Text& text : effective.settings.packs) {
    const config::PackName named = config::pack_named(text.value);
    const auto pack = std::ranges::find_if(packs, [&](const packs::Pack& one) {
      return named.name.starts_with('/')
                 ? !one.files.empty() && one.files.front().path.starts_with(named.name)
                 : one.id == named.name;
    });
    if (pack == packs.end() || named.version <= pack->version) continue;
    errors.push_back(error_at(base::ErrorCode::bad_value,
                              "there is no version " + std::to_string(named.version) +
                                  " of the pack '" + pack->id + "': it is at version " +
                                  std::to_string(pack->version) + ", so write @" +
                                  std::to_string(pack->version) + ", or upgrade galley",
                              text.origin));
  }
}

std::string listed(Names names) {
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

// Packs that know none leave it to approved wording; without a similar name it may be known to packs
// that other paths use.
void check_jurisdiction(const std::string& name, const Names& known, bool may_be_others,
                        const config::Origin& origin, std::vector<base::Error>& errors) {
  if (holds(known, name)) return;
  const std::string hint = base::nearest_hint(name, known);
  if (known.empty() || (hint.empty() && may_be_others)) return;
  errors.push_back(error_at(base::ErrorCode::bad_value,
                            "no pack in use knows the jurisdiction '" + name + "'" + hint +
                                ": they know " + listed(known),
                            origin));
}

}  // namespace

std::vector<base::Error> unknown_names(const config::Effective& effective,
                                       std::span<const packs::Pack> packs,
                                       std::span<const std::string> rules,
                                       std::span<const checks::RuleInfo> others) {
  const Known known = known_names(packs, rules, others);
  std::vector<base::Error> errors;
  check_rules(effective, known, errors);
  check_versions(effective, packs, errors);
  const bool may_be_others = has_other_packs(effective);
  for (const config::Text& named : effective.settings.jurisdictions)
    check_jurisdiction(named.value, known.jurisdictions, may_be_others, named.origin, errors);
  return errors;
}

std::vector<base::Error> unknown_jurisdictions(const config::Effective& effective,
                                               std::span<const suppression::Statement> statements,
                                               std::span<const packs::Pack> packs) {
  const Known known = known_names(packs, {}, {});
  const bool may_be_others = has_other_packs(effective);
  std::vector<base::Error> errors;
  for (const suppression::Statement& one : statements) {
    for (const std::string& name : one.jurisdictions) {
      const config::Origin origin{.file = one.file, .line = one.line, .column = one.column};
      check_jurisdiction(name, known.jurisdictions, may_be_others, origin, errors);
    }
  }
  return errors;
}

}  // namespace linter::run
