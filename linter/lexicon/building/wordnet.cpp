#include <array>
#include <charconv>
#include <sstream>
#include <unordered_map>

#include "linter/base/utf8.h"
#include "linter/lexicon/building/sources.h"
#include "linter/lexicon/case_form.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/inflection.h"

namespace linter::lexicon::building {
namespace {

constexpr std::uint64_t limit = 64ULL << 20;
constexpr std::uint8_t wordnet_tier = 80;
constexpr std::size_t shortest_part = 5;  // of a multi-word lemma ("staphylococcus aureus")

constexpr PosMask bit(PartOfSpeech part) {
  return static_cast<PosMask>(part);
}

struct Counts {
  PosMask parts = 0;  // noun, verb, adjective, adverb
  std::array<unsigned, 4> seen{};
};
using Stems = std::unordered_map<std::string, std::vector<std::string>>;

constexpr std::array<PartOfSpeech, 4> classes{PartOfSpeech::noun, PartOfSpeech::verb,
                                              PartOfSpeech::adjective, PartOfSpeech::adverb};
constexpr std::array<std::string_view, 4> suffixes{"noun", "verb", "adj", "adv"};

struct WordNet {
  std::unordered_map<std::string, Counts> lemmas;  // folded single words
  std::array<Stems, 4> exceptions;
  std::vector<std::string> spellings;  // as written, parts of multi-word lemmas too

  [[nodiscard]] PosMask lemma_parts(const std::string& word) const;
  [[nodiscard]] bool is(const std::string& word, PartOfSpeech part) const {
    return has(lemma_parts(word), part);
  }
  [[nodiscard]] bool any_is(const std::vector<std::string>& words, PartOfSpeech part) const {
    for (const std::string& word : words) {
      if (is(word, part)) return true;
    }
    return false;
  }
  [[nodiscard]] bool has_exception(std::size_t list, const std::string& word) const {
    return exceptions[list].contains(word);
  }
  [[nodiscard]] PosMask parts_of(const std::string& word) const;
  [[nodiscard]] PosMask verb_parts(const std::string& word) const;
};

// A reading that the tagged corpus behind WordNet never has, of a word that it often has, is no
// help ("in" as a noun).
PosMask WordNet::lemma_parts(const std::string& word) const {
  const auto found = lemmas.find(word);
  if (found == lemmas.end()) return 0;
  constexpr unsigned often = 20;
  constexpr unsigned share = 50;
  unsigned total = 0;
  for (const unsigned count : found->second.seen) total += count;
  PosMask parts = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const bool negligible = total >= often && found->second.seen[i] * share < total;
    if (has(found->second.parts, classes[i]) && !negligible) parts |= bit(classes[i]);
  }
  return parts;
}

PosMask WordNet::verb_parts(const std::string& word) const {
  constexpr std::size_t verbs = 1;
  constexpr PosMask verb = PartOfSpeech::verb | PartOfSpeech::finite_verb;
  PosMask parts = 0;
  if (is(word, PartOfSpeech::verb)) parts |= verb | bit(PartOfSpeech::base_form);
  if (any_is(stems_of_s_form(word), PartOfSpeech::verb)) parts |= verb;
  const bool irregular = has_exception(verbs, word);
  if (word.ends_with("ing")) {
    if (irregular || any_is(stems_of_gerund(word), PartOfSpeech::verb)) {
      parts |= bit(PartOfSpeech::verb) | bit(PartOfSpeech::gerund);
    }
  } else if (word.ends_with("ed") &&
             (irregular || any_is(stems_of_past(word), PartOfSpeech::verb))) {
    parts |= verb | bit(PartOfSpeech::participle);
  } else if (irregular && word.ends_with('s')) {
    parts |= verb;
  } else if (irregular) {
    const Past past = irregular_past(word);
    parts |= bit(PartOfSpeech::verb);
    if (past != Past::participle_only) parts |= bit(PartOfSpeech::finite_verb);
    if (past != Past::tense_only) parts |= bit(PartOfSpeech::participle);
  }
  return parts;
}

PosMask WordNet::parts_of(const std::string& word) const {
  if (const auto closed = closed_class(word)) return *closed;
  PosMask parts = lemma_parts(word) | verb_parts(word);
  if (has_exception(0, word) || any_is(singulars(word), PartOfSpeech::noun)) {
    parts |= PartOfSpeech::noun | PartOfSpeech::plural;
  }
  if (has_exception(2, word) || any_is(stems_of_comparison(word), PartOfSpeech::adjective)) {
    parts |= bit(PartOfSpeech::adjective);
  }
  return parts;
}

// "0001740 03 n 01 entity 0 003 ...": the count of words is hexadecimal, each is followed by a
// number.
void read_synset(const std::string& line, PartOfSpeech part, WordNet& net) {
  std::istringstream fields(line);
  std::string skipped;
  std::string count;
  fields >> skipped >> skipped >> skipped >> count;
  unsigned words = 0;
  std::from_chars(count.data(), count.data() + count.size(), words, 16);
  for (unsigned i = 0; i < words; ++i) {
    std::string word;
    std::string id;
    fields >> word >> id;
    word = word.substr(0, word.find('('));  // "(a)", "(p)" mark where an adjective stands
    if (word.find('_') == std::string::npos) {
      net.lemmas[base::lower(word)].parts |= bit(part);
      net.spellings.push_back(word);
      continue;
    }
    std::istringstream pieces(word);
    for (std::string piece; std::getline(pieces, piece, '_');) {
      if (piece.size() >= shortest_part) net.spellings.push_back(piece);
    }
  }
}

void read_exceptions(const std::string& text, Stems& stems) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string form;
    words >> form;
    for (std::string stem; words >> stem;) stems[form].push_back(stem);
  }
}

