#include "linter/word/relationships.h"

#include <algorithm>

#include "linter/word/xml.h"

namespace linter::word {
namespace {

using std::string_view;

class Reader final : public XmlListener {
 public:
  explicit Reader(string_view part) : part_(part) {}

  void start(XmlName name, const XmlAttributes& attributes, Span /*bytes*/) override {
    if (name.local != "Relationship") return;
    if (attributes.get(Vocabulary::none, "TargetMode") == "External") return;
    const string_view type = attributes.get(Vocabulary::none, "Type");
    found.push_back({.id = std::string(attributes.get(Vocabulary::none, "Id")),
                     .kind = std::string(type.substr(type.rfind('/') + 1)),
                     .part = part_name(part_, attributes.get(Vocabulary::none, "Target"))});
  }
  void end(XmlName /*name*/, Span /*bytes*/) override {}
  void text(string_view /*text*/, Span /*bytes*/) override {}

  std::vector<Relationship> found;

 private:
  string_view part_;
};

}  // namespace

std::string relationships_part(string_view part) {
  const std::size_t name = part.rfind('/') + 1;  // npos + 1 is 0
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

base::Result<std::vector<Relationship>> read_relationships(const Package& package,
                                                           string_view part) {
  const std::string name = relationships_part(part);
  if (!package.has(name)) return std::vector<Relationship>{};
  const auto text = package.part(name);
  if (!text) return std::unexpected(text.error());
  Reader reader(part);
  if (auto read = read_xml(*text, name, package.file(), reader); !read)
    return std::unexpected(std::move(read.error()));
  return std::move(reader.found);
}

const Relationship* find(const std::vector<Relationship>& relationships, string_view kind) {
  const auto found = std::ranges::find(relationships, kind, &Relationship::kind);
  return found == relationships.end() ? nullptr : &*found;
}

}  // namespace linter::word
