#include "linter/config/keys.h"

#include <algorithm>
#include <array>

namespace linter::config {
namespace {

constexpr std::array table{
    Key{.name = "extends",
        .meaning = Part::extends,
        .content = Content::configuration,
        .about = "Other configurations that this one builds on, in order; what is said here comes "
                 "after them. Paths start from this file's folder.",
        .example = "extends: ../.galley.yaml"},
    Key{.name = "packs",
        .meaning = &Settings::packs,
        .content = Content::pack,
        .in_overrides = true,
        .about = "The policy packs that apply: names of shipped packs, or paths of packs of your "
                 "own. `default` stands for the packs that apply without a configuration.",
        .example = "packs: [default]"},
    Key{.name = "language",
        .meaning = &Settings::language,
        .content = Content::language,
        .in_overrides = true,
        .about = "The language of the articles. With `en` each article keeps to the dialect that "
                 "it mostly uses. An article's front matter may name its own.",
        .example = "language: en-GB"},
    Key{.name = "jurisdictions",
        .meaning = &Settings::jurisdictions,
        .content = Content::identifier,
        .in_overrides = true,
        .about = "Whose rules bind the articles. A rule that only one jurisdiction has is an error "
                 "only where that jurisdiction is named.",
        .example = "jurisdictions: [uk-cap]"},
    Key{.name = "rules",
        .meaning = &Settings::rules,
        .in_overrides = true,
        .adds = true,
        .about = "How single rules (pack.rule) or all rules of a pack are taken: error, warning, "
                 "suggestion or off. Turning something off needs a reason.",
        .example = "rules:\n"
                   "  plain-english.topmost: suggestion\n"
                   "  plain-english.wordy: {severity: off, reason: \"Legal texts keep their "
                   "wording.\"}"},
    Key{.name = "words",
        .meaning = &Settings::words,
        .in_overrides = true,
        .adds = true,
        .about = "Words that are spelt right here: names, products, terms of the house. One entry "
                 "also accepts the plural and the possessive.",
        .example = "words: [Lumivex, dermaroller]"},
    Key{.name = "word_lists",
        .meaning = &Settings::word_lists,
        .content = Content::word_list,
        .in_overrides = true,
        .adds = true,
        .about = "Files with one word a line. Paths start from this file's folder.",
        .example = "word_lists: [words/products.txt]"},
    Key{.name = "dictionaries",
        .meaning = &Settings::dictionaries,
        .content = Content::dictionary,
        .in_overrides = true,
        .adds = true,
        .about = "Further Hunspell dictionaries of the system, by name: what one of them knows is "
                 "spelt right. en_med comes with Debian's package hunspell-en-med.",
        .example = "dictionaries: [en_med]"},
    Key{.name = "prose_fields",
        .meaning = &Settings::prose_fields,
        .content = Content::field,
        .in_overrides = true,
        .adds = true,
        .about = "Front-matter fields that readers see, beside title, description and summary. A "
                 "dot reaches into a mapping.",
        .example = "prose_fields: [tagline, seo.description]"},
    Key{.name = "approved",
        .meaning = &Settings::approved,
        .content = Content::approved,
        .about =
            "Approved wording: YAML files, or folders of them. Without it the folder approved/ "
            "beside this file, where there is one. Paths start from this file's folder.",
        .example = "approved: [approved/]"},
    Key{.name = "exclude",
        .meaning = &Settings::exclude,
        .content = Content::pattern,
        .about = "Files and folders that are not checked unless they are named on the command "
                 "line. Patterns as in .gitignore, from this file's folder.",
        .example = "exclude: [archive/, \"*.draft.md\"]"},
    Key{.name = "corpus",
        .meaning = &Settings::corpus,
        .content = Content::pattern,
        .about = "The articles that are compared with one another, also when only one of them is "
                 "checked. Without it the articles of each run are.",
        .example = "corpus: [content/]"},
    Key{.name = "compare",
        .meaning = &Settings::compare,
        .content = Content::pattern,
        .about = "Groups of articles, by name. An article is compared only with those of its own "
                 "group (versions, markets, an archive); articles of no group are compared with "
                 "one another.",
        .example = "compare:\n"
                   "  archive: [archive/]\n"
                   "  uk: [content/uk/]"},
    Key{.name = "fail_on",
        .meaning = &Settings::fail_on,
        .about = "The lowest severity that makes `galley check` fail: suggestion, warning, error "
                 "or never.",
        .example = "fail_on: warning"},
    Key{.name = "baseline",
        .meaning = &Settings::baseline,
        .content = Content::new_file,
        .about = "The findings that were there before and are not reported again, as `galley "
                 "baseline create` wrote them. The path starts from this file's folder.",
        .example = "baseline: .galley-baseline"},
    Key{.name = "max_file_bytes",
        .meaning = &Settings::max_file_bytes,
        .about = "Longer files are not read, which is an error.",
        .example = "max_file_bytes: 1000000"},
    Key{.name = "overrides",
        .meaning = Part::overrides,
        .adds = true,
        .about = "What applies to some paths only. Each item names its paths and its reason; of "
                 "several that cover an article, later ones come after earlier ones.",
        .example = "overrides:\n"
                   "  - paths: [legal/]\n"
                   "    reason: \"Wording agreed with counsel.\"\n"
                   "    rules: {plain-english: off}"},
    Key{.name = "paths",
        .meaning = Part::paths,
        .content = Content::pattern,
        .at_top = false,
        .in_overrides = true,
        .about = "What an override covers: patterns as in .gitignore, from this file's folder.",
        .example = "paths: [content/uk/]"},
    Key{.name = "reason",
        .meaning = Part::reason,
        .at_top = false,
        .in_overrides = true,
        .about = "Why an override is there, for whoever reads it next.",
        .example = "reason: \"UK pages follow the CAP Code.\""},
};

}  // namespace

std::string_view expression_of(Content content) {
  switch (content) {
    case Content::any:
    case Content::pack:
    case Content::word_list:
    case Content::approved:
    case Content::configuration:
    case Content::pattern:
    case Content::new_file:
      return {};
    case Content::language:
      return "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*";
    case Content::identifier:
      return "[a-z0-9]+(-[a-z0-9]+)*";
    case Content::dictionary:
      return "[A-Za-z0-9]+([-_][A-Za-z0-9]+)*";
    case Content::field:
      return "[^.\\s]+(\\.[^.\\s]+)*";
  }
  return {};
}

std::string_view describe(Content content) {
  switch (content) {
    case Content::any:
      return "text";
    case Content::language:
      return "a language tag such as en-GB or de";
    case Content::pack:
      return "the name of a shipped pack or a path";
    case Content::word_list:
      return "the path of a word list";
    case Content::approved:
      return "the path of a file of approved wording, or of a folder of such files";
    case Content::configuration:
      return "the path of a configuration";
    case Content::identifier:
      return "a name of small letters, digits and hyphens";
    case Content::dictionary:
      return "the name of a Hunspell dictionary such as en_med";
    case Content::field:
      return "a front-matter field such as seo.description";
    case Content::pattern:
      return "a path pattern";
    case Content::new_file:
      return "the path of a file";
  }
  return {};
}

std::span<const Key> keys() {
  return table;
}

const Key* key_named(std::string_view name) {
  const auto* found = std::ranges::find(table, name, &Key::name);
  return found == table.end() ? nullptr : found;
}

}  // namespace linter::config
