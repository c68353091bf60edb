// The layout of a word-set file, shared by its writer and its reader.
//
// A Header, then the sections in the order of `Section`, each aligned to 8 bytes. Integers are
// little-endian. The sounds, which only suggestions need, stand last and have a digest of their
// own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/hash.h"

namespace linter::lexicon::word_set_format {

inline constexpr std::array<char, 8> magic{'g', 'a', 'l', 'l', 'e', 'y', 'w', 's'};
inline constexpr std::uint32_t version = 3;
inline constexpr std::uint32_t byte_order = 0x01020304;

enum class Section : std::uint8_t {
  text_offsets,   // u32 × (words + 1), into text
  kinds_of,       // u16 × words, into kinds
  kinds,          // {u32 attributes, u32 parts of speech} × kinds
  exact_words,    // u32 × exacts, ascending
  exact_offsets,  // u32 × (exacts + 1), into text
  pairs,          // {u32 from, u32 to} × pairs, ascending by from; each pair stands both ways
  text,           // bytes
  sound_keys,     // u32 × words with a key, ascending
  sound_words,    // u32 beside each key
};
inline constexpr std::size_t section_count = 9;
inline constexpr std::size_t first_sound = static_cast<std::size_t>(Section::sound_keys);

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint32_t words;
  std::uint32_t reserved;
  std::uint64_t digest;                            // see digest_of()
  std::uint64_t sounds_digest;                     // XXH3-64 of the sounds
  std::array<std::uint32_t, section_count> sizes;  // of the sections, bytes without padding
  std::uint32_t padding;
  std::array<char, 32> inputs;  // digest of what the set was made from
};
static_assert(sizeof(Header) == 8 + 4 * 4 + 2 * 8 + 4 * (section_count + 1) + 32);

// Of the header, but for this digest, and of the sections before the sounds.
[[nodiscard]] inline std::uint64_t digest_of(Header header, std::string_view sections) {
  header.digest = 0;
  return base::hash64({reinterpret_cast<const char*>(&header), sizeof header}) ^
         base::hash64(sections);
}

// Bits of an attribute.
inline constexpr unsigned tier_shift = 0;       // 7 bits
inline constexpr unsigned forms_shift = 7;      // 4 bits
inline constexpr unsigned dialects_shift = 11;  // 7 bits
inline constexpr unsigned offensive_shift = 18;

[[nodiscard]] constexpr std::size_t padded(std::size_t size) {
  return (size + 7U) / 8U * 8U;
}

}  // namespace linter::lexicon::word_set_format
