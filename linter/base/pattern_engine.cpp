#include "linter/base/pattern_engine.h"

#include <algorithm>
#include <array>
#include <utf8proc.h>

namespace linter::base::pattern_engine {
namespace {

enum Class : std::uint16_t {
  letter = 1U << 0U,
  upper = 1U << 1U,
  lower = 1U << 2U,
  mark = 1U << 3U,
  digit = 1U << 4U,
  other_number = 1U << 5U,
  punctuation = 1U << 6U,
  symbol = 1U << 7U,
  separator = 1U << 8U,
  space = 1U << 9U,
  blank = 1U << 10U,
  vertical = 1U << 11U,
  control = 1U << 12U,
  hexadecimal = 1U << 13U,
  underscore = 1U << 14U,
  beyond_latin1 = 1U << 15U,
};
constexpr std::uint32_t number = digit | other_number;
constexpr std::uint32_t word = letter | mark | number | underscore;
constexpr std::uint32_t visible = letter | mark | number | punctuation | symbol;

struct ClassName {
  std::u32string_view name;
  std::uint32_t classes;
};
constexpr auto class_names = std::to_array<ClassName>({
    {U"D", digit},  // for \\D Boost asks for D, and takes what is not in it; so with \\S and \\W
    {U"L", letter},
    {U"Lu", upper},
    {U"Ll", lower},
    {U"M", mark},
    {U"N", number},
    {U"Nd", digit},
    {U"P", punctuation},
    {U"S", space},
    {U"W", word},
    {U"Y", symbol},  // as symbols_renamed() has it
    {U"Z", separator},
    {U"alnum", letter | number},
    {U"alpha", letter},
    {U"blank", blank},
    {U"cntrl", control},
    {U"d", digit},
    {U"digit", digit},
    {U"graph", visible},
    {U"h", blank},
    {U"l", lower},
    {U"lower", lower},
    {U"print", visible | separator},
    {U"punct", punctuation | symbol},
    {U"s", space},
    {U"space", space},
    {U"u", upper},
    {U"unicode", beyond_latin1},
    {U"upper", upper},
    {U"v", vertical},
    {U"w", word},
    {U"word", word},
    {U"xdigit", hexadecimal},
});

std::uint32_t category_class(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT) return letter | upper;
  if (category == UTF8PROC_CATEGORY_LL) return letter | lower;
  if (category <= UTF8PROC_CATEGORY_CN) return 0;
  if (category <= UTF8PROC_CATEGORY_LO) return letter;
  if (category <= UTF8PROC_CATEGORY_ME) return mark;
  if (category == UTF8PROC_CATEGORY_ND) return digit;
  if (category <= UTF8PROC_CATEGORY_NO) return other_number;
  if (category <= UTF8PROC_CATEGORY_PO) return punctuation;
  if (category <= UTF8PROC_CATEGORY_SO) return symbol;
  if (category <= UTF8PROC_CATEGORY_ZP) return separator;
  if (category == UTF8PROC_CATEGORY_CC) return control;
  return 0;
}

std::uint32_t all_classes(char32_t c) {
  std::uint32_t classes = category_class(c);
  const bool is_vertical = (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
  if (is_vertical) classes |= vertical;
  if (is_space(c)) classes |= is_vertical ? space : space | blank;
  if (c == U'_') classes |= underscore;
  if (c > 0xFF) classes |= beyond_latin1;
  const bool is_hexadecimal =
      (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
  return is_hexadecimal ? classes | hexadecimal : classes;
}

char32_t folded(char32_t c) {
  if (c < 0x80) return c;
  if (c == 0x2019 || c == 0x2018 || c == 0x2BC) return U'\'';
  return is_space(c) ? U' ' : c;
}

const Latin1& latin1() {
  static const Latin1 table = [] {
    Latin1 made;
    for (char32_t c = 0; c < made.classes.size(); ++c) {
      made.classes[c] = all_classes(c);
      made.lower[c] = to_lower(folded(c));
    }
    return made;
  }();
  return table;
}

}  // namespace

Traits::Traits() : latin1_(&latin1()) {}

std::u32string symbols_renamed(std::u32string expression) {
  for (std::size_t at = 0; at + 2 < expression.size(); ++at) {
    if (expression[at] != U'\\') continue;
    const bool is_property = to_lower(expression[++at]) == U'p';
    const std::size_t name = at + (expression[at + 1] == U'{' ? 2 : 1);
    const bool is_whole =
        name == at + 1 || (name + 1 < expression.size() && expression[name + 1] == U'}');
    if (is_property && is_whole && name < expression.size() && expression[name] == U'S')
      expression[name] = U'Y';
  }
  return expression;
}

Traits::char_type Traits::lower_of(char_type c) {
  return to_lower(folded(c));
}

Traits::char_class_type Traits::classes_of(char_type c) {
  return all_classes(c);
}

Traits::char_class_type Traits::lookup_classname(const char_type* begin,
                                                 const char_type* end) const {
  const std::u32string_view name(begin, static_cast<std::size_t>(end - begin));
  const auto found = std::ranges::find(class_names, name, &ClassName::name);
  return found == class_names.end() ? 0 : found->classes;
}

Traits::string_type Traits::lookup_collatename(const char_type* begin, const char_type* end) const {
  if (end - begin == 1) return {begin, end};
  std::string name;
  std::for_each(begin, end, [&](char_type c) { name += c < 0x80 ? static_cast<char>(c) : '?'; });
  const std::string found = boost::BOOST_REGEX_DETAIL_NS::lookup_default_collate_name(name);
  return {found.begin(), found.end()};
}

Traits::string_type Traits::transform_primary(const char_type* begin, const char_type* end) const {
  string_type key(begin, end);
  for (char_type& c : key) c = translate_nocase(c);
  return key;
}

boost::regex_constants::syntax_type Traits::syntax_type(char_type c) const {
  if (c == 0 || c >= 0x7F) return boost::regex_constants::syntax_char;
  return boost::BOOST_REGEX_DETAIL_NS::get_default_syntax_type(static_cast<char>(c));
}

boost::regex_constants::escape_syntax_type Traits::escape_syntax_type(char_type c) const {
  if (c == 0 || c >= 0x7F) return boost::regex_constants::escape_type_identity;
  return boost::BOOST_REGEX_DETAIL_NS::get_default_escape_syntax_type(static_cast<char>(c));
}

boost::intmax_t Traits::toi(const char_type*& begin, const char_type* end, int radix) const {
  return boost::BOOST_REGEX_DETAIL_NS::global_toi(begin, end, radix, *this);
}

int Traits::value(char_type c, int radix) const {
  int digit = -1;
  if (c >= U'0' && c <= U'9') digit = static_cast<int>(c - U'0');
  if (c >= U'a' && c <= U'f') digit = static_cast<int>(c - U'a') + 10;
  if (c >= U'A' && c <= U'F') digit = static_cast<int>(c - U'A') + 10;
  return digit < radix ? digit : -1;
}

std::string Traits::error_string(boost::regex_constants::error_type code) const {
  return boost::BOOST_REGEX_DETAIL_NS::get_default_error_string(code);
}

Traits::char_type Traits::translate(char_type c) const {
  return folded(c);
}

}  // namespace linter::base::pattern_engine
