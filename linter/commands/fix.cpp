#include "linter/commands/fix.h"

#include <map>

#include "linter/base/harmless.h"
#include "linter/fixes/decisions.h"
#include "linter/fixes/diff.h"
#include "linter/fixes/documents.h"
#include "linter/fixes/fixes.h"
#include "linter/reports/wording.h"
#include "linter/source/source.h"
#include "linter/suppression/sidecar.h"

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

// The fixes that an article's text takes, and the text; a document's bytes beside it.
struct Prepared {
  std::string path;
  std::string text;
  std::string document;
  std::vector<fixes::Fix> fixes;
};

std::optional<Prepared> prepare(const findings::Outcome& outcome, const std::string& file,
                                std::vector<fixes::Fix> wanted, Console& console) {
  Prepared prepared;
  prepared.path = disk_path(outcome, file, console.files());
  auto bytes = console.files().read(prepared.path, source::default_max_file_bytes);
  if (bytes && findings::counts_paragraphs(file)) {
    prepared.document = std::move(*bytes);
    bytes = fixes::document_text(prepared.document, file);
  }
  if (!bytes) {
    console.report(bytes.error());
    return std::nullopt;
  }
  prepared.text = std::move(*bytes);
  prepared.fixes = fixes::fitting(prepared.text, std::move(wanted));
  return prepared;
}

struct Written {
  Exit exit = Exit::fine;
  std::size_t fixed = 0;
};

// Writes the article with its fixes, as a whole or not at all.
Written write(const Prepared& prepared, const std::string& file, Console& console) {
  base::Result<fixes::Mended> mended =
      prepared.document.empty()
          ? fixes::Mended{fixes::applied(prepared.text, prepared.fixes), prepared.fixes.size()}
          : fixes::applied_to_document(prepared.document, file, prepared.fixes);
  if (mended && mended->fixed == 0) return {};
  base::Result<void> written;
  if (mended) {
    written = console.files().write(prepared.path, mended->bytes);
  } else {
    written = std::unexpected(mended.error());
  }
  if (written) return {.fixed = mended->fixed};
  console.report(written.error());
  return {.exit = Exit::incomplete};
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
    const Written written = write(*prepared, file, console);
    if (written.exit != Exit::fine) exit = written.exit;
    if (written.fixed == 0) continue;
    fixed += written.fixed;
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
    console.out().write(harmless_patch(fixes::diff(file, prepared->text, prepared->fixes)));
    if (exit == Exit::fine) exit = Exit::findings;
  }
  return console.finish(exit);
}

namespace {

// What is decided about one article.
struct ArticleDecisions {
  std::vector<fixes::Fix> fixes;
  std::vector<fixes::Stands> stands;
};

// Puts what stands beside a document into its sidecar.
Exit write_sidecar(const std::string& document, const std::vector<fixes::Stands>& stands,
                   Console& console) {
  const std::string path = document + std::string(suppression::sidecar_ending);
  std::string before;
  if (console.files().status(path).kind != base::FileKind::missing) {
    auto read = console.files().read(path, source::default_max_file_bytes);
    if (!read) {
      console.report(read.error());
      return Exit::incomplete;
    }
    before = std::move(*read);
  }
  std::vector<suppression::SidecarEntry> entries;
  for (const fixes::Stands& one : stands)
    entries.push_back({one.finding->rule, one.finding->location.text, one.reason});
  const auto written = console.files().write(path, suppression::with_entries(before, entries));
  if (written) return Exit::fine;
  console.report(written.error());
  return Exit::incomplete;
}

// Counts what was done, for the line at the end.
struct Done {
  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::size_t stands = 0;
};

void carry_out(const findings::Outcome& outcome, const std::string& file, ArticleDecisions decided,
               Console& console, Done& done) {
  auto prepared = prepare(outcome, file, decided.fixes, console);
  if (!prepared) {
    done.exit = Exit::incomplete;
    return;
  }
  const std::size_t accepted = prepared->fixes.size();
  std::size_t stets = decided.stands.size();
  if (prepared->document.empty()) {
    auto comments = fixes::stet_comments(prepared->text, decided.stands);
    stets = comments.size();
    auto all = std::move(comments);  // a comment goes before what is written at the same place
    all.insert(all.end(), prepared->fixes.begin(), prepared->fixes.end());
    prepared->fixes = fixes::fitting(prepared->text, std::move(all));
  } else if (stets > 0 && write_sidecar(prepared->path, decided.stands, console) != Exit::fine) {
    done.exit = Exit::incomplete;
    return;
  }
  const Written written = write(*prepared, file, console);
  if (written.exit != Exit::fine) {
    done.exit = written.exit;
    return;
  }
  done.fixed += prepared->document.empty() ? accepted : written.fixed;
  done.stands += stets;
}

}  // namespace

Exit carry_out_decisions(const findings::Outcome& outcome, const std::string& file,
                         Console& console) {
  const auto text = console.files().read(file, source::default_max_file_bytes);
  if (!text) {
    console.report(text.error());
    return Exit::incomplete;
  }
  const auto decisions = fixes::read_decisions(*text, file);
  for (const base::Error& error : decisions.errors) console.report(error);
  if (!decisions.errors.empty()) return Exit::incomplete;
  const fixes::Carried carried = fixes::carried_out(decisions.value, outcome.findings);
  std::map<std::string, ArticleDecisions> articles;
  for (std::size_t i = 0; i < carried.fixes.size(); ++i)
    articles[carried.fixed[i]->location.file].fixes.push_back(carried.fixes[i]);
  for (const fixes::Stands& one : carried.stands)
    articles[one.finding->location.file].stands.push_back(one);
  Done done;
  for (auto& [article, decided] : articles)
    carry_out(outcome, article, std::move(decided), console, done);
  std::string said = "galley: " + reports::counted(done.fixed, "replacement") + " and " +
                     reports::counted(done.stands, "stet") + " written";
  const std::size_t missed = carried.fixes.size() - done.fixed;
  if (carried.by_hand + missed > 0)
    said += "; " + std::to_string(carried.by_hand + missed) + " accepted, to be mended by hand";
  if (carried.gone > 0) said += "; " + std::to_string(carried.gone) + " fit no finding any more";
  console.say(said + '\n');
  return done.exit;
}

}  // namespace linter::commands
