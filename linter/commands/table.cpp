#include "linter/commands/table.h"

#include <algorithm>

#include "linter/commands/approved.h"
#include "linter/commands/assertions.h"
#include "linter/commands/baseline.h"
#include "linter/commands/check.h"
#include "linter/commands/generated.h"
#include "linter/commands/init.h"
#include "linter/commands/policy.h"
#include "linter/commands/proof.h"
#include "linter/commands/steps.h"
#include "linter/commands/stet.h"
#include "linter/commands/words.h"

namespace linter::commands {
namespace {

constexpr Example check_examples[] = {
    {"galley check", "everything below the current folder"},
    {"galley check articles/ 'drafts/**/*.md'", "a folder, and what a pattern covers"},
    {"galley check - --stdin-filename peel.md < draft.txt", "standard input, read as Markdown"},
    {"galley check --format json --output findings.json articles/", "for other programs"},
    {"galley check --fail-on warning articles/", "a stricter gate for CI"},
    {"galley check --changed-since origin/main", "only what this branch brings"},
    {"galley check --diff articles/", "the sure corrections as a patch"},
    {"galley check --fix --interactive articles/", "ask about each suggestion"},
    {"galley check --fix --decisions decisions.json articles/",
     "carry out what was decided on the page of galley proof"},
    {"galley check --show-config articles/peel.md", "what applies to a file, and why"},
};

constexpr Example explain_examples[] = {
    {"galley explain health-claims.painless", "why a finding is there, and what to write instead"},
};

constexpr Example assertions_examples[] = {
    {"galley assertions peel.md", "what an article was read to assert, attribute by attribute"},
    {"galley assertions --format jsonl articles/", "a line of JSON for each assertion"},
    {"galley assertions --explain peel.md:3:8 peel.md:9:1",
     "why two statements do or do not contradict each other"},
};

constexpr Example proof_examples[] = {
    {"galley proof articles/ -o proof.html", "a page with every article and the remarks on it"},
    {"galley proof draft.docx -o proof.html", "the same of a Word document"},
    {"galley proof draft.docx --docx -o draft.proof.docx", "the document with Word comments"},
};

constexpr Example suggest_examples[] = {
    {"galley suggest recieve", "the word and what may have been meant, tab-separated"},
    {"galley suggest --document peel.md < words.txt", "with the vocabulary of an article"},
};

constexpr Example words_examples[] = {
    {"galley words articles/", "how often, the word, and where it stands first"},
    {"galley words --accept Lumecca --reason 'our laser'", "add a word to the project's list"},
};

constexpr Example approved_list_examples[] = {
    {"galley approved list", "statements with evidence, owner and expiry"},
    {"galley approved list --format json", "for other programs"},
};

constexpr Example approved_used_by_examples[] = {
    {"galley approved used-by little-pain", "the articles that use a statement"},
    {"galley approved used-by little-pain --format json articles/", "for other programs"},
};

constexpr Example init_examples[] = {
    {"galley init", "propose language and words from what lies below the current folder"},
    {"galley init --output - articles/", "only show what would be written"},
    {"galley init --from-vale .vale.ini", "bring over a project that uses Vale"},
};

constexpr Example baseline_create_examples[] = {
    {"galley baseline create", "lets stand what is found today, in .galley-baseline"},
};

constexpr Example baseline_prune_examples[] = {
    {"galley baseline prune", "after some of it was mended"},
};

constexpr Example baseline_status_examples[] = {
    {"galley baseline status", "how many findings are left, by rule"},
    {"galley baseline status --badge debt.json", "a number for the README"},
};

constexpr Example stet_list_examples[] = {
    {"galley stet list", "where something was let stand, since when, by whom and why"},
};

constexpr Example scan_examples[] = {
    {"galley scan --part 3/16 articles/ > part-3.jsonl", "the third of sixteen shares"},
    {"git ls-files | galley scan --files-from - > part.jsonl", "the files of a list"},
    {"galley scan --texts-from - < articles.jsonl > part.jsonl",
     "articles as JSON lines, for engines whose data is not in files"},
};

constexpr Example reconcile_examples[] = {
    {"galley reconcile part-*.jsonl > between.jsonl", "all parts, in any order"},
    {"LC_ALL=C sort part-*.jsonl | galley reconcile --sorted > between.jsonl",
     "where something else brings equal keys together"},
};

constexpr Example report_examples[] = {
    {"galley report part-*.jsonl between.jsonl", "as galley check would report it"},
    {"galley report --format sarif --output galley.sarif part-*.jsonl between.jsonl",
     "for other programs"},
};

constexpr Example policy_test_examples[] = {
    {"galley policy test", "the examples of all packs that are configured here"},
    {"galley policy test ./our-house.yaml", "those of a pack of your own"},
    {"galley policy test --mutate ./our-house.yaml", "whether its examples are enough"},
};

constexpr Example policy_list_examples[] = {
    {"galley policy list", "the packs that are configured here, with their rules"},
    {"galley policy list plain-english --format json", "one pack, for other programs"},
};

constexpr Example policy_try_examples[] = {
    {"galley policy try 'The peel is not painless.'", "which rules match, and what silences them"},
    {"galley policy try --pack ./our-house.yaml 'State-of-the-art lasers'", "with one pack only"},
};

constexpr Example policy_new_examples[] = {
    {"galley policy new our-house", "writes our-house.yaml, with one rule that works"},
    {"galley policy new --from-vale styles/Google",
     "writes google.yaml, the rules of a Vale style"},
};

constexpr Example policy_schema_examples[] = {
    {"galley policy schema rules > rules.schema.json", "for editors that complete YAML"},
    {"galley policy schema configuration", "the schema of .galley.yaml"},
};

constexpr Example man_examples[] = {{"galley man > galley.1", "for a package"}};

constexpr Example completions_examples[] = {
    {"galley completions bash > /etc/bash_completion.d/galley", "for every user"}};

constexpr Command table[] = {
    {.name = "check",
     .about = "reads articles and reports what must not be published",
     .details =
         "Articles are Markdown, MDX, HTML, Word documents (.docx) and plain text; folders are "
         "walked, with .gitignore and "
         ".galleyignore honoured. What applies to a file is said by the nearest .galley.yaml "
         "above it.\n\n"
         "Findings go to standard output, everything else to standard error.",
     .examples = check_examples,
     .prepare = prepare_check},
    {.name = "explain",
     .about = "tells what a rule looks for, why, and what to write instead",
     .details = "",
     .examples = explain_examples,
     .prepare = prepare_explain},
    {.name = "assertions",
     .about = "shows what articles were read to assert",
     .details =
         "An assertion has a subject, a frame, a concept and attributes, each with the words "
         "behind it. Where an attribute was inherited or guessed, it says how sure it is. Findings "
         "of claims.contradiction and claims.tension rest on them.",
     .examples = assertions_examples,
     .prepare = prepare_assertions},
    {.name = "proof",
     .about = "writes articles with remarks in the margin as one page for a browser",
     .details =
         "The page needs no server and loads nothing. Each remark can be accepted, let stand with "
         "a reason, or commented on; what was decided is saved as a file, which check --fix "
         "--decisions carries out.",
     .examples = proof_examples,
     .prepare = prepare_proof},
    {.name = "suggest",
     .about = "suggests words for misspelt ones",
     .details =
         "Words are given, or come on standard input, one a line. Each is answered by a line: the word and what "
         "may have been meant, best first, tab-separated. A word that is right stands alone, and "
         "so "
         "does one that is not UTF-8, of which standard error tells.",
     .examples = suggest_examples,
     .prepare = prepare_suggest},
    {.name = "words",
     .about = "lists the words that no dictionary has, or accepts some",
     .details =
         "Each line is a count, the word and its first places, most frequent words first. Words "
         "that are taken for slips of others come last, with what was meant.",
     .examples = words_examples,
     .prepare = prepare_words},
    {.name = "approved",
     .about = "what the project has approved for publication",
     .details = "",
     .examples = {}},
    {.name = "approved list",
     .about = "lists approved statements with evidence, owner and expiry",
     .details = "They stand in the folder approved/ beside the configuration, or where its key "
                "approved says.",
     .examples = approved_list_examples,
     .prepare = prepare_approved_list},
    {.name = "approved used-by",
     .about = "lists the articles that use an approved statement",
     .details = "",
     .examples = approved_used_by_examples,
     .prepare = prepare_approved_used_by},
    {.name = "init",
     .about = "writes a commented .galley.yaml",
     .details = "Language and words of your own are proposed from the articles that are there.",
     .examples = init_examples,
     .prepare = prepare_init},
    {.name = "baseline",
     .about = "for findings that were there before",
     .details = "",
     .examples = {}},
    {.name = "baseline create",
     .about = "writes down what is found today, which then lets it stand",
     .details = "A baseline counts findings by file, rule and words. `baseline:` in .galley.yaml, "
                "or --baseline, names the one that holds.",
     .examples = baseline_create_examples,
     .prepare = prepare_baseline_create},
    {.name = "baseline prune",
     .about = "takes out of the baseline what was mended",
     .details = "",
     .examples = baseline_prune_examples,
     .prepare = prepare_baseline_prune},
    {.name = "baseline status",
     .about = "tells how much of the baseline is left to mend",
     .details = "",
     .examples = baseline_status_examples,
     .prepare = prepare_baseline_status},
    {.name = "stet",
     .about = "for comments that let a finding stand",
     .details = "",
     .examples = {}},
    {.name = "stet list",
     .about = "lists what articles let stand, with author and age",
     .details =
         "Each line is a place, a rule, the stet's state, who wrote it when, and the reason. "
         "Author and date are git's; both are missing without a repository.",
     .examples = stet_list_examples,
     .prepare = prepare_stet_list},
    {.name = "scan",
     .about = "checks articles into records: the first step of a check",
     .details =
         "The three steps scan, reconcile and report do what check does, on as many machines as "
         "there are: with the same bytes out. All of them need the same galley, configuration and "
         "packs. What could not be read is told in the records, too, and the exit is 2. Where the "
         "records have no end, the exit is 3: the scan must run again.",
     .examples = scan_examples,
     .prepare = prepare_scan,
     .failure = Exit::cut_off},
    {.name = "reconcile",
     .about = "compares articles by their records: the second step",
     .details =
         "Summary records with the same key are judged together and apart from all others, so an "
         "engine may spread the keys over machines. Damaged records are told and left out, and the "
         "exit is 2; where what it writes has no end, it is 3.",
     .examples = reconcile_examples,
     .prepare = prepare_reconcile,
     .failure = Exit::cut_off},
    {.name = "report",
     .about = "reports what records say: the last step of a check",
     .details =
         "What is there twice counts once. Parts that are missing, cut off or made with something "
         "else are named, and the exit is 2.",
     .examples = report_examples,
     .prepare = prepare_report},
    {.name = "policy", .about = "for authors of rules", .details = "", .examples = {}},
    {.name = "policy test",
     .about = "runs the examples of packs",
     .details = "The exit is 1 where a bad example is not flagged, or a good one is.",
     .examples = policy_test_examples,
     .prepare = prepare_policy_test},
    {.name = "policy try",
     .about = "shows which rules a text meets, and which cue silenced one",
     .details = "",
     .examples = policy_try_examples,
     .prepare = prepare_policy_try},
    {.name = "policy list",
     .about = "lists packs and their rules",
     .details = "",
     .examples = policy_list_examples,
     .prepare = prepare_policy_list},
    {.name = "policy new",
     .about = "writes a commented pack with one rule that works, or one from a Vale style",
     .details =
         "What a Vale style has and the pack has not is said on standard error, with its file "
         "and line, and in the pack.",
     .examples = policy_new_examples,
     .prepare = prepare_policy_new},
    {.name = "policy schema",
     .about = "writes a JSON Schema for files that galley reads",
     .details = "",
     .examples = policy_schema_examples,
     .prepare = prepare_policy_schema},
    {.name = "man",
     .about = "writes the man page",
     .details = "",
     .examples = man_examples,
     .prepare = prepare_man,
     .hidden = true},
    {.name = "completions",
     .about = "writes completions for a shell",
     .details = "",
     .examples = completions_examples,
     .prepare = prepare_completions,
     .hidden = true},
};

}  // namespace

std::span<const Command> commands() {
  return table;
}

const Command* command_named(std::span<const Command> all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : &*found;
}

std::vector<const Command*> members_of(std::span<const Command> all, std::string_view group) {
  const std::size_t begin = group.empty() ? 0 : group.size() + 1;
  std::vector<const Command*> members;
  for (const Command& command : all) {
    const std::string_view name = command.name;
    if (name.size() <= begin || !name.starts_with(group)) continue;
    if (begin > 0 && name[group.size()] != ' ') continue;
    if (name.find(' ', begin) == std::string_view::npos) members.push_back(&command);
  }
  return members;
}

std::string_view last_word(std::string_view name) {
  return name.substr(name.rfind(' ') + 1);
}

}  // namespace linter::commands
