// A set of packs with all that they need.
#include <algorithm>
#include <map>

#include "linter/base/names.h"
#include "linter/packs/load.h"
#include "linter/packs/shape.h"

namespace linter::packs {
namespace {

using base::ErrorCode;

constexpr std::string_view cue_pack = "english";

bool is_path(std::string_view wanted) {
  return wanted.find('/') != std::string_view::npos || wanted.ends_with(".yaml") ||
         wanted.ends_with(".yml");
}

// Loads packs depth first, so that what is needed stands before what needs it.
class PackLoader {
 public:
  PackLoader(const base::FileSystem& files, const PackFolders& folders)
      : files_(files), folders_(folders) {
    if (!folders.shipped.empty())
      parsed_ = ParsedFiles::read(
          files, base::join_path(base::parent_path(folders.shipped), parsed_files_name));
  }

  void want(const std::string& wanted) {
    const base::Error asked{ErrorCode::unknown_pack, {}, {}};
    loaded_ = {};
    if (is_path(wanted)) {
      const bool absolute = wanted.starts_with('/') || folders_.base.empty();
      load(base::normalised_path(absolute ? wanted : base::join_path(folders_.base, wanted)),
           asked);
    } else {
      load_named(wanted, {}, asked);
    }
    asked_for_.push_back(loaded_);
  }

  base::Loaded<std::vector<Pack>> take() {
    for (Pack& pack : packs_)
      pack.only_needed = std::ranges::find(asked_for_, pack.files.front().path) == asked_for_.end();
    return {std::move(packs_), std::move(errors_)};
  }

 private:
  enum class State : std::uint8_t { loading, loaded };

  // `asked` says where an error about the name belongs.
  void load_named(const std::string& name, const std::string& beside, base::Error asked) {
    for (const std::string& folder : {beside, folders_.shipped}) {
      if (folder.empty() || !is_name(name)) continue;
      for (const std::string& candidate : {name, name + ".yaml"}) {
        const std::string path = base::normalised_path(base::join_path(folder, candidate));
        if (files_.status(path).kind != base::FileKind::missing) return load(path, asked);
      }
    }
    asked.message = "there is no pack '" + name + "'" + way_to(name, !beside.empty());
    errors_.push_back(std::move(asked));
  }

  // What to write instead of a name that no pack has.
  [[nodiscard]] std::string way_to(const std::string& name, bool needed) const {
    if (const std::size_t comma = name.find(','); comma != std::string::npos)
      return ": write several as a list, [" + name + "]";
    const std::vector<std::string> shipped = shipped_packs(files_, folders_.shipped);
    std::vector<std::string_view> names(shipped.begin(), shipped.end());
    std::string known;
    for (const std::string_view one : names) known.append(known.empty() ? "" : ", ").append(one);
    if (!needed) names.emplace_back("default");
    const std::string hint = base::nearest_hint(name, names);
    const std::string list = known.empty() || !hint.empty() ? "" : " (" + known + ")";
    if (needed) return hint + ": what is needed stands beside this pack or is a shipped one" + list;
    return hint + ": name a shipped pack" + list + ", or give a path such as ./" + name;
  }

  void load(const std::string& path, base::Error asked) {
    const auto [seen, is_new] = states_.emplace(path, State::loading);
    if (!is_new) {
      loaded_ = heads_[path];
      if (seen->second == State::loaded) return;
      asked.message =
          "the pack '" + path + "' needs itself through the packs it needs: break the circle";
      errors_.push_back(std::move(asked));
      return;
    }
    base::Loaded<Pack> loaded = load_pack(files_, path, parsed_);
    std::ranges::move(loaded.errors, std::back_inserter(errors_));
    Pack& pack = loaded.value;
    const std::string head = pack.files.empty() ? path : pack.files.front().path;
    load_cues_for(pack, path);
    for (const Need& need : pack.needs) {
      load_named(need.pack, base::parent_path(path),
                 {ErrorCode::unknown_pack, {}, head, need.position.line, need.position.column});
    }
    states_[path] = State::loaded;
    heads_[path] = loaded_ = head;
    if (!pack.id.empty()) keep(std::move(pack), head);
  }

  // The cues that rules go by: a pack for English, or for all languages, need not ask for them.
  void load_cues_for(const Pack& pack, const std::string& path) {
    if (pack.id.empty() || pack.id == cue_pack) return;
    if (!pack.language.empty() && !pack.language.starts_with("en")) return;
    for (const std::string& folder : {base::parent_path(path), folders_.shipped}) {
      if (folder.empty()) continue;
      const std::string cues =
          base::normalised_path(base::join_path(folder, std::string(cue_pack)));
      if (files_.status(cues).kind != base::FileKind::folder) continue;
      if (!states_.contains(cues)) load(cues, {ErrorCode::unknown_pack, {}, {}});
      return;
    }
  }

  void keep(Pack pack, const std::string& head) {
    const auto same = std::ranges::find(packs_, pack.id, &Pack::id);
    if (same == packs_.end()) {
      packs_.push_back(std::move(pack));
      return;
    }
    errors_.push_back({ErrorCode::duplicate_id,
                       "the pack id '" + pack.id + "' is taken by " + same->files.front().path +
                           ": give one of the two another id",
                       head});
  }

  const base::FileSystem& files_;
  const PackFolders& folders_;
  ParsedFiles parsed_;
  std::map<std::string, State> states_;
  std::map<std::string, std::string> heads_;  // the first file of each that was loaded
  std::string loaded_;                        // that of the last one
  std::vector<std::string> asked_for_;        // those of the ones that were asked for
  std::vector<Pack> packs_;
  std::vector<base::Error> errors_;
};

}  // namespace

base::Loaded<std::vector<Pack>> load_packs(const base::FileSystem& files,
                                           std::span<const std::string> wanted,
                                           const PackFolders& folders) {
  PackLoader loader(files, folders);
  for (const std::string& one : wanted) loader.want(one);
  return loader.take();
}

std::vector<std::string> shipped_packs(const base::FileSystem& files, const std::string& folder) {
  std::vector<std::string> names;
  const auto entries = files.list(folder);
  if (!entries) return names;
  for (const base::FolderEntry& entry : *entries) {
    const bool is_folder = entry.status.kind == base::FileKind::folder;
    if (is_folder && is_name(entry.name)) names.push_back(entry.name);
  }
  return names;
}

}  // namespace linter::packs
