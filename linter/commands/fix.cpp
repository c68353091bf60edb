#include "linter/commands/fix.h"

#include <algorithm>
#include <map>

#include "linter/base/harmless.h"
#include "linter/fixes/decisions.h"
#include "linter/fixes/diff.h"
#include "linter/fixes/documents.h"
#include "linter/fixes/fixes.h"
#include "linter/fixes/manuscript.h"
#include "linter/reports/wording.h"
#include "linter/run/check_run.h"
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

// The fixes that an article's text takes, and the text; a document's bytes beside it.
struct Prepared {
  std::string path;
  std::string text;
  std::string document;
  std::vector<fixes::Fix> fixes;
};

base::Result<Prepared> opened(const Articles& articles, const std::string& file, Console& console) {
  const auto found = articles.find(file);
  if (found == articles.end())
    return base::fail(base::ErrorCode::missing_path, "the file is not there any more", file);
  Prepared prepared;
  prepared.path = found->second.path;
  auto bytes = console.files().read(prepared.path, source::default_max_file_bytes);
  if (bytes && found->second.format->unpack != nullptr) {
    prepared.document = std::move(*bytes);
    bytes = fixes::document_text(prepared.document, file);
  }
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  prepared.text = std::move(*bytes);
  return prepared;
}

fixes::Manuscript manuscript_of(const Articles& articles, const std::string& file,
                                const std::string& text) {
  const run::ReadableFile& readable = articles.at(file);
  return {file, text, {readable.format, readable.options}};
}

// With the sure corrections of the article.
std::optional<Prepared> prepare(const Articles& articles, const std::string& file,
                                std::vector<fixes::Fix> wanted, Console& console) {
  auto prepared = opened(articles, file, console);
  if (!prepared) {
    console.report(prepared.error());
    return std::nullopt;
  }
  for (fixes::Fix& fix : wanted) fix = fixes::with_its_space(prepared->text, std::move(fix));
  wanted = fixes::fitting(prepared->text, std::move(wanted));
  if (prepared->document.empty())
    wanted = manuscript_of(articles, file, prepared->text).replacements(wanted).fixes;
  prepared->fixes = std::move(wanted);
  return std::move(*prepared);
}

struct Written {
  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::vector<fixes::NotMade> left_out{};
};

// Writes the article with its fixes, as a whole or not at all.
Written write(const Prepared& prepared, const std::string& file, Console& console) {
  base::Result<fixes::Mended> mended =
      prepared.document.empty()
          ? fixes::Mended{.bytes = fixes::applied(prepared.text, prepared.fixes),
                          .fixed = prepared.fixes.size()}
          : fixes::applied_to_document(prepared.document, file, prepared.fixes);
  if (mended && mended->fixed == 0) return {.left_out = std::move(mended->left_out)};
  base::Result<void> written;
  if (mended) {
    written = console.files().write(prepared.path, mended->bytes);
  } else {
    written = std::unexpected(mended.error());
  }
  if (written) return {.fixed = mended->fixed, .left_out = std::move(mended->left_out)};
  console.report(written.error());
  return {.exit = Exit::incomplete};
}

