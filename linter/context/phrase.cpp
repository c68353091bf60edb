#include "linter/context/phrase.h"

#include <algorithm>
#include <iterator>

#include "linter/base/utf8.h"

namespace linter::context {
namespace {

using Kind = Element::Kind;
using Fault = std::unexpected<std::string>;
template <class T>
using Parsed = std::expected<T, std::string>;

constexpr std::size_t max_group_depth = 4;

Element word_element(std::string_view word) {
  return {.kind = Kind::word, .optional = false, .word = std::string(word), .alternatives = {}};
}

// "so-called" is written as one word and read as three: so - called.
Sequence split_at_hyphens(std::string_view atom) {
  Sequence sequence;
  while (!atom.empty()) {
    const std::size_t hyphen = atom.find('-');
    const std::size_t length = hyphen == 0 ? 1 : std::min(hyphen, atom.size());
    sequence.push_back(word_element(atom.substr(0, length)));
    atom.remove_prefix(length);
  }
  return sequence;
}

Element group_of(std::vector<Sequence> alternatives, bool optional) {
  return {.kind = Kind::group,
          .optional = optional,
          .word = {},
          .alternatives = std::move(alternatives)};
}

// The single words that an element stands for ("ed", "ing"), "" where it may be missing; nothing
// when it is more.
std::vector<std::string> single_words(const Element& element) {
  if (element.kind == Kind::word) return {element.word};
  std::vector<std::string> words;
  for (const Sequence& sequence : element.alternatives) {
    if (sequence.size() != 1 || sequence.front().kind != Kind::word) return {};
    words.push_back(sequence.front().word);
  }
  if (element.optional && !words.empty()) words.emplace_back();
  return words;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Parsed<std::vector<Sequence>> all() {
    auto result = alternatives(0);
    if (result && position_ < text_.size()) return Fault("a bracket is closed that was not opened");
    return result;
  }

 private:
  void skip_spaces() {
    while (position_ < text_.size() && text_[position_] == ' ') ++position_;
  }
  [[nodiscard]] bool at(char wanted) const {
    return position_ < text_.size() && text_[position_] == wanted;
  }
  bool take(char wanted) {
    if (!at(wanted)) return false;
    ++position_;
    return true;
  }

  Parsed<std::vector<Sequence>> alternatives(std::size_t depth) {
    if (depth > max_group_depth) return Fault("its brackets are nested too deeply");
    std::vector<Sequence> result;
    do {
      auto one = sequence(depth);
      if (!one) return Fault(one.error());
      result.push_back(std::move(*one));
    } while (take('|'));
    return result;
  }

  Parsed<Sequence> sequence(std::size_t depth) {
    Sequence result;
    for (skip_spaces(); position_ < text_.size() && !at('|') && !at(')'); skip_spaces()) {
      const bool glued = !result.empty() && text_[position_ - 1] != ' ';
      auto next = item(depth);
      if (!next) return next;
      if (++elements_ > max_phrase_elements)
        return Fault("it has more than " + std::to_string(max_phrase_elements) +
                     " parts; split it");
      if (glued) {
        const auto joint = glue(result.back(), next->front());
        if (!joint) return Fault(joint.error());
        result.back() = *joint;
        next->erase(next->begin());
      }
      std::ranges::move(*next, std::back_inserter(result));
    }
    if (result.empty())
      return Fault("an alternative is empty; write (…)? for words that may be missing");
    return result;
  }

  // "clinic(s|ian)": every ending on every beginning.
  Parsed<Element> glue(const Element& left, const Element& right) {
    const auto beginnings = single_words(left);
    const auto endings = single_words(right);
    if (beginnings.empty() || endings.empty())
      return Fault("only single words can be glued to a bracket; put a space before it");
    elements_ += beginnings.size() * endings.size();
    std::vector<Sequence> words;
    if (elements_ > max_phrase_elements) return Fault("it has too many parts; split it");
    for (const std::string& beginning : beginnings)
      for (const std::string& ending : endings)
        if (!beginning.empty() || !ending.empty())
          words.push_back({word_element(beginning + ending)});
    return group_of(std::move(words), false);
  }

  // One element, or the words of a hyphened one.
  Parsed<Sequence> item(std::size_t depth) {
    if (!take('(')) return atom();
    auto group = alternatives(depth + 1);
    if (!group) return Fault(group.error());
    if (!take(')')) return Fault("a bracket is not closed");
    return Sequence{group_of(std::move(*group), take('?'))};
  }

  Parsed<Sequence> atom() {
    const std::size_t begin = position_;
    while (position_ < text_.size() && !std::string_view(" ()|").contains(text_[position_]))
      ++position_;
    std::string_view word = text_.substr(begin, position_ - begin);
    if (word.size() < 2 || !word.ends_with('?')) return variants(word);
    word.remove_suffix(1);
    // "clinics?": the last letter may be missing
    const std::string_view shorter =
        word.substr(0, word.size() - base::decode_before(word, word.size()).length);
    Sequence whole = variants(word);
    if (shorter.empty()) return Sequence{group_of({std::move(whole)}, true)};
    return Sequence{group_of({std::move(whole), split_at_hyphens(shorter)}, false)};
  }

  Sequence variants(std::string_view word) {
    if (word == "_") return {Element{.kind = Kind::any, .word = {}, .alternatives = {}}};
    if (word == "#") return {Element{.kind = Kind::number, .word = {}, .alternatives = {}}};
    if (word.size() < 2 || !word.ends_with('~')) return split_at_hyphens(word);
    std::vector<Sequence> forms;
    for (const std::string& form : inflections(word.substr(0, word.size() - 1)))
      forms.push_back(split_at_hyphens(form));
    elements_ += forms.size();
    return {group_of(std::move(forms), false)};
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t elements_ = 0;
};

std::size_t longest(const Sequence& sequence) {
  std::size_t words = 0;
  for (const Element& element : sequence) {
    std::size_t most = element.kind == Kind::group ? 0 : 1;
    for (const Sequence& alternative : element.alternatives)
      most = std::max(most, longest(alternative));
    words += most;
  }
  return words;
}

// "(very)? safe" becomes "very safe" and "safe", so that every sequence has a first word.
Parsed<std::vector<Sequence>> with_first_words(std::vector<Sequence> sequences) {
  std::vector<Sequence> result;
  for (Sequence& sequence : sequences) {
    while (!sequence.empty() && sequence.front().optional) {
      result.push_back(sequence);
      result.back().front().optional = false;
      sequence.erase(sequence.begin());
    }
    if (sequence.empty()) return Fault("it can be empty; at least one word must stand");
    result.push_back(std::move(sequence));
  }
  return result;
}

// Whether each way to read a sequence begins with a word or a number.
bool begins_with_word(const Sequence& sequence) {
  const Element& first = sequence.front();
  if (first.kind != Kind::group) return first.kind != Kind::any;
  return !first.optional && std::ranges::all_of(first.alternatives, begins_with_word);
}

bool is_affix(std::string_view text) {
  return text.size() > 1 && text.find_first_of(" ()|~_#?") == std::string_view::npos &&
         (text.starts_with('-') != text.ends_with('-')) &&
         text.substr(1, text.size() - 2).find('-') == std::string_view::npos;
}

}  // namespace

std::expected<Phrase, std::string> parse_phrase(std::string_view text) {
  const std::string folded = base::lower(text);
  Phrase phrase;
  if (is_affix(folded)) {
    phrase.affix = folded.starts_with('-') ? Phrase::Affix::suffix : Phrase::Affix::prefix;
    phrase.affix_text =
        folded.starts_with('-') ? folded.substr(1) : folded.substr(0, folded.size() - 1);
    return phrase;
  }
  auto sequences = Parser(folded).all();
  if (!sequences) return Fault(sequences.error());
  sequences = with_first_words(std::move(*sequences));
  if (!sequences) return Fault(sequences.error());
  for (const Sequence& sequence : *sequences) {
    if (longest(sequence) > max_phrase_words)
      return Fault("it is longer than " + std::to_string(max_phrase_words) + " words");
    if (!begins_with_word(sequence))
      return Fault("it must begin with a word, not with _ or with an inner (…)?");
  }
  phrase.sequences = std::move(*sequences);
  return phrase;
}

}  // namespace linter::context
