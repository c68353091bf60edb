#include "linter/word/marks.h"

#include <algorithm>

#include "linter/word/xml.h"

namespace linter::word {
namespace {

using std::string_view;

constexpr string_view text_open = "<w:t xml:space=\"preserve\">";

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

// The origin that holds an offset of the text; null between paragraphs.
const Origin* Marks::origin_at(std::uint32_t text) const {
  const auto after = std::ranges::upper_bound(document_.origins, text, {},
                                              [](const Origin& one) { return one.text.begin; });
  if (after == document_.origins.begin()) return nullptr;
  const Origin& found = *(after - 1);
  return text < found.text.end && found.run != nowhere ? &found : nullptr;
}

Marks::Patch& Marks::patch_at(std::uint32_t part, std::uint32_t at) {
  Patch& patch = patches_[part][at];
  patch.end = std::max(patch.end, at);
  return patch;
}

// The text of an element, between its tags.
Span Marks::inside_of(const TextElement& element) const {
  const std::string& part = parts_[document_.runs[element.run].part];
  const std::size_t end = part.rfind("</", element.whole.end - 1);
  return {element.tag.end, static_cast<std::uint32_t>(std::max<std::size_t>(end, element.tag.end))};
}

// Spaces at the ends of a text that drops them must not come to light when it is cut.
bool Marks::may_cut(const Origin& origin) const {
  if (!origin.verbatim || origin.element == nowhere) return false;
  const TextElement& element = document_.elements[origin.element];
  const string_view part = parts_[document_.runs[element.run].part];
  if (element.tag.of(part).find("preserve") != string_view::npos) return true;
  const string_view inside = inside_of(element).of(part);
  return !inside.empty() && !is_space(inside.front()) && !is_space(inside.back());
}

void Marks::preserve_spaces(const TextElement& element) {
  const std::uint32_t part = document_.runs[element.run].part;
  if (element.tag.of(parts_[part]).find("preserve") != string_view::npos) return;
  Patch& patch = patch_at(part, element.tag.end - 1);
  patch.text = " xml:space=\"preserve\"";
}

// Between the halves of a text that is cut before `byte`.
Marks::Patch& Marks::cut(const Origin& origin, std::uint32_t byte) {
  const TextElement& element = document_.elements[origin.element];
  preserve_spaces(element);
  Patch& patch = patch_at(document_.runs[origin.run].part, byte);
  patch.close = "</w:t></w:r>";
  patch.open = "<w:r>" + std::string(properties_of(origin)) + std::string(text_open);
  return patch;
}

Marks::Patch& Marks::patch_before(const Origin& origin, std::uint32_t text) {
  const Run& run = document_.runs[origin.run];
  if (run.anchor != nowhere) return patch_at(0, document_.runs[run.anchor].whole.begin);
  if (!may_cut(origin)) return patch_at(run.part, run.whole.begin);
  const TextElement& element = document_.elements[origin.element];
  const std::uint32_t byte = origin.bytes.begin + (text - origin.text.begin);
  if (byte > element.tag.end) return cut(origin, byte);
  const string_view part = parts_[run.part];
  const std::uint32_t first = run.properties.empty()
                                  ? static_cast<std::uint32_t>(part.find('>', run.whole.begin) + 1)
                                  : run.properties.end;
  if (element.whole.begin == first) return patch_at(run.part, run.whole.begin);
  Patch& patch = patch_at(run.part, element.whole.begin);
  patch.close = "</w:r>";
  patch.open = "<w:r>" + std::string(properties_of(origin));
  return patch;
}

// `text` is the end of the words.
Marks::Patch& Marks::patch_behind(const Origin& origin, std::uint32_t text) {
  const Run& run = document_.runs[origin.run];
  if (run.anchor != nowhere) return patch_at(0, document_.runs[run.anchor].whole.end);
  if (!may_cut(origin)) return patch_at(run.part, run.whole.end);
  const TextElement& element = document_.elements[origin.element];
  const std::uint32_t byte = origin.bytes.begin + (text - origin.text.begin);
  if (byte < inside_of(element).end) return cut(origin, byte);
  const string_view part = parts_[run.part];
  if (Span{element.whole.end, run.whole.end}.of(part).starts_with("</"))
    return patch_at(run.part, run.whole.end);
  Patch& patch = patch_at(run.part, element.whole.end);
  patch.close = "</w:r>";
  patch.open = "<w:r>" + std::string(properties_of(origin));
  return patch;
}

bool Marks::surround(Span text, string_view begin, string_view end, string_view reference) {
  const Origin* const first = origin_at(text.begin);
  const Origin* const last = text.empty() ? first : origin_at(text.end - 1);
  if (first == nullptr || last == nullptr) return false;
  // both ends are in the body, or both where a note is held
  const Origin& behind =
      document_.runs[first->run].anchor == document_.runs[last->run].anchor ? *last : *first;
  patch_before(*first, text.begin).begins += begin;
  Patch& patch = patch_behind(behind, &behind == last ? text.end : behind.text.end);
  patch.ends += end;
  const Run* holder = &document_.runs[behind.run];
  if (holder->anchor != nowhere) holder = &document_.runs[holder->anchor];
  const bool elsewhere = holder->controlled && holder->part == 0 && !document_.paragraphs.empty();
  if (elsewhere) {
    const auto next = std::ranges::upper_bound(document_.paragraphs, holder->whole.end);
    patch_at(0, next == document_.paragraphs.end() ? document_.paragraphs.back() : *next)
        .references += reference;
  } else {
    patch.ends += reference;
  }
  return true;
}

std::vector<Marks::Piece> Marks::pieces_of(Span text) const {
  std::vector<Piece> pieces;
  for (std::uint32_t at = text.begin; at < text.end;) {
    const Origin* const origin = origin_at(at);
    if (origin == nullptr || !may_cut(*origin)) return {};
    if (!pieces.empty()) {
      const Run& run = document_.runs[origin->run];
      const Run& before = document_.runs[pieces.back().origin->run];
      if (run.part != before.part || run.anchor != before.anchor) return {};
    }
    const std::uint32_t end = std::min(text.end, origin->text.end);
    pieces.push_back({origin, {at, end}});
    at = end;
  }
  return pieces;
}

void Marks::replace(const Piece& piece, string_view right) {
  const Origin& origin = *piece.origin;
  const std::uint32_t begin = origin.bytes.begin + (piece.text.begin - origin.text.begin);
  Patch& patch = patch_at(document_.runs[origin.run].part, begin);
  patch.end = begin + piece.text.size();
  patch.text = xml_text(right);
  preserve_spaces(document_.elements[origin.element]);
}

void Marks::replace_with_elements(const Piece& piece, string_view elements) {
  const Origin& origin = *piece.origin;
  const std::uint32_t begin = origin.bytes.begin + (piece.text.begin - origin.text.begin);
  Patch& patch = cut(origin, begin);
  patch.end = begin + piece.text.size();
  patch.text = elements;
}

string_view Marks::properties_of(const Origin& origin) const {
  const Run& run = document_.runs[origin.run];
  return run.properties.of(parts_[run.part]);
}

bool Marks::changes(std::uint32_t part) const {
  return patches_.contains(part);
}

std::string Marks::applied(std::uint32_t part) const {
  const string_view bytes = parts_[part];
  const auto found = patches_.find(part);
  if (found == patches_.end()) return std::string(bytes);
  std::string out;
  std::uint32_t done = 0;
  for (auto at = found->second.begin(); at != found->second.end();) {
    const auto& [begin, patch] = *at;
    out.append(bytes.substr(done, begin - done));
    out.append(patch.close).append(patch.ends).append(patch.references);
    out.append(patch.begins).append(patch.text);
    // ranges that end or begin inside or just behind what goes, do so behind what comes
    for (++at; at != found->second.end() && at->first <= patch.end && patch.end > begin; ++at)
      out.append(at->second.ends).append(at->second.begins);
    out.append(patch.open);
    done = patch.end;
  }
  return out.append(bytes.substr(done));
}

}  // namespace linter::word
