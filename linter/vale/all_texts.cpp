// The texts that an expression stands for, one by one.
#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/vale/vocabulary.h"

namespace linter::vale {
namespace {

using Texts = std::optional<std::vector<std::string>>;

constexpr std::size_t most_texts = 64;
constexpr int deepest = 20;

// Reads an expression from left to right; nothing as soon as there is no end of texts, or something
// that is not known.
class Lister {
 public:
  explicit Lister(std::string_view expression) : rest_(expression) {}

  Texts list() {
    Texts texts = alternatives(0);
    return rest_.empty() ? texts : std::nullopt;
  }

 private:
  Texts alternatives(int depth);
  Texts sequence(int depth);
  Texts atom(int depth);
  Texts char_class();

  std::string_view rest_;
};

Texts Lister::alternatives(int depth) {
  Texts all = sequence(depth);
  while (all && rest_.starts_with('|')) {
    rest_.remove_prefix(1);
    const Texts more = sequence(depth);
    if (!more) return std::nullopt;
    all->insert(all->end(), more->begin(), more->end());
  }
  return all && all->size() <= most_texts ? all : std::nullopt;
}

Texts Lister::sequence(int depth) {
  std::vector<std::string> texts{""};
  while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
    Texts parts = atom(depth);
    if (!parts) return std::nullopt;
    if (rest_.starts_with('?')) {
      rest_.remove_prefix(1);
      parts->emplace_back();
    } else if (!rest_.empty() && std::string_view("*+{").contains(rest_.front())) {
      return std::nullopt;
    }
    if (texts.size() * parts->size() > most_texts) return std::nullopt;
    std::vector<std::string> longer;
    for (const std::string& text : texts)
      for (const std::string& part : *parts) longer.push_back(text + part);
    texts = std::move(longer);
  }
  return texts;
}

Texts Lister::atom(int depth) {
  const char first = rest_.front();
  const std::string_view whole = rest_.substr(0, base::decode(rest_, 0).length);
  rest_.remove_prefix(whole.size());
  if (first == '[') return char_class();
  if (first == '(') {
    if (depth >= deepest) return std::nullopt;
    if (rest_.starts_with("?:")) rest_.remove_prefix(2);
    if (rest_.starts_with('?')) return std::nullopt;
    Texts texts = alternatives(depth + 1);
    if (!texts || !rest_.starts_with(')')) return std::nullopt;
    rest_.remove_prefix(1);
    return texts;
  }
  if (first == '\\') {
    const bool mark =
        !rest_.empty() && std::string_view(".+-*?()[]{}|/'&#").contains(rest_.front());
    if (!mark) return std::nullopt;
    Texts text{{std::string(1, rest_.front())}};
    rest_.remove_prefix(1);
    return text;
  }
  if (std::string_view("^$*+?{}.").contains(first)) return std::nullopt;
  return Texts{{std::string(whole)}};
}

Texts Lister::char_class() {
  const std::size_t end = rest_.find(']');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view members = rest_.substr(0, end);
  rest_.remove_prefix(end + 1);
  std::vector<std::string> texts;
  for (const char member : members) {
    const auto byte = static_cast<unsigned char>(member);
    if (byte >= 0x80 || member == '^' || member == '\\' || member == '-') return std::nullopt;
    texts.emplace_back(1, member);
  }
  return texts.empty() ? std::nullopt : Texts(std::move(texts));
}

}  // namespace

Texts all_texts_of(std::string_view expression) {
  return Lister(expression).list();
}

}  // namespace linter::vale
