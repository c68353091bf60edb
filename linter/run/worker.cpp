#include "linter/run/worker.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <new>
#include <utility>

#include "linter/checks/summaries.h"
#include "linter/findings/same_defect.h"
#include "linter/lexicon/language.h"
#include "linter/proof/proof.h"
#include "linter/run/levels.h"
#include "linter/suppression/sidecar.h"

namespace linter::run {
namespace {

// A file with a NUL byte early on is no article that somebody broke, but no article at all; git
// judges by the same bytes.
bool looks_binary(std::string_view bytes) {
  constexpr std::size_t judged = 8000;
  return bytes.substr(0, judged).find('\0') != std::string_view::npos;
}

base::Error internal_error(const Job& job, std::string_view what) {
  return {.code = base::ErrorCode::internal,
          .message = "galley failed on this article and went on with the others (" +
                     std::string(what) + "): please report it with the article",
          .file = job.shown};
}

// Of an old version, what is not told to anybody takes no memory.
void forget_what_is_shown(findings::Finding& finding) {
  for (std::string* text : {&finding.message, &finding.instead, &finding.location.excerpt})
    std::string().swap(*text);
  std::vector<std::string>().swap(finding.suggestions);
  std::vector<std::string>().swap(finding.jurisdictions);
  std::vector<findings::Citation>().swap(finding.sources);
}

std::uint64_t count_words(const sentences::Text& text) {
  return static_cast<std::uint64_t>(
      std::ranges::count(text.tokens, sentences::TokenKind::word, &sentences::Token::kind));
}

}  // namespace

prose::ReadOptions read_options_of(const Job& job) {
  prose::ReadOptions options{.prose_fields = {}, .language = job.settings->settings.language.value};
  for (const config::Text& field : job.settings->settings.prose_fields)
    options.prose_fields.push_back(field.value);
  return options;
}

bool is_own_proof(const Job& job, std::string_view bytes) {
  if (job.standard_input) return false;
  if (job.format->unpack == nullptr) return proof::is_proof_page(bytes);
  return !job.named && proof::is_proof_document(bytes);
}

std::optional<std::string> why_left_out(const Job& job, const base::FileSystem& files) {
  if (job.standard_input) return std::nullopt;
  auto bytes = files.read(job.path, job.settings->settings.max_file_bytes.value);
  if (!bytes) return std::nullopt;
  if (is_own_proof(job, *bytes)) return "a proof that galley made";
  if (job.format->unpack != nullptr || job.named || !looks_binary(*bytes)) return std::nullopt;
  const auto source = source::make_source(job.shown, std::move(*bytes));
  if (source || source.error().code != base::ErrorCode::unreadable_file) return std::nullopt;
  return "binary: it has a NUL byte";
}

struct Worker::Instruments {
  explicit Instruments(const Profile& profile)
      : lexicon(profile.vocabulary(), profile.triggers()),
        context(profile.cues()),
        checks(profile.make_checks()) {}

