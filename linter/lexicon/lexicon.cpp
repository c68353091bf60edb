#include "linter/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstring>
#include <string>

#include "linter/base/utf8.h"

namespace linter::lexicon {
namespace {

constexpr std::size_t max_entries = std::size_t{1}
                                    << 20;  // some 100 MB; prose has far fewer distinct words
constexpr std::size_t text_block = 64 << 10;
constexpr std::size_t first_slots = 2048;  // enough for an article

// Bytes that never move: words are stored one after another in blocks.
class TextArena {
 public:
  std::string_view store(std::string_view text) {
    if (text.size() > text_block / 4) {
      large_.push_back(std::make_unique<char[]>(text.size()));
      return copy(large_.back().get(), text);
    }
    if (left_ < text.size()) {
      blocks_.push_back(std::make_unique<char[]>(text_block));
      left_ = text_block;
    }
    char* place = blocks_.back().get() + (text_block - left_);
    left_ -= text.size();
    return copy(place, text);
  }
  void clear() {
    blocks_.clear();
    large_.clear();
    left_ = 0;
  }

 private:
  static std::string_view copy(char* place, std::string_view text) {
    if (!text.empty()) std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::vector<std::unique_ptr<char[]>> large_;
  std::size_t left_ = 0;
};

template <class Number>
Number load(const char* from) {
  Number value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// The last bytes of a word, which are all of most words, as two numbers: those of a word that is
// shorter stand behind noughts, so that words of one size have the same only when they are the
// same.
constexpr std::size_t key_bytes = 16;
struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool operator==(const Key&) const = default;
};

Key key_at(const char* from) {
  return {load<std::uint64_t>(from), load<std::uint64_t>(from + 8)};
}

Key key_of(std::string_view word) {
  std::array<char, key_bytes> last{};
  const std::size_t size = std::min(word.size(), key_bytes);
  std::memcpy(last.data() + key_bytes - size, word.data() + word.size() - size, size);
  return key_at(last.data());
}

// By size, all bits of as many last bytes.
constexpr std::array<Key, key_bytes + 1> key_masks = [] {
  std::array<Key, key_bytes + 1> masks;
  std::array<unsigned char, key_bytes> bytes{};
  for (std::size_t size = 1; size < masks.size(); ++size) {
    bytes[key_bytes - size] = 0xFF;
    masks[size] = std::bit_cast<Key>(bytes);
  }
  return masks;
}();

// The same of a word in a text, without asking how long it is where enough stands before its end.
Key key_in(std::string_view text, base::Span word) {
  if (word.end < key_bytes) return key_of(word.of(text));
  const Key all = key_at(text.data() + word.end - key_bytes);
  const Key& mask = key_masks[std::min<std::size_t>(word.size(), key_bytes)];
  return {all.low & mask.low, all.high & mask.high};
}

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// A hash for words (after wyhash). The seed differs from run to run, so that nobody can prepare
// words that collide; ids follow the order of first sight and never the hash.
std::uint64_t hash_of(std::string_view word, const Key& key, std::uint64_t seed) {
  constexpr std::uint64_t first = 0xA0761D6478BD642FU;
  constexpr std::uint64_t second = 0xE7037ED1A0B428DBU;
  std::uint64_t hash = seed ^ first;
  for (std::size_t at = 0; at + key_bytes < word.size(); at += key_bytes) {
    const char* from = word.data() + at;
    hash = mixed(load<std::uint64_t>(from) ^ second, load<std::uint64_t>(from + 8) ^ hash);
  }
  return mixed(second ^ word.size(), mixed(key.low ^ second, key.high ^ hash));
}

}  // namespace

struct Lexicon::Memo {
  enum class Verdict : std::uint8_t { unknown, accepted, refused };
  struct Slot {
    Key key;
    std::uint32_t size = 0;  // of the word
    WordId id_plus_one = 0;
  };

  const Vocabulary* vocabulary;
  const TriggerTable* triggers;
  std::uint64_t seed;
  std::vector<Slot> slots{first_slots};
  Entries entries;
  std::vector<Verdict> verdicts;
  TextArena texts;
  std::vector<std::unique_ptr<TriggerId[]>> trigger_store;
  std::vector<TriggerId> found;
  std::string folded;
  std::uint32_t generation = 0;

  Memo(const Vocabulary& words, const TriggerTable& table)
      : vocabulary(&words),
        triggers(&table),
        seed(static_cast<std::uint64_t>(
                 std::chrono::steady_clock::now().time_since_epoch().count()) ^
             std::bit_cast<std::uintptr_t>(this)) {}

