#include "linter/lexicon/foreign_sentences.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/lexicon/closed_words.h"

namespace linter::lexicon {
namespace {

using std::string_view_literals::operator""sv;

// Function words of no other use in English.
constexpr std::array foreign_words{
    "al"sv,    "alla"sv,   "auch"sv,  "auf"sv,   "aus"sv,     "aux"sv,     "avec"sv,  "bei"sv,
    "bij"sv,   "ces"sv,    "cette"sv, "che"sv,   "como"sv,    "con"sv,     "dal"sv,   "dans"sv,
    "das"sv,   "dass"sv,   "de"sv,    "degli"sv, "dei"sv,     "del"sv,     "della"sv, "delle"sv,
    "dem"sv,   "der"sv,    "des"sv,   "du"sv,    "een"sv,     "ein"sv,     "eine"sv,  "einem"sv,
    "einen"sv, "einer"sv,  "el"sv,    "ella"sv,  "em"sv,      "es"sv,      "est"sv,   "esta"sv,
    "et"sv,    "gli"sv,    "het"sv,   "ich"sv,   "ihr"sv,     "il"sv,      "ils"sv,   "ist"sv,
    "je"sv,    "kann"sv,   "kein"sv,  "keine"sv, "la"sv,      "las"sv,     "le"sv,    "les"sv,
    "leur"sv,  "los"sv,    "lui"sv,   "mais"sv,  "mas"sv,     "meer"sv,    "mit"sv,   "muy"sv,
    "nach"sv,  "nao"sv,    "ne"sv,    "nel"sv,   "nella"sv,   "nicht"sv,   "niet"sv,  "noch"sv,
    "non"sv,   "nos"sv,    "notre"sv, "nous"sv,  "nuestra"sv, "nuestro"sv, "oder"sv,  "os"sv,
    "ou"sv,    "para"sv,   "pas"sv,   "pero"sv,  "por"sv,     "pour"sv,    "qu"sv,    "que"sv,
    "qui"sv,   "se"sv,     "sehr"sv,  "sein"sv,  "sich"sv,    "sie"sv,     "sind"sv,  "sobre"sv,
    "son"sv,   "sono"sv,   "sont"sv,  "su"sv,    "suis"sv,    "sul"sv,     "sulla"sv, "sur"sv,
    "sus"sv,   "te"sv,     "tout"sv,  "uma"sv,   "un"sv,      "una"sv,     "und"sv,   "une"sv,
    "uns"sv,   "unsere"sv, "vom"sv,   "von"sv,   "voor"sv,    "votre"sv,   "vous"sv,  "wir"sv,
    "wird"sv,  "y"sv,      "zijn"sv,  "zu"sv,    "zum"sv,     "zur"sv};

// Function words that other languages have, too.
constexpr std::array shared_words{"a"sv,  "am"sv, "as"sv,  "do"sv, "die"sv, "den"sv, "he"sv,
                                  "i"sv,  "in"sv, "is"sv,  "me"sv, "no"sv,  "of"sv,  "on"sv,
                                  "so"sv, "us"sv, "was"sv, "we"sv, "will"sv};

bool among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

ForeignSentences::Speech ForeignSentences::speech_of(const Lexicon& lexicon, WordId word) {
  if (word >= words_.size()) words_.resize(std::max<std::size_t>(lexicon.size(), word + 1));
  Speech& speech = words_[word];
  if (speech != Speech::open) return speech;
  const std::string_view folded = lexicon[lexicon[word].folded].text;
  speech = Speech::neither;
  if (among(foreign_words, folded)) {
    speech = Speech::foreign;
  } else if (!among(shared_words, folded) && closed_class(folded)) {
    speech = Speech::english;
  }
  return speech;
}

bool ForeignSentences::is_foreign(const Reading& reading, const sentences::Sentence& sentence) {
  std::size_t foreign = 0;
  std::size_t english = 0;
  for (const sentences::Token& token : reading.text.tokens_of(sentence)) {
    if (token.kind != sentences::TokenKind::word) continue;
    const Speech speech = token.ascii ? speech_of(reading.lexicon, token.word) : Speech::foreign;
    if (speech == Speech::foreign) ++foreign;
    if (speech == Speech::english) ++english;
  }
  return foreign >= 2 && foreign > english;
}

bool ForeignSentences::has(const Reading& reading, std::uint32_t sentence) {
  if (generation_ != reading.lexicon.generation()) words_.clear();
  generation_ = reading.lexicon.generation();
  if (answers_.empty()) answers_.resize(reading.text.sentences.size());
  Answer& answer = answers_[sentence];
  if (answer == Answer::open)
    answer = is_foreign(reading, reading.text.sentences[sentence]) ? Answer::yes : Answer::no;
  return answer == Answer::yes;
}

}  // namespace linter::lexicon
