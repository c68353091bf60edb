#include "linter/checks/policy/rehearsal.h"

#include <algorithm>
#include <tuple>

#include "linter/prose/formats.h"

namespace linter::checks::policy {

Rehearsal::Rehearsal(const Workbench& workbench, Listener* listener)
    : triggers_(workbench.set.atoms()),
      lexicon_(workbench.vocabulary, triggers_),
      context_(workbench.cues),
      check_(make_policy(workbench.set, listener)) {}

base::Result<ArticleResult> Rehearsal::check(std::string_view text, std::string_view format) {
  const prose::Format* reader = prose::format_named(format);
  if (reader == nullptr)
    return base::fail(base::ErrorCode::bad_value,
                      "there is no format '" + std::string(format) + "'");
  auto source = prose::read_article(*reader, "example", std::string(text), {}, article_);
  if (!source) return std::unexpected(source.error());
  if (!article_.front_matter.faults.empty())
    return std::unexpected(article_.front_matter.faults.front());
  source_ = std::move(*source);
  sentences::split(article_, text_);
  lexicon_.annotate(article_.view, text_);
  const lexicon::Reading reading{source_, article_, text_, lexicon_};
  context_.begin(reading);
  ArticleResult result;
  check_->check_article(reading, context_, result);
  const auto place = [](const Summary& one) {
    return std::tuple(one.key, one.location.span.begin);
  };
  std::ranges::sort(result.summaries, {}, place);
  check_->check_corpus(result.summaries, result.findings);
  findings::locate(result.findings, source_.path, source_.bytes);
  std::ranges::sort(result.findings, findings::before);
  return result;
}

}  // namespace linter::checks::policy
