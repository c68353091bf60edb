// What the spelling check says of texts: noise_quality [--list] [--words FILE]... PATH..., files or
// folders of articles. Prints each finding with --list, then findings per 1,000 words and rule.
// Errors and warnings count, suggestions do not.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/context/context.h"
#include "linter/prose/formats.h"

namespace {

using namespace linter;

struct Tally {
  std::size_t words = 0;
  std::map<std::string, std::size_t> by_rule;
};

void add_files(const base::FileSystem& files, const std::string& path,
               std::vector<std::string>& out) {
  const base::FileStatus status = files.status(path);
  if (status.kind == base::FileKind::regular) out.push_back(path);
  if (status.kind != base::FileKind::folder) return;
  const auto entries = files.list(path);
  if (!entries) return;
  for (const auto& entry : *entries) add_files(files, base::join_path(path, entry.name), out);
}

// What stands beside a finding, in one line.
std::string around(std::string_view bytes, base::Span span) {
  constexpr std::size_t wide = 80;
  const std::size_t from = span.begin > wide ? span.begin - wide : 0;
  std::string out(bytes.substr(from, span.end + wide - from));
  std::ranges::replace(out, '\n', ' ');
  return out;
}

void read_article(const base::FileSystem& files, const std::string& path, lexicon::Lexicon& words,
                  checks::Check& check, context::Context& context, bool list, Tally& tally) {
  const prose::Format* format = prose::format_for_path(path);
  auto source = source::read_source(files, path, path);
  if (format == nullptr || !source) return;
  prose::Article article;
  if (!format->read(*source, {}, article)) return;
  sentences::Text text;
  sentences::split(article, text);
  words.annotate(article.view, text);
  const lexicon::Reading reading{*source, article, text, words};
  checks::ArticleResult result;
  check.check_article(reading, context, result);
  for (const auto& token : text.tokens)
    tally.words += token.kind == sentences::TokenKind::word ? 1 : 0;
  findings::locate(result.findings, path, source->bytes);
  for (findings::Finding& finding : result.findings) {
    check.complete(reading, finding);
    if (finding.severity != findings::Severity::suggestion) ++tally.by_rule[finding.rule];
    if (!list) continue;
    std::string suggestions;
    for (const std::string& one : finding.suggestions) suggestions += " " + one;
    std::printf("%s:%u: %s %s: %s ->%s | %s\n", path.c_str(), finding.location.begin.line,
                finding.rule.c_str(), std::string(findings::name(finding.severity)).c_str(),
                finding.location.text.c_str(), suggestions.c_str(),
                around(source->bytes, finding.location.span).c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = base::disk();
  lexicon::VocabularyOptions options;
  options.data_folder = std::string(GALLEY_BUILD_DIR) + "/data";
  bool list = false;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--list") {
      list = true;
    } else if (argument == "--words" && i + 1 < argc) {
      const auto text = files->read(argv[++i], 1 << 24);
      if (text) options.lists.push_back(lexicon::parse_word_list(*text, argv[i]).value);
    } else {
      add_files(*files, argument, paths);
    }
  }
  const auto vocabulary = lexicon::Vocabulary::open(std::move(options));
  if (!vocabulary) {
    std::fprintf(stderr, "%s\n", vocabulary.error().message.c_str());
    return 2;
  }
  const lexicon::TriggerTable triggers;
  lexicon::Lexicon words(*vocabulary, triggers);
  const checks::spelling::Spelling shared(*vocabulary);
  const auto check = checks::spelling::make_spelling(shared);
  const context::CueSet cues;
  context::Context context(cues);
  Tally tally;
  for (const std::string& path : paths)
    read_article(*files, path, words, *check, context, list, tally);
  std::size_t total = 0;
  for (const auto& [rule, count] : tally.by_rule) {
    std::printf("%-32s %6zu  %.2f\n", rule.c_str(), count,
                1000.0 * static_cast<double>(count) / static_cast<double>(tally.words));
    total += count;
  }
  std::printf("%zu words, %zu findings, %.2f per 1,000\n", tally.words, total,
              1000.0 * static_cast<double>(total) /
                  static_cast<double>(std::max<std::size_t>(tally.words, 1)));
  return 0;
}
