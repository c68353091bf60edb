// Owners of libgit2's objects, and its ids and errors in galley's types. For the git module alone.
//
// Functions are safe to call from any thread; an error's words are those of the calling thread's
// last failure.
#pragma once

#include <expected>
#include <git2.h>
#include <memory>
#include <optional>
#include <string>

#include "linter/base/result.h"

namespace linter::repository {

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

// What libgit2 said of the last failure in this thread.
[[nodiscard]] std::string last_message();
[[nodiscard]] std::unexpected<base::Error> failed(std::string message);
// 40 hexadecimal digits.
[[nodiscard]] std::string hex(const git_oid& id);
// Nothing where `text` is no such digits.
[[nodiscard]] std::optional<git_oid> oid_of(const std::string& text);

}  // namespace linter::repository
