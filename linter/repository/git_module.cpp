// The module itself: libgit2 behind Git. Not part of the program; loaded on first need.
#include "linter/repository/git_module.h"

#include <algorithm>
#include <cstdlib>
#include <git2.h>
#include <mutex>
#include <new>
#include <sys/stat.h>
#include <type_traits>
#include <utility>

#include "linter/repository/git_advice.h"
#include "linter/repository/git_handles.h"
#include "linter/repository/git_history.h"

namespace linter::repository {
namespace {

using base::ErrorCode;
using base::Result;

constexpr unsigned default_file_mode = 0100644;
constexpr unsigned executable_mode = 0100755;
constexpr unsigned link_mode = 0120000;
constexpr unsigned submodule_mode = 0160000;
constexpr std::int64_t nanoseconds = 1'000'000'000;

bool is_file(unsigned mode) {
  return mode == default_file_mode || mode == executable_mode || mode == 0100664;
}

EntryKind kind_of(unsigned mode) {
  if (mode == link_mode) return EntryKind::link;
  return mode == submodule_mode ? EntryKind::submodule : EntryKind::file;
}

// While `git commit -a` or `git commit PATH` runs its hooks, what is to be committed stands in an
// index of its own, which git names to them. Empty when there is none for this repository.
std::string index_of_the_hook(git_repository* repository) {
  const char* named = std::getenv("GIT_INDEX_FILE");
  if (named == nullptr || *named == '\0') return {};
  struct stat folder{};
  struct stat own{};
  const std::string path = named;
  const std::size_t slash = path.rfind('/');
  const std::string parent = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const bool is_ours = ::stat(parent.c_str(), &folder) == 0 &&
                       ::stat(git_repository_path(repository), &own) == 0 &&
                       folder.st_dev == own.st_dev && folder.st_ino == own.st_ino;
  return is_ours ? path : std::string();
}

class LibGit final : public Git {
 public:
  explicit LibGit(Repository repository) : repository_(std::move(repository)) {}

  Result<std::string> head() override;
  Result<std::string> merge_base(const std::string& revision) override;
  Result<std::vector<Difference>> differences(const std::string& commit,
                                              const Wanted& wanted) override;
  std::string blob_of(std::string_view bytes) override;
  Result<Index> index() override;
  SubmoduleState submodule(const std::string& path) override;
  Result<std::string> read(const std::string& blob, std::uint64_t limit) override;
  std::vector<Hunk> hunks(std::string_view before, std::string_view after) override {
    return hunks_between(before, after);
  }
  Result<std::vector<Authorship>> blame(const std::string& path, std::string_view bytes,
                                        std::span<const std::uint32_t> lines) override {
    return authors_of(*repository_, path, bytes, lines);
  }

 private:
  [[nodiscard]] bool is_shallow() const {
    return git_repository_is_shallow(repository_.get()) == 1;
  }
  // What brings objects that a partial clone left out.
  [[nodiscard]] std::string what_fetches() const {
    return "in a partial clone run git diff --stat " + (base_.empty() ? "REVISION" : base_) +
           " first, which fetches what is missing; else run git fsck";
  }
  [[nodiscard]] Result<Tree> tree_of(const std::string& commit) const;
  [[nodiscard]] Result<IndexFile> open_index() const;
  [[nodiscard]] Difference difference_of(const git_diff_delta& delta, git_tree* tree) const;

