#include "linter/checks/claims/claims.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "linter/assertions/extract.h"
#include "linter/base/hash.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"
#include "linter/checks/claims/join.h"
#include "linter/checks/claims/quote.h"
#include "linter/checks/claims/record.h"
#include "linter/checks/claims/statements.h"
#include "linter/checks/claims/wording.h"

namespace linter::checks::claims {
namespace {

// Where a sentence sets one clause against another: "..., although ...", "Although ..., ...", "...,
// but ..."; the end of the view where it does not. Each side has a verb of its own.
std::uint32_t turn_of(const lexicon::Reading& reading, context::Context& context,
                      std::uint32_t sentence) {
  static constexpr std::array<std::string_view, 4> conceding = {"although", "though", "even",
                                                                "while"};
  static constexpr std::array<std::string_view, 5> turning = {"but", "yet", "however", "though",
                                                              "nevertheless"};
  const sentences::Sentence& place = reading.text.sentences[sentence];
  const auto word = [&](std::uint32_t token) {
    return base::lower(reading.view(reading.text.tokens[token].text));
  };
  const std::string opening = word(place.first_token);
  const bool concedes = base::is_one_of(opening, conceding) &&
                        (opening != "even" || (place.first_token + 1 < place.end_token &&
                                               word(place.first_token + 1) == "though"));
  std::uint32_t turn = place.text.end;
  // "it may hurt without the cream, but with it ...": each side in a case of its own
  static constexpr std::array<std::string_view, 8> cases = {
      "with", "without", "if", "unless", "otherwise", "once", "until", "when"};
  for (std::uint32_t token = place.first_token; token < place.end_token; ++token)
    if (base::is_one_of(word(token), cases)) return turn;
  for (std::uint32_t token = place.first_token + 1; token + 1 < place.end_token; ++token) {
    const bool comma = word(token) == ",";
    const bool turns = concedes ? comma
                                : word(token) == "although" ||
                                      (comma && base::is_one_of(word(token + 1), turning));
    if (!turns) continue;
    turn = reading.text.tokens[token].text.begin;
    break;
  }
  const std::span<const context::Clause> clauses = context.clauses(sentence);
  const auto has_verb = [&](bool behind) {
    return std::ranges::any_of(clauses, [&](const context::Clause& clause) {
      return !clause.verb.empty() && (clause.verb.begin >= turn) == behind;
    });
  };
  return turn < place.text.end && has_verb(false) && has_verb(true) ? turn : place.text.end;
}

bool stands_behind_but(const lexicon::Reading& reading, context::Context& context,
                       const assertions::Assertion& assertion) {
  return assertion.words.begin >=
         turn_of(reading, context, reading.text.sentence_at(assertion.sentence.begin));
}

// Examples are short sentences, and the longer one that they are compared with, the likelier it
// speaks of something else. On 154 real pages this leaves 12 of 34 questions; of nine that were
// judged on 116 of them, before it was so, one was right, and that one stays.
bool is_thin(const assertions::Assertion& assertion) {
  struct Needed {
    std::uint32_t bytes;  // of so many at most
    int probability;      // percent
  };
  static constexpr std::array<Needed, 2> needed = {{{100, 74}, {160, 85}}};
  if (!assertion.claim.by_example) return false;
  const auto it = std::ranges::find_if(
      needed, [&](const Needed& one) { return assertion.words.size() <= one.bytes; });
  return it == needed.end() || assertion.probability < it->probability;
}

class Claims : public Check {
 public:
  Claims(const knowledge::Knowledge& knowledge, Options options)
      : knowledge_(knowledge), options_(std::move(options)), extractor_(knowledge) {}

  [[nodiscard]] std::string_view name() const override { return "claims"; }

  void check_article(const lexicon::Reading& reading, context::Context& context,
                     ArticleResult& result) override {
    sentences_.clear();
    for (const assertions::Assertion& assertion :
         assertions_of(extractor_, reading, context, result)) {
      if (!can_clash(assertion.claim) || is_thin(assertion)) continue;
      Summary summary;
      summary.check = name();
      summary.key = key_of(assertion.claim.subject);
      summary.value = encode(knowledge_, assertion.claim);
      summary.identity = identity_of(reading, assertion.sentence) & ~behind_but;
      if (stands_behind_but(reading, context, assertion)) summary.identity |= behind_but;
      summary.location.file = reading.source.path;
      summary.location.span = reading.article.source_span(assertion.words);
      summary.location.text = summary.location.span.of(reading.source.bytes);
      summary.quote = label_of(reading, assertion.sentence) +
                      quote_of(reading.article.view, assertion.sentence, assertion.words);
      result.summaries.push_back(std::move(summary));
    }
  }

  [[nodiscard]] bool understands(const Summary& summary) const override {
    const auto claim = decode(knowledge_, summary.value);
    return claim && claim->subject != knowledge::none && key_of(claim->subject) == summary.key;
  }

  void check_corpus(std::span<const Summary> summaries,
                    std::vector<findings::Finding>& findings) const override {
    SummaryTable table;
    std::vector<SummaryId> ids;
    for (const Summary& summary : summaries) {
      ids.push_back(table.size());
      table.add(summary);
    }
    check_table({table, ids}, findings);
  }

