#include "scripts/misfits/table.h"

#include <array>
#include <cmath>
#include <iostream>
#include <map>
#include <string_view>
#include <vector>

namespace misfits {
namespace {

constexpr auto special_names =
    std::to_array<const char*>({"<nothing>", "<stop>", "<comma>", "<colon>", "<opening>",
                                "<closing>", "<quote>", "<dash>", "<hyphen>", "<number>", "<mark>",
                                "<other>", "<other-s>", "<other-ed>", "<other-ing>", "<other-ly>"});
static_assert(special_names.size() == first_word);

std::string letters(const std::int8_t* figures) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < width; ++i)
    text += alphabet[static_cast<std::size_t>(figures[i] + 32)];
  return text;
}

template <class Numbers>
std::string line_of(const std::string& key, const Numbers& numbers) {
  std::string line = key;
  for (const int number : numbers) line += (line == key ? '\t' : ' ') + std::to_string(number);
  return line + '\n';
}

// The figures that a word adds from each place, up to the last that it has its own for.
std::string places_of(const Figures& figures, Id id) {
  const std::array<std::int8_t, width> zeros{};
  std::string text;
  for (std::size_t slot = 0; slot < slots && id < rows_of_slot[slot]; ++slot)
    text += letters(slot == topic && id < first_of_topic ? zeros.data()
                                                         : &figures.rows[slot][id * width]);
  return text;
}

}  // namespace

std::string table_of(const Vocabulary& words, const Figures& figures, const Odds& odds) {
  std::vector<bool> needed(words.words.size());
  for (Id id = first_word; id < needed.size(); ++id) {
    for (const Choice& choice : odds.choices[id]) needed[id] = needed[choice.meant] = true;
  }
  for (const Id id : odds.of_field) needed[id] = true;
  std::map<std::string, std::string> rows;
  for (Id id = 0; id < needed.size(); ++id) {
    const std::string name = id < first_word ? special_names[id] : words.words[id];
    std::string row = places_of(figures, id);
    if ((row.empty() && !needed[id]) || name.find_first_of(" \t:") != std::string::npos) continue;
    row += '\t';
    if (needed[id])
      row += std::to_string(figures.biases[id]) + ' ' + letters(&figures.fits[id * width]);
    char mark = '\t';
    for (const Choice& choice : odds.choices[id]) {
      row += mark + words.words[choice.meant] + ':' + std::to_string(choice.odds);
      if (choice.in_field != 0) row += ':' + std::to_string(choice.in_field);
      mark = ' ';
    }
    rows[name] = row + (mark == '\t' ? "\t" : "");
  }
  std::string text =
      line_of("@start", figures.start) + line_of("@curve", odds.curve) +
      line_of("@written", odds.written) + line_of("@meant", odds.meant) +
      line_of("@step", std::array{static_cast<int>(std::lround(0.25 / figures.unit))}) +
      line_of("@least", std::array{odds.least_suggestion, odds.least_warning});
  std::string of_field;
  for (const Id id : odds.of_field) of_field += (of_field.empty() ? '\t' : ' ') + words.words[id];
  if (!of_field.empty()) text += "@field" + of_field + '\n';
  for (const auto& [name, row] : rows) text += name + '\t' + row + '\n';
  return text;
}

std::string fitted_table(const std::filesystem::path& texts, const std::filesystem::path& words,
                         const std::filesystem::path& right,
                         const std::filesystem::path& confused) {
  const Texts read = read_texts(texts, words);
  std::cerr << read.places.size() << " places, " << read.vocabulary.words.size() << " words\n";
  const auto likes = likes_of(read.vocabulary);
  const Figures figures(fit(read, likes));
  const Odds odds = odds_of(read, likes, figures, read_pairs(right), read_confused(confused));
  return table_of(read.vocabulary, figures, odds);
}

}  // namespace misfits
