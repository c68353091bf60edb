#include "linter/lexicon/near_index.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "linter/base/files.h"
#include "tests/support/scratch.h"

namespace linter::lexicon {
namespace {

using Strings = std::vector<std::string>;

// Letters missing, extra, other, or two neighbours swapped, by the book.
unsigned distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<unsigned>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

NearIndex index_of(const Strings& sorted) {
  return NearIndex::build(sorted.size(),
                          [&](std::uint32_t i) { return std::string_view(sorted[i]); });
}

// Words of few letters, so that many are near each other.
Strings made_up_words() {
  std::mt19937 random(7);
  Strings sorted;
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (unsigned n = random() % 8 + 1; n > 0; --n) word += static_cast<char>('a' + random() % 4);
    sorted.push_back(word);
  }
  std::ranges::sort(sorted);
  const auto repeated = std::ranges::unique(sorted);
  sorted.erase(repeated.begin(), repeated.end());
  return sorted;
}

TEST(NearIndex, FindsTheSameAsBruteForce) {
  const Strings sorted = made_up_words();
  const NearIndex index = index_of(sorted);
  for (const char* pattern : {"a", "abc", "dcba", "aabbcc", "abcdabcd", "zzz", "bb", "badcbad"}) {
    for (unsigned limit = 0; limit <= NearIndex::max_distance; ++limit) {
      std::vector<Near> found;
      index.find(pattern, limit, found);
      std::vector<Near> expected;
      for (std::uint32_t i = 0; i < sorted.size(); ++i) {
        if (const unsigned d = distance(pattern, sorted[i]); d <= limit) expected.push_back({i, d});
      }
      EXPECT_EQ(found, expected) << pattern << ' ' << limit;
    }
  }
}

// Words of all lengths and of bytes that are no letters, and patterns that are some edits from
// them.
TEST(NearIndex, FindsTheSameAsBruteForceOfAnyBytes) {
  std::mt19937 random(11);
  constexpr std::string_view bytes = "abcdexyz'-7\xC3\xA9\xFF";
  const auto byte = [&] { return bytes[random() % bytes.size()]; };
  Strings sorted;
  for (int i = 0; i < 2000; ++i) {
    std::string word = i % 4 == 0 || sorted.empty() ? "" : sorted[random() % sorted.size()];
    word.resize(word.size() / 2);
    for (auto n = random() % 9 + 1; n > 0; --n) word += byte();
    sorted.push_back(word);
  }
  std::ranges::sort(sorted);
  const auto repeated = std::ranges::unique(sorted);
  sorted.erase(repeated.begin(), repeated.end());
  const NearIndex index = index_of(sorted);
  std::size_t all = 0;
  for (int i = 0; i < 60; ++i) {
    std::string pattern = sorted[random() % sorted.size()];
    for (auto edits = random() % 5; edits > 0; --edits) {
      const std::size_t at = random() % pattern.size();
      if (edits % 2 == 0)
        pattern[at] = byte();
      else
        pattern.insert(at, 1, byte());
    }
    std::vector<Near> within;  // any limit
    for (std::uint32_t word = 0; word < sorted.size(); ++word) {
      if (const unsigned d = distance(pattern, sorted[word]); d <= NearIndex::max_distance)
        within.push_back({word, d});
    }
    for (unsigned limit = 0; limit <= NearIndex::max_distance; ++limit) {
      std::vector<Near> found;
      index.find(pattern, limit, found);
      std::vector<Near> expected;
      std::ranges::copy_if(within, std::back_inserter(expected),
                           [&](const Near& one) { return one.distance <= limit; });
      EXPECT_EQ(found, expected) << pattern << ' ' << limit;
      all += found.size();
    }
  }
  EXPECT_GT(all, 1000U);
}

// One edit has a walk of its own: swaps, letters too many, missing and other ones, wherever in a word.
TEST(NearIndex, FindsTheSameAsBruteForceWithinOneEdit) {
  const Strings sorted = made_up_words();
  const NearIndex index = index_of(sorted);
  std::mt19937 random(13);
  for (int i = 0; i < 400; ++i) {
    std::string pattern = sorted[random() % sorted.size()];
    const std::size_t at = random() % pattern.size();
    const auto letter = static_cast<char>('a' + random() % 5);
    const auto how = random() % 4;
    if (how == 0 && at + 1 < pattern.size()) std::swap(pattern[at], pattern[at + 1]);
    if (how == 1) pattern.insert(at, 1, letter);
    if (how == 2) pattern[at] = letter;
    if (how == 3 && pattern.size() > 1) pattern.erase(at, 1);
    std::vector<Near> expected;
    for (std::uint32_t word = 0; word < sorted.size(); ++word) {
      if (const unsigned d = distance(pattern, sorted[word]); d <= 1) expected.push_back({word, d});
    }
    std::vector<Near> found;
    index.find(pattern, 1, found);
    EXPECT_EQ(found, expected) << pattern;
  }
}

TEST(NearIndex, StandsAnyPatternAndAnyWord) {
  const Strings sorted{"a", "ab", std::string(300, 'x')};
  const NearIndex index = index_of(sorted);
  std::vector<Near> found;
  index.find("", 2, found);
  index.find(std::string(64, 'a'), 2, found);
  index.find(std::string(63, 'x'), 4, found);
  EXPECT_TRUE(found.empty());
  NearIndex().find("a", 2, found);
  index_of({}).find("a", 2, found);
  EXPECT_TRUE(found.empty());
  index.find("b", 9, found);
  EXPECT_EQ(found, (std::vector<Near>{{0, 1}, {1, 1}}));
}

class NearFile : public ::testing::Test {
 protected:
  const std::string digest = std::string(32, 'd');
  const Strings sorted = made_up_words();
  tests::Scratch scratch;
  std::string path = scratch.path() + "/words.near";

