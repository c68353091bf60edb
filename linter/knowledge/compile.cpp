#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <utility>

#include "linter/base/names.h"
#include "linter/knowledge/keys.h"
#include "linter/knowledge/knowledge.h"

namespace linter::knowledge {

namespace yaml = base::yaml;

std::span<const std::string_view> document_keys() {
  static constexpr std::array<std::string_view, 10> keys = {
      "types", "concepts", "frames",  "bands", "measures",
      "units", "numbers",  "clashes", "facts", "pairs"};
  return keys;
}

// Three passes over every document: first what has a name, then what refers to names, then what
// needs to know all of that.
class Builder {
 public:
  base::Loaded<Knowledge> build(std::span<const Document> documents);

 private:
  using Read = void (Builder::*)(const yaml::Value&);
  using Places = std::vector<std::pair<std::string, yaml::Position>>;  // file and position
  enum class Pass : std::uint8_t { declare, read, finish };
  struct Section {
    std::string_view key;
    Read declare;  // null when the section names nothing
    Read read;
    Pass second = Pass::read;  // when it is read
  };
  static std::span<const Section> sections();

  void each(const Document& document, Pass pass);
  void declare_type(const yaml::Value& item);
  void declare_concept(const yaml::Value& item);
  void declare_frame(const yaml::Value& item);
  void read_type(const yaml::Value& item);
  void read_concept(const yaml::Value& item);
  void read_frame(const yaml::Value& item);
  void read_band(const yaml::Value& item);
  void declare_measure(const yaml::Value& item);
  void read_measure(const yaml::Value& item);
  void read_unit(const yaml::Value& item);
  void read_number(const yaml::Value& item);
  void read_clash(const yaml::Value& item);
  void read_fact(const yaml::Value& item);

  void read_terms(yaml::Reader& reader, std::string_view key, const Term& kind);
  void read_cues(yaml::Reader& reader, std::string_view key, FrameId frame, Side side);
  std::optional<TypeId> type_named(const std::string& name) const;
  std::optional<Measure> measure(yaml::Reader& reader);
  UnitId unit_reference(yaml::Reader& reader, std::optional<Measure> measure);
  void label(yaml::Reader& reader, Unit& unit);
  std::optional<Interval> interval(yaml::Reader& reader, std::string_view key);
  std::optional<Interval> interval_of(yaml::Reader& reader, std::string_view key,
                                      const yaml::Value& value);
  ConceptId concept_reference(yaml::Reader& reader, std::string_view key, const std::string& id);
  std::vector<ConceptId> concept_references(yaml::Reader& reader, std::string_view key);
  std::vector<TypeId> type_references(yaml::Reader& reader, std::string_view key);
  FrameId frame_reference(yaml::Reader& reader, std::string_view key, const std::string& id);
  void add_phrase(std::string_view phrase, PhraseKind kind, std::size_t id, const yaml::Value& at);
  void add_words(yaml::Reader& reader, std::string_view key, PhraseKind kind, std::size_t id);
  void declare(const yaml::Value& item, std::string_view key, base::TextTable& ids, Places& places,
               const std::function<void(std::string)>& add);
  void close_lattice();
  void gather_subject_heads();

  void report(base::ErrorCode code, std::string message, const yaml::Position& at) {
    errors_.push_back({code, std::move(message), document_->file, at.line, at.column});
  }
  [[nodiscard]] const yaml::Value& at_key(const yaml::Reader& reader, std::string_view key) const {
    const yaml::Value* value = reader.value().find(key);
    return value == nullptr ? reader.value() : *value;
  }

