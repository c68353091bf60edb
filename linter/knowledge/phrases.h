// All wordings of a field in one trie over stems: one pass over a sentence finds them all, however
// many there are.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/late_column.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"
#include "linter/knowledge/readings.h"
#include "linter/knowledge/stems.h"

namespace linter::knowledge {

using StemId = std::uint32_t;
inline constexpr StemId no_stem = 0;            // a word that no phrase holds
inline constexpr StemId boundary = UINT32_MAX;  // a mark that no phrase crosses

// What a phrase stands for; all of it is the caller's.
struct Payload {
  std::uint32_t kind = 0;
  std::uint32_t id = 0;
  auto operator<=>(const Payload&) const = default;
};

struct PhraseMatch {
  std::uint32_t begin = 0;  // items of the searched sequence
  std::uint32_t end = 0;
  Payload payload;
  std::uint32_t open = 0;  // a bit for each item from `begin` on that stands for a `~`
};

// Immutable after finish(); const use from many threads. Flat: one that is read from an image
// lies in it, and needs it.
class PhraseIndex {
 public:
  PhraseIndex();
  // What put() wrote, in constant time: what an image says is checked where it is used. Nothing can
  // be added; find() passes over payloads that are not below `ends`, of ids by kind.
  PhraseIndex(base::ImageReader& image, std::vector<std::size_t> ends);
  PhraseIndex(PhraseIndex&&) noexcept;
  PhraseIndex& operator=(PhraseIndex&&) noexcept;
  ~PhraseIndex();
  void put(base::ImageWriter& image) const;
  // What gives the same index anew where that of the image turns out to be damaged; without it,
  // phrases that lie there are not found. Before find(); it may be called by any thread.
  void mend_by(std::function<PhraseIndex()> anew);

  // Adds a phrase. Words are parted by spaces or hyphens and match in every form; a single word or
  // a hyphenated one also matches written apart, hyphenated or joined ("micro-needling"). `(a|b c)`
  // are alternatives, `(a)?` is optional, `~` stands for up to three words, `<name>` for any wording
  // of the set of that name. bad_value for an empty phrase, an unclosed parenthesis, over 64
  // readings, or a set that has no name yet.
  [[nodiscard]] base::Result<void> add(std::string_view phrase, Payload payload, Stemmer& stemmer);
  // Names a set of wordings that phrases may hold; what is in it may be added later.
  void name_set(std::string_view name);
  // Adds a wording to a set that has been named. bad_value for one with `~` or with a set.
  [[nodiscard]] base::Result<void> add_to_set(std::string_view name, std::string_view phrase,
                                              Stemmer& stemmer);
  // Must be called once after the last add(), before anything is looked for or put.
  void finish();

  // The id of a stem, which has one from now on. Only while phrases are added, or right after.
  StemId known(std::string_view stem) {
    return ids_.add(stem, static_cast<StemId>(ids_.size() + 1));
  }
  // The id of a stem, or no_stem when neither a phrase holds it nor known() was asked.
  [[nodiscard]] StemId id_of(std::string_view stem) const;

  // Appends every match over `stems`, for each begin and kind the longest one and every payload
  // that shares its length. Cost about |stems| x the longest phrase.
  void find(std::span<const StemId> stems, std::vector<PhraseMatch>& matches) const;

  [[nodiscard]] std::size_t phrase_count() const { return phrases_; }

