// Where sentences come apart.
#include <gtest/gtest.h>

#include "tests/unit/context/draft.h"

namespace {

struct Case {
  const char* name;
  const char* clauses;  // the sentence, with | where a clause begins
};
class Clauses : public testing::TestWithParam<Case> {};
TEST_P(Clauses, ComeApart) {
  std::string sentence = GetParam().clauses;
  for (std::size_t bar = 0; (bar = sentence.find("| ", bar)) != std::string::npos;)
    sentence.erase(bar, 2);
  const tests::Draft draft(sentence, tests::english());
  linter::context::Context context(tests::english().cues());
  context.begin(draft.reading());
  std::string found;
  for (const auto clause : context.clauses(0)) {
    if (!found.empty()) found += " | ";
    found += draft.text(clause.text);
  }
  EXPECT_EQ(found, GetParam().clauses);
}
INSTANTIATE_TEST_SUITE_P(Sentences, Clauses,
                         testing::ValuesIn(std::to_array<Case>({
                             {"one", "The peel removes dead skin."},
                             {"and_clause", "The peel is gentle | and the skin heals quickly."},
                             {"and_nouns", "The peel removes spots and fine lines."},
                             {"and_verbs", "The peel removes spots and is gentle."},
                             {"or_subject", "Redness or swelling was seen."},
                             {"but", "The peel is gentle, | but it stings."},
                             {"semicolon", "The peel is gentle; | the skin heals."},
                             {"colon", "The plan is simple: | three sessions."},
                             {"because", "The skin peels | because it renews itself."},
                             {"if_first", "If you smoke, | the skin heals slowly."},
                             {"when_last", "The peel is safe | when performed by a nurse."},
                             {"relative", "People | who smoke heal slowly."},
                             {"which", "The acid, which is mild, lifts dead cells."},
                             {"that_clause", "Some believe | that it is painful."},
                             {"that_noun", "We use that acid."},
                             {"comma_list", "It treats scars, spots and lines."},
                             {"intro", "After three sessions, | the skin is smoother."},
                             {"participle", "It peels the skin, | leaving it smooth."},
                             {"pronoun", "It is mild | and it heals."},
                             {"after_noun", "Use sunscreen after the peel."},
                             {"contraction", "It is mild | and you'll heal."},
                         })),
                         [](const auto& row) { return row.param.name; });

}  // namespace
