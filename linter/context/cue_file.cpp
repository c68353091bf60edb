// Reads cue files (docs/cues.md) into the index.
#include <array>

#include "linter/base/names.h"
#include "linter/context/cue_index.h"
#include "linter/context/cue_keys.h"
#include "linter/context/cues.h"
#include "linter/context/phrase.h"

namespace linter::context {
namespace {

using base::ErrorCode;
using base::yaml::Kind;
using base::yaml::Reader;
using base::yaml::Value;

constexpr std::array<std::string_view, 9> direction_names{
    "forward", "backward", "both",         "sentence",    "label",
    "heading", "reply",    "inside-quote", "beside-quote"};
static_assert(direction_names.size() == static_cast<std::size_t>(Direction::beside_quote) + 1);
constexpr std::array<std::string_view, 3> reach_names{"clause", "statement", "sentence"};
constexpr std::array<std::string_view, 3> list_names{"all", "or", "none"};
constexpr std::array<std::string_view, 3> place_names{"anywhere", "start", "end"};
constexpr std::array<std::string_view, 9> entry_keys{
    "category", "ends", "pseudo", "direction", "within", "lists", "at", "stops", "phrases"};

constexpr std::size_t max_phrases = 50'000;  // of all cue files together
constexpr std::int64_t max_reach_words = 100;

using packs::Shape;
using packs::ShapeKind;

template <const auto& names>
constexpr Shape choice_of{.kind = ShapeKind::choice,
                          .names = [] { return std::span<const std::string_view>(names); }};
constexpr Shape category_shape{.kind = ShapeKind::choice, .names = category_names};
constexpr Shape categories_shape{.kind = ShapeKind::one_or_many, .item = &category_shape};
constexpr Shape phrases_shape{.kind = ShapeKind::one_or_many, .item = &packs::text_shape};
constexpr Shape words_shape{.kind = ShapeKind::whole, .low = 1, .high = max_reach_words};
constexpr Shape reach_shape{
    .kind = ShapeKind::either, .item = &words_shape, .other = &choice_of<reach_names>};
constexpr std::array<std::string_view, 2> role_keys{"category", "ends"};
constexpr std::array<packs::Field, 10> entry_fields{{
    {"about", &packs::any_text_shape, false, "One sentence for authors."},
    {"category", &categories_shape, false, "What the phrases say."},
    {"ends", &categories_shape, false, "In place of a category: whose reach they end."},
    {"pseudo", &packs::boolean_shape, false, "Whether they only look like such phrases."},
    {"direction", &choice_of<direction_names>, false, "Where what they speak of stands."},
    {"within", &reach_shape, false, "How far they reach: a part of the text, or so many words."},
    {"lists", &choice_of<list_names>, false, "How far they reach in a list."},
    {"at", &choice_of<place_names>, false, "Where in a sentence they must stand."},
    {"stops", &phrases_shape, false, "Phrases that end the reach of this entry alone."},
    {"phrases", &phrases_shape, true, "The phrases."},
}};
constexpr Shape entry_shape{
    .kind = ShapeKind::mapping, .fields = entry_fields, .at_least_one = role_keys};

std::string with_straight_apostrophes(std::string_view text) {
  std::string result(text);
  for (const std::string_view curly : {"’", "‘"})
    for (std::size_t at = result.find(curly); at != std::string::npos; at = result.find(curly, at))
      result.replace(at, curly.size(), "'");
  return result;
}

// One entry of `cues:`.
class EntryReader {
 public:
  EntryReader(const Value& value, std::string_view file, std::vector<base::Error>& errors,
              const std::string& path, CueSet::Index& index)
      : reader_(value, file, errors, path), index_(index) {}

  void read() {
    if (reader_.value().kind != Kind::mapping) return;
    static_cast<void>(reader_.optional_string("about"));
    read_role();
    if (cue_.role != Role::end) read_direction();
    if (cue_.role == Role::cue) read_reach();
    if (const auto place = reader_.one_of("at", place_names))
      cue_.place = static_cast<Place>(*place);
    const auto number = static_cast<std::uint32_t>(index_.cues.size());
    index_.cues.push_back(cue_);
    if (!reader_.has("phrases"))
      reader_.report(ErrorCode::missing_key, "'" + reader_.path_of("phrases") + "' is missing",
                     reader_.value());
    add_phrases("phrases", number);
    if (cue_.role == Role::cue) add_stops(number);
    reader_.finish(entry_keys);
  }