  Repository repository_;
  std::string base_;  // the commit that is compared with
  std::mutex reading_;
};

Result<std::string> LibGit::head() {
  git_oid id;
  if (git_reference_name_to_id(&id, repository_.get(), "HEAD") == 0) return hex(id);
  if (git_repository_head_unborn(repository_.get()) == 1) return std::string();
  return failed("HEAD names no commit (" + last_message() +
                "): run git status, which says what is wrong");
}

Result<std::string> LibGit::merge_base(const std::string& revision) {
  auto own = head();
  if (!own) return own;
  if (own->empty())
    return failed("nothing is committed here yet, so there is no '" + revision +
                  "' to compare with: run git commit first, or galley check without "
                  "--changed-since");
  git_object* found = nullptr;
  if (git_revparse_single(&found, repository_.get(), revision.c_str()) != 0)
    return failed(advice_on_missing(revision, repository_.get()));
  const Object object(found);
  git_object* peeled = nullptr;
  if (git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT) != 0)
    return failed("'" + revision + "' is no commit: name a branch, a tag or a commit");
  const Object commit(peeled);
  git_oid base;
  const git_oid head_id = *oid_of(*own);
  if (git_merge_base(&base, repository_.get(), git_object_id(commit.get()), &head_id) == 0)
    return hex(base);
  if (is_shallow()) {
    return failed("this clone is shallow and lacks the commit that HEAD and '" + revision +
                  "' have in common: run git fetch --unshallow (with actions/checkout: "
                  "fetch-depth: 0; with GitLab: GIT_DEPTH: 0)");
  }
  return failed("HEAD and '" + revision +
                "' have no commit in common: name the branch that this one came from, or run "
                "galley check without --changed-since");
}

Result<Tree> LibGit::tree_of(const std::string& commit) const {
  if (commit.empty()) return Tree();
  const auto id = oid_of(commit);
  git_commit* found = nullptr;
  git_tree* tree = nullptr;
  if (!id || git_commit_lookup(&found, repository_.get(), &*id) != 0)
    return failed("the commit " + commit + " cannot be read (" + last_message() +
                  "): run git fsck");
  const Commit owned(found);
  if (git_commit_tree(&tree, found) != 0)
    return failed("the files of the commit " + commit + " cannot be read (" + last_message() +
                  "): " + what_fetches());
  return Tree(tree);
}

Result<IndexFile> LibGit::open_index() const {
  git_index* found = nullptr;
  const std::string named = index_of_the_hook(repository_.get());
  const int code = named.empty() ? git_repository_index(&found, repository_.get())
                                 : git_index_open(&found, named.c_str());
  if (code == 0) return IndexFile(found);
  return failed("git's index cannot be read (" + last_message() +
                "): run git status, or git sparse-checkout reapply --no-sparse-index where the "
                "checkout is sparse");
}

Difference LibGit::difference_of(const git_diff_delta& delta, git_tree* tree) const {
  Difference difference;
  difference.kind =
      kind_of(delta.status == GIT_DELTA_DELETED ? delta.old_file.mode : delta.new_file.mode);
  if (delta.status != GIT_DELTA_DELETED) difference.path = delta.new_file.path;
  if (delta.status == GIT_DELTA_ADDED) difference.blob = hex(delta.new_file.id);
  if (delta.status == GIT_DELTA_CONFLICTED) {
    git_tree_entry* entry = nullptr;
    if (tree == nullptr || git_tree_entry_bypath(&entry, tree, delta.new_file.path) != 0)
      return difference;
    const Owned<git_tree_entry, git_tree_entry_free> owned(entry);
    difference.old_path = difference.path;
    difference.old_blob = hex(*git_tree_entry_id(entry));
  } else if (delta.status != GIT_DELTA_ADDED && is_file(delta.old_file.mode)) {
    difference.old_path = delta.old_file.path;
    difference.old_blob = hex(delta.old_file.id);
  }
  return difference;
}

Result<std::vector<Difference>> LibGit::differences(const std::string& commit,
                                                    const Wanted& wanted) {
  base_ = commit;
  const auto tree = tree_of(commit);
  if (!tree) return std::unexpected(tree.error());
  const auto index = open_index();
  if (!index) return std::unexpected(index.error());
  git_diff_options options{};
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.ignore_submodules = GIT_SUBMODULE_IGNORE_NONE;
  options.payload = const_cast<Wanted*>(&wanted);
  options.notify_cb = [](const git_diff*, const git_diff_delta* delta, const char*,
                         void* payload) -> int {
    const auto& asked = *static_cast<const Wanted*>(payload);
    const bool submodule =
        delta->old_file.mode == submodule_mode || delta->new_file.mode == submodule_mode;
    const bool keep = submodule ||
                      (delta->new_file.path != nullptr && asked(delta->new_file.path)) ||
                      (delta->old_file.path != nullptr && asked(delta->old_file.path));
    return keep ? 0 : 1;
  };
  git_diff* made = nullptr;
  if (git_diff_tree_to_index(&made, repository_.get(), tree->get(), index->get(), &options) != 0)
    return failed("what changed cannot be found out (" + last_message() + "): run git status");
  const Diff diff(made);
  std::vector<Difference> differences;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i)
    differences.push_back(difference_of(*git_diff_get_delta(diff.get(), i), tree->get()));
  return differences;
}

std::string LibGit::blob_of(std::string_view bytes) {
  git_oid id;
  const int code = git_odb_hash(&id, bytes.data(), bytes.size(), GIT_OBJECT_BLOB);
  return code == 0 ? hex(id) : std::string();
}

