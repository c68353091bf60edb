// What was compiled is kept between runs, and never believed when it should not be.
#include "linter/cache/images.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "linter/base/image.h"
#include "linter/base/text_table.h"
#include "linter/cache/folder.h"
#include "linter/cache/witness.h"
#include "linter/run/check_run.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/unit/run/run_fixture.h"

namespace linter::run {
namespace {

namespace disk = std::filesystem;
using Lines = std::vector<std::string>;

const std::string key = "0123456789abcdef0123456789abcdef";
const std::string body = "what was compiled, some eight by eight bytes of it, as it stands ";

std::vector<disk::path> files_in(const std::string& folder) {
  std::vector<disk::path> files;
  if (!disk::exists(folder)) return files;
  for (const auto& entry : disk::directory_iterator(folder)) files.push_back(entry.path());
  return files;
}

void write(const disk::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
}

TEST(Images, come_back_as_they_were_kept) {
  const tests::Scratch scratch;
  const std::string own = scratch.path() + "/made/for/galley";
  const cache::Images images("", own);
  EXPECT_FALSE(images.find(key));
  images.keep(key, body);
  const auto found = images.find(key);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->body(), body);
  EXPECT_FALSE(images.find("0123456789abcdef0123456789abcde0"));
  EXPECT_FALSE(images.find(""));
  struct stat status{};
  ASSERT_EQ(::stat(own.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
  ASSERT_EQ(files_in(own).size(), 1U);
  ASSERT_EQ(::stat(files_in(own)[0].c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  // what came with the program is found without a folder of one's own
  EXPECT_TRUE(cache::Images(own, "").find(key));
}

TEST(Images, are_not_believed_when_anything_in_them_was_changed) {
  const std::string sound = cache::image_bytes(key, body);
  ASSERT_TRUE(cache::is_sound(sound, key));
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(cache::is_sound(damaged, key)) << at;
    EXPECT_FALSE(cache::is_sound(sound.substr(0, at), key)) << at;
  }
  EXPECT_FALSE(cache::is_sound(sound + "x", key));
  EXPECT_FALSE(cache::is_sound(cache::image_bytes("another key", body), key));
  std::string foreign = sound;  // of a machine that writes numbers the other way round
  std::reverse(foreign.begin() + 12, foreign.begin() + 16);
  EXPECT_FALSE(cache::is_sound(foreign, key));
}

struct State {
  std::string name;
  std::function<void(const disk::path& folder)> make;  // an image is kept there already
};

TEST(Images, of_a_place_that_is_not_this_users_alone_are_left_alone) {
  const std::vector<State> states = {
      {"the file is a link",
       [](const disk::path& folder) {
         const disk::path file = files_in(folder)[0];
         disk::rename(file, folder / "elsewhere");
         disk::create_symlink("elsewhere", file);
       }},
      {"the file is a pipe",
       [](const disk::path& folder) {
         const disk::path file = files_in(folder)[0];
         disk::remove(file);
         ASSERT_EQ(::mkfifo(file.c_str(), S_IRUSR | S_IWUSR), 0);
       }},
      {"the file is a folder",
       [](const disk::path& folder) {
         const disk::path file = files_in(folder)[0];
         disk::remove(file);
         disk::create_directory(file);
       }},
      {"others can write to the file",
       [](const disk::path& folder) { ::chmod(files_in(folder)[0].c_str(), 0666); }},
      {"the file is empty", [](const disk::path& folder) { write(files_in(folder)[0], ""); }},
  };
  for (const State& state : states) {
    SCOPED_TRACE(state.name);
    const tests::Scratch scratch;
    const cache::Images images("", scratch.path() + "/galley");
    images.keep(key, body);
    state.make(scratch.path() + "/galley");
    EXPECT_FALSE(images.find(key));
  }
}

TEST(Images, are_not_kept_where_they_would_not_be_this_users_alone) {
  const tests::Scratch scratch;
  const std::string home = scratch.path();
  disk::create_directory(home + "/real");
  disk::create_directory_symlink("real", home + "/link");
  disk::create_directory(home + "/open");
  ::chmod((home + "/open").c_str(), 0777);
  write(home + "/file", "");
  for (const std::string& own :
       {home + "/link", home + "/open", home + "/file", home + "/file/below", std::string("near"),
        std::string(), std::string("/proc/galley")}) {
    SCOPED_TRACE(own);
    const cache::Images images("", own);
    images.keep(key, body);
    EXPECT_FALSE(images.find(key));
  }
  EXPECT_TRUE(files_in(home + "/real").empty());
  EXPECT_TRUE(files_in(home + "/open").empty());
}

TEST(Images, beyond_a_number_the_oldest_go) {
  const tests::Scratch scratch;
  const cache::Images images("", scratch.path());
  write(scratch.path() + "/.unfinished-1", "what was interrupted");
  disk::last_write_time(scratch.path() + "/.unfinished-1",
                        disk::file_time_type::clock::now() - std::chrono::hours(2));
  write(scratch.path() + "/somebody-elses.txt", "stays");
  const auto key_number = [](int number) {
    const std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), '0') + digits;
  };
  for (int number = 0; number < 40; ++number) images.keep(key_number(number), body);
  EXPECT_EQ(files_in(scratch.path()).size(), cache::most_files + 1);
  EXPECT_TRUE(images.find(key_number(39)));
  EXPECT_FALSE(images.find(key_number(0)));
}

// Rules of several kinds, concepts and cues.
Tree articles() {
  Tree tree = with_house_pack({
      {"/w/a.md",
       "# A miracle\n\nIt is very good, and very, very plain.\n\nIt does not hurt. Say howdy.\n\n"
       "Quazoning and Glowvex are listed, as is deep-glowing; quazonin7 is not, nor is "
       "quazonign.\n"},
      {"/w/b.md", "Say hello. Say hello: it hurts, 20 %  of the time.\n\nThe the end.\n"},
  });
  const std::string folder = data_folder + "/policies/house/";
  tree[folder + "shared.yaml"] = "fragments: {close: end}\n";
  tree[folder + "more.yaml"] = R"yaml(fragments: {size: "(big|large)"}
rules:
  - rule: swap
    kind: substitution
    message: "Write {suggestion}."
    swap: {plain: simple, "{{size}} {{close}}": end}
  - rule: twice
    kind: repetition
    message: "“{match}” stands twice."
    tokens: ['\w+']
  - rule: percent
    kind: existence
    message: "A space before the sign: “{match}”."
    patterns: ['\d+ %']
    word_bounded: false
  - rule: pain
    kind: existence
    category: claim
    message: "“{match}”"
    patterns: ['hurts?']
  - rule: farewell
    kind: required
    message: "Say goodbye."
    when: [hello]
    must: [goodbye]
)yaml";
  tree[folder + "cues.yaml"] =
      "cues:\n  - {category: negated, direction: forward, phrases: [(does|do) not, un-]}\n";
  tree[folder + "concepts.yaml"] = R"yaml(types: [{type: symptom}]
concepts:
  - {concept: pain, type: symptom, terms: [pain, 'it (really)? hurts'], denied_by: [painless]}
frames:
  - {frame: risk-of, about: what may happen, objects: [symptom], default_for: [symptom]}
)yaml";
  std::string& list = tree[data_folder + "/dictionaries/en/own.txt"];
  list = "Glowvex\nQuazoning\ndeep-glowing\nquazoning\n";
  for (int number = 0; number < 400; ++number) list += "quazon" + std::to_string(number) + '\n';
  return tree;
}