// Says of a finding why it was not mended.
void tell(const std::string& named, std::string_view why, Console& console) {
  console.say(base::harmless_sentence(named) + ": " + base::harmless_sentence(why) + '\n');
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

Articles articles_of(const run::CheckRequest& request, Console& console) {
  return run::readable_files(request, console.files());
}

Exit fix_all(const findings::Outcome& outcome, const Articles& articles, Console& console) {
  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::size_t files = 0;
  for (const auto& [file, findings] : by_file(outcome)) {
    auto wanted = fixes::sure_fixes(findings);
    if (wanted.empty()) continue;
    const auto prepared = prepare(articles, file, std::move(wanted), console);
    if (!prepared) exit = Exit::incomplete;
    if (!prepared || prepared->fixes.empty()) continue;
    const Written written = write(*prepared, file, console);
    if (written.exit != Exit::fine) exit = written.exit;
    for (const fixes::NotMade& left : written.left_out) {
      const auto of = std::ranges::find_if(findings, [&](const findings::Finding& finding) {
        return finding.safe_fix && finding.location.span.overlaps(left.fix.span);
      });
      if (of != findings.end()) tell(fixes::named(*of), left.why, console);
    }
    if (written.fixed == 0) continue;
    fixed += written.fixed;
    ++files;
  }
  if (fixed > 0)
    console.say("galley: " + reports::counted(fixed, "correction") + " in " +
                reports::counted(files, "file") + "\n");
  return exit;
}

Exit show_fixes(const findings::Outcome& outcome, const Articles& articles, Console& console) {
  Exit exit = Exit::fine;
  for (const auto& [file, findings] : by_file(outcome)) {
    auto wanted = fixes::sure_fixes(findings);
    if (wanted.empty()) continue;
    const auto prepared = prepare(articles, file, std::move(wanted), console);
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
  std::vector<const findings::Finding*> fixed;  // beside them
  std::vector<fixes::Stands> stands;
};

// Puts entries into the sidecar of a document.
base::Result<void> write_sidecar(const std::string& document,
                                 const std::vector<suppression::SidecarEntry>& entries,
                                 Console& console) {
  const std::string path = document + std::string(suppression::sidecar_ending);
  std::string before;
  if (console.files().status(path).kind != base::FileKind::missing) {
    auto read = console.files().read(path, source::default_max_file_bytes);
    if (!read) return std::unexpected(std::move(read.error()));
    before = std::move(*read);
  }
  return console.files().write(path, suppression::with_entries(before, entries));
}

// Carries decisions out, article by article, and keeps what came of them.
class CarryingOut {
 public:
  CarryingOut(const Articles& articles, Console& console)
      : articles_(articles), console_(console) {}

  void carry_out(const std::string& file, ArticleDecisions& decided) {
    auto prepared = opened(articles_, file, console_);
    if (!prepared) return fail(prepared.error());
    const bool is_document = !prepared->document.empty();
    std::size_t stets = 0;
    if (is_document) {
      prepare_document(decided, *prepared);
    } else {
      stets = prepare_text(file, decided, *prepared);
    }
    const std::size_t comments = is_document ? 0 : inserted_;
    const Written written = write(*prepared, file, console_);
    if (written.exit != Exit::fine) {
      exit = written.exit;
      return;
    }
    for (const fixes::NotMade& left : written.left_out) {
      const auto at = std::ranges::find(decided.fixes, left.fix.span, &fixes::Fix::span);
      if (at != decided.fixes.end())
        miss(*decided.fixed[static_cast<std::size_t>(at - decided.fixes.begin())],
             std::string(left.why) + ": mend it by hand");
    }
    if (is_document && !decided.stands.empty()) {
      for (const fixes::NotMade& left : written.left_out) std::erase(prepared->fixes, left.fix);
      standing_.push_back({file, prepared->path, &decided, std::move(prepared->fixes)});
    }
    fixed += written.fixed - std::min(written.fixed, comments);
    stands += stets;
  }

  // Writes what stands in documents beside them. Where replacements have changed a document, what
  // is found in it is asked for once more: a rule may find its words with the one that is right
  // now.
  void write_sidecars(const run::CheckRequest& request) {
    const bool is_changed = std::ranges::any_of(
        standing_, [](const Standing& document) { return !document.made.empty(); });
    findings::Outcome now;
    if (is_changed) now = run::check(request, console_.files());
    for (const Standing& document : standing_) {
      const auto entries = entries_for(document, now);
      if (entries.empty()) continue;
      if (const auto done = write_sidecar(document.path, entries, console_); !done) {
        fail(done.error());
      } else {
        stands += entries.size();
      }
    }
  }

  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::size_t stands = 0;
  std::vector<fixes::Missed> missed;

 private:
  // A document in which something stands.
  struct Standing {
    std::string file;
    std::string path;
    const ArticleDecisions* decided = nullptr;
    std::vector<fixes::Fix> made;
  };

  void fail(const base::Error& error) {
    console_.report(error);
    exit = Exit::incomplete;
  }
  void miss(const findings::Finding& finding, std::string why) {
    missed.push_back({&finding, nullptr, std::move(why)});
  }

  // What stands in a document, by the words that it is found on now.
  std::vector<suppression::SidecarEntry> entries_for(const Standing& document,
                                                     const findings::Outcome& now) {
    std::vector<suppression::SidecarEntry> entries;
    for (const fixes::Stands& one : document.decided->stands) {
      const findings::Finding* const found =
          document.made.empty() ? one.finding : found_again(*one.finding, document, now);
      if (found == nullptr) {
        miss(*one.finding, "it is not found there any more: a replacement has changed the words");
        continue;
      }
      const std::string& words = found->location.text;
      const auto same = std::ranges::find_if(entries, [&](const suppression::SidecarEntry& entry) {
        return entry.rule == found->rule && entry.text == words;
      });
      if (same == entries.end()) {
        entries.push_back({found->rule, words, one.reason});
      } else {
        same->reason = fixes::joined_reasons(same->reason, one.reason);
      }
    }
    return entries;
  }

  static const findings::Finding* found_again(const findings::Finding& finding,
                                              const Standing& document,
                                              const findings::Outcome& now) {
    const base::Span words = fixes::span_after(finding.location.span, document.made);
    const auto found = std::ranges::find_if(now.findings, [&](const findings::Finding& one) {
      return one.rule == finding.rule && one.location.file == document.file &&
             one.suppressed.empty() && one.location.span.overlaps(words);
    });
    return found == now.findings.end() ? nullptr : &*found;
  }

  // How many stets are put in.
  std::size_t prepare_text(const std::string& file, const ArticleDecisions& decided,
                           Prepared& prepared) {
    const fixes::Manuscript manuscript = manuscript_of(articles_, file, prepared.text);
    auto replaced = manuscript.replacements(decided.fixes);
    auto comments = manuscript.stets(decided.stands);
    for (fixes::Refused& one : replaced.refused)
      miss(*decided.fixed[one.number], std::move(one.why));
    for (fixes::Refused& one : comments.refused)
      miss(*decided.stands[one.number].finding, std::move(one.why));
    // a comment goes before what is written at the same place
    std::vector<fixes::Fix> all = std::move(comments.fixes);
    inserted_ = all.size();
    all.insert(all.end(), replaced.fixes.begin(), replaced.fixes.end());
    prepared.fixes = fixes::fitting(prepared.text, std::move(all));
    return comments.stets;
  }

  void prepare_document(ArticleDecisions& decided, Prepared& prepared) {
    for (fixes::Fix& fix : decided.fixes)
      fix = fixes::with_its_space(prepared.text, std::move(fix));
    prepared.fixes = fixes::fitting(prepared.text, decided.fixes);
    for (std::size_t i = 0; i < decided.fixes.size(); ++i) {
      const bool fits = std::ranges::find(prepared.fixes, decided.fixes[i]) != prepared.fixes.end();
      if (!fits) miss(*decided.fixed[i], "another replacement stands on the same words");
    }
  }

  const Articles& articles_;
  Console& console_;
  std::size_t inserted_ = 0;  // comments in the article at hand
  std::vector<Standing> standing_;
};

}  // namespace

Exit carry_out_decisions(const findings::Outcome& outcome, const run::CheckRequest& request,
                         const std::string& file, Console& console) {
  const Articles articles = articles_of(request, console);
  const auto text = console.files().read(file, source::default_max_file_bytes);
  if (!text) {
    console.report(text.error());
    return Exit::incomplete;
  }
  const auto decisions = fixes::read_decisions(*text, file);
  for (const base::Error& error : decisions.errors) console.report(error);
  if (!decisions.errors.empty()) return Exit::incomplete;
  fixes::Carried carried = fixes::carried_out(decisions.value, outcome.findings, outcome.rules);
  std::map<std::string, ArticleDecisions> decided;
  for (std::size_t i = 0; i < carried.fixes.size(); ++i) {
    ArticleDecisions& article = decided[carried.fixed[i]->location.file];
    article.fixes.push_back(carried.fixes[i]);
    article.fixed.push_back(carried.fixed[i]);
  }
  for (const fixes::Stands& one : carried.stands)
    decided[one.finding->location.file].stands.push_back(one);
  CarryingOut done(articles, console);
  done.missed = std::move(carried.missed);
  for (auto& [article, decisions_on_it] : decided) done.carry_out(article, decisions_on_it);
  done.write_sidecars(request);
  std::string said = "galley: " + reports::counted(done.fixed, "replacement") + " and " +
                     reports::counted(done.stands, "stet") + " written";
  if (!done.missed.empty()) said += "; not carried out: " + std::to_string(done.missed.size());
  console.say(said + '\n');
  for (const fixes::Missed& missed : done.missed) tell(fixes::named(missed), missed.why, console);
  return done.exit;
}

}  // namespace linter::commands
