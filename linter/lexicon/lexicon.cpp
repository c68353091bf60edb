#include "linter/lexicon/lexicon.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstring>
#include <string>

#include "linter/base/utf8.h"

namespace linter::lexicon {
namespace {

constexpr std::size_t chunk_bits = 12;
constexpr std::size_t chunk_size = std::size_t{1} << chunk_bits;
constexpr std::size_t max_entries = std::size_t{1}
                                    << 20;  // some 100 MB; prose has far fewer distinct words
constexpr std::size_t text_block = 64 << 10;

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

std::uint64_t load(const char* from, std::size_t size) {
  std::uint64_t value = 0;
  std::memcpy(&value, from, size);
  return value;
}

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// A hash for words (after wyhash). The seed differs from run to run, so that nobody can prepare
// words that collide; ids follow the order of first sight and never the hash.
std::uint64_t hash_of(std::string_view word, std::uint64_t seed) {
  constexpr std::uint64_t first = 0xA0761D6478BD642FU;
  constexpr std::uint64_t second = 0xE7037ED1A0B428DBU;
  const char* at = word.data();
  std::size_t left = word.size();
  std::uint64_t hash = seed ^ first;
  for (; left > 16; left -= 16, at += 16)
    hash = mixed(load(at, 8) ^ second, load(at + 8, 8) ^ hash);
  const std::uint64_t low = load(at, left < 8 ? left : 8);
  const std::uint64_t high = left > 8 ? load(at + left - 8, 8) : 0;
  return mixed(second ^ word.size(), mixed(low ^ second, high ^ hash));
}

}  // namespace

struct Lexicon::Memo {
  enum class Verdict : std::uint8_t { unknown, accepted, refused };
  struct Slot {
    std::uint32_t tag = 0;
    WordId id_plus_one = 0;
  };

  const Vocabulary* vocabulary;
  const TriggerTable* triggers;
  std::uint64_t seed;
  std::vector<Slot> slots{1 << 12};
  std::vector<std::unique_ptr<Entry[]>> chunks;
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

  [[nodiscard]] Entry& entry(WordId id) { return chunks[id >> chunk_bits][id & (chunk_size - 1)]; }
  [[nodiscard]] WordId size() const { return static_cast<WordId>(verdicts.size()); }

  void clear();
  void grow();
  WordId intern(std::string_view word);
  WordId add(std::string_view word, std::size_t slot, std::uint32_t tag);
  void describe(WordId id);
};

void Lexicon::Memo::clear() {
  slots.assign(std::size_t{1} << 12, {});
  chunks.clear();
  verdicts.clear();
  texts.clear();
  trigger_store.clear();
  ++generation;
}

void Lexicon::Memo::grow() {
  std::vector<Slot> larger(slots.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (WordId id = 0; id < size(); ++id) {
    const std::uint64_t hash = hash_of(entry(id).text, seed);
    std::size_t at = hash & mask;
    while (larger[at].id_plus_one != 0) at = (at + 1) & mask;
    larger[at] = {static_cast<std::uint32_t>(hash >> 32U), id + 1};
  }
  slots = std::move(larger);
}

WordId Lexicon::Memo::intern(std::string_view word) {
  const std::uint64_t hash = hash_of(word, seed);
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots[at];
    if (slot.id_plus_one == 0) return add(word, at, tag);
    if (slot.tag == tag && entry(slot.id_plus_one - 1).text == word) return slot.id_plus_one - 1;
  }
}

WordId Lexicon::Memo::add(std::string_view word, std::size_t slot, std::uint32_t tag) {
  const WordId id = size();
  slots[slot] = {tag, id + 1};
  if ((id & (chunk_size - 1)) == 0) chunks.push_back(std::make_unique<Entry[]>(chunk_size));
  verdicts.push_back(Verdict::unknown);
  entry(id).text = texts.store(word);
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
  return id;
}

void Lexicon::Memo::describe(WordId id) {
  Entry& own = entry(id);
  const WordFacts facts = vocabulary->look_up(own.text);
  own.parts = facts.parts;
  own.tier = facts.tier;
  if (facts.accepted) verdicts[id] = Verdict::accepted;
  found.clear();
  triggers->find(own.text, found);
  if (found.empty()) return;
  trigger_store.push_back(std::make_unique<TriggerId[]>(found.size()));
  std::ranges::copy(found, trigger_store.back().get());
  own.triggers = std::span<const TriggerId>(trigger_store.back().get(), found.size());
}

Lexicon::Lexicon(const Vocabulary& vocabulary, const TriggerTable& triggers)
    : memo_(std::make_unique<Memo>(vocabulary, triggers)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

void Lexicon::annotate(std::string_view view, sentences::Text& text) {
  if (memo_->verdicts.size() > max_entries) memo_->clear();
  for (sentences::Token& token : text.tokens) {
    if (token.kind == sentences::TokenKind::word || token.kind == sentences::TokenKind::number) {
      token.word = memo_->intern(token.text.of(view));
    }
  }
}

const Entry& Lexicon::operator[](WordId id) const {
  return memo_->entry(id);
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
