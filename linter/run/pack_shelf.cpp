#include "linter/run/pack_shelf.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "linter/cache/witness.h"
#include "linter/config/confined_files.h"
#include "linter/packs/load.h"
#include "linter/packs/pack_image.h"

namespace linter::run {
namespace {

constexpr std::string_view packs_folder = "policies";

// What is wanted, from where, and what may be read for it.
struct Wish {
  std::vector<std::string> packs;
  cache::Home shipped;
  std::string parsed_files;
  std::string boundary;  // of the configuration
  bool trusted = false;  // whoever gave the command names the packs
};

Wish wish_of(const config::Effective& effective, const std::string& data_folder) {
  Wish wish;
  for (const config::Text& pack : effective.settings.packs) {
    wish.packs.emplace_back(config::pack_named(pack.value).name);
    wish.trusted = wish.trusted || pack.origin.file == config::packs_option;
  }
  wish.boundary = effective.configuration->boundary;
  if (data_folder.empty()) return wish;
  wish.shipped.folder = base::join_path(data_folder, packs_folder);
  wish.parsed_files = base::join_path(data_folder, packs::parsed_files_name);
  return wish;
}

// An error about a pack that could not be found, at the place in the configuration that asked for
// the pack.
void place(base::Error& error, std::span<const config::Text> asked) {
  if (!error.file.empty() || error.code != base::ErrorCode::unknown_pack) return;
  for (const config::Text& pack : asked) {
    const std::string name(config::pack_named(pack.value).name);
    if (error.message.find("'" + name + "'") == std::string::npos) continue;
    if (pack.origin.file.starts_with("--")) return;
    error.file = pack.origin.file;
    error.line = pack.origin.line;
    error.column = pack.origin.column;
    return;
  }
}

Packs read(const Wish& wish, const base::FileSystem& files) {
  auto loaded = packs::load_packs(files, wish.packs, {wish.shipped.folder, {}});
  Packs packs{std::move(loaded.value), {}, std::move(loaded.errors), true};
  for (const packs::Pack& pack : packs.heads) {
    for (const packs::RuleDefinition& rule : pack.rules) packs.rules.push_back(rule.id);
  }
  return packs;
}

// The key of what was read, which names no folder of this machine but those that were wanted.
std::string key_of(const Wish& wish) {
  std::vector<std::string> inputs{"packs", wish.trusted ? "trusted" : "confined"};
  for (const std::string& pack : wish.packs) inputs.push_back(wish.shipped.seen_from(pack));
  return cache::key_of(inputs);
}

bool are_at_home(const std::vector<cache::Question>& questions) {
  return std::ranges::all_of(questions, [](const cache::Question& question) {
    return cache::Home::is_inside(question.path);
  });
}

// The questions come last: where files look as they did they are not read.
std::string kept(const Packs& packs, const std::vector<cache::Question>& questions,
                 const cache::Home& home) {
  base::ImageWriter image;
  base::put(image, packs.rules);
  image.number(packs.heads.size());
  for (const packs::Pack& pack : packs.heads) {
    packs::Pack head = pack;
    for (packs::PackFile& file : head.files) file.path = home.seen_from(file.path);
    packs::put_head(image, head);
  }
  image.number(are_at_home(questions) ? 1 : 0);
  base::put(image, questions);
  return image.take();
}

// Says whether what was kept is what would be read now.
class Memory {
 public:
  Memory(const Wish& wish, const base::FileSystem& files, const base::FileSystem& all_files,
         const cache::Images& images)
      : wish_(wish), files_(files), all_files_(all_files), images_(images) {}

  // What was read before, when nothing that was asked of the files has another answer now.
  [[nodiscard]] std::optional<Packs> remembered(const std::optional<cache::Image>& kept) const {
    if (!kept) return std::nullopt;
    base::ImageReader image(kept->body());
    Packs packs;
    base::get(image, packs.rules);
    for (std::uint64_t left = image.number(); left > 0 && image.sound(); --left) {
      packs::Pack& head = packs.heads.emplace_back(packs::get_head(image));
      for (packs::PackFile& file : head.files) file.path = wish_.shipped.whole(file.path);
    }
    const bool at_home = image.number() != 0;
    if (!image.sound()) return std::nullopt;
    const std::string key = key_of_looks(at_home, kept->digest());
    if (!look_as_they_did(at_home, key)) {
      std::vector<cache::Question> questions;
      base::get(image, questions);
      const bool fits = image.sound() && image.at_end() && !questions.empty() &&
                        are_at_home(questions) == at_home && hold(questions, at_home, key);
      if (!fits) return std::nullopt;
    }
    return packs;
  }

