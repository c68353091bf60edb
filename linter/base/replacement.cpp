#include "linter/base/replacement.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "linter/base/utf8.h"

namespace linter::base {
namespace {

enum class Case : std::uint8_t { as_is, upper, lower };

// Appends text with the case that \U, \L, \u and \l asked for.
class Writer {
 public:
  void set_run(Case run) { run_ = run; }
  void set_next(Case next) { next_ = next; }

  void append(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      const Case wanted = next_ != Case::as_is ? next_ : run_;
      next_ = Case::as_is;
      if (wanted == Case::as_is) {
        out_.append(text, at, point.length);
      } else {
        append_utf8(out_, wanted == Case::upper ? to_upper(point.value) : to_lower(point.value));
      }
      at += point.length;
    }
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
  Case run_ = Case::as_is;
  Case next_ = Case::as_is;
};

// Takes the character behind a backslash; returns how many bytes of `rest` it used.
std::size_t write_escape(std::string_view rest, Writer& writer) {
  switch (rest.front()) {
    case 'u':
      writer.set_next(Case::upper);
      return 1;
    case 'l':
      writer.set_next(Case::lower);
      return 1;
    case 'U':
      writer.set_run(Case::upper);
      return 1;
    case 'L':
      writer.set_run(Case::lower);
      return 1;
    case 'E':
      writer.set_run(Case::as_is);
      return 1;
    case 'n':
      writer.append("\n");
      return 1;
    case 't':
      writer.append("\t");
      return 1;
    default: {
      const std::size_t length = decode(rest, 0).length;
      writer.append(rest.substr(0, length));
      return length;
    }
  }
}

}  // namespace

std::string expand_replacement(std::string_view format,
                               const std::function<std::string_view(std::string_view)>& text_of) {
  Writer writer;
  // Takes what stands behind a '$'; returns how many bytes of `rest` it used.
  const auto write_group = [&](std::string_view rest) -> std::size_t {
    const char c = rest.empty() ? ' ' : rest.front();
    if (c == '$') {
      writer.append("$");
      return 1;
    }
    if (c == '&' || (c >= '0' && c <= '9')) {
      writer.append(text_of(c == '&' ? "0" : rest.substr(0, 1)));
      return 1;
    }
    const std::size_t close = rest.find('}');
    if (c != '{' || close == std::string_view::npos) {
      writer.append("$");
      return 0;
    }
    writer.append(text_of(rest.substr(1, close - 1)));
    return close + 1;
  };
  while (!format.empty()) {
    const std::size_t special = std::min(format.find_first_of("$\\"), format.size());
    writer.append(format.substr(0, special));
    format.remove_prefix(special);
    if (format.empty()) break;
    const bool group = format.front() == '$';
    format.remove_prefix(1);
    if (group) {
      format.remove_prefix(write_group(format));
    } else if (format.empty()) {
      writer.append("\\");
    } else {
      format.remove_prefix(write_escape(format, writer));
    }
  }
  return writer.take();
}

}  // namespace linter::base
