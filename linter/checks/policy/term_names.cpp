// Names that an article spells in two ways.
#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "linter/base/names.h"
#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {
namespace {

using lexicon::WordId;
using sentences::Sentence;
using sentences::Shape;
using std::string_view;
using Uses = std::vector<std::uint32_t>;  // tokens of one form

// "Hair ___ Clinic", "Dr. ___ Lin": what stands before and behind.
using Frame = std::pair<WordId, WordId>;

class Names {
 public:
  Names(const Terms& terms, const IgnoredTerms& ignored) : terms_(terms), ignored_(ignored) {}

  void judge() {
    terms_.each_sentence_with(Role::name, [&](const Sentence& sentence) {
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (!terms_.is_word(at) || terms_.token(at).shape == Shape::lower) continue;
        if (terms_.token(at).shape == Shape::mixed) add_brand(at);
        if (is_framed(sentence, at))
          framed_[{terms_.kind(before(at)).folded_id, terms_.kind(at + 1).folded_id}]
                 [terms_.kind(at).folded]
                     .push_back(at);
        if (is_surname(sentence, at))
          framed_[{terms_.kind(at - 1).folded_id, terms_.kind(at - 1).folded_id}]
                 [terms_.kind(at).folded]
                     .push_back(at);
      }
    });
    for (const auto& [frame, forms] : framed_) compare(forms, is_one_name);
    compare(brands_, is_one_brand);
  }

 private:
  using Forms = std::map<string_view, Uses>;  // by folded text

  [[nodiscard]] bool has_capital(std::uint32_t at) const {
    return terms_.is_word(at) && terms_.token(at).shape != Shape::lower &&
           terms_.token(at).shape != Shape::none;
  }

  // The word before, behind the full stop of a "Dr.".
  [[nodiscard]] std::uint32_t before(std::uint32_t at) const {
    return terms_.text(at - 1) == "." ? at - 2 : at - 1;
  }

  [[nodiscard]] bool is_framed(const Sentence& sentence, std::uint32_t at) const {
    if (at <= sentence.first_token || at + 1 >= sentence.end_token) return false;
    if (terms_.text(at - 1) == "." && at < sentence.first_token + 2) return false;
    const std::uint32_t left = before(at);
    return has_capital(left) && has_capital(at + 1) &&
           terms_.token(at).space_before && terms_.follows(at + 1) && has_capital(at);
  }

  // The "Mehta" of "Dr. Anil Mehta is here".
  [[nodiscard]] bool is_surname(const Sentence& sentence, std::uint32_t at) const {
    constexpr std::array<string_view, 8> titles{"dr",   "mr",    "mrs",    "ms",
                                                "prof", "nurse", "doctor", "professor"};
    if (at < sentence.first_token + 2 || !has_capital(at) || !has_capital(at - 1) ||
        !terms_.follows(at) || !terms_.token(at - 1).space_before)
      return false;
    if (at + 1 < sentence.end_token && terms_.follows(at + 1) && has_capital(at + 1)) return false;
    const std::uint32_t title = before(at - 1);
    return title >= sentence.first_token && title < at &&
           std::ranges::find(titles, terms_.kind(title).folded) != titles.end();
  }

  void add_brand(std::uint32_t at) {
    constexpr std::size_t least = 7;
    const WordKind& kind = terms_.kind(at);
    if (kind.tier == 0 && kind.folded.size() >= least) brands_[kind.folded].push_back(at);
  }

  // "Gro" and "Grow", but neither "Pen" and "Pens" nor two words of the dictionary
  static bool is_one_name(const Terms& terms, std::uint32_t one, std::uint32_t other) {
    constexpr std::size_t least = 3;
    constexpr std::size_t opening = 2;
    const string_view a = terms.kind(one).folded;
    const string_view b = terms.kind(other).folded;
    const bool is_known = terms.kind(one).tier != 0 && terms.kind(other).tier != 0;
    if (is_known || std::min(a.size(), b.size()) < least || is_plural(a, b)) return false;
    const std::array<string_view, 1> names{b};
    return a.substr(0, opening) == b.substr(0, opening) && !base::nearest_name(a, names).empty();
  }