  Knowledge knowledge_;
  std::vector<base::Error> errors_;
  const Document* document_ = nullptr;
  Stemmer stemmer_;
  std::unordered_map<std::string, TypeId> type_ids_;      // by name: the first pack's
  std::unordered_map<std::string, TypeId> own_type_ids_;  // by pack, a line end and the name
  Places concept_places_;
  Places frame_places_;
  std::unordered_map<std::string, std::string> fact_ids_;
};

std::span<const Builder::Section> Builder::sections() {
  static constexpr std::array<Section, 9> all = {
      Section{"types", &Builder::declare_type, &Builder::read_type},
      Section{"concepts", &Builder::declare_concept, &Builder::read_concept},
      Section{"frames", &Builder::declare_frame, &Builder::read_frame},
      Section{"bands", nullptr, &Builder::read_band},
      Section{"measures", &Builder::declare_measure, &Builder::read_measure},
      Section{"units", nullptr, &Builder::read_unit},
      Section{"numbers", nullptr, &Builder::read_number},
      Section{"clashes", nullptr, &Builder::read_clash},
      Section{"facts", nullptr, &Builder::read_fact, Pass::finish},
  };
  return all;
}

void Builder::each(const Document& document, Pass pass) {
  document_ = &document;
  for (const Section& section : sections()) {
    const yaml::Value* list = document.value->find(section.key);
    const Read read = pass == Pass::declare    ? section.declare
                      : pass == section.second ? section.read
                                               : nullptr;
    if (list == nullptr || read == nullptr) continue;
    if (list->kind != yaml::Kind::sequence) {
      if (pass == Pass::declare || section.declare == nullptr)
        report(base::ErrorCode::wrong_type, std::string(section.key) + " must be a list",
               list->position);
      continue;
    }
    for (const yaml::Value& item : list->items) (this->*read)(item);
  }
}

void Builder::declare(const yaml::Value& item, std::string_view key, base::TextTable& ids,
                      Places& places, const std::function<void(std::string)>& add) {
  const std::size_t next = places.size();
  const yaml::Value* id = item.find(key);
  if (id == nullptr || id->kind != yaml::Kind::scalar) return;  // the second pass reports it
  if (next >= none)
    return report(base::ErrorCode::too_large, "too many entries of kind " + std::string(key),
                  id->position);
  if (const auto known = ids.add(id->text, static_cast<std::uint32_t>(next)); known != next)
    return report(base::ErrorCode::duplicate_id,
                  std::string(key) + " '" + id->text + "' is declared twice: it is already at " +
                      places[known].first + ":" + std::to_string(places[known].second.line) +
                      "; merge the two or rename one",
                  id->position);
  places.emplace_back(document_->file, id->position);
  add(id->text);
}

// A type is a pack's own, or that of a pack that it needs; three are everybody's.
void Builder::declare_type(const yaml::Value& item) {
  static constexpr std::array<std::string_view, 3> shared = {"population", "setting", "site"};
  const yaml::Value* id = item.find("type");
  if (id == nullptr || id->kind != yaml::Kind::scalar) return;  // the second pass reports it
  const auto own = [&](const std::string& pack) { return pack + '\n' + id->text; };
  if (own_type_ids_.contains(own(document_->pack))) return;
  if (std::ranges::find(shared, id->text) != shared.end() && type_ids_.contains(id->text)) return;
  for (const std::string& needed : document_->needs)
    if (const auto known = own_type_ids_.find(own(needed)); known != own_type_ids_.end()) {
      own_type_ids_.emplace(own(document_->pack), known->second);
      return;
    }
  if (knowledge_.types.size() >= none)
    return report(base::ErrorCode::too_large, "too many entries of kind type", id->position);
  const auto flag = [&](std::string_view key) {
    const yaml::Value* value = item.find(key);
    return value != nullptr && yaml::as_bool(*value).value_or(false);
  };
  const auto made = static_cast<TypeId>(knowledge_.types.size());
  type_ids_.emplace(id->text, made);
  own_type_ids_.emplace(own(document_->pack), made);
  knowledge_.types.push_back(
      {.name = id->text, .subject = flag("subject"), .part = flag("part"), .open = flag("open")});
}

// The type of that name as the pack that is read means it.
std::optional<TypeId> Builder::type_named(const std::string& name) const {
  if (const auto own = own_type_ids_.find(document_->pack + '\n' + name);
      own != own_type_ids_.end())
    return own->second;
  const auto any = type_ids_.find(name);
  return any == type_ids_.end() ? std::nullopt : std::optional(any->second);
}

void Builder::declare_measure(const yaml::Value& item) {
  static constexpr std::size_t max_measures = 200;
  const yaml::Value* id = item.find("measure");
  if (id == nullptr || id->kind != yaml::Kind::scalar) return;  // the second pass reports it
  if (knowledge_.measures.size() >= max_measures)
    return report(base::ErrorCode::too_large, "the packs declare over 200 measures", id->position);
  if (std::ranges::find(knowledge_.measures, id->text) == knowledge_.measures.end())
    knowledge_.measures.push_back(id->text);
}

void Builder::read_measure(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "measures");
  reader.required_string("measure");
  reader.optional_string("about");
  reader.finish();
}

