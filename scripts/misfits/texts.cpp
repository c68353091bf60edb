#include "scripts/misfits/texts.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include "linter/base/hash.h"

namespace misfits {
namespace {

constexpr std::uint32_t seldom = 4;  // less often a word that is not known is read as its kind
constexpr std::uint64_t kept_of = 20;

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalpha(byte) != 0 || byte >= 0xC3;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Id kind_of(std::string_view word) {
  const auto ends = [&](std::string_view ending) {
    return word.size() > ending.size() && word.ends_with(ending);
  };
  if (ends("ing")) return other_ing;
  if (ends("ed")) return other_ed;
  if (ends("ly")) return other_ly;
  return ends("s") ? other_s : other;
}

// What a mark is, and how many bytes it takes.
struct Mark {
  Id id = mark;
  std::size_t size = 1;
};
Mark mark_at(std::string_view text) {
  static const std::map<std::string_view, Id> wide = {
      {"\u2013", dash},  {"\u2014", dash},  {"\u2018", quote}, {"\u2019", quote},
      {"\u201C", quote}, {"\u201D", quote}, {"\u2026", stop}};
  static const std::map<char, Id> narrow = {
      {'.', stop},    {'!', stop},    {'?', stop},    {',', comma},   {';', colon}, {':', colon},
      {'(', opening}, {'[', opening}, {')', closing}, {']', closing}, {'"', quote}, {'\'', quote}};
  if (const auto found = wide.find(text.substr(0, 3)); found != wide.end())
    return {found->second, 3};
  if (text.starts_with("--")) return {dash, 2};
  if (text.starts_with('-')) return {text.starts_with("- ") ? dash : hyphen, 1};
  const auto found = narrow.find(text.front());
  return {found == narrow.end() ? mark : found->second, 1};
}

// A word from `at` on, folded, with its apostrophes; `at` is then behind it.
std::string word_at(std::string_view text, std::size_t& at) {
  constexpr std::string_view curly = "\u2019";
  std::string word;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const std::size_t wide = rest.starts_with(curly) ? curly.size() : 1;
    if (wide > 1 || rest.front() == '\'') {
      if (rest.size() <= wide || !is_letter(rest[wide])) break;
      word += '\'';
      at += wide;
      continue;
    }
    const char c = rest.front();
    if (!is_letter(c) && !is_digit(c) && c != '_' && static_cast<unsigned char>(c) < 0x80) break;
    if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) break;
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    ++at;
  }
  return word;
}

// Calls use(word, special, capital) for each place of a paragraph.
template <class Use>
void for_each_place(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\t') {
      ++at;
    } else if (is_digit(c)) {
      while (at < text.size() && (is_digit(text[at]) || is_letter(text[at]) ||
                                  ((text[at] == '.' || text[at] == ',') && at + 1 < text.size() &&
                                   is_digit(text[at + 1]))))
        ++at;
      use(std::string(), number, false);
    } else if (is_letter(c) && mark_at(text.substr(at)).size == 1) {
      const std::string word = word_at(text, at);
      use(word, other, std::isupper(static_cast<unsigned char>(c)) != 0);
    } else {
      const Mark found = mark_at(text.substr(at));
      at += found.size;
      use(std::string(), found.id, false);
    }
  }
}

struct Weight {
  double times = 1;
  bool of_field = false;
};

std::map<std::string, Weight> read_weights(const std::filesystem::path& folder) {
  std::map<std::string, Weight> weights;
  std::ifstream in(folder / "weights.tsv");
  for (std::string name, weight; std::getline(in, name, '\t') && std::getline(in, weight);)
    weights[name] = {std::stod(weight), weight.ends_with("\tfield")};
  return weights;
}

// 2.5 times is twice for some paragraphs and three times for others.
std::uint32_t times_of(double weight, std::string_view paragraph) {
  constexpr std::uint64_t parts = 1000;
  const auto whole = static_cast<std::uint32_t>(weight);
  const auto part = static_cast<double>(linter::base::hash64(paragraph) % parts);
  return whole + (part < (weight - whole) * static_cast<double>(parts) ? 1 : 0);
}

