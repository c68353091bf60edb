#include "linter/suppression/normal_text.h"

#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/prose/formats.h"

namespace linter::suppression {
namespace {

using sentences::Token;
using sentences::TokenKind;
using std::string_view;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Marks that say something: a share, a price, a range, a comparison.
bool is_sign(string_view mark) {
  constexpr string_view signs[] = {"%", "‰", "$", "£", "€", "¥", "+", "<", ">", "=",
                                   "±", "°", "×", "&", "/", "≤", "≥", "#", "@"};
  return std::ranges::find(signs, mark) != std::ranges::end(signs);
}

// What joins two words, or two numbers, into one.
bool is_hyphen(string_view mark) {
  constexpr string_view hyphens[] = {"-", "‐", "‑", "–"};
  return std::ranges::find(hyphens, mark) != std::ranges::end(hyphens);
}

bool counts(const Token& token, string_view text) {
  switch (token.kind) {
    case TokenKind::word:
    case TokenKind::number:
    case TokenKind::object:
      return true;
    case TokenKind::mark:
      return is_sign(text);
  }
  return false;
}

class Writer {
 public:
  Writer(const prose::Article& article, const sentences::Text& text, NormalText& out)
      : article_(article), text_(text), out_(out) {}

  void write() {
    for (std::uint32_t block = 0; block < article_.blocks.size(); ++block) {
      const std::uint32_t first = text_.block_first_sentence[block];
      const std::uint32_t end = text_.block_first_sentence[block + 1];
      for (std::uint32_t sentence = first; sentence < end; ++sentence) add(sentence);
      if (out_.text.ends_with('.')) out_.text.back() = '\n';
    }
  }

 private:
  void add(std::uint32_t sentence) {
    const std::size_t before = out_.pieces.size();
    bool joins = false;  // a hyphen right behind a word
    for (const Token& token : text_.tokens_of(text_.sentences[sentence])) {
      const string_view text = token.text.of(string_view(article_.view));
      const bool is_close = !token.space_before && out_.pieces.size() > before;
      if (counts(token, text)) {
        add(token, text, sentence, joins && is_close);
        joins = false;
      } else {
        joins = is_close && is_hyphen(text);
      }
    }
    if (out_.pieces.size() != before) out_.text += '.';
  }

  void add(const Token& token, string_view text, std::uint32_t sentence, bool joined) {
    const bool runs_together =
        !out_.text.empty() && is_digit(out_.text.back()) && is_digit(text.front());
    if (runs_together) out_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    base::lower_into(text, word_);
    out_.text += word_;
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    if (!joined) return out_.pieces.push_back({begin, end, token.text, sentence});
    out_.pieces.back().end = end;
    out_.pieces.back().view.end = token.text.end;
  }

  const prose::Article& article_;
  const sentences::Text& text_;
  NormalText& out_;
  std::string word_;
};

}  // namespace

void NormalText::clear() {
  text.clear();
  pieces.clear();
}

void normalise(const prose::Article& article, const sentences::Text& text, NormalText& out) {
  out.clear();
  Writer(article, text, out).write();
}

NormalWording normalised(string_view wording) {
  NormalWording out;
  const auto source = source::make_source("wording", std::string(wording));
  if (!source) return out;
  prose::Article article;
  if (!prose::format_named("plain")->read(*source, {}, article)) return out;
  sentences::Text text;
  sentences::split(article, text);
  NormalText normal;
  normalise(article, text, normal);
  for (const NormalText::Piece& piece : normal.pieces) {
    out.words.emplace_back(normal.of(piece));
    out.written.emplace_back(piece.view.of(string_view(article.view)));
  }
  if (!normal.pieces.empty())
    out.sentences = normal.pieces.back().sentence - normal.pieces.front().sentence + 1;
  while (normal.text.ends_with('\n') || normal.text.ends_with('.')) normal.text.pop_back();
  std::ranges::replace(normal.text, '\n', '.');
  out.text = std::move(normal.text);
  return out;
}

std::size_t normal_words(string_view wording) {
  return normalised(wording).words.size();
}

}  // namespace linter::suppression
