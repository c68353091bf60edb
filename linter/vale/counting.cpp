// occurrence: counts of what is no pattern to galley, but a measure, become rules of kind metric.
#include <algorithm>

#include "linter/vale/expression.h"
#include "linter/vale/kinds.h"
#include "linter/vale/message.h"
#include "linter/vale/yaml_text.h"

namespace linter::vale {
namespace {

using base::yaml::Value;

// What a token stands for, where it is any word or any character.
std::string_view metric_of(std::string_view token) {
  constexpr std::string_view words[] = {"\\b(\\w+)\\b", "\\b\\w+\\b", "\\w+",    "(\\w+)",
                                        "[^\\s]+",      "\\S+",       "\\w+\\b", "\\b\\w+"};
  if (std::ranges::find(words, token) != std::end(words)) return "words";
  if (token == "." || token == "[\\s\\S]") return "characters";
  return {};
}

std::string repeated(std::string_view text, std::int64_t times) {
  std::string out;
  for (std::int64_t i = 0; i < times; ++i) out.append(i == 0 ? "" : " ").append(text);
  return out;
}

constexpr std::int64_t longest_example = 120;  // words

void build_metric(Builder& builder, std::string_view metric, std::int64_t low, std::int64_t high) {
  builder.kind("metric");
  builder.begin(galley_message(builder.vale().message, {"{value}"}));
  builder.add("metric", scalar(metric));
  if (high > 0) builder.add("above", plain(std::to_string(high)));
  if (low > 0) builder.add("below", plain(std::to_string(low)));
  const std::string& extent = builder.places().extent;
  builder.add("within", scalar(extent == "heading" ? "paragraph" : extent));
  builder.add_places();
  const bool in_headings = extent == "heading";
  if (high > 0 && high < longest_example) {
    const std::string text = repeated(metric == "words" ? "word" : "a", high + 1);
    builder.add_bad_text((in_headings ? "# " : "") + text);
  }
}

}  // namespace

bool build_occurrence(Builder& builder) {
  const Definition& vale = builder.vale();
  const Value* token = vale.value.find("token");
  const std::int64_t low = vale.number("min").value_or(0);
  const std::int64_t high = vale.number("max").value_or(0);
  if (token == nullptr || (low <= 0 && high <= 0)) {
    builder.note(*vale.value.find("extends"), "the rule lacks “token”, or both “min” and “max”");
    return false;
  }
  if (const std::string_view metric = metric_of(token->text); !metric.empty()) {
    build_metric(builder, metric, low, high);
    return true;
  }
  const auto pattern = builder.pattern(*token);
  if (!pattern) return false;
  builder.kind("occurrence");
  builder.begin(galley_message(vale.message, {"{count}"}));
  builder.add_places();
  builder.add_options(true, false);
  builder.add("patterns", list_of({*pattern}));
  if (high > 0) builder.add("max", plain(std::to_string(high)));
  if (low > 0) builder.add("min", plain(std::to_string(low)));
  builder.add("within", scalar(builder.places().extent));
  if (high > 0 && high < longest_example) {
    for (const std::string& sample : samples_of(*pattern, builder.options()))
      builder.add_bad_text((builder.places().extent == "heading" ? "# " : "") +
                           repeated(sample, high + 1));
  }
  return true;
}

}  // namespace linter::vale