// All that a report could show.
Lines told(const findings::Outcome& outcome) {
  Lines lines = lines_of(outcome);
  for (const findings::Finding& finding : outcome.findings) {
    lines.push_back(finding.message + '|' + finding.fingerprint);
    lines.insert(lines.end(), finding.suggestions.begin(), finding.suggestions.end());
  }
  for (const findings::RuleInfo& rule : outcome.rules) lines.push_back(rule.id + '|' + rule.about);
  for (const std::string& error : errors_of(outcome)) lines.push_back(error);
  return lines;
}

findings::Outcome checked_with(const std::string& own, const Tree& tree) {
  CheckRequest request = request_for({"."});
  request.images.own = own;
  const auto files = base::memory(tree);
  return check(request, *files);
}

TEST(Images, a_run_finds_the_same_with_and_without) {
  const tests::Scratch scratch;
  const Lines plain = told(checked_with("", articles()));
  EXPECT_GT(plain.size(), 12U);
  EXPECT_EQ(told(checked_with(scratch.path(), articles())), plain);
  const auto kept = files_in(scratch.path());
  // of the packs, and of what they compile to; of word lists, and of what is near to their words
  ASSERT_EQ(kept.size(), 4U);
  const auto made = [&] {
    std::vector<ino_t> numbers;
    for (const disk::path& file : kept) {
      struct stat status{};
      ::stat(file.c_str(), &status);
      numbers.push_back(status.st_ino);
    }
    return numbers;
  };
  const std::vector<ino_t> before = made();
  EXPECT_EQ(told(checked_with(scratch.path(), articles())), plain);
  EXPECT_EQ(made(), before) << "they were made anew";
}

