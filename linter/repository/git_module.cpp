// The module itself: libgit2 behind Git. Not part of the program; loaded on first need.
#include "linter/repository/git_module.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <git2.h>
#include <mutex>
#include <new>
#include <optional>
#include <sys/stat.h>
#include <type_traits>
#include <utility>

namespace linter::repository {
namespace {

using base::ErrorCode;
using base::Result;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freed<Free>>;

using Repository = Owned<git_repository, git_repository_free>;
using Object = Owned<git_object, git_object_free>;
using Commit = Owned<git_commit, git_commit_free>;
using Tree = Owned<git_tree, git_tree_free>;
using IndexFile = Owned<git_index, git_index_free>;
using Diff = Owned<git_diff, git_diff_free>;
using Blob = Owned<git_blob, git_blob_free>;
using Odb = Owned<git_odb, git_odb_free>;
using Blame = Owned<git_blame, git_blame_free>;
using Reference = Owned<git_reference, git_reference_free>;

constexpr unsigned default_file_mode = 0100644;
constexpr unsigned executable_mode = 0100755;
constexpr unsigned link_mode = 0120000;
constexpr unsigned submodule_mode = 0160000;
constexpr std::int64_t nanoseconds = 1'000'000'000;

std::string last_message() {
  const git_error* last = git_error_last();
  return last != nullptr && last->message != nullptr ? last->message : "unknown reason";
}

std::unexpected<base::Error> failed(std::string message) {
  return base::fail(ErrorCode::repository, std::move(message));
}

std::string hex(const git_oid& id) {
  std::array<char, GIT_OID_HEXSZ + 1> text{};
  git_oid_tostr(text.data(), text.size(), &id);
  return text.data();
}

std::optional<git_oid> oid_of(const std::string& text) {
  git_oid id;
  if (git_oid_fromstr(&id, text.c_str()) != 0) return std::nullopt;
  return id;
}

bool is_file(unsigned mode) {
  return mode == default_file_mode || mode == executable_mode || mode == 0100664;
}

EntryKind kind_of(unsigned mode) {
  if (mode == link_mode) return EntryKind::link;
  return mode == submodule_mode ? EntryKind::submodule : EntryKind::file;
}

std::string iso_date(const git_time& time) {
  const auto seconds = static_cast<std::time_t>(time.time + git_time_t{time.offset} * 60);
  std::tm parts{};
  if (::gmtime_r(&seconds, &parts) == nullptr) return {};
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return text.data();
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
  std::vector<Hunk> hunks(std::string_view before, std::string_view after) override;
  Result<std::vector<Authorship>> blame(const std::string& path, std::string_view bytes,
                                        std::span<const std::uint32_t> lines) override;

 private:
  [[nodiscard]] bool is_shallow() const {
    return git_repository_is_shallow(repository_.get()) == 1;
  }
  // What brings objects that a partial clone left out.
  [[nodiscard]] std::string what_fetches() const {
    return "in a partial clone run git diff --stat " + (base_.empty() ? "REVISION" : base_) +
           " first, which fetches what is missing; else run git fsck";
  }
  [[nodiscard]] std::string not_found(const std::string& revision) const;
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

// What brings a revision here, and what it is called then.
struct Advice {
  std::string command;
  std::string name;  // empty: as it was called
  std::string more{};
};

Advice branch_of(const std::string& remote, const std::string& branch) {
  return {"git fetch " + remote + " '+refs/heads/" + branch + ":refs/remotes/" + remote + '/' +
              branch + "'",
          remote + '/' + branch};
}

Advice tag_of(const std::string& tag) {
  return {"git fetch origin tag " + tag, {}};
}

// "v1.2", "2.0.1": such a name is more often a tag's than a branch's.
bool is_version(std::string_view name) {
  if (name.starts_with('v')) name.remove_prefix(1);
  return !name.empty() && name.find('.') != std::string_view::npos && name.front() >= '0' &&
         name.front() <= '9';
}

// The remotes of the repository, longest name first.
std::vector<std::string> remotes_of(git_repository* repository) {
  git_strarray names{};
  std::vector<std::string> remotes;
  if (git_remote_list(&names, repository) != 0) return remotes;
  for (std::size_t i = 0; i < names.count; ++i) remotes.emplace_back(names.strings[i]);
  git_strarray_dispose(&names);
  std::ranges::stable_sort(remotes, std::ranges::greater(), &std::string::size);
  return remotes;
}

Advice advice_for(const std::string& revision, git_repository* repository) {
  constexpr std::size_t shortest_hash = 7;
  const bool is_hash = revision.size() >= shortest_hash &&
                       revision.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (is_hash && revision.size() >= GIT_OID_HEXSZ) return {"git fetch origin " + revision, {}};
  const bool is_plain = revision.find_first_of("@^~:*?[\\ '\"$`") == std::string::npos;
  if (is_hash || !is_plain) return {"git fetch origin", {}};
  const std::string_view heads = "refs/heads/";
  const std::string_view tags = "refs/tags/";
  const std::string_view tracked = "refs/remotes/";
  if (revision.starts_with(heads)) return branch_of("origin", revision.substr(heads.size()));
  if (revision.starts_with(tags)) return tag_of(revision.substr(tags.size()));
  const std::string name =
      revision.starts_with(tracked) ? revision.substr(tracked.size()) : revision;
  if (name.starts_with("refs/")) return {"git fetch origin '+" + name + ':' + name + "'", {}};
  for (const std::string& remote : remotes_of(repository)) {
    if (name.starts_with(remote + '/')) return branch_of(remote, name.substr(remote.size() + 1));
  }
  if (name.starts_with("origin/")) return branch_of("origin", name.substr(7));
  if (is_version(name)) return tag_of(name);
  Advice advice = branch_of("origin", name);
  if (name.find('/') == std::string::npos)
    advice.more = ", or where it is a tag run " + tag_of(name).command;
  return advice;
}

// What no fetch brings; empty for all others.
std::string odd(const std::string& revision) {
  if (revision.find("..") != std::string::npos)
    return ": name one revision, not a range; what HEAD has in common with it is found";
  if (revision.starts_with('-'))
    return ": no revision begins with '-'; an option's value may be missing before it";
  if (revision.size() >= GIT_OID_HEXSZ && revision.find_first_not_of('0') == std::string::npos) {
    return ": so many zeros stand for a branch that is new, with nothing before it; name the "
           "branch "
           "that it came from, as in --changed-since origin/main";
  }
  if (revision == "FETCH_HEAD")
    return ": it is what git fetch brought last; run git fetch origin main, or name a branch";
  return {};
}

// Why a revision cannot be found, and what to run.
std::string LibGit::not_found(const std::string& revision) const {
  const std::string seen = "there is no commit '" + revision + "' here";
  if (const std::string why = odd(revision); !why.empty()) return seen + why;
  if (revision.find("@{") != std::string::npos &&
      git_repository_head_detached(repository_.get()) == 1) {
    return seen +
           ", since HEAD is detached and follows no branch: name one, as in "
           "--changed-since origin/main";
  }
  const Advice advice = advice_for(revision, repository_.get());
  const bool renamed = !advice.name.empty() && advice.name != revision;
  const std::string name =
      (renamed ? " and name it '" + advice.name + "'" : std::string()) + advice.more;
  if (is_shallow()) {
    const bool says_more = advice.command != "git fetch origin";
    return seen + ", and this clone is shallow: run git fetch --unshallow" +
           (says_more ? ", then " + advice.command + name : std::string()) +
           " (with actions/checkout: fetch-depth: 0)";
  }
  return seen + ": check how it is spelt, or run " + advice.command + name;
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
    return failed(not_found(revision));
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

std::vector<Hunk> LibGit::hunks(std::string_view before, std::string_view after) {
  std::vector<Hunk> found;
  git_diff_options options{};
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.context_lines = 0;
  options.interhunk_lines = 0;
  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_IGNORE_WHITESPACE_EOL;
  const auto add = [](const git_diff_delta*, const git_diff_hunk* hunk, void* into) -> int {
    const auto number = [](int value) { return static_cast<std::uint32_t>(std::max(value, 0)); };
    // git names the line before a side without lines
    static_cast<std::vector<Hunk>*>(into)->push_back(
        {.old_begin = number(hunk->old_start) + (hunk->old_lines == 0 ? 1U : 0U),
         .old_count = number(hunk->old_lines),
         .new_begin = number(hunk->new_start) + (hunk->new_lines == 0 ? 1U : 0U),
         .new_count = number(hunk->new_lines)});
    return 0;
  };
  if (git_diff_buffers(before.data(), before.size(), nullptr, after.data(), after.size(), nullptr,
                       &options, nullptr, nullptr, add, nullptr, &found) != 0) {
    return {
        {.old_begin = 1, .old_count = UINT32_MAX / 2, .new_begin = 1, .new_count = UINT32_MAX / 2}};
  }
  return found;
}

Result<std::vector<Authorship>> LibGit::blame(const std::string& path, std::string_view bytes,
                                              std::span<const std::uint32_t> lines) {
  std::vector<Authorship> authors(lines.size());
  git_blame_options options{};
  git_blame_options_init(&options, GIT_BLAME_OPTIONS_VERSION);
  git_blame* found = nullptr;
  const int code = git_blame_file(&found, repository_.get(), path.c_str(), &options);
  if (code == GIT_ENOTFOUND) return authors;  // it is not committed
  if (code != 0) return failed("the history of the file cannot be read (" + last_message() + ")");
  const Blame committed(found);
  git_blame* now = nullptr;
  if (git_blame_buffer(&now, committed.get(), bytes.data(), bytes.size()) != 0)
    return failed("the history of the file cannot be read (" + last_message() + ")");
  const Blame current(now);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const git_blame_hunk* hunk = git_blame_get_hunk_byline(current.get(), lines[i]);
    if (hunk == nullptr || git_oid_is_zero(&hunk->final_commit_id) != 0) continue;
    git_commit* commit = nullptr;
    if (git_commit_lookup(&commit, repository_.get(), &hunk->final_commit_id) != 0) continue;
    const Commit owned(commit);
    const git_signature* author = git_commit_author(commit);
    if (author == nullptr) continue;
    authors[i].author = author->name != nullptr ? author->name : "";
    authors[i].date = iso_date(author->when);
  }
  return authors;
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
