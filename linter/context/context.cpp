#include "linter/context/context.h"

#include <algorithm>
#include <bit>
#include <cctype>
#include <tuple>

#include "linter/context/analysis.h"
#include "linter/context/cue_index.h"

namespace linter::context {
namespace {

// Scopes looked at per question, nearest first: no honest sentence has as many, and a hostile one
// must not cost their square.
constexpr std::ptrdiff_t max_scopes_asked = 256;

}  // namespace

struct Context::State {
  explicit State(const CueSet& cues) : index(&cues.index()), analysis(cues.index()) {}

  // Calls `found(scope)` for each scope that holds all of `span` and whose cue stands outside of
  // it.
  void visit(base::Span span, std::uint32_t sentence, auto&& found);
  void visit_affixes(base::Span span, auto&& found) const;
  // Whether a letter stands right before or behind the span.
  [[nodiscard]] bool cuts_word(base::Span span) const;
  [[nodiscard]] Categories in_sentence(base::Span span, std::uint32_t sentence);
  void collect(base::Span span, std::uint32_t sentence, std::vector<Evidence>& evidence);
  // The part of `span` in a sentence, and the sentences that it touches.
  [[nodiscard]] base::Span clipped(base::Span span, std::uint32_t sentence) const;

  const CueSet::Index* index;
  Analysis analysis;
};

void Context::State::visit(base::Span span, std::uint32_t sentence, auto&& found) {
  const auto holds = [&](const Scope& scope) {
    return scope.reach.contains(span) && (scope.holds_cue || !scope.cue.overlaps(span));
  };
  const auto visit_nearest = [&](std::span<const Scope> scopes) {
    const auto end = std::ranges::upper_bound(scopes, span.begin, {},
                                              [](const Scope& scope) { return scope.reach.begin; });
    const auto begin = end - std::min(end - scopes.begin(), max_scopes_asked);
    for (auto scope = begin; scope != end; ++scope)
      if (holds(*scope)) found(*scope);
  };
  const std::uint32_t block = analysis.reading()->text.sentences[sentence].block;
  visit_nearest(analysis.sentence_scopes(sentence));
  visit_nearest(analysis.quotations(block));
  for (const Scope& scope : analysis.block_scopes(block))
    if (holds(scope)) found(scope);
  visit_affixes(span, found);
}

// A span within one word ("pain" in "painless", "tender" in "nontender").
void Context::State::visit_affixes(base::Span span, auto&& found) const {
  if (!cuts_word(span)) return;
  const sentences::Text& text = analysis.reading()->text;
  const std::uint32_t at = text.token_at(span.begin);
  if (at >= text.tokens.size()) return;
  const sentences::Token& token = text.tokens[at];
  if (token.kind != sentences::TokenKind::word || !token.text.contains(span) || token.text == span)
    return;
  const lexicon::Lexicon& lexicon = analysis.reading()->lexicon;
  const std::string_view word = lexicon[lexicon[token.word].folded].text;
  if (word.size() != token.text.size()) return;
  const Affix* longest = nullptr;  // "non-", not "no-", in "nontender"
  for (const Affix& affix : index->affixes) {
    const bool stands = affix.suffix ? word.ends_with(affix.text) : word.starts_with(affix.text);
    if (!stands || affix.text.size() >= word.size()) continue;
    if (longest == nullptr || affix.text.size() > longest->text.size()) longest = &affix;
  }
  if (longest == nullptr) return;
  const auto length = static_cast<std::uint32_t>(longest->text.size());
  const base::Span whole = token.text;
  const base::Span stem = longest->suffix ? base::Span{whole.begin, whole.end - length}
                                          : base::Span{whole.begin + length, whole.end};
  const base::Span cue =
      longest->suffix ? base::Span{stem.end, whole.end} : base::Span{whole.begin, stem.begin};
  if (stem.contains(span)) found(Scope{stem, cue, index->cues[longest->cue].categories, false});
}

bool Context::State::cuts_word(base::Span span) const {
  const std::string_view view = analysis.reading()->article.view;
  const auto is_letter = [&](std::size_t at) {
    return at < view.size() && (std::isalpha(static_cast<unsigned char>(view[at])) != 0 ||
                                static_cast<unsigned char>(view[at]) >= 0x80);
  };
  return is_letter(span.end) || (span.begin > 0 && is_letter(span.begin - 1));
}

// Two denials make an assertion ("not without risk"); everything else adds up.
Categories Context::State::in_sentence(base::Span span, std::uint32_t sentence) {
  Categories result = 0;
  visit(span, sentence, [&](const Scope& scope) {
    constexpr Categories negated = bit(Category::negated);
    result = (result | (scope.categories & ~negated)) ^ (scope.categories & negated);
  });
  return result;
}

void Context::State::collect(base::Span span, std::uint32_t sentence,
                             std::vector<Evidence>& evidence) {
  visit(span, sentence, [&](const Scope& scope) {
    for (Categories rest = scope.categories; rest != 0; rest &= rest - 1) {
      const Evidence one{static_cast<Category>(std::countr_zero(rest)), scope.cue, scope.reach};
      const bool known = std::ranges::any_of(evidence, [&](const Evidence& other) {
        return other.category == one.category && other.cue == one.cue;
      });
      if (!known) evidence.push_back(one);
    }
  });
}

base::Span Context::State::clipped(base::Span span, std::uint32_t sentence) const {
  const base::Span whole = analysis.reading()->text.sentences[sentence].text;
  return {std::clamp(span.begin, whole.begin, whole.end),
          std::clamp(span.end, whole.begin, whole.end)};
}

Context::Context(const CueSet& cues) : state_(std::make_unique<State>(cues)) {}
Context::Context(Context&&) noexcept = default;
Context& Context::operator=(Context&&) noexcept = default;
Context::~Context() = default;

void Context::begin(const lexicon::Reading& reading) {
  state_->analysis.begin(reading);
}

Categories Context::at(base::Span view_span) {
  const std::vector<sentences::Sentence>& all = state_->analysis.reading()->text.sentences;
  if (all.empty()) return 0;
  std::uint32_t sentence = state_->analysis.reading()->text.sentence_at(view_span.begin);
  Categories result = ~Categories{0};
  bool any = false;
  for (; sentence < all.size() && (!any || all[sentence].text.begin < view_span.end); ++sentence) {
    const base::Span part = state_->clipped(view_span, sentence);
    if (part.empty() && any) continue;
    result &= state_->in_sentence(part, sentence);
    any = true;
  }
  return any ? result : 0;
}

std::vector<Evidence> Context::explain(base::Span view_span) {
  std::vector<Evidence> evidence;
  const std::vector<sentences::Sentence>& all = state_->analysis.reading()->text.sentences;
  if (all.empty()) return evidence;
  std::uint32_t sentence = state_->analysis.reading()->text.sentence_at(view_span.begin);
  for (bool first = true;
       sentence < all.size() && (first || all[sentence].text.begin < view_span.end); ++sentence) {
    state_->collect(state_->clipped(view_span, sentence), sentence, evidence);
    first = false;
  }
  std::ranges::sort(evidence, {},
                    [](const Evidence& one) { return std::tuple(one.cue, one.category); });
  return evidence;
}

std::span<const Clause> Context::clauses(std::uint32_t sentence) {
  return state_->analysis.clauses(sentence);
}

}  // namespace linter::context
