#include "tests/unit/prose/reading.h"

#include <array>
#include <utility>

#include "tests/unit/prose/soundness.h"

namespace linter::prose::testing {
namespace {

base::Result<Article> try_read(std::string_view format, std::string_view bytes,
                               const ReadOptions& options) {
  auto source = source::make_source("article", std::string(bytes));
  if (!source) return std::unexpected(source.error());
  const Format* reader = format_named(format);
  if (reader == nullptr) return base::fail(base::ErrorCode::internal, "no such format");
  Article article;
  const auto done = reader->read(*source, options, article);
  if (!done) return std::unexpected(done.error());
  return article;
}

constexpr std::array<std::pair<Scope, std::string_view>, 5> plain_names = {
    {{Scope::title, "title"},
     {Scope::caption, "caption"},
     {Scope::alt_text, "alt"},
     {Scope::summary, "summary"},
     {Scope::footnote, "note"}}};

std::string label(const Block& block) {
  std::string label;
  const auto add = [&](std::string_view word) {
    label += (label.empty() ? "" : " ") + std::string(word);
  };
  for (const auto& [scope, name] : plain_names) {
    if (has(block.scopes, scope)) add(name);
  }
  if (has(block.scopes, Scope::quote)) add("q" + std::to_string(block.quote_depth));
  if (has(block.scopes, Scope::list))
    add((block.ordered ? "ol." : "li.") + std::to_string(block.list_depth));
  if (has(block.scopes, Scope::table)) add("table");
  if (block.starts_item) label += "+";
  if (has(block.scopes, Scope::heading)) add("h" + std::to_string(block.level));
  if (has(block.scopes, Scope::paragraph)) add("p");
  return label;
}

}  // namespace

Article read(std::string_view format, std::string_view bytes, const ReadOptions& options) {
  auto article = try_read(format, bytes, options);
  if (article) {
    expect_sound(*article, bytes);
    return std::move(*article);
  }
  ADD_FAILURE() << base::code_name(article.error().code) << ": " << article.error().message;
  return {};
}

base::Error read_error(std::string_view format, std::string_view bytes,
                       const ReadOptions& options) {
  auto article = try_read(format, bytes, options);
  if (!article) return article.error();
  ADD_FAILURE() << "no error:\n" << outline(*article);
  return {};
}

std::string shown(std::string_view view) {
  std::string text;
  for (const char c : view) {
    if (c == masked) {
      text += "<>";
    } else {
      text += c == '\n' ? '|' : c;
    }
  }
  return text;
}

std::string outline(const Article& article) {
  std::string text;
  for (const Block& block : article.blocks)
    text += label(block) + ": " + shown(block.text.of(article.view)) + "\n";
  return text;
}

Span find(const Article& article, std::string_view text) {
  const std::size_t at = article.view.find(text);
  EXPECT_NE(at, std::string::npos) << "not in the view: " << text << "\n" << outline(article);
  if (at == std::string::npos) return {};
  EXPECT_EQ(article.view.find(text, at + 1), std::string::npos) << "twice in the view: " << text;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
}

std::string source_of(const Article& article, std::string_view bytes, std::string_view text) {
  const Span span = find(article, text);
  return span.empty() ? std::string() : std::string(article.source_span(span).of(bytes));
}

void expect_sound(const Article& article, std::string_view bytes) {
  EXPECT_EQ(fault_of(article, bytes), "") << bytes;
}

}  // namespace linter::prose::testing
