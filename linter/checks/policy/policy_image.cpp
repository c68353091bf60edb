// A policy set as an image: what says which rules a text wakes, and the definitions, from which the
// rules are compiled when they are first asked for.
#include <algorithm>
#include <utility>

#include "linter/checks/policy/index.h"
#include "linter/checks/policy/making.h"
#include "linter/packs/pack_image.h"

namespace linter::checks::policy {
namespace {

constexpr std::size_t bytes = 256;

// What is kept of a unit, but for its expression.
struct FlatUnit {
  std::uint32_t rule = 0;
  std::uint16_t tag = 0;
  std::uint16_t filter = 0;
  std::uint16_t blocks = 0;  // of its places
  std::uint8_t flags = 0;
  std::uint8_t unused = 0;
};
constexpr unsigned link_text_flag = 1;
constexpr unsigned pattern_flag = 2;
constexpr unsigned ignore_case_flag = 4;
constexpr unsigned word_bounded_flag = 8;
constexpr unsigned literal_flag = 16;

FlatUnit flat(const Unit& unit) {
  unsigned flags = 0;
  if (unit.places.link_text) flags |= link_text_flag;
  if (unit.pattern) flags |= pattern_flag;
  if (unit.options.ignore_case) flags |= ignore_case_flag;
  if (unit.options.word_bounded) flags |= word_bounded_flag;
  if (unit.options.literal) flags |= literal_flag;
  return {unit.rule, unit.tag, unit.filter, unit.places.blocks, static_cast<std::uint8_t>(flags)};
}

struct FlatMark {
  std::uint32_t unit = 0;
  ClueKind kind = ClueKind::mark;
  char before = 0;
  std::uint16_t unused = 0;
};

constexpr std::uint32_t no_topic = UINT32_MAX;

// Where what belongs to each byte begins among all.
template <class T>
std::vector<std::uint32_t> starts_of(const std::array<std::vector<T>, bytes>& by_byte) {
  std::vector<std::uint32_t> starts{0};
  for (const auto& here : by_byte)
    starts.push_back(starts.back() + static_cast<std::uint32_t>(here.size()));
  return starts;
}

// Reads what put() wrote; whatever the image says, every number is in range afterwards, or the
// reader has refused.
class IndexReader {
 public:
  IndexReader(base::ImageReader& image, const PolicyOptions& options, PolicySet::Index& index)
      : image_(image), options_(options), index_(index) {}

  void read(std::span<const packs::Pack> heads) {
    read_rules(heads);
    read_units();
    index_.companions = base::Column<Companions>(image_);
    index_.heads = base::Column<std::uint32_t>(image_);
    index_.bounds = base::Column<Bounds>(image_);
    base::get(image_, index_.always_units);
    base::get(image_, index_.always_rules);
    index_.wakes_begin = base::Column<std::uint32_t>(image_);
    index_.wakes = base::Column<std::uint32_t>(image_);
    index_.meets_begin = base::Column<std::uint32_t>(image_);
    index_.meets = base::Column<std::uint32_t>(image_);
    read_marks();
    base::get(image_, index_.capitals);
    base::get(image_, index_.repeated_words);
    const bool fits = are_units(index_.always_units) && are_units(index_.wakes) &&
                      are_units(index_.capitals) && are_units(index_.repeated_words) &&
                      all_below(index_.always_rules, index_.rules.size()) && are_companions() &&
                      index_.meets_begin.size() == index_.wakes_begin.size() &&
                      is_row(index_.wakes_begin, index_.wakes.size()) &&
                      is_row(index_.meets_begin, index_.meets.size());
    if (!fits) return image_.refuse();
    std::erase_if(index_.always_rules, [&](std::uint32_t rule) { return off_[rule]; });
    std::erase_if(index_.always_units,
                  [&](std::uint32_t unit) { return off_[index_.units[unit].rule]; });
  }

  Kept take_kept() { return std::move(kept_); }

