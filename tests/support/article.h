// An article read through every stage with the shipped packs, for tests of what stands above the
// stages.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/context/context.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/reading.h"
#include "linter/packs/pack.h"

namespace tests {

// What the articles of a test share: American English, and cues and knowledge of the packs it
// names.
class ReadingRoom {
 public:
  // Throws std::runtime_error with all faults when a pack does not load. Names of shipped packs, or
  // paths.
  explicit ReadingRoom(const std::vector<std::string>& packs);

  struct Stages;
  // An article at one place in memory; lives as long as the room.
  class Article {
   public:
    Article(const ReadingRoom& room, std::string path, std::string text, std::string_view format);
    ~Article();
    Article(Article&&) noexcept;
    [[nodiscard]] const linter::lexicon::Reading& reading() const;
    [[nodiscard]] linter::context::Context& context();

   private:
    std::unique_ptr<Stages> stages_;
  };

  [[nodiscard]] Article read(std::string path, std::string text,
                             std::string_view format = "markdown") const;
  [[nodiscard]] const linter::knowledge::Knowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const std::vector<linter::packs::Pack>& packs() const { return packs_; }
  [[nodiscard]] const linter::context::CueSet& cues() const { return cues_; }
  [[nodiscard]] const linter::lexicon::Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  std::vector<linter::packs::Pack> packs_;
  std::unique_ptr<linter::lexicon::Vocabulary> vocabulary_;
  linter::lexicon::TriggerTable triggers_;
  linter::context::CueSet cues_;
  linter::knowledge::Knowledge knowledge_;
};

// The room of American English, the cues of English and what the largest shipped pack knows: made
// once, since it learns from examples for seconds.
[[nodiscard]] const ReadingRoom& shipped_room();

}  // namespace tests
