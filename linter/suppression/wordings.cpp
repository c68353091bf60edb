#include "linter/suppression/wordings.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "linter/suppression/alignment.h"

namespace linter::suppression {
namespace {

using base::Span;
using std::string_view;

using Piece = NormalText::Piece;
using Pieces = std::span<const Piece>;

constexpr std::size_t least_near_words = 5;
constexpr std::size_t most_near_words = 400;  // of a sentence that is looked at
constexpr std::size_t longest_key = 8;        // bytes
constexpr std::uint32_t unknown_word = UINT32_MAX;

std::uint32_t most_changes(std::size_t words) {
  return static_cast<std::uint32_t>(std::max<std::size_t>(1, words / 4));
}

void append(std::string& words, string_view word) {
  if (!words.empty()) words += ' ';
  words += word;
}

}  // namespace

std::size_t Wordings::Hash::operator()(string_view text) const {
  return std::hash<string_view>()(text);
}

Wordings::Wordings(std::vector<Statement> statements) : statements_(std::move(statements)) {
  for (std::uint32_t i = 0; i < statements_.size(); ++i) {
    add(i, 0, statements_[i].text);
    std::uint32_t number = 0;
    for (const std::string& variant : statements_[i].variants) add(i, ++number, variant);
  }
  shortest_ = longest_key;
  for (const Wording& one : wordings_) shortest_ = std::min(shortest_, one.normal.size());
  for (std::uint32_t i = 0; i < wordings_.size(); ++i)
    starts_[wordings_[i].normal.substr(0, shortest_)].push_back(i);
  for (auto& [start, list] : starts_) {
    std::ranges::stable_sort(list, std::ranges::greater(),
                             [&](std::uint32_t i) { return wordings_[i].normal.size(); });
  }
}

void Wordings::add(std::uint32_t statement, std::uint32_t number, string_view text) {
  if (wordings_.size() >= max_approved_wordings) return;
  NormalWording normal = normalised(text);
  if (normal.words.empty() || normal.words.size() > max_wording_words) return;
  Wording wording;
  wording.statement = statement;
  wording.number = number;
  wording.sentences = normal.sentences;
  std::set<std::uint32_t> distinct;
  for (std::string& word : normal.words) {
    const auto [known, is_new] =
        numbers_.try_emplace(std::move(word), static_cast<std::uint32_t>(with_.size()));
    if (is_new) with_.emplace_back();
    wording.words.push_back(known->second);
    distinct.insert(known->second);
  }
  wording.normal = std::move(normal.text);
  wording.written = std::move(normal.written);
  wording.distinct = static_cast<std::uint32_t>(distinct.size());
  if (wording.words.size() >= least_near_words) {
    most_sentences_ = std::max(most_sentences_, wording.sentences);
    for (const std::uint32_t word : distinct)
      with_[word].push_back(static_cast<std::uint32_t>(wordings_.size()));
  }
  wordings_.push_back(std::move(wording));
}

const std::string& Wordings::text_of(const Use& use) const {
  const Statement& statement = statements_[use.statement];
  return use.wording == 0 ? statement.text : statement.variants[use.wording - 1];
}

// One article's uses.
class UseFinder {
 public:
  UseFinder(const Wordings& all, const std::string& path, string_view bytes,
            const prose::Article& article, const sentences::Text& text)
      : all_(all), path_(path), bytes_(bytes), article_(article), text_(text) {
    normalise(article, text, normal_);
  }

  std::vector<Use> find(bool near) {
    for (std::size_t i = 0; i < normal_.pieces.size(); ++i) look_at(i);
    if (near) find_near();
    std::ranges::stable_sort(uses_, [](const Use& a, const Use& b) {
      const auto key = [](const Use& use) {
        return std::pair(use.location.span.begin, ~use.location.span.end);
      };
      return key(a) < key(b);
    });
    drop_inner();
    return std::move(uses_);
  }

 private:
  struct Candidate {
    std::uint32_t wording = 0;
    Alignment alignment;
  };

