// Words with a hyphen that an article writes in other capitals.
#include <map>
#include <string>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/checks/policy/longer_names.h"
#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {
namespace {

using sentences::Sentence;
using sentences::Shape;
using std::string_view;

class Compounds {
 public:
  Compounds(const Terms& terms, const IgnoredTerms& ignored) : terms_(terms), ignored_(ignored) {}

  void judge() {
    terms_.each_sentence([&](const Sentence& sentence) { find(sentence); });
    for (const auto& [letters, uses] : all_) {
      if (uses.small == 0 || ignored_.contains(letters)) continue;
      for (const std::uint32_t at : uses.large) tell(letters, at, uses.small);
    }
  }

 private:
  struct Uses {
    std::uint32_t small = 0;
    std::vector<std::uint32_t> large;  // tokens before the hyphen
  };

  [[nodiscard]] bool is(std::uint32_t at, Shape shape) const {
    return terms_.is_word(at) && terms_.token(at).shape == shape;
  }
  [[nodiscard]] bool is_hyphen(std::uint32_t at) const {
    return !terms_.is_word(at) && !terms_.token(at).space_before && terms_.text(at) == "-";
  }

  // "low-dose", where no third part stands and each is long enough to be a word.
  [[nodiscard]] bool is_compound(const Sentence& sentence, std::uint32_t at) const {
    constexpr std::size_t least = 3;
    const auto is_part = [&](std::uint32_t part) {
      return terms_.is_word(part) && terms_.token(part).text.size() >= least;
    };
    if (at + 2 >= sentence.end_token || !is_hyphen(at + 1)) return false;
    if (!is_part(at) || !is_part(at + 2) || terms_.token(at + 2).space_before) return false;
    const bool joined_before = at > sentence.first_token && !terms_.token(at).space_before;
    const bool joined_behind = at + 3 < sentence.end_token && is_hyphen(at + 3);
    return !joined_before && !joined_behind;
  }

  void find(const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token; at + 2 < sentence.end_token; ++at) {
      if (!is_hyphen(at + 1) || !is_compound(sentence, at)) continue;
      std::string letters(terms_.kind(at).folded);
      letters += '-';
      letters += terms_.kind(at + 2).folded;
      if (is(at, Shape::lower) && is(at + 2, Shape::lower)) {
        ++all_[std::move(letters)].small;
      } else if (is_odd(sentence, at)) {
        all_[std::move(letters)].large.push_back(at);
      }
    }
  }

  // "with High-Frequency", "the type of Low-dose gel", "Low-Dose gels are mild": a capital that
  // neither the begin of a sentence nor a name explains.
  [[nodiscard]] bool is_odd(const Sentence& sentence, std::uint32_t at) const {
    const auto is_plain = [&](std::uint32_t part) {
      return is(part, Shape::lower) || is(part, Shape::capitalised);
    };
    if (terms_.is_heading(sentence) || !is_plain(at) || !is_plain(at + 2) || !is_text(sentence, at))
      return false;
    const std::uint32_t behind = at + 3;
    const bool goes_on = behind < sentence.end_token && terms_.follows(behind);
    if (goes_on && !is(behind, Shape::lower)) return false;
    const bool is_behind_lower =
        at > sentence.first_token && terms_.follows(at) && is(at - 1, Shape::lower);
    const bool is_before_noun =
        goes_on && !terms_.is_small(behind) && is(at + 2, Shape::capitalised);
    return (is_behind_lower || is_before_noun) &&
           !is_part_of_name(terms_.reading(), sentence.block, span_of(at));
  }

  // Whether most of the other words stand in small letters.
  [[nodiscard]] bool is_text(const Sentence& sentence, std::uint32_t compound) const {
    constexpr int least = 3;
    int small = 0;
    int large = 0;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!terms_.is_word(at) || (at >= compound && at <= compound + 2)) continue;
      ++(is(at, Shape::lower) ? small : large);
    }
    return small >= least && small >= 2 * large;
  }

  [[nodiscard]] base::Span span_of(std::uint32_t at) const {
    return {terms_.token(at).text.begin, terms_.token(at + 2).text.end};
  }

  void tell(string_view letters, std::uint32_t at, std::uint32_t count) const {
    const bool begins = terms_.begins_sentence(at);
    terms_.report(span_of(at), begins ? base::capitalised(letters) : std::string(letters), count);
  }

  const Terms& terms_;
  const IgnoredTerms& ignored_;
  std::map<std::string, Uses> all_;  // by letters
};

}  // namespace

void judge_compounds(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  Compounds(terms, ignored).judge();
}

}  // namespace linter::checks::policy
