// Bytes as a whole document, and as the body of one whose container is sound: few mutations of a
// zip file are zip files.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "linter/prose/formats.h"
#include "tests/support/docx.h"
#include "tests/unit/prose/soundness.h"

namespace {

void read(const std::string& bytes) {
  linter::prose::Article article;
  const auto source =
      linter::prose::read_article(*linter::prose::format_named("docx"), "fuzz", bytes, {}, article);
  std::string fault;
  if (!source && (source.error().message.empty() || source.error().file != "fuzz"))
    fault = "a poor error";
  if (source) fault = linter::prose::testing::fault_of(article, source->bytes);
  if (fault.empty()) return;
  std::fprintf(stderr, "docx: %s\n", fault.c_str());
  std::abort();
}

constexpr const char* styles =
    "<w:style w:styleId=\"a\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"b\">"
    "<w:name w:val=\"Code\"/></w:style><w:style w:styleId=\"c\"><w:name "
    "w:val=\"Quote\"/></w:style>";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    read(bytes);
  } else {
    read(tests::Docx{.body = bytes, .styles = styles, .footnotes = bytes}.bytes());
  }
  return 0;
}
