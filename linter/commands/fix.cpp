#include "linter/commands/fix.h"

#include <map>

#include "linter/base/harmless.h"
#include "linter/fixes/diff.h"
#include "linter/fixes/fixes.h"
#include "linter/reports/wording.h"
#include "linter/source/source.h"

namespace linter::commands {
namespace {

using ByFile = std::map<std::string, std::vector<findings::Finding>>;

ByFile by_file(const findings::Outcome& outcome) {
  ByFile files;
  for (const findings::Finding& finding : outcome.findings)
    files[finding.location.file].push_back(finding);
  return files;
}

// Where a finding's file lies, from what reports call it.
std::string disk_path(const findings::Outcome& outcome, const std::string& file,
                      const base::FileSystem& files) {
  if (!outcome.root.empty()) {
    std::string path = base::join_path(outcome.root, file);
    if (files.status(path).kind == base::FileKind::regular) return path;
  }
  return file;
}

// The fixes that an article's bytes take, and the bytes.
struct Prepared {
  std::string path;
  std::string bytes;
  std::vector<fixes::Fix> fixes;
};

std::optional<Prepared> prepare(const findings::Outcome& outcome, const std::string& file,
                                std::vector<fixes::Fix> wanted, Console& console) {
  Prepared prepared;
  prepared.path = disk_path(outcome, file, console.files());
  auto bytes = console.files().read(prepared.path, source::default_max_file_bytes);
  if (!bytes) {
    console.report(bytes.error());
    return std::nullopt;
  }
  prepared.bytes = std::move(*bytes);
  prepared.fixes = fixes::fitting(prepared.bytes, std::move(wanted));
  return prepared;
}

// Nothing in it steers a terminal; tabs and line ends stay, so that `patch` can read it.
std::string harmless_patch(std::string_view patch) {
  std::string out;
  while (!patch.empty()) {
    const std::size_t end = std::min(patch.find_first_of("\t\r\n"), patch.size());
    out += base::harmless(patch.substr(0, end));
    if (end < patch.size()) out += patch[end];
    patch.remove_prefix(std::min(end + 1, patch.size()));
  }
  return out;
}

}  // namespace

Exit fix_all(const findings::Outcome& outcome, Console& console) {
  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::size_t files = 0;
  for (const auto& [file, findings] : by_file(outcome)) {
    auto wanted = fixes::sure_fixes(findings);
    if (wanted.empty()) continue;
    const auto prepared = prepare(outcome, file, std::move(wanted), console);
    if (!prepared) exit = Exit::incomplete;
    if (!prepared || prepared->fixes.empty()) continue;
    const auto written =
        console.files().write(prepared->path, fixes::applied(prepared->bytes, prepared->fixes));
    if (!written) {
      console.report(written.error());
      exit = Exit::incomplete;
      continue;
    }
    fixed += prepared->fixes.size();
    ++files;
  }
  if (fixed > 0)
    console.say("galley: " + reports::counted(fixed, "correction") + " in " +
                reports::counted(files, "file") + "\n");
  return exit;
}

Exit show_fixes(const findings::Outcome& outcome, Console& console) {
  Exit exit = Exit::fine;
  for (const auto& [file, findings] : by_file(outcome)) {
    auto wanted = fixes::sure_fixes(findings);
    if (wanted.empty()) continue;
    const auto prepared = prepare(outcome, file, std::move(wanted), console);
    if (!prepared) exit = Exit::incomplete;
    if (!prepared || prepared->fixes.empty()) continue;
    console.out().write(harmless_patch(fixes::diff(file, prepared->bytes, prepared->fixes)));
    if (exit == Exit::fine) exit = Exit::findings;
  }
  return console.finish(exit);
}

}  // namespace linter::commands
