#include "linter/run/survey.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/suggest/suggester.h"
#include "linter/lexicon/language.h"
#include "linter/lexicon/vocabulary.h"
#include "linter/run/plan.h"
#include "linter/run/word_lists.h"
#include "linter/sentences/text.h"

namespace linter::run {
namespace {

using lexicon::Vocabulary;

// How often a word stands, and in how many articles.
struct Count {
  std::uint64_t times = 0;
  std::uint64_t articles = 0;
  std::uint64_t last_article = 0;
};
using Counts = std::map<std::string, Count, std::less<>>;

constexpr std::uint64_t least_repeated = 3;
constexpr std::uint64_t least_articles = 2;
constexpr std::size_t most_own_words = 200;
constexpr std::size_t shortest_own_word = 3;
constexpr std::uint8_t common_tier = 50;
// Of all words, how many more another dictionary must know than that of English.
constexpr double clearly_more = 0.15;
// How one-sided an article's dialect words must be, and how many there must be.
constexpr double one_sided = 0.7;
constexpr std::uint64_t enough_dialect_words = 5;

std::string_view without_possessive(std::string_view word) {
  if (word.ends_with("'s") || word.ends_with("'S")) word.remove_suffix(2);
  return word;
}

// Counts the words of all articles as they are written; names in capitals are left out.
class Counter {
 public:
  Counter(const Plan& plan, const base::FileSystem& files, base::Loaded<Survey>& loaded)
      : plan_(plan), files_(files), loaded_(loaded) {}

  Counts count() {
    for (const Job& job : plan_.jobs) {
      if (job.requested) add(job);
    }
    return std::move(counts_);
  }

 private:
  void add(const Job& job) {
    const std::uint64_t limit = job.settings->settings.max_file_bytes.value;
    auto bytes = files_.read(job.path, limit);
    if (!bytes) {
      bytes.error().file = job.shown;
      loaded_.errors.push_back(std::move(bytes.error()));
      return;
    }
    const auto source =
        prose::read_article(*job.format, job.shown, std::move(*bytes), {}, article_);
    if (!source) {
      loaded_.errors.push_back(source.error());
      return;
    }
    sentences::split(article_, text_);
    ++loaded_.value.articles;
    for (const sentences::Token& token : text_.tokens) {
      if (token.kind != sentences::TokenKind::word) continue;
      ++loaded_.value.words;
      const bool is_word =
          token.shape == sentences::Shape::lower || token.shape == sentences::Shape::capitalised;
      if (is_word) count(without_possessive(token.text.of(article_.view)));
    }
  }

  void count(std::string_view word) {
    Count& count = counts_[std::string(word)];
    ++count.times;
    const std::uint64_t article = loaded_.value.articles;
    if (std::exchange(count.last_article, article) != article) ++count.articles;
  }

