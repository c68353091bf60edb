// XXH3 digests, the same on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linter::base {

[[nodiscard]] std::uint64_t hash64(std::string_view bytes);

// The XXH3-128 digest of `bytes` as 32 lower-case hexadecimal digits.
[[nodiscard]] std::string hex_digest(std::string_view bytes);

}  // namespace linter::base
