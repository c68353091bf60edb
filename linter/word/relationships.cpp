#include "linter/word/relationships.h"

#include <algorithm>

#include "linter/base/harmless.h"
#include "linter/base/utf8.h"
#include "linter/word/xml.h"

namespace linter::word {
namespace {

using std::string_view;

// Whether a target climbs above the package that the part lies in; dots may be written as %2E.
bool leads_out(string_view part, string_view target) {
  std::string path;
  for (std::size_t at = 0; at < target.size(); ++at) {
    const bool is_dot = base::lower(target.substr(at, 3)) == "%2e";
    path += is_dot ? '.' : target[at] == '\\' ? '/' : target[at];
    if (is_dot) at += 2;
  }
  std::ptrdiff_t depth = path.starts_with('/') ? 0 : std::ranges::count(part, '/');
  for (string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const string_view name = rest.substr(0, end);
    if (name == "..") {
      if (--depth < 0) return true;
    } else if (!name.empty() && name != ".") {
      ++depth;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

class Reader final : public XmlListener {
 public:
  explicit Reader(string_view part) : part_(part) {}

  void start(XmlName name, const XmlAttributes& attributes, Span /*bytes*/) override {
    if (name.local != "Relationship") return;
    if (attributes.get(Vocabulary::none, "TargetMode") == "External") return;
    const string_view type = attributes.get(Vocabulary::none, "Type");
    const string_view target = attributes.get(Vocabulary::none, "Target");
    if (escaping.empty() && leads_out(part_, target)) escaping = target;
    found.push_back({.id = std::string(attributes.get(Vocabulary::none, "Id")),
                     .kind = std::string(type.substr(type.rfind('/') + 1)),
                     .part = part_name(part_, target)});
  }
  void end(XmlName /*name*/, Span /*bytes*/) override {}
  void text(string_view /*text*/, Span /*bytes*/) override {}

  std::vector<Relationship> found;
  std::string escaping;  // the first target that leads out of the document

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
  if (!reader.escaping.empty()) {
    return base::fail(base::ErrorCode::unreadable_file,
                      "the document points to '" + base::harmless_sentence(reader.escaping) +
                          "', which leads out of it: no word processor writes such a file",
                      package.file());
  }
  return std::move(reader.found);
}

const Relationship* find(const std::vector<Relationship>& relationships, string_view kind) {
  const auto found = std::ranges::find(relationships, kind, &Relationship::kind);
  return found == relationships.end() ? nullptr : &*found;
}

}  // namespace linter::word
