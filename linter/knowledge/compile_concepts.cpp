// Types and concepts: what is named, what stands above it, and what names it.

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "linter/knowledge/builder.h"
#include "linter/knowledge/keys.h"

namespace linter::knowledge {

namespace yaml = base::yaml;

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
      {.name = id->text, .subject = flag("subject"), .part = flag("part"), .open = flag("open"), .beside = flag("beside")});
}

// The type of that name as the pack that is read means it.
std::optional<TypeId> Builder::type_named(const std::string& name) const {
  if (const auto own = own_type_ids_.find(document_->pack + '\n' + name);
      own != own_type_ids_.end())
    return own->second;
  const auto any = type_ids_.find(name);
  return any == type_ids_.end() ? std::nullopt : std::optional(any->second);
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

void Builder::read_type(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "types");
  reader.required_string("type");
  reader.optional_bool("subject", false);
  reader.optional_bool("part", false);
  reader.optional_bool("open", false);
  reader.optional_bool("beside", false);
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
  const bool lingers = reader.optional_bool("lingers", false);
  const std::vector<ConceptId> stands_for = concept_references(reader, "stands_for");
  const std::vector<ConceptId> parents = concept_references(reader, "is_a");
  const std::vector<ConceptId> exclusive = concept_references(reader, "exclusive");
  const ConceptId opposite =
      concept_reference(reader, "opposite", reader.optional_string("opposite"));
  if (id != none) {
    Concept& made = knowledge_.concepts[id];
    if (const auto found = type_named(type))
      made.type = *found;
    else if (!type.empty())
      reader.report(
          base::ErrorCode::bad_value,
          "type '" + type + "' is not declared" + type_hint(type) + "; declare it under types:",
          at_key(reader, "type"));
    made.subject = made.type != none && knowledge_.types[made.type].subject;
    if (!label.empty()) made.label = label;
    made.named_only = named_only;
    made.means_any = means_any;
    made.various = various;
    made.stand_in = stand_in;
    made.lingers = lingers;
    made.stands_for = stands_for;
    made.parents = parents;
    if (std::ranges::find(exclusive, id) != exclusive.end())
      reader.report(base::ErrorCode::bad_value,
                    "a concept cannot exclude itself; name the others under exclusive:",
                    at_key(reader, "exclusive"));
    made.exclusive = exclusive;
    made.opposite = opposite;
  }
  read_terms(reader, "terms", {.meaning = id, .text = {}});
  read_terms(reader, "denied_by", {.meaning = id, .denies = true, .text = {}});
  read_terms(reader, "universal", {.meaning = id, .universal = true, .text = {}});
  read_terms(reader, "exact", {.meaning = id, .exact = true, .text = {}});
  read_terms(reader, "other", {.meaning = id, .other = true, .text = {}});
  reader.finish();
}

void Builder::read_terms(yaml::Reader& reader, std::string_view key, const Term& kind) {
  const TypeId type =
      kind.meaning == none ? TypeId{none} : knowledge_.concepts[kind.meaning].type;
  const bool beside = type != none && knowledge_.types[type].beside;
  for (const std::string& phrase : reader.strings(key)) {
    if (kind.meaning == none) continue;
    add_phrase(phrase, beside ? PhraseKind::beside : PhraseKind::term, terms_.size(),
               at_key(reader, key));
    terms_.emplace_back(kind, phrase);
  }
}

ConceptId Builder::concept_reference(yaml::Reader& reader, std::string_view key,
                                     const std::string& id) {
  if (id.empty()) return none;
  const ConceptId found = knowledge_.concept_named(id);
  if (found == none)
    reader.report(
        base::ErrorCode::bad_value,
        reader.path_of(key) + " names the concept '" + id + "', which no loaded pack declares" +
            hint_of(id, knowledge_.concepts, &Concept::id),
        at_key(reader, key));
  return found;
}

std::string Builder::type_hint(std::string_view name) {
  return hint_of(name, knowledge_.types, &ConceptType::name);
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
          reader.path_of(key) + " names the type '" + name + "', which no loaded pack declares" +
              type_hint(name),
          at_key(reader, key));
  }
  return ids;
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

}  // namespace linter::knowledge
