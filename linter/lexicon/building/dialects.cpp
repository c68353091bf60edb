#include <algorithm>
#include <array>
#include <optional>

#include "linter/lexicon/building/sources.h"

namespace linter::lexicon::building {
namespace {

constexpr std::uint8_t rarest_pair = 70;  // SCOWL size: beyond it chance likenesses outnumber pairs

struct Rewrite {
  std::string_view other;  // British, Canadian, Australian
  std::string_view american;
};

// Regular differences, tried at every place where the left side stands; a word may need two of
// them.
constexpr auto rewrites = std::to_array<Rewrite>({
    {"our", "or"},     {"ise", "ize"}, {"isa", "iza"},    {"isi", "izi"},    {"yse", "yze"},
    {"ysa", "yza"},    {"ysi", "yzi"}, {"red", "ered"},   {"ring", "ering"}, {"ise", "ice"},
    {"isi", "ici"},    {"ll", "l"},    {"l", "ll"},       {"ae", "e"},       {"oe", "e"},
    {"ogue", "og"},    {"ogu", "og"},  {"ence", "ense"},  {"mme", "m"},      {"pp", "p"},
    {"tt", "t"},       {"ss", "s"},    {"gg", "g"},       {"ph", "f"},       {"xion", "ction"},
    {"eable", "able"}, {"eab", "ab"},  {"ement", "ment"}, {"ould", "old"},   {"oult", "olt"},
    {"ough", "ow"},    {"augh", "af"}, {"que", "ck"},     {"qu", "ck"},      {"y", "i"},
    {"ey", "ay"},      {"ey", "y"},    {"st", ""},        {"t", "ed"},       {"ine", "in"},
    {"ette", "et"},    {"en", "in"},   {"wards", "ward"}, {"ei", "i"},       {"sy", "zy"},
    {"si", "zi"},
});

// Spellings that no rewrite explains; the left side may stand anywhere in a word.
constexpr auto irregular = std::to_array<Rewrite>({
    {"accoutre", "accouter"},
    {"aeroplane", "airplane"},
    {"aluminium", "aluminum"},
    {"artefact", "artifact"},
    {"behove", "behoove"},
    {"calibre", "caliber"},
    {"centre", "center"},
    {"cheque", "check"},
    {"epaulette", "epaulet"},
    {"fibre", "fiber"},
    {"furore", "furor"},
    {"gaol", "jail"},
    {"goitre", "goiter"},
    {"grey", "gray"},
    {"baulk", "balk"},
    {"burqa", "burka"},
    {"liquorice", "licorice"},
    {"miaow", "meow"},
    {"mollusc", "mollusk"},
    {"pedlar", "peddler"},
    {"tsar", "czar"},
    {"yoghurt", "yogurt"},
    {"gybe", "jibe"},
    {"gybing", "jibing"},
    {"jewellery", "jewelry"},
    {"kerb", "curb"},
    {"litre", "liter"},
    {"louvre", "louver"},
    {"lustre", "luster"},
    {"manoeuvr", "maneuver"},
    {"manoeuvre", "maneuver"},
    {"maths", "math"},
    {"meagre", "meager"},
    {"metre", "meter"},
    {"mitre", "miter"},
    {"moustache", "mustache"},
    {"mummy", "mommy"},
    {"mum", "mom"},
    {"nitre", "niter"},
    {"nought", "naught"},
    {"ochre", "ocher"},
    {"philtre", "philter"},
    {"plough", "plow"},
    {"programme", "program"},
    {"pyjama", "pajama"},
    {"reconnoitre", "reconnoiter"},
    {"rouble", "ruble"},
    {"sabre", "saber"},
    {"sceptic", "skeptic"},
    {"sceptre", "scepter"},
    {"sepulchre", "sepulcher"},
    {"sombre", "somber"},
    {"speciality", "specialty"},
    {"specialities", "specialties"},
    {"spectre", "specter"},
    {"storey", "story"},
    {"theatre", "theater"},
    {"titbit", "tidbit"},
    {"tyre", "tire"},
});

bool is_american(const Entry& entry) {
  return has(dialects_of(entry), Dialect::american);
}

// Words that SCOWL calls British and American publishers print as a matter of course.
bool written_by_both(std::string_view word) {
  constexpr std::array<std::string_view, 9> words{"axe",        "axes",        "flyer",
                                                  "flyers",     "onwards",     "worshipped",
                                                  "worshipper", "worshippers", "worshipping"};
  return std::ranges::find(words, word) != words.end();
}

// A word that is not American and common enough to be worth a pair.
bool is_foreign(std::string_view word, const Entry& entry) {
  return !is_american(entry) && !written_by_both(word) && dialects_of(entry) != 0 &&
         entry.tier <= rarest_pair && has(entry.forms, Form::lower);
}

// Every word that one rewrite of `word` gives.
template <class Use>
void each_rewrite(const std::string& word, const Use& use) {
  for (const Rewrite& rule : rewrites) {
    for (std::size_t at = word.find(rule.other); at != std::string::npos;
         at = word.find(rule.other, at + 1)) {
      use(std::string(word).replace(at, rule.other.size(), rule.american));
    }
  }
}

struct Finder {
  const Entries& entries;

  // Prefers a form that only American has: "colour" pairs with "color", never with a word that both
  // have.
  [[nodiscard]] int rank(const std::string& word) const {
    const auto found = entries.find(word);
    if (found == entries.end() || !is_american(found->second) || found->second.tier > rarest_pair ||
        !has(found->second.forms, Form::lower)) {
      return 0;
    }
    return has(dialects_of(found->second), Dialect::british) ? 1 : 2;
  }

  [[nodiscard]] std::optional<std::string> irregular_form(const std::string& word) const {
    for (const Rewrite& rule : irregular) {
      const std::size_t at = word.find(rule.other);
      if (at == std::string::npos) continue;
      std::string form = std::string(word).replace(at, rule.other.size(), rule.american);
      if (rank(form) > 0) return form;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> american_form(const std::string& word) const {
    if (auto form = irregular_form(word)) return form;
    std::string best;
    int best_rank = 0;
    const auto consider = [&](const std::string& form, int bonus) {
      const int found = rank(form);
      if (found == 0 || found + bonus <= best_rank) return;
      best = form;
      best_rank = found + bonus;
    };
    each_rewrite(word, [&](const std::string& form) { consider(form, 2); });
    if (best_rank < 4) {
      each_rewrite(word, [&](const std::string& once) {
        each_rewrite(once, [&](const std::string& twice) {
          if (rank(twice) == 2) consider(twice, 0);
        });
      });
    }
    if (best_rank == 0) return std::nullopt;
    return best;
  }
};

}  // namespace

Pairs dialect_pairs(const Entries& entries) {
  const Finder finder{entries};
  Pairs pairs;
  for (const auto& [word, entry] : entries) {
    if (!is_foreign(word, entry)) continue;
    if (auto form = finder.american_form(word)) pairs.emplace_back(word, *std::move(form));
  }
  return pairs;
}

}  // namespace linter::lexicon::building
