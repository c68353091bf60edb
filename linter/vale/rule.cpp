#include "linter/vale/rule.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "linter/base/names.h"
#include "linter/vale/expression.h"
#include "linter/vale/kinds.h"
#include "linter/vale/yaml_text.h"

namespace linter::vale {
namespace {

using base::yaml::Kind;
using base::yaml::Value;

struct Conversion {
  std::string_view extends;
  bool (*build)(Builder& builder);  // null: galley has none
  std::string_view why_not{};
};

constexpr auto conversions = std::to_array<Conversion>({
    {"existence", build_existence},
    {"substitution", build_substitution},
    {"occurrence", build_occurrence},
    {"repetition", build_repetition},
    {"consistency", build_consistency},
    {"conditional", build_conditional},
    {"capitalization", build_capitalization},
    {"spelling", nullptr,
     "galley checks spelling itself: `words` and `word_lists` in .galley.yaml"},
    {"metric", nullptr, "galley has a kind `metric` with measures of its own: docs/rules.md"},
    {"readability", nullptr, "galley has a kind `metric` with measures of its own: docs/rules.md"},
    {"sequence", nullptr,
     "galley has a kind `sequence` with parts of speech of its own: docs/rules.md"},
    {"script", nullptr, "galley runs no programs from rules"},
});

bool is_true(const Value* value) {
  return value != nullptr && base::yaml::as_bool(*value).value_or(false);
}

Definition definition_of(const Value& value) {
  Definition vale{.value = value, .message = {}, .scopes = {}, .action = {}, .parameters = {}};
  vale.message = vale.text("message");
  for (const Value* scope : vale.items("scope")) vale.scopes.push_back(scope->text);
  vale.ignore_case = is_true(value.find("ignorecase"));
  vale.nonword = is_true(value.find("nonword"));
  const Value* action = value.find("action");
  if (action == nullptr || action->kind != Kind::mapping) return vale;
  if (const Value* name = action->find("name")) vale.action = name->text;
  if (const Value* parameters = action->find("params")) {
    for (const Value& parameter : parameters->items) vale.parameters.push_back(parameter.text);
  }
  return vale;
}

void note_other_keys(const Definition& vale, Builder& builder) {
  const bool replaces = vale.action.empty() || vale.action == "replace";
  if (!replaces) {
    builder.note(*vale.value.find("action"),
                 "the action “" + base::shortened(vale.action) +
                     "” is left out: the rule reports, and offers no correction");
  }
  if (const Value* limit = vale.value.find("limit"))
    builder.note(*limit, "“limit” is left out: galley reports every place");
  if (is_true(vale.value.find("capitalize"))) {
    builder.note(*vale.value.find("capitalize"),
                 "“capitalize” is left out: suggestions follow the case of the text anyway");
  }
}

}  // namespace

std::vector<const Value*> Definition::items(std::string_view key) const {
  std::vector<const Value*> all;
  const Value* found = value.find(key);
  if (found == nullptr) return all;
  if (found->kind == Kind::scalar && !found->text.empty()) all.push_back(found);
  for (const Value& item : found->items)
    if (item.kind == Kind::scalar && !item.text.empty()) all.push_back(&item);
  return all;
}

std::string Definition::text(std::string_view key) const {
  const Value* found = value.find(key);
  return found == nullptr || found->kind != Kind::scalar ? std::string() : found->text;
}

std::optional<std::int64_t> Definition::number(std::string_view key) const {
  const Value* found = value.find(key);
  return found == nullptr ? std::nullopt : base::yaml::as_int(*found);
}

std::optional<Rule> read_rule(std::string_view text, const std::string& file,
                              std::vector<Note>& lost) {
  const auto parsed = base::yaml::parse(text, file);
  const bool usable = parsed.value.kind == Kind::mapping && parsed.value.find("extends") != nullptr;
  if (!usable) {
    for (const base::Error& error : parsed.errors)
      lost.push_back({file, error.line, error.message});
    if (parsed.errors.empty()) lost.push_back({file, 1, "no rule of Vale's: it has no “extends”"});
    return std::nullopt;
  }
  const Definition vale = definition_of(parsed.value);
  const Value& extends = *parsed.value.find("extends");
  const auto conversion = std::ranges::find(conversions, extends.text, &Conversion::extends);
  if (conversion == conversions.end() || conversion->build == nullptr) {
    lost.push_back({file, extends.position.line,
                    "“extends: " + base::shortened(extends.text) + "” is not brought over: " +
                        (conversion == conversions.end() ? "Vale has no such kind"
                                                         : std::string(conversion->why_not))});
    return std::nullopt;
  }
  Rule rule;
  rule.file = file;
  const std::size_t slash = file.rfind('/') + 1;
  rule.vale_name = file.substr(slash, file.rfind('.') - slash);
  rule.name = galley_name(rule.vale_name);
  if (const std::string level = vale.text("level"); level == "error" || level == "suggestion")
    rule.level = level;
  for (const base::Error& error : parsed.errors)
    rule.notes.push_back({file, error.line, error.message});
  Builder builder(vale, rule);
  bool built = false;
  if (builder.places().nowhere) {
    const Value* scope = parsed.value.find("scope");
    builder.note(scope == nullptr ? extends : *scope, builder.places().note);
  } else {
    built = conversion->build(builder);
  }
  if (!built) {
    std::ranges::move(rule.notes, std::back_inserter(lost));
    return std::nullopt;
  }
  note_other_keys(vale, builder);
  return rule;
}

std::string galley_name(std::string_view vale_name) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string out;
  for (std::size_t at = 0; at < vale_name.size(); ++at) {
    const char one = vale_name[at];
    if (!is_capital(one) && !is_small(one) && !is_digit(one)) {
      if (!out.empty() && out.back() != '-') out += '-';
      continue;
    }
    const bool after_small = at > 0 && (is_small(vale_name[at - 1]) || is_digit(vale_name[at - 1]));
    const bool before_small = at + 1 < vale_name.size() && is_small(vale_name[at + 1]);
    const bool in_capitals = at > 0 && is_capital(vale_name[at - 1]);
    const bool begins = is_capital(one) && (after_small || (in_capitals && before_small));
    if (begins && !out.empty() && out.back() != '-') out += '-';
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(one)));
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "rule" : out;
}

