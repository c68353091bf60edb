#include "linter/checks/policy/filtering.h"

#include <algorithm>

#include "linter/checks/policy/longer_names.h"
#include "linter/checks/policy/matches.h"

namespace linter::checks::policy {
namespace {

bool in_link(const prose::Article& article, base::Span block, base::Span match) {
  auto inlined = std::ranges::lower_bound(article.inlines, block.begin, {},
                                          [](const prose::Inline& one) { return one.text.begin; });
  for (; inlined != article.inlines.end() && inlined->text.begin <= match.begin; ++inlined) {
    if (inlined->kind == prose::InlineKind::link_text && inlined->text.contains(match)) return true;
  }
  return false;
}

// The token that a match of a pattern with these bounds begins with at the earliest, where it
// overlaps `match`.
std::uint32_t first_token(const lexicon::Reading& reading, std::uint32_t block, base::Span match,
                          const Bounds& bounds) {
  const std::string_view marks =
      bounds.within == base::Within::clause ? base::clause_marks : base::sentence_marks;
  const auto divides = [&](const sentences::Token& token) {
    return bounds.within != base::Within::text && token.kind == sentences::TokenKind::mark &&
           marks.contains(reading.article.view[token.text.begin]);
  };
  const std::uint32_t at = reading.text.token_at(match.begin);
  const std::uint32_t first = reading.text.block_first_token[block];
  const std::uint32_t end = bounds.reach == 0 ? first : at - std::min(at - first, bounds.reach);
  for (std::uint32_t token = at; token > end; --token) {
    if (divides(reading.text.tokens[token - 1])) return token - 1;  // it may begin with the mark
  }
  return end;
}

}  // namespace

bool FilterRun::counts(const Rule& rule, const Filter& filter, const lexicon::Reading& reading,
                       context::Context& context, std::uint32_t block, base::Span match) {
  const prose::Block& where = reading.article.blocks[block];
  const bool in_block = (filter.places.blocks & where.scopes) != 0;
  if (!in_block && !in_link(reading.article, where.text, match)) return false;
  if (!filter.in_names && is_part_of_name(reading, block, match)) return false;
  // Exceptions cost most, and are asked last where nobody wants to know why a match does not count.
  if (listener_ == nullptr)
    return !in_foreign_sentence(rule, reading, match) && in_context(rule, filter, context, match) &&
           exception_over(filter, reading, block, match) == nullptr;
  if (const base::Span* exception = exception_over(filter, reading, block, match)) {
    listener_->silenced(rule, {Silence::Reason::excepted, match, *exception});
    return false;
  }
  if (in_foreign_sentence(rule, reading, match)) return false;
  return in_context(rule, filter, context, match);
}

// Whether a rule on English wording meets a sentence that is not English.
bool FilterRun::in_foreign_sentence(const Rule& rule, const lexicon::Reading& reading,
                                    base::Span match) {
  if (rule.language != "en" || rule.info.category != findings::Category::wording) return false;
  if (reading.text.sentences.empty()) return false;
  return foreign_.has(reading, reading.text.sentence_at(match.begin));
}

const base::Span* FilterRun::exception_over(const Filter& filter, const lexicon::Reading& reading,
                                            std::uint32_t block, base::Span match) {
  if (filter.except.empty()) return nullptr;
  if (asked_ != &filter || block_ != block) {
    asked_ = &filter;
    block_ = block;
    exceptions_.clear();
    collected_.assign(filter.except.size(), false);
  }
  for (std::size_t i = 0; i < filter.except.size(); ++i) {
    if (collected_[i] || !may_overlap(filter.except[i], reading, block, match)) continue;
    collected_[i] = true;
    collect(filter.except[i], reading, block);
  }
  // The first exception that ends behind the match's begin is the only one that may overlap it:
  // they are disjoint.
  const auto found = std::ranges::upper_bound(exceptions_, match.begin, {}, &base::Span::end);
  return found != exceptions_.end() && found->overlaps(match) ? &*found : nullptr;
}

FilterRun::Known& FilterRun::known_of(const base::Pattern& pattern) {
  const auto [found, is_new] = known_.try_emplace(&pattern);
  if (is_new) found->second.bounds = bounds_of(&pattern);
  return found->second;
}

// Whether an exception may have a match that begins as near to `match` as one has to that overlaps it.
// Which of its matches count, that do not overlap one another, only the whole block tells.
bool FilterRun::may_overlap(const base::Pattern& pattern, const lexicon::Reading& reading,
                            std::uint32_t block, base::Span match) {
  const base::Span where = reading.article.blocks[block].text;
  if (!looks_near_ || where.size() > window_size) return true;
  if (!plain_ || plain_->block != block) plain_ = Plain{block, is_plain(reading, block)};
  if (!plain_->is_plain) return true;
  Known& known = known_of(pattern);
  if (known.bounds.reach == 0 && known.bounds.within == base::Within::text) return true;
  const std::uint32_t token = first_token(reading, block, match, known.bounds);
  const bool is_first = token == reading.text.block_first_token[block];
  const std::uint32_t from = is_first ? where.begin : reading.text.tokens[token].text.begin;
  steps_ += steps_per_byte * (match.end - from);
  return pattern.may_begin(where.of(reading.article.view), from - where.begin,
                           match.end - where.begin, steps_, known.memory);
}

// Adds the matches of an exception in the whole block.
void FilterRun::collect(const base::Pattern& exception, const lexicon::Reading& reading,
                        std::uint32_t block) {
  static_cast<void>(
      for_each_match(exception, known_of(exception).memory, reading.article.view,
                     reading.article.blocks[block].text, steps_,
                     [&](const base::Match& match) { exceptions_.push_back(match.whole); }));
  std::ranges::sort(exceptions_);
  std::size_t kept = 0;
  for (const base::Span span : exceptions_) {
    if (kept > 0 && span.begin < exceptions_[kept - 1].end) {
      exceptions_[kept - 1].end = std::max(exceptions_[kept - 1].end, span.end);
    } else {
      exceptions_[kept++] = span;
    }
  }
  exceptions_.resize(kept);
}

bool FilterRun::in_context(const Rule& rule, const Filter& filter, context::Context& context,
                           base::Span match) {
  if (filter.silent == 0 && filter.only == 0) return true;
  const context::Categories holding = context.at(match);
  if ((holding & filter.silent) != 0) {
    if (listener_ != nullptr)
      listener_->silenced(rule, {Silence::Reason::silent, match, {}, holding & filter.silent});
    return false;
  }
  if (filter.only != 0 && (holding & filter.only) == 0) {
    if (listener_ != nullptr)
      listener_->silenced(rule, {Silence::Reason::not_only, match, {}, holding});
    return false;
  }
  return true;
}

}  // namespace linter::checks::policy
