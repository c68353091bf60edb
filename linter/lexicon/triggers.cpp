#include "linter/lexicon/triggers.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <utility>

namespace linter::lexicon {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using Pieces = std::unordered_map<std::string, std::vector<TriggerId>, Hash, std::equal_to<>>;

// Prefixes or suffixes, with the lengths that occur among them.
struct Affixes {
  Pieces pieces;
  std::vector<std::size_t> lengths;  // ascending, each once

  void add(const Atom& atom) {
    pieces[atom.text].push_back(atom.trigger);
    const auto at = std::ranges::lower_bound(lengths, atom.text.size());
    if (at == lengths.end() || *at != atom.text.size()) lengths.insert(at, atom.text.size());
  }
};

void append(const Pieces& pieces, std::string_view key, std::vector<TriggerId>& out) {
  if (const auto found = pieces.find(key); found != pieces.end()) {
    out.insert(out.end(), found->second.begin(), found->second.end());
  }
}

}  // namespace

struct TriggerTable::Index {
  Pieces words;
  Affixes prefixes;
  Affixes suffixes;
  // by their first byte
  std::array<std::vector<std::pair<std::string, TriggerId>>, 256> infixes;
};

TriggerTable::TriggerTable() : index_(std::make_unique<Index>()) {}
TriggerTable::TriggerTable(TriggerTable&&) noexcept = default;
TriggerTable& TriggerTable::operator=(TriggerTable&&) noexcept = default;
TriggerTable::~TriggerTable() = default;

TriggerTable::TriggerTable(std::span<const Atom> atoms) : TriggerTable() {
  for (const Atom& atom : atoms) {
    if (atom.text.empty()) continue;
    switch (atom.kind) {
      case AtomKind::word:
        index_->words[atom.text].push_back(atom.trigger);
        break;
      case AtomKind::prefix:
        index_->prefixes.add(atom);
        break;
      case AtomKind::suffix:
        index_->suffixes.add(atom);
        break;
      case AtomKind::infix:
        index_->infixes[static_cast<unsigned char>(atom.text.front())].emplace_back(atom.text,
                                                                                    atom.trigger);
        break;
    }
  }
}

void TriggerTable::find(std::string_view folded, std::vector<TriggerId>& out) const {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  append(index_->words, folded, out);
  for (const std::size_t length : index_->prefixes.lengths) {
    if (length > folded.size()) break;
    append(index_->prefixes.pieces, folded.substr(0, length), out);
  }
  for (const std::size_t length : index_->suffixes.lengths) {
    if (length > folded.size()) break;
    append(index_->suffixes.pieces, folded.substr(folded.size() - length), out);
  }
  for (std::size_t at = 0; at < folded.size(); ++at) {
    for (const auto& [text, trigger] : index_->infixes[static_cast<unsigned char>(folded[at])]) {
      if (folded.substr(at).starts_with(text)) out.push_back(trigger);
    }
  }
  std::ranges::sort(out.begin() + first, out.end());
  out.erase(std::unique(out.begin() + first, out.end()), out.end());
}

}  // namespace linter::lexicon
