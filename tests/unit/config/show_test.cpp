#include "linter/config/show.h"

#include <gtest/gtest.h>

namespace linter::config {
namespace {

TEST(Show, says_what_applies_and_where_it_was_said) {
  const auto files = base::memory(
      {{"/w/.galley.yaml", R"(extends: conf/base.yaml
language: en-GB
rules:
  plain-english.utilise: suggestion
compare: {old: [archive/, old.md]}
overrides:
  - paths: [legal/]
    reason: Agreed with counsel.
    rules: {plain-english: off}
    words: [hereinafter]
  - paths: [other/]
    reason: Elsewhere.
    language: de
)"},
       {"/w/conf/base.yaml", "packs: [health-claims, ../house.yaml]\nfail_on: warning\n"},
       {"/w/house.yaml", ""}});
  Configurations configurations(*files, {.working_folder = "/w"});
  const Effective& effective = configurations.effective("/w/legal/terms.md");
  EXPECT_TRUE(configurations.errors().empty());
  EXPECT_EQ(show(effective, "/w/legal/terms.md"),
            R"(legal/terms.md is checked with /w/.galley.yaml

packs           health-claims                      conf/base.yaml:1
                house.yaml                         conf/base.yaml:1
language        en-GB                              .galley.yaml:2
rules           plain-english: off                 .galley.yaml:9  (Agreed with counsel.)
                plain-english.utilise: suggestion  .galley.yaml:4
words           hereinafter                        .galley.yaml:10
compare         old: archive/, old.md              .galley.yaml:5
fail_on         warning                            conf/base.yaml:2
max_file_bytes  67108864                           built in
overrides       legal/                             .galley.yaml:7  (Agreed with counsel.)
)");
}

TEST(Show, says_when_there_is_no_configuration) {
  const auto files = base::memory({});
  Configurations configurations(*files, {.working_folder = "/w", .packs = {"p"}});
  const std::string text = show(configurations.effective("/w/a.md"), "/w/a.md");
  EXPECT_TRUE(text.starts_with("a.md is checked without a configuration\n\n")) << text;
  EXPECT_NE(text.find("packs           p         --pack\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace linter::config
