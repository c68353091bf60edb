// A project's word list, with words put in.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace linter::fixes {

// The list with `words` added: the comments at its top stay there, entries are sorted bytewise,
// each once, an entry that is there keeps the reason that it has. `reason`, when there is one, stands
// as a comment behind each word that has none.
[[nodiscard]] std::string with_words(std::string_view list, std::span<const std::string> words,
                                     std::string_view reason);

}  // namespace linter::fixes
