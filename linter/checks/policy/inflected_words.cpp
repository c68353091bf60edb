#include "linter/checks/policy/inflected_words.h"

#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/context/phrase.h"
#include "linter/lexicon/inflection.h"

namespace linter::checks::policy {
namespace {

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (end > begin) words.push_back(base::lower(phrase.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

// Participles that no rule forms; the usual ones are formed.
std::string participle_of(std::string_view verb) {
  struct Irregular {
    std::string_view verb;
    std::string_view participle;
  };
  static constexpr std::array<Irregular, 26> irregular{{
      {"beat", "beaten"},  {"break", "broken"},    {"bring", "brought"}, {"build", "built"},
      {"cut", "cut"},      {"draw", "drawn"},      {"drive", "driven"},  {"feed", "fed"},
      {"fight", "fought"}, {"give", "given"},      {"grow", "grown"},    {"hold", "held"},
      {"keep", "kept"},    {"lose", "lost"},       {"make", "made"},     {"overcome", "overcome"},
      {"put", "put"},      {"rebuild", "rebuilt"}, {"rid", "rid"},       {"set", "set"},
      {"shed", "shed"},    {"shrink", "shrunk"},   {"sweep", "swept"},   {"take", "taken"},
      {"undo", "undone"},  {"wake", "woken"},
  }};
  const auto found = std::ranges::find(irregular, verb, &Irregular::verb);
  return found == irregular.end() ? std::string() : std::string(found->participle);
}

}  // namespace

void InflectedWords::add(std::string_view first, Form form, std::span<const std::string> words,
                         std::string_view phrase) {
  all_.push_back({std::string(first), form, {words.begin() + 1, words.end()}, std::string(phrase)});
}

void InflectedWords::add_verb(std::string_view phrase) {
  const std::vector<std::string> words = words_of(phrase);
  if (words.empty()) return;
  const std::vector<std::string> forms = context::inflections(words.front());
  add(forms[0], Form::base, words, phrase);
  add(forms[1], Form::third_person, words, phrase);
  for (const std::string& form : std::span(forms).subspan(2))
    if (form.ends_with("ing")) add(form, Form::gerund, words, phrase);
  const std::string irregular = participle_of(words.front());
  if (!irregular.empty()) return add(irregular, Form::participle, words, phrase);
  for (const std::string& form : std::span(forms).subspan(2))
    if (form.ends_with("ed")) add(form, Form::participle, words, phrase);
}

void InflectedWords::add_noun(std::string_view phrase) {
  std::vector<std::string> words = words_of(phrase);
  if (words.empty()) return;
  add(words.front(), Form::noun, words, phrase);
  words.back() = lexicon::plural_of(words.back());
  add(words.front(), Form::noun, words, phrase);
}

void InflectedWords::finish() {
  std::ranges::sort(all_, [](const Wording& a, const Wording& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.rest.size() != b.rest.size()) return a.rest.size() > b.rest.size();
    return a.rest != b.rest ? a.rest < b.rest : a.form < b.form;
  });
  const auto repeated = std::ranges::unique(all_, [](const Wording& a, const Wording& b) {
    return a.first == b.first && a.rest == b.rest && a.form == b.form;
  });
  all_.erase(repeated.begin(), repeated.end());
  for (const Wording& one : all_) sieve_.add(one.first);
}

std::span<const Wording> InflectedWords::found(std::string_view word) const {
  const auto found = std::ranges::equal_range(all_, word, {}, &Wording::first);
  return {found.begin(), found.end()};
}

}  // namespace linter::checks::policy
