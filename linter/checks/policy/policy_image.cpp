// A policy set as an image: what says which rules a text wakes, and the definitions, from which the
// rules are compiled when they are first asked for.
#include <algorithm>
#include <utility>

#include "linter/base/hash_wide.h"
#include "linter/checks/policy/index.h"
#include "linter/checks/policy/making.h"
#include "linter/packs/pack_image.h"

namespace linter::checks::policy {
namespace {

constexpr std::size_t bytes = 256;

KeptUnit kept(const Unit& unit, base::LateTextsWriter& late) {
  unsigned flags = 0;
  if (unit.pattern) flags |= KeptUnit::has_pattern;
  if (unit.options.ignore_case) flags |= KeptUnit::ignore_case;
  if (unit.options.word_bounded) flags |= KeptUnit::word_bounded;
  if (unit.options.literal) flags |= KeptUnit::literal;
  KeptUnit one{.tag = unit.tag, .filter = unit.filter, .flags = static_cast<std::uint8_t>(flags)};
  if (!unit.pattern) return one;
  one.expression = late.add(unit.pattern->expression());
  one.pattern = late.add(unit.pattern->kept());
  return one;
}

struct FlatMark {
  std::uint32_t unit = 0;
  ClueKind kind = ClueKind::mark;
  char before = 0;
  std::uint16_t unused = 0;
};

// Where what belongs to each byte begins among all.
template <class T>
std::vector<std::uint32_t> starts_of(const std::array<std::vector<T>, bytes>& by_byte) {
  std::vector<std::uint32_t> starts{0};
  for (const auto& here : by_byte)
    starts.push_back(starts.back() + static_cast<std::uint32_t>(here.size()));
  return starts;
}

using Numbers = std::span<const std::uint32_t>;

// These look at all, found wrong or not, so that the compiler can look at several at once.
[[gnu::always_inline]] inline std::uint32_t most_among(Numbers numbers) {
  std::uint32_t most = 0;
  for (const std::uint32_t number : numbers) most = std::max(most, number);
  return most;
}
[[gnu::always_inline]] inline bool any_falls(Numbers numbers) {
  const std::uint32_t* const number = numbers.data();
  const std::size_t count = numbers.size();
  std::uint32_t falls = 0;
  for (std::size_t i = 1; i < count; ++i) falls |= number[i - 1] > number[i] ? 1U : 0U;
  return falls != 0;
}

#ifdef __x86_64__
[[gnu::target("avx2")]] std::uint32_t most_among_wide(Numbers numbers) {
  return most_among(numbers);
}
[[gnu::target("avx2")]] bool any_falls_wide(Numbers numbers) {
  return any_falls(numbers);
}
#endif

bool are_below(Numbers numbers, std::size_t end) {
#ifdef __x86_64__
  if (base::has_wide_registers()) return numbers.empty() || most_among_wide(numbers) < end;
#endif
  return numbers.empty() || most_among(numbers) < end;
}
bool do_not_fall(Numbers numbers) {
#ifdef __x86_64__
  if (base::has_wide_registers()) return !any_falls_wide(numbers);
#endif
  return !any_falls(numbers);
}

// Reads what put() wrote; whatever the image says, every number is in range afterwards, or the
// reader has refused.
class IndexReader {
 public:
  IndexReader(base::ImageReader& image, std::string_view tail, const PolicyOptions& options,
              PolicySet::Index& index)
      : image_(image), tail_(tail), options_(options), index_(index) {}

  void read(std::span<const packs::Pack> heads) {
    kept_.rules = image_.array<KeptRule>();
    kept_.ids = image_.text();
    kept_.exceptions = image_.array<base::LateRef>();
    kept_.units = image_.array<KeptUnit>();
    index_.leads = base::Column<Lead>(image_);
    kept_.leads = index_.leads.part(0, index_.leads.size());
    base::get(image_, index_.always_units);
    base::get(image_, index_.always_rules);
    index_.wakes_begin = base::Column<std::uint32_t>(image_);
    index_.wakes = base::Column<std::uint32_t>(image_);
    index_.meets_begin = base::Column<std::uint32_t>(image_);
    index_.meets = base::Column<std::uint32_t>(image_);
    read_marks();
    base::get(image_, index_.capitals);
    base::get(image_, index_.repeated_words);
    kept_.late = base::LateTexts(image_, tail_);
    const bool fits = are_rules(heads.size()) && are_leads() && are_units(index_.always_units) &&
                      are_units(index_.wakes) && are_units(index_.capitals) &&
                      are_units(index_.repeated_words) &&
                      are_below(index_.always_rules, rule_count()) && are_companions() &&
                      index_.meets_begin.size() == index_.wakes_begin.size() &&
                      is_row(index_.wakes_begin, index_.wakes.size()) &&
                      is_row(index_.meets_begin, index_.meets.size());
    if (!fits) return image_.refuse();
    turn_off(heads);
  }

