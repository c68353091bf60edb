#include "linter/word/xml.h"

#include <array>
#include <exception>
#include <expat.h>
#include <fmt/format.h>
#include <limits>
#include <memory>

#include "linter/base/utf8.h"

namespace linter::word {
namespace {

using base::ErrorCode;
using std::string_view;

constexpr char separator = '|';

struct Namespace {
  string_view address;
  Vocabulary vocabulary;
};

constexpr std::array namespaces = {
    Namespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Vocabulary::word},
    Namespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", Vocabulary::word},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", Vocabulary::math},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/math", Vocabulary::math},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
              Vocabulary::drawing},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", Vocabulary::drawing},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
              Vocabulary::shape},
    Namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", Vocabulary::markup},
    Namespace{"urn:schemas-microsoft-com:vml", Vocabulary::vector},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
              Vocabulary::relationships},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/relationships", Vocabulary::relationships},
};

XmlName name_of(string_view name) {
  const std::size_t at = name.rfind(separator);
  if (at == string_view::npos) return {Vocabulary::none, name};
  const string_view address = name.substr(0, at);
  for (const Namespace& known : namespaces) {
    if (known.address == address) return {known.vocabulary, name.substr(at + 1)};
  }
  return {Vocabulary::other, name.substr(at + 1)};
}

enum class Stop : std::uint8_t { none, document_type, nesting, listener };

// What Expat's callbacks work on. No exception may pass through Expat, which is C.
struct Reading {
  XML_Parser parser = nullptr;
  XmlListener* listener = nullptr;
  std::uint32_t depth = 0;
  Stop stop = Stop::none;
  std::exception_ptr failure;

  [[nodiscard]] Span bytes() const {
    const auto begin = static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser));
    return {begin, begin + static_cast<std::uint32_t>(XML_GetCurrentByteCount(parser))};
  }

  void halt(Stop why) {
    if (stop == Stop::none) stop = why;
    XML_StopParser(parser, XML_FALSE);
  }

  template <class Told>
  void tell(Told told) {
    if (stop != Stop::none) return;
    try {
      told(*listener);
    } catch (...) {
      failure = std::current_exception();
      halt(Stop::listener);
    }
  }
};

void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  Reading& reading = *static_cast<Reading*>(data);
  if (++reading.depth > max_xml_nesting) return reading.halt(Stop::nesting);
  reading.tell([&](XmlListener& listener) {
    listener.start(name_of(name), XmlAttributes(attributes), reading.bytes());
  });
}

void on_end(void* data, const XML_Char* name) {
  Reading& reading = *static_cast<Reading*>(data);
  --reading.depth;
  reading.tell([&](XmlListener& listener) { listener.end(name_of(name), reading.bytes()); });
}

void on_text(void* data, const XML_Char* text, int size) {
  Reading& reading = *static_cast<Reading*>(data);
  reading.tell([&](XmlListener& listener) {
    listener.text({text, static_cast<std::size_t>(size)}, reading.bytes());
  });
}

void on_document_type(void* data, const XML_Char* /*name*/, const XML_Char* /*system*/,
                      const XML_Char* /*public_id*/, int /*has_internal_subset*/) {
  static_cast<Reading*>(data)->halt(Stop::document_type);
}

struct Free {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

string_view XmlAttributes::get(Vocabulary vocabulary, string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name_of(pair[0]).is(vocabulary, local)) return pair[1];
  }
  return {};
}

bool XmlAttributes::has(Vocabulary vocabulary, string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name_of(pair[0]).is(vocabulary, local)) return true;
  }
  return false;
}

base::Result<void> read_xml(string_view part, string_view name, const std::string& file,
                            XmlListener& listener) {
  const std::unique_ptr<XML_ParserStruct, Free> parser(XML_ParserCreateNS(nullptr, separator));
  if (parser == nullptr) throw std::bad_alloc();
  Reading reading{.parser = parser.get(), .listener = &listener, .failure = {}};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  const bool fits = part.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  const bool read = fits && XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()),
                                      XML_TRUE) == XML_STATUS_OK;
  if (reading.failure) std::rethrow_exception(reading.failure);
  if (reading.stop == Stop::nesting) {
    return base::fail(ErrorCode::nesting_too_deep,
                      fmt::format("in '{}' elements stand more than {} deep in one another: "
                                  "save the document anew with a word processor",
                                  name, max_xml_nesting),
                      file);
  }
  if (reading.stop == Stop::document_type) {
    return base::fail(ErrorCode::unreadable_file,
                      fmt::format("'{}' in the document has a document type declaration; no word "
                                  "processor writes one, and galley reads nothing that it names",
                                  name),
                      file);
  }
  if (read) return {};
  return base::fail(ErrorCode::unreadable_file,
                    fmt::format("the document is damaged ('{}', byte {}: {}); open it in a word "
                                "processor, let it be repaired, and save it again",
                                name, XML_GetCurrentByteIndex(parser.get()),
                                XML_ErrorString(XML_GetErrorCode(parser.get()))),
                    file);
}

