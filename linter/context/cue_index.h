// The compiled form of all cues: their words numbered, their phrases in one trie over those
// numbers, in which the alternatives of a group meet again: it grows with what is written, not with
// what it can mean.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/text_table.h"
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
  // The built-in cue: a clause that begins with a bare verb.
  static constexpr std::uint32_t imperative = 0;

  struct Edge {
    std::uint32_t word = 0;
    std::uint32_t node = 0;
  };
  struct Node {
    std::span<const Edge> edges;  // by word
    std::uint32_t any = no_node;
    std::uint32_t number = no_node;
    std::span<const std::uint32_t> same;  // reached with this one: where alternatives meet
    std::span<const std::uint32_t> cues;  // that end here
  };
  using Second = std::bitset<512>;  // words that can come next, by number modulo 512
  // What phrases that begin with a word have in common. The lists of what can follow end where
  // those of the next one begin.
  struct Opening {
    std::uint32_t node = no_node;
    std::uint32_t directions = 0;  // of the cues whose phrases begin so: bits by Direction
    std::uint32_t second = 0;
    std::uint32_t first_cue = 0;
    std::uint32_t first_edge = 0;
    std::uint32_t first_any = 0;
    std::uint32_t first_number = 0;
    [[nodiscard]] bool has(Direction direction) const {
      return (directions >> static_cast<unsigned>(direction) & 1U) != 0;
    }
  };
  // All that can follow a first word, gathered from the nodes that are reached with it.
  struct Begun {
    const Second& second;
    std::span<const std::uint32_t> cues;  // that end here
    std::span<const Edge> edges;          // by word; a word may lead to several nodes
    std::span<const std::uint32_t> any;
    std::span<const std::uint32_t> number;
    [[nodiscard]] bool may_go_on(std::uint32_t word) const { return second[word % 512]; }
  };
  Index();

  // The number of a folded word, or 0 when no cue holds it.
  [[nodiscard]] std::uint32_t word(std::string_view folded) const;
  [[nodiscard]] std::uint32_t follow(std::uint32_t node, std::uint32_t word) const;
  // An Opening without a node when no phrase begins with the word. O(1).
  [[nodiscard]] const Opening& opening(std::uint32_t word) const {
    return openings_[word < openings_.size() - 2 ? word : 0];
  }
  [[nodiscard]] const Opening& number_opening() const { return openings_[openings_.size() - 2]; }
  // Of an opening of this index.
  [[nodiscard]] Begun begun(const Opening& opening) const;
  [[nodiscard]] Node node(std::uint32_t number) const;
  [[nodiscard]] std::size_t node_count() const { return rows_.size() - 1; }

  // The affix that a word is as part of a hyphened compound ("free" in "risk-free"), or null.
  [[nodiscard]] const Affix* prefix(std::uint32_t word) const { return affix(prefix_, word); }
  [[nodiscard]] const Affix* suffix(std::uint32_t word) const { return affix(suffix_, word); }

  void insert(const Phrase& phrase, std::uint32_t cue);
  // Must be called after the last insert of a file. Linear in what was inserted.
  void finish();

  void put(base::ImageWriter& image) const;
  // Replaces what is there; the reader refuses what is not sound.
  void get(base::ImageReader& image);

  std::vector<Cue> cues;
  std::vector<Affix> affixes;
  std::size_t phrases = 0;

 private:
  static constexpr std::uint32_t no_affix = UINT32_MAX;

  // A node while phrases are inserted.
  struct Growing {
    std::vector<Edge> edges;
    std::uint32_t any = no_node;
    std::uint32_t number = no_node;
    std::vector<std::uint32_t> same;
    std::vector<std::uint32_t> cues;
  };
  // An opening while phrases are inserted.
  struct GrowingOpening {
    std::uint32_t node = no_node;
    std::uint32_t directions = 0;
    Second second;
    std::vector<std::uint32_t> cues;
    std::vector<Edge> edges;
    std::vector<std::uint32_t> any;
    std::vector<std::uint32_t> number;
  };
  // A node as it is kept; its edges and the like end where those of the next one begin.
  struct Row {
    std::uint32_t any = no_node;
    std::uint32_t number = no_node;
    std::uint32_t first_edge = 0;
    std::uint32_t first_same = 0;
    std::uint32_t first_cue = 0;
  };

  [[nodiscard]] const Affix* affix(const std::vector<std::uint32_t>& table,
                                   std::uint32_t word) const {
    return word < table.size() && table[word] != no_affix ? &affixes[table[word]] : nullptr;
  }
  std::uint32_t intern(std::string_view folded);
  void insert_affix(const Phrase& phrase, std::uint32_t cue);
  void open(const Sequence& sequence, Direction direction);
  GrowingOpening& growing_opening(std::uint32_t word);
  void gather(std::uint32_t node, GrowingOpening& opening) const;
  void finish(GrowingOpening& opening) const;
  void lay_out();
  void lay_out(const GrowingOpening& opening);
  [[nodiscard]] std::uint32_t known_edge(std::uint32_t node, std::uint32_t word) const;
  [[nodiscard]] bool are_rows() const;
  [[nodiscard]] bool are_openings() const;
  // The node behind a sequence or element that is read from a node; made where it is new.
  std::uint32_t read(std::uint32_t from, const Sequence& sequence);
  std::uint32_t read(std::uint32_t from, const Element& element);
  std::uint32_t read_word(std::uint32_t from, std::string_view word);
  std::uint32_t read_group(std::uint32_t from, const Element& group);
  std::uint32_t add_node();
  [[nodiscard]] bool is_sound() const;

  base::TextTable words_;
  // none of what was read from an image has grown
  std::vector<GrowingOpening> grown_{1};  // by word number
  GrowingOpening grown_number_;           // of phrases that begin with #
  std::vector<std::uint32_t> touched_;    // words whose openings have grown since finish()
  std::vector<Growing> nodes_;
  base::Column<Opening> openings_;  // by word number, that of #, and the end
  base::Column<Second> seconds_;
  base::Column<std::uint32_t> opening_ends_;  // cues
  base::Column<Edge> opening_edges_;
  base::Column<std::uint32_t> opening_any_;
  base::Column<std::uint32_t> opening_numbers_;
  base::Column<Row> rows_;  // by node, and the end
  base::Column<Edge> edges_;
  base::Column<std::uint32_t> same_;
  base::Column<std::uint32_t> ends_;   // cues
  std::vector<std::uint32_t> prefix_;  // by word number: index into `affixes`
  std::vector<std::uint32_t> suffix_;
};

}  // namespace linter::context