// What the key `measure` names.
std::optional<Measure> Builder::measure(yaml::Reader& reader) {
  const std::string name = reader.optional_string("measure");
  if (name.empty()) return std::nullopt;
  const auto found = std::ranges::find(knowledge_.measures, name);
  if (found != knowledge_.measures.end())
    return static_cast<Measure>(found - knowledge_.measures.begin());
  const std::vector<std::string_view> names(knowledge_.measures.begin(), knowledge_.measures.end());
  reader.report(base::ErrorCode::bad_value,
                reader.path_of("measure") + " names the measure '" + name +
                    "', which no loaded pack declares; declare it under measures:" +
                    base::nearest_hint(name, names),
                at_key(reader, "measure"));
  return std::nullopt;
}

void Builder::declare_concept(const yaml::Value& item) {
  declare(item, "concept", knowledge_.concept_ids_, concept_places_, [&](std::string id) {
    Concept made;
    made.label = id;
    std::ranges::replace(made.label, '-', ' ');
    made.id = std::move(id);
    knowledge_.concepts.push_back(std::move(made));
  });
}

void Builder::declare_frame(const yaml::Value& item) {
  declare(item, "frame", knowledge_.frame_ids_, frame_places_, [&](std::string id) {
    knowledge_.frames.emplace_back();
    knowledge_.frames.back().id = std::move(id);
  });
}

void Builder::read_type(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "types");
  reader.required_string("type");
  reader.optional_bool("subject", false);
  reader.optional_bool("part", false);
  reader.optional_bool("open", false);
  reader.optional_string("about");
  const ConceptId of = concept_reference(reader, "speaks_of", reader.optional_string("speaks_of"));
  if (const auto type = type_named(reader.required_string("type")); type && of != none)
    knowledge_.types[*type].speaks_of = of;
  reader.finish();
}

void Builder::read_concept(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "concepts");
  const ConceptId id = knowledge_.concept_named(reader.required_string("concept"));
  const std::string type = reader.required_string("type");
  const std::string label = reader.optional_string("label");
  const bool named_only = reader.optional_bool("named_only", false);
  const bool means_any = reader.optional_bool("means_any", false);
  const bool various = reader.optional_bool("various", false);
  const bool stand_in = reader.optional_bool("stand_in", false);
  const std::vector<ConceptId> parents = concept_references(reader, "is_a");
  const std::vector<ConceptId> exclusive = concept_references(reader, "exclusive");
  if (id != none) {
    Concept& made = knowledge_.concepts[id];
    if (const auto found = type_named(type))
      made.type = *found;
    else if (!type.empty())
      reader.report(
          base::ErrorCode::bad_value,
          "type '" + type + "' is not declared; declare it under types:", at_key(reader, "type"));
    made.subject = made.type != none && knowledge_.types[made.type].subject;
    if (!label.empty()) made.label = label;
    made.named_only = named_only;
    made.means_any = means_any;
    made.various = various;
    made.stand_in = stand_in;
    made.parents = parents;
    made.exclusive = exclusive;
  }
  read_terms(reader, "terms", {.meaning = id, .text = {}});
  read_terms(reader, "denied_by", {.meaning = id, .denies = true, .text = {}});
  read_terms(reader, "universal", {.meaning = id, .universal = true, .text = {}});
  read_terms(reader, "exact", {.meaning = id, .exact = true, .text = {}});
  read_terms(reader, "other", {.meaning = id, .other = true, .text = {}});
  reader.finish();
}

