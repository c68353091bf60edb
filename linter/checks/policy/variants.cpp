// variants: words of the same letters that an article writes in several ways, found without a list.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"
#include "linter/checks/policy/longer_names.h"
#include "linter/checks/policy/rule_compiler.h"
#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/word_kinds.h"

namespace linter::checks::policy {
namespace {

using lexicon::PartOfSpeech;
using packs::ShapeKind;
using sentences::Token;
using sentences::TokenKind;
using std::string_view;

enum class Difference : std::uint8_t {
  hyphen,
  space,
  capital,
  letter_case,
  sign,
  number,
  mark,
  accent,
  expansion,
  definition,
  introduction,
  apostrophe,
  name
};
constexpr std::array<string_view, 13> difference_names{
    "hyphen", "space",  "capital",   "case",       "sign",         "number",
    "mark",   "accent", "expansion", "definition", "introduction", "apostrophe",
    "name"};
constexpr packs::Shape difference{.kind = ShapeKind::choice, .names = [] {
                                    return std::span<const string_view>(difference_names);
                                  }};
constexpr std::array<packs::Field, 2> fields{{
    {"differ_in", &difference, true,
     "hyphen: “e-mail” beside “email” or “e mail”; space: “skin care” beside “skincare”; capital: "
     "“Laser” beside “laser” in mid-sentence; case: “LASIK” beside “Lasik”, “Hair Transplant” "
     "beside "
     "“hair transplant”; sign: “ClearLight” before “ClearLight™”; number: “scars treatment” beside "
     "“scar treatment”; mark: “ClearLight ®”, and “ClearLight™” beside “ClearLight®”; accent: "
     "“Lumiere” beside “Lumière”; expansion: “(PRP)” behind two terms; definition: “FDA (Food and "
     "Drug Administration)” beside “Food and Drug Administration (FDA)”; introduction: “PRP” "
     "before “platelet-rich plasma (PRP)”; apostrophe: “it's” among words such as “it’s”; name: “Fern Hair Gro Clinic” beside “Fern "
     "Hair Grow Clinic”, “HydroFacial” beside “HydraFacial”, “NOVA Skin Spa” beside “Nova Skin Spa”."},
    {"ignore", &packs::texts_shape, false,
     "Words that are others with a hyphen or a capital, such as re-cover."},
}};
constexpr std::array<string_view, 2> placeholders{"suggestion", "count"};

enum class Form : std::uint8_t { hyphenated, closed, open };

// One place where a word of certain letters stands.
struct Place {
  Form form = Form::closed;
  base::Span where;          // view span
  std::uint32_t last = 0;    // token
  bool attributive = false;  // stands before a noun: "a long-term effect"
  std::string next;          // the word behind, folded, where it is attributive
  bool name = false;         // "Get-Item": a capital behind the hyphen, as commands have it
  bool mixed = false;        // "ReadOnly", "HydraFacial": a capital within the word
  bool known = false;        // one word of the dictionary
  bool sure = false;         // "a first time patient": attributive beyond doubt
  bool loose = false;        // "hair like strokes", "a touch up": its second word is a small one
  bool noun = false;         // "a touch up": a noun by the words around it
  bool described = false;    // "Advanced Laser": an adjective and a noun, which are no name
  bool participial = false;  // "award winning", "medical grade": makes one word before a noun
  bool is_one = false;       // "medical grade gel", "non toxic": two words that a hyphen belongs between
  bool opens = false;        // "Push out dirt": begins its block with what may be a verb
  bool after_adverb = false; // "newly made": an adverb in -ly, behind which no hyphen stands
};
using Places = std::map<std::string, std::vector<Place>>;  // by letters

bool is_word(const Token& token) {
  return token.kind == TokenKind::word;
}

// What the judging of one article needs to ask of its tokens.
class Words {
 public:
  explicit Words(const Scene& scene) : scene_(scene), tokens_(scene.reading.text.tokens) {}

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] string_view text(std::uint32_t at) const { return scene_.view(tokens_[at].text); }
  [[nodiscard]] lexicon::WordId folded_id(std::uint32_t at) const {
    return scene_.words.of(tokens_[at].word).folded_id;
  }
  [[nodiscard]] string_view folded(std::uint32_t at) const {
    return scene_.words.of(tokens_[at].word).folded;
  }
  [[nodiscard]] lexicon::PosMask parts(std::uint32_t at) const {
    return scene_.words.of(tokens_[at].word).parts;
  }
  [[nodiscard]] bool is_known(std::uint32_t at) const {
    return scene_.words.of(tokens_[at].word).tier != 0;
  }
  [[nodiscard]] bool is_hyphen(std::uint32_t at) const {
    if (tokens_[at].kind != TokenKind::mark || tokens_[at].space_before) return false;
    const string_view mark = text(at);
    return mark == "-" || mark == "‐" || mark == "‑";
  }
  // Whether nothing but one space stands before the word.
  [[nodiscard]] bool follows(std::uint32_t at) const {
    return is_word(tokens_[at]) && tokens_[at].space_before &&
           tokens_[at].text.begin == tokens_[at - 1].text.end + 1;
  }

