#include "linter/checks/policy/alternatives.h"

#include <algorithm>
#include <utility>

namespace linter::checks::policy {
namespace {

// A group that has not ended: where its alternatives begin, and where the one that is being read.
struct Open {
  std::size_t group = 0;
  std::size_t begin = 0;
  std::vector<Alternative> read{};
};

// Where the first alternative of a group begins that opens at `at`, which has a "(".
std::size_t behind_opening(std::string_view expression, std::size_t at) {
  ++at;
  if (at >= expression.size() || expression[at] != '?') return at;
  const std::string_view rest = expression.substr(at + 1);
  for (const std::string_view sign : {"<=", "<!", ":", "=", "!", ">", "|"}) {
    if (rest.starts_with(sign)) return at + 1 + sign.size();
  }
  const std::size_t end = rest.find_first_of(rest.starts_with('<') ? ">" : ":)");
  return end == std::string_view::npos || rest[end] == ')' ? at : at + 1 + end + 1;
}

// Where a set ends that opens at `at`: at its "]".
std::size_t end_of_set(std::string_view expression, std::size_t at) {
  ++at;
  if (at < expression.size() && expression[at] == '^') ++at;
  for (std::size_t first = at; at < expression.size(); ++at) {
    if (expression[at] == '\\') {
      ++at;
    } else if (expression.substr(at).starts_with("[:")) {
      at = std::min(expression.find(":]", at), expression.size() - 2) + 1;
    } else if (expression[at] == ']' && at > first) {
      break;
    }
  }
  return at;
}

void close(Open open, std::size_t end, std::vector<Alternative>& found) {
  open.read.push_back({open.begin, end, open.group});
  if (open.read.size() < 2) return;
  for (Alternative& one : open.read) {
    one.of = open.read.size();
    found.push_back(one);
  }
}

// Calls `opened` with where a group and its first alternative begin, `closed` with where one ends,
// and `divided` at each "|" of the group that is open.
template <class Opened, class Divided, class Closed>
void walk(std::string_view expression, const Opened& opened, const Divided& divided,
          const Closed& closed) {
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const char c = expression[at];
    if (c == '\\') {
      ++at;
    } else if (c == '[') {
      at = end_of_set(expression, at);
    } else if (c == '(') {
      const std::size_t begin = behind_opening(expression, at);
      opened(at, begin);
      at = begin - 1;
    } else if (c == ')') {
      closed(at);
    } else if (c == '|') {
      divided(at);
    }
  }
}

}  // namespace

std::vector<Alternative> alternatives_of(std::string_view expression) {
  std::vector<Alternative> found;
  std::vector<Open> groups(1);
  const auto opened = [&](std::size_t, std::size_t begin) { groups.push_back({begin, begin}); };
  const auto divided = [&](std::size_t at) {
    groups.back().read.push_back({groups.back().begin, at, groups.back().group});
    groups.back().begin = at + 1;
  };
  const auto closed = [&](std::size_t at) {
    if (groups.size() == 1) return;
    close(std::move(groups.back()), at, found);
    groups.pop_back();
  };
  walk(expression, opened, divided, closed);
  if (groups.size() == 1) close(std::move(groups.front()), expression.size(), found);
  return found;
}

std::vector<base::Span> refusals_of(std::string_view expression) {
  std::vector<base::Span> found;
  std::vector<std::size_t> groups;
  const auto opened = [&](std::size_t at, std::size_t) { groups.push_back(at); };
  const auto divided = [](std::size_t) {};
  const auto closed = [&](std::size_t at) {
    if (groups.empty()) return;
    const std::string_view group = expression.substr(groups.back());
    if (group.starts_with("(?!") || group.starts_with("(?<!"))
      found.push_back(
          {static_cast<std::uint32_t>(groups.back()), static_cast<std::uint32_t>(at + 1)});
    groups.pop_back();
  };
  walk(expression, opened, divided, closed);
  return found;
}

std::string without(std::string_view expression, const Alternative& alternative) {
  std::string rest(expression);
  const bool is_first = alternative.begin == alternative.group;
  const std::size_t begin = is_first ? alternative.begin : alternative.begin - 1;
  rest.erase(begin, alternative.end + (is_first ? 1 : 0) - begin);
  return rest;
}

}  // namespace linter::checks::policy