  // "HydraFacial" and "HydroFacial"
  static bool is_one_brand(const Terms& terms, std::uint32_t one, std::uint32_t other) {
    const string_view a = terms.kind(one).folded;
    const string_view b = terms.kind(other).folded;
    if (a.size() != b.size() || a.front() != b.front() || a.back() != b.back()) return false;
    return std::ranges::count_if(a, [&, at = std::size_t{0}](char letter) mutable {
             return letter != b[at++];
           }) == 1;
  }

  static bool is_plural(string_view a, string_view b) {
    return (a.ends_with('s') && a.substr(0, a.size() - 1) == b) ||
           (b.ends_with('s') && b.substr(0, b.size() - 1) == a);
  }

  // Which of two is likelier meant: a word of the dictionary, unless the other one stands far more
  // often; else the one that stands more often, or first.
  [[nodiscard]] bool is_usual(const Uses& one, const Uses& other) const {
    constexpr std::size_t far_more = 3;
    const bool known = terms_.kind(one.front()).tier != 0;
    const bool other_known = terms_.kind(other.front()).tier != 0;
    if (known != other_known) {
      const Uses& sound = known ? one : other;
      const Uses& odd = known ? other : one;
      return (odd.size() >= far_more * sound.size()) != known;
    }
    if (one.size() != other.size()) return one.size() > other.size();
    return one.front() < other.front();
  }

  // Each form against the usual one of those that are like it.
  template <class Like>
  void compare(const Forms& forms, const Like& like) const {
    if (forms.size() < 2) return;
    for (const auto& [letters, uses] : forms) {
      if (ignored_.contains(letters)) continue;
      const Uses* usual = nullptr;
      for (const auto& [others, with] : forms) {
        if (others != letters && is_usual(with, uses) && like(terms_, uses.front(), with.front()) &&
            (usual == nullptr || with.size() > usual->size()))
          usual = &with;
      }
      if (usual == nullptr) continue;
      for (const std::uint32_t at : uses)
        terms_.report(terms_.token(at).text, std::string(terms_.text(usual->front())),
                      usual->size());
    }
  }

  const Terms& terms_;
  const IgnoredTerms& ignored_;
  std::map<Frame, Forms> framed_;
  Forms brands_;
};

// "NOVA Skin Spa", "Nova Skin Spa", "Nova SkinSpa": names of several words in other capitals, or
// with other spaces. Of words in a row that all have capitals, in running text.
class Houses {
 public:
  Houses(const Terms& terms, const IgnoredTerms& ignored) : terms_(terms), ignored_(ignored) {}

  void judge() {
    terms_.each_sentence_with(Role::name, [&](const Sentence& sentence) { find(sentence); });
    for (const auto& [letters, forms] : all_) {
      if (forms.size() > 1 && !ignored_.contains(letters) && is_name(forms)) compare(forms);
    }
  }

 private:
  struct Run {
    std::uint32_t first;
    std::uint32_t behind;
  };
  using Written = std::map<std::string, std::vector<Run>>;  // by text
  static constexpr std::uint32_t most_words = 5;
  static constexpr std::size_t least_letters = 8;

  [[nodiscard]] bool has_capital(std::uint32_t at) const {
    const Shape shape = terms_.token(at).shape;
    return terms_.is_word(at) && shape != Shape::lower && shape != Shape::none;
  }

