#include "linter/commands/correcting.h"

#include <utility>

#include "linter/commands/progress.h"

namespace linter::commands {

Correcting::Correcting(const run::CheckRequest& request, bool quiet, Console& console)
    : request_(request),
      articles_(articles_of(request, console)),
      files_(console.files()),
      quiet_(quiet),
      console_(console) {}

findings::Outcome Correcting::run() {
  constexpr int most_rounds = 50;  // of rules that each correct what the one before has written
  for (int round = 1;; ++round) {
    findings::Outcome outcome = check_with_progress(request_, files_, quiet_, console_);
    outcome.interrupted = outcome.interrupted || console_.interrupted();
    if (outcome.interrupted || round == most_rounds || !correct(outcome)) return outcome;
  }
}

// One round; false where no draft has changed.
bool Correcting::correct(const findings::Outcome& outcome) {
  bool changed = false;
  const std::span<const findings::Finding> all = outcome.findings;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::string& file = all[begin].location.file;
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].location.file == file) ++end;
    changed = correct(file, all.subspan(begin, end - begin)) || changed;
    begin = end;
  }
  return changed;
}

bool Correcting::correct(const std::string& file, std::span<const findings::Finding> findings) {
  std::vector<fixes::Fix> wanted = fixes::sure_fixes(findings);
  Draft* draft = wanted.empty() ? nullptr : draft_of(file);
  if (draft == nullptr) return false;
  const std::string& text = draft->corrections.text();
  for (fixes::Fix& fix : wanted) fix = fixes::with_its_space(text, std::move(fix));
  wanted = fixes::fitting(text, std::move(wanted));
  if (draft->article.document.empty())
    wanted = manuscript_of(articles_, file, text).replacements(wanted).fixes;
  if (wanted.empty() || !draft->corrections.make(wanted, findings)) return false;
  const auto bytes = bytes_of(file, *draft);
  if (bytes && files_.write(draft->article.path, *bytes)) return true;
  if (!bytes) fail(file, bytes.error());
  return false;
}

// The draft of an article; null where the article cannot be read.
Draft* Correcting::draft_of(const std::string& file) {
  if (failed_.contains(file)) return nullptr;
  if (const auto found = drafts_.find(file); found != drafts_.end()) return &found->second;
  auto article = opened(articles_, file, console_);
  if (!article) {
    fail(file, article.error());
    return nullptr;
  }
  fixes::Corrections corrections(article->text);
  return &drafts_.emplace(file, Draft{std::move(*article), std::move(corrections), {}})
              .first->second;
}

// The article with its corrections; those that a document has no place for are taken back.
base::Result<std::string> Correcting::bytes_of(const std::string& file, Draft& draft) const {
  if (draft.article.document.empty()) return draft.corrections.text();
  const auto made = [&] {
    return fixes::applied_to_document(draft.article.document, file, draft.corrections.fixes());
  };
  auto mended = made();
  if (!mended) return std::unexpected(std::move(mended.error()));
  if (mended->left_out.empty()) return std::move(mended->bytes);
  for (fixes::NotMade& left : mended->left_out) {
    draft.corrections.take_back(left.fix);
    draft.left_out.push_back(std::move(left));
  }
  mended = made();
  if (!mended) return std::unexpected(std::move(mended.error()));
  return std::move(mended->bytes);
}

void Correcting::fail(const std::string& file, const base::Error& error) {
  console_.report(error);
  drafts_.erase(file);
  failed_.insert(file);
}

}  // namespace linter::commands
