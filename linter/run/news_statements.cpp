// Which statements of articles are new: what the corpus pass is asked about.
#include <algorithm>
#include <map>

#include "linter/base/utf8.h"
#include "linter/run/credits.h"
#include "linter/run/news.h"

namespace linter::run {
namespace {

using checks::Summary;

// A statement: its check tells its place from others. The rest are forms of words, of which an
// article has or has not some.
bool is_statement(const Summary& summary) {
  return summary.identity != 0;
}

// By its sentence as it reads, wherever its lines break.
std::string exactly(const Summary& summary) {
  return joined(summary.check, summary.key, summary.value, std::to_string(summary.identity));
}

// Its words, wherever their lines break.
std::string words_of(const Summary& summary) {
  std::string words = base::lower(summary.location.text);
  std::ranges::replace_if(
      words, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
  const auto again =
      std::ranges::unique(words, [](char a, char b) { return a == ' ' && b == ' '; });
  words.erase(again.begin(), again.end());
  return words;
}

bool covers(const suppression::Stet& stet, const Summary& summary) {
  const std::uint32_t at = summary.location.span.begin;
  return stet.whole_article || (stet.covers.begin <= at && at < stet.covers.end);
}

bool is_about_claims(const suppression::Stet& stet, std::string_view today) {
  const bool holds = stet.note.until.empty() || stet.note.until >= today;
  return holds && (stet.note.rule == "claims" || stet.note.rule.starts_with("claims."));
}

// Whether it is about what several articles say: policy rules, all but claims.
bool is_about_forms(const suppression::Stet& stet) {
  return stet.note.rule != "claims" && !stet.note.rule.starts_with("claims.");
}

}  // namespace

void News::mark_statements() {
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    for (Summary& summary : reports_[*pair.now].summaries) summary.asked = true;
  }
  mark_claims();
  mark_forms();
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    for (const Summary& summary : reports_[*pair.now].summaries) {
      if (summary.asked)
        new_statements_.insert({jobs_[*pair.now].shown, summary.location.span.begin});
    }
  }
  mark_covered();
}

bool News::is_touched(std::size_t pair, std::uint32_t line, bool old) {
  const Regions* regions = regions_of(pair);
  if (regions == nullptr) return true;
  return (old ? regions->of_old(line) : regions->of_new(line)) != Regions::outside;
}

// A statement that was silenced before is new: the stet may be what the change took out.
void News::mark_claims() {
  std::vector<Entry<Summary>> now;
  std::vector<Entry<Summary>> before;
  for (std::size_t i = 0; i < past_.pairs().size(); ++i) {
    const Pair& pair = past_.pairs()[i];
    if (pair.now) {
      for (Summary& summary : reports_[*pair.now].summaries)
        if (is_statement(summary)) now.push_back({&summary, i});
    }
    if (!pair.before) continue;
    ArticleReport& old = old_reports_[*pair.before];
    for (Summary& summary : old.summaries) {
      summary.asked = false;
      const bool silenced = std::ranges::any_of(old.stets, [&](const suppression::Stet& stet) {
        return is_about_claims(stet, today_) && covers(stet, summary);
      });
      if (is_statement(summary) && !silenced) before.push_back({&summary, i});
    }
  }
  const auto region = [&](const Summary& summary, std::size_t pair, bool old) {
    return region_key(pair, summary.location.begin.line, old);
  };
  const auto in_pair = [](const Summary& summary, std::size_t pair, bool) {
    return std::to_string(pair) + '\0' + exactly(summary);
  };
  const auto anywhere = [](const Summary& summary, std::size_t, bool) { return exactly(summary); };
  const auto in_region = [&](const Summary& summary, std::size_t pair, bool old) {
    std::string key = region(summary, pair, old);
    return key.empty() ? key : key + joined(summary.check, summary.key, summary.value);
  };
  // a statement that a version makes twice is known by its paragraph before it is by its number
  std::map<std::string, std::size_t> times;
  std::map<std::string, std::size_t> old_times;
  const auto said = [](const Summary& summary, std::size_t pair) {
    return joined(std::to_string(pair), summary.check, summary.key, summary.value,
                  words_of(summary));
  };
  for (const Entry<Summary>& entry : now) ++times[said(*entry.thing, entry.pair)];
  for (const Entry<Summary>& entry : before) ++old_times[said(*entry.thing, entry.pair)];
  const auto is_repeated = [](const auto& counted, const std::string& words) {
    const auto found = counted.find(words);
    return found != counted.end() && found->second > 1;
  };
  const auto repeated = [&](const Summary& summary, std::size_t pair, bool old) {
    const std::string words = said(summary, pair);
    return is_repeated(times, words) || is_repeated(old_times, words)
               ? words + region(summary, pair, old)
               : std::string();
  };
  strike(now, before, repeated, region);
  strike(now, before, in_pair, region);
  strike(now, before, anywhere, region);
  strike(now, before, in_region, region);
  const auto same_key = [](const Summary& summary, std::size_t, bool) {
    return joined(summary.check, summary.key, summary.value);
  };
  const auto likeness = [&](const Entry<Summary>& one, const Entry<Summary>& other) {
    return alike(one.pair, one.thing->location.begin.line, other.pair,
                 other.thing->location.begin.line);
  };
  strike_alike(now, before, same_key, likeness);
  // what moved as it was is old, although it may be read of another subject where it stands now
  const auto same_sentence = [&](const Summary& summary, std::size_t pair, bool old) {
    return is_touched(pair, summary.location.begin.line, old)
               ? joined(summary.check, words_of(summary))
               : std::string();
  };
  const auto same_paragraph = [&](const Entry<Summary>& one, const Entry<Summary>& other) {
    const double found = likeness(one, other);
    return found < 1 ? 0 : found;
  };
  strike_alike(now, before, same_sentence, same_paragraph);
  for (const Entry<Summary>& entry : now) entry.thing->asked = entry.open;
  for (const Entry<Summary>& entry : before) {
    entry.thing->asked = entry.open;
    any_gone_ = any_gone_ || entry.open;
  }
}

void News::mark_forms() {
  std::set<std::string> known;
  const auto name = [](const Summary& summary) {
    return joined(summary.check, summary.key, summary.value);
  };
  for (const Pair& pair : past_.pairs()) {
    if (!pair.before) continue;
    const ArticleReport& old = old_reports_[*pair.before];
    const auto is_gone = [&](const suppression::Stet& stet) {
      const auto same = [&](const suppression::Stet& other) {
        return other.note.rule == stet.note.rule;
      };
      return is_about_forms(stet) && pair.now &&
             std::ranges::none_of(reports_[*pair.now].stets, same);
    };
    for (const Summary& summary : old.summaries) {
      const bool silenced = std::ranges::any_of(old.stets, [&](const suppression::Stet& stet) {
        return covers(stet, summary) && is_gone(stet);
      });
      if (!is_statement(summary) && !silenced) known.insert(name(summary));
    }
  }
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    for (Summary& summary : reports_[*pair.now].summaries)
      if (!is_statement(summary)) summary.asked = !known.contains(name(summary));
  }
}

void News::mark_covered() {
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    ArticleReport& report = reports_[*pair.now];
    for (Summary& summary : report.summaries) {
      summary.asked = summary.asked || std::ranges::any_of(report.stets, [&](const auto& stet) {
                        return covers(stet, summary);
                      });
    }
  }
}

}  // namespace linter::run
