// What a document's styles and lists say of its text.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "linter/base/result.h"

namespace linter::word {

enum class Role : std::uint8_t { body, heading, title, caption, quote, code };

// What a style says, with the styles that it is based on.
struct Style {
  Role role = Role::body;
  std::uint8_t level = 0;  // of a heading, 1 to 6
  std::uint32_t list = 0;  // number of a list; 0: none
  std::uint8_t list_level = 0;
  std::string language;  // empty: not said
  bool emphasised = false;
  bool strong = false;
  bool hidden = false;
  bool raised = false;       // superscript
  bool not_spelled = false;  // spelling is not to be checked
};

inline constexpr std::size_t list_levels = 9;

class Styles {
 public:
  // The style of that id; one that says nothing where there is none.
  [[nodiscard]] const Style& named(std::string_view id) const;
  [[nodiscard]] const Style& paragraphs() const { return named(default_paragraph); }
  // Whether items of a list are numbered.
  [[nodiscard]] bool is_ordered(std::uint32_t list, std::uint8_t level) const;

  std::map<std::string, Style, std::less<>> styles;
  std::map<std::uint32_t, std::array<bool, list_levels>> lists;
  std::string default_paragraph;  // the id of the paragraphs' style that name none
  std::string language;           // of text that says none
};

// Adds what the part with the styles says (`file` is named in errors). A style that is based on
// itself ends there.
[[nodiscard]] base::Result<void> read_styles(std::string_view part, const std::string& file,
                                             Styles& styles);
// Adds what the part with the lists says.
[[nodiscard]] base::Result<void> read_lists(std::string_view part, const std::string& file,
                                            Styles& styles);

// Whether a property such as <w:b/> is on: its value, where it has one, is none of 0, false, off.
[[nodiscard]] bool is_on(std::string_view value);
// A number; 0 for what is none.
[[nodiscard]] std::uint32_t number_of(std::string_view text);
// Of a heading by its outline level, which counts from 0; 0 for body text, which has 9.
[[nodiscard]] std::uint8_t heading_level(std::string_view outline);

}  // namespace linter::word
