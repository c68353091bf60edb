#include "linter/base/hash.h"

#include <array>
#include <xxhash.h>

namespace linter::base {
namespace {

void append_hex(std::string& out, std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4)
    out += digits[(value >> static_cast<unsigned>(shift)) & 0xFU];
}

}  // namespace

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string hex_digest(std::string_view bytes) {
  const XXH128_hash_t digest = XXH3_128bits(bytes.data(), bytes.size());
  std::string out;
  out.reserve(32);
  append_hex(out, digest.high64);
  append_hex(out, digest.low64);
  return out;
}

}  // namespace linter::base
