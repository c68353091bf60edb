// Stances with the sentences that they are learned from.
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "linter/base/names.h"
#include "linter/base/split.h"
#include "linter/base/utf8.h"
#include "linter/knowledge/builder.h"
#include "linter/knowledge/keys.h"
#include "linter/knowledge/stance_items.h"
#include "linter/sentences/tokens.h"

namespace linter::knowledge {

namespace yaml = base::yaml;

namespace {

constexpr std::size_t most_examples = 100'000;  // of all packs together
constexpr std::size_t most_stances = 1'000;    // likewise: a weight is kept for each and each word

// Typographic apostrophes as the text of an article has them.
std::string with_straight_apostrophes(std::string_view line) {
  std::string straight(line);
  static constexpr std::string_view curly = "\u2019";
  for (std::size_t at = straight.find(curly); at != std::string::npos;
       at = straight.find(curly, at + 1))
    straight.replace(at, curly.size(), "'");
  return straight;
}

bool say_the_same(const Stance& one, const Stance& other) {
  const auto said = [](const Stance& stance) {
    return std::tie(stance.frame, stance.meaning, stance.denied, stance.universal, stance.degree,
                    stance.likelihood, stance.unless, stance.with, stance.least, stance.headings);
  };
  return said(one) == said(other);
}

}  // namespace

// What every stance is told from says nothing of the kind: it has no frame.
void Builder::read_stance(const yaml::Value& item) {
  yaml::Reader reader(item, document_->file, errors_, "stances");
  Stance stance;
  stance.id = reader.required_string("stance");
  const std::string frame = reader.optional_string("frame");
  const std::string meaning = reader.optional_string("concept");
  stance.denied = reader.optional_bool("denied", false);
  stance.universal = reader.optional_bool("universal", false);
  stance.degree = interval(reader, "degree");
  stance.likelihood = interval(reader, "likelihood");
  for (const std::string& word : reader.strings("unless"))
    stance.unless.push_back(knowledge_.phrases.known(stemmer_.stem(word)));
  for (const std::string& word : reader.strings("with"))
    stance.with.push_back(knowledge_.phrases.known(stemmer_.stem(word)));
  const std::string own = reader.optional_string("topic");
  const std::uint8_t topic = topic_number(own, at_key(reader, "topic"));
  std::uint32_t topics = 1U << topic;
  for (const std::string& also : reader.strings("also_for"))
    topics |= 1U << topic_number(also, at_key(reader, "also_for"));
  stance.least = reader.optional_number("least").value_or(stance.least);
  stance.headings = reader.optional_bool("headings", false);
  if (stance.least < 0.05 || stance.least > 1)
    reader.report(base::ErrorCode::bad_value, "'least' is a probability from 0.05 to 1",
                  at_key(reader, "least"));
  const std::string examples = reader.required_string("examples");
  const bool states = !frame.empty() || !meaning.empty();
  if (states) {
    stance.frame = frame_reference(reader, "frame", frame);
    stance.meaning = concept_reference(reader, "concept", meaning);
  }
  if (frame.empty() != meaning.empty())
    reader.report(base::ErrorCode::missing_key, "a stance has both a frame and a concept", item);
  reader.finish();
  if (stance.id.empty() || (states && (stance.frame == none || stance.meaning == none))) return;
  if (!agrees_with_before(stance, item)) return;
  const auto known = std::ranges::find(knowledge_.stances, stance.id, &Stance::id);
  const bool repeated = known != knowledge_.stances.end();
  if (states && !repeated && knowledge_.stances.size() >= most_stances)
    return report(base::ErrorCode::too_large, "the packs hold over 1,000 stances", item.position);
  const auto number = static_cast<std::uint16_t>(known - knowledge_.stances.begin());
  for (const std::string_view line : base::split(examples, '\n'))
    if (!line.empty())
      add_stance_example(line, states ? std::optional(number) : std::nullopt, topics, item);
  for (std::size_t one = 0; one < topics_.size(); ++one)
    if ((topics >> one & 1U) != 0 && (one != topic || !states)) topics_[one].has_nothing = true;
  if (!states || repeated) return;
  knowledge_.stances.push_back(std::move(stance));
  stance_topics_.push_back(topic);
  topics_[topic].has_stance = true;
}

// The number of a topic by its name; the one without a name is that of what names none.
std::uint8_t Builder::topic_number(const std::string& name, const yaml::Value& at) {
  if (topics_.empty()) topics_.emplace_back();
  const auto known = std::ranges::find(topics_, name, &Topic::name);
  if (known != topics_.end()) return static_cast<std::uint8_t>(known - topics_.begin());
  if (topics_.size() >= most_topics) {
    report(base::ErrorCode::too_large, "the packs hold over 31 topics of stances", at.position);
    return 0;
  }
  topics_.push_back({.name = name, .file = document_->file, .place = at.position});
  return static_cast<std::uint8_t>(topics_.size() - 1);
}

// A name that only examples look through is a slip, and so is one whose stances have nothing to be
// told from. What names no topic needs neither: its stances are told from each other.
void Builder::check_topics() {
  for (const Topic& topic : topics_) {
    if (topic.name.empty() || (topic.has_stance && topic.has_nothing)) continue;
    std::vector<std::string_view> names;
    for (const Topic& other : topics_)
      if (other.has_stance && &other != &topic) names.push_back(other.name);
    const std::string what =
        topic.has_stance
            ? "no example of the topic '" + topic.name +
                  "' takes no stance: give it some, in a stance without 'frame' and 'concept'"
            : "no stance with a frame has the topic '" + topic.name + "'" +
                  base::nearest_hint(topic.name, names);
    errors_.push_back({base::ErrorCode::bad_value, what, topic.file, topic.place.line,
                       topic.place.column});
  }
}

// A stance may come in several files; one that says another thing in each is a slip, and one that
// leaves its frame out there would count its examples as such that say nothing.
bool Builder::agrees_with_before(const Stance& stance, const yaml::Value& at) {
  const auto [before, added] = first_stances_.try_emplace(stance.id, stance, document_->file);
  if (added || say_the_same(before->second.first, stance)) return true;
  report(base::ErrorCode::bad_value,
         "stance '" + stance.id + "' says another thing in " + before->second.second +
             "; give the same frame, concept and values in both places, or another name",
         at.position);
  return false;
}

void Builder::add_stance_example(std::string_view line, std::optional<std::uint16_t> stance,
                                 std::uint32_t topics, const yaml::Value& at) {
  if (stance_examples_.size() >= most_examples) {
    if (!too_many_examples_)
      report(base::ErrorCode::too_large, "the packs hold over 100,000 examples of stances",
             at.position);
    too_many_examples_ = true;
    return;
  }
  const std::string text = with_straight_apostrophes(line);
  const auto [place, added] = example_numbers_.try_emplace(text, stance_examples_.size());
  if (added) stance_examples_.push_back({items_of_example(text), {}, 0});
  stance_examples_[place->second].topics |= topics;
  std::vector<std::uint16_t>& stances = stance_examples_[place->second].stances;
  if (stance && std::ranges::find(stances, *stance) == stances.end()) stances.push_back(*stance);
}

StemId Builder::stem_with_bearing(std::string_view word) {
  const StemId stem = knowledge_.phrases.known(stemmer_.stem(word));
  if (bearings_.size() <= stem) bearings_.resize(stem + std::size_t{1}, Bearing::none);
  if (bearings_[stem] == Bearing::none) bearings_[stem] = bearing_of(word);
  return stem;
}

std::vector<StemId> Builder::items_of_example(std::string_view text) {
  std::vector<sentences::Token> tokens;
  std::vector<sentences::Stop> stops;
  sentences::scan_block(text, {0, static_cast<std::uint32_t>(text.size())}, tokens, stops);
  std::vector<StemId> items;
  const auto stem_of = [&](const sentences::Token& token) {
    const std::string_view word = text.substr(token.text.begin, token.text.end - token.text.begin);
    return stem_with_bearing(base::lower(word));
  };
  stance_items(text, tokens, knowledge_.phrases.known(stemmer_.stem("percent")), stem_of, items);
  return items;
}

void Builder::train_stances() {
  check_topics();
  if (knowledge_.stances.empty()) return;
  for (const std::string_view word : bearing_words()) stem_with_bearing(word);
  knowledge_.stance_model =
      KeptStances(StanceModel::trained(stance_examples_, stance_topics_, std::move(bearings_)));
}

}  // namespace linter::knowledge
