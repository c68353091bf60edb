// Takes one author's comments out of a document.
#include <algorithm>
#include <map>
#include <set>

#include "linter/word/edits.h"
#include "linter/word/relationships.h"
#include "linter/word/xml.h"

namespace linter::word {
namespace {

using std::string_view;

// The comments of an author: their numbers and where they stand in the comments' part.
class Comments final : public XmlListener {
 public:
  explicit Comments(string_view author) : author_(author) {}

  void start(XmlName name, const XmlAttributes& attributes, Span bytes) override {
    if (!name.is(Vocabulary::word, "comment")) return;
    is_own_ = attributes.get(Vocabulary::word, "author") == author_;
    if (!is_own_) return;
    numbers.emplace(attributes.get(Vocabulary::word, "id"));
    spans.push_back(bytes);
  }
  void end(XmlName name, Span bytes) override {
    if (!name.is(Vocabulary::word, "comment") || !is_own_) return;
    spans.back().end = std::max(spans.back().end, bytes.end);
    is_own_ = false;
  }
  void text(string_view /*text*/, Span /*bytes*/) override {}

  std::set<std::string, std::less<>> numbers;
  std::vector<Span> spans;

 private:
  string_view author_;
  bool is_own_ = false;
};

// What anchors them: the marks of ranges, and runs that hold a reference and nothing else.
class Anchors final : public XmlListener {
 public:
  explicit Anchors(const std::set<std::string, std::less<>>& numbers) : numbers_(numbers) {}

  void start(XmlName name, const XmlAttributes& attributes, Span bytes) override {
    ++depth_;
    if (name.is(Vocabulary::word, "r")) {
      run_ = {.bytes = bytes, .depth = depth_};
      return;
    }
    const bool is_own = numbers_.contains(attributes.get(Vocabulary::word, "id"));
    const bool is_mark = name.is(Vocabulary::word, "commentRangeStart") ||
                         name.is(Vocabulary::word, "commentRangeEnd");
    if (is_own && is_mark) return spans.push_back(bytes);
    if (run_.depth == 0) return;
    if (is_own && name.is(Vocabulary::word, "commentReference")) {
      run_.is_reference = true;
    } else if (depth_ == run_.depth + 1 && !name.is(Vocabulary::word, "rPr")) {
      run_.has_more = true;
    }
  }
  void end(XmlName /*name*/, Span bytes) override {
    if (depth_ == run_.depth) {
      if (run_.is_reference && !run_.has_more) spans.push_back({run_.bytes.begin, bytes.end});
      run_ = {};
    }
    --depth_;
  }
  void text(string_view /*text*/, Span /*bytes*/) override {}

  std::vector<Span> spans;

 private:
  struct OpenRun {
    Span bytes;
    std::uint32_t depth = 0;
    bool is_reference = false;
    bool has_more = false;
  };
  const std::set<std::string, std::less<>>& numbers_;
  OpenRun run_;
  std::uint32_t depth_ = 0;
};

std::string without(string_view part, std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::string out;
  std::uint32_t done = 0;
  for (const Span span : spans) {
    if (span.begin < done) continue;
    out.append(part.substr(done, span.begin - done));
    done = span.end;
  }
  return out.append(part.substr(done));
}

}  // namespace

base::Result<std::optional<std::string>> without_comments_of(const Package& package,
                                                             string_view author) {
  const auto top = read_relationships(package, "");
  if (!top) return std::unexpected(top.error());
  const Relationship* const body = find(*top, "officeDocument");
  if (body == nullptr) return std::nullopt;
  const auto links = read_relationships(package, body->part);
  if (!links) return std::unexpected(links.error());
  const Relationship* const link = find(*links, "comments");
  if (link == nullptr || !package.has(link->part) || !package.has(body->part)) return std::nullopt;
  const auto part = package.part(link->part);
  if (!part) return std::unexpected(part.error());
  Comments comments(author);
  if (auto read = read_xml(*part, link->part, package.file(), comments); !read)
    return std::unexpected(std::move(read.error()));
  if (comments.numbers.empty()) return std::nullopt;
  const auto text = package.part(body->part);
  if (!text) return std::unexpected(text.error());
  Anchors anchors(comments.numbers);
  if (auto read = read_xml(*text, body->part, package.file(), anchors); !read)
    return std::unexpected(std::move(read.error()));
  std::map<std::string, std::string, std::less<>> changed;
  changed[link->part] = without(*part, std::move(comments.spans));
  changed[body->part] = without(*text, std::move(anchors.spans));
  auto bytes = package.with(changed);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  return std::move(*bytes);
}

}  // namespace linter::word