  Kept take_kept() { return std::move(kept_); }

 private:
  static bool is_row(Numbers first, std::size_t end) {
    return first.size() > first_clue_trigger && first.front() == 0 && first.back() == end &&
           do_not_fall(first);
  }
  [[nodiscard]] bool are_units(Numbers units) const {
    return are_below(units, index_.leads.size());
  }
  [[nodiscard]] std::size_t rule_count() const { return kept_.rules.size() - 1; }

  // The last one is only the end of the one before it.
  [[nodiscard]] bool are_rules(std::size_t packs) const {
    if (kept_.rules.empty()) return false;
    const auto fits = [&](const KeptRule& one) {
      return one.pack < packs && (one.topic == no_topic || one.topic < index_.topics.size());
    };
    const auto falls = [](const KeptRule& one, const KeptRule& next) {
      return one.first_unit > next.first_unit || one.first_exception > next.first_exception ||
             one.id > next.id;
    };
    const KeptRule& end = kept_.rules.back();
    return std::ranges::all_of(kept_.rules.first(rule_count()), fits) &&
           std::ranges::adjacent_find(kept_.rules, falls) == kept_.rules.end() &&
           end.first_unit <= kept_.units.size() &&
           end.first_exception <= kept_.exceptions.size() && end.id <= kept_.ids.size();
  }

  // no_companion is the greatest number, so that one more is none.
  [[nodiscard]] bool are_leads() const {
    std::uint32_t most = 0;
    std::uint32_t last_rule = 0;
    base::Within within = base::Within::text;
    for (const Lead& lead : index_.leads) {
      for (const std::uint32_t companion : lead.companions) most = std::max(most, companion + 1);
      most = std::max(most, lead.head + 1);
      last_rule = std::max(last_rule, lead.rule);
      within = std::max(within, lead.bounds.within);
    }
    return kept_.units.size() == index_.leads.size() && most <= index_.companion_count &&
           within <= base::Within::clause && (index_.leads.empty() || last_rule < rule_count());
  }

  // Each companion is met by something, so that there cannot be more of them.
  [[nodiscard]] bool are_companions() const {
    const std::uint32_t count = index_.companion_count;
    std::size_t met = index_.meets.size();
    for (const auto& here : index_.mark_meets) {
      met += here.size();
      if (!are_below(here, count)) return false;
    }
    return count <= met && are_below(index_.meets, count);
  }

  void turn_off(std::span<const packs::Pack> heads) {
    kept_.off.assign(rule_count(), false);
    for (std::size_t i = 0; i < rule_count(); ++i) {
      const KeptRule& rule = kept_.rules[i];
      const std::string_view id = kept_.ids.substr(rule.id, kept_.rules[i + 1].id - rule.id);
      kept_.off[i] = !options_.levels.empty() && is_turned_off(id, heads[rule.pack].id, options_);
      if (rule.judges_assertions != 0 && !kept_.off[i]) index_.judges_assertions = true;
    }
    std::erase_if(index_.always_rules, [&](std::uint32_t rule) { return kept_.off[rule]; });
    std::erase_if(index_.always_units,
                  [&](std::uint32_t unit) { return kept_.off[index_.leads[unit].rule]; });
  }

  void read_marks() {
    const std::uint64_t companions = image_.number();
    if (companions >= no_companion) image_.refuse();
    index_.companion_count = static_cast<std::uint32_t>(companions);
    by_byte<std::uint32_t>([&](std::size_t byte, std::uint32_t companion) {
      index_.mark_meets[byte].push_back(companion);
    });
    by_byte<FlatMark>([&](std::size_t byte, const FlatMark& mark) {
      if (mark.unit >= index_.leads.size()) return image_.refuse();
      index_.marks[byte].push_back({mark.kind, mark.before, mark.unit});
    });
  }

  // Calls `take` with each of what belongs to each byte.
  template <class T, class Take>
  void by_byte(const Take& take) {
    const std::span<const std::uint32_t> first = image_.array<std::uint32_t>();
    const std::span<const T> all = image_.array<T>();
    if (first.size() != bytes + 1 || !std::ranges::is_sorted(first) || first.front() != 0 ||
        first.back() != all.size())
      return image_.refuse();
    for (std::size_t byte = 0; byte < bytes; ++byte) {
      for (const T& one : all.subspan(first[byte], first[byte + 1] - first[byte])) take(byte, one);
    }
  }

