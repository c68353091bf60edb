#include "linter/prose/formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/base/files.h"
#include "linter/base/utf8.h"
#include "linter/prose/docx.h"
#include "linter/prose/html.h"
#include "linter/prose/markdown.h"
#include "linter/prose/mdx.h"
#include "linter/prose/plain.h"

namespace linter::prose {
namespace {

constexpr std::array<std::string_view, 2> plain_extensions = {".txt", ".text"};

constexpr std::array<std::string_view, 4> markdown_extensions = {".md", ".markdown", ".mdown",
                                                                 ".mkd"};
constexpr std::array<std::string_view, 1> mdx_extensions = {".mdx"};
constexpr std::array<std::string_view, 3> html_extensions = {".html", ".htm", ".xhtml"};

constexpr std::array<std::string_view, 1> docx_extensions = {".docx"};

constexpr std::array table = {
    Format{"plain", plain_extensions, "plain text, as pasted from a document", read_plain},
    Format{"markdown", markdown_extensions, "Markdown with GitHub's extensions", read_markdown},
    Format{"mdx", mdx_extensions, "Markdown with JSX", read_mdx},
    Format{"html", html_extensions, "HTML", read_html},
    Format{"docx", docx_extensions, "Word documents", nullptr, unpack_docx},
};

}  // namespace

std::span<const Format> formats() {
  return table;
}

base::Result<source::Source> read_article(const Format& format, std::string path, std::string bytes,
                                          const ReadOptions& options, Article& article) {
  if (format.unpack != nullptr)
    return format.unpack(std::move(path), std::move(bytes), options, article);
  auto source = source::make_source(std::move(path), std::move(bytes));
  if (!source) return source;
  if (auto read = format.read(*source, options, article); !read)
    return std::unexpected(std::move(read.error()));
  return source;
}

base::Result<source::Source> read_text(const Format& format, std::string path, std::string bytes) {
  if (format.unpack == nullptr) return source::make_source(std::move(path), std::move(bytes));
  Article article;
  return format.unpack(std::move(path), std::move(bytes), {}, article);
}

const Format* format_for_path(std::string_view path) {
  const std::string extension = base::lower(base::file_extension(path));
  const auto reads = [&](const Format& format) {
    return std::ranges::find(format.extensions, extension) != format.extensions.end();
  };
  const auto found = std::ranges::find_if(table, reads);
  return found == table.end() ? nullptr : &*found;
}

const Format* format_named(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Format::name);
  return found == table.end() ? nullptr : &*found;
}

}  // namespace linter::prose
