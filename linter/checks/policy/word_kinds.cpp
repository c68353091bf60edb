#include "linter/checks/policy/word_kinds.h"

#include <algorithm>
#include <array>

namespace linter::checks::policy {
namespace {

using sentences::TokenKind;
using std::string_view;

constexpr auto determiners = std::to_array<string_view>(
    {"the",  "a",       "an",    "this",  "these",  "those", "our",   "your",    "their",
     "his",  "her",     "its",   "my",    "all",    "both",  "most",  "many",    "several",
     "some", "such",    "other", "each",  "every",  "few",   "any",   "another", "certain",
     "no",   "various", "more",  "fewer", "modern", "older", "newer", "numerous"});
constexpr auto counts = std::to_array<string_view>({"few", "fewer", "more"});
constexpr auto prepositions =
    std::to_array<string_view>({"of", "for", "in", "with", "on", "between", "from", "during"});
constexpr auto foreign_plurals =
    std::to_array<string_view>({"bacteria", "criteria", "phenomena", "stimuli", "fungi", "nuclei",
                                "strata", "vertebrae", "mitochondria", "larvae", "ova"});
constexpr auto torn_helpers = std::to_array<string_view>({"cant", "wont", "dont", "arent"});
constexpr auto same_in_past =
    std::to_array<string_view>({"put", "cut", "set", "let", "hit", "cost", "hurt", "shut", "read",
                                "spread", "cast", "burst", "shed", "split", "quit"});
constexpr auto singular_helpers = std::to_array<string_view>(
    {"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"});
constexpr auto plural_helpers = std::to_array<string_view>(
    {"are", "were", "have", "do", "aren't", "weren't", "haven't", "don't"});
constexpr auto joiners =
    std::to_array<string_view>({"because", "when", "if", "although", "though", "while", "unless",
                                "until", "whenever", "whereas"});
constexpr auto bridges = std::to_array<string_view>({"as", "but", "since", "where", "once"});
constexpr auto relative_pronouns = std::to_array<string_view>({"that", "which", "who"});
constexpr auto care = std::to_array<string_view>(
    {"treatment", "treatments", "therapy", "surgery", "surgeries", "removal", "procedure",
     "procedures", "specialist", "injections", "injection", "reduction"});

struct RoleWords {
  Role role;
  std::span<const string_view> words;
};
constexpr auto role_words = std::to_array<RoleWords>({
    {Role::determiner, determiners},
    {Role::count, counts},
    {Role::preposition, prepositions},
    {Role::foreign_plural, foreign_plurals},
    {Role::torn_helper, torn_helpers},
    {Role::same_in_past, same_in_past},
    {Role::singular_helper, singular_helpers},
    {Role::plural_helper, plural_helpers},
    {Role::joiner, joiners},
    {Role::relative_pronoun, relative_pronouns},
    {Role::care, care},
    {Role::bridge, bridges},
});

// By first letter: the roles of words that begin with it.
constexpr std::array<Roles, 128> roles_by_letter = [] {
  std::array<Roles, 128> roles{};
  for (const RoleWords& one : role_words) {
    for (const string_view word : one.words)
      roles[static_cast<unsigned char>(word.front())] |= static_cast<Roles>(one.role);
  }
  return roles;
}();

Roles roles_of(string_view folded) {
  constexpr std::size_t longest = 12;
  Roles roles = 0;
  const auto first = static_cast<unsigned char>(folded.empty() ? 0 : folded.front());
  if (folded.size() > longest || first >= roles_by_letter.size()) return roles;
  for (const RoleWords& one : role_words) {
    if ((roles_by_letter[first] & static_cast<Roles>(one.role)) == 0) continue;
    if (std::ranges::find(one.words, folded) != one.words.end())
      roles |= static_cast<Roles>(one.role);
  }
  return roles;
}

// Of a mark behind what the sentence has before it.
Roles role_of_mark(string_view mark, Roles before) {
  const auto one_of = [&](Role one, Role several) {
    return static_cast<Roles>((before & static_cast<Roles>(one)) != 0 ? several : one);
  };
  if (mark == ",") return one_of(Role::comma, Role::commas);
  if (mark == "-") return one_of(Role::hyphen, Role::hyphens);
  if (mark == "/") return static_cast<Roles>(Role::slash);
  if (mark == "(") return static_cast<Roles>(Role::bracket);
  return mark == "\u2122" || mark == "\u00AE" ? static_cast<Roles>(Role::trade_mark) : 0;
}

bool has_capital(const sentences::Token& token) {
  return token.shape != sentences::Shape::lower && token.shape != sentences::Shape::none;
}

}  // namespace

void WordKinds::begin(const lexicon::Reading& reading) {
  reading_ = &reading;
  surveyed_ = false;
  if (generation_ == reading.lexicon.generation()) return;
  generation_ = reading.lexicon.generation();
  kinds_.clear();
  matched_.clear();
}

bool WordKinds::matches(const base::Pattern& pattern, const sentences::Token& token) {
  const auto ask = [&] { return pattern.matches(reading_->view(token.text)).value_or(false); };
  if (token.kind != TokenKind::word && token.kind != TokenKind::number) return ask();
  matched_.resize(most_matched);
  const auto of_pattern = reinterpret_cast<std::uintptr_t>(&pattern) / alignof(base::Pattern);
  Matched& known = matched_[(of_pattern * 31 + token.word) % most_matched];
  if (known.pattern != &pattern || known.word != token.word)
    known = {&pattern, token.word, ask()};
  return known.answer;
}

const WordKind& WordKinds::add(lexicon::WordId word) {
  const lexicon::Lexicon& lexicon = reading_->lexicon;
  const lexicon::Entry& own = lexicon[word];
  const lexicon::Entry& folded = lexicon[own.folded];
  if (word >= kinds_.size()) kinds_.resize(std::max<std::size_t>(lexicon.size(), word + 1));
  kinds_[word] = {.folded = folded.text,
                  .folded_id = own.folded,
                  .parts = own.parts,
                  .roles = roles_of(folded.text),
                  .tier = folded.tier,
                  .known = true};
  return kinds_[word];
}

std::span<const Roles> WordKinds::roles_by_sentence() {
  if (surveyed_) return sentences_;
  surveyed_ = true;
  sentences_.clear();
  const sentences::Text& text = reading_->text;
  for (const sentences::Sentence& sentence : text.sentences) {
    Roles roles = 0;
    std::uint32_t capitals = 0;
    for (const sentences::Token& token : text.tokens_of(sentence)) {
      if (token.kind == TokenKind::word) {
        const WordKind& kind = of(token.word);
        roles |= kind.roles;
        if (!token.ascii) roles |= static_cast<Roles>(Role::accent);
        if (!has_capital(token)) continue;
        const bool is_odd = token.shape == sentences::Shape::mixed || kind.tier == 0;
        if (++capitals > 1 || is_odd) roles |= static_cast<Roles>(Role::name);
      } else if (token.kind == TokenKind::mark) {
        roles |= role_of_mark(reading_->view(token.text), roles);
      }
    }
    sentences_.push_back(roles);
  }
  return sentences_;
}

}  // namespace linter::checks::policy
