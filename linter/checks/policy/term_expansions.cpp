// Abbreviations and the terms that they stand for, told by the initials.
#include <algorithm>
#include <map>
#include <vector>

#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {

using sentences::Sentence;
using sentences::Shape;
using std::string_view;

namespace {

// "Platelet-rich plasma (PRP)", "PRP (platelet-rich plasma)".
struct Definition {
  std::uint32_t letters = 0;  // token of the abbreviation
  std::uint32_t first = 0;    // tokens of the term
  std::uint32_t last = 0;
  std::vector<std::uint32_t> words{};  // of the term, without small ones
  bool letters_first = false;
};
using Definitions = std::map<std::string, std::vector<Definition>, std::less<>>;  // by letters

class Collector {
 public:
  Collector(const Terms& terms, const IgnoredTerms& ignored) : terms_(terms), ignored_(ignored) {}

  [[nodiscard]] Definitions collect() {
    terms_.each_sentence_with(Role::bracket, [&](const Sentence& sentence) {
      for (std::uint32_t at = sentence.first_token + 1; at + 2 < sentence.end_token; ++at) {
        if (terms_.token(at).text.size() == 1 && terms_.text(at) == "(") look(sentence, at);
      }
    });
    return std::move(all_);
  }

  // The terms in front of other letters than theirs, by their definitions: "Follicular unit extraction
  // (FUT)" where the article has it with FUE, too.
  template <class Visit>
  void each_strange(const Definitions& all, const Visit& visit) const {
    terms_.each_sentence_with(Role::bracket, [&](const Sentence& sentence) {
      for (std::uint32_t at = sentence.first_token + 1; at + 2 < sentence.end_token; ++at) {
        if (terms_.text(at) != "(" || !is_letters(at + 1) || terms_.text(at + 2) != ")") continue;
        for (const auto& [letters, definitions] : all) {
          const Definition& one = definitions.front();
          const string_view own = terms_.text(at + 1);  // "FDA", "USFDA": one with more said
          const bool is_other = !own.contains(letters) && !string_view(letters).contains(own);
          if (is_other && stands_before(sentence, at, one))
            visit(Definition{.letters = at + 1, .first = at - (one.last + 1 - one.first)}, one);
        }
      }
    });
  }

  [[nodiscard]] bool is_letters(std::uint32_t at) const {
    constexpr std::size_t least = 2;
    constexpr std::size_t most = 6;
    const std::size_t size = terms_.token(at).text.size();
    return terms_.is_word(at) && terms_.token(at).shape == Shape::upper && terms_.token(at).ascii &&
           size >= least && size <= most;
  }