  [[nodiscard]] Entry& entry(WordId id) { return entries[id]; }
  [[nodiscard]] WordId size() const { return static_cast<WordId>(verdicts.size()); }

  void clear();
  void grow();
  WordId intern(std::string_view word) { return intern(word, key_of(word)); }
  WordId intern(std::string_view word, const Key& key);
  WordId add(std::string_view word, std::size_t slot, const Key& key);
  void describe(WordId id);
};

void Lexicon::Memo::clear() {
  slots.assign(first_slots, {});
  entries.clear();
  verdicts.clear();
  texts.clear();
  trigger_store.clear();
  ++generation;
}

void Lexicon::Memo::grow() {
  std::vector<Slot> larger(slots.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (WordId id = 0; id < size(); ++id) {
    const std::string_view word = entry(id).text;
    const Key key = key_of(word);
    std::size_t at = hash_of(word, key, seed) & mask;
    while (larger[at].id_plus_one != 0) at = (at + 1) & mask;
    larger[at] = {key, static_cast<std::uint32_t>(word.size()), id + 1};
  }
  slots = std::move(larger);
}

WordId Lexicon::Memo::intern(std::string_view word, const Key& key) {
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = hash_of(word, key, seed) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots[at];
    if (slot.id_plus_one == 0) return add(word, at, key);
    if (slot.key == key && slot.size == word.size() &&
        (word.size() <= key_bytes || entry(slot.id_plus_one - 1).text == word)) {
      return slot.id_plus_one - 1;
    }
  }
}

WordId Lexicon::Memo::add(std::string_view word, std::size_t slot, const Key& key) {
  const WordId id = size();
  slots[slot] = {key, static_cast<std::uint32_t>(word.size()), id + 1};
  verdicts.push_back(Verdict::unknown);
  entries.add(id).text = texts.store(word);
  if (2 * verdicts.size() > slots.size()) grow();
  base::lower_into(word, folded);
  if (folded == word) {
    entry(id).folded = id;
    describe(id);
    return id;
  }
  const WordId lower = intern(std::string(folded));
  Entry& own = entry(id);
  const Entry& other = entry(lower);
  own.folded = lower;
  own.parts = other.parts;
  own.triggers = other.triggers;
  own.tier = other.tier;
  own.one_sided = other.one_sided;
  return id;
}

void Lexicon::Memo::describe(WordId id) {
  Entry& own = entry(id);
  const WordFacts facts = vocabulary->look_up(own.text);
  own.parts = facts.parts;
  own.tier = facts.tier;
  own.one_sided = has(facts.dialects, Dialect::american) != has(facts.dialects, Dialect::british);
  if (facts.accepted) verdicts[id] = Verdict::accepted;
  found.clear();
  triggers->find(own.text, found);
  if (found.empty()) return;
  trigger_store.push_back(std::make_unique<TriggerId[]>(found.size()));
  std::ranges::copy(found, trigger_store.back().get());
  own.triggers = std::span<const TriggerId>(trigger_store.back().get(), found.size());
}

Lexicon::Lexicon(const Vocabulary& vocabulary, const TriggerTable& triggers)
    : memo_(std::make_unique<Memo>(vocabulary, triggers)), entries_(&memo_->entries) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

void Lexicon::annotate(std::string_view view, sentences::Text& text) {
  if (memo_->verdicts.size() > max_entries) memo_->clear();
  for (sentences::Token& token : text.tokens) {
    if (token.kind == sentences::TokenKind::word || token.kind == sentences::TokenKind::number) {
      token.word = memo_->intern(token.text.of(view), key_in(view, token.text));
    }
  }
}

WordId Lexicon::intern(std::string_view word) {
  return memo_->intern(word);
}

bool Lexicon::accepts(WordId id) {
  Memo::Verdict& verdict = memo_->verdicts[id];
  if (verdict == Memo::Verdict::unknown) {
    verdict = memo_->vocabulary->accepts(memo_->entry(id).text) ? Memo::Verdict::accepted
                                                                : Memo::Verdict::refused;
  }
  return verdict == Memo::Verdict::accepted;
}

std::size_t Lexicon::size() const {
  return memo_->verdicts.size();
}

std::uint32_t Lexicon::generation() const {
  return memo_->generation;
}

const Vocabulary& Lexicon::vocabulary() const {
  return *memo_->vocabulary;
}

}  // namespace linter::lexicon
