#include "linter/checks/policy/silences.h"

#include <algorithm>

namespace linter::checks::policy {
namespace {

std::string names_of(context::Categories set) {
  std::string out;
  const auto names = context::category_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!context::has(set, static_cast<context::Category>(i))) continue;
    if (!out.empty()) out += ", ";
    out += names[i];
  }
  return out;
}

}  // namespace

void SilenceRecorder::silenced(const Rule& rule, const Silence& silence) {
  const prose::Article& article = rehearsal_->article();
  const std::string text = quotable(silence.match.of(article.view));
  records_.push_back({&rule, article.source_span(silence.match), text, reason(silence)});
}

std::string SilenceRecorder::quoted(base::Span view_span) const {
  return "“" + quotable(view_span.of(rehearsal_->article().view)) + "”";
}

std::string SilenceRecorder::reason(const Silence& silence) const {
  switch (silence.reason) {
    case Silence::Reason::excepted:
      return "excepted by " + quoted(silence.because);
    case Silence::Reason::silent:
      return cues_behind(silence);
    case Silence::Reason::not_only:
      return silence.categories == 0 ? "in none of the categories that it asks for"
                                     : "in none of the categories that it asks for, only " +
                                           names_of(silence.categories);
    case Silence::Reason::off_topic:
      return "the article is about something else";
    case Silence::Reason::family:
      return "another rule speaks of " + quoted(silence.because);
  }
  return {};
}

// "negated by “not”, question"
std::string SilenceRecorder::cues_behind(const Silence& silence) const {
  std::string out;
  context::Categories explained = 0;
  for (const context::Evidence& one : rehearsal_->context().explain(silence.match)) {
    const context::Categories category = context::bit(one.category);
    if ((category & silence.categories) == 0 || (category & explained) != 0) continue;
    explained |= category;
    if (!out.empty()) out += ", ";
    out += names_of(category);
    if (!one.cue.empty()) out += " by " + quoted(one.cue);
  }
  const std::string others = names_of(silence.categories & ~explained);
  if (others.empty()) return out;
  return out.empty() ? others : out + ", " + others;
}

}  // namespace linter::checks::policy
