// Articles made up for measuring: any amount of text, the same for the same numbers everywhere.
//
// Sentences are built from patterns and word lists of our own, mixed with words of Debian's
// American dictionary (the package hunspell-en-us must be there) and a name that no dictionary
// knows; headings, lists, tables, links, emphasis and code stand around them about as often as on
// the pages they imitate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace bench {

enum class Style : std::uint8_t {
  documentation,  // pages of a manual: code, links, few claims
  clinic,         // pages of a clinic: nearly each sentence says something of a treatment
};

// A Markdown article of at least `bytes` bytes (and one block at most beyond). Throws
// std::system_error without the dictionary.
[[nodiscard]] std::string make_article(Style style, std::uint64_t seed, std::size_t bytes);

// Fills `folder` with articles of about 12 kB each, `bytes` bytes in all; returns how many bytes
// they have. Throws std::system_error when they cannot be written.
std::uint64_t make_corpus(Style style, const std::string& folder, std::uint64_t bytes);

}  // namespace bench