 private:
  using Numbers = std::span<const std::uint32_t>;
  // These look at all, found wrong or not, so that the compiler can look at several at once.
  static bool all_below(Numbers numbers, std::size_t end) {
    std::uint32_t most = 0;
    for (const std::uint32_t number : numbers) most = std::max(most, number);
    return numbers.empty() || most < end;
  }
  static bool is_row(Numbers first, std::size_t end) {
    if (first.size() <= first_clue_trigger || first.front() != 0 || first.back() != end)
      return false;
    bool falls = false;
    for (std::size_t i = 0; i + 1 < first.size(); ++i) falls |= first[i] > first[i + 1];
    return !falls;
  }
  [[nodiscard]] bool are_units(Numbers units) const {
    return all_below(units, index_.units.size());
  }
  // no_companion is the greatest number, so that one more is none.
  [[nodiscard]] bool are_ones(Numbers numbers) const {
    std::uint32_t most = 0;
    for (const std::uint32_t number : numbers) most = std::max(most, number + 1);
    return most <= index_.companion_count;
  }

  // Each companion is met by something, so that there cannot be more of them.
  [[nodiscard]] bool are_companions() const {
    const std::uint32_t count = index_.companion_count;
    std::size_t met = index_.meets.size();
    for (const auto& here : index_.mark_meets) {
      met += here.size();
      if (!all_below(here, count)) return false;
    }
    const auto is_bound = [](const Bounds& one) { return one.within <= base::Within::clause; };
    const auto all_ones = [&](const Companions& all) { return are_ones(all); };
    return count <= met && all_below(index_.meets, count) &&
           index_.companions.size() == index_.units.size() &&
           index_.heads.size() == index_.units.size() &&
           index_.bounds.size() == index_.units.size() &&
           std::ranges::all_of(index_.bounds, is_bound) && are_ones(index_.heads) &&
           std::ranges::all_of(index_.companions, all_ones);
  }

  void read_rules(std::span<const packs::Pack> heads) {
    const std::span<const std::uint32_t> owners = image_.array<std::uint32_t>();
    const std::span<const std::uint32_t> families = image_.array<std::uint32_t>();
    const std::span<const std::uint32_t> topics = image_.array<std::uint32_t>();
    const std::span<const std::uint32_t> assertions = image_.array<std::uint32_t>();
    std::vector<KeptRule>& rules = kept_.rules;
    rules.resize(1);
    if (families.size() != owners.size() || topics.size() != owners.size() ||
        assertions.size() != owners.size())
      return image_.refuse();
    off_.assign(owners.size(), false);
    rules.resize(owners.size() + 1);
    index_.rules.resize(owners.size());
    for (std::size_t i = 0; i < owners.size(); ++i) {
      const bool has_topic = topics[i] != no_topic;
      if (owners[i] >= heads.size() || (has_topic && topics[i] >= index_.topics.size()))
        return image_.refuse();
      rules[i] = {.pack = owners[i],
                  .first_exception = static_cast<std::uint32_t>(kept_.exceptions.size()),
                  .id = image_.text(),
                  .definition = image_.late_text(),
                  .judge = image_.late_text()};
      for (std::uint64_t left = image_.number(); left > 0 && image_.sound(); --left)
        kept_.exceptions.push_back(image_.late_text());
      index_.rules[i].language = primary_subtag(heads[owners[i]].language);
      if (has_topic) index_.rules[i].topic = topics[i];
      index_.rules[i].family = families[i];
      off_[i] = is_turned_off(rules[i].id, heads[owners[i]].id, options_);
      if (assertions[i] != 0 && !off_[i]) index_.judges_assertions = true;
    }
    rules.back().first_exception = static_cast<std::uint32_t>(kept_.exceptions.size());
  }

  void read_units() {
    const std::span<const FlatUnit> kept = image_.array<FlatUnit>();
    const std::size_t rules = index_.rules.size();
    if (!std::ranges::is_sorted(kept, {}, &FlatUnit::rule) ||
        (!kept.empty() && kept.back().rule >= rules))
      return image_.refuse();
    index_.units.resize(kept.size());
    kept_.units.resize(kept.size());
    std::size_t rule = 0;
    for (std::uint32_t i = 0; i < kept.size(); ++i) {
      take(kept[i], i);
      while (rule <= kept[i].rule) kept_.rules[rule++].first_unit = i;
    }
    while (rule < kept_.rules.size())
      kept_.rules[rule++].first_unit = static_cast<std::uint32_t>(kept.size());
  }