  bool opens(const std::string& bytes, std::string_view of) {
    return base::disk()->write(path, bytes).has_value() &&
           NearIndex::open(path, sorted.size(), of).has_value();
  }
};

TEST_F(NearFile, IsReadAsItWasWritten) {
  const NearIndex made = index_of(sorted);
  ASSERT_TRUE(base::disk()->write(path, made.bytes(digest)).has_value());
  const auto read = NearIndex::open(path, sorted.size(), digest);
  ASSERT_TRUE(read.has_value());
  std::vector<Near> expected;
  std::vector<Near> found;
  made.find("abcda", 2, expected);
  read->find("abcda", 2, found);
  EXPECT_EQ(found, expected);
}

TEST_F(NearFile, IsRefusedWhenItsHeadIsDamagedOrItIsOfAnotherList) {
  const std::string good = index_of(sorted).bytes(digest);
  EXPECT_TRUE(opens(good, digest));
  EXPECT_FALSE(opens(good, std::string(32, 'e')));
  EXPECT_FALSE(opens(good.substr(0, good.size() - 1), digest));
  EXPECT_FALSE(opens(good.substr(0, 20), digest));
  constexpr std::size_t head = 72;
  std::string bent = good;
  bent[head] = static_cast<char>(bent[head] ^ 1);  // the digest of the first block
  EXPECT_FALSE(opens(bent, digest));
  EXPECT_FALSE(NearIndex::open(scratch.path() + "/none", sorted.size(), digest).has_value());
}

TEST_F(NearFile, IsMadeAnewWhereItIsDamaged) {
  const NearIndex made = index_of(sorted);
  const std::string good = made.bytes(digest);
  std::vector<Near> expected;
  made.find("abcda", 2, expected);
  ASSERT_FALSE(expected.empty());
  for (const std::size_t at : {good.size() - 1, good.size() / 2, good.size() / 4}) {
    for (const unsigned bit : {0x01U, 0x80U}) {
      std::string bent = good;
      bent[at] = static_cast<char>(static_cast<unsigned char>(bent[at]) ^ bit);
      ASSERT_TRUE(base::disk()->write(path, bent).has_value());
      const auto read = NearIndex::open(path, sorted.size(), digest, [&](std::uint32_t i) {
        return std::string_view(sorted[i]);
      });
      ASSERT_TRUE(read.has_value());
      for (int again = 0; again < 2; ++again) {
        std::vector<Near> found;
        read->find("abcda", 2, found);
        EXPECT_EQ(found, expected) << at;
      }
      const auto hopeless = NearIndex::open(path, sorted.size(), digest);
      std::vector<Near> found;
      hopeless->find("abcda", 4, found);
      EXPECT_TRUE(found.empty()) << at;
    }
  }
}

// Whatever the nodes of an image say, a search ends and reads nothing outside of them.
TEST(NearIndex, StandsAnyNodes) {
  const Strings sorted = made_up_words();
  base::ImageWriter writer;
  index_of(sorted).put(writer);
  const std::string good = writer.take();
  std::minstd_rand random(3);
  for (int round = 0; round < 500; ++round) {
    std::string bent = good;
    for (int changes = 0; changes < 20; ++changes)
      bent[16 + random() % (bent.size() - 16)] = static_cast<char>(random());
    base::ImageReader reader(bent);
    const NearIndex index = NearIndex::get(reader);
    std::vector<Near> found;
    index.find("abcda", 4, found);
    for (const Near& one : found) ASSERT_LT(one.index, sorted.size());
  }
}

}  // namespace
}  // namespace linter::lexicon