  lexicon::Lexicon lexicon;
  context::Context context;
  std::vector<std::unique_ptr<checks::Check>> checks;
};

Worker::Worker(const CheckRequest& request, const base::FileSystem& files, ProfileSource& profiles)
    : request_(request), files_(files), profiles_(profiles) {}

Worker::~Worker() = default;

ArticleReport Worker::check(const Job& job) {
  ArticleReport report;
  std::string failure;
  try {
    check(job, report);
    return report;
  } catch (const std::bad_alloc&) {
    failure = "not enough memory";
  } catch (const std::exception& exception) {
    failure = exception.what();
  }
  instruments_.clear();  // they may have been left half-way
  report = ArticleReport{};
  report.errors.push_back(internal_error(job, failure));
  return report;
}

void Worker::check(const Job& job, ArticleReport& report) {
  auto source = read(job);
  if (!source) {
    report.errors.push_back(std::move(source.error()));
    return;
  }
  if (!*source) return;
  std::ranges::copy(article_.front_matter.faults, std::back_inserter(report.errors));
  report.bytes = (*source)->bytes.size();
  report.profile = profile_for(job, report);
  if (report.profile != nullptr) run_checks(job, **source, report);
}

// Nothing for a file that only lies in a folder and is no text, and for a proof.
base::Result<std::optional<source::Source>> Worker::read(const Job& job) {
  const std::uint64_t limit = request_.max_file_bytes != 0
                                  ? request_.max_file_bytes
                                  : job.settings->settings.max_file_bytes.value;
  auto bytes = job.standard_input
                   ? standard_input(job, limit)
                   : (job.files != nullptr ? *job.files : files_).read(job.path, limit);
  if (!bytes) {
    bytes.error().file = job.shown;
    if (bytes.error().code == base::ErrorCode::too_large)
      bytes.error().message += ": raise max_file_bytes in .galley.yaml to check it";
    return std::unexpected(std::move(bytes.error()));
  }
  if (is_own_proof(job, *bytes)) return std::nullopt;
  const bool is_binary = !job.named && job.format->unpack == nullptr && looks_binary(*bytes);
  const prose::ReadOptions options = read_options_of(job);
  auto source = prose::read_article(*job.format, job.shown, std::move(*bytes), options, article_);
  if (source) return std::move(*source);
  if (is_binary && source.error().code == base::ErrorCode::unreadable_file) return std::nullopt;
  return std::unexpected(std::move(source.error()));
}

base::Result<std::string> Worker::standard_input(const Job& job, std::uint64_t limit) const {
  if (job.size <= limit) return *request_.standard_input;
  return base::fail(base::ErrorCode::too_large, "the text has " + std::to_string(job.size) +
                                                    " bytes, more than the limit of " +
                                                    std::to_string(limit));
}

const Profile* Worker::profile_for(const Job& job, ArticleReport& report) {
  const config::Text& configured = job.settings->settings.language;
  const auto& own = article_.front_matter.language;
  const source::Position& at = article_.front_matter.language_at;
  if (own && lexicon::is_language_tag(*own))
    return profile_for(job, *own, {.file = job.shown, .line = at.line, .column = at.column},
                       report);
  if (own) {
    report.errors.push_back({.code = base::ErrorCode::bad_front_matter,
                             .message = "the front matter's language '" + *own +
                                        "' is no language tag: write one such as en-GB",
                             .file = job.shown,
                             .line = at.line,
                             .column = at.column});
  }
  return profile_for(job, configured.value, configured.origin, report);
}

// `at` is where the language was asked for: a configuration's is the same place for each article.
const Profile* Worker::profile_for(const Job& job, const std::string& language,
                                   const config::Origin& at, ArticleReport& report) {
  const Profile* profile = profiles_.get(*job.settings, language);
  if (profile != nullptr) report.language = language;
  if (profile == nullptr || profile->missing_dictionary() == nullptr) return profile;
  base::Error error = *profile->missing_dictionary();
  error.file = at.file;
  error.line = at.line;
  error.column = at.column;
  report.errors.push_back(std::move(error));
  return profile;
}

Worker::Instruments& Worker::instruments_for(const Profile& profile) {
  auto& instruments = instruments_[&profile];
  if (instruments == nullptr) instruments = std::make_unique<Instruments>(profile);
  return *instruments;
}

void Worker::run_checks(const Job& job, const source::Source& source, ArticleReport& report) {
  Instruments& instruments = instruments_for(*report.profile);
  sentences::split(article_, text_);
  instruments.lexicon.annotate(article_.view, text_);
  report.words = count_words(text_);
  report.accepted = article_.front_matter.words;
  const lexicon::Reading reading{source, article_, text_, instruments.lexicon};
  instruments.context.begin(reading);
  checks::ArticleResult result;
  const lexicon::Reading* read = &reading;
  for (const auto& check : instruments.checks) {
    const std::size_t before = result.findings.size();
    check->check_article(*read, instruments.context, result);
    if (read != &reading) meant_.settle(result.findings, before);
    apply_levels(job.settings->settings, result.findings, before);
    if (!job.requested) result.findings.resize(before);
    for (std::size_t i = before; i < result.findings.size() && !job.past; ++i)
      check->complete(*read, result.findings[i]);
    if (!meant_.make(reading, report.profile->triggers(), std::exchange(result.meant, {})))
      continue;
    read = &meant_.reading();
    instruments.context.begin(*read);
  }
  findings::keep_one_of_each_defect(result.findings);
  if (!result.findings.empty()) findings::locate(result.findings, job.shown, source.bytes);
  if (!article_.comments.empty()) read_stets(job, source, report);
  if (job.requested && job.format->name == fallback_format)
    find_misplaced_stets(job, source, report);
  if (job.format->unpack != nullptr && !job.standard_input) read_sidecar(job, source, report);
  find_approved(job, source, report);
  checks::limit_summaries(result.summaries);
  if (!result.summaries.empty()) {
    const source::LineIndex lines(source.bytes);
    for (checks::Summary& summary : result.summaries) {
      summary.location.begin = lines.position(summary.location.span.begin);
      summary.location.end = lines.position(summary.location.span.end);
      if (request_.scan_root) findings::locate(summary.location, lines, source.bytes);
      summary.asked = job.requested;
    }
  }
  if (job.past) std::ranges::for_each(result.findings, forget_what_is_shown);
  std::ranges::move(result.findings, std::back_inserter(report.findings));
  report.summaries = std::move(result.summaries);
  report.errors.insert(report.errors.end(), std::make_move_iterator(result.errors.begin()),
                       std::make_move_iterator(result.errors.end()));
}

void Worker::find_approved(const Job& job, const source::Source& source,
                           ArticleReport& report) const {
  const suppression::Wordings* approved = report.profile->approved();
  if (approved == nullptr) return;
  report.uses = approved->find(job.shown, source.bytes, article_, text_, job.requested);
  if (report.uses.empty()) return;
  const source::LineIndex lines(source.bytes);
  for (suppression::Use& use : report.uses) findings::locate(use.location, lines, source.bytes);
}

void Worker::read_stets(const Job& job, const source::Source& source, ArticleReport& report) const {
  suppression::ArticleStets read = suppression::read_stets(source, article_);
  report.stets = std::move(read.stets);
  if (!job.requested) return;
  apply_levels(job.settings->settings, read.faults);
  std::ranges::move(read.faults, std::back_inserter(report.findings));
}

void Worker::find_misplaced_stets(const Job& job, const source::Source& source,
                                  ArticleReport& report) const {
  std::vector<findings::Finding> faults = suppression::misplaced_stets(source, article_);
  apply_levels(job.settings->settings, faults);
  std::ranges::move(faults, std::back_inserter(report.findings));
}

// What stands in a document is said in a file beside it.
void Worker::read_sidecar(const Job& job, const source::Source& source,
                          ArticleReport& report) const {
  const std::string path = job.path + std::string(suppression::sidecar_ending);
  if (files_.status(path).kind == base::FileKind::missing) return;
  const std::string shown = job.shown + std::string(suppression::sidecar_ending);
  auto text = files_.read(path, job.settings->settings.max_file_bytes.value);
  if (!text) {
    text.error().file = shown;
    report.errors.push_back(std::move(text.error()));
    return;
  }
  auto read = suppression::read_sidecar(*text, shown, source);
  std::ranges::move(read.value, std::back_inserter(report.stets));
  std::ranges::move(read.errors, std::back_inserter(report.errors));
}

}  // namespace linter::run
