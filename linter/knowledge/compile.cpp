#include <array>
#include <functional>
#include <string>
#include <utility>

#include "linter/knowledge/builder.h"
#include "linter/knowledge/keys.h"

namespace linter::knowledge {

namespace yaml = base::yaml;

std::span<const std::string_view> document_keys() {
  static constexpr std::array<std::string_view, 12> keys = {
      "types", "words",   "concepts", "frames", "bands", "measures",
      "units", "numbers", "clashes",  "facts",  "stances", "pairs"};
  return keys;
}

std::span<const Builder::Section> Builder::sections() {
  static constexpr std::array<Section, 11> all = {
      Section{"types", &Builder::declare_type, &Builder::read_type},
      Section{"words", &Builder::declare_words, &Builder::read_words},
      Section{"concepts", &Builder::declare_concept, &Builder::read_concept},
      Section{"frames", &Builder::declare_frame, &Builder::read_frame},
      Section{"bands", nullptr, &Builder::read_band},
      Section{"measures", &Builder::declare_measure, &Builder::read_measure},
      Section{"units", nullptr, &Builder::read_unit},
      Section{"numbers", nullptr, &Builder::read_number},
      Section{"clashes", nullptr, &Builder::read_clash},
      Section{"facts", nullptr, &Builder::read_fact, Pass::finish},
      Section{"stances", nullptr, &Builder::read_stance, Pass::finish},
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
    if (list->kind != yaml::Kind::sequence) continue;  // whoever read the pack has reported it
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

// A concept whose type nobody declares, which is reported, has one that no frame takes.
void Builder::give_types() {
  std::optional<TypeId> stray;
  for (Concept& one : knowledge_.concepts) {
    if (one.type != none) continue;
    if (!stray) {
      stray = static_cast<TypeId>(knowledge_.types.size());
      knowledge_.types.emplace_back();
    }
    one.type = *stray;
  }
}

base::Loaded<Knowledge> Builder::build(std::span<const Document> documents) {
  knowledge_.measures.assign(measure_names().begin(), measure_names().end());
  for (const Pass pass : {Pass::declare, Pass::read, Pass::finish})
    for (const Document& document : documents) each(document, pass);
  if (!documents.empty()) close_lattice();
  give_types();
  add_parts();
  add_negations();
  knowledge_.phrases.finish();
  add_terms();
  gather_subject_heads();
  note_clashes();  // once all frames have been read, of all documents
  train_stances();
  return {std::move(knowledge_), std::move(errors_)};
}

base::Loaded<Knowledge> compile(std::span<const Document> documents) {
  return Builder().build(documents);
}

}  // namespace linter::knowledge