void Builder::read_terms(yaml::Reader& reader, std::string_view key, const Term& kind) {
  for (const std::string& phrase : reader.strings(key)) {
    if (kind.meaning == none) continue;
    Term term = kind;
    term.text = phrase;
    add_phrase(phrase, PhraseKind::term, knowledge_.terms.size(), at_key(reader, key));
    knowledge_.terms.add(term);
  }
}

void Builder::read_frame(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "frames");
  const FrameId id = knowledge_.frame_named(reader.required_string("frame"));
  Frame frame;
  frame.about = reader.optional_string("about");
  frame.objects = type_references(reader, "objects");
  frame.default_for = type_references(reader, "default_for");
  frame.measure = measure(reader);
  knowledge_.takes_frequencies =
      knowledge_.takes_frequencies || frame.measure == Measure::frequency;
  frame.advice_states = reader.optional_bool("advice_states", false);
  frame.tension_only = reader.optional_bool("tension_only", false);
  frame.compared = reader.optional_bool("compared", true);
  frame.needs_predicate = reader.optional_bool("needs_predicate", false);
  frame.bare_is_certain = reader.optional_bool("bare_is_certain", false);
  frame.of_subject = reader.optional_bool("of_subject", false);
  frame.only_excludes = reader.optional_bool("only_excludes", false);
  frame.comparison = reader.optional_bool("comparison", false);
  frame.range = interval(reader, "range");
  frame.resolve = reader.optional_string("resolve");
  if (const yaml::Value* cues = reader.take("cues"); cues != nullptr && id != none) {
    yaml::Reader sides(*cues, document_->file, errors_, reader.path_of("cues"));
    read_cues(sides, "after", id, Side::after);
    read_cues(sides, "before", id, Side::before);
    read_cues(sides, "either", id, Side::either);
    sides.finish();
  }
  reader.finish();
  if (id == none) return;
  frame.id = knowledge_.frames[id].id;
  for (const auto* types : {&frame.objects, &frame.default_for})
    for (const TypeId type : *types) knowledge_.types[type].in_frames = true;
  knowledge_.frames[id] = std::move(frame);
}

void Builder::read_cues(yaml::Reader& reader, std::string_view key, FrameId frame, Side side) {
  for (const yaml::Value& item : reader.sequence(key)) {
    FrameCue cue{.frame = frame, .object = side, .denies = false, .likelihood = std::nullopt};
    std::string phrase = item.text;
    if (item.kind == yaml::Kind::mapping) {
      yaml::Reader entry(item, document_->file, errors_, reader.path_of(key));
      phrase = entry.required_string("phrase");
      cue.states = entry.optional_bool("states", false);
      cue.denies = entry.optional_bool("denies", false);
      cue.likelihood = interval(entry, "likelihood");
      entry.finish();
    }
    if (phrase.empty()) {
      reader.report(base::ErrorCode::wrong_type,
                    "a cue is a phrase or a mapping with the key phrase", item);
      continue;
    }
    add_phrase(phrase, PhraseKind::frame_cue, knowledge_.frame_cues.size(), item);
    knowledge_.frame_cues.push_back(cue);
  }
}

void Builder::read_band(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "bands");
  Band band;
  band.name = reader.required_string("band");
  band.of = static_cast<Band::Of>(reader.one_of("of", band_names()).value_or(0));
  band.range = interval(reader, "range").value_or(Interval{0, 1});
  add_words(reader, "words", PhraseKind::band, knowledge_.bands.size());
  knowledge_.bands.push_back(std::move(band));
  reader.finish();
}

void Builder::read_unit(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "units");
  Unit unit;
  unit.name = reader.required_string("unit");
  unit.measure = measure(reader).value_or(Measure::time);
  if (unit.measure == Measure::count || unit.measure == Measure::frequency)
    reader.report(base::ErrorCode::bad_value,
                  "a " + knowledge_.measures[static_cast<std::size_t>(unit.measure)] +
                      " has no units; declare a measure of your own under measures:",
                  at_key(reader, "measure"));
  unit.factor = reader.optional_number("factor").value_or(1);
  unit.offset = reader.optional_number("offset").value_or(0);
  if (!(unit.factor > 0))
    reader.report(base::ErrorCode::bad_value, "a unit's factor is above 0",
                  at_key(reader, "factor"));
  label(reader, unit);
  unit.before_number = reader.optional_bool("before_number", false);
  add_words(reader, "names", PhraseKind::unit, knowledge_.units.size());
  knowledge_.units.push_back(std::move(unit));
  reader.finish();
}

