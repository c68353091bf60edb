#include "linter/checks/policy/longer_names.h"

#include <algorithm>
#include <array>

namespace linter::checks::policy {
namespace {

using sentences::Token;
using sentences::TokenKind;
using std::string_view;

// "Skin", but not the letter of "vitamin C".
bool begins_as_name(const Token& token) {
  return token.kind == TokenKind::word && token.shape != sentences::Shape::lower &&
         token.shape != sentences::Shape::none && token.text.size() > 1;
}

// "Skin and Nail House", "Nurses at the Old Mill": what stands small inside a name.
bool joins_names(const lexicon::Reading& reading, const Token& token) {
  constexpr std::array<string_view, 12> joiners{"of", "and", "in", "the", "for", "&",
                                                "at", "de",  "on", "to",  "vs",  "with"};
  return std::ranges::find(joiners, reading.view(token.text)) != joiners.end();
}

// Whether the words of some length have capitals, of which there are more than the place has.
bool is_title_around(const lexicon::Reading& reading, base::Span title, base::Span place) {
  constexpr std::size_t longer = 4;
  const std::vector<Token>& tokens = reading.text.tokens;
  bool more = false;
  for (std::uint32_t at = reading.text.token_at(title.begin);
       at < tokens.size() && tokens[at].text.begin < title.end; ++at) {
    if (tokens[at].kind != TokenKind::word) continue;
    if (!begins_as_name(tokens[at]) && tokens[at].text.size() >= longer) return false;
    more |= begins_as_name(tokens[at]) && !tokens[at].text.overlaps(place);
  }
  return more;
}

// "Department of Health"
bool is_of_something(const lexicon::Reading& reading, std::uint32_t at) {
  const std::vector<Token>& tokens = reading.text.tokens;
  return at + 2 < tokens.size() && reading.view(tokens[at + 1].text) == "of" &&
         begins_as_name(tokens[at + 2]);
}

// How many words with capitals stand beside a token on one side, up to two small words between.
class Neighbours {
 public:
  Neighbours(const lexicon::Reading& reading, const sentences::Sentence& sentence)
      : reading_(reading), sentence_(sentence) {}

  [[nodiscard]] int before(std::uint32_t at) const {
    int found = 0;
    for (int small = 0; at > sentence_.first_token && is_close(at);) {
      --at;
      if (at > sentence_.first_token && begins_as_name(token(at))) {
        ++found;
        small = 0;
      } else if (++small > most_small || !joins_names(reading_, token(at))) {
        break;
      }
    }
    return found;
  }
  [[nodiscard]] int behind(std::uint32_t at) const {
    int found = 0;
    for (int small = 0; ++at < sentence_.end_token && is_close(at);) {
      if (begins_as_name(token(at))) {
        ++found;
        small = 0;
      } else if (++small > most_small || !joins_names(reading_, token(at))) {
        break;
      }
    }
    return found;
  }

 private:
  static constexpr int most_small = 2;

  [[nodiscard]] const Token& token(std::uint32_t at) const { return reading_.text.tokens[at]; }
  // Whether one space parts it from the token before.
  [[nodiscard]] bool is_close(std::uint32_t at) const {
    return token(at).space_before && token(at).text.begin == token(at - 1).text.end + 1;
  }

  const lexicon::Reading& reading_;
  const sentences::Sentence& sentence_;
};

}  // namespace

bool is_part_of_title(const lexicon::Reading& reading, std::uint32_t block, base::Span place) {
  const base::Span where = reading.article.blocks[block].text;
  const auto& inlines = reading.article.inlines;
  auto one = std::ranges::lower_bound(inlines, where.begin, {},
                                      [](const prose::Inline& each) { return each.text.begin; });
  for (; one != inlines.end() && one->text.begin <= place.begin; ++one) {
    const bool names =
        one->kind == prose::InlineKind::link_text || one->kind == prose::InlineKind::emphasis;
    if (names && one->text.contains(place) && is_title_around(reading, one->text, place))
      return true;
  }
  return false;
}

bool is_part_of_name(const lexicon::Reading& reading, std::uint32_t block, base::Span place) {
  if (is_part_of_title(reading, block, place)) return true;
  const sentences::Text& text = reading.text;
  if (text.sentences.empty()) return false;
  if (is_of_something(reading, text.token_at(place.end - 1))) return true;
  constexpr int least = 2;
  const Neighbours beside(reading, text.sentences[text.sentence_at(place.begin)]);
  return beside.before(text.token_at(place.begin)) + beside.behind(text.token_at(place.end - 1)) >=
         least;
}

}  // namespace linter::checks::policy
