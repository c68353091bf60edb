#include "linter/checks/policy/joined_subject.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "linter/base/one_of.h"
#include "linter/lexicon/part_of_speech.h"

namespace linter::checks::policy {
namespace {

using base::is_one_of;
using std::string_view;

constexpr auto known_by = std::to_array<string_view>(
    {"the", "this", "our", "your", "their", "its", "my", "his", "her", "that"});
constexpr auto one_by_one = std::to_array<string_view>({"each", "every", "no", "any"});
// The second halves of what is one thing: "look and feel", "research and development".
constexpr auto halves = std::to_array<string_view>(
    {"feel", "tear", "drop", "error", "development", "forth", "conditions", "fro", "answer",
     "demand", "effect", "response", "paste", "outs"});

// The phrase from this token on; "swelling" is one where nothing follows that it could act on.
std::optional<NounPhrase> joined_at(const Phrases& phrases, std::uint32_t at) {
  if (phrases.text(at).ends_with("ing")) {
    if (!phrases.can_be(at, static_cast<lexicon::PosMask>(lexicon::PartOfSpeech::noun)))
      return std::nullopt;
    return NounPhrase{.first = at, .head = at, .behind = at + 1, .determiner = {}};
  }
  std::optional<NounPhrase> next = phrases.at(at);
  if (!next || next->named || next->doubtful) return std::nullopt;
  if (phrases.number_of(next->head) == Number::unknown &&
      !phrases.text(next->head).ends_with("ing"))
    return std::nullopt;
  return next;
}

}  // namespace

std::optional<JoinedSubject> joined_subject(const Phrases& phrases, const NounPhrase& first) {
  constexpr int most = 5;
  if (first.behind != first.head + 1 || is_one_of(first.determiner, one_by_one))
    return std::nullopt;
  NounPhrase last = first;
  bool ended = false;
  int items = 1;
  for (; !ended && items < most; ++items) {
    std::uint32_t at = last.behind;
    if (phrases.text(at) == ",") ++at;
    ended = phrases.folded(at) == "and";
    if (!ended && at == last.behind) return std::nullopt;
    const std::optional<NounPhrase> next = joined_at(phrases, ended ? at + 1 : at);
    if (!next) return std::nullopt;
    last = *next;
  }
  const bool two = items == 2;
  const bool one_thing = two && (!is_one_of(first.determiner, known_by) ||
                                 is_one_of(phrases.folded(last.head), halves));
  const bool describes = last.determiner.empty() && last.head != last.first;
  if (!ended || one_thing || describes) return std::nullopt;
  return JoinedSubject{.name = std::string(phrases.text(first.head)) + (two ? " and " : " … ") +
                               std::string(phrases.text(last.head)),
                       .behind = last.behind};
}

}  // namespace linter::checks::policy
