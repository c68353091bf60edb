#include "linter/lexicon/triggers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <utility>

#include "linter/base/text_table.h"

namespace linter::lexicon {
namespace {

constexpr std::size_t bytes = 256;

// The triggers of pieces, by number of the piece: those of piece i are [first[i], first[i + 1]).
struct Lists {
  base::Column<std::uint32_t> first;
  base::Column<TriggerId> triggers;

  [[nodiscard]] std::span<const TriggerId> of(std::uint32_t piece) const {
    return triggers.part(first[piece], first[piece + 1] - first[piece]);
  }
};

// Words, prefixes or suffixes.
struct Pieces {
  base::TextTable numbers;
  // The lengths that occur among those that begin, or of suffixes end, with a byte, as bits; the
  // last bit is that of all longer ones.
  base::Column<std::uint64_t> lengths;
};
constexpr std::size_t longest_counted = 63;

// Hands each length that occurs and that a word has to `visit`.
template <class Visit>
void visit_lengths(std::uint64_t lengths, std::size_t size, const Visit& visit) {
  for (; lengths != 0; lengths &= lengths - 1) {
    const auto length = static_cast<std::size_t>(std::countr_zero(lengths));
    if (length > size) return;
    visit(length);
    if (length < longest_counted) continue;
    for (std::size_t longer = length + 1; longer <= size; ++longer) visit(longer);
  }
}

using Gathered = std::map<std::string_view, std::vector<TriggerId>>;

}  // namespace

struct TriggerTable::Index {
  struct Infix {
    std::uint32_t begin = 0;  // in `letters`
    std::uint32_t size = 0;
    TriggerId trigger = 0;
  };

  Lists lists;
  Pieces words;
  Pieces prefixes;
  Pieces suffixes;
  base::Column<std::uint32_t> infix_first;  // by first byte, and the end
  base::Column<Infix> infixes;
  base::Column<char> letters;

