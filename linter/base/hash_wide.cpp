#include "linter/base/hash_wide.h"

#include <xxhash.h>

// Compiled for these registers alone, so nothing that other files may share is instantiated here.
namespace linter::base {

std::uint64_t wide_hash64(const char* bytes, std::size_t size) {
  return XXH3_64bits(bytes, size);
}

}  // namespace linter::base
