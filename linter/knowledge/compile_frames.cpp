// Frames with their cues, which of them clash, and facts.

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
  knowledge_.frames[id] = std::move(frame);
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
    add_phrase(phrase, kind, knowledge_.frame_cues.size(), item);
    knowledge_.frame_cues.push_back(cue);
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
