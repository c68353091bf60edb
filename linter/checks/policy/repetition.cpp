// repetition: the same word, or the same sentence, twice in a row.
#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

constexpr std::array<std::string_view, 2> unit_names{"word", "sentence"};
constexpr packs::Shape unit_shape{.kind = packs::ShapeKind::choice, .names = [] {
                                    return std::span<const std::string_view>(unit_names);
                                  }};
constexpr std::array<packs::Field, 4> repetition_fields{{
    {"of", &unit_shape, false, "What repeats: word (where it does not say), or sentence."},
    {"tokens", &packs::patterns_shape, false,
     "What may not repeat; any word where it does not say."},
    {"max", &packs::positive_shape, false,
     "How often it may stand in a row; 1 where it does not say."},
    {"ignore", &packs::texts_shape, false, "Repetitions that are fine, such as \"had had\"."},
}};
constexpr std::array<std::string_view, 2> repetition_placeholders{"count", "suggestion"};

class Repetition final : public Judge {
 public:
  Repetition(std::vector<base::Pattern> tokens, std::vector<std::string> ignored,
             std::uint32_t most)
      : tokens_(std::move(tokens)), ignored_(std::move(ignored)), most_(most) {}

  // The hits are blocks in which some word repeats.
  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    for (const Hit& hit : hits) judge_block(scene, hit.block);
  }

 private:
  void judge_block(const Scene& scene, std::uint32_t block) const {
    const sentences::Text& text = scene.reading.text;
    const std::uint32_t end = text.block_first_token[block + 1];
    for (std::uint32_t first = text.block_first_token[block]; first < end;) {
      std::uint32_t behind = first + 1;
      while (behind < end && repeats(scene, first, behind)) ++behind;
      if (behind - first > most_) report(scene, first, behind);
      first = behind;
    }
  }

  static bool repeats(const Scene& scene, std::uint32_t first, std::uint32_t other) {
    const sentences::Token& a = scene.reading.text.tokens[first];
    const sentences::Token& b = scene.reading.text.tokens[other];
    const auto is_word = [](const sentences::Token& token) {
      return token.kind == sentences::TokenKind::word;
    };
    if (!is_word(a) || !is_word(b) || !b.space_before) return false;
    const lexicon::Lexicon& lexicon = scene.reading.lexicon;
    return lexicon[a.word].folded == lexicon[b.word].folded;
  }

  void report(const Scene& scene, std::uint32_t first, std::uint32_t behind) const {
    const auto& tokens = scene.reading.text.tokens;
    const base::Span where{tokens[first].text.begin, tokens[behind - 1].text.end};
    const std::string_view word = scene.view(tokens[first].text);
    if (!tokens_.empty() && std::ranges::none_of(tokens_, [&](const base::Pattern& pattern) {
          return pattern.matches(word).value_or(false);
        })) {
      return;
    }
    if (std::ranges::find(ignored_, base::lower(scene.view(where))) != ignored_.end()) return;
    scene.reports.push_back(
        {.where = where,
         .suggestions = {std::string(word)},
         .values = {{"count", std::to_string(behind - first)}, {"suggestion", std::string(word)}}});
  }

  std::vector<base::Pattern> tokens_;
  std::vector<std::string> ignored_;  // folded
  std::uint32_t most_;
};

// A sentence of some words that stands again behind itself, in the same paragraph: told once,
// however often it does. What code says is not known.
class SentenceRepetition final : public Judge {
 public:
  void judge(const Scene& scene, std::span<const Hit> /*hits*/) const override {
    const auto& sentences = scene.reading.text.sentences;
    bool goes_on = false;
    for (std::size_t at = 1; at < sentences.size(); ++at) {
      const sentences::Sentence& one = sentences[at - 1];
      const sentences::Sentence& other = sentences[at];
      const bool was_told = goes_on;
      goes_on = admits(scene, one) && admits(scene, other) && same(scene, one, other);
      if (!goes_on || was_told) continue;
      const std::string wanted(scene.view(one.text));
      scene.reports.push_back(
          {.where = other.text, .values = {{"count", "2"}, {"suggestion", wanted}}});
    }
  }

 private:
  static bool admits(const Scene& scene, const sentences::Sentence& sentence) {
    return scene.rule.filters.front().places.admit(scene.reading.article.blocks[sentence.block]);
  }

  static bool same(const Scene& scene, const sentences::Sentence& one,
                   const sentences::Sentence& other) {
    constexpr std::size_t least = 5;  // words and marks
    const auto& text = scene.reading.text;
    const auto first = text.tokens_of(one);
    const auto second = text.tokens_of(other);
    return one.block == other.block && first.size() >= least &&
           one.ending != sentences::Ending::none &&
           std::ranges::equal(first, second, [&](const auto& a, const auto& b) {
             return a.kind != sentences::TokenKind::object &&
                    scene.view(a.text) == scene.view(b.text);
           });
  }
};

std::unique_ptr<Judge> compile_repetition(RuleCompiler& compiler) {
  if (packs::text_at(compiler.body(), "of") == "sentence") {
    compiler.judge_always();
    return std::make_unique<SentenceRepetition>();
  }
  std::vector<base::Pattern> tokens;
  for (const base::yaml::Value* item : packs::items_at(compiler.body(), "tokens")) {
    if (auto pattern = compiler.pattern(*item)) tokens.push_back(std::move(*pattern));
  }
  std::vector<std::string> ignored;
  for (const std::string& text : packs::texts_at(compiler.body(), "ignore"))
    ignored.push_back(base::lower(text));
  compiler.add_block_unit({Requirement{.any_of = {{ClueKind::repeated_word}}}});
  const auto most = static_cast<std::uint32_t>(packs::whole_at(compiler.body(), "max", 1));
  return std::make_unique<Repetition>(std::move(tokens), std::move(ignored), most);
}

}  // namespace

Kind repetition_kind() {
  return {.name = "repetition",
          .about = "Reports a word, or a sentence, that stands twice in a row.",
          .fields = repetition_fields,
          .placeholders = repetition_placeholders,
          .filters = false,
          .bounded = false,
          .compile = compile_repetition};
}

}  // namespace linter::checks::policy
