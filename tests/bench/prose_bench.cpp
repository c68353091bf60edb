// Reading articles into prose: bytes of source a second, by format.
#include <benchmark/benchmark.h>
#include <string>
#include <string_view>
#include <vector>

#include "linter/prose/formats.h"
#include "linter/prose/masks.h"
#include "linter/prose/normal_text.h"
#include "tests/bench/generated_corpus.h"

namespace {

using linter::prose::Article;

constexpr std::size_t article_bytes = 12'000;
constexpr std::uint64_t articles = 200;

std::vector<linter::source::Source> sources(bench::Style style) {
  std::vector<linter::source::Source> made;
  for (std::uint64_t seed = 0; seed < articles; ++seed) {
    made.push_back({"article.md", bench::make_article(style, seed, article_bytes), false});
  }
  return made;
}

void read_articles(benchmark::State& state, std::string_view format, bench::Style style) {
  const auto* const reader = linter::prose::format_named(format);
  const auto texts = sources(style);
  Article article;
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const auto& source : texts) {
      benchmark::DoNotOptimize(reader->read(source, {}, article));
      bytes += source.bytes.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void scan(benchmark::State& state, std::size_t (*work)(const Article&)) {
  const auto* const reader = linter::prose::format_named("markdown");
  std::vector<Article> read;
  for (const auto& source : sources(bench::Style::documentation)) {
    benchmark::DoNotOptimize(reader->read(source, {}, read.emplace_back()));
  }
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const Article& article : read) {
      benchmark::DoNotOptimize(work(article));
      bytes += article.view.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

std::size_t masks_of(const Article& article) {
  std::vector<linter::prose::Mask> found;
  std::size_t count = 0;
  for (const auto& block : article.blocks) {
    linter::prose::find_masks(block.text.of(article.view), found);
    count += found.size();
  }
  return count;
}

std::size_t specials_of(const Article& article) {
  std::size_t count = 0;
  for (std::size_t at = 0;
       (at = linter::prose::next_special(article.view, at)) < article.view.size(); ++at)
    ++count;
  return count;
}

BENCHMARK_CAPTURE(read_articles, markdown_documentation, "markdown", bench::Style::documentation);
BENCHMARK_CAPTURE(read_articles, markdown_clinic, "markdown", bench::Style::clinic);
BENCHMARK_CAPTURE(read_articles, mdx_documentation, "mdx", bench::Style::documentation);
BENCHMARK_CAPTURE(read_articles, plain_clinic, "plain", bench::Style::clinic);
BENCHMARK_CAPTURE(read_articles, html_clinic, "html", bench::Style::clinic);
BENCHMARK_CAPTURE(scan, masks, masks_of);
BENCHMARK_CAPTURE(scan, specials, specials_of);

}  // namespace
