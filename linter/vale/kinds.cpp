// Kinds that match patterns: existence, substitution, consistency, conditional, repetition,
// capitalization.
#include "linter/vale/kinds.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "linter/vale/expression.h"
#include "linter/vale/message.h"
#include "linter/vale/yaml_text.h"

namespace linter::vale {
namespace {

using base::yaml::Kind;
using base::yaml::Value;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : between).append(part);
  return out;
}

// Vale puts the raw ones one behind the other, before the tokens (or, with `append`, behind them).
std::vector<std::string> existence_patterns(Builder& builder, bool& bounded) {
  const Definition& vale = builder.vale();
  std::vector<std::string> tokens = builder.patterns("tokens");
  const std::string raw = joined(builder.patterns("raw"), "");
  bounded = !vale.nonword && raw.empty();
  if (raw.empty()) return tokens;
  if (tokens.empty()) return {raw};
  const std::string_view edge = vale.nonword ? "" : "\\b";
  std::string all = "(?:" + joined(tokens, "|") + ')';
  all.insert(0, edge).append(edge);
  const Value* append = vale.value.find("append");
  const bool behind = append != nullptr && base::yaml::as_bool(*append).value_or(false);
  return {behind ? all + raw : raw + all};
}

// What stands for "$" and "\" in a replacement; groups ("$1") stay.
std::string galley_replacement(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool is_group = (next >= '0' && next <= '9') || next == '{';
    if (text[at] == '\\' || (text[at] == '$' && !is_group)) out += text[at];
    out += text[at];
  }
  return out;
}

// The corrections that an action names for every match; not those that the rule would report again.
std::vector<std::string> corrections_of(const Builder& builder,
                                        const std::vector<std::string>& patterns) {
  constexpr std::size_t most = 10;
  std::vector<std::string> corrections;
  for (const std::string& parameter : builder.vale().parameters | std::views::take(most)) {
    const bool reported = std::ranges::any_of(patterns, [&](const std::string& pattern) {
      const auto compiled = base::Pattern::compile(pattern, builder.options());
      return compiled && compiled->matches(parameter).value_or(false);
    });
    if (!reported) corrections.push_back(galley_replacement(parameter));
  }
  return corrections;
}

// The same corrections for every match.
bool build_replacing(Builder& builder, const std::vector<std::string>& patterns, bool bounded,
                     const std::vector<std::string>& corrections) {
  builder.kind("substitution");
  builder.begin(galley_message(builder.vale().message, {"{match}", "{suggestion}"}));
  builder.add_places();
  builder.add_exceptions();
  builder.add_options(true, bounded);
  Value swap;
  for (const std::string& pattern : patterns) {
    set(swap, pattern, list_of(corrections));
    builder.add_bad(pattern);
  }
  builder.add("swap", std::move(swap));
  return true;
}

std::vector<std::string> alternatives(std::string_view text) {
  std::vector<std::string> all;
  while (true) {
    const std::size_t end = std::min(text.find('|'), text.size());
    std::string one = galley_replacement(text.substr(0, end));
    if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
    if (end == text.size()) return all;
    text.remove_prefix(end + 1);
  }
}

// A pattern whose first group is all of it, as Vale takes a use for the thing itself.
std::string as_group(const std::string& pattern) {
  return pattern.contains('(') ? pattern : '(' + pattern + ')';
}

constexpr std::string_view sentence_style = "# What To Expect From Every New Treatment";
constexpr std::string_view title_style = "# what to expect from every new treatment";

struct Style {
  std::string_view match;
  std::string_view style;
  std::string_view bad;
  std::string_view good;
};
constexpr Style styles[] = {{"$sentence", "sentence", sentence_style, title_style},
                            {"$title", "title", title_style, "# Treatment"},
                            {"$lower", "lower", sentence_style, title_style},
                            {"$upper", "upper", title_style, "# NEWS"}};

// Headings must match an expression of their own: what does not match is what must not stand there.
bool build_unmatched(Builder& builder, const Value& match) {
  const auto pattern = builder.pattern(match);
  if (!pattern) return false;
  builder.kind("existence");
  builder.begin(galley_message(builder.vale().message, {"{match}"}));
  builder.add_places();
  builder.add_exceptions();
  builder.add_options(true, false);
  builder.add("patterns", list_of({"^(?!.*?(?:" + *pattern + ")).+$"}));
  for (const std::string_view sample : {"what to expect", "What To Expect", "7 a", "!"})
    builder.add_bad_text("# " + std::string(sample));
  return true;
}

}  // namespace

bool build_existence(Builder& builder) {
  const Definition& vale = builder.vale();
  bool bounded = true;
  const auto patterns = existence_patterns(builder, bounded);
  if (patterns.empty()) {
    builder.note(*vale.value.find("extends"), "the rule has no pattern that can be brought over");
    return false;
  }
  if (vale.action == "replace") {
    const auto corrections = corrections_of(builder, patterns);
    if (!corrections.empty()) return build_replacing(builder, patterns, bounded, corrections);
  }
  builder.kind("existence");
  builder.begin(galley_message(vale.message, {"{match}"}));
  builder.add_places();
  builder.add_options(true, bounded);
  builder.add("patterns", list_of(patterns));
  builder.add_exceptions();
  for (const std::string& pattern : patterns) builder.add_bad(pattern);
  return true;
}

