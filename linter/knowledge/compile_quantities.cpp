// Measures, units, numbers and bands.

#include <algorithm>
#include <utility>

#include "linter/base/names.h"
#include "linter/knowledge/builder.h"
#include "linter/knowledge/keys.h"

namespace linter::knowledge {

namespace yaml = base::yaml;

namespace {

// "km/h", "m²": a mark that no phrase crosses stands in it.
bool is_symbol(std::string_view name) {
  const auto has = [&](std::string_view mark) { return name.contains(mark); };
  return (has("/") || has("²") || has("³") || has("·")) && !has(" ");
}

}  // namespace

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
  for (const std::string& name : reader.strings("names")) {
    if (is_symbol(name))
      unit.symbols.push_back(name);
    else
      add_phrase(name, PhraseKind::unit, knowledge_.units.size(), at_key(reader, "names"));
  }
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
    for (const bool behind : {false, true}) {
      add_words(reader, behind ? "behind" : "words", PhraseKind::bound, knowledge_.bounds.size());
      knowledge_.bounds.push_back({static_cast<Bound>(bound.value_or(0)), behind});
    }
  } else if (const auto times = reader.optional_number("times")) {
    add_words(reader, "words", PhraseKind::number_word, knowledge_.number_words.size());
    knowledge_.number_words.push_back(
        {.value = {*times, *times}, .measure = std::nullopt, .times = true});
  } else if (const auto range = interval(reader, "range")) {
    add_words(reader, "words", PhraseKind::number_word, knowledge_.number_words.size());
    NumberWord word{.value = *range,
                    .unit_only = reader.optional_bool("unit_only", false),
                    .measure = std::nullopt};
    word.measure = measure(reader);
    knowledge_.number_words.push_back(word);
  } else {
    reader.report(base::ErrorCode::missing_key, "an entry of numbers has range, times or bound",
                  item);
  }
  reader.finish();
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
                reader.path_of(key) + " must be a number or [lowest, highest], the lower one first",
                value);
  return std::nullopt;
}

}  // namespace linter::knowledge
