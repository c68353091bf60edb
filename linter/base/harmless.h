// Text from articles, paths and packs, made safe to print.
//
// A terminal obeys control characters, a reader is misled by characters that turn the direction of
// text, and the logs of some build services obey lines of their own. None of that may come from an
// article. Pure functions, thread-safe; text that is safe already is copied unchanged.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace linter::base {

// Controls (C0, DEL, C1), line and paragraph separators, and what changes the direction of text.
[[nodiscard]] bool is_unsafe(char32_t value);

// One line of text for people: C0 controls become their pictures ("␛"), other unsafe characters
// their names ("<U+202E>"), ill-formed bytes U+FFFD. A log command ("##vso[", "##[") is broken by a
// zero-width space.
[[nodiscard]] std::string harmless(std::string_view text);

// As harmless(), with tabs and line ends written as spaces: for messages.
[[nodiscard]] std::string harmless_sentence(std::string_view text);

// As harmless(), line by line: for pages of text.
[[nodiscard]] std::string harmless_page(std::string_view text);

// As harmless(), and "./" before a path that a log would take for a command (GitHub's "::").
[[nodiscard]] std::string harmless_path(std::string_view path);

// Whether a build service would take what begins at `at` for one of its commands.
[[nodiscard]] bool begins_log_command(std::string_view text, std::size_t at);

}  // namespace linter::base
