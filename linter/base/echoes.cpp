#include "linter/base/echoes.h"

#include <xxhash.h>

namespace linter::base {

TextDigest digest_of(std::string_view text) {
  const XXH128_hash_t digest = XXH3_128bits(text.data(), text.size());
  return {digest.low64, digest.high64};
}

}  // namespace linter::base
