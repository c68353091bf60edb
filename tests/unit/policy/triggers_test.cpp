// Patterns that are tried only where their words stand find what they find when they are tried
// everywhere.
#include <filesystem>
#include <gtest/gtest.h>
#include <random>

#include "linter/packs/load.h"
#include "tests/support/golden.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

// Two runs of the same rules, one of them without triggers.
class Pair {
 public:
  explicit Pair(std::string_view yaml) : woken_(yaml), tried_(yaml, {.triggered = false}) {}
  explicit Pair(const std::vector<packs::Pack>& packs)
      : woken_(packs), tried_(packs, {.triggered = false}) {}

  // Returns how many findings there were.
  std::size_t compare(std::string_view text, std::string_view format = "markdown") {
    const auto wanted = tried_.lines(text, format);
    EXPECT_EQ(woken_.lines(text, format), wanted) << text;
    return wanted.size();
  }

 private:
  tests::PolicyRun woken_;
  tests::PolicyRun tried_;
};

std::vector<packs::Pack> shipped() {
  const auto files = base::disk();
  const std::string folder = GALLEY_SOURCE_DIR "/policies";
  const std::vector<std::string> names = packs::shipped_packs(*files, folder);
  return packs::load_packs(*files, names, {folder, ""}).value;
}

constexpr const char* tricky = R"(
pack: tricky
rules:
  - rule: bounded
    kind: existence
    message: b
    patterns:
      - safe
      - 'pain[- ]?free'
      - 'guarante\w+'
      - '\w+ising'
      - 'no (?:down ?time|risks?)'
      - '(?:very |really )+good'
      - 'laser\b[^.!?]{0,30}?\Kharmless'
      - '100 ?%'
      - '\d+ ?(?:mm|cm)'
      - '1,000'
      - "don't"
      - "it's own"
      - clock
      - '(?<!not )painless'
      - 'cure(?=s? acne)'
      - 'ü?ber'
      - '(\w+) and \1'
      - 'x|y|zebra'
      - 'no (?:\w+ ){0,3}risks?'
      - '(?:very |really )*painless'
      - '\S+ (?:laser|needle)'
      - 'not [^.!?]{0,20}safe'
      - '(?:^|[.!?] )\K(?:no|not|A) \w+'
      - 'good(?:[ -]\w+){1,2} time'
      - '[A-Z]{2,}x'
      - 'no (?:[a-z]+ )*laser'
      - 'not? [^.!?,;:"()]*safe[.!?,]'
      - '[.,;] \K(?:no|good) [a-z, ]*safe'
      - '[("](?:safe|good) [^.!?]*laser'
      - 'laser[.!?] (?:\w+ )*\Ksafe'
  - rule: excepted
    kind: existence
    message: e
    patterns: [safe, 'no \w+', 'good|laser', '\d+']
    except:
      - 'very safe'
      - 'not [^.!?]{0,20}safe'
      - 'no risks?'
      - '(?:good|laser) (?:\w+ ){0,3}time'
      - '(?:really )+good'
      - '\w+ \w+ laser'
      - '[.!?] \Klaser \w+'
      - 'safe safe'
      - '\d+ ?mm'
      - '“[^”]*safe'
      - 'good [a-z ]*laser[,.]'
      - '[,.] (?:[a-z]+ )*safe[,.]'
  - rule: open
    kind: existence
    word_bounded: false
    message: o
    patterns:
      - 'needl'
      - ' ,'
      - ',,'
      - '\.\.'
      - '\.\.\.'
      - '--'
      - ' - '
      - '[“"]'
      - "''"
      - "' "
      - '\d[.,]\d'
      - '[-;]\)'
      - '_x'
      - '[;:]-?\)'
      - '…'
      - '\?!|!\?'
  - rule: capitals
    kind: existence
    ignore_case: false
    message: c
    patterns: ['[A-Z]{2,5}', '[A-Z][A-Z]-\d', 'IT\b']
  - rule: swap
    kind: substitution
    message: s
    swap: {'e[- ]?mails?': mail, "o'clock": hours, 'utili[sz]e[sd]?': use}
  - rule: twice
    kind: repetition
    message: t
  - rule: parts
    kind: sequence
    message: p
    tokens: [{words: [safe, good]}, {word: 'mm|laser', skip: 2}]
  - rule: only-parts
    kind: sequence
    message: q
    tokens: [{part: adverb}, {part: adjective}]
)";