 private:
  // Whether the term of a definition stands right before the bracket, word for word.
  [[nodiscard]] bool stands_before(const Sentence& sentence, std::uint32_t open,
                                   const Definition& one) const {
    const std::uint32_t size = one.last + 1 - one.first;
    if (open < sentence.first_token + size) return false;
    for (std::uint32_t at = 0; at < size; ++at) {
      const std::uint32_t here = open - size + at;
      const std::uint32_t there = one.first + at;
      if (terms_.is_word(here) != terms_.is_word(there)) return false;
      if (terms_.is_word(here) && terms_.kind(here).folded_id != terms_.kind(there).folded_id)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool joins(std::uint32_t at) const {
    return terms_.is_word(at) || terms_.text(at) == "-" || terms_.text(at) == "‑";
  }

  void look(const Sentence& sentence, std::uint32_t open) {
    if (is_letters(open + 1) && terms_.text(open + 2) == ")") {
      add(open + 1, before(sentence, open, terms_.kind(open + 1).folded), false);
    } else if (is_letters(open - 1)) {
      add(open - 1, behind(sentence, open, terms_.kind(open - 1).folded), true);
    }
  }

  void add(std::uint32_t letters, Definition made, bool letters_first) {
    if (made.words.empty() || ignored_.contains(terms_.kind(letters).folded)) return;
    std::ranges::sort(made.words);
    made.letters = letters;
    made.letters_first = letters_first;
    made.first = made.words.front();
    made.last = made.words.back();
    all_[std::string(terms_.text(letters))].push_back(std::move(made));
  }

  // The words whose initials are the letters, up to the bracket.
  [[nodiscard]] Definition before(const Sentence& sentence, std::uint32_t open,
                                  string_view letters) const {
    Definition made;
    std::size_t left = letters.size();
    for (std::uint32_t at = open; left > 0 && at-- > sentence.first_token;) {
      if (!joins(at)) return {};
      if (!terms_.is_word(at)) continue;
      if (terms_.kind(at).folded.front() == letters[left - 1]) {
        made.words.push_back(at);
        --left;
      } else if (!terms_.is_small(at)) {
        return {};
      }
    }
    return left == 0 ? made : Definition{};
  }

  // The same from the bracket to the one that closes it.
  [[nodiscard]] Definition behind(const Sentence& sentence, std::uint32_t open,
                                  string_view letters) const {
    Definition made;
    std::size_t next = 0;
    std::uint32_t at = open + 1;
    for (; at < sentence.end_token && joins(at); ++at) {
      if (!terms_.is_word(at)) continue;
      if (next < letters.size() && terms_.kind(at).folded.front() == letters[next]) {
        made.words.push_back(at);
        ++next;
      } else if (!terms_.is_small(at)) {
        return {};
      }
    }
    const bool closes = at < sentence.end_token && terms_.text(at) == ")";
    return closes && next == letters.size() ? made : Definition{};
  }

  const Terms& terms_;
  const IgnoredTerms& ignored_;
  Definitions all_;
};

// "pulse" and "pulsed" are forms of one word.
bool are_alike(string_view a, string_view b) {
  constexpr std::size_t least = 4;
  const std::size_t size = std::min({a.size(), b.size(), least});
  return a.substr(0, size) == b.substr(0, size);
}

bool mean_the_same(const Terms& terms, const Definition& a, const Definition& b) {
  return std::ranges::equal(a.words, b.words, [&](std::uint32_t x, std::uint32_t y) {
    return are_alike(terms.kind(x).folded, terms.kind(y).folded);
  });
}

base::Span span_of(const Terms& terms, const Definition& one) {
  return {terms.token(std::min(one.first, one.letters)).text.begin,
          terms.token(std::max(one.last, one.letters) + 1).text.end};  // with the bracket
}

void tell(const Scene& scene, base::Span where, string_view term, std::size_t count) {
  Report made{.where = where};
  made.values = {{"suggestion", std::string(term)}, {"count", std::to_string(count)}};
  scene.reports.push_back(std::move(made));
}

string_view term_of(const Scene& scene, const Terms& terms, const Definition& one) {
  return scene.view({terms.token(one.first).text.begin, terms.token(one.last).text.end});
}

}  // namespace

void judge_expansions(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  Collector collector(terms, ignored);
  const Definitions every = collector.collect();
  for (const auto& [letters, all] : every) {
    for (const Definition& one : all) {
      if (mean_the_same(terms, all.front(), one)) continue;
      tell(scene, span_of(terms, one), term_of(scene, terms, all.front()), all.size());
    }
  }
  if (every.empty()) return;
  collector.each_strange(every, [&](const Definition& one, const Definition& known) {
    tell(scene, span_of(terms, one), scene.view(span_of(terms, known)), 1);
  });
}

void judge_definitions(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  for (const auto& [letters, all] : Collector(terms, ignored).collect()) {
    for (const Definition& one : all) {
      const bool other_way = one.letters_first != all.front().letters_first;
      if (!other_way || !mean_the_same(terms, all.front(), one)) continue;
      tell(scene, span_of(terms, one), letters, all.size());
    }
  }
}

void judge_introductions(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  Collector collector(terms, ignored);
  const Definitions all = collector.collect();
  if (all.empty()) return;
  std::map<string_view, std::uint32_t> used;  // token of the first use
  terms.each_sentence([&](const Sentence& sentence) {
    const prose::Scopes scopes = scene.reading.article.blocks[sentence.block].scopes;
    const bool running = has(scopes, prose::Scope::paragraph) || has(scopes, prose::Scope::list);
    if (sentence.ending == sentences::Ending::none || !running) return;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (collector.is_letters(at)) used.try_emplace(terms.text(at), at);
    }
  });
  for (const auto& [letters, definitions] : all) {
    const Definition& first = definitions.front();
    const auto use = used.find(letters);
    if (use == used.end() || use->second >= std::min(first.first, first.letters)) continue;
    tell(scene, terms.token(use->second).text, term_of(scene, terms, first), definitions.size());
  }
}

}  // namespace linter::checks::policy
