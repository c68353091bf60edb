#include "linter/checks/policy/measures.h"

#include <algorithm>
#include <array>
#include <string>

#include "linter/base/utf8.h"

namespace linter::checks::policy {
namespace {

using sentences::Token;
using sentences::TokenKind;

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// Endings in which an e is silent although a consonant follows it.
bool has_silent_ending(std::string_view word) {
  const auto before = [&](std::size_t size) {
    return word.size() > size ? word[word.size() - size - 1] : ' ';
  };
  if (word.ends_with("ed")) return before(2) != 't' && before(2) != 'd' && !is_vowel(before(2));
  if (word.ends_with("es")) {
    const std::string_view stem = word.substr(0, word.size() - 2);
    constexpr std::array<std::string_view, 7> sounding{"s", "x", "z", "ch", "sh", "c", "g"};
    const bool sounds =
        std::ranges::any_of(sounding, [&](std::string_view end) { return stem.ends_with(end); });
    return !sounds && !is_vowel(before(2));
  }
  if (word.ends_with("ely") || word.ends_with("eful") || word.ends_with("eless") ||
      word.ends_with("ement"))
    return true;
  return false;
}

bool has_silent_e(std::string_view word) {
  if (!word.ends_with('e') || word.size() < 3) return false;
  const char last = word[word.size() - 2];
  if (is_vowel(last)) return false;
  const bool sounding_le = last == 'l' && word.size() > 3 && !is_vowel(word[word.size() - 3]);
  return !sounding_le;
}

// Vowels that stand together and are spoken apart: "skiing", "being", "medium", "idea", "radio",
// "cruel".
std::uint32_t hiatuses(std::string_view word) {
  constexpr std::array<std::string_view, 13> pairs{
      "iu", "io", "ia", "ua", "uou", "eo", "ism", "yi", "iin", "eing", "ying", "uity", "scie"};
  std::uint32_t count = 0;
  for (const std::string_view pair : pairs) {
    for (std::size_t at = word.find(pair); at != std::string_view::npos;
         at = word.find(pair, at + 1)) {
      const std::string_view around = word.substr(at == 0 ? 0 : at - 1);
      constexpr std::array<std::string_view, 12> together{"tion", "sion", "xion", "cion",
                                                          "cian", "tian", "cial", "tial",
                                                          "qua",  "gua",  "geo",  "gio"};
      if (at > 0 && std::ranges::any_of(
                        together, [&](std::string_view one) { return around.starts_with(one); }))
        continue;
      if (pair == "ism" && at + 3 != word.size()) continue;
      ++count;
    }
  }
  return count;
}

std::uint32_t syllables_in_folded(std::string_view word) {
  std::uint32_t groups = 0;
  bool inside = false;
  for (const char c : word) {
    const bool vowel = is_vowel(c);
    if (vowel && !inside) ++groups;
    inside = vowel;
  }
  groups += hiatuses(word);
  if (groups > 1 && word.ends_with("ea")) ++groups;           // "area", but "tea"
  if (word.find("fety") != std::string_view::npos) --groups;  // "safety"
  if (groups > 1 && (has_silent_e(word) || has_silent_ending(word))) --groups;
  return std::max(groups, 1U);
}

// Three syllables that only an ending brings do not make a word hard (Gunning).
bool is_complex(std::string_view folded, std::uint32_t syllables) {
  if (syllables < 3) return false;
  for (const std::string_view ending : {"es", "ed", "ing"}) {
    if (syllables == 3 && folded.ends_with(ending)) {
      const std::string_view stem = folded.substr(0, folded.size() - ending.size());
      if (syllables_in_folded(stem) < 3) return false;
    }
  }
  return true;
}

void add_word(Counts& counts, std::string_view word, bool name) {
  std::array<char, 64> buffer{};
  const std::size_t size = std::min(word.size(), buffer.size());
  std::transform(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(size), buffer.begin(),
                 small);
  const std::string_view folded(buffer.data(), size);
  const std::uint32_t syllables = syllables_in_folded(folded);
  counts.syllables += syllables;
  if (syllables >= 3) ++counts.polysyllables;
  if (!name && is_complex(folded, syllables)) ++counts.complex_words;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  words += other.words;
  sentences += other.sentences;
  paragraphs += other.paragraphs;
  characters += other.characters;
  letters += other.letters;
  syllables += other.syllables;
  long_words += other.long_words;
  polysyllables += other.polysyllables;
  complex_words += other.complex_words;
  return *this;
}

std::uint32_t syllables_in(std::string_view word) {
  std::string folded(word);
  std::ranges::transform(folded, folded.begin(), small);
  return syllables_in_folded(folded);
}

Counts counts_of(const lexicon::Reading& reading, const sentences::Sentence& sentence) {
  Counts counts;
  bool joined = false;  // a hyphen joins the next word to the last
  bool first = true;
  std::size_t letters_in_word = 0;
  for (const Token& token : reading.text.tokens_of(sentence)) {
    const std::string_view text = reading.view(token.text);
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) {
      joined = text == "-" && !token.space_before && counts.words > 0;
      continue;
    }
    const bool continues = joined && !token.space_before;
    joined = false;
    const std::size_t letters = token.ascii ? text.size() : base::count_code_points(text);
    letters_in_word = continues ? letters_in_word + letters : letters;
    if (!continues) ++counts.words;
    counts.letters += static_cast<std::uint32_t>(letters);
    const std::size_t before = letters_in_word - letters;
    if (letters_in_word > 6 && before <= 6) ++counts.long_words;
    add_word(counts, text, token.shape == sentences::Shape::capitalised && !first);
    first = false;
  }
  counts.sentences = counts.words > 0 ? 1 : 0;
  counts.characters =
      static_cast<std::uint32_t>(base::count_code_points(reading.view(sentence.text)));
  return counts;
}

void Measures::begin(const lexicon::Reading& reading) {
  reading_ = &reading;
  counted_ = false;
}

const Counts& Measures::block(std::uint32_t index) {
  if (!counted_) {
    counted_ = true;
    blocks_.clear();
    for (std::uint32_t block = 0; block < reading_->article.blocks.size(); ++block) {
      Counts counts;
      for (const sentences::Sentence& sentence : reading_->text.sentences_of_block(block))
        counts += counts_of(*reading_, sentence);
      counts.paragraphs = counts.words > 0 ? 1 : 0;
      counts.characters = static_cast<std::uint32_t>(
          base::count_code_points(reading_->view(reading_->article.blocks[block].text)));
      blocks_.push_back(counts);
    }
  }
  return blocks_[index];
}

}  // namespace linter::checks::policy