  // A sentence whose capitals say something.
  [[nodiscard]] bool is_running(const Sentence& sentence) const {
    constexpr int least_words = 4;
    int small = 0;
    int large = 0;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (terms_.is_word(at)) ++(terms_.token(at).shape == Shape::lower ? small : large);
    }
    return small >= least_words && small >= large;
  }

  void find(const Sentence& sentence) {
    if (!is_running(sentence)) return;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token;) {
      std::uint32_t behind = end_of(sentence, at);
      const std::uint32_t other = joined_behind(sentence, behind);
      if (behind > at && other > behind && terms_.is_house(other - 1)) behind = other;
      if (behind > at) add(sentence, {at, behind});
      at = std::max(behind, at + 1);
    }
  }

  // Behind the words with capitals that begin here.
  [[nodiscard]] std::uint32_t end_of(const Sentence& sentence, std::uint32_t at) const {
    std::uint32_t behind = at;
    while (behind < sentence.end_token && has_capital(behind) &&
           (behind == at || terms_.follows(behind)))
      ++behind;
    return behind;
  }

  [[nodiscard]] bool is_and(std::uint32_t at) const {
    return terms_.text(at) == "and" || terms_.text(at) == "&";
  }

  // "& Mill Clinic": behind those that an "and" joins to what stands before it.
  [[nodiscard]] std::uint32_t joined_behind(const Sentence& sentence, std::uint32_t at) const {
    if (at + 1 >= sentence.end_token || !is_and(at) || !terms_.follows(at + 1)) return at;
    const std::uint32_t behind = end_of(sentence, at + 1);
    return behind == at + 1 ? at : behind;
  }

  void add(const Sentence& sentence, Run run) {
    // "Visit Nova Skin Spa": what begins the sentence may not belong to the name.
    if (run.first == sentence.first_token && run.behind > run.first + 2 &&
        (terms_.is_small(run.first) || terms_.can_be(run.first, lexicon::PartOfSpeech::verb)))
      ++run.first;
    const std::uint32_t length = run.behind - run.first;
    if (length > most_words || (length == 1 && terms_.kind(run.first).tier != 0)) return;
    std::string letters;
    std::string text;
    for (std::uint32_t at = run.first; at < run.behind; ++at) {
      letters += is_and(at) ? "&" : terms_.kind(at).folded;
      if (!text.empty()) text += ' ';
      text += terms_.text(at);
    }
    if (letters.size() >= least_letters) all_[std::move(letters)][std::move(text)].push_back(run);
  }

  // Two words in some form, and capitals that no sentence's begin gives.
  [[nodiscard]] bool is_name(const Written& forms) const {
    return std::ranges::any_of(forms, [](const auto& form) {
      const Run& run = form.second.front();
      return run.behind > run.first + 1;
    });
  }

  void compare(const Written& forms) const {
    const auto usual = std::ranges::max_element(forms, [](const auto& a, const auto& b) {
      if (a.second.size() != b.second.size()) return a.second.size() < b.second.size();
      return a.second.front().first > b.second.front().first;
    });
    for (const auto& [text, runs] : forms) {
      if (text == usual->first) continue;
      for (const Run& run : runs) {
        terms_.report({terms_.token(run.first).text.begin, terms_.token(run.behind - 1).text.end},
                      usual->first, usual->second.size());
      }
    }
  }

  const Terms& terms_;
  const IgnoredTerms& ignored_;
  std::map<std::string, Written> all_;  // by letters
};

// "Nova/Velor" beside "Velor/Nova": two names joined by a slash in either order.
void judge_order(const Terms& terms, const IgnoredTerms& ignored) {
  struct Pair {
    std::uint32_t first;  // token
    bool turned;          // the later one of the alphabet stands first
  };
  std::map<std::pair<string_view, string_view>, std::vector<Pair>> all;
  const auto is_name = [&](std::uint32_t at) {
    constexpr std::size_t least = 4;
    const Shape shape = terms.token(at).shape;
    return terms.is_word(at) && terms.token(at).text.size() >= least && shape != Shape::lower &&
           shape != Shape::none;
  };
  terms.each_sentence_with(Role::slash, [&](const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token; at + 2 < sentence.end_token; ++at) {
      if (!is_name(at) || terms.text(at + 1) != "/" || terms.token(at + 1).space_before ||
          !is_name(at + 2) || terms.token(at + 2).space_before)
        continue;
      const string_view a = terms.kind(at).folded;
      const string_view b = terms.kind(at + 2).folded;
      all[std::minmax(a, b)].push_back({at, b < a});
    }
  });
  for (const auto& [names, pairs] : all) {
    const auto turned = static_cast<std::size_t>(std::ranges::count_if(pairs, &Pair::turned));
    const std::size_t straight = pairs.size() - turned;
    if (turned == 0 || straight == 0 || ignored.contains(names.first)) continue;
    const bool keeps_turned =
        turned != straight ? turned > straight : pairs.front().turned;
    for (const Pair& pair : pairs) {
      if (pair.turned == keeps_turned) continue;
      terms.report({terms.token(pair.first).text.begin, terms.token(pair.first + 2).text.end},
                   std::string(terms.text(pair.first + 2)) + "/" +
                       std::string(terms.text(pair.first)),
                   keeps_turned ? turned : straight);
    }
  }
}

}  // namespace

void judge_names(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  Names(terms, ignored).judge();
  Houses(terms, ignored).judge();
  judge_order(terms, ignored);
}

}  // namespace linter::checks::policy