bool build_substitution(Builder& builder) {
  const Definition& vale = builder.vale();
  Value swap;
  std::set<std::string> seen;
  const Value* pairs = vale.value.find("swap");
  if (pairs != nullptr) {
    for (const auto& [key, value] : pairs->entries) {
      const auto pattern = builder.pattern(key);
      if (!pattern || !seen.insert(*pattern).second) continue;
      const auto replacements = alternatives(value.text);
      set(swap, *pattern,
          replacements.size() == 1 ? scalar(replacements.front()) : list_of(replacements));
      builder.add_bad(*pattern);
      if (swap.entries.size() == 1) builder.add_good("It is " + replacements.front() + " here.");
    }
  }
  if (swap.entries.empty()) {
    builder.note(*vale.value.find("extends"), "the rule has no “swap” that can be brought over");
    return false;
  }
  builder.kind("substitution");
  builder.begin(galley_message(vale.message, {"{suggestion}", "{match}"}));
  builder.add_places();
  builder.add_options(true, !vale.nonword);
  builder.add("swap", std::move(swap));
  builder.add_exceptions();
  return true;
}

bool build_consistency(Builder& builder) {
  const Definition& vale = builder.vale();
  Value sets;
  sets.kind = Kind::sequence;
  const Value* either = vale.value.find("either");
  if (either != nullptr) {
    for (const auto& [one, other] : either->entries) {
      const auto first = builder.pattern(one);
      const auto second = builder.pattern(other);
      if (!first || !second) continue;
      sets.items.push_back(list_of({*first, *second}));
      const auto a = samples_of(*first, builder.options());
      const auto b = samples_of(*second, builder.options());
      const bool wanted = sets.items.size() <= 3 && !a.empty() && !b.empty();
      if (wanted)
        builder.add_bad_text("It is " + a.front() + " here, and " + b.front() + " there.");
    }
  }
  if (sets.items.empty()) {
    builder.note(*vale.value.find("extends"), "the rule has no “either” that can be brought over");
    return false;
  }
  builder.kind("consistency");
  builder.begin(galley_message(vale.message, {"{match}", "{suggestion}"}));
  builder.add_places();
  builder.add_options(true, !vale.nonword);
  builder.add("either", std::move(sets));
  return true;
}

bool build_conditional(Builder& builder) {
  const Definition& vale = builder.vale();
  const Value* first = vale.value.find("first");
  const Value* second = vale.value.find("second");
  if (first == nullptr || second == nullptr) {
    builder.note(*vale.value.find("extends"), "the rule lacks “first” or “second”");
    return false;
  }
  const auto use = builder.pattern(*first);
  const auto introduction = builder.pattern(*second);
  if (!use || !introduction) return false;
  builder.kind("conditional");
  builder.begin(galley_message(vale.message, {"{match}"}));
  builder.add_places();
  builder.add_options(false, false);
  builder.add("if", scalar(as_group(*use)));
  builder.add("then", scalar(as_group(*introduction)));
  builder.add_exceptions();
  builder.add_bad(*use);
  for (const std::string& sample : samples_of(*introduction, builder.options()))
    builder.add_good(sample + '.');
  return true;
}

bool build_repetition(Builder& builder) {
  const Definition& vale = builder.vale();
  builder.kind("repetition");
  builder.begin(galley_message(vale.message, {"{suggestion}"}));
  builder.add_places();
  const auto tokens = builder.patterns("tokens");
  constexpr std::string_view any_word[] = {"[^\\s]+", "\\S+", "\\w+", "\\b\\w+\\b", "[^\\W]+"};
  const bool any = std::ranges::any_of(tokens, [&](const auto& token) {
    return std::ranges::find(any_word, token) != std::end(any_word);
  });
  if (!any && !tokens.empty()) builder.add("tokens", list_of(tokens));
  const std::int64_t most = vale.number("max").value_or(0);
  if (most > 0) builder.add("max", plain(std::to_string(most + 1)));
  std::vector<std::string> ignored;
  for (const Value* item : vale.items("exceptions")) ignored.push_back(item->text);
  if (!ignored.empty()) builder.add("ignore", list_of(ignored));
  if (most == 0) {
    builder.add_bad_text("It is is here.");
    for (const std::string& token : tokens)
      for (const std::string& sample : samples_of(token, {}))
        builder.add_bad_text("It is " + sample + ' ' + sample + " here.");
  }
  builder.add_good("It is here.");
  return true;
}

bool build_capitalization(Builder& builder) {
  const Definition& vale = builder.vale();
  const Value* match = vale.value.find("match");
  if (match == nullptr) {
    builder.note(*vale.value.find("extends"), "the rule lacks “match”");
    return false;
  }
  const auto style = std::ranges::find(styles, std::string_view(match->text), &Style::match);
  if (style == std::end(styles)) return build_unmatched(builder, *match);
  builder.kind("capitalization");
  builder.begin(galley_message(vale.message, {"{match}", "{suggestion}"}));
  builder.add("style", scalar(style->style));
  if (vale.text("style") == "Chicago") builder.add("guide", scalar("chicago"));
  builder.add_places();
  if (builder.places().names.empty()) {
    const auto every = every_place();
    builder.add("scope", list_of({every.begin(), every.end()}));
  }
  std::vector<std::string> exceptions;
  for (const Value* item : vale.items("exceptions")) exceptions.push_back(item->text);
  if (!exceptions.empty()) builder.add("exceptions", list_of(exceptions));
  if (const Value* threshold = vale.value.find("threshold"))
    builder.add("threshold", plain(threshold->text));
  if (const Value* prefix = vale.value.find("prefix"))
    builder.note(*prefix, "“prefix” is left out");
  builder.add_bad_text(std::string(style->bad));
  builder.add_good(std::string(style->good));
  return true;
}

}  // namespace linter::vale