  // "happens": what no noun phrase goes on with.
  [[nodiscard]] bool is_only_verb(std::uint32_t at) const {
    using enum PartOfSpeech;
    const lexicon::PosMask mask = parts(at);
    return lexicon::has(mask, finite_verb) && !lexicon::has(mask, noun) &&
           !lexicon::has(mask, adjective) && !lexicon::has(mask, participle) &&
           !lexicon::has(mask, gerund);
  }

  // A word that can only be a noun, or a verb of the same form: names begin with other words, too.
  [[nodiscard]] bool is_plain_noun(std::uint32_t at) const {
    const lexicon::PosMask mask = parts(at);
    return lexicon::has(mask, PartOfSpeech::noun) && !lexicon::has(mask, PartOfSpeech::adjective) &&
           !is_small(at);
  }

  [[nodiscard]] bool is_plain_adjective(std::uint32_t at) const {
    const lexicon::PosMask mask = parts(at);
    return lexicon::has(mask, PartOfSpeech::adjective) &&
           !lexicon::has(mask, PartOfSpeech::proper_noun) && !is_small(at);
  }

  // Whether a sentence cannot end with the word: behind a noun a line may have begun, whose break was
  // lost ("ingrown hair Hair loss").
  [[nodiscard]] bool may_go_before(std::uint32_t at) const {
    using enum PartOfSpeech;
    const lexicon::PosMask mask = parts(at);
    return !lexicon::has(mask, noun) || lexicon::has(mask, adjective) || is_small(at);
  }

  // A word that makes no compound with the next one: "a", "in", "well", "they".
  [[nodiscard]] bool is_small(std::uint32_t at) const {
    using enum PartOfSpeech;
    const lexicon::PosMask mask = parts(at);
    constexpr lexicon::PosMask small =
        (determiner | pronoun) | (preposition | conjunction) | (subordinator | relative) |
        (auxiliary | modal) | (number | negator) | static_cast<lexicon::PosMask>(question_word);
    if ((mask & small) != 0) return true;
    const bool only_adverb = lexicon::has(mask, adverb) && !lexicon::has(mask, noun) &&
                             !lexicon::has(mask, adjective);
    return only_adverb || folded(at) == "well";
  }

 private:
  const Scene& scene_;
  const std::vector<Token>& tokens_;
};

// The letters of a word without the ending of a plural, so that all its forms meet.
string_view stem(string_view letters) {
  constexpr std::size_t least = 5;
  if (letters.size() > least && letters.ends_with('s') && !letters.ends_with("ss"))
    letters.remove_suffix(1);
  return letters;
}

// Tells most letters that were not added, by some of their characters: most words of an article
// have no other form, and are not worth a string of their own.
class Glance {
 public:
  void add(string_view letters) {
    set(letters.size(), letters.front(), letters[letters.size() / 2]);
  }
  // Whether the two words' letters, or those without a plural's ending, may have been added.
  [[nodiscard]] bool may_hold(string_view first, string_view second) const {
    const std::size_t size = first.size() + second.size();
    const auto at = [&](std::size_t i) {
      return i < first.size() ? first[i] : second[i - first.size()];
    };
    return size > 1 &&
           (holds(size, at(0), at(size / 2)) || holds(size - 1, at(0), at((size - 1) / 2)));
  }

