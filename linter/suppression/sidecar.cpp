#include "linter/suppression/sidecar.h"

#include <algorithm>
#include <set>

#include "linter/base/dates.h"
#include "linter/base/yaml.h"
#include "linter/source/line_index.h"

namespace linter::suppression {
namespace {

using base::ErrorCode;
using std::string_view;

struct Entry {
  std::string rule;
  std::string text;
  std::string reason;
  std::string until;
  std::uint32_t line = 0;
};

std::vector<Entry> read_entries(string_view text, string_view file,
                                std::vector<base::Error>& errors) {
  auto parsed = base::yaml::parse(text, file);
  std::ranges::move(parsed.errors, std::back_inserter(errors));
  std::vector<Entry> entries;
  if (!errors.empty() || parsed.value.kind == base::yaml::Kind::null) return entries;
  base::yaml::Reader reader(parsed.value, file, errors);
  for (const base::yaml::Value& item : reader.sequence("stet")) {
    base::yaml::Reader one(item, file, errors, "stet[" + std::to_string(entries.size()) + "]");
    Entry entry{.rule = one.required_string("rule"),
                .text = one.required_string("text"),
                .reason = one.required_string("reason"),
                .until = one.optional_string("until"),
                .line = item.position.line};
    one.finish();
    if (!entry.until.empty() && !base::is_date(entry.until))
      one.report(ErrorCode::bad_value, "'until' is a date such as 2027-03-01", item);
    entries.push_back(std::move(entry));
  }
  reader.finish();
  return entries;
}

}  // namespace

base::Loaded<std::vector<Stet>> read_sidecar(string_view text, string_view file,
                                             const source::Source& source) {
  base::Loaded<std::vector<Stet>> loaded;
  const std::vector<Entry> entries = read_entries(text, file, loaded.errors);
  if (!loaded.errors.empty()) return loaded;
  if (entries.size() > max_stets) {
    loaded.errors.push_back(
        {.code = ErrorCode::too_large,
         .message = "the file has more than " + std::to_string(max_stets) + " entries (max_stets)",
         .file = std::string(file)});
    return loaded;
  }
  const string_view bytes = source.bytes;
  const source::LineIndex lines(bytes);
  for (const Entry& entry : entries) {
    Stet stet;
    stet.words = entry.text;
    stet.whole_article = true;
    stet.covers = {0, static_cast<std::uint32_t>(bytes.size())};
    stet.note.rule = entry.rule;
    stet.note.until = entry.until;
    stet.note.reason = entry.reason;
    stet.note.sidecar = file;
    stet.note.sidecar_line = entry.line;
    const std::size_t at = bytes.find(entry.text);
    const auto begin = static_cast<std::uint32_t>(at == string_view::npos ? 0 : at);
    const std::size_t size = at == string_view::npos ? 0 : entry.text.size();
    stet.note.place.file = source.path;
    stet.note.place.span = {begin, begin + static_cast<std::uint32_t>(size)};
    stet.note.place.text = stet.note.place.span.of(bytes);
    findings::locate(stet.note.place, lines, bytes);
    loaded.value.push_back(std::move(stet));
  }
  return loaded;
}

std::string with_entries(string_view sidecar, const std::vector<SidecarEntry>& entries) {
  std::vector<base::Error> errors;
  std::set<std::pair<std::string, std::string>> known;
  for (const Entry& entry : read_entries(sidecar, "", errors))
    known.emplace(entry.rule, entry.text);
  std::string out(sidecar);
  if (out.find("stet:") == std::string::npos)
    out +=
        "# What stands in the document beside this file; see galley's documentation, stet.md.\n"
        "stet:\n";
  if (!out.ends_with('\n')) out += '\n';
  for (const SidecarEntry& entry : entries) {
    if (!known.emplace(entry.rule, entry.text).second) continue;
    out += "  - rule: " + base::yaml::quoted_scalar(entry.rule) +
           "\n    text: " + base::yaml::quoted_scalar(entry.text) +
           "\n    reason: " + base::yaml::quoted_scalar(entry.reason) + '\n';
  }
  return out;
}

}  // namespace linter::suppression