Result<Index> LibGit::index() {
  const auto file = open_index();
  if (!file) return std::unexpected(file.error());
  Index index;
  struct stat seen{};
  const char* path = git_index_path(file->get());
  if (path != nullptr && ::stat(path, &seen) == 0)
    index.written = std::int64_t{seen.st_mtim.tv_sec} * nanoseconds + seen.st_mtim.tv_nsec;
  const std::size_t count = git_index_entrycount(file->get());
  index.entries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const git_index_entry& entry = *git_index_get_byindex(file->get(), i);
    if (git_index_entry_stage(&entry) > 0) {  // a conflict: compared with the commit
      if (index.unmerged.empty() || index.unmerged.back() != entry.path)
        index.unmerged.emplace_back(entry.path);
      continue;
    }
    const auto time_of = [](const git_index_time& time) {
      return std::int64_t{time.seconds} * nanoseconds + time.nanoseconds;
    };
    index.entries.push_back(
        {.path = entry.path,
         .blob = hex(entry.id),
         .size = entry.file_size,
         .modified = time_of(entry.mtime),
         .changed = time_of(entry.ctime),
         .kind = kind_of(entry.mode),
         .left_out = (entry.flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0,
         .only_intended = (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0});
  }
  std::ranges::sort(index.entries, {}, &IndexEntry::path);
  return index;
}

SubmoduleState LibGit::submodule(const std::string& path) {
  unsigned state = 0;
  if (git_submodule_status(&state, repository_.get(), path.c_str(), GIT_SUBMODULE_IGNORE_NONE) != 0)
    return SubmoduleState::as_indexed;
  if ((state & GIT_SUBMODULE_STATUS_WD_MODIFIED) != 0) return SubmoduleState::moved;
  constexpr unsigned edits = GIT_SUBMODULE_STATUS_WD_INDEX_MODIFIED |
                             GIT_SUBMODULE_STATUS_WD_WD_MODIFIED |
                             GIT_SUBMODULE_STATUS_WD_UNTRACKED;
  return (state & edits) != 0 ? SubmoduleState::edited : SubmoduleState::as_indexed;
}

Result<std::string> LibGit::read(const std::string& blob, std::uint64_t limit) {
  const auto missing = [&] {
    return failed("git's object " + blob + " cannot be read (" + last_message() +
                  "): " + what_fetches());
  };
  const std::scoped_lock lock(reading_);
  const auto id = oid_of(blob);
  git_odb* opened = nullptr;
  if (!id || git_repository_odb(&opened, repository_.get()) != 0) return missing();
  const Odb odb(opened);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (git_odb_read_header(&size, &type, odb.get(), &*id) != 0) return missing();
  if (size > limit) {
    return base::fail(
        ErrorCode::too_large,
        "has " + std::to_string(size) + " bytes, more than the limit of " + std::to_string(limit));
  }
  git_blob* found = nullptr;
  if (git_blob_lookup(&found, repository_.get(), &*id) != 0) return missing();
  const Blob owned(found);
  return std::string(static_cast<const char*>(git_blob_rawcontent(found)),
                     static_cast<std::size_t>(git_blob_rawsize(found)));
}

std::string cannot_open(int code, const std::string& top) {
  // libgit2 1.5 may say it only in words
  if (code == GIT_EOWNER || last_message().find("safe.directory") != std::string::npos) {
    return "git does not trust this folder, since it belongs to another user: run git config "
           "--global --add safe.directory '" +
           top + "'";
  }
  if (last_message().find("objectformat") != std::string::npos) {
    return "this repository names its objects by SHA-256, which galley's git module cannot read: "
           "run galley check without --changed-since and --staged, with a baseline in their place "
           "(galley baseline create)";
  }
  return "the git repository cannot be opened (" + last_message() +
         "): run git status there, which says what is wrong";
}

// What libgit2 1.5 refuses by name although nothing that is read here depends on it.
void accept_extensions() {
  const char* names[] = {"worktreeconfig", "partialclone", "preciousobjects"};
  git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, std::size(names));
}

Git* open(const std::string& top, std::string& error) {
  if (git_libgit2_init() < 0) {
    error = "libgit2 does not start (" + last_message() + ')';
    return nullptr;
  }
  accept_extensions();
  git_repository* opened = nullptr;
  const int code =
      git_repository_open_ext(&opened, top.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  if (code == 0) return new LibGit(Repository(opened));
  error = cannot_open(code, top);
  return nullptr;
}

}  // namespace
}  // namespace linter::repository

extern "C" [[gnu::visibility("default")]] linter::repository::Git* galley_open_git_3(
    const std::string& top, std::string& error) {
  return linter::repository::open(top, error);
}
