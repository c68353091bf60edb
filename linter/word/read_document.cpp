#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "linter/word/document.h"
#include "linter/word/relationships.h"
#include "linter/word/story.h"

namespace linter::word {
namespace {

using std::string_view;

string_view primary(string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

// The number of the language that most of the text is marked with: of the largest family ("en"),
// the most frequent tag.
std::uint32_t main_language(const Document& document) {
  std::map<string_view, std::uint64_t> families;
  std::vector<std::uint64_t> sizes(document.languages.size());
  for (const Event& event : document.events) {
    if (event.kind != EventKind::text) continue;
    sizes[event.look.language] += event.text.size();
    families[primary(document.languages[event.look.language])] += event.text.size();
  }
  const auto weight = [&](std::uint32_t number) {
    return std::pair(families[primary(document.languages[number])], sizes[number]);
  };
  std::uint32_t most = 0;
  for (std::uint32_t number = 1; number < sizes.size(); ++number) {
    if (weight(number) > weight(most)) most = number;
  }
  return most;
}

class DocumentReader {
 public:
  explicit DocumentReader(const Package& package) : package_(package) {
    document_.languages.emplace_back();
  }

  base::Result<Document> read() {
    const auto body = body_name();
    if (!body) return std::unexpected(body.error());
    if (auto done = read_lookups(*body); !done) return std::unexpected(std::move(done.error()));
    if (auto done = read_story(*body, false); !done)
      return std::unexpected(std::move(done.error()));
    for (const string_view kind : {"footnotes", "endnotes"}) {
      if (auto done = read_notes(kind); !done) return std::unexpected(std::move(done.error()));
    }
    document_.text = std::move(flow_.text);
    document_.events = std::move(flow_.events);
    document_.origins = std::move(flow_.origins);
    document_.language = main_language(document_);
    return std::move(document_);
  }

 private:
  [[nodiscard]] std::unexpected<base::Error> no_document() const {
    return base::fail(base::ErrorCode::unreadable_file,
                      "the file is a zip file, but no Word document; save it as .docx again",
                      package_.file());
  }

  base::Result<std::string> body_name() {
    const auto links = read_relationships(package_, "");
    if (!links) return std::unexpected(links.error());
    const Relationship* body = find(*links, "officeDocument");
    if (body == nullptr || !package_.has(body->part)) return no_document();
    return body->part;
  }

  using ReadLookup = base::Result<void>(string_view, const std::string&, Styles&);

  // Styles, lists and what else the body points to.
  base::Result<void> read_lookups(const std::string& body) {
    auto links = read_relationships(package_, body);
    if (!links) return std::unexpected(std::move(links.error()));
    links_ = std::move(*links);
    if (auto done = read_lookup("styles", read_styles); !done) return done;
    return read_lookup("numbering", read_lists);
  }

  base::Result<void> read_lookup(string_view kind, ReadLookup* read_part) {
    const Relationship* link = find(links_, kind);
    if (link == nullptr || !package_.has(link->part)) return {};
    const auto part = package_.part(link->part);
    if (!part) return std::unexpected(part.error());
    return read_part(*part, package_.file(), styles_);
  }

  base::Result<void> read_story(const std::string& name, bool is_notes) {
    const auto part = package_.part(name);
    if (!part) return std::unexpected(part.error());
    const auto index = static_cast<std::uint32_t>(document_.parts.size());
    document_.parts.push_back(name);
    StoryReader reader(*part, index, styles_, document_, notes_);
    if (auto read = read_xml(*part, name, package_.file(), reader); !read) return read;
    if (!reader.is_story() && !is_notes) return no_document();
    flow_.append(std::move(reader.flow()));
    return {};
  }

  base::Result<void> read_notes(string_view kind) {
    const Relationship* link = find(links_, kind);
    if (link == nullptr || !package_.has(link->part)) return {};
    return read_story(link->part, true);
  }

  const Package& package_;
  Document document_;
  std::vector<Relationship> links_;
  Styles styles_;
  NoteAnchors notes_;
  Flow flow_;
};

}  // namespace

base::Result<Document> read_document(const Package& package) {
  return DocumentReader(package).read();
}

}  // namespace linter::word
