// What a file of decisions says, carried out.
#include <algorithm>
#include <map>

#include "linter/commands/fix.h"
#include "linter/commands/fix_writing.h"
#include "linter/fixes/decisions.h"
#include "linter/reports/wording.h"
#include "linter/run/check_run.h"
#include "linter/source/source.h"
#include "linter/suppression/sidecar.h"

namespace linter::commands {
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
    std::vector<fixes::Stands> rest = is_document ? decided.stands : std::move(touched_);
    if (!rest.empty()) {
      for (const fixes::NotMade& left : written.left_out) std::erase(prepared->fixes, left.fix);
      standing_.push_back(
          {file, prepared->path, is_document, std::move(rest), std::move(prepared->fixes)});
    }
    fixed += written.fixed - std::min(written.fixed, comments);
    stands += stets;
  }

  // Writes what stands in documents beside them, and what stands on words of articles that
  // replacements have changed. What is found in them is asked for once more: a rule may find its
  // words with the one that is right now.
  void write_rest(const run::CheckRequest& request) {
    const bool is_changed =
        std::ranges::any_of(standing_, [](const Standing& one) { return !one.made.empty(); });
    findings::Outcome now;
    if (is_changed) now = run::check(request, console_.files());
    for (const Standing& one : standing_) {
      const std::vector<fixes::Stands> left = found_now(one, now);
      if (left.empty()) continue;
      if (one.is_document) {
        write_entries(one, left);
      } else {
        write_stets(one, left);
      }
    }
  }

  Exit exit = Exit::fine;
  std::size_t fixed = 0;
  std::size_t stands = 0;
  std::vector<fixes::Missed> missed;

 private:
  // What stands in a document, or in an article on words that were changed.
  struct Standing {
    std::string file;
    std::string path;
    bool is_document = false;
    std::vector<fixes::Stands> stands;
    std::vector<fixes::Fix> made;
  };

  void fail(const base::Error& error) {
    console_.report(error);
    exit = Exit::incomplete;
  }
  void miss(const findings::Finding& finding, std::string why) {
    missed.push_back({&finding, nullptr, std::move(why)});
  }

  // What stands, as it is found now.
  std::vector<fixes::Stands> found_now(const Standing& standing, const findings::Outcome& now) {
    if (standing.made.empty()) return standing.stands;
    std::vector<fixes::Stands> left;
    for (const fixes::Stands& one : standing.stands) {
      const findings::Finding* const found = found_again(*one.finding, standing, now);
      if (found == nullptr) {
        miss(*one.finding, "it is not found there any more: a replacement has changed the words");
      } else if (found->suppressed.empty()) {
        left.push_back({found, one.reason});
      }
    }
    return left;
  }

  void write_entries(const Standing& document, const std::vector<fixes::Stands>& left) {
    std::vector<suppression::SidecarEntry> entries;
    for (const fixes::Stands& one : left) {
      const auto same = std::ranges::find_if(entries, [&](const suppression::SidecarEntry& entry) {
        return entry.rule == one.finding->rule && entry.text == one.finding->location.text;
      });
      if (same == entries.end()) {
        entries.push_back({one.finding->rule, one.finding->location.text, one.reason});
      } else {
        same->reason = fixes::joined_reasons(same->reason, one.reason);
      }
    }
    const auto done = write_sidecar(document.path, entries, console_);
    if (!done) return fail(done.error());
    stands += entries.size();
  }

  void write_stets(const Standing& article, const std::vector<fixes::Stands>& left) {
    auto prepared = opened(articles_, article.file, console_);
    if (!prepared) return fail(prepared.error());
    auto comments = manuscript_of(articles_, article.file, prepared->text).stets(left);
    for (const fixes::Refused& one : comments.refused) {
      const auto place =
          std::ranges::find(article.stands, left[one.number].reason, &fixes::Stands::reason);
      if (place != article.stands.end()) miss(*place->finding, one.why);
    }
    prepared->fixes = std::move(comments.fixes);
    const Written written = write(*prepared, article.file, console_);
    if (written.exit != Exit::fine) exit = written.exit;
    if (written.fixed > 0) stands += comments.stets;
  }

  static const findings::Finding* found_again(const findings::Finding& finding,
                                              const Standing& standing,
                                              const findings::Outcome& now) {
    const base::Span words = fixes::span_after(finding.location.span, standing.made);
    const auto found = std::ranges::find_if(now.findings, [&](const findings::Finding& one) {
      return one.rule == finding.rule && one.location.file == standing.file &&
             one.location.span.overlaps(words);
    });
    return found == now.findings.end() ? nullptr : &*found;
  }

  // How many stets are put in; those on words that change wait in `touched_`.
  std::size_t prepare_text(const std::string& file, const ArticleDecisions& decided,
                           Prepared& prepared) {
    const fixes::Manuscript manuscript = manuscript_of(articles_, file, prepared.text);
    auto replaced = manuscript.replacements(decided.fixes);
    touched_.clear();
    std::vector<fixes::Stands> untouched;
    for (const fixes::Stands& one : decided.stands) {
      const bool changes = std::ranges::any_of(replaced.fixes, [&](const fixes::Fix& fix) {
        return fix.span.overlaps(one.finding->location.span);
      });
      (changes ? touched_ : untouched).push_back(one);
    }
    auto comments = manuscript.stets(untouched);
    for (fixes::Refused& one : replaced.refused)
      miss(*decided.fixed[one.number], std::move(one.why));
    for (fixes::Refused& one : comments.refused)
      miss(*untouched[one.number].finding, std::move(one.why));
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
      if (!fits)
        miss(*decided.fixed[i],
             "another replacement stands on the same words: decide on one of them");
    }
  }

  const Articles& articles_;
  Console& console_;
  std::size_t inserted_ = 0;  // comments in the article at hand
  std::vector<fixes::Stands> touched_;
  std::vector<Standing> standing_;
};