// "[day, days]", or one text for all numbers.
void Builder::label(yaml::Reader& reader, Unit& unit) {
  unit.one = unit.many = unit.name;
  const yaml::Value* given = reader.value().find("label");
  if (given == nullptr) return;
  std::vector<std::string> texts;
  reader.take("label");
  if (given->kind == yaml::Kind::scalar) texts.push_back(given->text);
  for (const yaml::Value& one : given->items) texts.push_back(one.text);
  if (texts.empty() || texts.size() > 2)
    return reader.report(base::ErrorCode::wrong_type,
                         reader.path_of("label") + " must be a text or [behind a 1, behind others]",
                         *given);
  unit.one = texts.front();
  unit.many = texts.back();
}

// The unit that the key `unit` names; none where there is no such key.
UnitId Builder::unit_reference(yaml::Reader& reader, std::optional<Measure> measure) {
  const std::string name = reader.optional_string("unit");
  if (name.empty()) return none;
  std::vector<std::string_view> names;
  for (std::size_t id = 0; id < knowledge_.units.size(); ++id) {
    const Unit& unit = knowledge_.units[id];
    if (unit.measure != measure) continue;
    if (unit.name == name || unit.one == name || unit.many == name) return static_cast<UnitId>(id);
    names.push_back(unit.many.empty() ? unit.name : unit.many);
  }
  reader.report(base::ErrorCode::bad_value,
                reader.path_of("unit") + " names '" + name +
                    "', which is no unit of the frame's measure" + base::nearest_hint(name, names),
                at_key(reader, "unit"));
  return none;
}

void Builder::read_number(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "numbers");
  if (reader.has("bound")) {
    const auto bound = reader.one_of("bound", bound_names());
    add_words(reader, "words", PhraseKind::bound, knowledge_.bounds.size());
    knowledge_.bounds.push_back(static_cast<Bound>(bound.value_or(0)));
  } else if (const auto range = interval(reader, "range")) {
    add_words(reader, "words", PhraseKind::number_word, knowledge_.number_words.size());
    NumberWord word{.value = *range,
                    .unit_only = reader.optional_bool("unit_only", false),
                    .measure = std::nullopt};
    word.measure = measure(reader);
    knowledge_.number_words.push_back(word);
  } else {
    reader.report(base::ErrorCode::missing_key, "an entry of numbers has range or bound", item);
  }
  reader.finish();
}

void Builder::read_clash(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "clashes");
  Clash clash;
  clash.id = reader.required_string("clash");
  clash.message = reader.required_string("message");
  clash.first = frame_reference(reader, "first", reader.required_string("first"));
  clash.second = frame_reference(reader, "second", reader.required_string("second"));
  clash.first_is =
      static_cast<Clash::First>(reader.one_of("first_is", clash_state_names()).value_or(1));
  clash.concepts =
      static_cast<Clash::Concepts>(reader.one_of("concepts", clash_relation_names()).value_or(1));
  clash.first_concepts = concept_references(reader, "first_concepts");
  clash.second_concepts = concept_references(reader, "second_concepts");
  clash.tension = reader.optional_bool("tension", false);
  clash.query = reader.optional_bool("query", false);
  reader.finish();
  if (clash.first != none && clash.second != none) knowledge_.clashes.push_back(std::move(clash));
}

