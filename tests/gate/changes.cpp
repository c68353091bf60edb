// Only what a change brings: pull requests against a repository with old faults.
#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/gate/repository.h"
#include "tests/support/golden.h"

namespace {

using tests::Repository;

struct Case {
  const char* name;
  const char* change;    // shell lines
  const char* findings;  // file:line:column:rule, one a line; the exit is 1 where there are some
  const char* arguments = "--changed-since main";
  bool incomplete = false;  // the exit is 2
};

// Each finding's file, place and rule.
std::string places(const std::string& output) {
  std::string found;
  std::size_t begin = 0;
  while (begin < output.size()) {
    const std::size_t end = std::min(output.find('\n', begin), output.size());
    std::size_t colon = begin;
    for (int i = 0; i < 4 && colon < end; ++i) colon = output.find(':', colon) + 1;
    found += output.substr(begin, colon - 1 - begin) + '\n';
    begin = end + 1;
  }
  return found;
}

class PullRequest : public testing::TestWithParam<Case> {};

TEST_P(PullRequest, shows_exactly_what_is_new) {
  const Repository repository;
  repository.change(GetParam().change);
  const auto ended = repository.galley(
      std::string("check --quiet --format line --fail-on suggestion ") + GetParam().arguments);
  EXPECT_EQ(places(ended.out), GetParam().findings) << ended.out << ended.err;
  const int exit = ended.out.empty() ? 0 : 1;
  EXPECT_EQ(ended.exit, GetParam().incomplete ? 2 : exit) << ended.err;
}

constexpr const char* typo = "printf '\\nWe recieve you.\\n' >> content/001.md\n";

INSTANTIATE_TEST_SUITE_P(
    Table, PullRequest,
    testing::Values(
        Case{"nothing", "true", ""},
        Case{"not_committed", typo, "content/001.md:8:4:spelling.unknown-word\n"},
        Case{"staged_only", "printf '\\nWe recieve you.\\n' >> content/001.md; git add -A",
             "content/001.md:8:4:spelling.unknown-word\n"},
        Case{"committed", "printf '\\nWe recieve you.\\n' >> content/001.md; git commit -qam c",
             "content/001.md:8:4:spelling.unknown-word\n"},
        Case{"committed_and_mended_since",
             "printf '\\nWe recieve you.\\n' >> content/001.md; git commit -qam c; "
             "sed -i 's/recieve/receive/' content/001.md",
             ""},
        Case{"untracked", "printf '# New\\n\\nWe recieve you.\\n' > content/new.md",
             "content/new.md:3:4:spelling.unknown-word\n"},
        Case{"same_size",
             "sed -i 's/open from/opne from/' content/001.md; touch -r content/002.md "
             "content/001.md",
             "content/001.md:3:15:spelling.unknown-word\n"},
        Case{"main_went_on",
             "git checkout -q main; printf '\\nWe recieve you.\\n' >> content/002.md; "
             "git commit -qam m; git checkout -q change; "
             "printf '\\nWe recieve all.\\n' >> content/001.md",
             "content/001.md:8:4:spelling.unknown-word\n"},
        Case{"line_touched", "sed -i 's/The team recieves/The whole team recieves/' content/010.md",
             ""},
        Case{"line_with_two_old_errors_gets_one_more",
             "sed -i 's/The team recieves/The team recieves and recieves/' content/010.md",
             "content/010.md:8:23:spelling.unknown-word\n"},
        Case{"neighbouring_line_of_the_sentence_touched",
             "sed -i 's/by telephone,/by telephone or letter,/' content/010.md", ""},
        Case{"paragraph_wrapped_anew",
             "sed -i 's/ is painless, and the peel/ is painless,\\nand the peel/' content/015.md",
             ""},
        Case{"paragraph_moved",
             "sed -n '8,$p' content/030.md >> content/031.md; sed -i '8,$d' content/030.md", ""},
        Case{"paragraph_moved_to_the_top",
             "{ echo 'The team recieves guests in room 30.'; echo; cat content/030.md; } > t; "
             "sed -i '10d' t; mv t content/030.md",
             ""},
        Case{"file_renamed", "git mv content/030.md content/thirty.md", ""},
        Case{"file_renamed_and_not_staged", "mv content/denial.md content/deny.md", ""},
        Case{"file_renamed_and_edited",
             "git mv content/030.md content/thirty.md; "
             "sed -i 's/The team recieves/The team always recieves/' content/thirty.md",
             ""},
        Case{"file_renamed_and_edited_and_not_staged",
             "mv content/030.md content/thirty.md; "
             "sed -i 's/The team recieves/The team always recieves/' content/thirty.md",
             ""},
        Case{"file_renamed_and_intended_to_be_added",
             "mv content/030.md content/thirty.md; git add -N content/thirty.md; "
             "sed -i 's/The team recieves/The team always recieves/' content/thirty.md",
             ""},
        Case{"file_renamed_staged_and_edited_since",
             "git mv content/030.md content/thirty.md; "
             "sed -i 's/The team recieves/The team always recieves you/' content/thirty.md; "
             "printf '\\nWe beleive.\\n' >> content/thirty.md",
             "content/thirty.md:12:4:spelling.unknown-word\n"},
        Case{"all_files_renamed_and_edited",
             "git mv content articles; sed -i s/content/articles/ .galley.yaml; "
             "sed -i 's/by telephone/by our telephone/' articles/*.md",
             ""},
        Case{"draft_published_and_edited",
             "mv drafts/raw.md content/raw.md; printf '\\nA rest.\\n' >> content/raw.md",
             "content/raw.md:3:10:spelling.unknown-word\n"},
        Case{"folder_renamed", "git mv content/ articles; sed -i s/content/articles/ .galley.yaml",
             ""},
        Case{"line_ends_changed", "sed -i 's/$/\\r/' content/010.md content/015.md", ""},
        Case{"article_copied", "cp content/010.md content/copy.md",
             "content/copy.md:8:10:spelling.unknown-word\n"},
        Case{"draft_published", "git mv drafts/raw.md content/raw.md",
             "content/raw.md:3:10:spelling.unknown-word\n"},
        Case{"contradicts_an_untouched_article",
             "printf '\\nA chemical peel leaves you with a week of downtime.\\n' >> content/001.md",
             "content/001.md:8:33:claims.contradiction\n"
             "content/001.md:8:33:claims.contradiction\n"},
        Case{"contradicts_an_old_sentence_of_its_article",
             "printf '\\nA chemical peel means three days of downtime.\\n' >> content/denial.md",
             "content/denial.md:5:23:claims.contradiction\n"},
        Case{"one_sentence_against_many_old_denials",
             "for n in 002 003 004 005 006; do printf '\\nA chemical peel has no downtime.\\n' >> "
             "content/$n.md; done; git commit -qam old; git branch -f main; "
             "printf '\\nA chemical peel means three days of downtime.\\n' >> content/001.md",
             "content/001.md:8:23:claims.contradiction\n"},
        Case{"two_sentences_against_one_old_denial",
             "for n in 001 002; do printf '\\nA chemical peel means three days of downtime.\\n' >> "
             "content/$n.md; done",
             "content/001.md:8:23:claims.contradiction\n"
             "content/002.md:8:23:claims.contradiction\n"},
        Case{"admitting_side_of_an_old_contradiction_reworded",
             "sed -i 's/three days of downtime/four days of downtime/' content/admission.md", ""},
        Case{"denying_side_of_an_old_contradiction_reworded",
             "sed -i 's/has no downtime/comes with no downtime/' content/denial.md",
             "content/denial.md:3:23:health-claims.no-downtime\n"},
        Case{"reworded_and_said_once_more",
             "sed -i 's/three days of downtime/four days of downtime/' content/admission.md; "
             "printf '\\nA chemical peel means a week of downtime.\\n' >> content/admission.md",
             "content/admission.md:3:23:claims.contradiction\n"
             "content/admission.md:5:23:claims.contradiction\n"},
        Case{"once_more_in_the_first_of_two_paragraphs",
             "printf '\\nWe beleive.\\n\\nA rest.\\n\\nWe beleive.\\n' >> content/001.md; "
             "git commit -qam old; git branch -f main; "
             "sed -i '8s/$/ We beleive./' content/001.md",
             "content/001.md:8:16:spelling.unknown-word\n"},
        Case{"the_first_goes_and_two_come",
             "printf '\\nWe beleive.\\n\\nA rest.\\n\\nWe beleive.\\n' >> content/001.md; "
             "git commit -qam old; git branch -f main; sed -i 8,9d content/001.md; "
             "printf '\\nWe beleive.\\n\\nWe beleive.\\n' >> content/001.md",
             "content/001.md:12:4:spelling.unknown-word\n"},
        Case{"the_first_goes_and_nine_come",
             "printf '\\nWe beleive.\\n\\nA rest.\\n\\nWe beleive.\\n' >> content/001.md; "
             "git commit -qam old; git branch -f main; sed -i 8,9d content/001.md; "
             "for n in 1 2 3 4 5 6 7 8 9; do printf '\\nWe beleive.\\n' >> content/001.md; done",
             "content/001.md:12:4:spelling.unknown-word\n"
             "content/001.md:14:4:spelling.unknown-word\n"
             "content/001.md:16:4:spelling.unknown-word\n"
             "content/001.md:18:4:spelling.unknown-word\n"
             "content/001.md:20:4:spelling.unknown-word\n"
             "content/001.md:22:4:spelling.unknown-word\n"
             "content/001.md:24:4:spelling.unknown-word\n"
             "content/001.md:26:4:spelling.unknown-word\n"},
        Case{"one_paragraph_grows_to_three",
             "printf '\\nWe beleive.\\n\\nA rest.\\n\\nWe beleive.\\n' >> content/001.md; "
             "git commit -qam old; git branch -f main; "
             "sed -i '8s/$/ We beleive. We beleive./' content/001.md",
             "content/001.md:8:16:spelling.unknown-word\n"
             "content/001.md:8:28:spelling.unknown-word\n"},
        Case{"same_paragraph_twice_second_touched",
             "printf '\\nWe recieve you.\\n\\nA rest.\\n\\nWe recieve you.\\n' >> content/001.md; "
             "git commit -qam old; git branch -f main; "
             "sed -i '12s/We/Now we/' content/001.md",
             ""},
        Case{"same_paragraph_thrice_middle_touched_and_the_first_moved",
             "printf '\\nWe recieve you.\\n\\nA rest.\\n\\nWe recieve you.\\n\\nMore.\\n\\nWe "
             "recieve you.\\n' >> content/001.md; git commit -qam old; git branch -f main; "
             "sed -i -e '12s/We/Now we/' -e 8,9d content/001.md; "
             "printf '\\nAt the end.\\n\\nWe recieve you.\\n' >> content/001.md",
             ""},
        Case{"item_twice_in_a_list_second_touched",
             "printf '\\n- We recieve you.\\n- A rest.\\n- We recieve you.\\n' >> content/001.md; "
             "git commit -qam old; git branch -f main; "
             "sed -i '10s/We/Now we/' content/001.md",
             ""},
        Case{
            "paragraph_moved_and_touched",
            "{ echo 'The team often recieves guests in room 30.'; echo; cat content/030.md; } > t; "
            "sed -i '10d' t; mv t content/030.md",
            ""},
        Case{"paragraph_moved_to_another_file_and_touched",
             "{ cat content/031.md; echo; sed -n '8s/team/whole team/p' content/030.md; } > t; "
             "mv t content/031.md; sed -i 8,9d content/030.md",
             ""},
        Case{"claim_moved_and_touched",
             "{ echo 'As we all know, a chemical peel has no downtime.'; echo; cat "
             "content/denial.md; } > t; sed -i '5d' t; mv t content/denial.md",
             ""},
        Case{"paragraph_moved_below_another_title",
             "printf '# Microneedling\\n\\nThere is no downtime at all.\\n' > content/001.md; "
             "git commit -qam old; git branch -f main; sed -i '2,3d' content/001.md; "
             "printf '\\nThere is no downtime at all.\\n' >> content/admission.md",
             ""},
        Case{"one_of_two_equal_claims_moved_to_another_file",
             "printf '\\nAt the desk we say: a chemical peel has no downtime.\\n\\nA chemical peel "
             "has no "
             "downtime.\\n' >> content/denial.md; git commit -qam old; git branch -f main; "
             "sed -i 3,4d content/denial.md; "
             "printf '\\nA chemical peel has no downtime.\\n' >> content/001.md",
             ""},
        Case{"the_same_sentence_in_two_articles_wrapped_anew",
             "printf '# One\\n\\nThe guide tells how to reach us on foot. A chemical peel means "
             "three\\ndays of downtime.\\n' > content/001.md; "
             "printf '# Two\\n\\nOf all our rooms this is best. A chemical peel means three "
             "days\\nof downtime.\\n' > content/002.md; "
             "git commit -qam old; git branch -f main; "
             "printf '# One\\n\\nThe guide tells how to reach us on foot. A chemical peel means "
             "three days\\nof downtime.\\n' > content/001.md; "
             "printf '# Two\\n\\nOf all our rooms this is best. A chemical peel means three days "
             "of\\ndowntime.\\n' > content/002.md",
             ""},
        Case{"error_goes_and_comes_in_another_sentence",
             "sed -i '8s/recieves/receives/' content/030.md; "
             "printf '\\nNobody here recieves money for anything.\\n' >> content/001.md",
             "content/001.md:8:13:spelling.unknown-word\n"},
        Case{"a_form_that_an_untouched_article_has_not",
             "printf '\\nSend us an e-mail.\\n' >> content/009.md; git commit -qam old; "
             "git branch -f main; "
             "for n in 001 002; do printf '\\nSend us an email.\\n' >> content/$n.md; done",
             ""},
        Case{"a_form_that_most_articles_have_not",
             "for n in 001 002; do printf '\\nSend us an email.\\n' >> content/$n.md; done; "
             "git commit -qam old; git branch -f main; "
             "printf '\\nSend us an e-mail.\\n' >> content/009.md",
             "content/009.md:8:12:house-style.one-form-across\n"},
        Case{"denies_what_an_untouched_article_says",
             "printf '\\nA chemical peel has no downtime.\\n' >> content/001.md",
             "content/001.md:8:17:claims.contradiction\n"
             "content/001.md:8:21:health-claims.no-downtime\n"},
        Case{"side_of_an_old_contradiction_touched",
             "sed -i 's/^A chemical/As we know, a chemical/' content/denial.md", ""},
        Case{"side_of_an_old_contradiction_moved",
             "tail -n 2 content/denial.md >> content/001.md; sed -i '2,$d' content/denial.md", ""},
        Case{"both_sides_of_an_old_contradiction_renamed",
             "git mv content/denial.md content/d.md; git mv content/admission.md content/e.md", ""},
        Case{
            "one_file_given_by_a_hook",
            "printf '\\nA chemical peel leaves you with a week of downtime.\\n' >> content/001.md; "
            "printf '\\nWe recieve you.\\n' >> content/002.md",
            "content/001.md:8:33:claims.contradiction\n"
            "content/001.md:8:33:claims.contradiction\n",
            "--changed-since main content/001.md"},
        Case{"untouched_file_given_by_a_hook", "true", "", "--changed-since main content/010.md"},
        Case{"old_unreadable_file_touched", "printf 'x' >> content/old.md", "",
             "--changed-since main", true},
        Case{"index_not_the_file",
             "printf '\\nWe recieve you.\\n' >> content/001.md; git add -A; "
             "git checkout -q HEAD~0 2> /dev/null; sed -i '$d' content/001.md; "
             "printf '\\nWe beleive you.\\n' >> content/002.md",
             "content/001.md:8:4:spelling.unknown-word\n", "--staged"},
        Case{"staged_and_deleted_from_the_disk",
             "printf '# New\\n\\nWe recieve you.\\n' > content/new.md; git add -A; rm "
             "content/new.md",
             "content/new.md:3:4:spelling.unknown-word\n", "--staged"},
        Case{"staged_since_main",
             "printf '\\nWe recieve you.\\n' >> content/001.md; git commit -qam c; "
             "printf '\\nWe beleive you.\\n' >> content/001.md",
             "content/001.md:8:4:spelling.unknown-word\n", "--staged --changed-since main"}),
    [](const auto& row) { return row.param.name; });

// What let an old fault stand is taken out, near it or far from it.
struct TakenOut {
  const char* name;
  const char* article;   // that was there
  const char* change;    // to it
  const char* findings;  // of the change
};

class PullRequestThatTakesOut : public testing::TestWithParam<TakenOut> {};

TEST_P(PullRequestThatTakesOut, shows_what_is_not_silenced_any_more) {
  const Repository repository;
  repository.change("printf -- '" + std::string(GetParam().article) +
                    "' > content/stet.md; git add -A; git commit -qm stet; git branch -f main");
  EXPECT_EQ(repository.galley("check -q --format line --changed-since main").out, "");
  repository.change(GetParam().change);
  const auto ended = repository.galley("check -q --format line --changed-since main");
  EXPECT_EQ(places(ended.out), GetParam().findings) << ended.out << ended.err;
}

INSTANTIATE_TEST_SUITE_P(
    Table, PullRequestThatTakesOut,
    testing::Values(
        TakenOut{"a_stet",
                 "# Peels\\n\\n<!-- stet health-claims.painless: a name -->\\nThe Painless Peel "
                 "Company is open.\\n",
                 "sed -i 3d content/stet.md", "content/stet.md:3:5:health-claims.painless\n"},
        TakenOut{"a_stet_for_the_file",
                 "# Peels\\n\\n<!-- stet-file spelling.unknown-word: quoted -->\\n\\nA rest.\\n\\n"
                 "We recieve you.\\n",
                 "sed -i 3,4d content/stet.md", "content/stet.md:5:4:spelling.unknown-word\n"},
        TakenOut{"a_stet_around_paragraphs",
                 "# Peels\\n\\n<!-- stet-begin spelling.unknown-word: quoted -->\\n\\nA rest.\\n\\n"
                 "We recieve you.\\n\\nA rest.\\n\\n<!-- stet-end -->\\n",
                 "sed -i '11d;3,4d' content/stet.md",
                 "content/stet.md:5:4:spelling.unknown-word\n"},
        TakenOut{
            "a_stet_of_the_front_matter",
            "---\\ngalley:\\n  stet:\\n    spelling.unknown-word: quoted\\n---\\n\\n# Peels\\n\\n"
            "We recieve you.\\n",
            "sed -i 1,6d content/stet.md", "content/stet.md:3:4:spelling.unknown-word\n"},
        TakenOut{"a_word_of_the_front_matter",
                 "---\\ngalley:\\n  words: [Zorbex]\\n---\\n\\n# Peels\\n\\nZorbex is open.\\n",
                 "sed -i 1,5d content/stet.md", "content/stet.md:3:1:spelling.unknown-word\n"}),
    [](const auto& row) { return row.param.name; });

std::set<std::string> fingerprints(const std::string& json) {
  std::set<std::string> found;
  const auto document = nlohmann::json::parse(json, nullptr, false);
  for (const auto& finding : document["findings"]) found.insert(finding["fingerprint"]);
  return found;
}

TEST(PullRequest, fingerprints_are_the_same_elsewhere) {
  const Repository here;
  const Repository there;
  for (const Repository* repository : {&here, &there})
    repository->change(
        "printf '\\nWe recieve you. A chemical peel has no downtime.\\n' >> content/010.md");
  const std::string arguments = "check --format json --changed-since main";
  const auto one = fingerprints(here.galley(arguments + " --jobs 1").out);
  EXPECT_EQ(one.size(), 3U);
  EXPECT_EQ(one, fingerprints(there.galley(arguments + " --jobs 3").out));
  const auto all = fingerprints(here.galley("check --format json").out);
  EXPECT_TRUE(std::ranges::includes(all, one)) << "a finding has one fingerprint in every run";
}

}  // namespace