TEST(Images, another_pack_has_another_image_another_choice_of_rules_the_same) {
  const tests::Scratch scratch;
  checked_with(scratch.path(), articles());
  Tree other = articles();
  other[data_folder + "/policies/house/rules.yaml"] += "\n";
  checked_with(scratch.path(), other);
  EXPECT_EQ(files_in(scratch.path()).size(), 5U);
  Tree without = articles();
  without["/w/.galley.yaml"] = "rules: {house.very: {level: off, because: a test}}\n";
  const Lines plain = told(checked_with("", without));
  EXPECT_EQ(told(checked_with(scratch.path(), without)), plain);
  EXPECT_EQ(told(checked_with(scratch.path(), without)), plain);
  EXPECT_EQ(files_in(scratch.path()).size(), 5U);
}

TEST(Images, packs_with_a_fault_are_not_kept) {
  const tests::Scratch scratch;
  Tree broken = articles();
  broken[data_folder + "/policies/house/broken.yaml"] =
      "rules:\n  - {rule: broken, kind: existence, message: m, patterns: ['(']}\n";
  const Lines plain = told(checked_with("", broken));
  EXPECT_EQ(told(checked_with(scratch.path(), broken)), plain);
  EXPECT_EQ(files_in(scratch.path()).size(), 3U);  // the packs, which could be read, and the lists
}

TEST(Images, what_is_damaged_is_made_anew) {
  const tests::Scratch scratch;
  const Lines plain = told(checked_with(scratch.path(), articles()));
  for (const disk::path& kept : files_in(scratch.path())) {
    const std::string sound = tests::read_file(kept);
    for (const std::string& damaged :
         {std::string(), sound.substr(0, 1), sound.substr(0, 64), sound.substr(0, sound.size() / 2),
          sound.substr(1), std::string(sound.size(), '\0'), sound + sound}) {
      write(kept, damaged);
      EXPECT_EQ(told(checked_with(scratch.path(), articles())), plain);
      EXPECT_EQ(tests::read_file(kept), sound);
    }
  }
}

// The tail is looked at when a rule of it is needed.
TEST(Images, what_is_damaged_in_a_tail_is_read_and_made_anew) {
  const tests::Scratch scratch;
  const Lines plain = told(checked_with(scratch.path(), articles()));
  bool has_tail = false;
  for (const disk::path& kept : files_in(scratch.path())) {
    const std::string sound = tests::read_file(kept);
    std::uint64_t tail_size = 0;
    std::memcpy(&tail_size, sound.data() + 24, sizeof tail_size);
    if (tail_size == 0) continue;
    has_tail = true;
    write(kept, sound.substr(0, sound.size() - tail_size) + std::string(tail_size, 'x'));
    EXPECT_EQ(told(checked_with(scratch.path(), articles())), plain);
    EXPECT_EQ(told(checked_with(scratch.path(), articles())), plain);
    EXPECT_EQ(tests::read_file(kept), sound);
  }
  EXPECT_TRUE(has_tail);
}

// Expressions, definitions and what was found out of them have digests of their own.
TEST(Images, each_damaged_byte_of_a_tail_is_read_and_made_anew) {
  const tests::Scratch scratch;
  const Lines plain = told(checked_with(scratch.path(), articles()));
  for (const disk::path& kept : files_in(scratch.path())) {
    const std::string sound = tests::read_file(kept);
    std::uint64_t tail_size = 0;
    std::memcpy(&tail_size, sound.data() + 24, sizeof tail_size);
    const std::size_t step = std::max<std::size_t>(1, tail_size / 150);
    for (std::size_t at = sound.size() - tail_size; at < sound.size(); at += step) {
      std::string damaged = sound;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
      write(kept, damaged);
      EXPECT_EQ(told(checked_with(scratch.path(), articles())), plain) << at;
      write(kept, sound);
    }
  }
}