  void check_table(const SummaryList& list,
                   std::vector<findings::Finding>& findings) const override {
    for (const StatementClash& clash : join(knowledge_, list, options_))
      findings.push_back(finding_of(knowledge_, clash));
  }

 private:
  // A thing and its kinds are held together: what is said of all of them holds for each.
  [[nodiscard]] const std::string& key_of(knowledge::ConceptId subject) const {
    return knowledge_.concept_of(knowledge_.family_of(subject)).id;
  }

  // Whether the statement could be held against anything at all.
  [[nodiscard]] bool can_clash(const assertions::Claim& claim) const {
    return claim.subject != knowledge::none && claim.frame != knowledge::none &&
           !knowledge_.concept_of(claim.subject).various &&
           knowledge_.frames[claim.frame].compared && claim.voice == assertions::Voice::author &&
           (claim.force == assertions::Force::statement || claim.force == assertions::Force::wish);
  }

  // "Downtime: " before "None": what a cell says, the head of its row tells. Empty elsewhere.
  [[nodiscard]] static std::string label_of(const lexicon::Reading& reading, base::Span sentence) {
    const std::vector<prose::Block>& blocks = reading.article.blocks;
    const std::uint32_t cell =
        reading.text.sentences[reading.text.sentence_at(sentence.begin)].block;
    if (!prose::has(blocks[cell].scopes, prose::Scope::table) || blocks[cell].starts_item)
      return {};
    static constexpr std::uint32_t widest = 64;  // cells of a row that are looked through
    std::uint32_t head = cell;
    while (head > 0 && cell - head < widest && !blocks[head].starts_item &&
           blocks[head - 1].group == blocks[cell].group)
      --head;
    const base::Span words = blocks[head].text;
    if (!blocks[head].starts_item || words.empty()) return {};
    const std::string label = quote_of(reading.article.view, words, {words.begin, words.begin});
    return label + (label.ends_with(':') || label.ends_with('?') ? " " : ": ");
  }

  // What tells a sentence from all others of its article, wherever it moves: its words and, of
  // sentences that stand there more than once, which of them it is.
  std::uint64_t identity_of(const lexicon::Reading& reading, base::Span sentence) {
    const std::uint64_t words = base::hash64(reading.view(sentence));
    Repeated& known = sentences_.try_emplace(words, Repeated{sentence.begin, 0}).first->second;
    if (known.begin != sentence.begin) known = {sentence.begin, known.before + 1};
    return words + known.before;
  }

  struct Repeated {
    std::uint32_t begin;   // of the last one
    std::uint32_t before;  // how many stand before it
  };

  const knowledge::Knowledge& knowledge_;
  Options options_;
  assertions::Extractor extractor_;
  std::unordered_map<std::uint64_t, Repeated> sentences_;
};

}  // namespace

std::unique_ptr<Check> make_claims(const knowledge::Knowledge& knowledge, Options options) {
  return std::make_unique<Claims>(knowledge, std::move(options));
}

namespace {

RuleInfo contradiction_rule() {
  RuleInfo rule;
  rule.id = "claims.contradiction";
  rule.category = findings::Category::contradiction;
  rule.severity = findings::Severity::error;
  rule.about = "Two statements that cannot both be true.";
  rule.why =
      "A reader who meets both does not know which to trust, and a regulator takes the one that "
      "promises more.";
  rule.instead = "Say the same thing in both places, with how often it happens and to whom.";
  rule.bad = {
      "Microneedling never causes swelling.\n\nMild swelling is common after microneedling."};
  rule.good = {"Swelling after microneedling is rare.\n\nA few people swell after microneedling."};
  return rule;
}

RuleInfo tension_rule() {
  RuleInfo rule;
  rule.id = "claims.tension";
  rule.category = findings::Category::contradiction;
  rule.severity = findings::Severity::warning;
  rule.about = "Two statements that pull against each other, or clash if they speak of the same.";
  rule.why =
      "It is not certain that both speak of the same thing; a reader will wonder all the same.";
  rule.instead = "Say what each statement is about, or make them agree.";
  rule.bad = {"Microneedling has no downtime.\n\nRedness after microneedling lasts two days."};
  rule.good = {"Microneedling needs little downtime.\n\nRedness lasts two days."};
  return rule;
}

RuleInfo query_rule() {
  RuleInfo rule;
  rule.id = "claims.query";
  rule.category = findings::Category::contradiction;
  rule.severity = findings::Severity::suggestion;
  rule.about = "Two statements of one article that clash if both mean the same.";
  rule.why = "Only the author can say whether they do; a reader cannot ask.";
  rule.instead = "Make plain what each statement speaks of, or make them agree.";
  rule.bad = {
      "Everyone can have it. It is gentle and safe for all.\n\nIt is not suitable during "
      "pregnancy."};
  rule.good = {"Most people can have it.\n\nIt is not suitable during pregnancy."};
  return rule;
}

}  // namespace

std::span<const RuleInfo> rules() {
  static const std::array<RuleInfo, 3> all = {contradiction_rule(), tension_rule(), query_rule()};
  return all;
}

}  // namespace linter::checks::claims
