// Reads the text of a table row by row.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/result.h"
#include "linter/base/split.h"

namespace linter::checks::spelling {

// What a table's builder says of lines that it does not take, and of a table that lacks something.
struct RowFaults {
  std::string_view no_row;
  std::string_view no_table;
};

// Gives each line that is neither empty nor a comment to a builder's take(), then asks for what
// finish() made of them; bad_value with its line for each line that is no row.
template <class Table, class Builder>
[[nodiscard]] base::Loaded<Table> table_of_rows(std::string_view text, std::string_view file,
                                                const RowFaults& faults) {
  base::Loaded<Table> loaded;
  Builder builder;
  std::uint32_t number = 0;
  const auto refuse = [&](std::string_view why) {
    loaded.errors.push_back(
        {base::ErrorCode::bad_value, std::string(why), std::string(file), number, 1});
  };
  for (const std::string_view line : base::split(text, '\n')) {
    ++number;
    if (line.empty() || line.starts_with('#') || builder.take(line)) continue;
    refuse(faults.no_row);
  }
  if constexpr (std::same_as<decltype(builder.finish()), Table>) {
    loaded.value = builder.finish();
  } else if (auto table = builder.finish()) {
    loaded.value = *std::move(table);
  } else {
    refuse(faults.no_table);
  }
  return loaded;
}

}  // namespace linter::checks::spelling
