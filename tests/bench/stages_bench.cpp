// The stages behind prose: bytes of source a second, one thread, with the default packs.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <memory>
#include <string_view>
#include <vector>

#include "linter/config/configurations.h"
#include "linter/prose/formats.h"
#include "linter/run/profiles.h"
#include "linter/sentences/text.h"
#include "tests/bench/generated_corpus.h"

namespace {

using namespace linter;

constexpr std::size_t article_bytes = 12'000;
constexpr std::uint64_t articles = 200;

// What a worker has: the default settings' profile, and instruments of its own.
class Desk {
 public:
  Desk()
      : files_(base::disk()),
        configurations_(*files_, {.working_folder = "/", .file = {}, .packs = {}}) {
    request_.data_folder = GALLEY_BUILD_DIR "/data";
    request_.today = "2026-11-20";
    profiles_ = std::make_unique<run::Profiles>(request_, *files_);
    profile_ = profiles_->get(configurations_.effective("/article.md"), "en");
    lexicon_ = std::make_unique<lexicon::Lexicon>(profile_->vocabulary(), profile_->triggers());
    context_ = std::make_unique<context::Context>(profile_->cues());
    checks_ = profile_->make_checks();
  }

  [[nodiscard]] const run::Profile& profile() const { return *profile_; }
  [[nodiscard]] lexicon::Lexicon& lexicon() { return *lexicon_; }
  [[nodiscard]] context::Context& context() { return *context_; }
  [[nodiscard]] checks::Check* check(std::string_view name) {
    const auto found =
        std::ranges::find(checks_, name, [](const auto& check) { return check->name(); });
    return found == checks_.end() ? nullptr : found->get();
  }

 private:
  std::unique_ptr<base::FileSystem> files_;
  config::Configurations configurations_;
  run::CheckRequest request_;
  std::unique_ptr<run::Profiles> profiles_;
  const run::Profile* profile_ = nullptr;
  std::unique_ptr<lexicon::Lexicon> lexicon_;
  std::unique_ptr<context::Context> context_;
  std::vector<std::unique_ptr<checks::Check>> checks_;
};

struct Draft {
  source::Source source;
  prose::Article article;
  sentences::Text text;
};

std::vector<Draft> drafts(bench::Style style, Desk& desk) {
  std::vector<Draft> made(articles);
  for (std::uint64_t seed = 0; seed < articles; ++seed) {
    Draft& draft = made[seed];
    draft.source = {"article.md", bench::make_article(style, seed, article_bytes), false};
    const auto read = prose::format_named("markdown")->read(draft.source, {}, draft.article);
    if (!read) continue;
    sentences::split(draft.article, draft.text);
    desk.lexicon().annotate(draft.article.view, draft.text);
  }
  return made;
}

template <class Work>
void each(benchmark::State& state, std::vector<Draft>& drafts, const Work& work) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (Draft& draft : drafts) {
      work(draft);
      bytes += draft.source.bytes.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void sentences_of(benchmark::State& state, bench::Style style) {
  Desk desk;
  auto texts = drafts(style, desk);
  each(state, texts, [](Draft& draft) { sentences::split(draft.article, draft.text); });
}

// Words that were all met before, as in the middle of a run.
void known_words(benchmark::State& state, bench::Style style) {
  Desk desk;
  auto texts = drafts(style, desk);
  each(state, texts,
       [&](Draft& draft) { desk.lexicon().annotate(draft.article.view, draft.text); });
}

// Each article's words looked up anew, as at the start of a run.
void new_words(benchmark::State& state, bench::Style style) {
  Desk desk;
  auto texts = drafts(style, desk);
  each(state, texts, [&](Draft& draft) {
    lexicon::Lexicon lexicon(desk.profile().vocabulary(), desk.profile().triggers());
    lexicon.annotate(draft.article.view, draft.text);
  });
}

void check(benchmark::State& state, std::string_view name, bench::Style style) {
  Desk desk;
  auto texts = drafts(style, desk);
  checks::Check* const check = desk.check(name);
  if (check == nullptr) return state.SkipWithError("no such check");
  checks::ArticleResult result;
  std::size_t findings = 0;
  each(state, texts, [&](Draft& draft) {
    const lexicon::Reading reading{draft.source, draft.article, draft.text, desk.lexicon()};
    desk.context().begin(reading);
    result = {};
    check->check_article(reading, desk.context(), result);
    findings += result.findings.size();
  });
  state.counters["findings"] =
      benchmark::Counter(static_cast<double>(findings), benchmark::Counter::kAvgIterations);
}

BENCHMARK_CAPTURE(sentences_of, documentation, bench::Style::documentation);
BENCHMARK_CAPTURE(sentences_of, clinic, bench::Style::clinic);
BENCHMARK_CAPTURE(known_words, documentation, bench::Style::documentation);
BENCHMARK_CAPTURE(known_words, clinic, bench::Style::clinic);
BENCHMARK_CAPTURE(new_words, documentation, bench::Style::documentation);
BENCHMARK_CAPTURE(check, spelling_documentation, "spelling", bench::Style::documentation);
BENCHMARK_CAPTURE(check, spelling_clinic, "spelling", bench::Style::clinic);
BENCHMARK_CAPTURE(check, policy_documentation, "policy", bench::Style::documentation);
BENCHMARK_CAPTURE(check, policy_clinic, "policy", bench::Style::clinic);
BENCHMARK_CAPTURE(check, claims_documentation, "claims", bench::Style::documentation);
BENCHMARK_CAPTURE(check, claims_clinic, "claims", bench::Style::clinic);

}  // namespace
