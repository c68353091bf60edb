// INI files as Vale reads them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linter::vale {

struct IniEntry {
  std::string key;
  std::string value;
  std::uint32_t line = 0;  // 1-based
};

struct IniSection {
  std::string name;  // empty for what stands above the first
  std::uint32_t line = 0;
  std::vector<IniEntry> entries;  // a key may stand there more than once
};

// The first section is the one without a name. Comments begin with # or ; at a line's begin or
// behind a space; a backslash at its end goes on in the next line. Lines without a value are
// entries with an empty one.
[[nodiscard]] std::vector<IniSection> read_ini(std::string_view text);

// "a, b ,c" -> a, b, c; empty ones left out.
[[nodiscard]] std::vector<std::string> comma_list(std::string_view text);

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace linter::vale
