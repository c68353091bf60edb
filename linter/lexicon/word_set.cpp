#include "linter/lexicon/word_set.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

#include "linter/base/hash.h"
#include "linter/base/mapped_file.h"
#include "linter/base/utf8.h"
#include "linter/lexicon/sound.h"
#include "linter/lexicon/word_set_format.h"

namespace linter::lexicon {
namespace {

namespace format = word_set_format;
using base::ErrorCode;
using format::Section;

constexpr std::size_t letters = 26;

// What is said of a word.
struct Kind {
  std::uint32_t attributes = 0;
  std::uint32_t parts = 0;
};

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// Whether `a` is before `b` bytewise. Words that are compared differ in their first letters, which
// are sooner read than handed over.
bool is_before(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]);
  }
  return a.size() < b.size();
}

}  // namespace

struct WordSet::State {
  base::MappedFile bytes;
  format::Header header{};
  std::span<const std::uint32_t> offsets;
  std::span<const std::uint16_t> kinds_of;
  std::span<const Kind> kinds;
  std::span<const std::uint32_t> exact_words;
  std::span<const std::uint32_t> exact_offsets;
  std::span<const std::uint32_t> pairs;
  std::string_view text;
  // Looked at when they are first asked for, and made anew where they are damaged.
  std::string_view sounds;
  mutable std::once_flag sounds_once;
  mutable std::span<const std::uint32_t> sound_keys;
  mutable std::span<const std::uint32_t> sound_words;
  mutable std::vector<std::uint32_t> made_keys;
  mutable std::vector<std::uint32_t> made_words;
  std::string digest;
  // By the first two letters: where the words that begin with them begin and end, once somebody has
  // asked; two numbers in one, 0: not known yet.
  mutable std::array<std::atomic<std::uint64_t>, letters * letters> begun{};

  explicit State(base::MappedFile content) : bytes(std::move(content)) {}

  // Whether header, digest and sections fit; fills the spans.
  [[nodiscard]] bool read();
  [[nodiscard]] bool is_consistent() const;
  void read_sounds() const;
  void make_sounds() const;
  // The digest guards against accidents. Against a file that was made wrong, what it says is
  // checked when it is used: no read goes out of bounds.
  [[nodiscard]] std::string_view text_between(std::uint32_t begin, std::uint32_t end) const {
    return begin <= end && end <= text.size() ? text.substr(begin, end - begin)
                                              : std::string_view();
  }
  [[nodiscard]] std::string_view word(WordIndex index) const {
    return index < header.words ? text_between(offsets[index], offsets[index + 1])
                                : std::string_view();
  }
  [[nodiscard]] Kind kind(WordIndex index) const {
    return index < header.words && kinds_of[index] < kinds.size() ? kinds[kinds_of[index]] : Kind();
  }
  [[nodiscard]] WordIndex first_from(std::string_view folded, WordIndex low, WordIndex high) const;
  [[nodiscard]] std::pair<WordIndex, WordIndex> begun_alike(std::string_view folded) const;
  [[nodiscard]] std::uint32_t attribute(WordIndex word, unsigned shift, unsigned bits) const {
    return (kind(word).attributes >> shift) & ((1U << bits) - 1U);
  }
};

bool WordSet::State::read() {
  const std::string_view all = bytes.view();
  if (all.size() < sizeof(header)) return false;
  std::memcpy(&header, all.data(), sizeof(header));
  if (header.magic != format::magic || header.version != format::version ||
      header.byte_order != format::byte_order || header.padding != 0) {
    return false;
  }
  std::size_t at = sizeof(header);
  std::array<std::string_view, format::section_count> sections;
  for (std::size_t i = 0; i < format::section_count; ++i) {
    if (header.sizes[i] > all.size() - at) return false;
    sections[i] = all.substr(at, header.sizes[i]);
    at += std::min(format::padded(header.sizes[i]), all.size() - at);
  }
  if (at != all.size()) return false;
  const std::size_t sounds_size = format::padded(header.sizes[format::first_sound]) +
                                  format::padded(header.sizes[format::first_sound + 1]);
  if (sounds_size > all.size() - sizeof(header)) return false;
  sounds = all.substr(all.size() - sounds_size);
  const std::size_t words_size = all.size() - sizeof(header) - sounds_size;
  if (format::digest_of(header, all.substr(sizeof(header), words_size)) != header.digest)
    return false;
  // The mapping is page-aligned, a string's buffer is aligned for any type, and sections are
  // padded.
  const auto rows = [&]<class T>(Section section, std::span<const T>& row) {
    const std::string_view bytes_of = sections[static_cast<std::size_t>(section)];
    row = std::span(reinterpret_cast<const T*>(bytes_of.data()), bytes_of.size() / sizeof(T));
  };
  rows(Section::text_offsets, offsets);
  rows(Section::kinds_of, kinds_of);
  rows(Section::kinds, kinds);
  rows(Section::exact_words, exact_words);
  rows(Section::exact_offsets, exact_offsets);
  rows(Section::pairs, pairs);
  rows(Section::sound_keys, sound_keys);
  rows(Section::sound_words, sound_words);
  text = sections[static_cast<std::size_t>(Section::text)];
  digest = base::hex_digest(all.substr(0, sizeof(header)));
  return is_consistent();
}

// Whether there are as many of each as of those that they belong to.
bool WordSet::State::is_consistent() const {
  const std::size_t words = header.words;
  return offsets.size() == words + 1 && kinds_of.size() == words &&
         exact_offsets.size() == exact_words.size() + 1 && pairs.size() % 2 == 0 &&
         sound_keys.size() == sound_words.size();
}

void WordSet::State::read_sounds() const {
  std::call_once(sounds_once, [this] {
    if (base::hash64(sounds) != header.sounds_digest) make_sounds();
  });
}

