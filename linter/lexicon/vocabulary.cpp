#include "linter/lexicon/vocabulary.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"
#include "linter/lexicon/case_form.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/inflection.h"
#include "linter/lexicon/language.h"
#include "linter/lexicon/medical_forms.h"
#include "linter/lexicon/speller.h"

namespace linter::lexicon {
namespace {

using base::ErrorCode;

constexpr std::size_t longest_word = 100;
constexpr std::string_view english_set = "en_US";

// A word set that is opened when it is first needed.
class LazySet {
 public:
  explicit LazySet(std::string path) : path_(std::move(path)) {}
  // Null when the file is not there or is damaged.
  [[nodiscard]] const WordSet* get() const {
    std::call_once(once_, [this] {
      if (auto set = WordSet::open(path_)) set_.emplace(std::move(*set));
    });
    return set_ ? &*set_ : nullptr;
  }

 private:
  std::string path_;
  mutable std::once_flag once_;
  mutable std::optional<WordSet> set_;
};

// The fold of a word: the word itself when it is lower-case ASCII, else a copy in `buffer` or
// `overflow`.
class Fold {
 public:
  explicit Fold(std::string_view word) {
    bool plain = word.size() <= buffer_.size();
    for (std::size_t i = 0; plain && i < word.size(); ++i) {
      const char c = word[i];
      plain = static_cast<unsigned char>(c) < 0x80;
      buffer_[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    if (!plain) overflow_ = base::lower(word);
    size_ = plain ? word.size() : overflow_.size();
    in_buffer_ = plain;
  }
  [[nodiscard]] std::string_view view() const {
    return in_buffer_ ? std::string_view(buffer_.data(), size_) : std::string_view(overflow_);
  }

 private:
  std::array<char, longest_word> buffer_{};
  std::string overflow_;
  std::size_t size_ = 0;
  bool in_buffer_ = true;
};

bool set_allows(const WordSet& set, WordIndex index, std::string_view word) {
  const Forms forms = set.forms(index);
  if (allows(forms, form_of(word))) return true;
  if (!has(forms, Form::exact)) return false;
  const std::string_view all = set.exact(index);
  for (std::size_t at = all.find(word); at != std::string_view::npos; at = all.find(word, at + 1)) {
    const bool starts = at == 0 || all[at - 1] == ' ';
    const bool ends = at + word.size() == all.size() || all[at + word.size()] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

std::string_view without_possessive(std::string_view word) {
  if (word.size() > 3 && (word.ends_with("'s") || word.ends_with("'S"))) word.remove_suffix(2);
  return word;
}

// "her's" and "your's" are no possessives of a word.
bool takes_possessive(std::string_view folded) {
  constexpr std::array<std::string_view, 8> never{"her", "his",   "hers", "its",
                                                  "our", "their", "your", "yours"};
  return std::ranges::find(never, folded) == never.end();
}

}  // namespace

std::span<const std::string_view> system_dictionary_folders() {
  static constexpr std::array<std::string_view, 3> folders{
      "/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell/dicts"};
  return folders;
}

struct Vocabulary::State {
  VocabularyOptions options;
  std::vector<ListIndex> lists;
  std::optional<WordSet> common;
  std::optional<LazySet> rare;
  std::optional<LazySet> names;
  std::once_flag near_once;
  std::optional<NearIndex> near;
  std::vector<Speller> spellers;

  [[nodiscard]] base::Result<void> open();
  void open_spellers(std::span<const std::string> folders);
  [[nodiscard]] bool in_lists(std::string_view word, std::string_view folded) const;
  [[nodiscard]] WordFacts facts(std::string_view word, std::string_view folded) const;
};

base::Result<void> Vocabulary::State::open() {
  if (!is_language_tag(options.language)) {
    return base::fail(ErrorCode::bad_value,
                      "language \"" + options.language +
                          "\" is no language tag; write one such as \"en\" or \"de-AT\"");
  }
  options.language = normal_language_tag(options.language);
  if (options.dictionary_folders.empty()) {
    const auto system = system_dictionary_folders();
    options.dictionary_folders.assign(system.begin(), system.end());
  }
  const bool english = primary_language(options.language) == "en";
  if (english && !options.data_folder.empty()) {
    const std::string path =
        base::join_path(options.data_folder, "words/" + std::string(english_set));
    if (auto set = WordSet::open(path + ".words")) {
      common.emplace(std::move(*set));
      rare.emplace(path + ".rare.words");
      names.emplace(path + ".names.words");
    }
  }
  if (!common) {
    auto files = dictionary_for(options.language, options.dictionary_folders);
    if (!files) {
      return base::fail(ErrorCode::missing_dictionary, "no dictionary for language \"" +
                                                           options.language + "\"; " +
                                                           way_to_dictionary(options.language));
    }
    spellers.emplace_back(std::move(files->aff), std::move(files->dic));
  } else if (options.language != "en" && options.language != "en-US") {
    std::string name = options.language;
    std::ranges::replace(name, '-', '_');
    if (auto files = find_dictionary(name, options.dictionary_folders)) {
      spellers.emplace_back(std::move(files->aff), std::move(files->dic));
    }
  }
  for (const std::string& name : options.extra_dictionaries) {
    auto files = find_dictionary(name, options.dictionary_folders);
    if (!files) {
      return base::fail(ErrorCode::missing_dictionary,
                        "dictionary \"" + name + "\" is not installed; " +
                            way_to_named_dictionary(name));
    }
    spellers.emplace_back(std::move(files->aff), std::move(files->dic));
  }
  return {};
}

bool Vocabulary::State::in_lists(std::string_view word, std::string_view folded) const {
  const auto have_word = [&](std::string_view one, std::string_view fold) {
    return std::ranges::any_of(lists,
                               [&](const ListIndex& index) { return index.has_word(one, fold); });
  };
  if (lists.empty()) return false;
  if (have_word(word, folded)) return true;
  if (folded.size() < 3 || !folded.ends_with('s')) return false;
  // "HydraFacials", "SPFs": what stands before the s must be in the list as written, and take a
  // bare s
  const std::string_view stem = folded.substr(0, folded.size() - 1);
  if (plural_of(stem) == folded && have_word(word.substr(0, word.size() - 1), stem)) return true;
  const Form form = form_of(word);
  return std::ranges::any_of(singulars(folded), [&](const std::string& one) {
    return form != Form::exact && plural_of(one) == folded &&
           have_word(form == Form::lower ? one : base::capitalised(one), one);
  });
}

WordFacts Vocabulary::State::facts(std::string_view word, std::string_view folded) const {
  WordFacts facts;
  facts.listed = in_lists(word, folded);
  facts.accepted = facts.listed;
  const auto consult = [&](const WordSet* set) {
    const auto index = set == nullptr ? std::nullopt : set->find(folded);
    if (!index) return false;
    if (facts.tier == 0) facts.tier = set->tier(*index);
    facts.dialects |= set->dialects(*index);
    facts.parts |= set->parts(*index);
    return set_allows(*set, *index, word);
  };
  if (common && consult(&*common)) {
    facts.accepted = true;
  } else if (rare && !facts.accepted && consult(rare->get())) {
    facts.accepted = true;
  }
  if (folded.front() >= '0' && folded.front() <= '9') {
    facts.parts = static_cast<PosMask>(PartOfSpeech::number);
  } else if (facts.parts == 0) {
    facts.parts = closed_class(folded).value_or(guessed_parts(folded));
  }
  return facts;
}

Vocabulary::Vocabulary(std::unique_ptr<State> state) : state_(std::move(state)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

base::Result<Vocabulary> Vocabulary::open(VocabularyOptions options) {
  auto state = std::make_unique<State>();
  if (!options.lists.empty()) state->lists.emplace_back(options.lists);
  options.lists.clear();
  state->options = std::move(options);
  if (auto opened = state->open(); !opened) return std::unexpected(opened.error());
  return Vocabulary(std::move(state));
}

void Vocabulary::add(ListIndex lists) {
  state_->lists.push_back(std::move(lists));
}

const std::string& Vocabulary::language() const {
  return state_->options.language;
}

bool Vocabulary::is_english() const {
  return primary_language(language()) == "en";
}

WordFacts Vocabulary::look_up(std::string_view word) const {
  if (word.empty() || word.size() > longest_word) return {};
  const Fold fold(word);
  WordFacts facts = state_->facts(word, fold.view());
  const std::string_view stem = without_possessive(word);
  if (facts.accepted || stem.size() == word.size()) return facts;
  const Fold stem_fold(stem);
  const WordFacts stem_facts = state_->facts(stem, stem_fold.view());
  facts.accepted = stem_facts.accepted && takes_possessive(stem_fold.view());
  facts.listed = stem_facts.listed;
  facts.tier = stem_facts.tier;
  facts.dialects = stem_facts.dialects;
  facts.parts = static_cast<PosMask>(PartOfSpeech::determiner);
  return facts;
}

bool Vocabulary::has_in_american(std::string_view word) const {
  if (words() == nullptr || word.size() > longest_word) return false;
  const std::string american = american_medical_form(Fold(word).view());
  return !american.empty() && look_up(american).accepted;
}

bool Vocabulary::accepts(std::string_view word) const {
  if (look_up(word).accepted || has_in_american(word)) return true;
  if (state_->spellers.empty()) return false;
  const std::string_view stem = without_possessive(word);
  return std::ranges::any_of(state_->spellers, [&](const Speller& speller) {
    return speller.accepts(word) ||
           (is_english() && stem.size() < word.size() && speller.accepts(stem));
  });
}

bool Vocabulary::is_name(std::string_view folded) const {
  const WordSet* set = state_->names ? state_->names->get() : nullptr;
  return set != nullptr && set->find(folded).has_value();
}

bool Vocabulary::is_term(std::string_view folded_phrase) const {
  return std::ranges::any_of(lists(),
                             [&](const ListIndex& index) { return index.has_term(folded_phrase); });
}

bool Vocabulary::is_of_term(std::string_view folded) const {
  return std::ranges::any_of(lists(),
                             [&](const ListIndex& index) { return index.is_of_term(folded); });
}

std::size_t Vocabulary::longest_term() const {
  std::size_t longest = 0;
  for (const ListIndex& index : lists()) longest = std::max(longest, index.longest_term());
  return longest;
}

const WordSet* Vocabulary::words() const {
  return state_->common ? &*state_->common : nullptr;
}

const NearIndex* Vocabulary::near_words() const {
  const WordSet* set = words();
  if (set == nullptr) return nullptr;
  std::call_once(state_->near_once, [&] {
    const std::string path =
        base::join_path(state_->options.data_folder, "words/" + std::string(english_set) + ".near");
    const auto word_at = [set](WordIndex i) { return set->text(i); };
    if (auto index = NearIndex::open(path, set->size(), set->digest(), word_at)) {
      state_->near.emplace(std::move(*index));
    } else {
      state_->near.emplace(NearIndex::build(set->size(), word_at));
    }
  });
  return &*state_->near;
}

std::span<const ListIndex> Vocabulary::lists() const {
  return state_->lists;
}

std::vector<Vocabulary::Datum> Vocabulary::data() const {
  std::vector<Datum> data;
  if (state_->common)
    data.push_back({"words/" + std::string(english_set), std::string(state_->common->digest())});
  const auto disk = base::disk();
  for (const Speller& speller : state_->spellers) {
    constexpr std::uint64_t limit = 256ULL << 20;
    const auto bytes = disk->read(speller.dictionary(), limit);
    data.push_back({speller.dictionary(), bytes ? base::hex_digest(*bytes) : std::string()});
  }
  for (const ListIndex& index : state_->lists) {
    for (const ListIndex::List& list : index.lists()) data.push_back({list.name, list.digest});
  }
  return data;
}

}  // namespace linter::lexicon