  Index() = default;
  explicit Index(std::span<const Atom> atoms);
  explicit Index(base::ImageReader& image);
  [[nodiscard]] bool is_sound() const;
  void add(const Gathered& gathered, bool from_end, Pieces& pieces);
  void add_infixes(std::span<const Atom> atoms);
  void append(const Pieces& pieces, std::string_view key, std::vector<TriggerId>& out) const;
};

TriggerTable::Index::Index(std::span<const Atom> atoms) {
  std::array<Gathered, 3> gathered;
  for (const Atom& atom : atoms) {
    if (atom.kind != AtomKind::infix && !atom.text.empty())
      gathered[static_cast<std::size_t>(atom.kind)][atom.text].push_back(atom.trigger);
  }
  add(gathered[static_cast<std::size_t>(AtomKind::word)], false, words);
  add(gathered[static_cast<std::size_t>(AtomKind::prefix)], false, prefixes);
  add(gathered[static_cast<std::size_t>(AtomKind::suffix)], true, suffixes);
  lists.first.push_back(static_cast<std::uint32_t>(lists.triggers.size()));
  add_infixes(atoms);
}

void TriggerTable::Index::add(const Gathered& gathered, bool from_end, Pieces& pieces) {
  std::array<std::uint64_t, bytes> lengths{};
  for (const auto& [text, triggers] : gathered) {
    pieces.numbers.add(text, static_cast<std::uint32_t>(lists.first.size()));
    lists.first.push_back(static_cast<std::uint32_t>(lists.triggers.size()));
    lists.triggers.append(triggers);
    lengths[static_cast<unsigned char>(from_end ? text.back() : text.front())] |=
        std::uint64_t{1} << std::min(text.size(), longest_counted);
  }
  pieces.lengths.append(lengths);
}

void TriggerTable::Index::add_infixes(std::span<const Atom> atoms) {
  std::array<std::vector<const Atom*>, bytes> by_byte;
  for (const Atom& atom : atoms) {
    if (atom.kind == AtomKind::infix && !atom.text.empty())
      by_byte[static_cast<unsigned char>(atom.text.front())].push_back(&atom);
  }
  for (const std::vector<const Atom*>& here : by_byte) {
    infix_first.push_back(static_cast<std::uint32_t>(infixes.size()));
    for (const Atom* atom : here) {
      infixes.push_back({static_cast<std::uint32_t>(letters.size()),
                         static_cast<std::uint32_t>(atom->text.size()), atom->trigger});
      letters.append(atom->text);
    }
  }
  infix_first.push_back(static_cast<std::uint32_t>(infixes.size()));
}

TriggerTable::Index::Index(base::ImageReader& image)
    : lists{base::Column<std::uint32_t>(image), base::Column<TriggerId>(image)} {
  const std::uint64_t pieces = lists.first.empty() ? 0 : lists.first.size() - 1;
  for (Pieces* one : {&words, &prefixes, &suffixes}) {
    one->numbers = base::TextTable(image, pieces);
    one->lengths = base::Column<std::uint64_t>(image);
  }
  infix_first = base::Column<std::uint32_t>(image);
  infixes = base::Column<Infix>(image);
  letters = base::Column<char>(image);
  if (!is_sound()) image.refuse();
}

bool TriggerTable::Index::is_sound() const {
  const auto is_row = [](const base::Column<std::uint32_t>& first, std::size_t end) {
    return !first.empty() && std::ranges::is_sorted(first) && first[first.size() - 1] == end;
  };
  const auto fits = [&](const Infix& one) {
    return one.begin <= letters.size() && one.size <= letters.size() - one.begin;
  };
  const auto has_lengths = [](const Pieces& one) { return one.lengths.size() == bytes; };
  return has_lengths(prefixes) && has_lengths(suffixes) &&
         is_row(lists.first, lists.triggers.size()) && infix_first.size() == bytes + 1 &&
         is_row(infix_first, infixes.size()) && std::ranges::all_of(infixes, fits);
}

void TriggerTable::Index::append(const Pieces& pieces, std::string_view key,
                                 std::vector<TriggerId>& out) const {
  if (const auto found = pieces.numbers.find(key)) {
    const std::span<const TriggerId> triggers = lists.of(*found);
    out.insert(out.end(), triggers.begin(), triggers.end());
  }
}

TriggerTable::TriggerTable() : TriggerTable(std::span<const Atom>()) {}
TriggerTable::TriggerTable(TriggerTable&&) noexcept = default;
TriggerTable& TriggerTable::operator=(TriggerTable&&) noexcept = default;
TriggerTable::~TriggerTable() = default;

TriggerTable::TriggerTable(std::span<const Atom> atoms) : index_(std::make_unique<Index>(atoms)) {}

TriggerTable::TriggerTable(base::ImageReader& image) : index_(std::make_unique<Index>(image)) {
  if (!image.sound()) *this = TriggerTable();
}

void TriggerTable::put(base::ImageWriter& image) const {
  index_->lists.first.put(image);
  index_->lists.triggers.put(image);
  for (const Pieces* one : {&index_->words, &index_->prefixes, &index_->suffixes}) {
    one->numbers.put(image);
    one->lengths.put(image);
  }
  index_->infix_first.put(image);
  index_->infixes.put(image);
  index_->letters.put(image);
}

bool TriggerTable::names(std::string_view folded) const {
  return index_->words.numbers.find(folded).has_value();
}

void TriggerTable::find(std::string_view folded, std::vector<TriggerId>& out) const {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  const Index& index = *index_;
  index.append(index.words, folded, out);
  if (folded.empty()) return;
  const auto lengths = [](const Pieces& pieces, char letter) {
    return pieces.lengths[static_cast<unsigned char>(letter)];
  };
  visit_lengths(lengths(index.prefixes, folded.front()), folded.size(), [&](std::size_t length) {
    index.append(index.prefixes, folded.substr(0, length), out);
  });
  visit_lengths(lengths(index.suffixes, folded.back()), folded.size(), [&](std::size_t length) {
    index.append(index.suffixes, folded.substr(folded.size() - length), out);
  });
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    for (std::uint32_t i = index.infix_first[byte]; i < index.infix_first[byte + 1U]; ++i) {
      const Index::Infix& one = index.infixes[i];
      if (folded.substr(at).starts_with({index.letters.data() + one.begin, one.size}))
        out.push_back(one.trigger);
    }
  }
  std::ranges::sort(out.begin() + first, out.end());
  out.erase(std::unique(out.begin() + first, out.end()), out.end());
}

}  // namespace linter::lexicon
