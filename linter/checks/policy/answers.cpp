#include "linter/checks/policy/answers.h"

#include <algorithm>
#include <optional>
#include <string>

#include "linter/checks/policy/message.h"

namespace linter::checks::policy {
namespace {

bool claims_in_a_question(const RuledReport& one, const sentences::Text& text) {
  const Report& report = one.report;
  if (one.rule->info.category != findings::Category::claim || report.about_article ||
      !report.suggestions.empty() || report.where.empty() || text.sentences.empty())
    return false;
  const sentences::Sentence& sentence = text.sentences[text.sentence_at(report.where.begin)];
  return sentence.ending == sentences::Ending::question && report.where.end <= sentence.text.end;
}

// The sentence behind a question in which the cue stands that answers it.
std::optional<base::Span> answer_to(base::Span question, const sentences::Text& text,
                                    context::Context& context) {
  const std::uint32_t asked = text.sentence_at(question.begin);
  for (const context::Evidence& one : context.explain(question)) {
    if (one.cue.begin < text.sentences[asked].text.end) continue;
    const std::uint32_t sentence = text.sentence_at(one.cue.begin);
    if (sentence == asked + 1) return text.sentences[sentence].text;
  }
  return std::nullopt;
}

}  // namespace

void stand_on_answers(std::vector<RuledReport>& reports, const lexicon::Reading& reading,
                      context::Context& context) {
  for (RuledReport& one : reports) {
    if (!claims_in_a_question(one, reading.text)) continue;
    Report& report = one.report;
    const auto answer = answer_to(report.where, reading.text, context);
    if (!answer) continue;
    const auto names_match = [](const auto& value) { return value.first == "match"; };
    if (std::ranges::none_of(report.values, names_match))
      report.values.emplace_back("match", quotable(reading.view(report.where)));
    report.where = *answer;
  }
}

}  // namespace linter::checks::policy
