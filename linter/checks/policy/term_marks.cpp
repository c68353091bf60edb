// Words with other marks: the sign of a trade mark, accents, and apostrophes.
#include <algorithm>
#include <array>
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

namespace {

bool is_curly(string_view written) {
  constexpr std::array<string_view, 5> forms{"’", "&rsquo;", "&#8217;", "&#x2019;", "&#X2019;"};
  return std::ranges::find(forms, written) != forms.end();
}

// The words of an article that have an apostrophe within them, of one form.
struct Apostrophes {
  std::uint32_t first = 0;  // token
  std::size_t count = 0;

  void add(std::uint32_t token) {
    if (count++ == 0) first = token;
  }
};

// The word that has an apostrophe within it at a place of the view, where the rule looks.
std::optional<std::uint32_t> word_around(const Scene& scene, std::uint32_t at) {
  const sentences::Text& text = scene.reading.text;
  const prose::Article& article = scene.reading.article;
  const std::uint32_t block = article.block_at(at);
  if (block == prose::no_block || text.tokens.empty() ||
      !scene.rule.filters.front().places.admit(article.blocks[block]))
    return std::nullopt;
  const std::uint32_t token = text.token_at(at);
  const sentences::Token& word = text.tokens[token];
  const bool within = word.text.begin < at && at + 1 < word.text.end;
  return word.kind == sentences::TokenKind::word && within ? std::optional(token) : std::nullopt;
}

}  // namespace

void judge_apostrophes(const Scene& scene, const IgnoredTerms& ignored) {
  constexpr std::size_t least = 3;  // of the usual form, before anybody speaks of the other
  const prose::Article& article = scene.reading.article;
  std::vector<std::uint32_t> places;  // of the view: curly ones
  for (const prose::Run& run : article.runs) {
    if (run.verbatim || run.view_size != 1 || article.view[run.view] != '\'') continue;
    if (is_curly(string_view(scene.reading.source.bytes).substr(run.source, run.source_size)))
      places.push_back(run.view);
  }
  if (places.empty()) return;
  const Terms terms(scene);
  Apostrophes curly;
  Apostrophes straight;
  for (std::size_t at = article.view.find('\''); at != std::string::npos;
       at = article.view.find('\'', at + 1)) {
    const auto word = word_around(scene, static_cast<std::uint32_t>(at));
    if (!word || ignored.contains(terms.kind(*word).folded)) continue;
    const bool is_one = std::ranges::binary_search(places, static_cast<std::uint32_t>(at));
    (is_one ? curly : straight).add(*word);
  }
  const bool mostly_curly = curly.count > straight.count;
  const Apostrophes& usual = mostly_curly ? curly : straight;
  const Apostrophes& rare = mostly_curly ? straight : curly;
  if (rare.count == 0 || rare.count == usual.count || usual.count < least) return;
  std::string wanted;
  for (const char letter : terms.text(rare.first)) {
    if (letter == '\'' && mostly_curly) {
      wanted += "’";
    } else {
      wanted += letter;
    }
  }
  terms.report(terms.token(rare.first).text, std::move(wanted), usual.count);
}

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
  terms.each_sentence_with(Role::trade_mark, [&](const Sentence& sentence) {
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
  const auto visit_words = [&](bool ascii, const auto& visit) {
    return [&terms, ascii, &visit](const Sentence& sentence) {
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (terms.token(at).ascii == ascii && terms.is_word(at)) visit(at);
      }
    };
  };
  const auto add = [&](std::uint32_t at) {
    const Shape shape = terms.token(at).shape;
    if (shape == Shape::lower || shape == Shape::upper) return;
    auto plain = without_accents(terms.kind(at).folded);
    if (!plain || ignored.contains(*plain)) return;
    ++accented.try_emplace(std::move(*plain), Uses{at, 0}).first->second.count;
  };
  terms.each_sentence_with(Role::accent, visit_words(false, add));
  if (accented.empty()) return;
  const auto tell = [&](std::uint32_t at) {
    if (terms.token(at).shape == Shape::lower || terms.kind(at).tier != 0) return;
    const auto found = accented.find(terms.kind(at).folded);
    if (found == accented.end()) return;
    terms.report(terms.token(at).text, std::string(terms.text(found->second.first)),
                 found->second.count);
  };
  terms.each_sentence(visit_words(true, tell));
}

}  // namespace linter::checks::policy
