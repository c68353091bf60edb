// XXH3 by the wide registers that most processors of its family have, in some two thirds of the
// time.
#pragma once

#include <cstddef>
#include <cstdint>

namespace linter::base {

// Whether this processor has them, and galley was built for its family.
[[nodiscard]] bool has_wide_registers();

// What hash64() gives. Only where has_wide_registers(); other processors do not know what it does.
[[nodiscard]] std::uint64_t wide_hash64(const char* bytes, std::size_t size);

}  // namespace linter::base
