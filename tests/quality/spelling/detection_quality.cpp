// How many misspellings the silences hide: detection_quality [--words LIST]... FILE.tsv..., each
// line begins with a misspelling and a tab. Prints those that are no finding in "They use the ...
// here."
#include <cstdio>
#include <fstream>
#include <string>

#include "linter/base/files.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/prose/formats.h"

namespace {

using namespace linter;

struct Desk {
  explicit Desk(const lexicon::Vocabulary& words_of) : vocabulary(words_of) {}

  const lexicon::Vocabulary& vocabulary;
  lexicon::TriggerTable triggers;
  lexicon::Lexicon words{vocabulary, triggers};
  checks::spelling::Spelling shared{vocabulary};
  std::unique_ptr<checks::Check> check = checks::spelling::make_spelling(shared);
  context::CueSet cues;
  context::Context context{cues};

  bool finds(const std::string& wrong) {
    const auto source = source::make_source("a.txt", "They use the " + wrong + " here.\n");
    prose::Article article;
    if (!source || !prose::format_for_path("a.txt")->read(*source, {}, article)) return false;
    sentences::Text text;
    sentences::split(article, text);
    words.annotate(article.view, text);
    checks::ArticleResult result;
    check->check_article({*source, article, text, words}, context, result);
    return !result.findings.empty();
  }
};

}  // namespace

int main(int argc, char** argv) {
  const auto files = base::disk();
  lexicon::VocabularyOptions options;
  options.data_folder = std::string(GALLEY_BUILD_DIR) + "/data";
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--words" && i + 1 < argc) {
      const auto text = files->read(argv[++i], 1 << 24);
      if (text) options.lists.push_back(lexicon::parse_word_list(*text, argv[i]).value);
    } else {
      paths.emplace_back(argv[i]);
    }
  }
  const auto vocabulary = lexicon::Vocabulary::open(std::move(options));
  if (!vocabulary) {
    std::fprintf(stderr, "%s\n", vocabulary.error().message.c_str());
    return 2;
  }
  Desk desk(*vocabulary);
  for (const std::string& path : paths) {
    std::ifstream in(path);
    int all = 0;
    int hidden = 0;
    for (std::string line; std::getline(in, line);) {
      const std::string wrong = line.substr(0, line.find('\t'));
      ++all;
      if (desk.finds(wrong)) continue;
      ++hidden;
      std::printf("%s ", wrong.c_str());
    }
    std::printf("\n%s: %d of %d are no finding\n", path.c_str(), hidden, all);
  }
  return 0;
}
