// Messages with placeholders, and suggestions in the case of what they replace.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/result.h"

namespace linter::checks::policy {

// What a placeholder stands for in one finding.
using Values = std::vector<std::pair<std::string, std::string>>;

// Stands between alternatives in a value: “{suggestion}” then reads “a” or “and”.
inline constexpr char between_alternatives = '\x1F';

// A message such as "“{match}” promises too much". A brace that opens no {name} stands for itself.
class Message {
 public:
  Message() = default;
  // bad_value (column = 1-based code point in `text`) for a placeholder that is none of `names`,
  // with the nearest one.
  [[nodiscard]] static base::Result<Message> parse(std::string_view text,
                                                   std::span<const std::string_view> names);

  // The text with every placeholder replaced; one that `values` lacks is left out.
  [[nodiscard]] std::string filled(const Values& values) const;

 private:
  struct Part {
    std::string text;
    bool placeholder = false;
  };
  std::vector<Part> parts_;
};

// `text` as it stands in mid-sentence: small where its capitals may be those of a sentence's first
// word, of a heading ("Skin Care") or of shouting ("SKIN CARE", but not "LASIK").
[[nodiscard]] std::string in_mid_sentence(std::string_view text);

// `replacement` in the case of `original`: ALL CAPITALS stay all capitals, a Capital stays a
// capital; a replacement that has capitals of its own stays as it is.
[[nodiscard]] std::string in_case_of(std::string_view original, std::string_view replacement);
// The same of a replacement that was made from a format such as “non-$1”: capitals that it quotes
// from the text are not its own.
[[nodiscard]] std::string in_case_of(std::string_view original, std::string_view replacement,
                                     std::string_view format);

// What a message or report quotes of a view text: masked things and line breaks made visible, at
// most 120 code points.
[[nodiscard]] std::string quotable(std::string_view view_text);

}  // namespace linter::checks::policy
