// What a field knows, as data: concepts and how they are worded, frames, bands, units, what
// clashes, and facts.
//
// Compiled from the documents of all packs in use (docs/claims.md). Immutable once built and shared
// between threads; the C++ knows nothing of medicine, money or climate. Everything is addressed by
// dense ids.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"
#include "linter/base/yaml.h"
#include "linter/findings/finding.h"
#include "linter/knowledge/phrases.h"
#include "linter/knowledge/stances.h"

namespace linter::knowledge {

using ConceptId = std::uint16_t;
using FrameId = std::uint16_t;
using TypeId = std::uint16_t;
using UnitId = std::uint16_t;
inline constexpr std::uint16_t none = std::numeric_limits<std::uint16_t>::max();

// A closed interval; what it measures is said where it stands.
struct Interval {
  double low = 0;
  double high = 0;
  [[nodiscard]] constexpr bool overlaps(Interval other) const {
    return low <= other.high && other.low <= high;
  }
  auto operator<=>(const Interval&) const = default;
};

// What a quantity measures. Times are in seconds, lengths in millimetres, ages in years, shares in
// 0..1, frequencies in times a day. Values above are measures that packs declare, in the order of
// Knowledge::measures.
enum class Measure : std::uint8_t { time, length, count, age, share, money, frequency };
// Those that need no declaration.
[[nodiscard]] std::span<const std::string_view> measure_names();

struct Concept {
  std::string id;
  std::string label;  // for messages; the id with spaces when the pack gives none
  TypeId type = none;
  std::vector<ConceptId> parents;
  std::vector<ConceptId> ancestors;  // itself and all above, ascending
  std::vector<ConceptId> exclusive;  // cannot hold together with these
  ConceptId opposite = none;         // to deny this one is to state that one
  bool has_children = false;         // something is_a it
  bool named_only = false;           // a subject only where it is named, never by what stood before
  bool means_any = false;            // to state it is to state any of its kinds ("pigment changes")
  bool various = false;              // many things ("surgery"): what is said of it is not compared
  bool subject = false;              // of a type that claims are about (a procedure, a product)
  bool stand_in = false;             // what an article is about that names no subject that is known
  bool lingers = false;              // felt afterwards, too, when the treatment itself was not
  std::vector<ConceptId> stands_for; // a part: the subjects that it fits; none = all
};

struct ConceptType {
  std::string name;
  bool subject = false;
  bool part = false;  // names a part of a subject, or the subject without its name ("the device")
  bool in_frames = false;  // some frame takes it
  bool open = false;       // clashes are asked about even where the subject of both is a guess
  bool beside = false;     // found inside the wordings of other types, too
  std::uint16_t speaks_of = none;  // what is said with it is said of this one, whatever is named
};

// How one wording of a concept is meant.
struct Term {
  ConceptId meaning = none;
  bool denies = false;     // "painless" denies pain
  bool universal = false;  // "everyone" is all people
  bool exact = false;      // capitals as given: "PIH"
  bool other =
      false;  // the phrase is something else and hides the terms inside it ("liver spot remover")
  std::string_view text;
};

// Terms, flat: grown in memory, or read where they lie in an image, which must outlive them.
class Terms {
 public:
  Terms() = default;
  explicit Terms(base::ImageReader& image) : kept_(image), letters_(image) {}
  void put(base::ImageWriter& image) const;
  void add(const Term& term);
  [[nodiscard]] std::size_t size() const { return kept_.size(); }
  // The text lives as long as these.
  [[nodiscard]] Term operator[](std::size_t number) const;