Builder::Builder(const Definition& vale, Rule& rule)
    : vale_(vale), rule_(rule), places_(places_of(vale.scopes)) {}

void Builder::begin(std::string_view message) {
  add("rule", scalar(rule_.name));
  add("kind", scalar(kind_));
  add("message", scalar(message));
  if (rule_.level != "warning") add("severity", scalar(rule_.level));
  if (const std::string why = vale_.text("description"); !why.empty()) add("why", scalar(why));
  const std::string link = vale_.text("link");
  if (link.starts_with("https://") || link.starts_with("http://")) add("links", scalar(link));
}

void Builder::add(std::string_view key, Value value) {
  set(rule_.body, key, std::move(value));
}

void Builder::add_places() {
  if (!places_.names.empty()) add("scope", list_of(places_.names));
  if (!places_.note.empty()) note(*vale_.value.find("scope"), places_.note);
}

void Builder::add_exceptions() {
  std::vector<std::string> exceptions = patterns("exceptions");
  if (exceptions.empty()) return;
  // Capitals count in Vale's exceptions, whatever the rule says.
  if (vale_.ignore_case)
    for (std::string& one : exceptions)
      if (!one.starts_with("(?")) one = "(?-i:" + one + ')';
  add("except", list_of(exceptions));
}

void Builder::add_options(bool ignores_case, bool bounded) {
  if (vale_.ignore_case != ignores_case)
    add("ignore_case", plain(vale_.ignore_case ? "true" : "false"));
  if (!bounded) add("word_bounded", plain("false"));
}

std::optional<std::string> Builder::pattern(const Value& value) {
  const bool sentence = places_.extent == "sentence" && vale_.text("extends") != "occurrence";
  auto expression = galley_expression(sentence ? within_sentence(value.text) : value.text);
  if (!expression) {
    note(value, "the pattern “" + base::shortened(value.text) +
                    "” is left out: " + expression.error().message +
                    (expression.error().message.contains("lookbehind")
                         ? " (galley looks back over a fixed number of characters only)"
                         : ""));
    return std::nullopt;
  }
  if (needs_two_spaces(value.text)) {
    note(value, "the pattern “" + base::shortened(value.text) +
                    "” asks for several spaces, of which galley sees one, like a reader");
  }
  return std::move(*expression);
}

std::vector<std::string> Builder::patterns(std::string_view key) {
  std::vector<std::string> all;
  std::set<std::string, std::less<>> seen;
  for (const Value* item : vale_.items(key)) {
    auto expression = pattern(*item);
    if (expression && seen.insert(*expression).second) all.push_back(std::move(*expression));
  }
  return all;
}

base::PatternOptions Builder::options() const {
  return {.ignore_case = vale_.ignore_case, .word_bounded = !vale_.nonword};
}

Candidates Builder::articles_of(const std::string& sample) const {
  const auto looks_at = [&](std::string_view place) {
    return places_.names.empty() || std::ranges::find(places_.names, place) != places_.names.end();
  };
  Candidates articles;
  if (looks_at("paragraph")) {
    articles = {sample, "It is " + sample + " here.", sample + " is here.",
                "It is here: " + sample};
  } else if (looks_at("heading")) {
    articles = {"# " + sample, "# Here\n\n## " + sample, "# It is " + sample + " here"};
  } else if (looks_at("title")) {
    articles = {"# " + sample, "# It is " + sample + " here"};
  } else if (looks_at("list")) {
    articles = {"- " + sample};
  } else if (looks_at("quote")) {
    articles = {"> " + sample};
  } else if (looks_at("table")) {
    articles = {"| One | Two |\n|---|---|\n| " + sample + " | other |"};
  }
  return articles;
}

void Builder::add_bad(std::string_view pattern) {
  constexpr std::size_t enough = 3;
  if (rule_.bad.size() >= enough) return;
  Candidates articles;
  for (const std::string& sample : samples_of(pattern, options()))
    std::ranges::move(articles_of(sample), std::back_inserter(articles));
  if (!articles.empty()) rule_.bad.push_back(std::move(articles));
}

void Builder::add_bad_text(std::string text) {
  rule_.bad.push_back({std::move(text)});
}

void Builder::add_good(std::string text) {
  rule_.good.push_back(std::move(text));
}

void Builder::note(const Value& at, std::string text) {
  rule_.notes.push_back({rule_.file, at.position.line, std::move(text)});
}

}  // namespace linter::vale