 private:
  [[nodiscard]] std::string key_of_looks(bool at_home, std::uint64_t packs) const {
    std::vector<std::string> inputs{"looks", std::to_string(packs), wish_.shipped.folder};
    if (!at_home) inputs.push_back(wish_.boundary);
    return cache::key_of(inputs);
  }
  [[nodiscard]] const base::FileSystem& looked_at(bool at_home) const {
    return at_home ? all_files_ : files_;
  }

  // Files that look as they did when all held, some time after they had last changed, are not
  // asked: this is told by a file of the user's own, and by the system's record of changes.
  [[nodiscard]] bool look_as_they_did(bool at_home, const std::string& key) const {
    const auto known = images_.find_own(key);
    if (!known) return false;
    base::ImageReader image(known->body());
    std::vector<cache::Look> looks;
    base::get(image, looks);
    const auto is_inside = [](const cache::Look& look) {
      return cache::Home::is_inside(look.path);
    };
    return image.sound() && image.at_end() && !looks.empty() &&
           (!at_home || std::ranges::all_of(looks, is_inside)) &&
           cache::look_the_same(looks, looked_at(at_home), wish_.shipped);
  }

  [[nodiscard]] bool hold(const std::vector<cache::Question>& questions, bool at_home,
                          const std::string& key) const {
    const auto looks = cache::looks_of(questions, looked_at(at_home), wish_.shipped,
                                       cache::settled_by_now());
    if (!cache::still_hold(questions, files_, wish_.shipped)) return false;
    if (looks && images_.keeps()) {
      base::ImageWriter image;
      base::put(image, *looks);
      images_.keep(key, image.take());
    }
    return true;
  }

  const Wish& wish_;
  const base::FileSystem& files_;
  const base::FileSystem& all_files_;
  const cache::Images& images_;
};

Packs read_and_keep(const Wish& wish, const base::FileSystem& files, const std::string& key,
                    const cache::Images& images) {
  if (key.empty()) return read(wish, files);
  cache::Witness witness(files, wish.shipped, wish.parsed_files);
  Packs packs = read(wish, witness);
  if (packs.errors.empty()) images.keep(key, kept(packs, witness.take_questions(), wish.shipped));
  return packs;
}

std::vector<std::string> key_here(const Wish& wish) {
  std::vector<std::string> key = wish.packs;
  key.push_back(wish.boundary);
  return key;
}

// Calls `use` with what the packs may be read from.
template <class Use>
Packs with_files(const Wish& wish, const base::FileSystem& files, const Use& use) {
  if (wish.trusted) return use(files);
  std::vector<std::string> readable{wish.boundary};
  if (!wish.shipped.folder.empty()) {
    readable.push_back(wish.shipped.folder);
    readable.push_back(wish.parsed_files);
  }
  const config::ConfinedFiles confined(files, std::move(readable));
  return use(confined);
}

}  // namespace

PackShelf::PackShelf(const CheckRequest& request, const base::FileSystem& files)
    : request_(request), files_(files), images_(request.images.shipped, request.images.own) {}

const Packs& PackShelf::get(const config::Effective& effective) {
  const Wish wish = wish_of(effective, request_.data_folder);
  auto& packs = packs_[key_here(wish)];
  if (packs != nullptr) return *packs;
  const std::string key = key_of(wish);
  packs = std::make_unique<Packs>(with_files(wish, files_, [&](const base::FileSystem& files) {
    const Memory memory(wish, files, files_, images_);
    auto known = memory.remembered(images_.find(key));
    if (!known) known = memory.remembered(images_.find_own(key));
    return known ? std::move(*known) : read_and_keep(wish, files, key, images_);
  }));
  for (base::Error& error : packs->errors) place(error, effective.settings.packs);
  return *packs;
}

const Packs& PackShelf::whole(const config::Effective& effective) {
  const Packs& packs = get(effective);
  if (packs.are_whole) return packs;
  const Wish wish = wish_of(effective, request_.data_folder);
  auto& whole = whole_[key_here(wish)];
  if (whole == nullptr) {
    whole = std::make_unique<Packs>(
        with_files(wish, files_, [&](const base::FileSystem& files) { return read(wish, files); }));
  }
  return *whole;
}

}  // namespace linter::run