TEST(Triggers, find_the_same_in_generated_text) {
  Pair pair(tricky);
  const std::vector<std::string> words = {"safe",
                                          "Safe",
                                          "SAFE",
                                          "unsafe",
                                          "safety",
                                          "pain",
                                          "free",
                                          "pain-free",
                                          "painfree",
                                          "guaranteed",
                                          "rising",
                                          "no",
                                          "down",
                                          "time",
                                          "risk",
                                          "risks",
                                          "very",
                                          "really",
                                          "good",
                                          "laser",
                                          "harmless",
                                          "100%",
                                          "100 %",
                                          "1,000",
                                          "1,000,000",
                                          "2.5mm",
                                          "10cm",
                                          "mm",
                                          "don't",
                                          "don’t",
                                          "it's",
                                          "own",
                                          "o'clock",
                                          "clock",
                                          "clock's",
                                          "rock'n'roll",
                                          "not",
                                          "painless",
                                          "cure",
                                          "cures",
                                          "acne",
                                          "über",
                                          "ber",
                                          "x",
                                          "y",
                                          "zebra",
                                          "ABx",
                                          "A",
                                          "IT",
                                          "IT's",
                                          "AB-3",
                                          "needle",
                                          "microneedling",
                                          "e-mail",
                                          "emails",
                                          "utilised",
                                          "and",
                                          "…",
                                          "--",
                                          "snake_x",
                                          "_",
                                          "a-b-c-d-e-f-g-h-i-j",
                                          "10",
                                          "3D",
                                          "B12",
                                          "“ja”",
                                          "\"so\"",
                                          "''",
                                          "'",
                                          "zero\u200Bwidth",
                                          "caf\u00e9",
                                          "safe\u0301",
                                          "a1,2b",
                                          ":-)",
                                          ";)",
                                          "(",
                                          ")",
                                          "٣",
                                          "²",
                                          "`code`",
                                          "https://example.org"};
  const std::vector<std::string> gaps = {" ",  " ",   " ",   " ",   ", ", " , ", ",",    ". ",
                                         ".",  "..",  "...", " - ", "-",  "\n",  "\n\n", "! ",
                                         "?!", "'s ", "' ",  "’s ", "**", "/",   ",,"};
  std::mt19937 random(7);  // NOLINT: the same texts every time
  std::size_t found = 0;
  for (int i = 0; i < 1500; ++i) {
    std::string text;
    const std::size_t length = 1 + random() % 25;
    for (std::size_t k = 0; k < length; ++k)
      text += words[random() % words.size()] + gaps[random() % gaps.size()];
    found += pair.compare(text, i % 2 == 0 ? "markdown" : "plain");
    if (HasFailure()) break;
  }
  EXPECT_GT(found, 1000U);
}

// Trying every pattern everywhere takes its time: some examples and articles must do.
TEST(Triggers, find_the_same_with_the_shipped_packs) {
  const std::vector<packs::Pack> packs = shipped();
  Pair pair(packs);
  std::size_t found = 0;
  std::size_t number = 0;
  for (const packs::Pack& pack : packs) {
    for (const packs::RuleDefinition& rule : pack.rules) {
      for (const packs::Example& example : rule.bad) {
        if (++number % 5 == 0) found += pair.compare(example.text, example.format);
      }
    }
  }
  EXPECT_GT(found, number / 5);
  number = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(GALLEY_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() != ".md" || ++number % 5 != 0) continue;
    pair.compare(tests::read_file(entry.path().string()));
  }
}

}  // namespace
}  // namespace linter::checks::policy
