#include "linter/checks/spelling/near_terms.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using lexicon::PartOfSpeech;
using lexicon::WordId;

constexpr std::size_t shortest = 5;
constexpr std::uint32_t frequent = 4;
constexpr std::uint32_t seldom = 2;
constexpr std::uint8_t everyday_tier = 20;
constexpr std::uint8_t rare_tier = 60;

struct Usage {
  std::uint32_t count = 0;
  std::uint32_t lower = 0;
  std::vector<Scan::Index> places;
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
bool stands_like(const Scan& scan, Scan::Index place, const Usage& term) {
  const WordId before = neighbour(scan, place, false);
  const WordId after = neighbour(scan, place, true);
  bool same_before = false;
  bool same_after = false;
  for (const Scan::Index other : term.places) {
    same_before = same_before || (before != 0 && neighbour(scan, other, false) == before);
    same_after = same_after || (after != 0 && neighbour(scan, other, true) == after);
  }
  if (same_before && same_after) return true;
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

bool is_candidate(const Scan& scan, const lexicon::Entry& entry, const Usage& use) {
  if (use.count > seldom || use.lower != use.count || entry.text.size() < shortest) return false;
  if (entry.tier <= everyday_tier && entry.tier > 0) return false;
  const lexicon::WordFacts facts = scan.reading().lexicon.vocabulary().look_up(entry.text);
  return facts.accepted && !facts.listed;
}

}  // namespace

bool is_one_slip(std::string_view written, std::string_view meant) {
  if (written.size() > meant.size() + 1 || meant.size() > written.size() + 1) return false;
  if (differ_in_ending(written, meant)) return false;
  const auto [w, m] = std::ranges::mismatch(written, meant);
  const std::string_view a = written.substr(static_cast<std::size_t>(w - written.begin()));
  const std::string_view b = meant.substr(static_cast<std::size_t>(m - meant.begin()));
  if (a.size() == b.size()) {
    return a.substr(1) == b.substr(1) ||
           (a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2));
  }
  return a.size() > b.size() ? a.substr(1) == b : a == b.substr(1);
}

std::vector<MistakenTerm> mistaken_terms(const Scan& scan) {
  std::unordered_map<WordId, Usage> usage;
  for (Scan::Index i = 0; i < scan.size(); ++i) {
    if (!scan.is_word(i) || scan.text(i).size() < shortest) continue;
    Usage& use = usage[scan.entry(i).folded];
    ++use.count;
    if (scan.token(i).shape == sentences::Shape::lower) ++use.lower;
    use.places.push_back(i);
  }
  std::vector<WordId> terms;
  for (const auto& [id, use] : usage) {
    if (use.count >= frequent && is_content(scan, id)) terms.push_back(id);
  }
  std::ranges::sort(terms);
  std::vector<MistakenTerm> found;
  if (terms.empty()) return found;
  for (const auto& [id, use] : usage) {
    if (use.count > seldom) continue;
    const lexicon::Entry& entry = scan.reading().lexicon[id];
    const std::string_view written = entry.text;
    for (const WordId term : terms) {
      const std::string_view meant = scan.reading().lexicon[term].text;
      if (!is_one_slip(written, meant) || !is_candidate(scan, entry, use)) continue;
      // another letter makes another word ("micro-", "macro-"): only its neighbors can tell
      const bool rare = (entry.tier == 0 || entry.tier >= rare_tier) &&
                        written.size() != meant.size() && !is_adjective_of(written, meant);
      for (const Scan::Index place : use.places) {
        if (rare || stands_like(scan, place, usage.at(term))) found.push_back({place, term});
      }
      break;
    }
  }
  std::ranges::sort(found, {}, &MistakenTerm::token);
  return found;
}

}  // namespace linter::checks::spelling
