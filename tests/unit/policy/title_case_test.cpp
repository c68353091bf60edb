#include "linter/checks/policy/title_case.h"

#include <gtest/gtest.h>

namespace linter::checks::policy {
namespace {

TEST(TitleCase, follows_the_guides) {
  struct Row {
    const char* word;
    Wanted ap;
    Wanted chicago;
  };
  for (const Row& row : std::vector<Row>{
           {"the", Wanted::small, Wanted::small},
           {"and", Wanted::small, Wanted::small},
           {"to", Wanted::small, Wanted::small},
           {"of", Wanted::small, Wanted::small},
           {"on", Wanted::either, Wanted::either},
           {"if", Wanted::either, Wanted::either},
           {"is", Wanted::capital, Wanted::capital},
           {"be", Wanted::capital, Wanted::capital},
           {"not", Wanted::capital, Wanted::capital},
           {"from", Wanted::capital, Wanted::small},
           {"with", Wanted::capital, Wanted::small},
           {"between", Wanted::capital, Wanted::either},
           {"without", Wanted::capital, Wanted::either},
           {"skin", Wanted::capital, Wanted::capital},
       }) {
    EXPECT_EQ(wanted_in_title(row.word, Guide::ap), row.ap) << row.word;
    EXPECT_EQ(wanted_in_title(row.word, Guide::chicago), row.chicago) << row.word;
  }
}

}  // namespace
}  // namespace linter::checks::policy
