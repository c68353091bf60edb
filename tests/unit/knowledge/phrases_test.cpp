#include "linter/knowledge/phrases.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/hash.h"
#include "linter/base/image.h"

namespace linter::knowledge {
namespace {

// The words of `text` as stems, a comma as a boundary.
std::vector<StemId> stems(const PhraseIndex& index, Stemmer& stemmer, const std::string& text) {
  std::vector<StemId> ids;
  std::istringstream words(text);
  for (std::string word; words >> word;)
    ids.push_back(word == "," ? boundary : index.id_of(stemmer.stem(word)));
  return ids;
}

struct Case {
  std::string name;
  std::string phrase;
  std::string text;
  bool found;
};

class Phrase : public testing::TestWithParam<Case> {};

TEST_P(Phrase, IsFoundOrNot) {
  Stemmer stemmer;
  PhraseIndex index;
  ASSERT_TRUE(index.add(GetParam().phrase, {1, 7}, stemmer));
  index.finish();
  std::vector<PhraseMatch> matches;
  index.find(stems(index, stemmer, GetParam().text), matches);
  EXPECT_EQ(!matches.empty(), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, Phrase,
    testing::Values(Case{"as_written", "side effect", "a side effect of", true},
                    Case{"inflected", "side effect", "few side effects", true},
                    Case{"inflected_verb", "result in", "it resulted in pain", true},
                    Case{"british", "discoloration", "slight discolouration", true},
                    Case{"american", "anaesthetic", "an anesthetic", true},
                    Case{"apart", "hyperpigmentation", "hyper pigmentation", true},
                    Case{"joined", "micro-needling", "microneedling", true},
                    Case{"hyphen_apart", "micro-needling", "micro needling", true},
                    Case{"two_words_not_joined", "skin type", "skintype", false},
                    Case{"alternative", "(cause|lead to) pain", "leads to pain", true},
                    Case{"optional_absent", "no (known)? risk", "no risk", true},
                    Case{"optional_present", "no (known)? risk", "no known risks", true},
                    Case{"gap", "results ~ permanent", "results are usually permanent", true},
                    Case{"gap_too_wide", "results ~ permanent",
                         "results we saw last year were permanent", false},
                    Case{"gap_stops_at_mark", "results ~ permanent", "results , permanent", false},
                    Case{"mark_between", "side effect", "side , effect", false},
                    Case{"other_word", "dermis", "derm", false}),
    [](const auto& row) { return row.param.name; });

class PhraseOfSets : public testing::TestWithParam<Case> {};

TEST_P(PhraseOfSets, IsFoundOrNot) {
  Stemmer stemmer;
  PhraseIndex index;
  index.name_set("thing");
  index.name_set("fade");
  ASSERT_TRUE(index.add(GetParam().phrase, {1, 7}, stemmer));
  ASSERT_TRUE(index.add("glow", {1, 8}, stemmer));
  for (const char* one : {"glow", "gloss", "(soft|warm) light"})
    ASSERT_TRUE(index.add_to_set("thing", one, stemmer));
  for (const char* one : {"fade", "fade away", "wear off"})
    ASSERT_TRUE(index.add_to_set("fade", one, stemmer));
  index.finish();
  std::vector<PhraseMatch> matches;
  index.find(stems(index, stemmer, GetParam().text), matches);
  EXPECT_EQ(std::ranges::count(matches, 7U, [](const auto& one) { return one.payload.id; }),
            GetParam().found ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, PhraseOfSets,
    testing::Values(Case{"one_of_it", "<fade>", "it fades", true},
                    Case{"of_two_words", "<fade>", "it wears off", true},
                    Case{"half_of_two_words", "<fade>", "it wears", false},
                    Case{"longest_once", "<fade>", "it fades away", true},
                    Case{"two_sets", "<thing> <fade>", "the gloss wears off", true},
                    Case{"gap_between", "<thing> ~ <fade>", "the warm light will soon fade", true},
                    Case{"gap_too_wide", "<thing> ~ <fade>", "the glow that you saw here fades",
                         false},
                    Case{"alone", "<thing> ~ <fade>", "the glow", false},
                    Case{"in_the_middle", "no <thing> left", "no gloss left", true},
                    Case{"word_of_a_phrase_of_its_own", "<thing> left", "the glow left", true},
                    Case{"among_alternatives", "(<thing>|paint) <fade>", "paint fades", true},
                    Case{"behind_an_option", "(the)? <thing> <fade>", "glow fades", true},
                    Case{"mark_between", "<thing> <fade>", "gloss , fades", false}),
    [](const auto& row) { return row.param.name; });

TEST(PhraseSets, RefuseWhatIsNoSet) {
  Stemmer stemmer;
  PhraseIndex index;
  index.name_set("fade");
  EXPECT_FALSE(index.add("<glow> fades", {1, 7}, stemmer));
  EXPECT_FALSE(index.add("<fade", {1, 7}, stemmer));
  EXPECT_FALSE(index.add_to_set("fade", "wear ~ off", stemmer));
  EXPECT_FALSE(index.add_to_set("fade", "<fade> off", stemmer));
  EXPECT_FALSE(index.add_to_set("fade", "", stemmer));
  EXPECT_FALSE(index.add_to_set("glow", "glow", stemmer));
}

TEST(Phrases, TellsWhatStandsInAGap) {
  Stemmer stemmer;
  PhraseIndex index;
  ASSERT_TRUE(index.add("take ~ off ~ again", {1, 1}, stemmer));
  ASSERT_TRUE(index.add("the hair very soon", {2, 2}, stemmer));
  index.finish();
  std::vector<PhraseMatch> matches;
  index.find(stems(index, stemmer, "take the hair off very soon again"), matches);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].end, 7U);
  EXPECT_EQ(matches[0].open, 0b110110U);
}

TEST(Phrases, KeepsTheLongestOfAKind) {
  Stemmer stemmer;
  PhraseIndex index;
  ASSERT_TRUE(index.add("scar", {1, 1}, stemmer));
  ASSERT_TRUE(index.add("scar tissue", {1, 2}, stemmer));
  ASSERT_TRUE(index.add("scar", {2, 3}, stemmer));
  index.finish();
  std::vector<PhraseMatch> matches;
  index.find(stems(index, stemmer, "scar tissue"), matches);
  std::vector<std::uint32_t> ids;
  for (const PhraseMatch& match : matches) ids.push_back(match.payload.id);
  std::ranges::sort(ids);
  EXPECT_EQ(ids, (std::vector<std::uint32_t>{2, 3}));
}

// Whether a phrase's words, "~" for up to three of any, stand from `at` on; the end of the longest.
std::size_t plain_end(const std::vector<std::string>& phrase, std::size_t word,
                      const std::vector<std::string>& text, std::size_t at) {
  if (word == phrase.size()) return at;
  if (phrase[word] != "~") {
    const bool stands = at < text.size() && text[at] == phrase[word];
    return stands ? plain_end(phrase, word + 1, text, at + 1) : 0;
  }
  std::size_t longest = 0;
  for (std::size_t skip = 0; skip <= 3 && at + skip < text.size(); ++skip) {
    if (text[at + skip] == ",") break;
    longest = std::max(longest, plain_end(phrase, word + 1, text, at + skip));
  }
  return longest;
}

TEST(Phrases, AreFoundAsByLookingForEachAlone) {
  const std::vector<std::string> words{"a", "skin", "laser", "peel", "of", "burn"};
  std::minstd_rand random(7);
  const auto any_word = [&] { return words[random() % words.size()]; };
  Stemmer stemmer;
  PhraseIndex index;
  std::vector<std::vector<std::string>> phrases;
  for (std::uint32_t id = 0; id < 40; ++id) {
    std::vector<std::string> phrase{any_word()};
    for (std::size_t more = random() % 3; more > 0; --more) {
      if (random() % 4 == 0) phrase.emplace_back("~");
      phrase.push_back(any_word());
    }
    std::string written;
    for (const std::string& word : phrase) written += word + " ";
    ASSERT_TRUE(index.add(written, {id % 2, id}, stemmer));
    phrases.push_back(std::move(phrase));
  }
  index.finish();
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> text;
    std::string written;
    for (std::size_t left = random() % 12; left > 0; --left) {
      const auto kind = random() % 8;
      text.push_back(kind == 0 ? "," : kind == 1 ? "zebra" : any_word());
      written += text.back() + " ";
    }
    std::set<std::array<std::size_t, 3>> wanted;  // begin, end, phrase
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::array<std::size_t, 2> longest{};  // by kind
      for (std::size_t id = 0; id < phrases.size(); ++id)
        longest[id % 2] = std::max(longest[id % 2], plain_end(phrases[id], 0, text, at));
      for (std::size_t id = 0; id < phrases.size(); ++id)
        if (const std::size_t end = plain_end(phrases[id], 0, text, at);
            end != 0 && end == longest[id % 2])
          wanted.insert({at, end, id});
    }
    std::vector<PhraseMatch> matches;
    index.find(stems(index, stemmer, written), matches);
    std::set<std::array<std::size_t, 3>> found;
    for (const PhraseMatch& one : matches) found.insert({one.begin, one.end, one.payload.id});
    ASSERT_EQ(found, wanted) << written;
  }
}