 private:
  void read_role() {
    const bool ends = reader_.has("ends");
    if (ends == reader_.has("category")) {
      reader_.report(ends ? ErrorCode::bad_value : ErrorCode::missing_key,
                     "an entry needs either 'category' (what its phrases say) or 'ends' (whose "
                     "reach they end)",
                     reader_.value());
      static_cast<void>(reader_.take("category"));
    }
    cue_.categories = read_categories(ends ? "ends" : "category");
    if (ends) {
      cue_.role = Role::end;
    } else if (reader_.optional_bool("pseudo", false)) {
      cue_.role = Role::pseudo;
    }
  }

  Categories read_categories(std::string_view key) {
    Categories result = 0;
    const Value* value = reader_.take(key);
    if (value == nullptr) return result;
    const std::span<const Value> items =
        value->kind == Kind::sequence ? std::span(value->items) : std::span(value, 1);
    for (const Value& item : items) {
      if (const auto category = category_named(item.text)) {
        result |= bit(*category);
      } else {
        reader_.report(
            ErrorCode::bad_value,
            "'" + item.text + "' is no category" + base::nearest_hint(item.text, category_names()),
            item);
      }
    }
    return result;
  }

  void read_direction() {
    if (const auto direction = reader_.one_of("direction", direction_names))
      cue_.direction = static_cast<Direction>(*direction);
  }

  // "within: statement", or "within: 3" for a number of words.
  void read_reach() {
    if (const auto lists = reader_.one_of("lists", list_names))
      cue_.lists = static_cast<Lists>(*lists);
    const Value* value = reader_.take("within");
    if (value == nullptr) return;
    if (base::yaml::as_int(*value)) {
      cue_.reach = Reach::words;
      cue_.words = static_cast<std::uint16_t>(
          reader_.optional_int("within", 1, max_reach_words).value_or(1));
    } else if (const auto reach = reader_.one_of("within", reach_names)) {
      cue_.reach = static_cast<Reach>(*reach + 1);
    }
  }

  void add_phrases(std::string_view key, std::uint32_t cue) {
    const Value* list = reader_.take(key);
    if (list == nullptr) return;
    const std::span<const Value> items =
        list->kind == Kind::sequence ? std::span(list->items) : std::span(list, 1);
    for (const Value& item : items) add_phrase(item, key, cue);
  }

  void add_phrase(const Value& item, std::string_view key, std::uint32_t cue) {
    if (item.kind != Kind::scalar) {
      reader_.report(ErrorCode::wrong_type,
                     "'" + reader_.path_of(key) + "' must hold phrases as text", item);
      return;
    }
    const auto phrase = parse_phrase(with_straight_apostrophes(item.text));
    if (!phrase) {
      reader_.report(ErrorCode::bad_value,
                     "the phrase '" + item.text + "' cannot be read: " + phrase.error(), item);
      return;
    }
    if (index_.phrases == max_phrases) {
      reader_.report(ErrorCode::too_large,
                     "more than " + std::to_string(max_phrases) + " cue phrases; use fewer", item);
      return;
    }
    index_.insert(*phrase, cue);
  }

  // The terminators of one entry become an end of their own that only this entry heeds.
  void add_stops(std::uint32_t owner) {
    if (!reader_.has("stops")) return;
    Cue end;
    end.role = Role::end;
    end.ends_only = owner + 1;
    const auto number = static_cast<std::uint32_t>(index_.cues.size());
    index_.cues.push_back(end);
    add_phrases("stops", number);
  }

  Reader reader_;
  CueSet::Index& index_;
  Cue cue_;
};

}  // namespace

const packs::Shape& cue_entry_shape() {
  return entry_shape;
}

std::vector<base::Error> CueSet::add(const Value& document, std::string_view file) {
  std::vector<base::Error> errors;
  Reader reader(document, file, errors);
  if (document.kind != Kind::mapping) return errors;
  if (!reader.has("cues")) reader.report(ErrorCode::missing_key, "'cues' is missing", document);
  std::size_t number = 0;
  for (const Value& entry : reader.sequence("cues")) {
    const std::string path = "cues[" + std::to_string(number++) + "]";
    EntryReader(entry, file, errors, path, *index_).read();
  }
  reader.finish();
  index_->finish();
  return errors;
}

}  // namespace linter::context