  void take(const FlatUnit& kept, std::uint32_t number) {
    const auto has = [&](unsigned flag) { return (kept.flags & flag) != 0; };
    Unit& unit = index_.units[number];
    unit.rule = kept.rule;
    unit.tag = kept.tag;
    unit.filter = kept.filter;
    if (!off_[kept.rule]) unit.places = {kept.blocks, has(link_text_flag)};
    if (off_[kept.rule]) unit.places = {.blocks = 0};  // it is never tried
    unit.options = {has(ignore_case_flag), has(word_bounded_flag), has(literal_flag)};
    kept_.units[number] = {.has_pattern = has(pattern_flag), .options = unit.options};
    if (!has(pattern_flag)) return;
    kept_.units[number].expression = image_.text();
    kept_.units[number].pattern = image_.late_text();
  }

  void read_marks() {
    const std::uint64_t companions = image_.number();
    if (companions >= no_companion) image_.refuse();
    index_.companion_count = static_cast<std::uint32_t>(companions);
    by_byte<std::uint32_t>([&](std::size_t byte, std::uint32_t companion) {
      index_.mark_meets[byte].push_back(companion);
    });
    by_byte<FlatMark>([&](std::size_t byte, const FlatMark& mark) {
      if (mark.unit >= index_.units.size()) return image_.refuse();
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
  const PolicyOptions& options_;
  PolicySet::Index& index_;
  Kept kept_;
  std::vector<bool> off_;  // by rule
};

void put_exceptions(base::ImageWriter& image, const Rule& rule) {
  std::vector<std::string> kept;
  for (const Filter& filter : rule.filters) {
    for (const base::Pattern& exception : filter.except) kept.push_back(exception.kept());
  }
  image.number(kept.size());
  for (const std::string& one : kept) image.late_text(one);
}

// The rules are those of the packs, in their order: none had a fault.
void put_rules(base::ImageWriter& image, std::span<const Rule> rules,
               std::span<const packs::Pack> packs) {
  std::vector<std::uint32_t> owners;
  std::vector<std::uint32_t> families;
  std::vector<std::uint32_t> topics;
  std::vector<std::uint32_t> assertions;
  for (std::uint32_t pack = 0; pack < packs.size(); ++pack)
    owners.insert(owners.end(), packs[pack].rules.size(), pack);
  for (const Rule& rule : rules) {
    families.push_back(rule.family);
    topics.push_back(rule.topic.value_or(no_topic));
    assertions.push_back(rule.judges_assertions && !rule.off ? 1 : 0);
  }
  base::put(image, owners);
  base::put(image, families);
  base::put(image, topics);
  base::put(image, assertions);
  std::size_t number = 0;
  for (const packs::Pack& pack : packs) {
    for (const packs::RuleDefinition& definition : pack.rules) {
      base::ImageWriter one;
      packs::put_rule(one, definition);
      image.text(definition.id);
      image.late_text(one.take());
      const Rule& rule = rules[number++];
      image.late_text(rule.judge == nullptr ? std::string() : rule.judge->kept());
      put_exceptions(image, rule);
    }
  }
}

}  // namespace

void PolicySet::put(base::ImageWriter& image, std::span<const packs::Pack> packs) const {
  put_rules(image, index_->rules, packs);
  std::vector<FlatUnit> units;
  for (const Unit& unit : index_->units) units.push_back(flat(unit));
  base::put(image, units);
  for (const Unit& unit : index_->units) {
    if (!unit.pattern) continue;
    image.text(unit.pattern->expression());
    image.late_text(unit.pattern->kept());
  }
  std::vector<Bounds> bounds;
  for (const Unit& unit : index_->units)
    bounds.push_back(bounds_of(unit));
  std::vector<std::uint32_t> mark_meets;
  for (const auto& here : index_->mark_meets)
    mark_meets.insert(mark_meets.end(), here.begin(), here.end());
  std::vector<FlatMark> marks;
  for (const auto& here : index_->marks) {
    for (const MarkWatch& watch : here) marks.push_back({watch.unit, watch.kind, watch.before});
  }
  index_->companions.put(image);
  index_->heads.put(image);
  base::put(image, bounds);
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
}

std::optional<PolicySet> PolicySet::get(base::ImageReader& image,
                                        std::span<const packs::Pack> heads,
                                        const PolicyOptions& options) {
  static const knowledge::Knowledge nothing;
  PolicySet set;
  auto index = std::make_unique<Index>();
  for (const packs::Pack& head : heads) {
    for (const packs::Topic& topic : head.topics) index->topics.push_back(topic_of(topic));
  }
  IndexReader reader(image, options, *index);
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
