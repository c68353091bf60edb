#include "linter/checks/spelling/near_terms.h"

#include <algorithm>
#include <utility>

#include "linter/checks/spelling/likeness.h"
#include "linter/checks/spelling/one_letter.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {
namespace {

using lexicon::is_of;
using lexicon::PartOfSpeech;
using lexicon::WordClass;
using lexicon::WordId;

constexpr std::size_t shortest = 5;
constexpr std::uint32_t frequent = 4;
constexpr std::uint32_t thrice = 3;  // enough where the other word stands once
constexpr std::uint32_t seldom = 2;
constexpr std::uint8_t everyday_tier = 20;
constexpr std::uint8_t rare_tier = 55;

using Places = std::vector<Scan::Index>;

struct Candidate {
  WordId id = 0;
  std::uint32_t count = 0;
  std::uint32_t letters = 0;
};

// A neighbour in a sentence, with a space between: its folded id, plus one; 0 when there is none.
WordId neighbour(const Scan& scan, Scan::Index i, bool after) {
  if (after) return scan.are_neighbours(i) ? scan.entry(i + 1).folded + 1 : 0;
  return i > 0 && scan.are_neighbours(i - 1) ? scan.entry(i - 1).folded + 1 : 0;
}

bool is_content(const Scan& scan, WordId id) {
  return !lexicon::closed_class(scan.reading().lexicon[id].text);
}

// What stands beside a term, here and there in the article.
bool stands_like(const Scan& scan, Scan::Index place, const Places& term) {
  constexpr std::uint8_t known_tier = 20;
  const std::uint8_t tier = scan.entry(place).tier;
  const WordId before = neighbour(scan, place, false);
  const WordId after = neighbour(scan, place, true);
  bool same_before = false;
  bool same_after = false;
  for (const Scan::Index other : term) {
    same_before = same_before || (before != 0 && neighbour(scan, other, false) == before);
    same_after = same_after || (after != 0 && neighbour(scan, other, true) == after);
  }
  if (same_before && same_after) return true;
  if (tier > 0 && tier <= known_tier) return false;  // "sinus tissues", "sinus issues"
  return (same_before && is_content(scan, before - 1)) ||
         (same_after && is_content(scan, after - 1));
}

// Whether both are forms of one word, or of one family: they differ in their endings only.
bool differ_in_ending(std::string_view a, std::string_view b) {
  const auto [end, other] = std::ranges::mismatch(a, b);
  const std::string_view rest_a = a.substr(static_cast<std::size_t>(end - a.begin()));
  const std::string_view rest_b = b.substr(static_cast<std::size_t>(other - b.begin()));
  constexpr std::size_t longest_ending = 2;
  return rest_a.size() <= longest_ending && rest_b.size() <= longest_ending;
}

// "microvillous" is what has to do with a "microvillus".
bool is_adjective_of(std::string_view written, std::string_view meant) {
  return (written.ends_with("ous") && meant.ends_with("us")) ||
         (written.ends_with("us") && meant.ends_with("ous"));
}

bool is_candidate(const Scan& scan, const lexicon::Entry& entry) {
  if (entry.tier <= everyday_tier && entry.tier > 0) return false;
  if (is_of(WordClass::health_word, entry.text)) return false;
  const lexicon::WordFacts facts = scan.reading().lexicon.vocabulary().look_up(entry.text);
  return facts.accepted && !facts.listed;
}

Places places_of(const Scan& scan, WordId folded) {
  Places places;
  for (Scan::Index i = 0; i < scan.size(); ++i) {
    if (scan.is_word(i) && scan.entry(i).folded == folded) places.push_back(i);
  }
  return places;
}

// The places of a rare word where the term is meant.
void judge(const Scan& scan, WordId written, WordId meant, std::vector<MistakenTerm>& found) {
  const lexicon::Entry& entry = scan.reading().lexicon[written];
  const std::string_view term = scan.reading().lexicon[meant].text;
  if (!is_candidate(scan, entry)) return;
  const Places places = places_of(scan, written);
  const auto is_lower = [&](Scan::Index i) {
    return scan.token(i).shape == sentences::Shape::lower;
  };
  if (!std::ranges::all_of(places, is_lower)) return;
  // another letter makes another word ("micro-", "macro-"): only its neighbors can tell
  const bool rare = (entry.tier == 0 || entry.tier >= rare_tier) &&
                    entry.text.size() != term.size() && !is_adjective_of(entry.text, term);
  const Places terms = rare ? Places{} : places_of(scan, meant);
  for (const Scan::Index place : places) {
    if (rare || stands_like(scan, place, terms)) found.push_back({place, meant});
  }
}

}  // namespace

bool is_one_slip(std::string_view written, std::string_view meant) {
  return !differ_in_ending(written, meant) && is_one_letter_apart(written, meant) &&
         likeness(written, meant) == Likeness::slip;
}

std::vector<MistakenTerm> mistaken_terms(const Scan& scan, TermBuffers& buffers) {
  buffers.counts.resize(scan.reading().lexicon.size());
  for (Scan::Index i = 0; i < scan.size(); ++i) {
    if (!scan.is_word(i) || scan.token(i).text.size() < shortest) continue;
    const WordId folded = scan.entry(i).folded;
    if (buffers.counts[folded]++ == 0) buffers.seen.push_back(folded);
  }
  std::vector<Candidate> terms;
  std::vector<Candidate> rarer;
  for (const WordId id : buffers.seen) {
    const std::uint32_t count = std::exchange(buffers.counts[id], 0);
    const lexicon::Entry& entry = scan.reading().lexicon[id];
    if (count >= thrice) terms.push_back({id, count, letters_of(entry.text)});
    if (count <= seldom && (entry.tier == 0 || entry.tier > everyday_tier))
      rarer.push_back({id, count, letters_of(entry.text)});
  }
  buffers.seen.clear();
  std::vector<MistakenTerm> found;
  buffers.letters.clear();
  for (const Candidate& term : terms) buffers.letters.push_back(term.letters);
  for (const Candidate& written : rarer) {
    // all at once: most words have other letters than each of the terms
    std::uint32_t any = 0;
    for (const std::uint32_t letters : buffers.letters)
      any |= may_be_one_letter_apart(written.letters, letters) ? 1U : 0U;
    if (any == 0) continue;
    for (const Candidate& term : terms) {
      if (term.count < frequent && written.count > 1) continue;
      if (!may_be_one_letter_apart(written.letters, term.letters)) continue;
      if (!is_one_slip(scan.reading().lexicon[written.id].text,
                       scan.reading().lexicon[term.id].text) ||
          !is_content(scan, term.id)) {
        continue;
      }
      judge(scan, written.id, term.id, found);
      break;
    }
  }
  std::ranges::sort(found, {}, &MistakenTerm::token);
  return found;
}

}  // namespace linter::checks::spelling