  base::ImageReader& image_;
  std::string_view tail_;
  const PolicyOptions& options_;
  PolicySet::Index& index_;
  Kept kept_;
};

void put_exceptions(const Rule& rule, base::LateTextsWriter& late,
                    std::vector<base::LateRef>& exceptions) {
  for (const Filter& filter : rule.filters) {
    for (const base::Pattern& exception : filter.except)
      exceptions.push_back(late.add(exception.kept()));
  }
}

std::string bytes_of(const packs::RuleDefinition& definition) {
  base::ImageWriter one;
  packs::put_rule(one, definition);
  return one.take();
}

packs::RuleDefinition without_examples(packs::RuleDefinition definition) {
  definition.bad.clear();
  definition.good.clear();
  return definition;
}

// The rules are those of the packs, in their order: none had a fault.
void put_rules(base::ImageWriter& image, const PolicySet::Index& index,
               std::span<const packs::Pack> packs, base::LateTextsWriter& late) {
  std::vector<KeptRule> rules;
  std::string ids;
  std::vector<base::LateRef> exceptions;
  std::uint32_t next_unit = 0;
  const auto begin_rule = [&] {
    const auto number = static_cast<std::uint32_t>(rules.size());
    while (next_unit < index.units.size() && index.units[next_unit].rule < number) ++next_unit;
    KeptRule& kept = rules.emplace_back();
    kept.first_unit = next_unit;
    kept.first_exception = static_cast<std::uint32_t>(exceptions.size());
    kept.id = static_cast<std::uint32_t>(ids.size());
  };
  for (std::uint32_t pack = 0; pack < packs.size(); ++pack) {
    for (const packs::RuleDefinition& definition : packs[pack].rules) {
      begin_rule();
      const Rule& rule = index.rules[rules.size() - 1];
      ids += definition.id;
      KeptRule& kept = rules.back();
      kept.pack = pack;
      kept.topic = rule.topic.value_or(no_topic);
      kept.family = rule.family;
      kept.judges_assertions = rule.judges_assertions && !rule.off ? 1 : 0;
      kept.whole = late.add(bytes_of(definition));
      kept.definition = late.add(bytes_of(without_examples(definition)));
      kept.judge = late.add(rule.judge == nullptr ? std::string() : rule.judge->kept());
      put_exceptions(rule, late, exceptions);
    }
  }
  begin_rule();
  base::put(image, rules);
  image.text(ids);
  base::put(image, exceptions);
}

}  // namespace

void PolicySet::put(base::ImageWriter& image, std::span<const packs::Pack> packs) const {
  base::LateTextsWriter late;
  put_rules(image, *index_, packs, late);
  std::vector<KeptUnit> units;
  std::vector<Lead> leads;
  for (std::uint32_t number = 0; number < index_->units.size(); ++number) {
    const Unit& unit = index_->units[number];
    units.push_back(kept(unit, late));
    Lead& lead = leads.emplace_back(index_->leads[number]);
    lead.bounds = bounds_of(unit);
  }
  base::put(image, units);
  base::put(image, leads);
  std::vector<std::uint32_t> mark_meets;
  for (const auto& here : index_->mark_meets)
    mark_meets.insert(mark_meets.end(), here.begin(), here.end());
  std::vector<FlatMark> marks;
  for (const auto& here : index_->marks) {
    for (const MarkWatch& watch : here) marks.push_back({watch.unit, watch.kind, watch.before});
  }
  base::put(image, index_->always_units);
  base::put(image, index_->always_rules);
  index_->wakes_begin.put(image);
  index_->wakes.put(image);
  index_->meets_begin.put(image);
  index_->meets.put(image);
  image.number(index_->companion_count);
  base::put(image, starts_of(index_->mark_meets));
  base::put(image, mark_meets);
  base::put(image, starts_of(index_->marks));
  base::put(image, marks);
  base::put(image, index_->capitals);
  base::put(image, index_->repeated_words);
  late.put(image);
}

std::optional<PolicySet> PolicySet::get(base::ImageReader& image, std::string_view tail,
                                        std::span<const packs::Pack> heads,
                                        const PolicyOptions& options) {
  static const knowledge::Knowledge nothing;
  PolicySet set;
  auto index = std::make_unique<Index>();
  for (const packs::Pack& head : heads) {
    for (const packs::Topic& topic : head.topics) index->topics.push_back(topic_in(topic));
  }
  IndexReader reader(image, tail, options, *index);
  reader.read(heads);
  if (!image.sound()) return std::nullopt;
  index->first_trigger = options.first_trigger;
  index->knowledge = options.knowledge == nullptr ? &nothing : options.knowledge;
  PolicyOptions known = options;
  known.knowledge = index->knowledge;
  index->late = std::make_unique<LateRules>(heads, std::move(known), reader.take_kept());
  set.index_ = std::move(index);
  return set;
}

}  // namespace linter::checks::policy
