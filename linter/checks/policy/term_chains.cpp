// Compounds of three words and more, with hyphens and without.
#include <algorithm>
#include <map>
#include <vector>

#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {
namespace {

using sentences::Sentence;

// "nose-to-mouth lines": the compound and the noun that it stands before, whose number may differ.
struct Chain {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

class Chains {
 public:
  explicit Chains(const Terms& terms) : terms_(terms) {}

  void judge(const IgnoredTerms& ignored) {
    terms_.each_sentence_with(Role::hyphens,
                              [&](const Sentence& sentence) { find_joined(sentence); });
    if (all_.empty()) return;
    terms_.each_sentence([&](const Sentence& sentence) { find_apart(sentence); });
    for (const auto& [letters, uses] : all_) {
      if (uses.apart.empty() || ignored.contains(letters)) continue;
      const bool keeps_joined = uses.joined.size() >= uses.apart.size();
      const std::vector<Chain>& rare = keeps_joined ? uses.apart : uses.joined;
      for (const Chain& chain : rare)
        report(chain, keeps_joined ? '-' : ' ',
               keeps_joined ? uses.joined.size() : uses.apart.size());
    }
  }

 private:
  struct Uses {
    std::vector<Chain> joined;
    std::vector<Chain> apart;
  };
  static constexpr std::uint32_t least_words = 3;
  static constexpr std::uint32_t most_words = 4;

  [[nodiscard]] bool is_hyphen(std::uint32_t at) const {
    return !terms_.is_word(at) && !terms_.token(at).space_before && terms_.text(at) == "-";
  }

  // With the noun behind, so that only the same position counts: "up-to-date advice" is right
  // beside "advice that is up to date".
  [[nodiscard]] std::string key(const std::vector<std::uint32_t>& words) const {
    std::string letters;
    for (const std::uint32_t at : words) letters.append(terms_.kind(at).folded).append(" ");
    letters.pop_back();
    if (letters.ends_with('s') && !letters.ends_with("ss")) letters.pop_back();
    return letters;
  }

  void find_joined(const Sentence& sentence) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!terms_.is_word(at)) continue;
      words.assign(1, at);
      while (at + 2 < sentence.end_token && is_hyphen(at + 1) && terms_.is_word(at + 2) &&
             !terms_.token(at + 2).space_before) {
        at += 2;
        words.push_back(at);
      }
      if (words.size() < least_words || words.size() > most_words) continue;
      const std::uint32_t next = at + 1;
      if (next >= sentence.end_token || !terms_.follows(next) || terms_.is_small(next)) continue;
      words.push_back(next);
      all_[key(words)].joined.push_back({words.front(), at});
      openings_.push_back(terms_.kind(words.front()).folded_id);
    }
  }

  void find_apart(const Sentence& sentence) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t first = sentence.first_token; first < sentence.end_token; ++first) {
      if (!terms_.is_word(first) ||
          std::ranges::find(openings_, terms_.kind(first).folded_id) == openings_.end())
        continue;
      words.assign(1, first);
      for (std::uint32_t at = first + 1;
           at < sentence.end_token && words.size() <= most_words && terms_.follows(at); ++at) {
        words.push_back(at);
        if (words.size() <= least_words) continue;
        const auto known = all_.find(key(words));
        if (known != all_.end()) known->second.apart.push_back({first, at - 1});
      }
    }
  }

  void report(const Chain& chain, char joint, std::size_t count) const {
    std::string wanted;
    for (std::uint32_t at = chain.first; at <= chain.last; ++at) {
      if (!terms_.is_word(at)) continue;
      if (!wanted.empty()) wanted += joint;
      wanted += terms_.text(at);
    }
    terms_.report({terms_.token(chain.first).text.begin, terms_.token(chain.last).text.end},
                  std::move(wanted), count);
  }

  const Terms& terms_;
  std::map<std::string, Uses> all_;  // by letters
  std::vector<lexicon::WordId> openings_;
};

}  // namespace

void judge_chains(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  Chains(terms).judge(ignored);
}

}  // namespace linter::checks::policy