void Builder::read_fact(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "facts");
  Fact fact;
  fact.id = reader.required_string("fact");
  fact.subject = concept_reference(reader, "subject", reader.required_string("subject"));
  fact.frame = frame_reference(reader, "frame", reader.required_string("frame"));
  fact.meaning = concept_reference(reader, "concept", reader.required_string("concept"));
  fact.denied = reader.optional_bool("denied", false);
  fact.only = reader.optional_bool("only", false);
  fact.uncertain = reader.optional_bool("uncertain", false);
  fact.likelihood = interval(reader, "likelihood");
  fact.quantity = interval(reader, "quantity");
  if (fact.frame != none) fact.unit = unit_reference(reader, knowledge_.frames[fact.frame].measure);
  if (fact.unit != none && fact.quantity) {
    const Unit& unit = knowledge_.units[fact.unit];
    fact.quantity = Interval{unit.base_of(fact.quantity->low), unit.base_of(fact.quantity->high)};
  }
  fact.says = reader.required_string("says");
  if (const yaml::Value* source = reader.take("source")) {
    yaml::Reader citation(*source, document_->file, errors_, reader.path_of("source"));
    fact.source = {citation.required_string("title"), citation.required_string("url"),
                   citation.optional_string("section"), citation.required_string("date")};
    citation.finish();
  } else {
    reader.report(base::ErrorCode::missing_source, "a fact needs a source with title, url and date",
                  item);
  }
  reader.finish();
  if (!fact.id.empty() && !fact_ids_.emplace(fact.id, document_->file).second)
    report(base::ErrorCode::duplicate_id, "fact '" + fact.id + "' stands twice", item.position);
  fact.pack = document_->pack;
  fact.file = document_->shown.empty() ? document_->file : document_->shown;
  fact.position = item.position;
  if (fact.subject != none && fact.frame != none && fact.meaning != none)
    knowledge_.facts.push_back(std::move(fact));
}

std::optional<Interval> Builder::interval(yaml::Reader& reader, std::string_view key) {
  const yaml::Value* value = reader.take(key);
  if (value == nullptr) return std::nullopt;
  return interval_of(reader, key, *value);
}

std::optional<Interval> Builder::interval_of(yaml::Reader& reader, std::string_view key,
                                             const yaml::Value& value) {
  if (const auto one = yaml::as_number(value)) return Interval{*one, *one};
  if (value.kind == yaml::Kind::sequence && value.items.size() == 2) {
    const auto low = yaml::as_number(value.items[0]);
    const auto high = yaml::as_number(value.items[1]);
    if (low && high && *low <= *high) return Interval{*low, *high};
  }
  reader.report(base::ErrorCode::wrong_type,
                reader.path_of(key) + " must be a number or [lowest, highest]", value);
  return std::nullopt;
}

ConceptId Builder::concept_reference(yaml::Reader& reader, std::string_view key,
                                     const std::string& id) {
  if (id.empty()) return none;
  const ConceptId found = knowledge_.concept_named(id);
  if (found == none)
    reader.report(
        base::ErrorCode::bad_value,
        reader.path_of(key) + " names the concept '" + id + "', which no loaded pack declares",
        at_key(reader, key));
  return found;
}

std::vector<ConceptId> Builder::concept_references(yaml::Reader& reader, std::string_view key) {
  std::vector<ConceptId> ids;
  for (const std::string& id : reader.strings(key))
    if (const ConceptId found = concept_reference(reader, key, id); found != none)
      ids.push_back(found);
  return ids;
}

std::vector<TypeId> Builder::type_references(yaml::Reader& reader, std::string_view key) {
  std::vector<TypeId> ids;
  for (const std::string& name : reader.strings(key)) {
    if (const auto found = type_named(name))
      ids.push_back(*found);
    else
      reader.report(
          base::ErrorCode::bad_value,
          reader.path_of(key) + " names the type '" + name + "', which no loaded pack declares",
          at_key(reader, key));
  }
  return ids;
}

FrameId Builder::frame_reference(yaml::Reader& reader, std::string_view key,
                                 const std::string& id) {
  if (id.empty()) return none;
  const FrameId found = knowledge_.frame_named(id);
  if (found == none)
    reader.report(
        base::ErrorCode::bad_value,
        reader.path_of(key) + " names the frame '" + id + "', which no loaded pack declares",
        at_key(reader, key));
  return found;
}