// "skin peel", which two kinds know, and "skin ~ burn".
PhraseIndex skin_phrases() {
  Stemmer stemmer;
  PhraseIndex index;
  EXPECT_TRUE(index.add("skin peel", {0, 4}, stemmer));
  EXPECT_TRUE(index.add("skin peel", {1, 2}, stemmer));
  EXPECT_TRUE(index.add("skin ~ burn", {1, 3}, stemmer));
  index.finish();
  return index;
}

struct KeptPhrases {
  std::string body;
  std::string tail;
};

KeptPhrases kept_phrases() {
  base::ImageWriter image;
  skin_phrases().put(image);
  std::string body = image.take();
  return {std::move(body), image.take_tail()};
}

std::vector<Payload> found_by(const PhraseIndex& index) {
  Stemmer stemmer;
  std::vector<PhraseMatch> matches;
  index.find(stems(index, stemmer, "skin peel or skin and a burn"), matches);
  std::vector<Payload> found;
  for (const PhraseMatch& one : matches) found.push_back(one.payload);
  return found;
}

std::vector<Payload> found_in(const KeptPhrases& kept, std::vector<std::size_t> ends) {
  base::ImageReader image(kept.body, kept.tail);
  const PhraseIndex index(image, std::move(ends));
  return image.sound() ? found_by(index) : std::vector<Payload>();
}

