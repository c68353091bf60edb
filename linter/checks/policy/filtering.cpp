#include "linter/checks/policy/filtering.h"

#include <algorithm>

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

}  // namespace

bool FilterRun::counts(const Rule& rule, const Filter& filter, const lexicon::Reading& reading,
                       context::Context& context, std::uint32_t block, base::Span match) {
  const prose::Block& where = reading.article.blocks[block];
  const bool in_block = (filter.places.blocks & where.scopes) != 0;
  if (!in_block && !in_link(reading.article, where.text, match)) return false;
  if (const base::Span* exception = exception_over(filter, reading, block, match)) {
    if (listener_ != nullptr)
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
  if (asked_ != &filter || block_ != block) collect_exceptions(filter, reading, block);
  // The first exception that ends behind the match's begin is the only one that may overlap it:
  // they are disjoint.
  const auto found = std::ranges::upper_bound(exceptions_, match.begin, {}, &base::Span::end);
  return found != exceptions_.end() && found->overlaps(match) ? &*found : nullptr;
}

void FilterRun::collect_exceptions(const Filter& filter, const lexicon::Reading& reading,
                                   std::uint32_t block) {
  asked_ = &filter;
  block_ = block;
  exceptions_.clear();
  for (const base::Pattern& pattern : filter.except) {
    const auto error = for_each_match(
        pattern, memories_[&pattern], reading.article.view, reading.article.blocks[block].text,
        steps_, [&](const base::Match& match) { exceptions_.push_back(match.whole); });
    if (error) continue;
  }
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
