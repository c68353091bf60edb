#include "linter/repository/git_handles.h"

#include <array>
#include <utility>

namespace linter::repository {

std::string last_message() {
  const git_error* last = git_error_last();
  return last != nullptr && last->message != nullptr ? last->message : "unknown reason";
}

std::unexpected<base::Error> failed(std::string message) {
  return base::fail(base::ErrorCode::repository, std::move(message));
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

}  // namespace linter::repository
