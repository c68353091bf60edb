#include "linter/packs/parsed_files.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "linter/base/hash.h"
#include "linter/base/yaml_bytes.h"
#include "linter/packs/load.h"
#include "tests/support/build.h"

namespace linter::packs {
namespace {

using base::yaml::to_bytes;

constexpr std::string_view rules_file =
    "pack: p\nrules:\n  - {rule: r, message: m, kind: existence, phrases: x}\n";

std::string bytes_of(std::string_view text) {
  return parsed_files_bytes({{base::hex_digest(text), base::yaml::parse(text, "p").value},
                             {base::hex_digest("x: y"), base::yaml::parse("x: y", "q").value}});
}

TEST(ParsedFiles, are_found_by_digest) {
  const auto parsed = ParsedFiles::from_bytes(bytes_of(rules_file));
  EXPECT_EQ(parsed.size(), 2U);
  const auto tree = parsed.find(base::hex_digest(rules_file));
  ASSERT_TRUE(tree);
  EXPECT_EQ(to_bytes(*tree), to_bytes(base::yaml::parse(rules_file, "p").value));
  EXPECT_FALSE(parsed.find(base::hex_digest("another text")));
  EXPECT_FALSE(parsed.find(""));
  EXPECT_FALSE(ParsedFiles().find(base::hex_digest(rules_file)));
}

TEST(ParsedFiles, are_not_believed_when_anything_in_them_was_changed) {
  const std::string sound = bytes_of(rules_file);
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    EXPECT_FALSE(ParsedFiles::from_bytes(damaged).find(base::hex_digest(rules_file))) << at;
    EXPECT_EQ(ParsedFiles::from_bytes(sound.substr(0, at)).size(), 0U) << at;
  }
}

TEST(ParsedFiles, a_pack_is_the_same_with_and_without_them) {
  const auto with = [&](std::string parsed) {
    const auto files = base::memory(
        {{"/data/policies/p/pack.yaml", std::string(rules_file)}, {"/data/packs.parsed", parsed}});
    const std::string wanted[] = {"p"};
    return load_packs(*files, wanted, {"/data/policies", "/"});
  };
  for (const std::string& parsed : {std::string(), std::string("garbage"), bytes_of(rules_file)}) {
    const auto loaded = with(parsed);
    EXPECT_TRUE(loaded.errors.empty());
    ASSERT_EQ(loaded.value.size(), 1U);
    ASSERT_EQ(loaded.value[0].rules.size(), 1U);
    EXPECT_EQ(to_bytes(loaded.value[0].rules[0].body), to_bytes(with({}).value[0].rules[0].body));
  }
}

TEST(ParsedFiles, hold_every_file_of_the_shipped_packs) {
  const auto files = base::disk();
  const auto parsed = ParsedFiles::read(*files, tests::build_folder() + "/data/packs.parsed");
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(GALLEY_SOURCE_DIR "/policies")) {
    if (entry.path().extension() != ".yaml") continue;
    const auto text = files->read(entry.path().string(), max_pack_file_bytes);
    ASSERT_TRUE(text);
    const auto tree = parsed.find(base::hex_digest(*text));
    ASSERT_TRUE(tree) << entry.path();
    EXPECT_EQ(to_bytes(*tree), to_bytes(base::yaml::parse(*text, "file").value)) << entry.path();
  }
}

}  // namespace
}  // namespace linter::packs
