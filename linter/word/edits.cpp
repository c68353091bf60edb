#include "linter/word/edits.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>

#include "linter/base/utf8.h"
#include "linter/word/marks.h"
#include "linter/word/relationships.h"
#include "linter/word/xml.h"

namespace linter::word {
namespace {

using std::string_view;

// What a document says of itself: in the transitional form, or the strict one.
struct Form {
  string_view word;
  string_view relationships;
};
constexpr Form transitional = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"};
constexpr Form strict = {"http://purl.oclc.org/ooxml/wordprocessingml/main",
                         "http://purl.oclc.org/ooxml/officeDocument/relationships"};

constexpr string_view proof_mark = "<!-- galley proof -->";
constexpr string_view comments_content =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

using Changed = std::map<std::string, std::string, std::less<>>;

// One more than the highest number among the attributes w:id.
std::uint32_t next_number(string_view part, std::uint32_t least) {
  constexpr string_view attribute = " w:id=\"";
  std::uint32_t next = least;
  for (std::size_t at = part.find(attribute); at != string_view::npos;
       at = part.find(attribute, at + 1)) {
    const string_view value = part.substr(at + attribute.size());
    constexpr std::uint32_t highest = 2'000'000'000;  // ids are 32 bits wide, with a sign
    next = std::max(next, std::min(number_of(value.substr(0, value.find('"'))), highest) + 1);
  }
  return next;
}

class Editor {
 public:
  Editor(const Package& package, const Document& document, const Edits& edits)
      : package_(package), document_(document), edits_(edits) {}

  base::Result<Edited> edit() {
    for (const std::string& name : document_.parts) {
      auto part = package_.part(name);
      if (!part) return std::unexpected(std::move(part.error()));
      if (!with_usual_prefix(*part)) return unusual(name);
      parts_.push_back(std::move(*part));
    }
    form_ = parts_.front().find(strict.word) == std::string::npos ? transitional : strict;
    Marks marks(document_, parts_);
    Edited done;
    std::uint32_t number = 1;
    for (const std::string& part : parts_) number = next_number(part, number);
    replace(marks, number, done);
    if (auto added = comment(marks, done); !added) return std::unexpected(std::move(added.error()));
    for (std::uint32_t part = 0; part < parts_.size(); ++part) {
      if (!marks.changes(part)) continue;
      changed_[document_.parts[part]] = with_usual_prefix(marks.applied(part)).value_or("");
    }
    auto bytes = package_.with(changed_);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    done.bytes = std::move(*bytes);
    return done;
  }

 private:
  [[nodiscard]] std::unexpected<base::Error> unusual(string_view name) const {
    return base::fail(base::ErrorCode::unreadable_file,
                      fmt::format("'{}' in the document is written in a form that galley does not "
                                  "change; open it in a word processor and save it again",
                                  name),
                      package_.file());
  }

  [[nodiscard]] std::string change(string_view element, std::uint32_t number) const {
    return fmt::format("<w:{} w:id=\"{}\" w:author=\"{}\" w:date=\"{}T00:00:00Z\">", element,
                       number, xml_text(edits_.author), edits_.date);
  }

  // Replaces words, those that come first in the text first.
  void replace(Marks& marks, std::uint32_t number, Edited& done) {
    std::vector<std::size_t> order(edits_.replacements.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t one) { return edits_.replacements[one].text.begin; });
    std::uint32_t end = 0;
    for (const std::size_t index : order) {
      const Replacement& one = edits_.replacements[index];
      const auto pieces = marks.pieces_of(one.text, edits_.tracked);
      if (one.text.begin < end || !pieces || pieces->empty()) {
        constexpr string_view taken = "another replacement stands on the same words";
        done.left_out.push_back({index, pieces ? taken : pieces.error()});
        continue;
      }
      end = one.text.end;
      ++done.replaced;
      // a letter that only changes its case keeps its look; all else has that of the first run
      const bool is_case =
          base::lower(pieces->back().text.of(document_.text)) == base::lower(one.right);
      const Origin* const home = is_case ? pieces->back().origin : pieces->front().origin;
      for (const Marks::Piece& piece : *pieces) {
        const string_view right = piece.origin == home ? string_view(one.right) : string_view();
        if (edits_.tracked) {
          marks.replace_with_elements(piece, tracked(marks, piece, right, number));
        } else {
          marks.replace(piece, right);
        }
      }
    }
  }

  // A deletion of the piece, and an insertion of what is there.
  [[nodiscard]] std::string tracked(const Marks& marks, const Marks::Piece& piece,
                                    string_view right, std::uint32_t& number) const {
    const std::string properties = marks.properties_of(*piece.origin);
    std::string elements =
        change("del", number++) +
        fmt::format("<w:r>{}<w:delText xml:space=\"preserve\">{}</w:delText></w:r></w:del>",
                    properties, xml_text(piece.text.of(document_.text)));
    if (right.empty()) return elements;
    return elements + change("ins", number++) +
           fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r></w:ins>", properties,
                       xml_text(right));
  }

