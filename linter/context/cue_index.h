// The compiled form of all cues: their words numbered, their phrases in one trie over those
// numbers, in which the alternatives of a group meet again: it grows with what is written, not with
// what it can mean.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/base/hash.h"
#include "linter/context/cues.h"
#include "linter/context/known_words.h"
#include "linter/context/phrase.h"

namespace linter::context {

enum class Role : std::uint8_t {
  cue,
  pseudo,  // looks like a cue and is none: takes the words away from shorter cues of its categories
  end,     // ends the reach of other cues
};

enum class Direction : std::uint8_t {
  forward,   // what follows it
  backward,  // what stands before it
  both,      // either side
  sentence,  // all of its sentence
  label,    // opens a block ("Myth: ..."): the rest of the block, or the next block when nothing is
            // left of this
  heading,  // in a heading, a table's header or a list's lead-in: what stands under it
  reply,    // a sentence of its own that answers or judges the sentence before ("Absolutely.", "Not
            // true.")
  inside_quote,  // within quotation marks: that quotation
  beside_quote,  // next to a quotation: that quotation
};

enum class Reach : std::uint8_t { words, clause, statement, sentence };

// How the items of a list share the cue that stands before the first.
enum class Lists : std::uint8_t {
  all,   // "without pain, redness and swelling": every item
  or_,   // "no pain or redness": every item of an or-list, but of an and-list only bare nouns ("no
         // pain and lasting results")
  none,  // the first item only
};

enum class Place : std::uint8_t { anywhere, start, end };  // of a clause

// One entry of a cue file.
struct Cue {
  Role role = Role::cue;
  Categories categories = 0;  // that it gives, withholds (pseudo) or ends
  Direction direction = Direction::forward;
  Reach reach = Reach::clause;
  std::uint16_t words = 0;  // of Reach::words
  Lists lists = Lists::all;
  Place place = Place::anywhere;
  std::uint32_t ends_only = 0;  // of an end: the one entry (its number + 1) whose own terminator it
                                // is; 0 = all of `categories`
};

struct Affix {
  std::string text;
  bool suffix = false;
  std::uint32_t cue = 0;
};

struct CueSet::Index {
  static constexpr std::uint32_t no_node = 0;  // the root, which no edge leads to
  static constexpr std::uint32_t imperative =
      0;  // the built-in cue: a clause that begins with a bare verb

  struct Edge {
    std::uint32_t word = 0;
    std::uint32_t node = 0;
  };
  struct Node {
    std::vector<Edge> edges;  // by word
    std::uint32_t any = no_node;
    std::uint32_t number = no_node;
    std::vector<std::uint32_t>
        same;  // nodes that are reached with this one: where the alternatives of a group meet
    std::vector<std::uint32_t> cues;  // that end here
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return base::hash64(text); }
  };

  Index();

  // The number of a folded word, or 0 when no cue holds it.
  [[nodiscard]] std::uint32_t word(std::string_view folded) const;
  [[nodiscard]] std::uint32_t follow(std::uint32_t node, std::uint32_t word) const;
  // Where phrases that begin with the word continue, or no_node. O(1).
  [[nodiscard]] std::uint32_t first(std::uint32_t word) const {
    return word < first_.size() ? first_[word] : no_node;
  }
  [[nodiscard]] const Node& node(std::uint32_t number) const { return nodes_[number]; }
  [[nodiscard]] std::size_t node_count() const { return nodes_.size(); }

  // The affix that a word is as part of a hyphened compound ("free" in "risk-free"), or null.
  [[nodiscard]] const Affix* prefix(std::uint32_t word) const { return affix(prefix_, word); }
  [[nodiscard]] const Affix* suffix(std::uint32_t word) const { return affix(suffix_, word); }

  void insert(const Phrase& phrase, std::uint32_t cue);

  std::vector<Cue> cues;
  std::vector<Affix> affixes;
  std::size_t phrases = 0;

 private:
  static constexpr std::uint32_t no_affix = UINT32_MAX;

  [[nodiscard]] const Affix* affix(const std::vector<std::uint32_t>& table,
                                   std::uint32_t word) const {
    return word < table.size() && table[word] != no_affix ? &affixes[table[word]] : nullptr;
  }
  std::uint32_t intern(std::string_view folded);
  void insert_affix(const Phrase& phrase, std::uint32_t cue);
  // The node behind a sequence or element that is read from a node; made where it is new.
  std::uint32_t read(std::uint32_t from, const Sequence& sequence);
  std::uint32_t read(std::uint32_t from, const Element& element);
  std::uint32_t read_word(std::uint32_t from, std::string_view word);
  std::uint32_t read_group(std::uint32_t from, const Element& group);
  std::uint32_t add_node();

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  std::vector<std::uint32_t> first_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> prefix_;  // by word number: index into `affixes`
  std::vector<std::uint32_t> suffix_;
};

}  // namespace linter::context