 private:
  struct Kept {
    ConceptId meaning = none;
    std::uint16_t flags = 0;
    std::uint32_t text = 0;  // where it begins
    std::uint32_t text_size = 0;
  };
  base::Column<Kept> kept_;
  base::Column<char> letters_;
};

enum class Side : std::uint8_t { after, before, either };  // where a cue's object stands

// A wording that says which frame a concept is used in.
struct FrameCue {
  FrameId frame = none;
  Side object = Side::after;
  bool states = false;  // advice in these words says how things are ("expect some redness")
  bool denies = false;  // the wording itself denies ("fails to reduce")
  std::optional<Interval> likelihood;  // the wording says how likely ("rarely leads to")
  bool label = false;                  // a label of a field, found as PhraseKind::label
  std::optional<Interval> range;       // of a label: the figures that it is for, in the base unit
};

struct Frame {
  std::string id;
  std::string about;
  std::vector<TypeId> objects;      // types of concept that can fill it
  std::vector<TypeId> default_for;  // types that stand in this frame when no cue says otherwise
  std::optional<Measure> measure;   // the frame holds only with a quantity of this measure
  bool advice_states = false;       // advice in it says how things are ("should not have it")
  bool befalls = false;             // it happens to people: "should not hurt" is what to expect
  bool tension_only = false;        // clashes in it are never more than a tension
  bool compared = true;             // false: kept apart from other frames, and never compared
  bool needs_predicate = false;     // the name alone states nothing: something must be said of it
  bool bare_is_certain = false;  // a plain statement promises it for everybody ("removes wrinkles")
  bool of_subject = false;     // what it measures is the subject's, whichever of its parts is named
  bool comparison = false;     // two of its objects are held against each other ("more ... than")
  bool only_excludes = false;  // "only" in it leaves no room for others of its concept's type
  std::optional<Interval> range;  // it takes no quantity beyond
  std::string resolve;            // what would settle a clash in it, as a sentence; may be empty
  std::vector<std::uint32_t> clashes;  // those whose first side it is, ascending
};

// A wording that gives a band of likelihood ("rare") or of degree ("mild"), limits a statement to a
// time ("beforehand"), adds nothing to what it stands before ("any real"), excludes all others
// ("only"), tells of one person ("my"), names what somebody looks for ("if you want"), falls short
// of what it stands before ("relatively", "practically"; its range is how often the opposite is
// so), has more or less of what the band is named after ("expensive", "cheap"), tells that a
// thing is not the one that the article is about ("conventional"), advises against what it
// stands before ("avoid"), or tells that a figure differs from case to case ("depending on").
struct Band {
  enum class Of : std::uint8_t {
    likelihood,
    degree,
    time,
    emphasis,
    only,
    person,
    sought,
    nearly,
    more,
    less,
    another,
    against,
    varies,
    during
  } of = Of::likelihood;
  Interval range;
  std::string name;
};

struct Unit {
  Measure measure = Measure::time;
  double factor = 1;  // to the measure's base unit
  double offset = 0;  // added then: 0 °F is -17.8 °C
  std::string name;
  std::string one;             // behind a 1 in messages; empty: it is never shown
  std::string many;            // behind other numbers
  bool before_number = false;  // "aged 18", "£ 20"
  std::vector<std::string> symbols;  // names with a mark inside: "km/h"
  // In the base unit, and back.
  [[nodiscard]] double base_of(double value) const { return (value * factor) + offset; }
  [[nodiscard]] double value_of(double base) const { return (base - offset) / factor; }
};

// "half", "a few", "a couple of", "twelve": a number in words, as an interval.
struct NumberWord {
  Interval value;
  bool unit_only =
      false;  // a number before a unit alone: "an hour", but "a session" counts nothing
  std::optional<Measure> measure;  // a quantity without a unit ("overnight")
  bool times = false;              // the number before it is multiplied ("thousand")
};

// Words that bound a quantity: "up to" (a maximum), "at least" (a minimum), "about".
enum class Bound : std::uint8_t { maximum, minimum, about, within, after };
struct BoundWord {
  Bound bound = Bound::maximum;
  bool behind = false;  // it stands behind the number or its unit ("or more", "at most")
};

// Two frames whose statements can rule each other out.
struct Clash {
  std::string id;
  FrameId first = none;  // the side that denies or overpromises
  FrameId second = none;
  enum class First : std::uint8_t {
    affirmed,
    denied,
    universal,
    slight,  // stated as little or none ("little to no downtime")
    hardly   // stated as next to none, and no more ("hardly any pain")
  } first_is = First::denied;
  enum class Concepts : std::uint8_t { same, descendant, any } concepts = Concepts::descendant;
  std::vector<ConceptId> first_concepts;  // only these (with their descendants), when not empty
  std::vector<ConceptId> second_concepts;
  std::vector<ConceptId> subjects;     // only of these and their kinds, when not empty
  bool second_only = false;            // the second leaves no room for others ("only a doctor")
  bool second_itself = false;          // the second is one of second_concepts, and no kind of one
  bool second_often = false;           // the second says that it is usual, or happens to most
  std::optional<Interval> first_range;   // the first's quantity lies in it, in its base unit
  std::optional<Interval> second_range;  // the second's quantity lies in it, in its base unit
  std::optional<Interval> second_most;   // the most that the second's quantity allows lies in it
  bool tension = false;  // at most a tension
  bool query = false;    // no more than a question
  std::string message;   // what clashes, for the finding
};

struct Fact {
  std::string id;
  ConceptId subject = none;
  FrameId frame = none;
  ConceptId meaning = none;
  bool denied = false;
  bool only = false;       // it leaves no room for others of its concept's type
  bool uncertain = false;  // at most a tension
  std::optional<Interval> likelihood;
  std::optional<Interval> quantity;
  UnitId unit = none;  // that the quantity was given in; none: the measure's base unit
  std::string says;    // shown in the finding
  findings::Citation source;
  std::string pack;
  std::string file;
  base::yaml::Position position;
};

// What a sentence says of its subject, in whatever words: learned from examples (stances.h).
struct Stance {
  std::string id;
  FrameId frame = none;
  ConceptId meaning = none;
  bool denied = false;
  bool universal = false;
  std::optional<Interval> degree;
  std::optional<Interval> likelihood;  // of what is not denied; where none is given, it is said so
  std::vector<StemId> unless;          // words beside which less is said ("no serious harm")
  std::vector<StemId> with;            // words of which there is one; empty: any
  double least = 0.65;                 // the probability from which on it is taken
  bool headings = false;               // headings are asked, too
};

// What a phrase found in a sentence stands for.
// A label is a frame cue by which a figure is told in a field ("Treatment time | 30 min").
// `beside` is a term of a type that is found inside the terms of others, too.
enum class PhraseKind : std::uint8_t {
  term,
  frame_cue,
  band,
  unit,
  number_word,
  bound,
  label,
  beside,
};

class Knowledge {
 public:
  [[nodiscard]] const Concept& concept_of(ConceptId id) const { return concepts[id]; }
  // Whether `descendant` is `ancestor` or below it.
  [[nodiscard]] bool is_a(ConceptId descendant, ConceptId ancestor) const;
  [[nodiscard]] bool are_exclusive(ConceptId a, ConceptId b) const;
  // The most general concept above: statements of one family are held together.
  [[nodiscard]] ConceptId family_of(ConceptId id) const;
  // What an article is about that names no known subject; none where no pack says.
  [[nodiscard]] ConceptId stand_in() const;
  [[nodiscard]] ConceptId concept_named(std::string_view id) const;
  [[nodiscard]] FrameId frame_named(std::string_view id) const;
  [[nodiscard]] bool fills(TypeId type, FrameId frame) const;
  [[nodiscard]] FrameId default_frame(TypeId type) const;  // none when it has none
  [[nodiscard]] bool empty() const { return frames.empty(); }
  // Those whose first side is a statement of the frame, ascending; of no frame there are none.
  [[nodiscard]] std::span<const std::uint32_t> clashes_of(FrameId first) const;
  // Whether statements of the first frame are declared to clash with some of the second.
  [[nodiscard]] bool may_clash(FrameId first, FrameId second) const;

