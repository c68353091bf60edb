#include "linter/lexicon/medical_forms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace linter::lexicon {
namespace {

enum class Where : std::uint8_t { anywhere, begins, ends };

struct Root {
  std::string_view british;
  std::string_view american;
  Where where = Where::anywhere;
};

// The first that fits at a place counts. None is in "aesthetic", "archaeology", "amoeba" and
// "Caesar", which Americans write, too.
constexpr auto british_roots = std::to_array<Root>({
    {"aemi", "emi"},
    {"aesthesi", "esthesi"},
    {"aetio", "etio"},
    {"anaesth", "anesth"},
    {"caec", "cec"},
    {"coelia", "celia"},
    {"diarrhoe", "diarrhe"},
    {"faec", "fec"},
    {"foet", "fet"},
    {"gynaec", "gynec"},
    {"haem", "hem"},
    {"homoeo", "homeo"},
    {"kinaesth", "kinesth"},
    {"leuco", "leuko"},
    {"oedem", "edem"},
    {"oesoph", "esoph"},
    {"oestr", "estr"},
    {"paed", "ped"},
    {"palaeo", "paleo"},
    {"phaeo", "pheo"},
    {"pnoe", "pne"},
    {"rrhoe", "rrhe"},
    {"spirochaet", "spirochet"},
    {"sulph", "sulf"},
    {"synaesth", "synesth"},
    {"tumour", "tumor"},
});

// Such roots as no other word has: "hemi", "academia" and "systemic" are no blood.
constexpr auto american_roots = std::to_array<Root>({
    {"aemia", "emia", Where::ends},
    {"aemias", "emias", Where::ends},
    {"anaesth", "anesth", Where::begins},
    {"arrhoea", "arrhea", Where::ends},
    {"gynaeco", "gyneco"},
    {"haemang", "hemang"},
    {"haemat", "hemat", Where::begins},
    {"haemoc", "hemoc", Where::begins},
    {"haemod", "hemod", Where::begins},
    {"haemog", "hemog", Where::begins},
    {"haemol", "hemol", Where::begins},
    {"haemop", "hemop", Where::begins},
    {"haemorrh", "hemorrh"},
    {"haemos", "hemos", Where::begins},
    {"haemot", "hemot", Where::begins},
    {"oedema", "edema"},
    {"oesophag", "esophag"},
    {"orrhoea", "orrhea", Where::ends},
    {"orthopaed", "orthoped"},
    {"paediatr", "pediatr"},
});

// A digraph or a root that has none: most words have neither.
bool may_have_british_root(std::string_view folded) {
  return folded.contains("ae") || folded.contains("oe") || folded.contains("leuco") ||
         folded.contains("sulph") || folded.contains("tumour");
}

bool fits(const Root& root, std::string_view side, std::string_view folded, std::size_t at) {
  if (!folded.substr(at).starts_with(side)) return false;
  return root.where == Where::anywhere || (root.where == Where::begins && at == 0) ||
         (root.where == Where::ends && at > 0 && at + side.size() == folded.size());
}

// The word with each root in its other spelling; empty where it has none.
std::string with_other_roots(std::string_view folded, std::span<const Root> roots,
                             std::string_view Root::*from, std::string_view Root::*to) {
  std::string other;
  bool changed = false;
  for (std::size_t at = 0; at < folded.size();) {
    const auto root = std::ranges::find_if(
        roots, [&](const Root& one) { return fits(one, one.*from, folded, at); });
    if (root == roots.end()) {
      other += folded[at++];
      continue;
    }
    other += (*root).*to;
    at += ((*root).*from).size();
    changed = true;
  }
  return changed ? other : std::string();
}

}  // namespace

std::string american_medical_form(std::string_view folded) {
  if (!may_have_british_root(folded)) return {};
  return with_other_roots(folded, british_roots, &Root::british, &Root::american);
}

std::string british_medical_form(std::string_view folded) {
  if (may_have_british_root(folded)) return {};
  return with_other_roots(folded, american_roots, &Root::american, &Root::british);
}

bool has_medical_root(std::string_view folded) {
  return may_have_british_root(folded) || !british_medical_form(folded).empty();
}

}  // namespace linter::lexicon
