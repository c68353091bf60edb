#include <algorithm>
#include <array>
#include <span>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/name_slips.h"
#include "linter/checks/spelling/silence_case.h"

namespace linter::checks::spelling {
namespace {

using sentences::Shape;

// The address that a link leads to, with what stands around it: after Markdown's "](", in HTML's
// tag before. Empty where it stands elsewhere.
std::string_view link_target(std::string_view bytes, base::Span text) {
  constexpr std::size_t longest = 300;
  constexpr std::size_t closing_marks = 4;  // "**](", "`]("
  const std::string_view after = bytes.substr(text.end, longest);
  const std::size_t opened = after.find("](");
  if (opened <= closing_marks) return after.substr(opened, after.find(')', opened) - opened);
  const std::size_t begin = text.begin - std::min<std::size_t>(text.begin, longest);
  const std::string_view before = bytes.substr(begin, text.begin - begin);
  const std::size_t tag = before.rfind("<a ");
  return tag == std::string_view::npos ? std::string_view() : before.substr(tag);
}

bool has_latin_ending(std::string_view folded) {
  constexpr auto ends = std::to_array<std::string_view>(
      {"ae",   "alis", "aris", "arum", "ata", "ens", "ensis", "eus",   "ia",  "ica",  "icus",
       "icum", "ii",   "ilis", "inus", "is",  "ium", "ius",   "oides", "ora", "oris", "orum",
       "osa",  "osum", "osus", "um",   "us",  "ula", "ulus",  "ulum",  "ina", "ella"});
  constexpr std::size_t shortest = 4;
  return folded.size() >= shortest &&
         std::ranges::any_of(ends, [&](std::string_view end) { return folded.ends_with(end); });
}

// "symptons", "Hyperhydrosis": an unknown word that is one slip from an accepted one, and so no
// part of a Latin name. Two forms of one epithet ("alternifolius") are the same slip apart.
bool is_mistyped(const Case& c, Scan::Index at) {
  constexpr std::size_t shortest_slip = 6;  // "acnes": short words are like some word by chance
  if (!c.around.is_unknown(at)) return false;
  const std::string_view folded = c.scan().folded(at);
  if (!known_slip(folded).empty()) return true;
  return folded.size() >= shortest_slip && (c.around.is_near_common(folded, tier::technical) ||
                                            c.around.is_slip_of_listed_word(folded));
}

// "\u2014 Kayleigh W.": behind what somebody said.
bool is_signed(const Scan& scan, Scan::Index i) {
  constexpr auto dashes = std::to_array<std::string_view>({"-", "\u2013", "\u2014"});
  return i > 0 && scan.are_neighbours(i) && scan.text(i + 1).size() == 1 &&
         scan.token(i + 1).shape == Shape::upper && scan.mark_after(i + 1) == "." &&
         std::ranges::find(dashes, scan.text(i - 1)) != dashes.end();
}

// "Vexylon\u00AE".
bool is_marked_as_trade_name(const Scan& scan, Scan::Index i) {
  const std::string_view mark = scan.mark_after(i);
  return mark == "\u00AE" || mark == "\u2122";
}

// "Brosk U, et al.", "Dalt PT. (2019)", unlike "Vitamn C, too": what begins an entry of a list of
// sources, or stands behind another author.
bool is_before_bare_initials(const Case& c) {
  constexpr std::size_t most = 3;
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  if (is_signed(scan, i)) return !c.near_word(tier::everyday);
  const bool begins = scan.sentence_of(i).first_token == i || (i > 0 && scan.text(i - 1) == ",");
  if (!begins || !scan.are_neighbours(i) || i + 3 >= scan.size()) return false;
  const Scan::Index initials = i + 1;
  const std::string_view text = scan.text(initials);
  const bool capitals = std::ranges::all_of(text, [](char ch) { return ch >= 'A' && ch <= 'Z'; });
  if (text.size() > most || !capitals || text == "I") return false;
  const std::string_view mark = scan.mark_after(initials);
  const std::string_view then = scan.text(initials + 2);
  if (mark == "," && then == "et") return true;
  const bool more = mark == "," && scan.token(initials + 2).shape == Shape::capitalised;
  const bool dated = mark == "." && (then == "(" || scan.is_number(initials + 2));
  return (more || dated) && !c.near_word(tier::everyday) &&
         !c.around.is_slip_of_listed_word(c.folded());
}

}  // namespace

// "- Brosk, U., Dalt, P. T.", "Brosk U, et al.": before the initials of an author.
bool is_before_initials(const Case& c) {
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  if (c.shape() == Shape::capitalised && is_before_bare_initials(c)) return true;
  return c.shape() == Shape::capitalised && i + 3 < scan.size() && scan.mark_after(i) == "," &&
         scan.is_word(i + 2) && scan.text(i + 2).size() == 1 &&
         scan.token(i + 2).shape != Shape::lower && scan.mark_after(i + 2) == ".";
}

// A capital that is not due, here or elsewhere, makes a name, unless the article writes it in lower
// case as often.
bool is_name(const Case& c) {
  if (c.shape() != Shape::capitalised || c.word.named == 0) return false;
  // where every noun has a capital, it tells no name
  const std::string& language = c.around.shared().vocabulary().language();
  if (language == "de" || language.starts_with("de-")) return false;
  return c.word.lower < c.word.named && !is_mistyped_name(c) && !is_slip_with_capital(c);
}

// "Oliver Byford", "Ellicott City": beside a word that always has its capital, or before one that
// has it here.
bool is_beside_name(const Case& c) {
  const Scan& scan = c.scan();
  if (!c.around.is_english() || c.shape() != Shape::capitalised) return false;
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  if (is_marked_as_trade_name(scan, c.place)) return !is_like_slip(c, like_a_word);
  const auto is_proper = [&](Scan::Index i) {
    return scan.token(i).shape == Shape::capitalised && !c.around.is_unknown(i) &&
           !vocabulary.look_up(scan.folded(i)).accepted;
  };
  const auto has_capital_by_choice = [&](Scan::Index i) {
    return scan.token(i).shape == Shape::capitalised && !scan.capital_is_due(i);
  };
  const bool beside = (c.place > 0 && scan.are_neighbours(c.place - 1) && is_proper(c.place - 1)) ||
                      (scan.are_neighbours(c.place) &&
                       (is_proper(c.place + 1) || has_capital_by_choice(c.place + 1)));
  return beside && !is_like_slip(c, like_a_word);  // the dearest question last
}

// "1 Marsham Street, Maidstone": where every word has a capital, the capital tells nothing, but
// most of what no word is like is a name.
bool is_in_title(const Case& c) {
  if (!c.around.is_english() || c.shape() != Shape::capitalised ||
      !c.scan().in_title_case(c.place)) {
    return false;
  }
  const prose::Scopes scopes = c.scan().block_of(c.place).scopes;
  const bool heading = has(scopes, prose::Scope::heading) || has(scopes, prose::Scope::title);
  if (is_like_slip(c, heading ? like_some_word : like_a_word)) return false;
  const auto pair = unglued(c.folded(), c.around.shared().vocabulary());
  return !pair || !is_glued_for_sure(*pair);
}

// "[knxd exporter](https://example.org/knxd_exporter)": the address has the name, which a title's
// slip has, too.
bool is_in_link_target(const Case& c) {
  constexpr std::size_t shortest = 4;
  const lexicon::Reading& reading = c.scan().reading();
  const base::Span span = c.scan().token(c.place).text;
  if (c.folded().size() < shortest || !known_slip(c.folded()).empty()) return false;
  // links hold no links: the last one that begins before is the one, under some emphasis at most
  constexpr int deepest = 8;
  const std::span inlines(reading.article.inlines);
  auto one = std::ranges::upper_bound(inlines, span.begin, {},
                                      [](const prose::Inline& of) { return of.text.begin; });
  for (int step = 0; step < deepest && one != inlines.begin(); ++step) {
    --one;
    if (one->kind != prose::InlineKind::link_text) continue;
    if (!one->text.contains(span)) return false;
    const std::string_view target =
        link_target(reading.source.bytes, reading.article.source_span(one->text));
    return base::lower(target).find(c.folded()) != std::string::npos && !c.is_evident_slip();
  }
  return false;
}

// "von Willebrand", "Abu al Hassan": a particle beside a capital.
bool is_name_particle(const Case& c) {
  constexpr std::size_t longest = 5;
  if (c.folded().size() > longest) return false;
  constexpr auto particles = std::to_array<std::string_view>(
      {"af",  "al",  "bin", "da",  "dal", "de",  "degli", "dei", "del", "della", "den", "der",
       "des", "di",  "dos", "du",  "el",  "ibn", "la",    "las", "le",  "les",   "lo",  "los",
       "san", "ter", "und", "van", "vom", "von", "y",     "zu",  "zum", "zur"});
  if (!std::ranges::binary_search(particles, c.folded())) return false;
  const auto is_capital = [&](Scan::Index i) {
    return c.scan().token(i).shape == Shape::capitalised;
  };
  return (c.scan().are_neighbours(c.place) && is_capital(c.place + 1)) ||
         (c.place > 0 && c.scan().are_neighbours(c.place - 1) && is_capital(c.place - 1) &&
          !c.scan().capital_is_due(c.place - 1));
}

// "Cutibacterium acnes", "S. aureus", "vastus lateralis": two words, each of Latin form and
// unknown, or a genus; neither of them mistyped.
bool is_latin(const Case& c) {
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  if (!c.around.is_english()) return false;
  const bool initial = i >= 2 && scan.text(i - 1) == "." &&
                       scan.token(i - 2).shape == Shape::upper && scan.text(i - 2).size() == 1 &&
                       c.shape() == Shape::lower;
  if (initial) return true;
  const auto is_latin_word = [&](Scan::Index at) {
    return c.around.is_unknown(at) && has_latin_ending(scan.folded(at));
  };
  const auto is_pair = [&](bool latin, Scan::Index first) {
    return latin && !is_mistyped(c, first) && !is_mistyped(c, first + 1);
  };
  if (i > 0 && scan.are_neighbours(i - 1)) {
    if (scan.token(i - 1).shape == Shape::capitalised && c.around.is_unknown(i - 1) &&
        c.shape() == Shape::lower) {
      return is_pair(has_latin_ending(c.folded()) || has_latin_ending(scan.folded(i - 1)), i - 1);
    }
    if (is_pair(is_latin_word(i - 1) && has_latin_ending(c.folded()), i - 1)) return true;
  }
  if (!scan.are_neighbours(i)) return false;
  if (!c.around.is_unknown(i + 1)) return false;  // as most
  const bool is_genus = c.shape() == Shape::capitalised && scan.token(i + 1).shape == Shape::lower;
  return is_pair((is_genus || is_latin_word(i + 1)) && has_latin_ending(c.folded()), i);
}

bool is_part_of_term(const Case& c) {
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  const auto longest = static_cast<Scan::Index>(vocabulary.longest_term());
  if (longest == 0 || !vocabulary.is_of_term(c.folded())) return false;
  const Scan& scan = c.scan();
  // words alternate with hyphens or follow after a space: look back and ahead by as many tokens as
  // that can be
  const Scan::Index reach = 2 * longest;
  for (Scan::Index first = c.place - std::min(c.place, reach); first <= c.place; ++first) {
    std::string phrase;
    for (Scan::Index last = first; last < scan.size() && last < first + reach; ++last) {
      if (last > first && scan.token(last).space_before) phrase += ' ';
      if (!scan.is_word(last) && !scan.is_number(last) && scan.text(last) != "-") break;
      phrase += scan.is_word(last) ? scan.folded(last) : scan.text(last);
      if (last >= c.place && vocabulary.is_term(phrase)) return true;
    }
  }
  return false;
}

bool is_in_foreign_emphasis(const Case& c) {
  constexpr std::size_t shortest_slip = 6;  // "enfin": short words are like some word by chance
  if (!c.around.in_foreign_emphasis(c.place)) return false;  // cheap: few stand in any
  const bool like_slip =
      c.around.is_english() && c.folded().size() >= shortest_slip && c.near_word(tier::common);
  return !like_slip && known_slip(c.folded()).empty() && !c.is_evident_slip();
}

bool is_in_foreign_sentence(const Case& c) {
  return c.around.in_foreign_sentence(c.place);
}

}  // namespace linter::checks::spelling