struct Line {
  std::string text;
  std::uint32_t times = 1;
  std::size_t article = 0;
  bool kept = false;  // apart, with its article
  bool of_field = false;
};

std::vector<Line> read_lines(const std::filesystem::path& folder) {
  std::set<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".txt") files.insert(file.path());
  if (files.empty()) throw std::runtime_error("no *.txt in " + folder.string());
  const auto weights = read_weights(folder);
  std::vector<Line> lines;
  std::size_t article = 0;
  bool kept = false;
  for (const auto& file : files) {
    const auto found = weights.find(file.stem().string());
    const Weight weight = found == weights.end() ? Weight() : found->second;
    std::ifstream in(file);
    ++article;
    for (std::string text; std::getline(in, text);) {
      if (text.empty()) {
        ++article;
        continue;
      }
      if (lines.empty() || lines.back().article != article)
        kept = linter::base::hash64(text) % kept_of == 0;
      lines.push_back({text, times_of(weight.times, text), article, kept, weight.of_field});
    }
  }
  return lines;
}

void count_words(const std::vector<Line>& lines, const std::filesystem::path& words,
                 Vocabulary& vocabulary) {
  std::map<std::string, std::uint32_t> counts;
  std::map<std::string, std::uint32_t> of_field;
  std::map<std::string, std::uint32_t> weighted;  // the same, as often as each paragraph counts
  for (const Line& line : lines) {
    for_each_place(line.text, [&](const std::string& word, Id, bool) {
      if (word.empty() || line.kept) return;
      counts[word] += line.times;
      if (!line.of_field) return;
      ++of_field[word];
      weighted[word] += line.times;
    });
  }
  std::set<std::string> known;
  std::ifstream in(words);
  if (!in) throw std::runtime_error("cannot read " + words.string());
  for (std::string word; std::getline(in, word);)
    if (word.size() > 1) known.insert(word);
  std::vector<std::pair<std::uint32_t, std::string>> sorted;
  for (const std::string& word : known) counts[word];
  for (const auto& [word, count] : counts)
    if (count >= seldom || known.contains(word)) sorted.emplace_back(count, word);
  std::ranges::stable_sort(sorted, std::ranges::greater(),
                           [](const auto& one) { return one.first; });
  vocabulary.words.assign(first_word, "");
  vocabulary.counts.assign(first_word, 0);
  vocabulary.of_field.assign(first_word, 0);
  vocabulary.elsewhere.assign(first_word, 0);
  vocabulary.known.assign(first_word, false);
  for (auto& [count, word] : sorted) {
    vocabulary.ids[word] = static_cast<Id>(vocabulary.words.size());
    vocabulary.known.push_back(known.contains(word));
    vocabulary.counts.push_back(count);
    const auto field = of_field.find(word);
    vocabulary.of_field.push_back(field == of_field.end() ? 0 : field->second);
    vocabulary.elsewhere.push_back(count - (field == of_field.end() ? 0 : weighted[word]));
    vocabulary.words.push_back(std::move(word));
  }
}

}  // namespace

Id Vocabulary::id_of(const std::string& word) const {
  const auto found = ids.find(word);
  return found == ids.end() ? kind_of(word) : found->second;
}

Texts read_texts(const std::filesystem::path& folder, const std::filesystem::path& words) {
  Texts texts;
  const std::vector<Line> lines = read_lines(folder);
  count_words(lines, words, texts.vocabulary);
  std::size_t last = 0;
  Article* article = nullptr;
  for (const Line& line : lines) {
    if (line.article != last) {
      last = line.article;
      article = &(line.kept ? texts.kept : texts.fitted).emplace_back();
      article->of_field = line.of_field;
    }
    Paragraph paragraph{.begin = texts.places.size(), .times = line.times};
    for_each_place(line.text, [&](const std::string& word, Id special, bool capital) {
      texts.places.push_back({word.empty() ? special : texts.vocabulary.id_of(word), capital});
    });
    paragraph.end = texts.places.size();
    article->paragraphs.push_back(paragraph);
  }
  return texts;
}

}  // namespace misfits
