#include "linter/repository/git_advice.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

namespace linter::repository {
namespace {

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

}  // namespace

std::string advice_on_missing(const std::string& revision, git_repository* repository) {
  const std::string seen = "there is no commit '" + revision + "' here";
  if (const std::string why = odd(revision); !why.empty()) return seen + why;
  if (revision.find("@{") != std::string::npos && git_repository_head_detached(repository) == 1) {
    return seen +
           ", since HEAD is detached and follows no branch: name one, as in "
           "--changed-since origin/main";
  }
  const Advice advice = advice_for(revision, repository);
  const bool renamed = !advice.name.empty() && advice.name != revision;
  const std::string name =
      (renamed ? " and name it '" + advice.name + "'" : std::string()) + advice.more;
  if (git_repository_is_shallow(repository) == 1) {
    const bool says_more = advice.command != "git fetch origin";
    return seen + ", and this clone is shallow: run git fetch --unshallow" +
           (says_more ? ", then " + advice.command + name : std::string()) +
           " (with actions/checkout: fetch-depth: 0)";
  }
  return seen + ": check how it is spelt, or run " + advice.command + name;
}

}  // namespace linter::repository
