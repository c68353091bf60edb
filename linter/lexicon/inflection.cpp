#include "linter/lexicon/inflection.h"

namespace linter::lexicon {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Adds `stem`, `stem` + "e", and `stem` without a doubled last consonant.
void add_stems(std::string_view stem, std::vector<std::string>& out) {
  if (stem.size() < 2) return;
  out.emplace_back(stem);
  out.push_back(std::string(stem) + "e");
  if (stem[stem.size() - 1] == stem[stem.size() - 2] && !is_vowel(stem.back())) {
    out.emplace_back(stem.substr(0, stem.size() - 1));
  }
}

bool replace_end(std::string_view word, std::string_view end, std::string_view with,
                 std::vector<std::string>& out) {
  if (word.size() <= end.size() + 1 || !word.ends_with(end)) return false;
  out.push_back(std::string(word.substr(0, word.size() - end.size())).append(with));
  return true;
}

// Whether the plural or the s-form takes "es".
bool hisses(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ch") || word.ends_with("sh");
}

}  // namespace

std::vector<std::string> singulars(std::string_view plural) {
  std::vector<std::string> out;
  if (plural.ends_with("ss")) return out;
  replace_end(plural, "ies", "y", out);
  if (plural.size() > 3 && plural.ends_with("es") && hisses(plural.substr(0, plural.size() - 2))) {
    replace_end(plural, "es", "", out);
  }
  if (plural.ends_with("oes")) replace_end(plural, "es", "", out);
  replace_end(plural, "s", "", out);
  replace_end(plural, "men", "man", out);
  return out;
}

std::vector<std::string> stems_of_s_form(std::string_view verb) {
  std::vector<std::string> out;
  if (verb.ends_with("ss")) return out;
  replace_end(verb, "ies", "y", out);
  if (verb.size() > 3 && verb.ends_with("es") &&
      (hisses(verb.substr(0, verb.size() - 2)) || verb.ends_with("oes"))) {
    replace_end(verb, "es", "", out);
  }
  replace_end(verb, "s", "", out);
  return out;
}

std::vector<std::string> stems_of_past(std::string_view verb) {
  std::vector<std::string> out;
  replace_end(verb, "ied", "y", out);
  if (verb.size() > 3 && verb.ends_with("ed")) add_stems(verb.substr(0, verb.size() - 2), out);
  return out;
}

std::vector<std::string> stems_of_gerund(std::string_view verb) {
  std::vector<std::string> out;
  if (verb.size() > 4 && verb.ends_with("ing")) add_stems(verb.substr(0, verb.size() - 3), out);
  return out;
}

std::vector<std::string> stems_of_comparison(std::string_view adjective) {
  std::vector<std::string> out;
  for (const std::string_view end : {"er", "est"}) {
    if (adjective.size() <= end.size() + 2 || !adjective.ends_with(end)) continue;
    replace_end(adjective, end == "er" ? "ier" : "iest", "y", out);
    add_stems(adjective.substr(0, adjective.size() - end.size()), out);
  }
  return out;
}

std::string plural_of(std::string_view noun) {
  std::string plural(noun);
  if (noun.size() > 1 && noun.ends_with('y') && !is_vowel(noun[noun.size() - 2])) {
    plural.pop_back();
    return plural + "ies";
  }
  return plural + (hisses(noun) ? "es" : "s");
}

}  // namespace linter::lexicon
