// The articles of corpus/ read the same whatever reads them: what the thread sanitizer watches.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>

#include "tests/golden/corpus.h"

namespace {

namespace fs = std::filesystem;
using tests::as_json;
using tests::corpus;

TEST(Corpus, any_number_of_threads_and_any_order_of_paths_give_the_same_report) {
  const std::string expected = as_json(tests::checked(corpus, {"."}, 1));
  EXPECT_EQ(as_json(tests::checked(corpus, {"."}, 8)), expected);
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    folders.push_back("./peels/../" + entry.path().filename().string());
  }
  std::ranges::sort(folders, std::ranges::greater{});
  EXPECT_EQ(as_json(tests::checked(corpus, folders, 3)), expected);
}

}  // namespace
