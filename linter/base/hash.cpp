#include "linter/base/hash.h"

#include <array>
#include <xxhash.h>
// clang does not read this header as C++
#if defined(__x86_64__) && !defined(__clang__) && __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#endif

#include "linter/base/hash_wide.h"

namespace linter::base {
namespace {

void append_hex(std::string& out, std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4)
    out += digits[(value >> static_cast<unsigned>(shift)) & 0xFU];
}

}  // namespace

// The C library has asked the processor already: to ask again takes a way to the machine's host and
// back, where the machine is a virtual one.
bool has_wide_registers() {
#if defined(__x86_64__) && defined(CPU_FEATURE_ACTIVE)
  static const bool has = CPU_FEATURE_ACTIVE(AVX2);
  return has;
#elif defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

std::uint64_t hash64(std::string_view bytes) {
  constexpr std::size_t many = 4096;
  if (bytes.size() >= many && has_wide_registers()) return wide_hash64(bytes.data(), bytes.size());
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
