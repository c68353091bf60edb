#include "linter/checks/spelling/rules.h"

#include <array>

#include "linter/checks/spelling/spelling.h"

namespace linter::checks::spelling {
namespace {

using findings::Category;
using findings::Severity;

// What a row says; the rest of a RuleInfo is the same for all.
struct Row {
  std::string id;
  Severity severity;
  std::string about;
  std::string why;
  std::string instead;
  std::vector<std::string> bad;
  std::vector<std::string> good;
};

RuleInfo row(Row about) {
  RuleInfo rule;
  rule.id = std::move(about.id);
  rule.category = Category::spelling;
  rule.severity = about.severity;
  rule.about = std::move(about.about);
  rule.why = std::move(about.why);
  rule.instead = std::move(about.instead);
  rule.bad = std::move(about.bad);
  rule.good = std::move(about.good);
  return rule;
}

const auto& table() {
  static const std::array<RuleInfo, 13> rows{{
      row({.id = "spelling.unknown-word",
           .severity = Severity::error,
           .about = "A word that no dictionary or word list has: an error where it is a known word "
                    "mistyped, a warning where it may be one that dictionaries lack.",
           .why = "A misspelt word costs a reader's trust in everything around it.",
           .instead =
               "Correct it, or add it to the project's words (`words:` in .galley.yaml) if it "
               "is right.",
           .bad = {"The serum absorbes within minutes.", "Microneedeling takes half an hour."},
           .good = {"The serum absorbs within minutes.", "Dr. Okonjo runs the clinic.",
                    "Ask for SPF 50."}}),
      row({.id = "spelling.dialect",
           .severity = Severity::warning,
           .about = "British spelling in an American article, or the reverse.",
           .why = "Two dialects in one article read as two authors.",
           .instead = "Keep to the dialect of the article, or name it with `language: en-GB`.",
           .bad = {"The color fades and the center heals, but the grey stays."},
           .good = {"The colour fades and the grey goes.", "The color fades and the gray goes."}}),
      row({.id = "spelling.split-compound",
           .severity = Severity::warning,
           .about = "A compound written apart that is written as one word or with a hyphen.",
           .why = "A prefix that stands alone is no word, and two words can say something else "
                  "than one.",
           .instead = "Write the compound as one word, or with its hyphen.",
           .bad = {"It may cause hyper sensitivity.", "Press with your finger tips.",
                   "A non surgical option."},
           .good = {"It may cause hypersensitivity.", "A non-surgical option.",
                    "This post treatment is new."}}),
      row({.id = "spelling.glued-words",
           .severity = Severity::error,
           .about = "Two words without the space between them.",
           .why = "The reader stumbles, and a search for either word misses it.",
           .instead = "Put the space back.",
           .bad = {"The peel is gentleand quick.", "It heals inthe first week.",
                   "The skin heals.The scar fades."},
           .good = {"The peel is gentle and quick.", "Read it at Example.com."}}),
      row({.id = "spelling.doubled-word",
           .severity = Severity::error,
           .about = "The same word twice in a row.",
           .why = "It is left over from an edit.",
           .instead = "Delete one of the two.",
           .bad = {"Apply the the cream at night."},
           .good = {"She had had the treatment before.", "It is very, very thin."}}),
      row({.id = "spelling.doubled-capital",
           .severity = Severity::error,
           .about = "Two capitals at the start of a word.",
           .why = "The shift key was held too long, or the first letter stands twice.",
           .instead = "Write one capital.",
           .bad = {"TThe skin heals.", "THe skin heals."},
           .good = {"The skin heals.", "MRIs are safe.", "A PhD student."}}),
      row({.id = "spelling.lost-apostrophe",
           .severity = Severity::error,
           .about =
               "A contraction or possessive without its apostrophe, or with it in the wrong place.",
           .why = "Without it the word is none, or another one.",
           .instead = "Put the apostrophe back.",
           .bad = {"You dont need anesthesia.", "It does'nt hurt."},
           .good = {"You don't need anesthesia.", "It doesn't hurt."}}),
      row({.id = "spelling.wrong-case",
           .severity = Severity::warning,
           .about = "A capital in the middle of an everyday word, or none where one belongs.",
           .why = "It is a slip of the shift key.",
           .instead = "Write the word as it is usually written.",
           .bad = {"The sKin heals.", "It heals, i think.", "Come on monday."},
           .good = {"The iPhone app and the HydraFacial device."}}),
      row({.id = "spelling.confused-word",
           .severity = Severity::warning,
           .about = "A word that is right elsewhere in the place of one that looks or sounds like "
                    "it.",
           .why = "No dictionary finds it, and the reader reads something else than was meant.",
           .instead = "Write the word that is meant; keep it if the other is meant after all.",
           .bad = {"You may loose weight.", "The side affects are mild.",
                   "Apply it to the treated sight.", "There is no downtown after the peel."},
           .good = {"The clothing is loose.", "It affects the skin.", "At the sight of blood.",
                    "The clinic is downtown."}}),
      row({.id = "spelling.look-alike",
           .severity = Severity::error,
           .about = "A letter of another script in a Latin word, or full-width letters.",
           .why = "It looks right, and no search, no reader program and no rule finds the word.",
           .instead = "Type the word anew.",
           .bad = {"The m\u0456croneedling session."},
           .good = {"The \u03B2 rays and the \u041C\u043E\u0441\u043A\u0432\u0430 clinic."}}),
      row({.id = "spelling.stray-letter",
           .severity = Severity::warning,
           .about = "A single letter left over between two words.",
           .why = "It is the rest of a word that was cut, or of one that was deleted.",
           .instead = "Delete the letter, or complete the word.",
           .bad = {"Wash the s skin with water."},
           .good = {"The x axis shows time.", "Vitamin c serum."}}),
      row({.id = "spelling.wrong-ordinal",
           .severity = Severity::error,
           .about = "An ordinal number with the ending of another one.",
           .why = "The ending is that of the number as it is spoken: second, third, twenty-first.",
           .instead = "Write the ending that the number is spoken with.",
           .bad = {"The 2rd session is on the 21th of May."},
           .good = {"The 2nd session is on the 21st of May.", "She weighs 11st 4lb."}}),
      row({.id = "spelling.disguised-term",
           .severity = Severity::warning,
           .about = "A fixed term with other words in it, as a synonym replacer leaves it.",
           .why = "Programs that rewrite texts replace the words of terms, too; the reader is left "
                  "with words that mean nothing together.",
           .instead = "Write the term; then read the whole text, for the program changed more.",
           .bad = {"Antioxidants fight free extremists.", "Ask about facet outcomes.",
                   "Hyaluronic corrosive fillers plump the lips."},
           .good = {"Antioxidants fight free radicals.", "Ask about side effects.",
                    "Hyaluronic acid fillers plump the lips."}}),
  }};
  return rows;
}

}  // namespace

std::span<const RuleInfo> rules() {
  return table();
}

const RuleInfo& info(Rule rule) {
  return table()[static_cast<std::size_t>(rule)];
}

}  // namespace linter::checks::spelling
