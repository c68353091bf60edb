// The build that is tested. Test code asks here for what differs from one build to another, so that
// it is the same code in all of them.
#pragma once

#include <string>

namespace tests {

// Where galley was built, and its data.
[[nodiscard]] std::string build_folder();

// Whether a sanitizer watches: all takes many times as long.
[[nodiscard]] bool is_sanitized();

}  // namespace tests
