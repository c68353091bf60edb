#include "linter/fixes/fixes.h"

#include <algorithm>

#include "linter/base/utf8.h"

namespace linter::fixes {
namespace {

using std::string_view;

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

// The capital of the word that comes after words with one that are left out; empty where it has one
// or is written its own way (iPhone).
std::string capital_for(string_view left_out, string_view rest) {
  if (left_out.empty() || rest.empty()) return {};
  const auto is_capital = [](string_view text, std::size_t at) {
    return base::is_upper(base::decode(text, at).value);
  };
  const base::CodePoint first = base::decode(rest, 0);
  if (!is_capital(left_out, 0) || !base::is_letter(first.value)) return {};
  for (std::size_t at = 0; at < rest.size();) {
    const base::CodePoint point = base::decode(rest, at);
    if (!base::is_letter(point.value)) break;
    if (base::is_upper(point.value)) return {};
    at += point.length;
  }
  return base::capitalised(rest.substr(0, first.length));
}

// "of\nof" -> "of" where the line goes on: then its end stays and the second word goes, with the
// spaces behind it.
Fix with_line_end(string_view bytes, Fix fix) {
  const std::size_t first = fix.text.find_first_of(" \t\r\n");
  if (first != fix.right.size() || !fix.text.contains('\n')) return fix;
  const std::size_t second = fix.text.find_last_of(" \t\r\n") + 1;
  if (fix.text.size() - second != first) return fix;
  const std::size_t rest = bytes.find_first_not_of(" \t", fix.span.end);
  if (rest == fix.span.end || rest == string_view::npos || bytes[rest] == '\r' ||
      bytes[rest] == '\n') {
    return fix;
  }
  fix.right += fix.text.substr(first, second - first);
  fix.span.end = static_cast<std::uint32_t>(rest);
  fix.text = fix.span.of(bytes);
  return fix;
}

}  // namespace

std::vector<Fix> sure_fixes(std::span<const findings::Finding> findings) {
  std::vector<Fix> fixes;
  for (const findings::Finding& finding : findings) {
    if (!finding.safe_fix || finding.suggestions.empty() || !finding.suppressed.empty()) continue;
    fixes.push_back({finding.location.span, finding.location.text, finding.suggestions.front()});
  }
  return fixes;
}

bool is_replaceable(const findings::Finding& finding) {
  if (!finding.suppressed.empty() || finding.location.text.empty()) return false;
  return finding.safe_fix ||
         finding.location.text.find_first_of("\r\n*_<>[]`&\\{}") == std::string::npos;
}

Fix with_its_space(string_view bytes, Fix fix) {
  if (fix.span.end > bytes.size() || fix.span.of(bytes) != fix.text) return fix;
  if (!fix.right.empty()) return with_line_end(bytes, std::move(fix));
  std::size_t begin = fix.span.begin;
  std::size_t end = fix.span.end;
  while (begin < end && is_space(bytes[begin])) ++begin;
  while (end > begin && is_space(bytes[end - 1])) --end;
  const string_view words = bytes.substr(begin, end - begin);
  std::size_t left = begin;  // where the spaces begin
  while (left > 0 && is_space(bytes[left - 1])) --left;
  std::size_t right = end;  // where they end
  const auto skip_spaces = [&] {
    while (right < bytes.size() && is_space(bytes[right])) ++right;
  };
  skip_spaces();
  const auto before = [&] { return left == 0 ? '\n' : bytes[left - 1]; };
  const auto after = [&] { return right == bytes.size() ? '\n' : bytes[right]; };
  constexpr string_view ends = ".;:!?";
  const bool leads = before() == '\n' || before() == ',' || ends.contains(before()) ||
                     (!words.empty() && base::is_upper(base::decode(words, 0).value));
  if (after() == ',' && leads) {
    ++right;
    skip_spaces();
  } else if (before() == ',' && ends.contains(after())) {
    for (--left; left > 0 && is_space(bytes[left - 1]);) --left;
  }
  const bool before_mark = after() == ',' || after() == ')' || ends.contains(after());
  if (before() == '\n') left = begin;  // indentation stays
  if (before_mark) {
    begin = left;
    end = right;
  } else if (after() == '\n' || after() == '\r') {
    begin = left;  // spaces at a line's end say something
  } else if (left == begin || right > end) {
    begin = left == begin ? begin : left + 1;
    end = right;
  }
  fix.right = capital_for(words, bytes.substr(end));
  end += fix.right.empty() ? 0 : base::decode(bytes, end).length;
  fix.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  fix.text = fix.span.of(bytes);
  return fix;
}

std::string named_suggestion(string_view suggestion) {
  if (suggestion.empty()) return "(leave it out)";
  return "“" + std::string(suggestion) + "”";
}

std::vector<Fix> fitting(std::string_view bytes, std::vector<Fix> fixes) {
  std::ranges::stable_sort(fixes, {}, [](const Fix& fix) { return fix.span.begin; });
  std::vector<Fix> kept;
  for (Fix& fix : fixes) {
    const bool inside = fix.span.begin <= fix.span.end && fix.span.end <= bytes.size();
    const bool free = kept.empty() || kept.back().span.end <= fix.span.begin;
    if (inside && free && fix.span.of(bytes) == fix.text) kept.push_back(std::move(fix));
  }
  return kept;
}

std::string applied(std::string_view bytes, std::span<const Fix> fixes) {
  std::string out;
  std::size_t done = 0;
  for (const Fix& fix : fixes) {
    out.append(bytes.substr(done, fix.span.begin - done)).append(fix.right);
    done = fix.span.end;
  }
  return out.append(bytes.substr(done));
}

}  // namespace linter::fixes
