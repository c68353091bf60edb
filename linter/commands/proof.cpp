#include "linter/commands/proof.h"

#include <filesystem>
#include <memory>
#include <system_error>

#include "linter/base/files.h"
#include "linter/base/harmless.h"
#include "linter/base/utf8.h"
#include "linter/commands/article_request.h"
#include "linter/commands/facts.h"
#include "linter/commands/values.h"
#include "linter/fixes/decisions.h"
#include "linter/fixes/documents.h"
#include "linter/proof/proof.h"
#include "linter/reports/wording.h"
#include "linter/run/check_run.h"
#include "linter/run/read_articles.h"
#include "linter/source/source.h"

namespace linter::commands {
namespace {

struct ProofSettings : ArticleSettings {
  std::optional<std::string> output;
  bool show_suppressed = false;
  bool docx = false;
  bool track = false;
};

Exit write_page(const std::string& page, const findings::Outcome& outcome, std::size_t articles,
                const ProofSettings& settings, Console& console) {
  const Exit done = outcome.errors.empty() ? Exit::fine : Exit::incomplete;
  const std::string output = settings.output.value_or("proof.html");
  if (output == "-") {
    const Exit printed = console.print(page);
    return printed == Exit::fine ? done : printed;
  }
  if (const auto written = console.files().write(output, page); !written) {
    console.report(written.error());
    return Exit::incomplete;
  }
  if (articles == 0 && outcome.errors.empty()) {
    console.say("galley: no article was found; " + output + " shows none\n");
    return done;
  }
  console.say("galley: " + reports::counted(outcome.findings.size(), "remark") + " on " +
              reports::counted(articles, "article") + " in " + output + "; open it in a browser\n");
  return done;
}

std::string lowered_extension(const std::string& path) {
  return base::lower(base::file_extension(path));
}

// What does not go together, or an empty string.
std::string refusal(const ProofSettings& settings) {
  if (!settings.docx && settings.output && lowered_extension(*settings.output) == ".docx")
    return "a page is no Word document: name it .html, or say --docx for the document with remarks";
  if (settings.track && !settings.docx) return "--track belongs to --docx";
  if (!settings.docx) return {};
  const bool one_document =
      settings.paths.size() == 1 && findings::counts_paragraphs(settings.paths.front());
  if (!one_document) return "--docx is for one Word document (.docx)";
  if (!settings.output || *settings.output == settings.paths.front())
    return "--docx needs -o FILE, another file than the document: that one stays as it is";
  if (lowered_extension(*settings.output) != ".docx")
    return "--docx writes a Word document: name it .docx";
  return {};
}

// What was to be put into the document and could not be, by place.
void tell_missed(const fixes::Mended& made, const findings::Outcome& outcome, Console& console) {
  const auto tell = [&](const findings::Finding& finding, std::string_view why) {
    console.say(base::harmless_sentence(fixes::named(finding)) + ": " + std::string(why) + '\n');
  };
  for (const findings::Finding* finding : made.not_remarked)
    tell(*finding, "the comment has no place in the document");
  for (const fixes::NotMade& left : made.left_out) {
    for (const findings::Finding& finding : outcome.findings) {
      if (finding.location.span.overlaps(left.fix.span) && finding.safe_fix)
        tell(finding, "not corrected: " + std::string(left.why));
    }
  }
}

// The document once more, with the remarks as comments.
Exit write_document(const findings::Outcome& outcome, const ProofSettings& settings,
                    const std::string& today, Console& console) {
  for (const auto& error : outcome.errors) console.report(error);
  if (!outcome.errors.empty()) return Exit::incomplete;
  const std::string& path = settings.paths.front();
  auto bytes = console.files().read(path, source::default_max_file_bytes);
  if (!bytes) {
    console.report(bytes.error());
    return Exit::incomplete;
  }
  const auto made =
      fixes::remarked_document(std::move(*bytes), path, outcome.findings, settings.track, today);
  base::Result<void> written;
  if (made) {
    written = console.files().write(*settings.output, made->bytes);
  } else {
    written = std::unexpected(made.error());
  }
  if (!written) {
    console.report(written.error());
    return Exit::incomplete;
  }
  std::string said =
      "galley: " + reports::counted(outcome.findings.size() - made->not_remarked.size(), "comment");
  if (settings.track) said += " and " + reports::counted(made->fixed, "tracked change");
  console.say(said + " in " + *settings.output + '\n');
  tell_missed(*made, outcome, console);
  return Exit::fine;
}

// Whether two names are one file on disk.
bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code none;
  return std::filesystem::equivalent(a, b, none) && !none;
}

// Whether what is written would take the place of something that is no proof: an article, or what
// else somebody keeps under that name.
bool overwrites(const ProofSettings& settings, const run::CheckRequest& request, Console& console) {
  const std::string output = settings.output.value_or("proof.html");
  if (output == "-" || console.files().status(output).kind != base::FileKind::regular) return false;
  std::string what;
  for (const auto& [shown, file] : run::readable_files(request, console.files())) {
    if (is_same_file(output, file.path)) what = shown;
  }
  if (what.empty()) return false;
  const auto bytes = console.files().read(output, source::default_max_file_bytes);
  if (!settings.docx && bytes && proof::is_proof_page(*bytes)) return false;
  console.report({base::ErrorCode::bad_usage,
                  "'" + output +
                      "' is one of the articles: the proof would take its place; "
                      "give another name with -o",
                  {}});
  return true;
}

Exit proof(const ProofSettings& settings, Console& console) {
  if (std::string message = refusal(settings); !message.empty()) {
    console.report({base::ErrorCode::bad_usage, std::move(message), {}});
    return Exit::incomplete;
  }
  auto request = article_request(settings, console);
  if (!request) return refused(request.error(), console);
  request->show_suppressed = settings.show_suppressed;
  if (overwrites(settings, *request, console)) return Exit::incomplete;
  const findings::Outcome outcome = run::check(*request, console.files());
  if (console.interrupted()) return Exit::interrupted;
  if (settings.docx) return write_document(outcome, settings, request->today, console);
  std::vector<proof::Galley> galleys;
  run::read_articles(*request, console.files(), [&](source::Source source, prose::Article article) {
    galleys.push_back({std::move(source.path), std::move(source.bytes), std::move(article)});
    return !console.interrupted();
  });
  if (console.interrupted()) return Exit::interrupted;
  for (const auto& error : outcome.errors) console.report(error);
  if (galleys.empty() && !outcome.errors.empty()) return Exit::incomplete;
  const std::string page = proof::proof_page(proof::proof_json(outcome, galleys, version()));
  return write_page(page, outcome, galleys.size(), settings, console);
}

}  // namespace

Job prepare_proof() {
  auto settings = std::make_unique<ProofSettings>();
  std::vector<Option> options{
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns; the current folder when there is none",
       .target = &settings->paths},
      {.names = "-o,--output",
       .value = "FILE",
       .about = "where to write it, in place of proof.html; - is standard output",
       .target = &settings->output},
      {.names = "--docx",
       .value = "",
       .about = "in place of a page: the Word document once more, with the remarks as comments",
       .target = &settings->docx},
      {.names = "--track",
       .value = "",
       .about = "with --docx: sure corrections as tracked changes",
       .target = &settings->track},
      config_option(settings->configuration),
      pack_option(settings->packs),
      today_option(settings->today),
      {.names = "--show-suppressed",
       .value = "",
       .about = "also remarks that are silenced, with the reason",
       .target = &settings->show_suppressed},
  };
  return job_of(std::move(settings), std::move(options), proof);
}

}  // namespace linter::commands
