#include <array>
#include <sstream>

#include "linter/base/utf8.h"
#include "linter/lexicon/building/sources.h"
#include "linter/lexicon/case_form.h"

namespace linter::lexicon::building {
namespace {

constexpr std::array<int, 10> sizes{10, 20, 35, 40, 50, 55, 60, 70, 80, 95};
constexpr int accepted_size =
    70;  // Debian's hunspell-en-us stops at 60; of 2,639 public misspellings 61 to 70 hides none
constexpr int variant_size = 60;
constexpr int rare_size = 80;

constexpr Dialects bit(Dialect dialect) {
  return static_cast<Dialects>(dialect);
}

// SCOWL's file names are CLASS-KIND.SIZE.
struct List {
  std::string_view name;
  Dialects dialects;
};
constexpr std::array lists{
    List{"english-words", all_dialects},
    List{"english-upper", all_dialects},
    List{"english-proper-names", all_dialects},
    List{"english-contractions", all_dialects},
    List{"american-words", bit(Dialect::american)},
    List{"american-upper", all_dialects},
    List{"american-proper-names", all_dialects},
    List{"british-words", bit(Dialect::british)},
    List{"british-upper", all_dialects},
    List{"british-proper-names", all_dialects},
    List{"british_z-words", bit(Dialect::oxford)},
    List{"canadian-words", bit(Dialect::canadian)},
    List{"australian-words", bit(Dialect::australian)},
    List{"british_variant_1-words", bit(Dialect::british_variant)},
    List{"variant_1-words", bit(Dialect::american_variant)},
};

void add_word(std::string_view word, int size, Dialects dialects, Entries& entries) {
  Entry& entry = add_spelling(entries, word, dialects);
  entry.listed_american |= dialects == bit(Dialect::american);
  const auto tier = static_cast<std::uint8_t>(size);
  if (entry.tier == 0 || tier < entry.tier) entry.tier = tier;
}

// Tiers of words that the dictionary has, whatever their size, and new words up to the accepted
// size.
void add_list(std::string_view text, int size, Dialects dialects, Entries& entries, Entries& rare) {
  std::istringstream lines{std::string(text)};
  for (std::string word; std::getline(lines, word);) {
    if (word.empty() || word.ends_with("'s")) continue;
    const auto known = entries.find(base::lower(word));
    const bool in_form = known != entries.end() && has(known->second.forms, form_of(word));
    // a variant spelling is a word where it is common, and says more of words that are there anyway
    const bool variant =
        dialects == bit(Dialect::british_variant) || dialects == bit(Dialect::american_variant);
    if (in_form || size <= (variant ? variant_size : accepted_size)) {
      add_word(word, size, dialects, entries);
    } else if (size <= rare_size && !variant) {
      add_word(word, size, dialects, rare);
    }
  }
}

}  // namespace

base::Result<void> add_scowl(const base::FileSystem& files, const std::string& folder,
                             Entries& entries, Entries& rare) {
  constexpr std::uint64_t limit = 64ULL << 20;
  for (const List& list : lists) {
    for (const int size : sizes) {
      const std::string path =
          base::join_path(folder, std::string(list.name) + "." + std::to_string(size));
      if (files.status(path).kind != base::FileKind::regular) continue;
      const auto text = files.read(path, limit);
      if (!text) return std::unexpected(text.error());
      add_list(*text, size, list.dialects, entries, rare);
    }
  }
  if (entries.empty())
    return base::fail(base::ErrorCode::missing_data, "no SCOWL lists; install scowl", folder);
  return {};
}

base::Result<void> add_names(const base::FileSystem& files, const std::string& folder,
                             const Entries& common, Entries& names) {
  constexpr std::uint64_t limit = 64ULL << 20;
  constexpr std::array files_of_names{"english-proper-names", "american-proper-names",
                                      "british-proper-names"};
  for (const std::string_view name : files_of_names) {
    for (const int size : sizes) {
      const std::string path =
          base::join_path(folder, std::string(name) + "." + std::to_string(size));
      if (size <= accepted_size || files.status(path).kind != base::FileKind::regular) continue;
      const auto text = files.read(path, limit);
      if (!text) return std::unexpected(text.error());
      std::istringstream lines{*text};
      for (std::string word; std::getline(lines, word);) {
        if (word.ends_with("'s") || common.contains(base::lower(word))) continue;
        add_word(word, size, all_dialects, names);
      }
    }
  }
  return {};
}

}  // namespace linter::lexicon::building
