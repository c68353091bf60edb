// Word lists that look as they did are not read again; whatever may have changed in them is.
#include "linter/run/word_lists.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <utility>

#include "linter/base/hash.h"
#include "linter/base/image.h"
#include "linter/cache/images.h"
#include "linter/cache/witness.h"
#include "tests/support/scratch.h"
#include "tests/unit/run/run_fixture.h"

namespace linter::run {
namespace {

const std::string lists = data_folder + "/dictionaries/";

Tree tree_with(const std::string& words) {
  Tree tree = with_house_pack({{"/w/a.md", "Glowvex and quazoning are words here.\n"}});
  tree[lists + "en/own.txt"] = words;
  return tree;
}

// A tree whose files all changed at a time of ours; notes which lists are read.
class Dated final : public base::FileSystem {
 public:
  Dated(const Tree& tree, std::int64_t time) : files_(base::memory(tree)), time_(time) {}

  [[nodiscard]] int reads() const { return reads_; }

  [[nodiscard]] base::FileStatus status(const std::string& path) const override {
    return dated(files_->status(path));
  }
  [[nodiscard]] base::Result<std::string> read(const std::string& path,
                                               std::uint64_t limit) const override {
    if (path.starts_with(lists)) ++reads_;
    return files_->read(path, limit);
  }
  [[nodiscard]] base::Result<std::vector<base::FolderEntry>> list(
      const std::string& path) const override {
    auto entries = files_->list(path);
    if (!entries) return entries;
    for (base::FolderEntry& entry : *entries) entry.status = dated(entry.status);
    return entries;
  }
  [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override {
    return files_->write(path, bytes);
  }

 private:
  [[nodiscard]] base::FileStatus dated(base::FileStatus status) const {
    status.modified = time_;
    status.changed = time_;
    return status;
  }

  std::unique_ptr<base::FileSystem> files_;
  std::int64_t time_;
  mutable int reads_ = 0;
};

struct Told {
  std::vector<std::string> findings;
  int reads = 0;
};

Told checked(const std::string& own, const std::string& words, std::int64_t time) {
  CheckRequest request = request_for({"."});
  request.images.own = own;
  const Dated files(tree_with(words), time);
  const auto outcome = check(request, files);
  return {lines_of(outcome), files.reads()};
}

const std::string both = "Glowvex\nquazoning\n";
const std::string other = "Glowvex\nquazonink\n";  // as long

TEST(ShippedLists, that_look_as_they_did_are_not_read) {
  const tests::Scratch scratch;
  const Told first = checked(scratch.path(), both, 1);
  EXPECT_TRUE(first.findings.empty());
  EXPECT_GT(first.reads, 0);
  const Told again = checked(scratch.path(), both, 1);
  EXPECT_EQ(again.findings, first.findings);
  EXPECT_EQ(again.reads, 0);
  const Told changed = checked(scratch.path(), other, 2);
  EXPECT_GT(changed.reads, 0);
  EXPECT_EQ(changed.findings, checked("", other, 2).findings);
  EXPECT_EQ(changed.findings.size(), 1U);
}

TEST(ShippedLists, that_may_change_without_a_sign_are_read) {
  const std::int64_t now = cache::settled_by_now() + 1'000'000'000;
  for (const std::int64_t time : {std::int64_t{0}, now}) {  // not known; a moment ago
    const tests::Scratch scratch;
    EXPECT_TRUE(checked(scratch.path(), both, time).findings.empty());
    const Told changed = checked(scratch.path(), other, time);
    EXPECT_GT(changed.reads, 0) << time;
    EXPECT_EQ(changed.findings.size(), 1U) << time;
  }
}

// Whatever a file of one's own says the lists' image is called, nothing else is opened for it.
TEST(ShippedLists, are_read_where_what_was_kept_names_no_image) {
  const tests::Scratch scratch;
  const cache::Images images("", scratch.path());
  checked(scratch.path(), both, 1);
  const std::string place = cache::key_of(std::vector<std::string>{"looks of lists", lists + "en"});
  const auto kept = images.find_own(place);
  ASSERT_TRUE(kept);
  base::ImageReader reader(kept->body());
  std::vector<cache::Look> looks;
  base::get(reader, looks);
  const std::string sound(reader.text());
  EXPECT_TRUE(cache::is_key(sound));
  for (const std::string& hostile : {std::string(), "../" + sound, "/" + sound, sound + "0",
                                     std::string(32, '0'), std::string(32, '/')}) {
    base::ImageWriter image;
    base::put(image, looks);
    image.text(hostile);
    images.keep(place, image.take());
    const Told told = checked(scratch.path(), both, 1);
    EXPECT_TRUE(told.findings.empty()) << hostile;
    EXPECT_GT(told.reads, 0) << hostile;
  }
}

}  // namespace
}  // namespace linter::run
