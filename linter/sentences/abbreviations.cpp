#include "linter/sentences/abbreviations.h"

#include <algorithm>
#include <array>

namespace linter::sentences {
namespace {

struct Row {
  std::string_view word;
  Abbreviation kind;
};

// Sorted by word. Abbreviations that are also everyday words ("in.", "am.", "sun.") are left out.
constexpr auto rows = std::to_array<Row>({
    {"al", Abbreviation::either},   {"approx", Abbreviation::inner},
    {"apr", Abbreviation::label},   {"apt", Abbreviation::label},
    {"assn", Abbreviation::either}, {"aug", Abbreviation::label},
    {"ave", Abbreviation::either},  {"avg", Abbreviation::inner},
    {"blvd", Abbreviation::either}, {"bros", Abbreviation::either},
    {"ca", Abbreviation::label},    {"capt", Abbreviation::inner},
    {"cf", Abbreviation::inner},    {"ch", Abbreviation::label},
    {"cm", Abbreviation::unit},     {"co", Abbreviation::either},
    {"col", Abbreviation::inner},   {"corp", Abbreviation::either},
    {"dec", Abbreviation::label},   {"dept", Abbreviation::either},
    {"dr", Abbreviation::inner},    {"ed", Abbreviation::either},
    {"eds", Abbreviation::either},  {"eg", Abbreviation::inner},
    {"eq", Abbreviation::label},    {"esp", Abbreviation::inner},
    {"est", Abbreviation::label},   {"etc", Abbreviation::unit},
    {"excl", Abbreviation::inner},  {"ext", Abbreviation::label},
    {"feb", Abbreviation::label},   {"fig", Abbreviation::label},
    {"figs", Abbreviation::label},  {"ft", Abbreviation::unit},
    {"gen", Abbreviation::inner},   {"gov", Abbreviation::inner},
    {"hr", Abbreviation::unit},     {"hrs", Abbreviation::unit},
    {"ie", Abbreviation::inner},    {"inc", Abbreviation::either},
    {"incl", Abbreviation::inner},  {"jan", Abbreviation::label},
    {"jr", Abbreviation::either},   {"jul", Abbreviation::label},
    {"jun", Abbreviation::label},   {"kg", Abbreviation::unit},
    {"lb", Abbreviation::unit},     {"lbs", Abbreviation::unit},
    {"llc", Abbreviation::either},  {"lt", Abbreviation::inner},
    {"ltd", Abbreviation::either},  {"max", Abbreviation::unit},
    {"mcg", Abbreviation::unit},    {"messrs", Abbreviation::inner},
    {"mg", Abbreviation::unit},     {"min", Abbreviation::unit},
    {"mins", Abbreviation::unit},   {"ml", Abbreviation::unit},
    {"mm", Abbreviation::unit},     {"mme", Abbreviation::inner},
    {"mr", Abbreviation::inner},    {"mrs", Abbreviation::inner},
    {"ms", Abbreviation::inner},    {"mt", Abbreviation::inner},
    {"no", Abbreviation::label},    {"nos", Abbreviation::label},
    {"nov", Abbreviation::label},   {"oct", Abbreviation::label},
    {"oz", Abbreviation::unit},     {"p", Abbreviation::label},
    {"pp", Abbreviation::label},    {"pres", Abbreviation::inner},
    {"prof", Abbreviation::inner},  {"pt", Abbreviation::label},
    {"rd", Abbreviation::either},   {"ref", Abbreviation::label},
    {"refs", Abbreviation::label},  {"rep", Abbreviation::label},
    {"resp", Abbreviation::inner},  {"rev", Abbreviation::inner},
    {"sec", Abbreviation::unit},    {"secs", Abbreviation::unit},
    {"sen", Abbreviation::inner},   {"sept", Abbreviation::label},
    {"sgt", Abbreviation::inner},   {"sr", Abbreviation::either},
    {"st", Abbreviation::either},   {"tab", Abbreviation::label},
    {"tel", Abbreviation::label},   {"temp", Abbreviation::unit},
    {"univ", Abbreviation::either}, {"v", Abbreviation::inner},
    {"viz", Abbreviation::inner},   {"vol", Abbreviation::label},
    {"vols", Abbreviation::label},  {"vs", Abbreviation::inner},
    {"wt", Abbreviation::unit},
});
static_assert(std::ranges::is_sorted(rows, {}, &Row::word));

constexpr auto starters = std::to_array<std::string_view>(
    {"A",       "After",   "All",    "Also",   "Although",  "An",        "And",     "Any",
     "Are",     "As",      "At",     "Be",     "Because",   "Before",    "Both",    "But",
     "By",      "Can",     "Could",  "Did",    "Do",        "Does",      "Don't",   "During",
     "Each",    "Either",  "Even",   "Every",  "Finally",   "First",     "For",     "From",
     "Has",     "Have",    "He",     "Her",    "Here",      "His",       "How",     "However",
     "I",       "I'm",     "If",     "In",     "Is",        "It",        "It's",    "Its",
     "Later",   "Let",     "Many",   "Most",   "Much",      "My",        "Neither", "Never",
     "No",      "Nor",     "Not",    "Now",    "Of",        "On",        "Once",    "One",
     "Only",    "Or",      "Other",  "Our",    "Over",      "Perhaps",   "Second",  "She",
     "Should",  "Since",   "So",     "Some",   "Sometimes", "Soon",      "Still",   "Such",
     "That",    "The",     "Their",  "Then",   "There",     "Therefore", "These",   "They",
     "They're", "This",    "Those",  "Though", "Through",   "Thus",      "To",      "Today",
     "Two",     "Under",   "Unlike", "Until",  "We",        "We're",     "What",    "When",
     "Where",   "Whether", "Which",  "While",  "Who",       "Why",       "Will",    "With",
     "Without", "Would",   "Yes",    "Yet",    "You",       "You'll",    "You're",  "Your"});
static_assert(std::ranges::is_sorted(starters));

constexpr std::size_t longest = 6;

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > longest) return Abbreviation::none;
  std::array<char, longest> buffer{};
  std::ranges::transform(word, buffer.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  const std::string_view folded(buffer.data(), word.size());
  const auto found = std::ranges::lower_bound(rows, folded, {}, &Row::word);
  return found != rows.end() && found->word == folded ? found->kind : Abbreviation::none;
}

bool begins_sentences(std::string_view word) {
  return std::ranges::binary_search(starters, word);
}

}  // namespace linter::sentences
