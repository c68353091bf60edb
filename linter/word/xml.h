// The XML of a document's parts, as it comes, with the bytes where each thing stands. Expat is
// known here alone: it tells those bytes, which is what a change that leaves all others alone
// needs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/base/result.h"
#include "linter/base/span.h"

namespace linter::word {

using base::Span;

inline constexpr std::uint32_t max_xml_nesting = 2000;  // limit `max_xml_nesting`: elements

// Whose an element or attribute is; the transitional and the strict namespaces are one.
enum class Vocabulary : std::uint8_t {
  none,  // attributes without a prefix
  word,
  math,
  drawing,        // wp:, what is placed in the text
  shape,          // wps:
  markup,         // mc:, alternatives
  vector,         // v:, the older drawings
  relationships,  // r:
  other,
};

struct XmlName {
  Vocabulary vocabulary = Vocabulary::other;
  std::string_view local;
  [[nodiscard]] bool is(Vocabulary its, std::string_view name) const {
    return vocabulary == its && local == name;
  }
};

// The attributes of an element, while its start is told.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  // Empty where there is none.
  [[nodiscard]] std::string_view get(Vocabulary vocabulary, std::string_view local) const;
  [[nodiscard]] bool has(Vocabulary vocabulary, std::string_view local) const;

 private:
  const char* const* pairs_;
};

// Told what a part holds. `bytes` are spans of the part; an end tag of <a/> is empty.
class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void start(XmlName name, const XmlAttributes& attributes, Span bytes) = 0;
  virtual void end(XmlName name, Span bytes) = 0;
  // A piece of text, decoded; `bytes` are those it is written with.
  virtual void text(std::string_view text, Span bytes) = 0;
};

// Reads a part to its end. unreadable_file, naming `file`, where it is not well-formed or has a
// document type (nothing outside is ever looked at); nesting_too_deep. Linear.
[[nodiscard]] base::Result<void> read_xml(std::string_view part, std::string_view name,
                                          const std::string& file, XmlListener& listener);

// The prefix that a part of UTF-8 names the elements of Word with ("w"); nothing where it has none.
[[nodiscard]] std::optional<std::string> word_prefix(std::string_view part);

// The part with a declaration of the prefix "w" in its outermost element, where that has another
// for the same; nothing where "w" stands for something else, or nothing for Word.
[[nodiscard]] std::optional<std::string> with_usual_prefix(std::string part);

// The part with `piece` at the end of what its outermost element holds; `name` is that element's.
// The elements of `piece` begin with "<@", in the place of which the element's prefix comes.
// Nothing where the part does not end with that element.
[[nodiscard]] std::optional<std::string> with_last(std::string_view part, std::string_view name,
                                                   std::string_view piece);

// Text for between tags and inside quotes. Characters that XML has no place for become U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace linter::word
