// What it costs to judge a change: --changed-since beside a plain check of the same articles.
//
// GALLEY_BENCH_MEGABYTES sets the size of the corpus (default 20); 240 is 20,000 articles.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <stdexcept>

#include "linter/base/files.h"
#include "linter/repository/git.h"
#include "linter/run/check_run.h"
#include "tests/bench/generated_corpus.h"
#include "tests/support/process.h"
#include "tests/support/scratch.h"

namespace {

std::uint64_t megabytes() {
  const char* wish = std::getenv("GALLEY_BENCH_MEGABYTES");
  return wish == nullptr ? 20 : std::strtoull(wish, nullptr, 10);
}

void shell(const std::string& script, const std::string& folder) {
  const auto ended = tests::run({.arguments = {"sh", "-c", "set -e\n" + script},
                                 .folder = folder,
                                 .limit = std::chrono::seconds(600)});
  if (ended.exit != 0) throw std::runtime_error(ended.err);
}

// A committed corpus in which every two hundredth article has a sentence more since.
struct Corpus {
  explicit Corpus(bench::Style style)
      : bytes(bench::make_corpus(style, scratch.path(), megabytes() * 1'000'000)) {
    shell(
        "git init -q; git config user.name Test; git config user.email test@example.org; "
        "git add -A; git commit -qm all; git branch base\n"
        "find . -name '*.md' -type f | sort | awk 'NR % 200 == 0' | while read -r file; do "
        "printf '\\nA chemical peel has no downtime.\\n' >> \"$file\"; done; git add -A; "
        "git commit -qm change",
        scratch.path());
  }
  tests::Scratch scratch;
  std::uint64_t bytes;
};

template <bench::Style style>
void check(benchmark::State& state) {
  static const Corpus corpus(style);
  const auto files = linter::base::disk();
  linter::run::CheckRequest request;
  request.paths = {"."};
  request.working_folder = corpus.scratch.path();
  request.today = "2026-11-20";
  request.data_folder = GALLEY_BUILD_DIR "/data";
  request.git_module = linter::repository::find_git_module(*files, GALLEY_BUILD_DIR "/galley");
  if (state.range(0) == 1) request.changed_since = "base";
  std::uint64_t findings = 0;
  for (auto _ : state) {
    const auto outcome = linter::run::check(request, *files);
    if (!outcome.errors.empty()) state.SkipWithError(outcome.errors.front().message.c_str());
    findings = outcome.findings.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * corpus.bytes));
  state.counters["findings"] = static_cast<double>(findings);
}

void ways(benchmark::internal::Benchmark* whole) {
  whole->ArgName("changed_since")
      ->Arg(0)
      ->Arg(1)
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
}

BENCHMARK(check<bench::Style::documentation>)->Apply(ways);
BENCHMARK(check<bench::Style::clinic>)->Apply(ways);

}  // namespace