TEST(Phrases, AreFoundInAnImageWithPayloadsThatThereAre) {
  const KeptPhrases kept = kept_phrases();
  EXPECT_EQ(found_in(kept, {5, 4}), (std::vector<Payload>{{0, 4}, {1, 2}, {1, 3}}));
  EXPECT_EQ(found_in(kept, {4, 4}), (std::vector<Payload>{{1, 2}, {1, 3}}));
  EXPECT_EQ(found_in(kept, {5}), (std::vector<Payload>{{0, 4}}));
}

// Whichever byte that is read of the tail is another one: all is found, or nothing that is wrong.
TEST(Phrases, OfADamagedImageAreMadeAnew) {
  const KeptPhrases sound = kept_phrases();
  const std::vector<Payload> all{{0, 4}, {1, 2}, {1, 3}};
  for (std::size_t at = 0; at < sound.tail.size(); at += 31) {
    KeptPhrases damaged = sound;
    damaged.tail[at] = static_cast<char>(damaged.tail[at] ^ 0x11);
    for (const Payload one : found_in(damaged, {5, 4}))
      EXPECT_NE(std::ranges::find(all, one), all.end()) << at;
    base::ImageReader image(damaged.body, damaged.tail);
    PhraseIndex index(image, {5, 4});
    ASSERT_TRUE(image.sound());
    int asked = 0;
    index.mend_by([&] {
      ++asked;
      return skin_phrases();
    });
    EXPECT_EQ(found_by(index), all) << at;
    EXPECT_EQ(found_by(index), all) << at;
    EXPECT_EQ(asked, 1) << at;
  }
}

// Where a late text is told: its begin, its size and its digest.
using Late = std::array<std::uint64_t, 3>;
Late late_at(const std::string& body, std::size_t at) {
  Late late{};
  std::memcpy(late.data(), body.data() + at, sizeof late);
  return late;
}
bool is_inside(const Late& late, std::string_view tail) {
  return late[0] <= tail.size() && late[1] > 0 && late[1] <= tail.size() - late[0];
}

std::vector<std::size_t> late_places(const KeptPhrases& kept) {
  std::vector<std::size_t> places;
  const std::string_view tail = kept.tail;
  for (std::size_t at = 0; at + sizeof(Late) <= kept.body.size(); at += sizeof(std::uint64_t)) {
    const Late late = late_at(kept.body, at);
    if (is_inside(late, tail) && base::hash64(tail.substr(late[0], late[1])) == late[2])
      places.push_back(at);
  }
  return places;
}

// An image whose digests fit, whatever they are of.
void make_digests_fit(KeptPhrases& kept, const std::vector<std::size_t>& places) {
  const std::string_view tail = kept.tail;
  for (const std::size_t at : places) {
    Late late = late_at(kept.body, at);
    if (!is_inside(late, tail)) continue;
    late[2] = base::hash64(tail.substr(late[0], late[1]));
    std::memcpy(kept.body.data() + at, late.data(), sizeof late);
  }
}

// Whatever it says, nothing outside of it is read, and each search ends.
TEST(Phrases, AreLookedForInAnyImage) {
  const KeptPhrases kept = kept_phrases();
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < kept.tail.size(); ++at)
    if (kept.tail[at] != 0 || (at > 0 && kept.tail[at - 1] != 0)) places.push_back(at);
  ASSERT_GT(places.size(), 16U);
  const std::vector<std::size_t> late = late_places(kept);
  ASSERT_EQ(late.size(), 3U);
  std::minstd_rand random(11);
  const auto other = [&] {
    return static_cast<char>(random() % 6 == 0 ? 0xFF : random() % 8);
  };
  for (int round = 0; round < 4000; ++round) {
    KeptPhrases hostile = kept;
    for (std::size_t left = 1 + random() % 3; left > 0; --left) {
      if (random() % 2 == 0) {
        hostile.body[random() % hostile.body.size()] = other();
      } else {
        hostile.tail[places[random() % places.size()]] = other();
      }
    }
    make_digests_fit(hostile, late);
    for (const Payload one : found_in(hostile, {5, 4})) {
      EXPECT_LT(one.kind, 2);
      EXPECT_LT(one.id, one.kind == 0 ? 5 : 4);
    }
  }
}

TEST(Phrases, RefuseWhatCannotBeRead) {
  Stemmer stemmer;
  for (const char* phrase : {"", "(a", "a)", "(a)?", "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)"}) {
    PhraseIndex index;
    EXPECT_FALSE(index.add(phrase, {1, 1}, stemmer)) << phrase;
  }
}

}  // namespace
}  // namespace linter::knowledge