// As building/writer.cpp does.
void WordSet::State::make_sounds() const {
  std::vector<std::pair<std::uint32_t, WordIndex>> rows;
  for (WordIndex index = 0; index < header.words; ++index) {
    if (const std::uint32_t key = sound_key(word(index)); key != 0) rows.emplace_back(key, index);
  }
  std::ranges::sort(rows);
  for (const auto& [key, index] : rows) {
    made_keys.push_back(key);
    made_words.push_back(index);
  }
  sound_keys = made_keys;
  sound_words = made_words;
}

// The first of the words from `low` to `high` that is not before `folded`; `high` when all are.
WordIndex WordSet::State::first_from(std::string_view folded, WordIndex low, WordIndex high) const {
  while (low < high) {
    const WordIndex middle = low + (high - low) / 2;
    if (is_before(word(middle), folded)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// The words among which one with this begin must stand. Half of the way to a word, and the half
// that memory is slow on, is the same for all that begin alike.
std::pair<WordIndex, WordIndex> WordSet::State::begun_alike(std::string_view folded) const {
  const WordIndex words = header.words;
  if (folded.size() < 2 || !is_letter(folded[0]) || !is_letter(folded[1])) return {0, words};
  const std::size_t place = static_cast<std::size_t>(folded[0] - 'a') * letters +
                            static_cast<std::size_t>(folded[1] - 'a');
  std::uint64_t known = begun[place].load(std::memory_order_relaxed);
  if (known == 0) {
    std::string begin(folded.substr(0, 2));
    const WordIndex low = first_from(begin, 0, words);
    ++begin.back();
    known = std::uint64_t{first_from(begin, low, words)} << 32U | low;
    begun[place].store(known, std::memory_order_relaxed);
  }
  return {static_cast<WordIndex>(known), static_cast<WordIndex>(known >> 32U)};
}

WordSet::WordSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
WordSet::WordSet(WordSet&&) noexcept = default;
WordSet& WordSet::operator=(WordSet&&) noexcept = default;
WordSet::~WordSet() = default;

base::Result<WordSet> WordSet::open(const std::string& path) {
  auto bytes = base::MappedFile::open(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto state = std::make_unique<State>(std::move(*bytes));
  if (!state->read()) {
    return base::fail(
        ErrorCode::missing_data,
        "the word set is damaged or was made by another version; build or install galley anew",
        path);
  }
  return WordSet(std::move(state));
}

base::Result<WordSet> WordSet::from_bytes(std::string bytes, const std::string& path) {
  auto state = std::make_unique<State>(base::MappedFile(std::move(bytes)));
  if (!state->read()) {
    return base::fail(
        ErrorCode::missing_data,
        "the word set is damaged or was made by another version; build or install galley anew",
        path);
  }
  return WordSet(std::move(state));
}

WordIndex WordSet::size() const {
  return state_->header.words;
}

std::optional<WordIndex> WordSet::find(std::string_view folded) const {
  auto [low, high] = state_->begun_alike(folded);
  low = state_->first_from(folded, low, high);
  if (low < high && text(low) == folded) return low;
  return std::nullopt;
}

std::string_view WordSet::text(WordIndex word) const {
  return state_->word(word);
}

Forms WordSet::forms(WordIndex word) const {
  return state_->attribute(word, format::forms_shift, 4);
}

Dialects WordSet::dialects(WordIndex word) const {
  return state_->attribute(word, format::dialects_shift, 7);
}

std::uint8_t WordSet::tier(WordIndex word) const {
  return static_cast<std::uint8_t>(state_->attribute(word, format::tier_shift, 7));
}

bool WordSet::offensive(WordIndex word) const {
  return state_->attribute(word, format::offensive_shift, 1) != 0;
}

PosMask WordSet::parts(WordIndex word) const {
  return state_->kind(word).parts;
}

std::string_view WordSet::exact(WordIndex word) const {
  const auto found = std::ranges::lower_bound(state_->exact_words, word);
  if (found == state_->exact_words.end() || *found != word) return {};
  const auto i = static_cast<std::size_t>(found - state_->exact_words.begin());
  return state_->text_between(state_->exact_offsets[i], state_->exact_offsets[i + 1]);
}

std::string WordSet::written(WordIndex word) const {
  const Forms forms_of = forms(word);
  const std::string_view folded = text(word);
  if (has(forms_of, Form::lower)) return std::string(folded);
  if (has(forms_of, Form::capitalised)) return base::capitalised(folded);
  if (has(forms_of, Form::exact)) {
    const std::string_view all = exact(word);
    return std::string(all.substr(0, all.find(' ')));
  }
  std::string upper;
  for (std::size_t at = 0; at < folded.size();) {
    const base::CodePoint point = base::decode(folded, at);
    base::append_utf8(upper, base::to_upper(point.value));
    at += point.length;
  }
  return upper;
}

std::optional<WordIndex> WordSet::counterpart(WordIndex word) const {
  std::size_t low = 0;
  std::size_t high = state_->pairs.size() / 2;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (state_->pairs[2 * middle] < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = 2 * low < state_->pairs.size() && state_->pairs[2 * low] == word &&
                     state_->pairs[2 * low + 1] < size();
  return found ? std::optional(state_->pairs[2 * low + 1]) : std::nullopt;
}

std::span<const WordIndex> WordSet::sounding_like(std::uint32_t key) const {
  state_->read_sounds();
  const auto range = std::ranges::equal_range(state_->sound_keys, key);
  const auto first = static_cast<std::size_t>(range.begin() - state_->sound_keys.begin());
  return state_->sound_words.subspan(first, range.size());
}

std::string_view WordSet::digest() const {
  return state_->digest;
}

}  // namespace linter::lexicon