  void look_at(std::size_t first);
  void drop_inner();
  void find_near();
  void look_near(Pieces window, std::uint32_t sentences);
  [[nodiscard]] std::vector<std::uint32_t> sharing(std::span<const std::uint32_t> words,
                                                   std::uint32_t sentences);
  void add_near(Pieces window, const Candidate& candidate);
  [[nodiscard]] Use use_of(std::uint32_t wording, const Piece& first, const Piece& last) const;
  [[nodiscard]] Span covered(const Piece& first, const Piece& last) const;
  [[nodiscard]] bool is_used(Span source) const;
  [[nodiscard]] bool is_word(std::uint32_t number, string_view normal) const {
    const auto known = all_.numbers_.find(normal);
    return known != all_.numbers_.end() && known->second == number;
  }

  const Wordings& all_;
  const std::string& path_;
  string_view bytes_;
  const prose::Article& article_;
  const sentences::Text& text_;
  NormalText normal_;
  std::vector<Use> uses_;
  std::vector<std::uint32_t> shared_;  // by wording, zero between windows
};

void UseFinder::look_at(std::size_t first) {
  const string_view rest = string_view(normal_.text).substr(normal_.pieces[first].begin);
  const auto starts = all_.starts_.find(rest.substr(0, all_.shortest_));
  if (starts == all_.starts_.end()) return;
  for (const std::uint32_t index : starts->second) {
    const Wordings::Wording& wording = all_.wordings_[index];
    if (!rest.starts_with(wording.normal)) continue;
    const std::size_t end = normal_.pieces[first].begin + wording.normal.size();
    const auto last = std::ranges::lower_bound(normal_.pieces, end, {}, &Piece::end);
    if (last == normal_.pieces.end() || last->end != end) continue;
    uses_.push_back(use_of(index, normal_.pieces[first], *last));
  }
}

// A variant within another wording of the same statement is no use of its own.
void UseFinder::drop_inner() {
  std::unordered_map<std::uint32_t, std::uint32_t>
      reached;  // by statement, the furthest end so far
  std::erase_if(uses_, [&](const Use& use) {
    std::uint32_t& end = reached[use.statement];
    if (use.location.span.end <= end) return true;
    end = use.location.span.end;
    return false;
  });
}

void UseFinder::find_near() {
  shared_.assign(all_.wordings_.size(), 0);
  const std::vector<Piece>& pieces = normal_.pieces;
  for (std::size_t begin = 0; begin < pieces.size();) {
    const std::uint32_t sentence = pieces[begin].sentence;
    std::size_t end = begin;
    for (std::uint32_t sentences = 1; sentences <= all_.most_sentences_; ++sentences) {
      const bool same_block = end < pieces.size() && text_.sentences[pieces[end].sentence].block ==
                                                         text_.sentences[sentence].block;
      if (!same_block) break;
      const std::uint32_t last = pieces[end].sentence;
      while (end < pieces.size() && pieces[end].sentence == last) ++end;
      look_near(Pieces(pieces).subspan(begin, end - begin), sentences);
    }
    while (begin < pieces.size() && pieces[begin].sentence == sentence) ++begin;
  }
}

// The wordings of as many sentences that share enough words with a window.
std::vector<std::uint32_t> UseFinder::sharing(std::span<const std::uint32_t> words,
                                              std::uint32_t sentences) {
  std::set<std::uint32_t> distinct(words.begin(), words.end());
  distinct.erase(unknown_word);
  std::vector<std::uint32_t> met;
  for (const std::uint32_t word : distinct) {
    for (const std::uint32_t index : all_.with_[word]) {
      if (all_.wordings_[index].sentences == sentences && shared_[index]++ == 0)
        met.push_back(index);
    }
  }
  const auto shares_little = [&](std::uint32_t index) {
    const Wordings::Wording& wording = all_.wordings_[index];
    return shared_[index] + most_changes(wording.words.size()) < wording.distinct;
  };
  std::vector<std::uint32_t> enough;
  std::ranges::remove_copy_if(met, std::back_inserter(enough), shares_little);
  for (const std::uint32_t index : met) shared_[index] = 0;
  std::ranges::sort(enough);
  return enough;
}

void UseFinder::look_near(Pieces window, std::uint32_t sentences) {
  if (window.size() < least_near_words - 1 || window.size() > most_near_words) return;
  std::vector<std::uint32_t> words;
  for (const Piece& piece : window) {
    const auto known = all_.numbers_.find(normal_.of(piece));
    words.push_back(known == all_.numbers_.end() ? unknown_word : known->second);
  }
  std::optional<Candidate> best;
  for (const std::uint32_t index : sharing(words, sentences)) {
    const Wordings::Wording& wording = all_.wordings_[index];
    const std::uint32_t most =
        best ? best->alignment.changes : most_changes(wording.words.size()) + 1;
    auto alignment =
        align(wording.words, words, std::min(most_changes(wording.words.size()), most - 1));
    if (alignment && alignment->changes > 0) best = Candidate{index, std::move(*alignment)};
    if (best && best->alignment.changes == 1) break;
  }
  if (best) add_near(window, *best);
}

void UseFinder::add_near(Pieces window, const Candidate& candidate) {
  const Wordings::Wording& wording = all_.wordings_[candidate.wording];
  const Piece* first = nullptr;
  const Piece* last = nullptr;
  std::vector<Difference> differences;
  bool open = false;  // the last pairing was a difference
  for (const Pairing& pair : candidate.alignment.pairings) {
    if (pair.found != no_word) {
      last = &window[pair.found];
      if (first == nullptr) first = last;
    }
    const bool same = pair.wanted != no_word && pair.found != no_word &&
                      is_word(wording.words[pair.wanted], normal_.of(window[pair.found]));
    if (!same && !open) differences.emplace_back();
    open = !same;
    if (same) continue;
    Difference& difference = differences.back();
    if (pair.wanted != no_word) append(difference.approved, wording.written[pair.wanted]);
    if (pair.found != no_word)
      append(difference.written, window[pair.found].view.of(string_view(article_.view)));
  }
  if (first == nullptr) return;
  Use use = use_of(candidate.wording, *first, *last);
  if (is_used(use.location.span)) return;
  use.differences = std::move(differences);
  uses_.push_back(std::move(use));
}

bool UseFinder::is_used(Span source) const {
  return std::ranges::any_of(uses_, [&](const Use& use) {
    const Span& other = use.location.span;
    return other.begin < source.end && source.begin < other.end;
  });
}

Use UseFinder::use_of(std::uint32_t wording, const Piece& first, const Piece& last) const {
  Use use;
  use.statement = all_.wordings_[wording].statement;
  use.wording = all_.wordings_[wording].number;
  use.location.file = path_;
  use.location.span = article_.source_span({first.view.begin, last.view.end});
  use.location.text = use.location.span.of(bytes_);
  use.covers = article_.source_span(covered(first, last));
  return use;
}

// With what stands around the words, where they are whole sentences.
Span UseFinder::covered(const Piece& first, const Piece& last) const {
  Span span{first.view.begin, last.view.end};
  const auto at = [&](const Piece& piece) { return &piece - normal_.pieces.data(); };
  const bool begins =
      at(first) == 0 ||
      normal_.pieces[static_cast<std::size_t>(at(first)) - 1].sentence != first.sentence;
  const auto after = static_cast<std::size_t>(at(last)) + 1;
  const bool ends =
      after == normal_.pieces.size() || normal_.pieces[after].sentence != last.sentence;
  if (begins) span.begin = text_.sentences[first.sentence].text.begin;
  if (ends) span.end = text_.sentences[last.sentence].text.end;
  return span;
}

std::vector<Use> Wordings::find(const std::string& path, string_view bytes,
                                const prose::Article& article, const sentences::Text& text,
                                bool near) const {
  if (wordings_.empty()) return {};
  return UseFinder(*this, path, bytes, article, text).find(near);
}

}  // namespace linter::suppression
