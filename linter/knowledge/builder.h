// Makes knowledge of the documents of packs: what compile() does, in three passes over each
// document.
//
// For compile.cpp and the files compile_*.cpp alone. For
// one thread; used once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/base/names.h"
#include "linter/base/result.h"
#include "linter/base/text_table.h"
#include "linter/base/yaml.h"
#include "linter/knowledge/knowledge.h"
#include "linter/knowledge/phrases.h"
#include "linter/knowledge/readings.h"
#include "linter/knowledge/stems.h"

namespace linter::knowledge {

// Three passes over every document: first what has a name, then what refers to names, then what
// needs to know all of that.
class Builder {
 public:
  base::Loaded<Knowledge> build(std::span<const Document> documents);

 private:
  using Read = void (Builder::*)(const base::yaml::Value&);
  using Places = std::vector<std::pair<std::string, base::yaml::Position>>;  // file and position
  enum class Pass : std::uint8_t { declare, read, finish };
  struct Topic {  // of stances
    std::string name;
    std::string file;  // where it is named first
    base::yaml::Position place;
    bool has_stance = false;   // one that states something
    bool has_nothing = false;  // examples that take none
  };
  struct Section {
    std::string_view key;
    Read declare;  // null when the section names nothing
    Read read;
    Pass second = Pass::read;  // when it is read
  };
  static std::span<const Section> sections();

  void each(const Document& document, Pass pass);
  void declare_type(const base::yaml::Value& item);
  void declare_words(const base::yaml::Value& item);
  void read_words(const base::yaml::Value& item);
  void declare_concept(const base::yaml::Value& item);
  void declare_frame(const base::yaml::Value& item);
  void read_type(const base::yaml::Value& item);
  void read_concept(const base::yaml::Value& item);
  void read_frame(const base::yaml::Value& item);
  void read_band(const base::yaml::Value& item);
  void declare_measure(const base::yaml::Value& item);
  void read_measure(const base::yaml::Value& item);
  void read_unit(const base::yaml::Value& item);
  void read_number(const base::yaml::Value& item);
  void read_clash(const base::yaml::Value& item);
  void read_fact(const base::yaml::Value& item);
  void read_stance(const base::yaml::Value& item);
  bool agrees_with_before(const Stance& stance, const base::yaml::Value& at);
  std::uint8_t topic_number(const std::string& name, const base::yaml::Value& at);
  void check_topics();
  void add_stance_example(std::string_view line, std::optional<std::uint16_t> stance,
                          std::uint32_t topics, const base::yaml::Value& at);
  StemId stem_with_bearing(std::string_view word);
  std::vector<StemId> items_of_example(std::string_view text);
  void train_stances();

  void read_terms(base::yaml::Reader& reader, std::string_view key, const Term& kind);
  void read_cues(base::yaml::Reader& reader, std::string_view key, FrameId frame, Side side,
                 PhraseKind kind = PhraseKind::frame_cue);
  std::optional<TypeId> type_named(const std::string& name) const;
  std::optional<Measure> measure(base::yaml::Reader& reader);
  UnitId unit_reference(base::yaml::Reader& reader, std::optional<Measure> measure);
  void label(base::yaml::Reader& reader, Unit& unit);
  std::optional<Interval> interval(base::yaml::Reader& reader, std::string_view key);
  std::optional<Interval> interval_of(base::yaml::Reader& reader, std::string_view key,
                                      const base::yaml::Value& value);
  ConceptId concept_reference(base::yaml::Reader& reader, std::string_view key,
                              const std::string& id);
  std::vector<ConceptId> concept_references(base::yaml::Reader& reader, std::string_view key);
  std::vector<TypeId> type_references(base::yaml::Reader& reader, std::string_view key);
  FrameId frame_reference(base::yaml::Reader& reader, std::string_view key, const std::string& id);
  void add_phrase(std::string_view phrase, PhraseKind kind, std::size_t id,
                  const base::yaml::Value& at);
  void add_words(base::yaml::Reader& reader, std::string_view key, PhraseKind kind, std::size_t id);
  void declare(const base::yaml::Value& item, std::string_view key, base::TextTable& ids,
               Places& places, const std::function<void(std::string)>& add);
  [[nodiscard]] std::string spelled_out(std::string_view phrase) const;
  void add_terms();
  void close_lattice();
  void give_types();
  void gather_subject_heads();
  void note_clashes();
  void add_parts();
  void add_negations();

  void report(base::ErrorCode code, std::string message, const base::yaml::Position& at) {
    errors_.push_back({code, std::move(message), document_->file, at.line, at.column});
  }
  // " (did you mean 'x'?)" with the nearest name of `all`; for the first few faults of a build only,
  // since it looks at every name.
  template <class Item>
  [[nodiscard]] std::string hint_of(std::string_view wanted, const std::vector<Item>& all,
                                    std::string Item::* name) {
    constexpr int most = 20;
    if (hints_++ >= most) return {};
    std::vector<std::string_view> names;
    for (const Item& one : all) names.push_back(one.*name);
    return base::nearest_hint(wanted, names);
  }
  [[nodiscard]] std::string type_hint(std::string_view name);
  [[nodiscard]] const base::yaml::Value& at_key(const base::yaml::Reader& reader,
                                                std::string_view key) const {
    const base::yaml::Value* value = reader.value().find(key);
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
  std::vector<std::pair<std::uint32_t, Words>> cue_readings_;  // of frame cues, by their id
  std::vector<std::pair<FrameId, std::string>> frame_packs_;  // of those that measure a subject
  Places words_places_;
  base::TextTable words_ids_;
  std::vector<std::vector<std::string>> words_;  // the wordings of each set, by its id
  std::vector<std::pair<Term, std::string>> terms_;  // with their phrases
  std::unordered_map<std::string, std::string> fact_ids_;
  std::unordered_map<std::string, std::pair<Stance, std::string>> first_stances_;  // and its file
  std::vector<Topic> topics_;                // by number; the first has no name
  std::vector<std::uint8_t> stance_topics_;  // by stance
  std::vector<StanceExample> stance_examples_;
  std::unordered_map<std::string, std::size_t> example_numbers_;  // by their text
  std::vector<Bearing> bearings_;                                 // by stem
  bool too_many_examples_ = false;
  int hints_ = 0;
};

}  // namespace linter::knowledge