namespace {

// Where the declaration of Word's namespace stands: behind its prefix.
struct Declared {
  std::string prefix;
  std::size_t end = 0;  // behind the declaration
  string_view address;
};

std::optional<Declared> word_declared(string_view part) {
  constexpr std::size_t looked_at = 16384;
  const string_view head = part.substr(0, looked_at);
  for (const Namespace& known : namespaces) {
    if (known.vocabulary != Vocabulary::word) continue;
    for (const char quote : {'"', '\''}) {
      const std::string value = '=' + (quote + std::string(known.address)) + quote;
      const std::size_t at = head.find(value);
      if (at == string_view::npos) continue;
      const std::size_t begin = head.find_last_of(" \t\r\n", at) + 1;  // npos + 1 is 0
      constexpr string_view attribute = "xmlns:";
      const string_view name = head.substr(begin, at - begin);
      if (!name.starts_with(attribute)) continue;
      return Declared{std::string(name.substr(attribute.size())), at + value.size(), known.address};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> word_prefix(string_view part) {
  auto declared = word_declared(part);
  if (!declared) return std::nullopt;
  return std::move(declared->prefix);
}

std::optional<std::string> with_usual_prefix(std::string part) {
  const auto declared = word_declared(part);
  if (!declared) return std::nullopt;
  if (declared->prefix == "w") return part;
  const string_view root = string_view(part).substr(0, part.find('>', declared->end));
  const std::string declaration = " xmlns:w=\"" + std::string(declared->address) + '"';
  if (root.find(declaration) != string_view::npos) return part;
  if (root.find("xmlns:w=") != string_view::npos) return std::nullopt;
  part.insert(declared->end, declaration);
  return part;
}

std::optional<std::string> with_last(string_view part, string_view name, string_view piece) {
  const std::size_t end = part.find_last_not_of(" \t\r\n") + 1;  // npos + 1 is 0
  const string_view whole = part.substr(0, end);
  if (!whole.ends_with('>')) return std::nullopt;
  const bool is_empty = whole.ends_with("/>");
  const std::size_t tag = whole.rfind(is_empty ? "<" : "</");
  if (tag == string_view::npos) return std::nullopt;
  string_view called = whole.substr(tag + (is_empty ? 1 : 2));
  called = called.substr(0, called.find_first_of(" \t\r\n/>"));
  const std::size_t colon = called.find(':') + 1;  // npos + 1 is 0
  if (called.substr(colon) != name) return std::nullopt;
  std::string out(part.substr(0, is_empty ? end - 2 : tag));
  if (is_empty) out += '>';
  for (std::size_t at = 0; at < piece.size(); ++at) {
    const bool is_mark = piece[at] == '@' && at > 0 && piece[at - 1] == '<';
    out += is_mark ? called.substr(0, colon) : piece.substr(at, 1);
  }
  if (is_empty) {
    out.append("</").append(called).append(">").append(part.substr(end));
  } else {
    out.append(part.substr(tag));
  }
  return out;
}

std::string xml_text(string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    const string_view bytes = text.substr(at, point.length);
    at += point.length;
    const bool control = point.value < 0x20 && point.value != '\t' && point.value != '\n';
    if (point.value == '&') {
      out += "&amp;";
    } else if (point.value == '<') {
      out += "&lt;";
    } else if (point.value == '>') {
      out += "&gt;";
    } else if (point.value == '"') {
      out += "&quot;";
    } else if (control || point.value == 0xFFFE || point.value == 0xFFFF) {
      out += "\xEF\xBF\xBD";
    } else {
      out += bytes;
    }
  }
  return out;
}

}  // namespace linter::word