  const Plan& plan_;
  const base::FileSystem& files_;
  base::Loaded<Survey>& loaded_;
  Counts counts_;
  prose::Article article_;
  sentences::Text text_;
};

// The share of the distinct words in small letters that a vocabulary knows. Distinct ones, since
// "in", "die" and "on" are words of many languages.
double known_share(const Vocabulary& vocabulary, const Counts& counts) {
  std::uint64_t all = 0;
  std::uint64_t known = 0;
  for (const auto& [word, count] : counts) {
    if (base::lower(word) != word) continue;
    ++all;
    if (vocabulary.accepts(word)) ++known;
  }
  return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

std::string dialect_of(const Vocabulary& english, const Counts& counts) {
  std::uint64_t american = 0;
  std::uint64_t british = 0;
  for (const auto& [word, count] : counts) {
    const auto facts = checks::spelling::dialect_facts(base::lower(word), english);
    if (facts.american) american += count.times;
    if (facts.british) british += count.times;
  }
  const std::uint64_t both = american + british;
  if (both < enough_dialect_words) return "en";
  const double share = static_cast<double>(british) / static_cast<double>(both);
  if (share >= one_sided) return "en-GB";
  return share <= 1 - one_sided ? "en-US" : "en";
}

// The languages of the machine's dictionaries, English left out.
std::set<std::string> other_languages(const CheckRequest& request, const base::FileSystem& files) {
  std::vector<std::string> folders = request.dictionary_folders;
  if (folders.empty()) {
    const auto system = lexicon::system_dictionary_folders();
    folders.assign(system.begin(), system.end());
  }
  std::set<std::string> languages;
  for (const std::string& folder : folders) {
    const auto entries = files.list(folder);
    if (!entries) continue;
    for (const base::FolderEntry& entry : *entries) {
      if (!entry.name.ends_with(".dic") || entry.name.starts_with("hyph_")) continue;
      const std::string tag = entry.name.substr(0, entry.name.size() - 4);
      const std::string_view language = lexicon::primary_language(tag);
      if (lexicon::is_language_tag(tag) && language != "en") languages.emplace(language);
    }
  }
  return languages;
}

struct Choice {
  std::string language;
  std::optional<Vocabulary> vocabulary;
};

Choice choose_language(const CheckRequest& request, const base::FileSystem& files,
                       const config::Effective& effective, const Counts& counts) {
  const auto open = [&](const std::string& language) -> std::optional<Vocabulary> {
    auto opened = vocabulary_of(words_of(request, files, effective, language).value);
    return opened ? std::optional<Vocabulary>(std::move(*opened)) : std::nullopt;
  };
  Choice best{"en", open("en")};
  double share = best.vocabulary ? known_share(*best.vocabulary, counts) + clearly_more : 0;
  if (share < 1) {
    for (const std::string& language : other_languages(request, files)) {
      auto other = open(language);
      const double known = other ? known_share(*other, counts) : 0;
      if (known <= share) continue;
      share = known;
      best = {language, std::move(other)};
    }
  }
  if (best.language == "en" && best.vocabulary)
    best.language = dialect_of(*best.vocabulary, counts);
  return best;
}

// Mistyped again and again: one letter from a common word or from one of a list, a usual slip, or
// two words in one.
bool is_mistyped(const checks::spelling::Suggester& suggester, const Vocabulary& vocabulary,
                 const std::string& folded) {
  return checks::spelling::is_usual_slip(folded) || suggester.is_near_common(folded, common_tier) ||
         suggester.is_slip_of_listed_word(folded) ||
         checks::spelling::unglued(folded, vocabulary).has_value();
}

bool is_repeated(const Count& count) {
  return count.times >= least_repeated || count.articles >= least_articles;
}

std::vector<OwnWord> own_words(const Vocabulary& vocabulary, const Counts& counts) {
  std::vector<OwnWord> own;
  const checks::spelling::Suggester suggester(vocabulary);
  for (const auto& [word, count] : counts) {
    if (!is_repeated(count) || base::count_code_points(word) < shortest_own_word) continue;
    const std::string folded = base::lower(word);
    const auto small = folded == word ? counts.end() : counts.find(folded);
    if (small != counts.end() && is_repeated(small->second)) continue;  // that one covers it
    if (vocabulary.accepts(word)) continue;
    if (vocabulary.is_english() && is_mistyped(suggester, vocabulary, folded)) continue;
    own.push_back({word, count.times});
  }
  std::ranges::sort(own, [](const OwnWord& a, const OwnWord& b) {
    return a.count != b.count ? a.count > b.count : a.word < b.word;
  });
  own.resize(std::min(own.size(), most_own_words));
  return own;
}

}  // namespace

base::Loaded<Survey> survey(const CheckRequest& request, const base::FileSystem& files) {
  config::Configurations configurations(files, find_options(request));
  Plan plan = make_plan(request, files, configurations);
  base::Loaded<Survey> loaded;
  const Counts counts = Counter(plan, files, loaded).count();
  std::ranges::move(plan.errors, std::back_inserter(loaded.errors));
  show_errors(plan, loaded.errors);
  if (counts.empty()) return loaded;
  const config::Effective& effective = configurations.effective(plan.jobs.front().path);
  const Choice choice = choose_language(request, files, effective, counts);
  loaded.value.language = choice.language;
  if (choice.vocabulary) loaded.value.own_words = own_words(*choice.vocabulary, counts);
  return loaded;
}

}  // namespace linter::run