 private:
  struct Listed {
    Payload payload;
    std::uint32_t next = 0;  // of the same phrase; 0: none
  };
  struct Node {
    std::uint32_t gap = 0;         // child over `~`
    std::uint32_t payload = 0;     // the first of its payloads, 0 = none
    std::uint32_t first_edge = 0;  // its edges end where those of the next one begin
  };
  struct Edge {
    StemId stem = no_stem;  // ascending within a node; none: the end of a wording of a set
    std::uint32_t child = 0;
  };
  // What begins with a stem, so that most words of a sentence are done with at one look.
  struct Opening {
    std::uint32_t child = 0;  // of the first node; 0: no phrase begins so
    std::uint32_t ends = 0;   // bits of Ends
    std::uint64_t next = 0;   // a bit for each stem that may follow, see bit_of()
  };
  // What a phrase may do behind its first word.
  enum Ends : std::uint32_t {
    at_once = 1,    // be no more than it, or go on in a way that pairs_ say nothing of
    over_a_gap = 2  // go on over `~`
  };
  static std::uint64_t bit_of(StemId stem) {
    return std::uint64_t{1} << ((stem * 0x9E3779B1U) >> 26U);
  }
  // A place in pairs_, for a first word and one that may follow it, at once or over `~`. Common
  // words begin so many phrases that the bits of an opening are all set.
  static constexpr std::size_t pair_words = std::size_t{1} << 13U;
  static std::size_t pair_of(StemId first, StemId next) {
    const std::uint64_t mixed = ((std::uint64_t{first} << 32U) | next) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> (64U - 19U));
  }
  [[nodiscard]] bool may_follow(StemId first, StemId next) const {
    const std::size_t pair = pair_of(first, next);
    return pair / 64 >= pairs_.size() || ((pairs_[pair / 64] >> (pair % 64)) & 1U) != 0;
  }
  [[nodiscard]] bool may_go_on(std::span<const StemId> stems, std::size_t at,
                               const Opening& begun) const;
  void pair(StemId first, StemId next);
  std::uint32_t child(std::uint32_t node, StemId stem);
  // The edges of a node, as numbers.
  struct Edges {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  // Where one of the edges of a node leads over a stem, or 0. Where an edge or a gap leads is
  // checked by who follows it.
  [[nodiscard]] std::uint32_t child_over(const Edges& edges, StemId stem) const;
  [[nodiscard]] Edges edges_of(std::uint32_t node) const;
  void open(const Edge& first);
  void open_sets(std::vector<std::pair<std::uint64_t, std::uint32_t>>& all);
  [[nodiscard]] base::Result<void> check_sets(std::string_view phrase,
                                              const std::vector<Words>& readings) const;
  void add_words(const Words& words, Payload payload, Stemmer& stemmer);
  void add_payload(std::uint32_t node, Payload payload);
  [[nodiscard]] bool is_of_caller(Payload one) const {
    return ends_.empty() || (one.kind < ends_.size() && one.id < ends_[one.kind]);
  }
  struct Step {
    std::size_t at = 0;  // items of the searched sequence
    std::uint32_t node = 0;
    std::uint32_t open = 0;   // as in a match
    bool behind_set = false;  // a wording of a set has just ended
  };
  void walk(std::span<const StemId> stems, std::size_t from, Step step,
            std::vector<PhraseMatch>& matches) const;
  void find_here(std::span<const StemId> stems, std::vector<PhraseMatch>& matches) const;
  [[nodiscard]] bool is_damaged() const {
    return nodes_.is_damaged() || payloads_.is_damaged() || edges_.is_damaged();
  }

  base::TextTable ids_;
  std::unordered_map<std::uint64_t, std::uint32_t> growing_;  // children by node and stem or set
  base::TextTable set_ids_;
  std::vector<std::vector<std::vector<StemId>>> sets_;  // their wordings, while phrases are added
  base::LateColumn<Edge> edges_;
  base::Column<Opening> openings_;     // by stem
  base::Column<std::uint64_t> pairs_;  // a bit for each pair_of()
  base::LateColumn<Node> nodes_;
  base::LateColumn<Listed> payloads_;
  std::size_t phrases_ = 0;
  std::vector<std::size_t> ends_;  // of ids, by kind; empty: what was added here
  struct Mended;
  std::unique_ptr<Mended> mended_;  // null: nobody can
};

}  // namespace linter::knowledge
