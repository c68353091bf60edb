// Frames with their cues, which of them clash, and facts.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "linter/knowledge/builder.h"
#include "linter/knowledge/keys.h"

namespace linter::knowledge {

namespace yaml = base::yaml;

void Builder::declare_frame(const yaml::Value& item) {
  declare(item, "frame", knowledge_.frame_ids_, frame_places_, [&](std::string id) {
    knowledge_.frames.emplace_back();
    knowledge_.frames.back().id = std::move(id);
  });
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
  frame.befalls = reader.optional_bool("befalls", false);
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
  if (id == none) {
    std::ignore = reader.take("labels");
  } else {
    read_cues(reader, "labels", id, Side::either, PhraseKind::label);
  }
  reader.finish();
  if (id == none) return;
  frame.id = knowledge_.frames[id].id;
  for (const auto* types : {&frame.objects, &frame.default_for})
    for (const TypeId type : *types) knowledge_.types[type].in_frames = true;
  if (frame.of_subject && frame.measure) frame_packs_.emplace_back(id, document_->pack);
  knowledge_.frames[id] = std::move(frame);
}

// What a frame measures of a subject is said of it by its parts, too ("the programme lasts six
// weeks"): those of the pack stand in it where it names none itself.
void Builder::add_parts() {
  const auto is_part = [&](TypeId type) { return knowledge_.types[type].part; };
  const auto is_subject = [&](TypeId type) { return knowledge_.types[type].subject; };
  for (const auto& [id, pack] : frame_packs_) {
    Frame& frame = knowledge_.frames[id];
    if (std::ranges::any_of(frame.objects, is_part) ||
        std::ranges::none_of(frame.objects, is_subject))
      continue;
    std::vector<TypeId> parts;
    for (const auto& [name, type] : own_type_ids_)
      if (is_part(type) && name.starts_with(pack + '\n')) parts.push_back(type);
    std::ranges::sort(parts);
    for (const TypeId type : parts) {
      frame.objects.push_back(type);
      knowledge_.types[type].in_frames = true;
    }
  }
}

void Builder::read_cues(yaml::Reader& reader, std::string_view key, FrameId frame, Side side,
                        PhraseKind kind) {
  for (const yaml::Value& item : reader.sequence(key)) {
    FrameCue cue{.frame = frame,
                 .object = side,
                 .likelihood = std::nullopt,
                 .label = kind == PhraseKind::label,
                 .range = std::nullopt};
    std::string phrase = item.text;
    if (item.kind == yaml::Kind::mapping) {
      yaml::Reader entry(item, document_->file, errors_, reader.path_of(key));
      phrase = entry.required_string("phrase");
      if (kind == PhraseKind::label) {
        cue.range = interval(entry, "range");
      } else {
        cue.states = entry.optional_bool("states", false);
        cue.denies = entry.optional_bool("denies", false);
        cue.likelihood = interval(entry, "likelihood");
      }
      entry.finish();
    }
    if (phrase.empty()) {
      reader.report(base::ErrorCode::wrong_type,
                    "a cue is a phrase or a mapping with the key phrase", item);
      continue;
    }
    if (kind == PhraseKind::frame_cue)
      if (const auto readings = readings_of(phrase))
        for (const Words& words : *readings)
          cue_readings_.emplace_back(knowledge_.frame_cues.size(), words);
    add_phrase(phrase, kind, knowledge_.frame_cues.size(), item);
    knowledge_.frame_cues.push_back(cue);
  }
}

// "is required" as a cue denies as "is not required", and stays the same as "is also required".
void Builder::add_negations() {
  static constexpr std::array<std::string_view, 9> leading = {
      "is", "are", "was", "were", "can", "may", "must", "should", "will"};
  static constexpr std::array<std::string_view, 9> joined = {
      "isn't", "aren't", "wasn't", "weren't", "cannot", "", "mustn't", "shouldn't", "won't"};
  static constexpr std::array<std::string_view, 7> negators = {"not", "no",      "never", "only",
                                                               "n't", "nothing", "~"};
  static constexpr std::array<std::string_view, 8> small = {
      "also", "always", "still", "now", "currently", "absolutely", "strictly", "both"};
  std::set<Words> known;
  for (const auto& [cue, words] : cue_readings_) known.insert(words);
  const auto is_free = [&](const Words& words) { return !known.contains(words); };
  const auto add = [&](const Words& words, std::size_t cue) {
    std::string phrase;
    for (const std::string& word : words) phrase += phrase.empty() ? word : ' ' + word;
    std::ignore = knowledge_.phrases.add(
        phrase, {static_cast<std::uint8_t>(PhraseKind::frame_cue), static_cast<std::uint32_t>(cue)},
        stemmer_);
  };
  std::map<std::uint32_t, std::uint32_t> denials;  // the cue that denies, by its other one
  for (const auto& [cue, words] : cue_readings_) {
    const auto lead = std::ranges::find(leading, words.empty() ? "" : words.front());
    if (lead == leading.end() || words.size() < 2 ||
        std::ranges::find(negators, words[1]) != negators.end())
      continue;
    if (knowledge_.frames[knowledge_.frame_cues[cue].frame].measure) continue;  // figures
    const Words rest(words.begin() + 1, words.end());
    Words denied = rest;
    denied.insert(denied.begin(), "not");
    if (!is_free(rest) || !is_free(denied)) continue;
    for (const std::string_view word : small) {
      Words also = words;
      also.insert(also.begin() + 1, std::string(word));
      if (is_free(also)) add(also, cue);
    }
    const auto [other, fresh] = denials.try_emplace(cue, knowledge_.frame_cues.size());
    if (fresh) {
      FrameCue opposite = knowledge_.frame_cues[cue];
      opposite.denies = !opposite.denies;
      opposite.likelihood = std::nullopt;
      knowledge_.frame_cues.push_back(opposite);
    }
    denied.insert(denied.begin(), words.front());
    if (is_free(denied)) add(denied, other->second);
    denied[1] = "never";
    if (is_free(denied)) add(denied, other->second);
    const std::string_view short_form =
        joined[static_cast<std::size_t>(lead - leading.begin())];
    if (short_form.empty()) continue;
    Words contracted = rest;
    contracted.insert(contracted.begin(), std::string(short_form));
    if (is_free(contracted)) add(contracted, other->second);
  }
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
  clash.subjects = concept_references(reader, "subjects");
  clash.second_only = reader.optional_bool("second_only", false);
  clash.second_itself = reader.optional_bool("second_itself", false);
  clash.second_often = reader.optional_bool("second_often", false);
  clash.first_range = interval(reader, "first_range");
  clash.second_range = interval(reader, "second_range");
  clash.second_most = interval(reader, "second_most");
  clash.tension = reader.optional_bool("tension", false);
  clash.query = reader.optional_bool("query", false);
  reader.finish();
  if (clash.first != none && clash.second != none) knowledge_.clashes.push_back(std::move(clash));
}

void Builder::note_clashes() {
  for (std::uint32_t id = 0; id < knowledge_.clashes.size(); ++id)
    knowledge_.frames[knowledge_.clashes[id].first].clashes.push_back(id);
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

FrameId Builder::frame_reference(yaml::Reader& reader, std::string_view key,
                                 const std::string& id) {
  if (id.empty()) return none;
  const FrameId found = knowledge_.frame_named(id);
  if (found == none)
    reader.report(
        base::ErrorCode::bad_value,
        reader.path_of(key) + " names the frame '" + id + "', which no loaded pack declares" +
            hint_of(id, knowledge_.frames, &Frame::id),
        at_key(reader, key));
  return found;
}

}  // namespace linter::knowledge
