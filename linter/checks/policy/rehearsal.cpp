#include "linter/checks/policy/rehearsal.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "linter/prose/formats.h"

namespace linter::checks::policy {
namespace {

constexpr const char* example_name = "example";

}  // namespace

Rehearsal::Rehearsal(const Workbench& workbench, Listener* listener)
    : triggers_(workbench.set.atoms()),
      lexicon_(workbench.vocabulary, triggers_),
      context_(workbench.cues),
      check_(make_policy(workbench.set, listener)) {}

base::Result<void> Rehearsal::read(std::string_view text, std::string_view format,
                                   const std::string& path, ArticleResult& result) {
  const prose::Format* reader = prose::format_named(format);
  if (reader == nullptr)
    return base::fail(base::ErrorCode::bad_value,
                      "there is no format '" + std::string(format) + "'");
  auto source = prose::read_article(*reader, path, std::string(text), {}, article_);
  if (!source) return std::unexpected(source.error());
  if (!article_.front_matter.faults.empty())
    return std::unexpected(article_.front_matter.faults.front());
  source_ = std::move(*source);
  sentences::split(article_, text_);
  lexicon_.annotate(article_.view, text_);
  const lexicon::Reading reading{source_, article_, text_, lexicon_};
  context_.begin(reading);
  check_->check_article(reading, context_, result);
  return {};
}

void Rehearsal::judge_corpus(ArticleResult& result) {
  const auto place = [](const Summary& one) {
    return std::tuple(one.key, one.location.file, one.location.span.begin);
  };
  std::ranges::sort(result.summaries, {}, place);
  check_->check_corpus(result.summaries, result.findings);
  std::erase_if(result.findings,
                [&](const auto& one) { return one.location.file != source_.path; });
  findings::locate(result.findings, source_.path, source_.bytes);
  std::ranges::sort(result.findings, findings::before);
}

base::Result<ArticleResult> Rehearsal::check(std::string_view text, std::string_view format) {
  ArticleResult result;
  if (auto done = read(text, format, example_name, result); !done)
    return std::unexpected(done.error());
  judge_corpus(result);
  return result;
}

base::Result<ArticleResult> Rehearsal::check(const packs::Example& example) {
  ArticleResult others;
  for (std::size_t i = 0; i < example.beside.size(); ++i) {
    const std::string path = "other" + std::to_string(i + 1);
    if (auto done = read(example.beside[i], example.format, path, others); !done)
      return std::unexpected(done.error());
  }
  ArticleResult result;
  if (auto done = read(example.text, example.format, example_name, result); !done)
    return std::unexpected(done.error());
  std::ranges::move(others.summaries, std::back_inserter(result.summaries));
  judge_corpus(result);
  return result;
}

}  // namespace linter::checks::policy