 private:
  static std::size_t place(std::size_t size, char begin, char middle) {
    const auto low = [](char c) {
      return static_cast<std::size_t>(static_cast<unsigned char>(c) & 31U);
    };
    return (size & 31U) << 10U | low(begin) << 5U | low(middle);
  }
  void set(std::size_t size, char begin, char middle) {
    const std::size_t at = place(size, begin, middle);
    bits_[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  [[nodiscard]] bool holds(std::size_t size, char begin, char middle) const {
    const std::size_t at = place(size, begin, middle);
    return ((bits_[at / 64] >> (at % 64)) & 1U) != 0;
  }
  std::array<std::uint64_t, 512> bits_{};
};

// Tells most words whose letters none of those added begin with, by their first two: a look at an
// article's bytes.
class Beginnings {
 public:
  void add(string_view letters) {
    const std::size_t at = place(letters[0], letters[1]);
    bits_[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  // `word` as written; of one letter, or beyond ASCII, nothing is told.
  [[nodiscard]] bool may_hold(string_view word, const Token& token) const {
    if (!token.ascii || word.size() < 2) return true;
    const std::size_t at = place(word[0], word[1]);
    return ((bits_[at / 64] >> (at % 64)) & 1U) != 0;
  }

 private:
  static std::size_t place(char first, char second) {
    return (static_cast<unsigned char>(first) & 31U) << 5U |
           (static_cast<unsigned char>(second) & 31U);
  }
  std::array<std::uint64_t, 16> bits_{};
};

class Spread {
 public:
  Spread(const Scene& scene, const IgnoredTerms& ignored)
      : scene_(scene), words_(scene), ignored_(ignored) {}

  // The words with a hyphen, and where the same letters stand without one.
  [[nodiscard]] Places around_hyphens() {
    each_block([&](std::uint32_t first, std::uint32_t end) { find_hyphenated(first, end); });
    if (places_.empty()) return {};
    look_at_places();
    each_block([&](std::uint32_t first, std::uint32_t end) { find_others(first, end, true); });
    return std::move(places_);
  }

  // The words that stand as one and as two.
  [[nodiscard]] Places around_spaces() {
    each_block([&](std::uint32_t first, std::uint32_t end) { find_closed(first, end); });
    if (closed_.empty()) return {};
    std::ranges::sort(closed_);
    each_block([&](std::uint32_t first, std::uint32_t end) { find_open(first, end); });
    if (places_.empty()) return {};
    glance_ = {};
    look_at_places();
    each_block([&](std::uint32_t first, std::uint32_t end) { find_others(first, end, false); });
    return std::move(places_);
  }

 private:
  template <class Visit>
  void each_block(const Visit& visit) const {
    const lexicon::Reading& reading = scene_.reading;
    for (std::uint32_t block = 0; block < reading.article.blocks.size(); ++block) {
      if (!scene_.rule.filters.front().places.admit(reading.article.blocks[block])) continue;
      const auto& begins = reading.text.block_first_token;
      if (!is_code(begins[block], begins[block + 1])) visit(begins[block], begins[block + 1]);
    }
  }

  // "$this->load->text('a_b');": a line of a program that nothing marks as one.
  [[nodiscard]] bool is_code(std::uint32_t first, std::uint32_t end) const {
    constexpr string_view signs[] = {"{", "}", ";", "=", "$", ">", "<", "_", "["};
    constexpr std::uint32_t least = 3;
    constexpr std::uint32_t share = 8;  // one in so many
    std::uint32_t found = 0;
    for (std::uint32_t at = first; at < end; ++at) {
      if (is_word(words_.tokens()[at])) continue;
      found += std::ranges::find(signs, words_.text(at)) != std::ranges::end(signs) ? 1 : 0;
    }
    return found >= least && found * share >= end - first;
  }

  void look_at_places() {
    for (const auto& [letters, places] : places_) {
      glance_.add(letters);
      beginnings_.add(letters);
    }
  }

  // The long words, by their stems' digests: a word that stands as two, too, is one of them.
  void find_closed(std::uint32_t first, std::uint32_t end) {
    constexpr std::size_t least = 7;
    for (std::uint32_t at = first; at < end; ++at) {
      const Token& token = words_.tokens()[at];
      const bool is_short = token.ascii && token.text.size() < least;
      if (!is_word(token) || is_short || words_.folded(at).size() < least ||
          !is_alone(at, first, end) || words_.is_small(at))
        continue;
      const string_view letters = stem(words_.folded(at));
      glance_.add(letters);
      closed_.push_back(base::hash64(letters));
    }
  }

  // The pairs whose letters are those of one of these words.
  void find_open(std::uint32_t first, std::uint32_t end) {
    std::string letters;
    for (std::uint32_t at = first; at + 1 < end; ++at) {
      if (!may_be_pair(at, end)) continue;
      const string_view own = words_.folded(at);
      if (!are_parts(at) || !glance_.may_hold(own, words_.folded(at + 1))) continue;
      letters.assign(own).append(words_.folded(at + 1));
      const string_view stemmed = stem(letters);
      if (std::ranges::binary_search(closed_, base::hash64(stemmed)))
        places_.try_emplace(std::string(stemmed));
    }
  }

  [[nodiscard]] bool may_be_pair(std::uint32_t at, std::uint32_t end) const {
    return is_word(words_.tokens()[at]) && at + 1 < end && words_.follows(at + 1);
  }

  // "cryo facial", but neither "a facial" nor "Lindsey S".
  [[nodiscard]] bool are_parts(std::uint32_t at) const {
    return words_.folded(at).size() >= least_part && words_.folded(at + 1).size() >= least_part;
  }

  // Whether no hyphen or slash joins it to what stands before.
  [[nodiscard]] bool begins(std::uint32_t at, std::uint32_t first) const {
    return at == first || words_.tokens()[at].space_before || is_opening(at - 1);
  }

  // A word that no hyphen, slash or full stop joins to another.
  [[nodiscard]] bool is_alone(std::uint32_t at, std::uint32_t first, std::uint32_t end) const {
    const auto& tokens = words_.tokens();
    if (!is_word(tokens[at])) return false;
    const bool called = at >= first + 2 && !tokens[at - 1].space_before &&
                        words_.text(at - 2) == "(" && words_.text(at - 1) != "(";  // f('text')
    const bool begins =
        at == first || tokens[at].space_before || (is_opening(at - 1) && !called);
    const bool ends = at + 1 == end || tokens[at + 1].space_before || !is_joint(at + 1, end);
    return begins && ends;
  }
  [[nodiscard]] bool is_opening(std::uint32_t at) const {
    if (is_word(words_.tokens()[at])) return false;
    constexpr string_view openings[] = {"(", "\"", "“", "‘", "'", "[", "—", "–"};
    return std::ranges::find(openings, words_.text(at)) != std::ranges::end(openings);
  }
  [[nodiscard]] bool is_joint(std::uint32_t at, std::uint32_t end) const {
    if (is_word(words_.tokens()[at])) return false;
    constexpr string_view joints[] = {"-", "‐", "‑", "/", "_", ".", "@", "=", "->", "(", ">"};
    const bool joins = std::ranges::find(joints, words_.text(at)) != std::ranges::end(joints);
    return joins && at + 1 < end && !words_.tokens()[at + 1].space_before;
  }

  void find_hyphenated(std::uint32_t first, std::uint32_t end) {
    const auto& tokens = words_.tokens();
    for (std::uint32_t at = first + 1; at + 1 < end; ++at) {
      if (!words_.is_hyphen(at) || !may_begin(tokens[at - 1]) || !is_word(tokens[at + 1])) continue;
      if (tokens[at + 1].space_before) continue;
      const bool joined_before =
          at - 1 > first && !tokens[at - 1].space_before && !is_opening(at - 2);
      const bool joined_behind =
          at + 2 < end && !tokens[at + 2].space_before && is_joint(at + 2, end);
      if (joined_before || joined_behind) continue;
      const std::string letters =
          std::string(words_.folded(at - 1)) + std::string(words_.folded(at + 1));
      if (letters.size() < least_letters || ignored_.contains(letters)) continue;
      add(key_of(at - 1, letters), Form::hyphenated, at - 1, at + 1, end).opens =
          at - 1 == first;
    }
  }

  void find_others(std::uint32_t first, std::uint32_t end, bool hyphens) {
    for (std::uint32_t at = first; at < end; ++at) {
      const Token& token = words_.tokens()[at];
      if (!may_begin(token) || !beginnings_.may_hold(words_.text(at), token)) continue;
      const string_view own = words_.folded(at);
      if (is_word(token) && glance_.may_hold(own, {}) && is_alone(at, first, end)) {
        const auto known = places_.find(std::string(stem(words_.folded(at))));
        if (known != places_.end()) add(known->first, Form::closed, at, at, end);
      }
      const bool pair = at + 1 < end && words_.follows(at + 1) &&
                        glance_.may_hold(own, words_.folded(at + 1)) &&
                        is_alone(at + 1, first, end) && begins(at, first) && may_join(at, hyphens);
      if (!pair || (!hyphens && !are_parts(at))) continue;
      const std::string letters = std::string(own) + std::string(words_.folded(at + 1));
      const auto known = places_.find(key_of(at, letters));
      if (known == places_.end()) continue;
      look_around(add(known->first, Form::open, at, at + 1, end), at, first, end);
    }
  }

  // The letters of a compound that begins with that token: "24 hours" is no other form of "24-hour".
  [[nodiscard]] std::string key_of(std::uint32_t at, const std::string& letters) const {
    return is_word(words_.tokens()[at]) ? std::string(stem(letters)) : letters;
  }

  // "time-release", "24-hour"
  [[nodiscard]] static bool may_begin(const Token& token) {
    return is_word(token) || token.kind == TokenKind::number;
  }

  // Whether the word and the next one may be a compound in two words. With hyphens to compare them
  // to, the second may be a small one: "touch up".
  [[nodiscard]] bool may_join(std::uint32_t at, bool hyphens) const {
    const bool counts = hyphens && lexicon::has(words_.parts(at), PartOfSpeech::number);
    const bool describes = hyphens && words_.folded(at).ends_with("ly");
    return (!words_.is_small(at) || counts || describes) && (hyphens || !words_.is_small(at + 1));
  }

  // What the words around two words tell of them.
  void look_around(Place& place, std::uint32_t at, std::uint32_t first, std::uint32_t end) const {
    using enum PartOfSpeech;
    const auto can = [&](std::uint32_t other, PartOfSpeech part) {
      return is_word(words_.tokens()[other]) && lexicon::has(words_.parts(other), part);
    };
    const bool preceded =
        at > first && words_.tokens()[at].space_before && is_word(words_.tokens()[at - 1]);
    const bool determined = preceded && can(at - 1, determiner);
    const bool described = preceded && can(at - 1, adjective) && !can(at - 1, finite_verb);
    const bool acts = can(at, verb) && !determined && !described;
    place.loose = words_.is_small(at + 1);
    place.is_one = is_prefix(at);
    place.described = can(at, adjective) && !can(at, noun) && can(at + 1, noun);
    place.participial =
        can(at + 1, gerund) && (can(at, noun) || can(at, adjective)) && !takes_gerund(at);
    place.opens = acts && at == first;
    if (place.attributive) {
      const std::uint32_t next = at + 2;
      const bool names = can(next, PartOfSpeech::noun) || can(next, adjective);
      const bool is_head = names && (!can(next, finite_verb) || ends_noun_phrase(next + 1, end));
      place.sure = determined && !is_definite(at - 1) && is_head;
      place.is_one |= is_head && makes_one_word(at, first);
      if (place.loose && acts && !place.opens) place.attributive = false;
    } else if (place.loose) {
      place.noun =
          (determined || described || (preceded && wants_noun(at - 1))) && ends_phrase(at + 1, end);
    }
  }
  // Whether what stands before is no verb with an object: "masks.", "masks are", "masks for".
  [[nodiscard]] bool ends_noun_phrase(std::uint32_t at, std::uint32_t end) const {
    if (at >= end || !is_word(words_.tokens()[at])) return true;
    using enum PartOfSpeech;
    const lexicon::PosMask parts = words_.parts(at);
    return lexicon::has(parts, preposition) || lexicon::has(parts, conjunction) ||
           lexicon::has(parts, auxiliary) || lexicon::has(parts, modal) ||
           lexicon::has(parts, relative);
  }
  // What is no word by itself: "non toxic" and "non-toxic" are one word wherever they stand.
  [[nodiscard]] bool is_prefix(std::uint32_t at) const {
    constexpr string_view prefixes[] = {"non",   "pre",   "anti",  "semi",  "multi", "ultra",
                                        "hyper", "micro", "hydro", "photo", "peri",  "self"};
    return std::ranges::find(prefixes, words_.folded(at)) != std::ranges::end(prefixes);
  }
  // "medical grade", "for doctor led", "oil rich", but not "the doctor led".
  [[nodiscard]] bool makes_one_word(std::uint32_t at, std::uint32_t first) const {
    using enum PartOfSpeech;
    const auto can = [&](std::uint32_t other, PartOfSpeech part) {
      return lexicon::has(words_.parts(other), part);
    };
    if (can(at, adjective) && !can(at, noun)) return can(at + 1, noun);
    if (!can(at, noun)) return false;
    if (can(at + 1, adjective) && !can(at + 1, noun) && !can(at + 1, participle)) return true;
    const bool begins = at == first || !is_word(words_.tokens()[at - 1]);
    return can(at + 1, participle) &&
           (begins || can(at - 1, preposition) || can(at - 1, conjunction));
  }
  // "stop winning", but neither "award winning" nor "hair removing"
  [[nodiscard]] bool takes_gerund(std::uint32_t at) const {
    constexpr string_view before[] = {"start", "stop", "keep",  "love", "like", "hate",
                                      "need",  "risk", "mind",  "try",  "help", "report",
                                      "quit",  "miss", "delay", "end",  "go",   "practice"};
    return std::ranges::find(before, words_.folded(at)) != std::ranges::end(before);
  }
  [[nodiscard]] bool is_definite(std::uint32_t at) const {
    constexpr string_view definite[] = {"the", "this", "that", "these", "those", "no", "all"};
    return std::ranges::find(definite, words_.folded(at)) != std::ranges::end(definite);
  }
  // "requires touch up", "for touch up"
  [[nodiscard]] bool wants_noun(std::uint32_t at) const {
    constexpr string_view before[] = {"require", "requires", "need",   "needs",  "after",
                                      "before",  "for",      "during", "without"};
    return std::ranges::find(before, words_.folded(at)) != std::ranges::end(before);
  }
  // "a touch up.", "a touch up is", but neither "the way up the hill" nor "the check in the box"
  [[nodiscard]] bool ends_phrase(std::uint32_t particle, std::uint32_t end) const {
    constexpr string_view particles[] = {"up", "down", "out", "off", "in", "on", "back", "over"};
    const string_view word = words_.folded(particle);
    if (std::ranges::find(particles, word) == std::ranges::end(particles)) return false;
    const std::uint32_t next = particle + 1;
    if (next == end || !is_word(words_.tokens()[next])) return true;
    using enum PartOfSpeech;
    const lexicon::PosMask parts = words_.parts(next);
    const bool phrase = lexicon::has(parts, determiner) || lexicon::has(parts, pronoun);
    const bool goes_on = lexicon::has(parts, preposition) || lexicon::has(parts, auxiliary) ||
                         lexicon::has(parts, conjunction) || lexicon::has(parts, adverb);
    return word != "in" && word != "on" && !phrase && goes_on;
  }

  Place& add(const std::string& letters, Form form, std::uint32_t first, std::uint32_t last,
             std::uint32_t end) {
    Place place;
    place.form = form;
    place.where = {words_.tokens()[first].text.begin, words_.tokens()[last].text.end};
    place.last = last;
    place.mixed = form == Form::closed && words_.tokens()[first].shape == sentences::Shape::mixed;
    place.known = form == Form::closed && words_.is_known(first);
    place.name = form == Form::hyphenated && is_command(first, last, end);
    place.after_adverb = form != Form::closed && words_.folded(first).ends_with("ly") &&
                         lexicon::has(words_.parts(first), PartOfSpeech::adverb) &&
                         !lexicon::has(words_.parts(first), PartOfSpeech::adjective);
    if (last + 1 < end && words_.follows(last + 1) && !words_.is_small(last + 1) &&
        !words_.is_only_verb(last + 1) && !has_object(last + 1, end)) {
      place.attributive = true;
      place.next = stem(words_.folded(last + 1));
    }
    return places_[letters].emplace_back(std::move(place));
  }

  // "takes an hour": a verb by what stands behind it.
  [[nodiscard]] bool has_object(std::uint32_t at, std::uint32_t end) const {
    using enum PartOfSpeech;
    if (!lexicon::has(words_.parts(at), finite_verb) || at + 1 >= end || !words_.follows(at + 1))
      return false;
    const lexicon::PosMask behind = words_.parts(at + 1);
    return lexicon::has(behind, determiner) || lexicon::has(behind, pronoun);
  }

  // "Get-Item gets items": a verb with a capital part behind it, and no title around it.
  [[nodiscard]] bool is_command(std::uint32_t first, std::uint32_t last, std::uint32_t end) const {
    const auto large = [&](std::uint32_t at) {
      return words_.tokens()[at].shape == sentences::Shape::capitalised;
    };
    const bool orders =
        lexicon::has(words_.parts(first), PartOfSpeech::verb) || words_.folded(first) == "new";
    return orders && large(first) && large(last) && (last + 1 == end || !large(last + 1));
  }

  static constexpr std::size_t least_letters = 5;
  static constexpr std::size_t least_part = 3;

  const Scene& scene_;
  Words words_;
  const IgnoredTerms& ignored_;
  Places places_;
  Glance glance_;  // of their letters
  Beginnings beginnings_;
  std::vector<std::uint64_t> closed_;  // sorted
};

class Variants final : public Judge {
 public:
  Variants(Difference in, IgnoredTerms ignored) : in_(in), ignored_(std::move(ignored)) {}

  void judge(const Scene& scene, std::span<const Hit> /*hits*/) const override {
    if (in_ == Difference::capital) return judge_capitals(scene);
    if (in_ == Difference::letter_case) {
      judge_case(scene, ignored_);
      judge_phrases(scene, ignored_);
      judge_compounds(scene, ignored_);
      return judge_labels(scene, ignored_);
    }
    if (in_ == Difference::sign) return judge_signs(scene, ignored_);
    if (in_ == Difference::number) return judge_number(scene, ignored_);
    if (in_ == Difference::mark) return judge_marks(scene, ignored_);
    if (in_ == Difference::accent) return judge_accents(scene, ignored_);
    if (in_ == Difference::expansion) return judge_expansions(scene, ignored_);
    if (in_ == Difference::definition) return judge_definitions(scene, ignored_);
    if (in_ == Difference::introduction) return judge_introductions(scene, ignored_);
    if (in_ == Difference::apostrophe) return judge_apostrophes(scene, ignored_);
    if (in_ == Difference::name) return judge_names(scene, ignored_);
    Spread spread(scene, ignored_);
    Places all = in_ == Difference::hyphen ? spread.around_hyphens() : spread.around_spaces();
    for (auto& [letters, places] : all) judge_forms(scene, places);
    if (in_ == Difference::hyphen) judge_chains(scene, ignored_);
  }

 private:
  using Counts = std::array<std::uint32_t, 3>;  // by form

  // A hyphen before a noun is right where none stands behind it ("long-term effects", "in the long
  // term"): two words count against a hyphen only in the same position, and never against a name.
  static bool comparable(const Place& open, const std::vector<Place>& places) {
    const bool name = std::ranges::any_of(places, &Place::name);
    return std::ranges::any_of(places, [&](const Place& other) {
      if (other.form == Form::closed) return !open.loose;
      if (other.form != Form::hyphenated || name) return false;
      if (open.after_adverb || (open.is_one && (!open.attributive || other.attributive))) return true;
      const bool same = other.attributive == open.attributive && other.next == open.next;
      if (!open.loose)
        return same || ((open.sure || open.participial) && open.attributive && other.attributive);
      return open.noun || (same && open.attributive && (!open.opens || other.opens));
    });
  }

  static void judge_forms(const Scene& scene, std::vector<Place>& places) {
    // "ReadOnly" beside "read-only" is a name in somebody's code, "HydraFacial" beside
    // "Hydra-Facial" a trade mark in two forms.
    const bool large = std::ranges::any_of(places, [&](const Place& place) {
      const char letter = scene.view(place.where).front();
      return !place.mixed && letter >= 'A' && letter <= 'Z';
    });
    const bool glued = std::ranges::any_of(places, &Place::described);
    if (!large || glued) std::erase_if(places, &Place::mixed);
    if (places.empty()) return;
    std::erase_if(places, [&](const Place& place) {
      return place.form == Form::open && !comparable(place, places);
    });
    Counts counts{};
    for (const Place& place : places) ++counts[static_cast<std::size_t>(place.form)];
    if (std::ranges::count(counts, 0U) > 1) return;
    const Place& usual = usual_of(places, counts);
    for (const Place& place : places) {
      if (place.form != usual.form) report(scene, place, usual, counts, places);
    }
  }

  // Of equals, the one that a dictionary has as one word or that is a verb; no two words else.
  static const Place& usual_of(const std::vector<Place>& places, const Counts& counts) {
    const bool one = std::ranges::any_of(places, &Place::is_one);
    const auto rank = [&](const Place& place) {
      const std::uint32_t count = counts[static_cast<std::size_t>(place.form)];
      const bool sound = place.known || (place.form == Form::open && place.opens && place.loose);
      const bool apart = place.after_adverb && place.form == Form::open;
      const bool joined = one && place.form != Form::open;
      return std::make_tuple(apart, joined, count, sound, place.form != Form::open);
    };
    const auto* most = &places.front();
    for (const Place& place : places) {
      const auto better = rank(place) <=> rank(*most);
      if (better > 0 || (better == 0 && place.where.begin < most->where.begin)) most = &place;
    }
    return *most;
  }

  static void report(const Scene& scene, const Place& place, const Place& usual,
                     const Counts& counts, const std::vector<Place>& places) {
    const auto plural = [&](const Place& one) { return scene.view(one.where).ends_with('s'); };
    const Place* shown = &usual;
    for (const Place& other : places) {
      if (other.form != usual.form || plural(other) != plural(place)) continue;
      shown = &other;
      break;
    }
    const std::string wanted = in_case_of(scene.view(place.where), in_mid_sentence(scene.view(shown->where)));
    Report made{.where = place.where};
    if (plural(*shown) == plural(place)) made.suggestions = {wanted};
    made.values = {{"suggestion", wanted},
                   {"count", std::to_string(counts[static_cast<std::size_t>(usual.form)])}};
    scene.reports.push_back(std::move(made));
  }

  struct Capitals {
    std::uint32_t small = 0;           // how many, in mid-sentence
    std::vector<std::uint32_t> large;  // tokens
  };

  void judge_capitals(const Scene& scene) const {
    const Words words(scene);
    std::map<string_view, Capitals> all;
    each_mid_word(scene, [&](const sentences::Sentence& sentence, std::uint32_t at) {
      if (stands_out(words, sentence, at) &&
          !is_part_of_name(scene.reading, sentence.block, words.tokens()[at].text))
        all[words.folded(at)].large.push_back(at);
    });
    if (all.empty()) return;
    std::vector<lexicon::WordId> ids;
    Beginnings beginnings;
    for (const auto& [folded, one] : all) {
      ids.push_back(words.folded_id(one.large.front()));
      beginnings.add(folded);
    }
    std::ranges::sort(ids);
    each_mid_word(scene, [&](const sentences::Sentence&, std::uint32_t at) {
      const Token& token = words.tokens()[at];
      if (token.shape != sentences::Shape::lower || !beginnings.may_hold(words.text(at), token))
        return;
      if (std::ranges::binary_search(ids, words.folded_id(at))) ++all[words.folded(at)].small;
    });
    for (const auto& [folded, one] : all) {
      // What has a capital again and again may have been named: "these Terms"; a word that no
      // dictionary has may be a name anyhow.
      constexpr std::size_t again = 3;
      const std::uint32_t first = one.large.front();
      const bool is_noun = words.is_plain_noun(first);
      const bool is_sure = is_noun && scene.reading.lexicon.accepts(words.folded_id(first));
      const std::size_t least = one.large.size() < again && is_sure ? 1 : 2;
      const bool few = one.small >= least * one.large.size();
      if (!few || ignored_.contains(std::string(folded))) continue;
      if (!is_noun && !words.is_plain_adjective(first)) continue;
      for (const std::uint32_t at : one.large) {
        scene.reports.push_back({.where = words.tokens()[at].text,
                                 .suggestions = {std::string(folded)},
                                 .values = {{"suggestion", std::string(folded)},
                                            {"count", std::to_string(one.small)}}});
      }
    }
  }

  // The words that do not begin a sentence.
  template <class Visit>
  static void each_mid_word(const Scene& scene, const Visit& visit) {
    for (const sentences::Sentence& sentence : scene.reading.text.sentences) {
      const prose::Block& block = scene.reading.article.blocks[sentence.block];
      if (!scene.rule.filters.front().places.admit(block)) continue;
      for (std::uint32_t at = sentence.first_token + 1; at < sentence.end_token; ++at) {
        if (is_word(scene.reading.text.tokens[at])) visit(sentence, at);
      }
    }
  }

  // A capital that neither a name around it nor a sentence's begin explains.
  static bool stands_out(const Words& words, const sentences::Sentence& sentence,
                         std::uint32_t at) {
    constexpr std::size_t least = 4;
    const auto& tokens = words.tokens();
    const auto is_plain = [&](std::uint32_t other) {
      return is_word(tokens[other]) && tokens[other].shape == sentences::Shape::lower;
    };
    if (tokens[at].shape != sentences::Shape::capitalised || tokens[at].text.size() < least)
      return false;
    const bool after_first = at - 1 == sentence.first_token && is_word(tokens[at - 1]) &&
                             words.is_small(at - 1);
    const bool after_word =
        words.follows(at) && (after_first || is_plain(at - 1)) && words.may_go_before(at - 1);
    const bool last = at + 1 >= sentence.end_token;
    if (is_of_name(words, sentence, at)) return false;
    constexpr string_view endings = ",.;?!/";
    const bool before_word = last || (words.follows(at + 1) && is_plain(at + 1)) ||
                             (tokens[at + 1].text.size() == 1 && endings.contains(words.text(at + 1)));
    return after_word && before_word && !is_title(words, sentence);
  }

  // "the Fern Hair transplant Clinic", "the Health, Beauty & Care Awards"
  static bool is_of_name(const Words& words, const sentences::Sentence& sentence,
                         std::uint32_t at) {
    constexpr std::uint32_t reach = 2;
    const auto& tokens = words.tokens();
    const auto has_capital = [&](std::uint32_t other) {
      return is_word(tokens[other]) && tokens[other].shape == sentences::Shape::capitalised;
    };
    for (std::uint32_t back = 1; back <= reach && at > sentence.first_token + back; ++back) {
      if (!is_word(tokens[at - back])) break;
      if (has_capital(at - back)) return true;
    }
    return at + 2 < sentence.end_token && words.text(at + 1) == "," && has_capital(at + 2);
  }

  // Whether most of the longer words of what is no sentence have capitals: "Preparing for the
  // Test".
  static bool is_title(const Words& words, const sentences::Sentence& sentence) {
    using enum sentences::Ending;
    if (sentence.ending != none && sentence.ending != question) return false;
    constexpr std::size_t longer = 4;
    int small = 0;
    for (std::uint32_t at = sentence.first_token + 1; at < sentence.end_token; ++at) {
      const Token& token = words.tokens()[at];
      if (!is_word(token) || token.text.size() < longer) continue;
      if (token.shape == sentences::Shape::lower) ++small;
      if (token.shape == sentences::Shape::capitalised) --small;
    }
    return small <= 0;
  }

  Difference in_;
  IgnoredTerms ignored_;  // folded, without hyphens
};

std::unique_ptr<Judge> compile(RuleCompiler& compiler) {
  IgnoredTerms ignored;
  for (const std::string& text : packs::texts_at(compiler.body(), "ignore")) {
    std::string letters = base::lower(text);
    std::erase(letters, '-');
    ignored.insert(std::move(letters));
  }
  const auto in = std::ranges::find(difference_names, packs::text_at(compiler.body(), "differ_in"));
  compiler.judge_always();
  return std::make_unique<Variants>(static_cast<Difference>(in - difference_names.begin()),
                                    std::move(ignored));
}

}  // namespace

Kind variants_kind() {
  return {.name = "variants",
          .about = "Reports the rarer of two ways to write the same letters.",
          .fields = fields,
          .placeholders = placeholders,
          .filters = false,
          .bounded = false,
          .compile = compile};
}

}  // namespace linter::checks::policy
