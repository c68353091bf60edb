// A whole run over a generated corpus: how many bytes of articles a second.
//
// GALLEY_BENCH_MEGABYTES sets the size of the corpus (default 20).
#include <benchmark/benchmark.h>
#include <cstdlib>

#include "linter/base/files.h"
#include "linter/run/check_run.h"
#include "tests/bench/generated_corpus.h"
#include "tests/support/scratch.h"

namespace {

std::uint64_t megabytes() {
  const char* wish = std::getenv("GALLEY_BENCH_MEGABYTES");
  return wish == nullptr ? 20 : std::strtoull(wish, nullptr, 10);
}

// The corpus of a style, made on first need.
struct Corpus {
  explicit Corpus(bench::Style style)
      : bytes(bench::make_corpus(style, scratch.path(), megabytes() * 1'000'000)) {}
  tests::Scratch scratch;
  std::uint64_t bytes;
};

template <bench::Style style>
void whole_run(benchmark::State& state) {
  static const Corpus corpus(style);
  const auto files = linter::base::disk();
  linter::run::CheckRequest request;
  request.paths = {corpus.scratch.path()};
  request.today = "2026-11-20";
  request.data_folder = GALLEY_BUILD_DIR "/data";
  request.jobs = static_cast<std::uint32_t>(state.range(0));
  std::uint64_t findings = 0;
  for (auto _ : state) {
    const auto outcome = linter::run::check(request, *files);
    if (!outcome.errors.empty()) state.SkipWithError(outcome.errors.front().message.c_str());
    findings = outcome.findings.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * corpus.bytes));
  state.counters["findings"] = static_cast<double>(findings);
}

void threads(benchmark::internal::Benchmark* whole) {
  whole->ArgName("threads")
      ->Arg(1)
      ->Arg(2)
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
}

BENCHMARK(whole_run<bench::Style::documentation>)->Apply(threads);
BENCHMARK(whole_run<bench::Style::clinic>)->Apply(threads);

}  // namespace
