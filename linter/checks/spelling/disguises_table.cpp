#include "linter/checks/spelling/disguises_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/split.h"
#include "linter/base/utf8.h"
#include "linter/checks/spelling/collocations_table.h"
#include "linter/checks/spelling/table_rows.h"

namespace linter::checks::spelling {
namespace {

using Words = std::vector<std::string>;

Words stems_of(std::string_view text, char separator) {
  Words stems;
  for (const std::string_view word : base::split(text, separator))
    stems.push_back(stem_of(base::lower(word)));
  return stems;
}

}  // namespace

class DisguisesTable::Builder {
 public:
  // "free|unfastened radicals|extremists", "fatty/folic acid|corrosive", and behind a tab what is
  // no disguise, with commas.
  bool take(std::string_view line) {
    const std::vector<std::string_view> columns = base::split(line, '\t');
    if (columns.size() > 2 || !take(base::split(columns[0], ' '), 0, {})) return false;
    if (columns.size() < 2) return true;
    for (std::string_view kept : base::split(columns[1], ',')) {
      while (kept.starts_with(' ')) kept.remove_prefix(1);
      if (kept.empty()) return false;
      kept_.insert(stems_of(kept, ' '));
    }
    return true;
  }

  // Nothing where the terms are too many for their numbers.
  std::optional<DisguisesTable> finish() {
    for (const Term& term : terms_) {
      table_.letters_.append(term.text);
      table_.ends_.push_back(static_cast<std::uint32_t>(table_.letters_.size()));
      Words words;
      add(term, 0, words, false);
    }
    if (nodes_ > most || table_.numbers_.size() > most || terms_.size() > most) return std::nullopt;
    std::vector<std::uint8_t> begins(table_.numbers_.size());
    for (const auto& [key, step] : steps_) {
      if (key >> 16U == root) begins[(key & most) - 1] = 1;
      table_.keys_.push_back(key);
      table_.steps_.push_back(step);
    }
    table_.begins_.append(begins);
    return std::move(table_);
  }

 private:
  static constexpr std::uint32_t most = UINT16_MAX;
  struct Term {
    std::string text;
    std::vector<std::vector<std::string_view>> parts;  // views of the parsed text
  };

  // Each term of a row from its part `at` on, where / stands between the words of several terms.
  bool take(const std::vector<std::string_view>& parts, std::size_t at, Term term) {
    if (at == parts.size()) return take(std::move(term));
    return std::ranges::all_of(base::split(parts[at], '/'), [&](std::string_view one) {
      Term longer = term;
      longer.parts.push_back(base::split(one, '|'));
      if (std::ranges::any_of(longer.parts.back(), &std::string_view::empty)) return false;
      if (at > 0) longer.text += ' ';
      longer.text += longer.parts.back().front();
      return take(parts, at + 1, std::move(longer));
    });
  }

  bool take(Term term) {
    std::ranges::replace(term.text, '_', ' ');
    const bool disguised =
        std::ranges::any_of(term.parts, [](const auto& part) { return part.size() > 1; });
    kept_.insert(stems_of(term.text, ' '));
    terms_.push_back(std::move(term));
    return disguised;
  }

  // Every way to put the parts from `at` on behind the words so far.
  void add(const Term& term, std::size_t at, Words& words, bool plural) {
    if (at == term.parts.size()) {
      if (!kept_.contains(words)) add(words, plural);
      return;
    }
    for (const std::string_view one : term.parts[at]) {
      const std::size_t before = words.size();
      for (std::string& stem : stems_of(one, '_')) words.push_back(std::move(stem));
      add(term, at + 1, words, words.back() != base::lower(one.substr(one.rfind('_') + 1)));
      words.resize(before);
    }
  }

  void add(const Words& words, bool plural) {
    Node node = root;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto word = static_cast<Word>(
          table_.numbers_.add(words[i], static_cast<std::uint32_t>(table_.numbers_.size() + 1)));
      Step& step = steps_[key_of(node, word)];
      if (i + 1 == words.size()) {
        if (step.term == 0) {
          step.term = static_cast<std::uint16_t>(table_.ends_.size());
          step.plural = plural ? 1 : 0;
        }
      } else if (step.node == root) {
        step.node = ++nodes_;
      }
      node = step.node;
    }
  }

  DisguisesTable table_;
  std::vector<Term> terms_;
  std::set<Words> kept_;  // what means itself
  std::map<std::uint32_t, Step> steps_;
  std::uint32_t nodes_ = 0;
};

base::Loaded<DisguisesTable> DisguisesTable::parse(std::string_view text, std::string_view file) {
  constexpr RowFaults faults{
      .no_row =
          "not a row: parts of a term with others behind |, perhaps a tab and what is left alone",
      .no_table = "too many terms"};
  return table_of_rows<DisguisesTable, Builder>(text, file, faults);
}

DisguisesTable::DisguisesTable(base::ImageReader& image)
    : numbers_(image, UINT16_MAX),
      begins_(image),
      keys_(image),
      steps_(image),
      ends_(image),
      letters_(image) {}

void DisguisesTable::put(base::ImageWriter& image) const {
  numbers_.put(image);
  begins_.put(image);
  keys_.put(image);
  steps_.put(image);
  ends_.put(image);
  letters_.put(image);
}

std::optional<DisguisesTable::Step> DisguisesTable::step(Node from, Word word) const {
  if (word == 0 || from > UINT16_MAX) return std::nullopt;
  const auto found = std::ranges::lower_bound(keys_, key_of(from, word));
  const auto at = static_cast<std::size_t>(found - keys_.begin());
  if (at >= steps_.size() || found == keys_.end() || *found != key_of(from, word))
    return std::nullopt;
  return steps_[at];
}

std::string_view DisguisesTable::term(std::uint16_t number) const {
  if (number == 0 || number > ends_.size()) return {};
  const std::uint32_t first = number == 1 ? 0 : ends_[number - 2U];
  const std::uint32_t last = ends_[number - 1U];
  if (first > last || last > letters_.size()) return {};
  const auto letters = letters_.part(first, last - first);
  return {letters.data(), letters.size()};
}

}  // namespace linter::checks::spelling