// "skin%1:08:00:: 1 22": lemma, class (5 = adjective satellite), ..., times seen.
void read_counts(const std::string& text, WordNet& net) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t percent = line.find('%');
    const std::size_t space = line.rfind(' ');
    if (percent == std::string::npos || space == std::string::npos || percent + 1 >= line.size())
      continue;
    const auto found = net.lemmas.find(line.substr(0, percent));
    const char kind = line[percent + 1];
    if (found == net.lemmas.end() || kind < '1' || kind > '5') continue;
    unsigned seen = 0;
    std::from_chars(line.data() + space + 1, line.data() + line.size(), seen);
    found->second.seen[kind == '5' ? 2 : static_cast<std::size_t>(kind - '1')] += seen;
  }
}

base::Result<WordNet> read_wordnet(const base::FileSystem& files, const std::string& folder) {
  WordNet net;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const std::string suffix(suffixes[i]);
    const auto data = files.read(base::join_path(folder, "data." + suffix), limit);
    if (!data) return std::unexpected(data.error());
    std::istringstream lines(*data);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("  ")) read_synset(line, classes[i], net);  // the licence is indented
    }
    const auto exceptions = files.read(base::join_path(folder, suffix + ".exc"), limit);
    if (!exceptions) return std::unexpected(exceptions.error());
    read_exceptions(*exceptions, net.exceptions[i]);
  }
  const auto counts = files.read(base::join_path(folder, "cntlist.rev"), limit);
  if (!counts) return std::unexpected(counts.error());
  read_counts(*counts, net);
  return net;
}

bool is_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    if (!base::is_letter(point.value)) return false;
    at += point.length;
  }
  return true;
}

void add_rare(std::string_view word, const Entries& entries, Entries& rare) {
  const auto known = entries.find(base::lower(word));
  if (known != entries.end() && has(known->second.forms, form_of(word))) return;
  Entry& entry = add_spelling(rare, word, all_dialects);
  if (entry.tier == 0) entry.tier = wordnet_tier;
}

}  // namespace

base::Result<void> add_wordnet(const base::FileSystem& files, const std::string& folder,
                               Entries& entries, Entries& rare) {
  const auto net = read_wordnet(files, folder);
  if (!net) return std::unexpected(net.error());
  for (const std::string& spelling : net->spellings) {
    if (!is_word(spelling)) continue;
    add_rare(spelling, entries, rare);
    if (net->is(base::lower(spelling), PartOfSpeech::noun))
      add_rare(plural_of(spelling), entries, rare);
  }
  for (Entries* set : {&entries, &rare}) {
    for (auto& [word, entry] : *set) {
      entry.parts = net->parts_of(word);
      if (!has(entry.forms, Form::lower)) entry.parts |= bit(PartOfSpeech::proper_noun);
      if (entry.parts == 0) entry.parts = guessed_parts(word);
    }
  }
  return {};
}

}  // namespace linter::lexicon::building
