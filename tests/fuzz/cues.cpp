// Any bytes are a cue file or errors with a place; and what was read finds its way through any
// words.
#include "linter/context/cues.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "linter/base/hash.h"
#include "linter/base/yaml.h"
#include "linter/context/clauses.h"
#include "linter/context/imperatives.h"
#include "linter/context/matching.h"
#include "linter/context/quotations.h"
#include "linter/context/scopes.h"

namespace {

using namespace std::string_view_literals;
using linter::context::CueSet;
using linter::context::Word;

constexpr std::size_t most_words = 500;

// The file's own text as words, with parts of speech that hang on their letters.
std::vector<Word> words_of(std::string_view text, const CueSet::Index& index) {
  std::vector<Word> words;
  bool space = true;
  for (std::size_t at = 0; at < text.size() && words.size() < most_words;) {
    if (" \n\t"sv.contains(text[at])) {
      space = true;
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n\t.,:;-()\"'?!", at + 1), text.size());
    const std::string_view part = text.substr(at, end - at);
    const bool mark =
        part.size() == 1 && linter::context::known_mark(part) != linter::context::Known::none;
    Word word;
    word.text = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    word.kind = mark ? linter::sentences::TokenKind::mark : linter::sentences::TokenKind::word;
    word.cue_word =
        mark ? static_cast<std::uint32_t>(linter::context::known_mark(part)) : index.word(part);
    word.parts =
        mark ? 0 : static_cast<linter::lexicon::PosMask>(linter::base::hash64(part) & 0x1FFFFF);
    word.space_before = space;
    space = false;
    words.push_back(word);
    at = end;
  }
  return words;
}

void check_span(linter::base::Span span, std::string_view text) {
  if (span.begin > span.end || span.end > text.size()) std::abort();
}

void read_words(std::string_view text, const CueSet& cues) {
  std::vector<Word> words = words_of(text, cues.index());
  linter::context::split_clauses(words);
  linter::context::Matcher matcher(cues.index());
  linter::context::Matches matches;
  matcher.match(words, matches);
  linter::context::add_imperatives(words, matches);
  std::vector<linter::context::Scope> scopes;
  linter::context::ScopeFinder(cues.index(), words, matches).add_all(scopes);
  linter::context::add_quotations(cues.index(), words, matches, scopes);
  for (const auto& scope : scopes) {
    check_span(scope.reach, text);
    check_span(scope.cue, text);
    if (scope.categories == 0 || scope.reach.empty()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = linter::base::yaml::parse(text, "fuzz.yaml");
  CueSet cues;
  for (const auto& error : cues.add(document.value, "fuzz.yaml"))
    if (error.message.empty() || (document.errors.empty() && error.line == 0)) std::abort();
  read_words(text, cues);
  return 0;
}
