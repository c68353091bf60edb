// Names with other marks: the sign of a trade mark, and accents.
#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {

using sentences::Sentence;
using sentences::Shape;
using std::string_view;

namespace {

// The small Latin letter below the accent that ends in this byte of U+00E0..U+00FF; 0 where it is
// a letter of its own.
char letter_below(unsigned char byte) {
  constexpr string_view letters = "aaaaaa-ceeeeiiii-nooooo--uuuuy-y";
  constexpr unsigned char first = 0xA0;
  if (byte < first || byte - first >= static_cast<int>(letters.size())) return '\0';
  const char letter = letters[byte - first];
  return letter == '-' ? '\0' : letter;
}

// A word in small letters without its accents; nothing where it has none, or other letters.
std::optional<std::string> without_accents(string_view folded) {
  constexpr char lead = '\xC3';
  std::string plain;
  bool any = false;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (static_cast<unsigned char>(folded[i]) < 0x80) {
      plain += folded[i];
      continue;
    }
    const bool latin = folded[i] == lead && i + 1 < folded.size();
    const char below = latin ? letter_below(static_cast<unsigned char>(folded[++i])) : '\0';
    if (below == '\0') return std::nullopt;
    plain += below;
    any = true;
  }
  return any ? std::optional(std::move(plain)) : std::nullopt;
}

}  // namespace

void judge_marks(const Scene& scene, const IgnoredTerms& ignored) {
  constexpr std::size_t least = 2;  // letters of a name
  const Terms terms(scene);
  struct Uses {
    std::vector<std::uint32_t> places;  // tokens of the name
    std::size_t count = 0;
  };
  std::map<string_view, std::map<string_view, Uses>> all;  // by name, by sign
  const auto tell = [&](std::uint32_t at, string_view sign, std::size_t count) {
    const base::Span where{terms.token(at).text.begin, terms.token(at + 1).text.end};
    terms.report(where, std::string(terms.text(at)) + std::string(sign), count);
  };
  terms.each_sentence([&](const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token; at + 1 < sentence.end_token; ++at) {
      if (terms.token(at + 1).ascii || !terms.is_word(at)) continue;
      const string_view sign = terms.text(at + 1);
      if (terms.token(at).text.size() < least || (sign != "™" && sign != "®") ||
          ignored.contains(terms.kind(at).folded))
        continue;
      Uses& uses = all[terms.kind(at).folded][sign];
      ++uses.count;
      if (terms.token(at + 1).space_before && terms.token(at).shape != Shape::lower) {
        tell(at, sign, uses.count);
      } else {
        uses.places.push_back(at);
      }
    }
  });
  for (const auto& [name, signs] : all) {
    if (signs.size() < 2) continue;
    // Of equals, the registered one: who registers a name has used ™ before.
    const auto& trade = signs.at("™");
    const auto& registered = signs.at("®");
    const bool is_registered = registered.count >= trade.count;
    const Uses& rare = is_registered ? trade : registered;
    if (rare.places.empty()) continue;
    tell(rare.places.front(), is_registered ? "®" : "™",
         (is_registered ? registered : trade).count);
  }
}

void judge_accents(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  struct Uses {
    std::uint32_t first = 0;  // token
    std::size_t count = 0;
  };
  std::map<std::string, Uses, std::less<>> accented;  // by letters without accents
  const auto visit_all = [&](bool ascii, const auto& visit) {
    terms.each_sentence([&](const Sentence& sentence) {
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (terms.token(at).ascii == ascii && terms.is_word(at)) visit(at);
      }
    });
  };
  visit_all(false, [&](std::uint32_t at) {
    const Shape shape = terms.token(at).shape;
    if (shape == Shape::lower || shape == Shape::upper) return;
    auto plain = without_accents(terms.kind(at).folded);
    if (!plain || ignored.contains(*plain)) return;
    ++accented.try_emplace(std::move(*plain), Uses{at, 0}).first->second.count;
  });
  if (accented.empty()) return;
  visit_all(true, [&](std::uint32_t at) {
    if (terms.token(at).shape == Shape::lower || terms.kind(at).tier != 0) return;
    const auto found = accented.find(terms.kind(at).folded);
    if (found == accented.end()) return;
    terms.report(terms.token(at).text, std::string(terms.text(found->second.first)),
                 found->second.count);
  });
}

}  // namespace linter::checks::policy
