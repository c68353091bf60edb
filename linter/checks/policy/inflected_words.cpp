#include "linter/checks/policy/inflected_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "linter/base/utf8.h"
#include "linter/context/phrase.h"
#include "linter/lexicon/inflection.h"

namespace linter::checks::policy {
namespace {

using std::string_view;

std::vector<std::string> words_of(string_view phrase) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (end > begin) words.push_back(base::lower(phrase.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

// Participles that no rule forms; the usual ones are formed.
std::string participle_of(string_view verb) {
  struct Irregular {
    string_view verb;
    string_view participle;
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

void InflectedWords::Maker::add(std::span<const std::string> words, Form form, std::uint16_t group,
                                string_view phrase) {
  Item item{words.front(), {}, 0, form, group, std::string(phrase)};
  for (const std::string& word : words.subspan(1)) {
    if (item.more++ > 0) item.rest += ' ';
    item.rest += word;
  }
  constexpr std::size_t longest = 60'000;
  if (item.first.size() + item.rest.size() + 1 <= longest && phrase.size() <= longest)
    items_.push_back(std::move(item));
}

void InflectedWords::Maker::add_verbs(std::span<const std::string> phrases, std::uint16_t group) {
  for (const std::string& phrase : phrases) {
    std::vector<std::string> words = words_of(phrase);
    if (words.empty()) continue;
    const std::string irregular = participle_of(words.front());
    const auto add_form = [&](const std::string& first, Form form) {
      words.front() = first;
      add(words, form, group, phrase);
    };
    const std::vector<std::string> forms = context::inflections(words.front());
    add_form(forms[0], Form::base);
    add_form(forms[1], Form::third_person);
    for (const std::string& form : std::span(forms).subspan(2)) {
      if (form.ends_with("ing")) add_form(form, Form::gerund);
      if (form.ends_with("ed") && irregular.empty()) add_form(form, Form::participle);
    }
    if (!irregular.empty()) add_form(irregular, Form::participle);
  }
}

void InflectedWords::Maker::add_nouns(std::span<const std::string> phrases, std::uint16_t group) {
  for (const std::string& phrase : phrases) {
    std::vector<std::string> words = words_of(phrase);
    if (words.empty()) continue;
    add(words, Form::noun, group, phrase);
    words.back() = lexicon::plural_of(words.back());
    add(words, Form::noun, group, phrase);
  }
}

InflectedWords InflectedWords::Maker::made() {
  const auto key = [](const Item& one) {
    return std::tuple(string_view(one.first), one.group, one.form == Form::noun, -one.more,
                      string_view(one.rest), one.form);
  };
  std::ranges::stable_sort(items_, {}, key);
  const auto repeated = std::ranges::unique(items_, {}, key);
  items_.erase(repeated.begin(), repeated.end());
  const auto short_of = [](std::size_t size) { return static_cast<std::uint16_t>(size); };
  InflectedWords words;
  std::string letters;
  std::vector<Place> places;
  for (const Item& one : items_) {
    const std::size_t begin = letters.size();
    letters += one.first;
    if (one.more > 0) letters += " " + one.rest;
    places.push_back({.begin = static_cast<std::uint32_t>(begin),
                      .first = short_of(one.first.size()),
                      .words = short_of(letters.size() - begin),
                      .base = short_of(one.base.size()),
                      .form = static_cast<std::uint16_t>(one.form),
                      .group = one.group});
    letters += one.base;
    words.sieve_.add(one.first);
  }
  words.letters_.append(letters);
  words.places_.append(places);
  return words;
}

InflectedWords::InflectedWords(base::ImageReader& image) : letters_(image), places_(image) {
  const auto sieves = image.array<base::WordSieve<sieve_rows>>();
  if (sieves.size() == 1) {
    sieve_ = sieves.front();
  } else {
    image.refuse();
  }
}

void InflectedWords::put(base::ImageWriter& image) const {
  letters_.put(image);
  places_.put(image);
  image.array(std::span(&sieve_, 1));
}

string_view InflectedWords::letters(std::uint32_t begin, std::uint32_t size) const {
  const string_view all(letters_.data(), letters_.size());
  return begin <= all.size() ? all.substr(begin, size) : string_view();
}

Wording InflectedWords::wording(std::size_t number) const {
  constexpr auto last_form = static_cast<std::uint16_t>(Form::noun);
  const Place& place = places_[number];
  const string_view words = letters(place.begin, place.words);
  const std::size_t first = std::min<std::size_t>(place.first, words.size());
  return {.first = words.substr(0, first),
          .form = static_cast<Form>(std::min<std::uint16_t>(place.form, last_form)),
          .group = place.group,
          .rest = words.substr(std::min(first + 1, words.size())),
          .base = letters(place.begin + place.words, place.base)};
}

InflectedWords::Range InflectedWords::found_at(string_view word) const {
  const auto first_of = [&](const Place& place) { return letters(place.begin, place.first); };
  const auto found = std::ranges::equal_range(places_, word, {}, first_of);
  return {static_cast<std::size_t>(found.begin() - places_.begin()),
          static_cast<std::size_t>(found.end() - places_.begin())};
}

}  // namespace linter::checks::policy
