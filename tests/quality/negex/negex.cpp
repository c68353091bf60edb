// Measures negation on the annotated clinical sentences of the NegEx kit (Chapman et al.), which
// galley does not ship.
//
//   negex FILE [--errors]
//
// Each line of FILE: number, note, phrase, sentence with the phrase in capitals, Affirmed|Negated,
// ... (tabs between). Prints precision, recall and F of "Negated" for odd, even and all line
// numbers. The cues were written with the odd lines in view only; --errors lists what is wrong on
// those.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/base/yaml.h"
#include "linter/context/context.h"
#include "linter/lexicon/reading.h"

namespace {

using linter::base::Span;
using linter::context::Context;
using linter::context::CueSet;

struct Annotation {
  std::size_t line = 0;
  std::string phrase;
  std::string sentence;
  bool negated = false;
};

struct Score {
  std::size_t right = 0, wrong = 0, missed = 0, rest = 0;
  void count(bool found, bool wanted) {
    ++(found ? (wanted ? right : wrong) : (wanted ? missed : rest));
  }
  [[nodiscard]] double precision() const { return share(right, right + wrong); }
  [[nodiscard]] double recall() const { return share(right, right + missed); }
  [[nodiscard]] double f() const { return share(2 * right, 2 * right + wrong + missed); }
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

CueSet shipped_cues() {
  CueSet cues;
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(GALLEY_SOURCE_DIR "/policies/english/cues"))
    files.push_back(entry.path());
  std::ranges::sort(files);
  for (const auto& file : files) {
    const auto document = linter::base::yaml::parse(contents_of(file), file.string());
    for (const auto& error : cues.add(document.value, file.string()))
      std::cerr << error.file << ':' << error.line << ": " << error.message << '\n';
  }
  return cues;
}

// Runs of spaces become one, as in a view.
std::string folded_spaces(const std::string& text) {
  std::string result;
  for (const char letter : text)
    if (letter != ' ' || (!result.empty() && result.back() != ' ')) result += letter;
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::vector<Annotation> annotations(const std::string& path) {
  std::vector<Annotation> all;
  std::ifstream file(path);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    std::array<std::string, 5> fields;
    std::istringstream stream(line);
    for (std::string& field : fields) std::getline(stream, field, '\t');
    all.push_back(
        {number, folded_spaces(fields[2]), folded_spaces(fields[3]), fields[4] == "Negated"});
  }
  return all;
}

std::optional<Span> phrase_in(const Annotation& one) {
  const std::string capitals = [&] {
    std::string text = one.phrase;
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
  }();
  std::size_t at = one.sentence.find(capitals);
  if (at == std::string::npos)
    at = linter::base::lower(one.sentence).find(linter::base::lower(one.phrase));
  if (at == std::string::npos) return std::nullopt;
  return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + one.phrase.size())};
}

class Judge {
 public:
  Judge(const CueSet& cues, const linter::lexicon::Vocabulary& vocabulary)
      : lexicon_(vocabulary, triggers_), context_(cues) {}

  // Whether the phrase is denied; one that its sentence does not hold is not.
  bool denies(const Annotation& one) {
    const auto phrase = phrase_in(one);
    if (!phrase || phrase->empty()) return false;
    article_.clear();
    article_.view = one.sentence;
    linter::prose::Block block;
    block.text = {0, static_cast<std::uint32_t>(one.sentence.size())};
    block.scopes = static_cast<linter::prose::Scopes>(linter::prose::Scope::paragraph);
    article_.blocks.push_back(block);
    linter::sentences::split(article_, text_);
    lexicon_.annotate(article_.view, text_);
    const linter::lexicon::Reading reading{source_, article_, text_, lexicon_};
    context_.begin(reading);
    return linter::context::has(context_.at(*phrase), linter::context::Category::negated);
  }

 private:
  linter::lexicon::TriggerTable triggers_;
  linter::lexicon::Lexicon lexicon_;
  Context context_;
  linter::source::Source source_;
  linter::prose::Article article_;
  linter::sentences::Text text_;
};

void print(const char* name, const Score& score) {
  std::printf("%-5s %5zu lines  precision %.4f  recall %.4f  F %.4f\n", name,
              score.right + score.wrong + score.missed + score.rest, score.precision(),
              score.recall(), score.f());
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "usage: negex FILE [--errors]\n";
    return 2;
  }
  const bool list = count > 2 && std::string_view(arguments[2]) == "--errors";
  linter::lexicon::VocabularyOptions options;
  options.data_folder = GALLEY_BUILD_DIR "/data";
  const auto vocabulary = linter::lexicon::Vocabulary::open(std::move(options));
  if (!vocabulary) {
    std::cerr << vocabulary.error().message << '\n';
    return 2;
  }
  const auto all = annotations(arguments[1]);
  if (all.empty()) {
    std::cerr << arguments[1] << " cannot be read\n";
    return 2;
  }
  const CueSet cues = shipped_cues();
  Judge judge(cues, *vocabulary);
  Score odd, even, both;
  for (const Annotation& one : all) {
    const bool found = judge.denies(one);
    (one.line % 2 == 1 ? odd : even).count(found, one.negated);
    both.count(found, one.negated);
    if (list && found != one.negated && one.line % 2 == 1)
      std::cout << (found ? "wrong  " : "missed ") << one.line << '\t' << one.phrase << '\t'
                << one.sentence << '\n';
  }
  print("odd", odd);
  print("even", even);
  print("all", both);
  return 0;
}
