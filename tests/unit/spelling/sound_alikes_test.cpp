#include <gtest/gtest.h>
#include <string>

#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

std::string meant_in(Desk& desk, const char* text) {
  std::string meant;
  for (const findings::Finding& finding : desk.read(text)) {
    if (finding.rule != "spelling.confused-word" && finding.rule != "spelling.split-compound")
      continue;
    if (meant.empty()) meant = finding.suggestions.front();
  }
  return meant;
}

TEST(SoundAlikes, AreToldByTheirCompany) {
  Desk desk;
  struct Case {
    const char* text;
    const char* meant;
  };
  for (const Case& one : {
           Case{"Stress can effect your skin.", "affect"},
           Case{"The paper was sighted by many.", "cited"},
           Case{"He hurt his heal on a stone.", "heel"},
           Case{"Hair growth peeks in May.", "peaks"},
           Case{"Our surgeons are bored certified.", "board"},
           Case{"The city counsel met today.", "council"},
           Case{"There maybe some swelling.", "may be"},
           Case{"She was formally a nurse.", "formerly"},
           Case{"All medical personal wear masks.", "personnel"},
           Case{"A perspective study followed them.", "prospective"},
           Case{"My throat is soar.", "sore"},
           Case{"A first aide kit helps.", "aid"},
           Case{"Smoking is not aloud here.", "allowed"},
           Case{"She choose the peel last year.", "chose"},
           Case{"Peel it of gently.", "off"},
           Case{"Most off the swelling fades.", "of"},
           Case{"Extra wait is hard to lose.", "weight"},
           Case{"I wood ask a doctor.", "would"},
           Case{"A causal chat is fine.", "casual"},
           Case{"Spread the cream; it can be defuse.", "diffuse"},
           Case{"Come back whit a friend.", "with"},
           Case{"It is note safe.", "not"},
           Case{"You need for sessions.", "four"},
           Case{"The spinal chord is near.", "cord"},
           Case{"It may wreck havoc.", "wreak"},
           Case{"They waive the fee, or wave the fee.", "waive"},
           Case{"Heart palpations are rare.", "palpitations"},
           Case{"I go to the see.", "sea"},
           Case{"Everyone nose that.", "knows"},
           Case{"We meat on Monday.", "meet"},
           Case{"The doctor rote a note.", "wrote"},
           Case{"You have a write to know.", "right"},
           Case{"I maid a mistake.", "made"},
           Case{"The rode was icy.", "road"},
           Case{"He is all ready here.", "already"},
           Case{"I cannot here you.", "hear"},
           Case{"Is the ward quite at night?", "quiet"},
           Case{"That is a waist of time.", "waste"},
           Case{"Results very from person to person.", "vary"},
       }) {
    EXPECT_EQ(meant_in(desk, one.text), one.meant) << one.text;
  }
}

TEST(SoundAlikes, StayUnmentionedWhereTheyBelong) {
  Desk desk;
  for (const char* text : {
           "It had the effect that we hoped for.",
           "Wear loose trousers, and lose no time.",
           "The building was sited in a park.",
           "Cuts heal, and heels crack.",
           "They peek at the results.",
           "They board the bus certified as safe.",
           "She sought counsel, and the council met.",
           "Maybe it is late; it may be late.",
           "He was formally trained.",
           "That is a personal matter for all personal trainers.",
           "From that perspective it is new.",
           "The birds soar, and prices soar.",
           "The nurse's aide came.",
           "He read it aloud.",
           "Did she choose the peel?",
           "The best of it is free.",
           "Take the lid off the jar.",
           "Please wait at the desk.",
           "A wood fire warms.",
           "It is a causal link.",
           "They defuse the bomb.",
           "Note safe areas on the map.",
           "They waited for sessions to begin.",
           "He struck a chord.",
           "A wreck lay there; they wave to us.",
           "At sea we see waves.",
           "His nose runs.",
           "She eats meat and they meet us.",
           "He learned it by rote.",
           "Write a note.",
           "The maid came.",
           "She rode home.",
           "We are all ready to go.",
           "The skin is quite thin.",
           "Her waist is small.",
           "Prices vary widely, and can vary by size.",
           "The patient who's asking should wait.",
           "The work as a whole, in general, is done.",
           "It is linked to weight and lifestyle.",
           "Of course you should, of all people.",
           "The sum of it is small; some of it is.",
       }) {
    EXPECT_EQ(meant_in(desk, text), "") << text;
  }
}

}  // namespace
}  // namespace linter::checks::spelling
