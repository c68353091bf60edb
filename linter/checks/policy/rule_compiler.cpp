#include "linter/checks/policy/rule_compiler.h"

#include <algorithm>
#include <array>

#include "linter/base/names.h"
#include "linter/prose/formats.h"

namespace linter::checks::policy {

using base::ErrorCode;
using base::yaml::Value;

RuleCompiler::RuleCompiler(const packs::RuleDefinition& definition, const packs::Pack& pack,
                           const Kind& kind, Surroundings surroundings,
                           std::vector<base::Error>& errors)
    : definition_(definition),
      pack_(pack),
      file_(pack.files[definition.file]),
      kind_(kind),
      surroundings_(surroundings),
      faults_{file_.path, errors},
      errors_before_(errors.size()),
      ignore_case_(packs::flag_at(definition.body, "ignore_case", kind.ignores_case)),
      word_bounded_(packs::flag_at(definition.body, "word_bounded", true)) {}

std::optional<Rule> RuleCompiler::compile() {
  const auto is_there = [&](std::string_view key) { return body().find(key) != nullptr; };
  if (!kind_.at_least_one.empty() && std::ranges::none_of(kind_.at_least_one, is_there)) {
    std::string keys;
    for (const std::string_view key : kind_.at_least_one)
      keys += (keys.empty() ? "" : ", ") + std::string(key);
    fault(ErrorCode::missing_key,
          "a rule of kind " + std::string(kind_.name) + " needs one of " + keys, body());
    return std::nullopt;
  }
  read_filter();
  for (const auto* side : {&definition_.bad, &definition_.good}) {
    for (const packs::Example& example : *side) {
      if (prose::format_named(example.format) != nullptr) continue;
      faults_.add(ErrorCode::bad_value,
                  "an example cannot be in the format '" + example.format + "'", example.position);
    }
  }
  rule_.judge = kind_.compile(*this);
  read_message();
  if (failed() || rule_.judge == nullptr) return std::nullopt;
  rule_.file = file_.path;
  rule_.position = body().position;
  rule_.yields = definition_.yields;
  return std::move(rule_);
}

bool RuleCompiler::has_packs(const std::vector<std::string>& names) const {
  return std::ranges::all_of(names, [&](const std::string& name) {
    return std::ranges::find(surroundings_.packs, name, &packs::Pack::id) !=
           surroundings_.packs.end();
  });
}

void RuleCompiler::fault(ErrorCode code, std::string message, const Value& at) {
  faults_.add(code, std::move(message), at.position);
}

std::optional<std::string> RuleCompiler::expanded(const Value& value) {
  auto expression = expand_fragments(value.text, file_.fragments, pack_.fragments);
  if (expression) return std::move(*expression);
  fault(expression.error().code, expression.error().message, value);
  return std::nullopt;
}

std::optional<base::Pattern> RuleCompiler::pattern(const Value& value, bool literal) {
  std::optional<std::string> expression = literal ? value.text : expanded(value);
  if (!expression) return std::nullopt;
  const base::PatternOptions options{ignore_case_, word_bounded_, literal};
  KnownExpressions* const all = surroundings_.known;
  const auto* const known = all == nullptr ? nullptr : all->find(*expression, options);
  auto compiled = is_known_good() || known != nullptr
                      ? base::Pattern::compile_known(*expression, options)
                      : base::Pattern::compile(*expression, options);
  if (compiled && known != nullptr) compiled->recall(known->text());
  if (compiled && all != nullptr && known == nullptr)
    all->add(*expression, options, compiled->kept());
  if (compiled) return std::move(*compiled);
  fault(ErrorCode::bad_pattern,
        "the pattern '" + quotable(value.text) + "' is broken at character " +
            std::to_string(compiled.error().column) + ": " + compiled.error().message,
        value);
  return std::nullopt;
}

void RuleCompiler::find_clues(const base::Pattern& pattern, bool literal,
                              WatchedUnit& watched) const {
  auto* const known = surroundings_.known == nullptr
                          ? nullptr
                          : surroundings_.known->find(std::string(pattern.expression()),
                                                      {ignore_case_, word_bounded_, literal});
  if (known != nullptr && known->requirements) {
    watched.requirements = *known->requirements;
    watched.heads = known->heads;
    return;
  }
  watched.requirements = requirements_of(
      skeletons_of(pattern.expression(), {ignore_case_, word_bounded_, literal}));
  watched.heads = clues_of(pattern.heads());
  if (known == nullptr) return;
  known->requirements = watched.requirements;
  known->heads = watched.heads;
}

std::optional<base::Groups> RuleCompiler::add_unit(const Value& value, std::uint16_t tag,
                                                   std::uint16_t filter, bool literal) {
  WatchedUnit watched;
  watched.unit.tag = tag;
  watched.unit.filter = filter;
  watched.unit.options = {ignore_case_, word_bounded_, literal};
  std::optional<std::string> expression;
  if (is_known_good()) {
    expression = literal ? value.text : expanded(value);
  } else if (auto compiled = pattern(value, literal)) {
    expression = compiled->expression();
    find_clues(*compiled, literal, watched);
    watched.unit.always = watched.requirements.empty();
    watched.unit.pattern = std::move(compiled);
  }
  if (!expression) return std::nullopt;
  const base::Groups groups = literal ? base::Groups{} : base::groups_of(*expression);
  groups_ = std::max(groups_, groups.count);
  units_.push_back(std::move(watched));
  return groups;
}

void RuleCompiler::add_block_unit(std::vector<Requirement> requirements, std::uint32_t reach) {
  WatchedUnit watched;
  watched.unit.reach = reach;
  watched.unit.always = requirements.empty();
  rule_.filters_reports = true;
  watched.requirements = std::move(requirements);
  units_.push_back(std::move(watched));
}

std::uint16_t RuleCompiler::add_filter(Filter filter) {
  rule_.filters.push_back(std::move(filter));
  return static_cast<std::uint16_t>(rule_.filters.size() - 1);
}

context::Categories RuleCompiler::categories(const Value& mapping, std::string_view key) const {
  context::Categories set = 0;
  for (const Value* item : packs::items_at(mapping, key)) {
    if (item->text == "default") {
      set |= default_silence();
    } else if (const auto category = context::category_named(item->text)) {
      set |= context::bit(*category);
    }
  }
  return set;
}

void RuleCompiler::read_filter() {
  Filter filter;
  filter.places = places_of(body());
  filter.in_names = packs::flag_at(body(), "in_names", true);
  for (const Value* item : packs::items_at(body(), "except")) {
    if (auto compiled = pattern(*item)) filter.except.push_back(std::move(*compiled));
  }
  read_context(filter);
  rule_.filters.push_back(std::move(filter));
}

void RuleCompiler::read_context(Filter& filter) {
  const bool claims = kind_.silenced && definition_.category == findings::Category::claim;
  filter.silent = claims ? default_silence() : 0;
  const Value* context = body().find("context");
  if (context == nullptr) return;
  filter.only = categories(*context, "only");
  if (context->find("silent") != nullptr) {
    filter.silent = categories(*context, "silent");
  } else {
    filter.silent &= ~filter.only;  // what a rule asks for cannot silence it by default
  }
}

void RuleCompiler::read_message() {
  std::vector<std::string_view> names{"match"};
  names.insert(names.end(), kind_.placeholders.begin(), kind_.placeholders.end());
  constexpr std::array<std::string_view, 9> groups{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
  const std::size_t count = failed() ? groups.size() : std::min(groups_, groups.size());
  names.insert(names.end(), groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(count));
  names.insert(names.end(), placeholders_.begin(), placeholders_.end());
  auto message = Message::parse(definition_.message, names);
  if (message) {
    rule_.message = std::move(*message);
  } else {
    const Value* at = body().find("message");
    fault(message.error().code, message.error().message, at == nullptr ? body() : *at);
  }
}

}  // namespace linter::checks::policy
