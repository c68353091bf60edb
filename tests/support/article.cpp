#include "tests/support/article.h"

#include <stdexcept>

#include "linter/packs/load.h"
#include "linter/prose/formats.h"
#include "tests/support/build.h"

namespace tests {
namespace {

using namespace std::string_literals;

void require_none(const std::vector<linter::base::Error>& errors) {
  std::string all;
  for (const linter::base::Error& error : errors)
    all += error.file + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) +
           ": " + error.message + "\n";
  if (!all.empty()) throw std::runtime_error(all);
}

}  // namespace

struct ReadingRoom::Stages {
  explicit Stages(const ReadingRoom& room)
      : lexicon(*room.vocabulary_, room.triggers_), context(room.cues_) {}
  // The reading refers to its neighbours.
  Stages(const Stages&) = delete;
  Stages& operator=(const Stages&) = delete;

  linter::source::Source source;
  linter::prose::Article article;
  linter::sentences::Text text;
  linter::lexicon::Lexicon lexicon;
  linter::context::Context context;
  linter::lexicon::Reading reading{source, article, text, lexicon};
};

ReadingRoom::ReadingRoom(const std::vector<std::string>& packs) {
  const auto files = linter::base::disk();
  auto loaded = linter::packs::load_packs(*files, packs, {GALLEY_SOURCE_DIR "/policies"s, "."});
  require_none(loaded.errors);
  packs_ = std::move(loaded.value);
  std::vector<linter::knowledge::Document> documents;
  for (const linter::packs::Pack& pack : packs_) {
    for (const linter::packs::Document& cues : pack.cues)
      require_none(cues_.add(cues.document, pack.files[cues.file].path));
    for (const linter::packs::Document& part : pack.knowledge)
      documents.push_back({pack.id, pack.files[part.file].path, &part.document});
  }
  auto knowledge = linter::knowledge::compile(documents);
  require_none(knowledge.errors);
  knowledge_ = std::move(knowledge.value);
  linter::lexicon::VocabularyOptions options;
  options.data_folder = build_folder() + "/data";
  auto vocabulary = linter::lexicon::Vocabulary::open(options);
  if (!vocabulary) require_none({vocabulary.error()});
  vocabulary_ = std::make_unique<linter::lexicon::Vocabulary>(std::move(*vocabulary));
}

ReadingRoom::Article::Article(const ReadingRoom& room, std::string path, std::string text,
                              std::string_view format)
    : stages_(std::make_unique<Stages>(room)) {
  auto source = linter::source::make_source(std::move(path), std::move(text));
  if (!source) require_none({source.error()});
  stages_->source = std::move(*source);
  const auto read =
      linter::prose::format_named(format)->read(stages_->source, {}, stages_->article);
  if (!read) require_none({read.error()});
  linter::sentences::split(stages_->article, stages_->text);
  stages_->lexicon.annotate(stages_->article.view, stages_->text);
  stages_->context.begin(stages_->reading);
}

ReadingRoom::Article::~Article() = default;
ReadingRoom::Article::Article(Article&&) noexcept = default;
const linter::lexicon::Reading& ReadingRoom::Article::reading() const {
  return stages_->reading;
}
linter::context::Context& ReadingRoom::Article::context() {
  return stages_->context;
}

ReadingRoom::Article ReadingRoom::read(std::string path, std::string text,
                                       std::string_view format) const {
  return {*this, std::move(path), std::move(text), format};
}

const ReadingRoom& shipped_room() {
  static const ReadingRoom room({"english", "medical-aesthetics"});
  return room;
}

}  // namespace tests