void Builder::add_words(yaml::Reader& reader, std::string_view key, PhraseKind kind,
                        std::size_t id) {
  for (const std::string& phrase : reader.strings(key))
    add_phrase(phrase, kind, id, at_key(reader, key));
}

void Builder::add_phrase(std::string_view phrase, PhraseKind kind, std::size_t id,
                         const yaml::Value& at) {
  static constexpr std::size_t max_phrases = 100'000;
  if (knowledge_.phrases.phrase_count() >= max_phrases)
    return report(base::ErrorCode::too_large, "the packs hold over 100,000 phrases", at.position);
  const auto added = knowledge_.phrases.add(
      phrase, {static_cast<std::uint8_t>(kind), static_cast<std::uint32_t>(id)}, stemmer_);
  if (!added) report(added.error().code, added.error().message, at.position);
}

// Ancestors of every concept, depth first; a cycle is reported where it closes and cut there.
void Builder::close_lattice() {
  static constexpr int max_depth = 100;
  enum class Mark : std::uint8_t { fresh, open, done };
  std::vector<Mark> marks(knowledge_.concepts.size(), Mark::fresh);
  const auto fault = [&](ConceptId id, std::string_view what) {
    const auto& [file, at] = concept_places_[id];
    errors_.push_back({base::ErrorCode::bad_value,
                       "concept '" + knowledge_.concepts[id].id + "' " + std::string(what), file,
                       at.line, at.column});
  };
  const std::function<void(ConceptId, int)> visit = [&](ConceptId id, int depth) {
    marks[id] = Mark::open;
    Concept& one = knowledge_.concepts[id];
    one.ancestors = {id};
    for (const ConceptId parent : one.parents) {
      knowledge_.concepts[parent].has_children = true;
      if (marks[parent] == Mark::open) {
        fault(id, "is above itself through is_a; take one is_a out of the circle");
        continue;
      }
      if (marks[parent] == Mark::fresh && depth == max_depth) {
        fault(id, "stands more than 100 levels deep through is_a");
        continue;
      }
      if (marks[parent] == Mark::fresh) visit(parent, depth + 1);
      const std::vector<ConceptId>& above = knowledge_.concepts[parent].ancestors;
      one.ancestors.insert(one.ancestors.end(), above.begin(), above.end());
    }
    std::ranges::sort(one.ancestors);
    one.ancestors.erase(std::unique(one.ancestors.begin(), one.ancestors.end()),
                        one.ancestors.end());
    marks[id] = Mark::done;
  };
  for (std::size_t id = 0; id < marks.size(); ++id)
    if (marks[id] == Mark::fresh) visit(static_cast<ConceptId>(id), 0);
}

void Builder::gather_subject_heads() {
  std::vector<StemId>& heads = knowledge_.subject_heads;
  for (std::size_t i = 0; i < knowledge_.terms.size(); ++i) {
    const Term term = knowledge_.terms[i];
    if (term.other || !knowledge_.concept_of(term.meaning).subject) continue;
    const std::string_view text = term.text;
    const std::size_t last = text.find_last_of(" -");
    const std::string_view word = last == std::string_view::npos ? text : text.substr(last + 1);
    if (word.find_first_of("()|~?") != std::string_view::npos) continue;
    const StemId stem = knowledge_.phrases.id_of(stemmer_.stem(word));
    if (stem != no_stem) heads.push_back(stem);
  }
  std::ranges::sort(heads);
  heads.erase(std::ranges::unique(heads).begin(), heads.end());
}

base::Loaded<Knowledge> Builder::build(std::span<const Document> documents) {
  knowledge_.measures.assign(measure_names().begin(), measure_names().end());
  for (const Pass pass : {Pass::declare, Pass::read, Pass::finish})
    for (const Document& document : documents) each(document, pass);
  if (!documents.empty()) close_lattice();
  knowledge_.phrases.finish();
  gather_subject_heads();
  return {std::move(knowledge_), std::move(errors_)};
}

base::Loaded<Knowledge> compile(std::span<const Document> documents) {
  return Builder().build(documents);
}

}  // namespace linter::knowledge