  // What was compiled as an image, and back; nothing when the image is not sound. What is read
  // needs the image as long as it lives.
  void put(base::ImageWriter& image) const;
  [[nodiscard]] static std::optional<Knowledge> get(base::ImageReader& image);

  std::vector<ConceptType> types;
  std::vector<std::string> measures;  // names, those that need no declaration first
  std::vector<Concept> concepts;
  Terms terms;
  std::vector<Frame> frames;
  std::vector<FrameCue> frame_cues;
  std::vector<Band> bands;
  std::vector<Unit> units;
  std::vector<NumberWord> number_words;
  std::vector<BoundWord> bounds;
  std::vector<Clash> clashes;
  std::vector<Fact> facts;
  std::vector<Stance> stances;
  KeptStances stance_model;
  PhraseIndex phrases;
  bool takes_frequencies = false;  // some frame measures how often
  // The last words of names of subjects, as phrases know them; ascending.
  std::vector<StemId> subject_heads;

 private:
  friend class Builder;
  base::TextTable concept_ids_;
  base::TextTable frame_ids_;
};

// One document of a pack.
struct Document {
  std::string pack;
  std::string file;  // as errors name it
  const base::yaml::Value* value = nullptr;
  std::string shown{};  // as findings name it: the same on every machine; the file when empty
  std::vector<std::string> needs{};  // the packs whose types it shares
};

// The top-level keys of documents that belong here.
[[nodiscard]] std::span<const std::string_view> document_keys();

// Compiles all documents together: they may name each other's concepts in any order. Two packs that
// declare a type of one name have two types, unless one needs the other; `population`, `setting`
// and `site` are everybody's. What tests the knowledge (`pairs`) is checked and left out.
// Everything wrong comes back with file, line and column; what is right is kept. Limits: 20,000
// concepts, 100,000 phrases.
[[nodiscard]] base::Loaded<Knowledge> compile(std::span<const Document> documents);

}  // namespace linter::knowledge
