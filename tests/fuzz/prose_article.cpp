#include "tests/fuzz/prose_article.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "linter/prose/formats.h"
#include "tests/unit/prose/soundness.h"

namespace fuzz {
namespace {

using linter::prose::Article;

[[noreturn]] void fail(std::string_view format, std::string_view what) {
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(format.size()), format.data(),
               static_cast<int>(what.size()), what.data());
  std::abort();
}

std::string with_crlf(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (c == '\n') made += '\r';
    made += c;
  }
  return made;
}

}  // namespace

void read_article(std::string_view format, const std::uint8_t* data, std::size_t size) {
  const auto* const reader = linter::prose::format_named(format);
  const linter::prose::ReadOptions options{.prose_fields = {"a.b", "tags"}};
  linter::source::Source source{"fuzz", std::string(reinterpret_cast<const char*>(data), size),
                                false};
  source.has_bom = source.bytes.starts_with("\xEF\xBB\xBF");
  Article article;
  const auto done = reader->read(source, options, article);
  if (!done) {
    if (done.error().message.empty() || done.error().file != "fuzz") fail(format, "a poor error");
    return;
  }
  if (const std::string fault = linter::prose::testing::fault_of(article, source.bytes);
      !fault.empty()) {
    fail(format, fault);
  }
  if (source.bytes.find('\r') != std::string::npos) return;
  const std::string view = article.view;
  source.bytes = with_crlf(source.bytes);
  if (!reader->read(source, options, article)) fail(format, "an error with CR LF only");
  if (article.view != view) fail(format, "another view with CR LF");
}

}  // namespace fuzz
