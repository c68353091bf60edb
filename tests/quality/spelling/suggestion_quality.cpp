// How often the right word comes first: suggestion_quality [--show | --scores] FILE.tsv..., each
// line "misspelling<TAB>right|also right". --show prints the misses, --scores what the first
// suggestion of each word scores and whether it is right.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/suggest/suggester.h"

namespace {

struct Score {
  int words = 0;
  int first = 0;
  int five = 0;
  int known = 0;  // accepted as written: no spell checker asks about them
};

bool is_right(std::string_view suggestion, const std::string& truth) {
  const std::string folded = linter::base::lower(suggestion);
  std::istringstream rights(truth);
  for (std::string right; std::getline(rights, right, '|');) {
    if (linter::base::lower(right) == folded) return true;
  }
  return false;
}

struct Wanted {
  bool misses = false;
  bool scores = false;
};

Score measure(const linter::lexicon::Vocabulary& words, const std::string& path, Wanted wanted) {
  const linter::checks::spelling::Suggester suggester(words);
  Score score;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string wrong = line.substr(0, tab);
    const std::string truth = line.substr(tab + 1);
    if (words.accepts(wrong)) {
      ++score.known;
      continue;
    }
    ++score.words;
    const auto found = suggester.suggest(wrong);
    const auto place =
        std::ranges::find_if(found, [&](const auto& s) { return is_right(s.text, truth); });
    if (place == found.begin() && !found.empty()) ++score.first;
    if (place != found.end()) ++score.five;
    if (wanted.scores && !found.empty()) {
      std::printf("%s\t%s\t%d\t%d\n", wrong.c_str(), found.front().text.c_str(),
                  found.front().score, place == found.begin() ? 1 : 0);
    }
    if (wanted.misses && (found.empty() || place != found.begin())) {
      std::printf("%s\t%s\t", wrong.c_str(), truth.c_str());
      for (const auto& s : found) std::printf(" %s(%d)", s.text.c_str(), s.score);
      std::printf("\n");
    }
  }
  return score;
}

}  // namespace

int main(int argc, char** argv) {
  linter::lexicon::VocabularyOptions options;
  options.data_folder = std::string(GALLEY_BUILD_DIR) + "/data";
  const auto words = linter::lexicon::Vocabulary::open(std::move(options));
  if (!words) {
    std::fprintf(stderr, "%s\n", words.error().message.c_str());
    return 2;
  }
  Wanted wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    wanted.misses = wanted.misses || argument == "--show";
    wanted.scores = wanted.scores || argument == "--scores";
    if (argument.starts_with("--")) continue;
    const auto start = std::chrono::steady_clock::now();
    const Score s = measure(*words, argv[i], wanted);
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - start;
    std::printf(
        "%s: %d words, first %.1f %%, in five %.1f %%, %.2f ms a word; %d more are words as they "
        "stand\n",
        argv[i], s.words, 100.0 * s.first / std::max(1, s.words),
        100.0 * s.five / std::max(1, s.words), spent.count() / std::max(1, s.words), s.known);
  }
  return 0;
}
