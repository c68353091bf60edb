// The texts that misfits are fitted on: words as numbers, paragraph by paragraph.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace misfits {

using Id = std::uint32_t;

// What stands in a place and is no known word; the names are those of the table's rows.
enum Special : Id {
  nothing,
  stop,
  comma,
  colon,
  opening,
  closing,
  quote,
  dash,
  hyphen,
  number,
  mark,
  other,
  other_s,
  other_ed,
  other_ing,
  other_ly,
  first_word,
};

struct Vocabulary {
  std::vector<std::string> words;     // by falling counts, after the special ones
  std::vector<std::uint32_t> counts;  // in what is fitted, as often as each paragraph counts
  std::vector<std::uint32_t> of_field;   // in the texts of the field, each once
  std::vector<std::uint32_t> elsewhere;  // in all others, as often as each paragraph counts
  std::vector<bool> known;               // whether the list of words has it
  std::unordered_map<std::string, Id> ids;

  [[nodiscard]] Id id_of(const std::string& word) const;
};

struct Place {
  Id id = nothing;
  bool capital = false;
};

struct Paragraph {
  std::size_t begin = 0;  // of Texts::places
  std::size_t end = 0;
  std::uint32_t times = 1;  // that it counts
};

struct Article {
  std::vector<Paragraph> paragraphs;
  bool of_field = false;
};

struct Texts {
  Vocabulary vocabulary;
  std::vector<Place> places;
  std::vector<Article> fitted;
  std::vector<Article> kept;  // apart, for the odds: every twentieth article
};

// Reads the files *.txt of a folder: a line is a paragraph, an empty line ends an article. Its file
// weights.tsv says how often the paragraphs of a file count ("name<TAB>2.5"; else once), and with
// "<TAB>field" behind that, that they are of the field. `words` has the words of a dictionary, one a
// line. Throws std::runtime_error for what cannot be read.
[[nodiscard]] Texts read_texts(const std::filesystem::path& folder,
                               const std::filesystem::path& words);

}  // namespace misfits
