#include "linter/lexicon/language.h"

#include <algorithm>
#include <array>

#include "linter/base/files.h"
#include "linter/base/utf8.h"

namespace linter::lexicon {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Usual {
  std::string_view language;
  std::string_view name;  // of the dictionary
  std::string_view package;
};
constexpr auto usual = std::to_array<Usual>({
    {"ar", "ar", "hunspell-ar"},       {"bg", "bg_BG", "hunspell-bg"},
    {"ca", "ca", "hunspell-ca"},       {"cs", "cs_CZ", "hunspell-cs"},
    {"da", "da_DK", "hunspell-da"},    {"de", "de_DE", "hunspell-de-de"},
    {"el", "el_GR", "hunspell-el"},    {"en", "en_US", "hunspell-en-us"},
    {"es", "es_ES", "hunspell-es"},    {"fr", "fr", "hunspell-fr"},
    {"he", "he", "hunspell-he"},       {"hr", "hr_HR", "hunspell-hr"},
    {"hu", "hu_HU", "hunspell-hu"},    {"it", "it_IT", "hunspell-it"},
    {"lt", "lt_LT", "hunspell-lt"},    {"nb", "nb_NO", "hunspell-no"},
    {"nl", "nl", "hunspell-nl"},       {"nn", "nn_NO", "hunspell-no"},
    {"no", "nb_NO", "hunspell-no"},    {"pl", "pl_PL", "hunspell-pl"},
    {"pt", "pt_PT", "hunspell-pt-pt"}, {"ro", "ro_RO", "hunspell-ro"},
    {"ru", "ru_RU", "hunspell-ru"},    {"sk", "sk_SK", "hunspell-sk"},
    {"sl", "sl_SI", "hunspell-sl"},    {"sr", "sr_RS", "hunspell-sr"},
    {"sv", "sv_SE", "hunspell-sv"},    {"tr", "tr_TR", "hunspell-tr"},
    {"uk", "uk_UA", "hunspell-uk"},    {"vi", "vi_VN", "hunspell-vi"},
});
static_assert(std::ranges::is_sorted(usual, {}, &Usual::language));

// Debian 12's packages beyond those of the usual dictionaries, without "hunspell-".
constexpr auto other_packages = std::to_array<std::string_view>({
    "af",  "an",    "be",    "bn",    "bo",     "br",    "bs", "de-at", "de-ch", "de-med",
    "dz",  "en-au", "en-ca", "en-gb", "en-med", "en-za", "eu", "gd",    "gl-es", "gu",
    "gug", "hi",    "id",    "is",    "kk",     "kmr",   "ko", "lo",    "lv",    "ml",
    "mn",  "ne",    "oc",    "pt-br", "si",     "sw",    "te", "th",    "uz",
});
static_assert(std::ranges::is_sorted(other_packages));

const Usual* usual_for(std::string_view language) {
  const auto found = std::ranges::lower_bound(usual, language, {}, &Usual::language);
  return found != usual.end() && found->language == language ? &*found : nullptr;
}

bool is_dictionary_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-';
  });
}

// The first dictionary of a language in byte order of its name.
std::optional<DictionaryFiles> any_dictionary(std::string_view language,
                                              std::span<const std::string> folders) {
  const auto disk = base::disk();
  const std::string prefix = std::string(language) + "_";
  for (const std::string& folder : folders) {
    const auto entries = disk->list(folder);
    if (!entries) continue;
    for (const base::FolderEntry& entry : *entries) {
      if (!entry.name.starts_with(prefix) || !entry.name.ends_with(".dic")) continue;
      const std::string_view name = std::string_view(entry.name).substr(0, entry.name.size() - 4);
      if (auto files = find_dictionary(name, folders)) return files;
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  constexpr std::size_t longest = 35;
  if (tag.size() < 2 || tag.size() > longest || !is_letter(tag[0]) || !is_letter(tag[1]))
    return false;
  std::size_t part = 0;
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      if (part == 0) return false;
      part = 0;
    } else if (is_letter(c) || is_digit(c)) {
      if (++part > 8) return false;
    } else {
      return false;
    }
  }
  return part > 0;
}

std::string normal_language_tag(std::string_view tag) {
  std::string out = base::lower(tag);
  std::ranges::replace(out, '_', '-');
  for (std::size_t dash = out.find('-'); dash != std::string::npos;
       dash = out.find('-', dash + 1)) {
    const std::size_t end = std::min(out.find('-', dash + 1), out.size());
    const std::size_t letters = end - dash - 1;
    // a region is two capitals, a script a capital and three letters
    for (std::size_t i = dash + 1; i < end && (letters == 2 || (letters == 4 && i == dash + 1));
         ++i) {
      if (out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - ('a' - 'A'));
    }
  }
  return out;
}

std::string_view primary_language(std::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

std::optional<DictionaryFiles> find_dictionary(std::string_view name,
                                               std::span<const std::string> folders) {
  if (!is_dictionary_name(name)) return std::nullopt;
  const auto disk = base::disk();
  for (const std::string& folder : folders) {
    DictionaryFiles files{base::join_path(folder, std::string(name) + ".aff"),
                          base::join_path(folder, std::string(name) + ".dic")};
    if (disk->status(files.aff).kind == base::FileKind::regular &&
        disk->status(files.dic).kind == base::FileKind::regular) {
      return files;
    }
  }
  return std::nullopt;
}

std::optional<DictionaryFiles> dictionary_for(std::string_view tag,
                                              std::span<const std::string> folders) {
  std::string name(tag);
  std::ranges::replace(name, '-', '_');
  if (auto files = find_dictionary(name, folders)) return files;
  const std::string_view language = primary_language(tag);
  if (const Usual* row = usual_for(language)) {
    if (auto files = find_dictionary(row->name, folders)) return files;
  }
  if (auto files = find_dictionary(language, folders)) return files;
  return any_dictionary(language, folders);
}

std::string dictionary_package(std::string_view tag) {
  std::string name = base::lower(tag);
  std::ranges::replace(name, '_', '-');
  const std::string_view language = primary_language(name);
  const auto packaged = [](std::string_view wanted) {
    return std::ranges::binary_search(other_packages, wanted);
  };
  if (packaged(name)) return "hunspell-" + name;
  if (const Usual* row = usual_for(language)) return std::string(row->package);
  return packaged(language) ? "hunspell-" + std::string(language) : std::string();
}

std::string way_to_named_dictionary(std::string_view name) {
  std::string own = base::lower(name);
  std::ranges::replace(own, '_', '-');
  const Usual* row = usual_for(primary_language(own));
  const std::string package = dictionary_package(name);
  const bool brings_it = package == "hunspell-" + own || row == nullptr ||
                         base::lower(row->name) == base::lower(name);
  if (brings_it) return way_to_dictionary(name);
  return package + " would bring " + std::string(row->name) +
         ": name that, or check how this one is spelt";
}

std::string way_to_dictionary(std::string_view wanted) {
  const std::string package = dictionary_package(wanted);
  return package.empty() ? "no Debian package brings one: check how it is spelt, or name another"
                         : "install it (apt-get install " + package + ") or name another";
}

}  // namespace linter::lexicon
