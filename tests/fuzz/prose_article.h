// What the fuzzers of the article readers share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fuzz {

// Reads the bytes in that format and aborts when the article is not sound, or when CR LF for LF
// makes another view.
void read_article(std::string_view format, const std::uint8_t* data, std::size_t size);

}  // namespace fuzz