// Whoever can write to the folder can make an image whose digest fits. It may hide findings, as he
// could by other means; galley reads nothing outside of it.
TEST(Images, no_number_in_one_leads_outside) {
  const tests::Scratch scratch;
  checked_with(scratch.path(), articles());
  constexpr std::uint32_t wrong[] = {UINT32_MAX, 0, 3, 0x7FFFFFFF};
  for (const disk::path& kept : files_in(scratch.path())) {
    const std::string sound = tests::read_file(kept);
    constexpr std::size_t header = 72;
    std::uint64_t tail_size = 0;
    std::memcpy(&tail_size, sound.data() + 24, sizeof tail_size);
    const std::string body_of = sound.substr(header, sound.size() - header - tail_size);
    const std::string tail_of = sound.substr(sound.size() - tail_size);
    const std::size_t step = std::max<std::size_t>(4, body_of.size() / 200 * 4);
    for (std::size_t at = 0; at + 4 <= body_of.size(); at += step) {
      std::string hostile = body_of;
      std::memcpy(hostile.data() + at, &wrong[at / step % std::size(wrong)], 4);
      if (at / step % 10 == 0) hostile.resize(at / 8 * 8);
      write(kept, cache::image_bytes(kept.stem().string(), hostile, tail_of));
      EXPECT_TRUE(checked_with(scratch.path(), articles()).errors.empty()) << at;
    }
    write(kept, sound);
  }
}

// What only looks as it did is not read again: whatever can be done to a file must show.
TEST(Looks, tell_of_every_change) {
  const tests::Scratch scratch;
  const std::string home = scratch.path();
  const auto files = base::disk();
  const std::vector<cache::Question> questions = {
      {cache::Question::Kind::list, "@", 0, ""},
      {cache::Question::Kind::read, "@/one.yaml", 99, ""},
      {cache::Question::Kind::status, "@/two.yaml", 0, ""},
  };
  const cache::Home at{home};
  const std::int64_t any_time = std::numeric_limits<std::int64_t>::max();
  struct Change {
    std::string name;
    std::function<void()> make;
  };
  const std::vector<Change> changes = {
      {"other bytes, as many", [&] { write(home + "/one.yaml", "b"); }},
      {"more bytes", [&] { write(home + "/one.yaml", "bb"); }},
      {"none", [&] { disk::remove(home + "/one.yaml"); }},
      {"another file", [&] { write(home + "/three.yaml", "a"); }},
      {"what was missing", [&] { write(home + "/two.yaml", "a"); }},
      {"a link to what was there",
       [&] {
         disk::rename(home + "/one.yaml", home + "/four.yaml");
         disk::create_symlink("four.yaml", home + "/one.yaml");
       }},
      {"an old time",
       [&] {
         const auto time = disk::last_write_time(home + "/one.yaml");
         write(home + "/one.yaml", "c");
         disk::last_write_time(home + "/one.yaml", time);
       }},
  };
  for (const Change& change : changes) {
    SCOPED_TRACE(change.name);
    for (const char* name : {"one", "two", "three", "four"})
      disk::remove(home + "/" + name + ".yaml");
    write(home + "/one.yaml", "a");
    const auto looks = cache::looks_of(questions, *files, at, any_time);
    ASSERT_TRUE(looks);
    EXPECT_TRUE(cache::look_the_same(*looks, *files, at));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the system's clock for files
    change.make();
    EXPECT_FALSE(cache::look_the_same(*looks, *files, at));
  }
  EXPECT_FALSE(cache::looks_of(questions, *files, at, 1)) << "changed since";
  const auto memory = base::memory({{home + "/one.yaml", "a"}});
  EXPECT_FALSE(cache::looks_of(questions, *memory, at, any_time)) << "nobody knows when";
}

TEST(TextTable, finds_what_was_added_and_comes_back_from_an_image) {
  base::TextTable table;
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(table.add("text " + std::to_string(i), i), i);
  EXPECT_EQ(table.add("", 1000), 1000U);
  EXPECT_EQ(table.add("text 7", 9), 7U);
  base::ImageWriter writer;
  table.put(writer);
  const std::string bytes = writer.take();
  base::ImageReader reader(bytes);
  const base::TextTable again(reader, 1001);
  EXPECT_TRUE(reader.sound() && reader.at_end());
  for (const base::TextTable* one : std::initializer_list<const base::TextTable*>{&table, &again}) {
    EXPECT_EQ(one->size(), 1001U);
    EXPECT_EQ(one->find("text 999"), 999U);
    EXPECT_EQ(one->find(""), 1000U);
    EXPECT_EQ(one->find("text 1000"), std::nullopt);
  }
  base::ImageReader too_few(bytes);
  const base::TextTable bounded(too_few, 999);
  EXPECT_EQ(bounded.find("text 998"), 998U);
  EXPECT_EQ(bounded.find("text 999"), std::nullopt);
}

}  // namespace
}  // namespace linter::run
