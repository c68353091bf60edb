#include "linter/config/configurations.h"

#include <algorithm>
#include <utility>

namespace linter::config {
namespace {

// What people call the file by habit; never read, so that one spelling is enough to look for.
constexpr std::string_view wrong_name = ".galley.yml";

}  // namespace

std::string repository_top(const base::FileSystem& files, const std::string& folder) {
  for (std::string at = folder;; at = base::parent_path(at)) {
    if (files.status(base::join_path(at, ".git")).kind != base::FileKind::missing) return at;
    if (at == "/" || at == ".") return {};
  }
}

Configurations::Configurations(const base::FileSystem& files, FindOptions options)
    : files_(files), options_(std::move(options)) {
  Configuration built_in;
  built_in.root = options_.working_folder;
  built_in.boundary = options_.working_folder;
  default_ = &add(std::move(built_in));
  if (!options_.file) return;
  const std::string path =
      base::normalised_path(base::join_path(options_.working_folder, *options_.file));
  default_ = &read(path);
}

Configurations::~Configurations() = default;

const Configuration& Configurations::add(Configuration configuration) {
  all_.push_back(std::make_unique<Configuration>(std::move(configuration)));
  return *all_.back();
}

std::string Configurations::boundary_of(const std::string& folder) const {
  std::string top = repository_top(files_, folder);
  return top.empty() ? folder : top;
}

const Configuration& Configurations::read(const std::string& path) {
  const Configuration*& known = by_file_[path];
  if (known != nullptr) return *known;
  auto loaded = read_configuration(files_, path, boundary_of(base::parent_path(path)));
  std::ranges::move(loaded.errors, std::back_inserter(errors_));
  known = &add(std::move(loaded.value));
  return *known;
}

const Configuration& Configurations::of_folder(const std::string& folder) {
  if (options_.file) return *default_;
  if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return *known->second;
  // nothing is in a folder that is not there, and texts in no file can name any number of them
  if (folder != "/" && files_.status(folder).kind == base::FileKind::missing)
    return of_folder(base::parent_path(folder));
  const std::string file = base::join_path(folder, file_name);
  const std::string wrong = base::join_path(folder, wrong_name);
  if (files_.status(wrong).kind != base::FileKind::missing) {
    errors_.push_back({.code = base::ErrorCode::bad_usage,
                       .message = "this file is not read: name it .galley.yaml",
                       .file = wrong});
  }
  const Configuration* found = default_;
  const base::FileStatus status = files_.status(file);
  if (status.is_link) {
    found = &refuse_link(file);
  } else if (status.kind != base::FileKind::missing) {
    found = &read(file);
  } else if (folder != "/" &&
             files_.status(base::join_path(folder, ".git")).kind == base::FileKind::missing) {
    found = &of_folder(base::parent_path(folder));
  }
  by_folder_[folder] = found;
  return *found;
}

// A link could show any file of the machine in error messages.
const Configuration& Configurations::refuse_link(const std::string& path) {
  errors_.push_back({.code = base::ErrorCode::unreadable_file,
                     .message = "is a symbolic link: a configuration that is found must be a file; "
                                "name it with --config to use it all the same",
                     .file = path});
  Configuration unknown;
  unknown.root = base::parent_path(path);
  unknown.boundary = unknown.root;
  unknown.usable = false;
  return add(std::move(unknown));
}

const Configuration& Configurations::of_file(const std::string& path) {
  return of_folder(base::parent_path(path));
}

std::vector<const Configuration*> Configurations::governing() const {
  std::vector<const Configuration*> all;
  for (const auto& [of, effective] : settings_) {
    if (all.empty() || all.back() != of.first) all.push_back(of.first);
  }
  return all;
}

const Effective& Configurations::effective(const std::string& path) {
  const Configuration& configuration = of_file(path);
  auto layers = layers_for(configuration, path);
  auto& known = settings_[{&configuration, layers}];
  if (known == nullptr) {
    const auto index = static_cast<std::uint32_t>(settings_.size() - 1);
    known = std::make_unique<Effective>(
        Effective{&configuration, index, settings_of(configuration, layers)});
    if (!options_.packs.empty()) known->settings.packs = packs_of_command_line();
  }
  return *known;
}

Texts Configurations::packs_of_command_line() const {
  Texts packs;
  for (const std::string& pack : options_.packs) {
    const std::string_view name = pack_named(pack).name;
    const bool is_path =
        name.find('/') != std::string::npos || name.ends_with(".yaml") || name.ends_with(".yml");
    packs.push_back(
        {is_path ? base::normalised_path(base::join_path(options_.working_folder, pack)) : pack,
         {.file = std::string(packs_option)}});
  }
  return packs;
}

}  // namespace linter::config
