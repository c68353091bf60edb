// A YAML text as flat nodes, made from yaml-cpp's events: the step before values; see yaml.h for
// the language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/base/yaml.h"

namespace linter::base::yaml {

inline constexpr std::size_t deepest = 100;
inline constexpr Position start_of_text{1, 1, 0};

// A collection is followed by its content, up to `end`; a mapping's content is key,
// value, key, value.
struct Node {
  Kind kind = Kind::null;
  bool quoted = false;
  bool is_alias = false;
  Position position;
  std::size_t end = 0;     // index of the node behind this one and its content; 0 while it is open
  std::size_t target = 0;  // of an alias
  std::string text;
};

[[nodiscard]] inline std::unexpected<Error> fail_at(ErrorCode code, std::string message,
                                                    const Position& at) {
  return fail(code, std::move(message), {}, at.line, at.column);
}

// The nodes of the single document in `text`, which is UTF-8 without control characters; none when
// it is empty. Aliases point back, never to what holds them. Errors name no file.
[[nodiscard]] Result<std::vector<Node>> nodes_of(std::string_view text);

}  // namespace linter::base::yaml
