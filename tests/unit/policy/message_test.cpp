#include "linter/checks/policy/message.h"

#include <gtest/gtest.h>

namespace linter::checks::policy {
namespace {

constexpr std::string_view names[] = {"match", "suggestion", "1"};

TEST(Message, fills_placeholders) {
  struct Row {
    const char* text;
    const char* filled;
  };
  const Values values{{"match", "painless"}, {"1", "pain"}};
  for (const Row& row : std::vector<Row>{
           {"No “{match}”.", "No “painless”."},
           {"{match}{match}", "painlesspainless"},
           {"{1}: {match}", "pain: painless"},
           {"{suggestion} is not given", " is not given"},
           {"a { brace, {Not one}, {} and {unclosed", "a { brace, {Not one}, {} and {unclosed"},
           {"", ""},
       }) {
    const auto message = Message::parse(row.text, names);
    ASSERT_TRUE(message) << row.text;
    EXPECT_EQ(message->filled(values), row.filled);
  }
}

TEST(Message, sets_each_alternative_between_its_marks) {
  const Values values{{"suggestion", std::string("a") + between_alternatives + "and"}};
  EXPECT_EQ(Message::parse("Write “{suggestion}”.", names)->filled(values), "Write “a” or “and”.");
  EXPECT_EQ(Message::parse("Write {suggestion}.", names)->filled(values), "Write a or and.");
}

TEST(Message, knows_its_placeholders) {
  const auto message = Message::parse("“{macth}”", names);
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().column, 2U);
  EXPECT_EQ(message.error().message,
            "the placeholder {macth} is not known (did you mean 'match'?); this kind has {match}, "
            "{suggestion}, {1}");
}

TEST(Message, a_value_is_not_read_again) {
  const auto message = Message::parse("{match}", names);
  EXPECT_EQ(message->filled({{"match", "{1}"}, {"1", "x"}}), "{1}");
}

TEST(InCaseOf, follows_the_original) {
  struct Row {
    const char* original;
    const char* replacement;
    const char* result;
  };
  for (const Row& row : std::vector<Row>{
           {"utilise", "use", "use"},
           {"Utilise", "use", "Use"},
           {"UTILISE", "use", "USE"},
           {"uTILISE", "use", "use"},
           {"In order to", "to", "To"},
           {"IN ORDER TO", "to", "TO"},
           {"A", "one", "One"},
           {"BOTOX", "Botox", "Botox"},
           {"Github", "GitHub", "GitHub"},
           {"Ärgern", "ändern", "Ändern"},
           {"(Utilise)", "use", "Use"},
           {"100 Prozent", "ganz", "Ganz"},
           {"100%", "ganz", "ganz"},
           {"Utilise", "", ""},
       }) {
    EXPECT_EQ(in_case_of(row.original, row.replacement), row.result)
        << row.original << " " << row.replacement;
  }
}

TEST(InCaseOf, takes_capitals_from_the_format_only) {
  EXPECT_EQ(in_case_of("Non Surgical", "non-Surgical", "non-$1"), "Non-Surgical");
  EXPECT_EQ(in_case_of("non Surgical", "non-Surgical", "non-$1"), "non-Surgical");
  EXPECT_EQ(in_case_of("Covid 19", "COVID-19", "COVID-19"), "COVID-19");
}

TEST(Quotable, shows_what_cannot_be_seen_and_stays_short) {
  EXPECT_EQ(quotable("a \x1A b\nc"), "a … b c");
  std::string text;
  for (int i = 0; i < 130; ++i) text += "é";
  EXPECT_EQ(quotable(text), text.substr(0, 240) + "…");
  EXPECT_EQ(quotable(text.substr(0, 240)), text.substr(0, 240));
}

}  // namespace
}  // namespace linter::checks::policy
