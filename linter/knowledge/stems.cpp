#include "linter/knowledge/stems.h"

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "linter/base/utf8.h"

// One language of libstemmer 2. Its header's sb_stemmer_new() takes a name and so brings in all of
// them: 0.3 MB of tables whose addresses are filled in at every start.
extern "C" {
struct SN_env {
  unsigned char* letters;
  int cursor;
  int length;
};
SN_env* english_UTF_8_create_env();
void english_UTF_8_close_env(SN_env* stemmer);
int english_UTF_8_stem(SN_env* stemmer);
int SN_set_current(SN_env* stemmer, int size, const unsigned char* word);
}

namespace linter::knowledge {

struct Stemmer::Handle {
  SN_env* stemmer = english_UTF_8_create_env();
  Handle() {
    if (stemmer == nullptr) throw std::bad_alloc();
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { english_UTF_8_close_env(stemmer); }
};

Stemmer::Stemmer() : handle_(std::make_unique<Handle>()) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

namespace {

void replace_all(std::string& word, std::string_view from, std::string_view to) {
  for (std::size_t at = word.find(from); at != std::string::npos;
       at = word.find(from, at + to.size()))
    word.replace(at, from.size(), to);
}

// The folds apply to terms and text alike, so they need not be right, only consistent; short words
// are left alone because there they would merge different words ("four" and "for").
void fold_british(std::string& word) {
  using Fold = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Fold, 5> folds = {Fold{"our", "or"}, Fold{"ae", "e"}, Fold{"oe", "e"},
                                                Fold{"yse", "yze"}, Fold{"ise", "ize"}};
  if (word.size() < 6) return;
  for (const auto& [from, to] : folds) replace_all(word, from, to);
  replace_all(word, "isation", "ization");
  replace_all(word, "ising", "izing");
}

// Porter2 brings these together with words of another meaning ("minimal" with "minimise",
// "effectively fade" with "effects fade").
bool keeps_its_form(std::string_view word) {
  static constexpr std::array<std::string_view, 15> words = {
      "minimal",  "minimally", "general", "generally", "universal", "universally", "university", "organ",
      "organs",   "organic",   "news",    "policy",    "policies",  "several",     "effectively"};
  return std::ranges::find(words, word) != words.end();
}

// Porter2 has "go" and "goe", "do" and "doe".
bool is_of_go_or_do(std::string_view word) {
  return word == "does" || word == "undoes" || word == "redoes" || word.ends_with("goes");
}

}  // namespace

std::string_view Stemmer::stem(std::string_view word) {
  base::lower_into(word, buffer_);
  if (buffer_.ends_with("'s")) buffer_.resize(buffer_.size() - 2);
  if (buffer_.ends_with("'")) buffer_.pop_back();
  if (keeps_its_form(buffer_)) return buffer_;
  if (is_of_go_or_do(buffer_)) buffer_.resize(buffer_.size() - 2);
  fold_british(buffer_);
  SN_env* stemmer = handle_->stemmer;
  const auto* letters = reinterpret_cast<const unsigned char*>(buffer_.data());
  if (SN_set_current(stemmer, static_cast<int>(buffer_.size()), letters) != 0 ||
      english_UTF_8_stem(stemmer) < 0) {
    return buffer_;
  }
  return {reinterpret_cast<const char*>(stemmer->letters),
          static_cast<std::size_t>(stemmer->length)};
}

}  // namespace linter::knowledge