// Whether words that no finding is about any more have given way to what was decided: near the line
// they had, since stets above them take lines of their own.
bool is_done(const fixes::Decision& decision, std::size_t decided, const Articles& articles,
             Console& console) {
  if (!decision.replacement || decision.text.empty() || decision.line == 0) return false;
  const auto named = std::ranges::find_if(articles, [&](const auto& one) {
    return one.first == decision.file || one.first.ends_with('/' + decision.file);
  });
  if (named == articles.end()) return false;
  const auto article = opened(articles, named->first, console);
  if (!article) return false;
  std::string_view rest = article->text;
  bool is_there = false;
  for (std::size_t line = 1; line <= decision.line + decided && !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view words = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line < decision.line) continue;
    const bool is_left =
        words.contains(decision.text) && !decision.replacement->contains(decision.text);
    if (is_left) return false;
    is_there = is_there || words.contains(*decision.replacement);
  }
  return is_there;
}

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
    // the same once more is done with the first
    if (std::ranges::find(article.fixes, carried.fixes[i]) != article.fixes.end()) continue;
    article.fixes.push_back(carried.fixes[i]);
    article.fixed.push_back(carried.fixed[i]);
  }
  for (const fixes::Stands& one : carried.stands)
    decided[one.finding->location.file].stands.push_back(one);
  CarryingOut done(articles, console);
  done.missed = std::move(carried.missed);
  for (fixes::Missed& missed : done.missed) {
    if (missed.finding == nullptr &&
        is_done(*missed.decision, decisions.value.size(), articles, console))
      missed.why = "it is done already: the words read so";
  }
  for (auto& [article, decisions_on_it] : decided) done.carry_out(article, decisions_on_it);
  done.write_rest(request);
  std::string said = "galley: " + reports::counted(done.fixed, "replacement") + " and " +
                     reports::counted(done.stands, "stet") + " written";
  if (!done.missed.empty()) said += "; not carried out: " + std::to_string(done.missed.size());
  console.say(said + '\n');
  for (const fixes::Missed& missed : done.missed) tell(fixes::named(missed), missed.why, console);
  return done.exit;
}

}  // namespace linter::commands
