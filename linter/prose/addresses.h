// Recognises one word of running text as an address, a file name or another machine's word.
#pragma once

#include <string_view>

namespace linter::prose {

// Whether `word` (no spaces, without the punctuation around it) is a domain, an e-mail address, a
// handle, a hashtag, a file name, a path, a placeholder, an emoji shortcode, a hex colour or a
// hash. URLs with a scheme are the caller's matter. Linear in the word.
[[nodiscard]] bool is_machine_word(std::string_view word);

}  // namespace linter::prose