  [[nodiscard]] std::string comment_element(const Comment& comment, std::uint32_t number) const {
    std::string element = fmt::format(
        "<w:comment w:id=\"{}\" w:author=\"{}\" w:date=\"{}T00:00:00Z\" "
        "w:initials=\"g\">",
        number, xml_text(edits_.author), edits_.date);
    for (const std::string& line : comment.lines) {
      element +=
          fmt::format("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", xml_text(line));
    }
    return element + "</w:comment>";
  }

  base::Result<void> comment(Marks& marks, Edited& done) {
    if (edits_.comments.empty()) return {};
    const auto links = read_relationships(package_, document_.parts.front());
    if (!links) return std::unexpected(links.error());
    const Relationship* link = find(*links, "comments");
    std::string name = part_name(document_.parts.front(), "comments.xml");
    std::string part =
        fmt::format("{}<w:comments xmlns:w=\"{}\"></w:comments>", xml_head, form_.word);
    if (link != nullptr && package_.has(link->part)) {
      auto old = package_.part(link->part);
      if (!old) return std::unexpected(std::move(old.error()));
      auto usual = with_usual_prefix(std::move(*old));
      if (!usual) return unusual(link->part);
      name = link->part;
      part = std::move(*usual);
    } else if (auto made = announce(name); !made) {
      return made;
    }
    // LibreOffice takes a comment for the note of the same number
    std::uint32_t number = next_number(part, 0);
    for (std::size_t notes = 1; notes < parts_.size(); ++notes)
      number = next_number(parts_[notes], number);
    std::string elements;
    for (std::size_t index = 0; index < edits_.comments.size(); ++index) {
      const Comment& one = edits_.comments[index];
      const bool placed =
          marks.surround(one.text, fmt::format("<w:commentRangeStart w:id=\"{}\"/>", number),
                         fmt::format("<w:commentRangeEnd w:id=\"{}\"/>", number),
                         fmt::format("<w:r><w:commentReference w:id=\"{}\"/></w:r>", number));
      if (placed) {
        elements += comment_element(one, number++);
      } else {
        done.not_placed.push_back(index);
      }
    }
    if (part.find(proof_mark) == std::string::npos) elements += proof_mark;
    return put(name, part, "comments", elements);
  }

  // Puts elements at the end of a part.
  base::Result<void> put(string_view name, string_view part, string_view root, string_view piece) {
    auto with = with_last(part, root, piece);
    if (!with) return unusual(name);
    changed_[std::string(name)] = std::move(*with);
    return {};
  }

  // The comments' part is new: what it is, and that the body has it.
  base::Result<void> announce(const std::string& name) {
    constexpr string_view types_name = "[Content_Types].xml";
    auto types = package_.part(types_name);
    if (!types) return std::unexpected(std::move(types.error()));
    const std::string type =
        fmt::format("<@Override PartName=\"/{}\" ContentType=\"{}\"/>", name, comments_content);
    if (types->find("PartName=\"/" + name + '"') == std::string::npos) {
      if (auto done = put(types_name, *types, "Types", type); !done) return done;
    }
    const std::string links_name = relationships_part(document_.parts.front());
    std::string links = fmt::format(
        "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "</Relationships>",
        xml_head);
    if (package_.has(links_name)) {
      auto old = package_.part(links_name);
      if (!old) return std::unexpected(std::move(old.error()));
      links = std::move(*old);
    }
    const std::string link =
        fmt::format("<@Relationship Id=\"rIdGalleyComments\" Type=\"{}/comments\" Target=\"/{}\"/>",
                    form_.relationships, name);
    return put(links_name, links, "Relationships", link);
  }

  const Package& package_;
  const Document& document_;
  const Edits& edits_;
  Parts parts_;
  Form form_ = transitional;
  Changed changed_;
};

}  // namespace

bool is_as_galley_left_it(const Package& package) {
  const auto top = read_relationships(package, "");
  const Relationship* const body = top ? find(*top, "officeDocument") : nullptr;
  if (body == nullptr) return false;
  const auto links = read_relationships(package, body->part);
  const Relationship* const link = links ? find(*links, "comments") : nullptr;
  if (link == nullptr || !package.has(link->part)) return false;
  const auto part = package.part(link->part);
  return part && part->find(proof_mark) != std::string::npos;
}

base::Result<Edited> edited(const Package& package, const Document& document, const Edits& edits) {
  return Editor(package, document, edits).edit();
}

}  // namespace linter::word
