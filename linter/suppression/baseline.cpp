#include "linter/suppression/baseline.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::suppression {
namespace {

using base::ErrorCode;
using findings::Finding;

constexpr std::string_view heading =
    "# Findings that were there before galley came; they can only become fewer.\n"
    "# Written by galley baseline create, looked after by galley baseline prune.\n";
constexpr std::size_t digits_of_words = 16;
constexpr std::string_view hexadecimal = "0123456789abcdef";

auto key_of(const BaselineEntry& entry) {
  return std::tie(entry.file, entry.rule, entry.words);
}

std::string words_of(const Finding& finding, const std::string& rule) {
  const std::string words =
      finding.identity.empty() ? "" : base::lower(findings::home(finding).text);
  return base::hex_digest(rule + '\0' + words).substr(0, digits_of_words);
}

// A file's name in one line of columns: control characters and '%' as %XX.
std::string escaped(std::string_view name) {
  std::string out;
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x20 && byte != 0x7F && letter != '%') {
      out += letter;
      continue;
    }
    out += {'%', hexadecimal[byte >> 4U], hexadecimal[byte & 0xFU]};
  }
  return out;
}

std::string unescaped(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::size_t high =
        i + 2 < name.size() ? hexadecimal.find(name[i + 1]) : std::string::npos;
    const std::size_t low = i + 2 < name.size() ? hexadecimal.find(name[i + 2]) : std::string::npos;
    if (name[i] != '%' || high == std::string_view::npos || low == std::string_view::npos) {
      out += name[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::optional<BaselineEntry> entry_of(std::string_view line) {
  BaselineEntry entry;
  std::vector<std::string_view> columns;
  while (true) {
    const std::size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  if (columns.size() != 4 || columns[0].empty() || columns[1].empty()) return std::nullopt;
  const bool is_digest = columns[2].size() == digits_of_words &&
                         columns[2].find_first_not_of(hexadecimal) == std::string_view::npos;
  const char* end = columns[3].data() + columns[3].size();
  const auto number = std::from_chars(columns[3].data(), end, entry.count);
  if (!is_digest || number.ec != std::errc() || number.ptr != end || entry.count == 0)
    return std::nullopt;
  entry.file = unescaped(columns[0]);
  entry.rule = columns[1];
  entry.words = columns[2];
  return entry;
}

bool is_of_a_merge(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") ||
         line.starts_with(">>>>>>>") || line.starts_with("|||||||");
}

constexpr std::string_view merge_fault =
    "a merge left this conflict: take out its marks, keep the lines of both sides, then run galley "
    "baseline prune";
constexpr std::string_view line_fault =
    "is no line of a baseline (file, rule, digest and count with tabs between): write it anew with "
    "galley baseline create";

}  // namespace

base::Loaded<Baseline> read_baseline(std::string_view text, const std::string& path) {
  base::Loaded<Baseline> loaded;
  bool merge_told = false;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    if (auto entry = entry_of(line)) {
      loaded.value.push_back(std::move(*entry));
    } else if (const bool merge = is_of_a_merge(line); !merge || !merge_told) {
      merge_told = merge_told || merge;
      loaded.errors.push_back({.code = ErrorCode::bad_value,
                               .message = std::string(merge ? merge_fault : line_fault),
                               .file = path,
                               .line = number,
                               .column = 1});
      if (loaded.errors.size() >= 10) break;  // it is some other file
    }
  }
  std::ranges::sort(loaded.value, [](const BaselineEntry& a, const BaselineEntry& b) {
    return std::tuple(key_of(a), a.count) < std::tuple(key_of(b), b.count);
  });
  const auto again = std::ranges::unique(
      loaded.value, [](const auto& a, const auto& b) { return key_of(a) == key_of(b); });
  loaded.value.erase(again.begin(), again.end());
  return loaded;
}

std::string write_baseline(const Baseline& baseline) {
  std::string text(heading);
  for (const BaselineEntry& entry : baseline) {
    text += escaped(entry.file) + '\t' + entry.rule + '\t' + entry.words + '\t' +
            std::to_string(entry.count) + '\n';
  }
  return text;
}

Baseline baseline_of(std::span<const Finding> findings, const NameOf& name_of) {
  std::map<std::tuple<std::string, std::string, std::string>, std::uint32_t> counts;
  for (const Finding& finding : findings) {
    if (finding.suppressed.empty())
      ++counts[{name_of(findings::home(finding).file), finding.rule,
                words_of(finding, finding.rule)}];
  }
  Baseline baseline;
  for (const auto& [key, count] : counts) {
    const auto& [file, rule, words] = key;
    baseline.push_back({.file = file, .rule = rule, .words = words, .count = count});
  }
  return baseline;
}

namespace {

class Applier {
 public:
  Applier(Baseline& baseline, const NameOf& name_of) : baseline_(baseline), name_of_(name_of) {}

  void tell_states(const std::function<FileState(const std::string& file)>& state_of) {
    std::map<std::string_view, FileState> states;
    for (BaselineEntry& entry : baseline_) {
      auto [state, is_new] = states.try_emplace(entry.file, FileState::not_checked);
      if (is_new) state->second = state_of(entry.file);
      entry.known = state->second != FileState::not_checked && state->second != FileState::moved;
      if (state->second == FileState::gone || state->second == FileState::moved)
        of_gone_[{entry.rule, entry.words}].push_back(&entry);
    }
    for (auto& [finding, entries] : of_gone_) {
      std::ranges::stable_partition(entries,
                                    [](const BaselineEntry* entry) { return entry->known; });
    }
  }

  void apply(Finding& finding) {
    finding.suppressed =
        finding.turned.empty() ? spend(finding, finding.rule) : apply_turned(finding);
  }

 private:
  // From each of the places that it is seen from, it is the same one. The baseline may know it by a
  // graver clash that the same statement has with others.
  std::string_view apply_turned(const Finding& finding) {
    const findings::Location& home = findings::home(finding);
    const auto [known, is_new] =
        homes_.try_emplace({home.file, home.span.begin, finding.identity}, "");
    if (is_new) known->second = spend(finding, finding.rule);
    if (is_new && known->second.empty()) known->second = spend(finding, gravest_clash);
    return known->second;
  }

  // Why it may stand, which is then counted; empty where the baseline has it no more.
  std::string_view spend(const Finding& finding, const std::string& rule) {
    const std::string file = name_of_(findings::home(finding).file);
    const std::string words = words_of(finding, rule);
    const auto key = std::tie(file, rule, words);
    const auto own = std::ranges::lower_bound(baseline_, key, {}, key_of);
    const bool is_own = own != baseline_.end() && key_of(*own) == key;
    if (is_own && own->found < own->count) {
      ++own->found;
      return baseline_reason;
    }
    const auto gone = of_gone_.find({rule, words});
    if (is_own || gone == of_gone_.end()) return {};
    for (BaselineEntry* entry : gone->second) {
      if (entry->found >= entry->count) continue;
      ++entry->found;
      return entry->known ? baseline_reason : gone_reason;
    }
    return {};
  }

  inline static const std::string gravest_clash = "claims.contradiction";

  Baseline& baseline_;
  const NameOf& name_of_;
  std::map<std::pair<std::string, std::string>, std::vector<BaselineEntry*>> of_gone_;
  std::map<std::tuple<std::string, std::uint32_t, std::string>, std::string_view> homes_;
};

}  // namespace

void apply_baseline(Baseline& baseline, std::span<Finding* const> findings, const NameOf& name_of,
                    const std::function<FileState(const std::string& file)>& state_of) {
  Applier applier(baseline, name_of);
  applier.tell_states(state_of);
  for (Finding* finding : findings)
    if (finding->suppressed.empty()) applier.apply(*finding);
}

}  // namespace linter::suppression
