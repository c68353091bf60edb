#include "linter/checks/spelling/manner.h"

#include <algorithm>
#include <array>

#include "linter/base/one_of.h"
#include "linter/prose/quotations.h"

namespace linter::checks::spelling {
namespace {

// How speech is spelled that is no book's.
constexpr auto spoken_words = std::to_array<std::string_view>(
    {"acrost", "afeard",  "afeared",  "afore",   "agin",   "allers",  "allus",   "anythin",
     "atween", "befo",    "bekase",   "bin't",   "cain't", "catched", "chillen", "cuz",
     "d'ye",   "dasn't",  "dem",      "dese",    "dey",    "doan",    "doin",    "drownded",
     "dunno",  "feller",  "forgit",   "git",     "gittin", "goin",    "gwine",   "gwyne",
     "hain't", "heered",  "hisn",     "hisself", "hit's",  "hoss",    "jes",     "jis",
     "jist",   "ketch",   "knowed",   "massa",   "mebbe",  "mought",  "naw",     "nothin",
     "nuffin", "nuther",  "oncet",    "ourn",    "reck'n", "s'pose",  "sartin",  "sech",
     "sho",    "sich",    "somethin", "t'other", "t'was",  "thar",    "theer",   "theirn",
     "tuther", "um",      "uv",       "uz",      "warn't", "weel",    "whar",    "wi",
     "wid",    "wrastle", "wuz",      "ye'll",   "yer",    "yis",     "yit",     "yourn"});

}  // namespace

bool tells_story(const Scan& scan) {
  constexpr auto quotes = std::to_array<std::string_view>({"\"", "\u201C", "\u2018", "'"});
  constexpr unsigned fewest = 12;
  constexpr unsigned one_of = 5;
  unsigned paragraphs = 0;
  unsigned said = 0;
  for (const prose::Block& block : scan.reading().article.blocks) {
    if (!has(block.scopes, prose::Scope::paragraph)) continue;
    ++paragraphs;
    const std::string_view text = scan.reading().view(block.text);
    said +=
        std::ranges::any_of(quotes, [&](auto quote) { return text.starts_with(quote); }) ? 1 : 0;
  }
  return paragraphs >= fewest && one_of * said >= paragraphs;
}

bool is_spoken_word(std::string_view folded) {
  return base::is_one_of(folded, spoken_words);
}

bool writes_as_spoken(const Scan& scan, std::span<const UnknownWord> words) {
  constexpr unsigned fewest = 6;
  constexpr unsigned per = 600;  // tokens
  unsigned found = 0;
  for (const UnknownWord& word : words) {
    if (is_spoken_word(scan.folded(word.places.front()))) found += word.count;
  }
  return found >= fewest && found * per >= scan.size();
}

bool is_said_by_somebody(const Scan& scan, Scan::Index i) {
  return prose::is_anothers_words(scan.reading().article, scan.reading().source.bytes,
                                  scan.token(i).text);
}

}  // namespace linter::checks::spelling
