#include "linter/reports/digest.h"

#include <algorithm>

#include "linter/base/harmless.h"
#include "linter/reports/wording.h"

namespace linter::reports {
namespace {

constexpr std::size_t named_suggestions = 3;

bool is_unreserved(char byte) {
  const auto folded = static_cast<unsigned char>(byte) | 0x20U;
  return (folded >= 'a' && folded <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
         byte == '.' || byte == '_' || byte == '~' || byte == '/';
}

// Begins another sentence.
void go_on(std::string& text) {
  if (!text.ends_with('.') && !text.ends_with('?') && !text.ends_with('!')) text += '.';
  text += ' ';
}

}  // namespace

std::vector<const findings::Finding*> most_severe(const findings::Outcome& outcome,
                                                  std::size_t limit) {
  std::vector<const findings::Finding*> chosen;
  for (const auto& finding : outcome.findings)
    if (finding.suppressed.empty()) chosen.push_back(&finding);
  std::ranges::stable_sort(chosen, std::ranges::greater{}, &findings::Finding::severity);
  if (chosen.size() > limit) chosen.resize(limit);
  return chosen;
}

std::string tally(const findings::Outcome& outcome) {
  const auto counts = outcome.counts();
  std::vector<std::string> parts;
  for (std::size_t i = counts.size(); i-- > 0;)
    if (counts[i] > 0) parts.push_back(counted(counts[i], findings::severity_names()[i]));
  std::string text = parts.empty() ? "no findings" : listed(parts, " and ");
  text += " in " + counted(outcome.files, "file");
  if (!outcome.errors.empty()) text += ", " + grouped(outcome.errors.size()) + " not checked";
  return text;
}

std::string place_of(const findings::Related& side) {
  if (side.source && !side.source->title.empty()) {
    const std::string& url = side.source->url;
    return base::harmless_sentence(side.source->title + (url.empty() ? "" : ", " + url));
  }
  return base::harmless_path(side.location.file) + ", line " +
         std::to_string(side.location.begin.line);
}

std::string whole_message(const findings::Finding& finding) {
  std::string text = finding.message;
  const auto say = [&text](const std::string& sentence) {
    go_on(text);
    text += sentence;
  };
  if (!finding.instead.empty()) say("Instead: " + finding.instead);
  std::vector<std::string> tries;
  for (const std::string& suggestion : finding.suggestions)
    if (tries.size() < named_suggestions)
      tries.push_back(suggestion.empty() ? "leaving it out" : "“" + suggestion + "”");
  if (!tries.empty()) say("Try " + listed(tries, " or ") + '.');
  for (const auto& side : finding.related) say("See " + place_of(side) + '.');
  return base::harmless_sentence(text);
}

std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char byte : path) {
    const auto value = static_cast<unsigned char>(byte);
    if (is_unreserved(byte)) {
      uri += byte;
    } else {
      uri += {'%', digits[value >> 4U], digits[value & 0xFU]};
    }
  }
  return uri;
}

}  // namespace linter::reports
