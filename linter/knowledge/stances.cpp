#include "linter/knowledge/stances.h"

#include <array>
#include <cmath>
#include <functional>
#include <mutex>
#include <string_view>
#include <utility>

#include "linter/knowledge/stance_features.h"
#include "linter/knowledge/stance_rows.h"

namespace linter::knowledge {
namespace {

constexpr float thousandth = 0.001F;

// Below `slots`, of which there are fewer than 2^32.
std::size_t place_of_feature(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>((((key * 0x9E3779B97F4A7C15U) >> 32U) * slots) >> 32U);
}

}  // namespace

std::span<const std::string_view> bearing_words() {
  static constexpr std::array<std::string_view, 34> words = {
      "no",     "not",     "never",   "without",  "neither",  "nor",       "none",
      "nobody", "hardly",  "zero",    "nothing",  "nowhere",  "cannot",    "free",
      "don't",  "doesn't", "didn't",  "isn't",    "aren't",   "wasn't",    "weren't",
      "won't",  "can't",   "needn't", "wouldn't", "couldn't", "shouldn't", "mustn't",
      "hasn't", "haven't", "hadn't",  "but",      "however",  "although"};
  return words;
}

Bearing bearing_of(std::string_view word) {
  static constexpr std::size_t turns = 3;  // the last ones
  const std::span<const std::string_view> words = bearing_words();
  if (word.ends_with("n't")) return Bearing::negates;
  const auto known = std::ranges::find(words, word);
  if (known == words.end()) return Bearing::none;
  return words.end() - known <= std::ptrdiff_t{turns} ? Bearing::turns : Bearing::negates;
}

StanceModel::StanceModel(base::ImageReader& image, std::size_t stances)
    : slots_(image), weights_(image), rows_(image), biases_(image), bearings_(image) {
  const bool fits = slots_.size() < (std::uint64_t{1} << 32U);
  const bool known = slots_.empty() || biases_.size() == stances;
  if (fits && known) return;
  image.refuse();
  *this = StanceModel();
}

void StanceModel::put(base::ImageWriter& image) const {
  slots_.put(image);
  weights_.put(image);
  rows_.put(image);
  biases_.put(image);
  bearings_.put(image);
}

// Null where the model knows nothing of the feature.
const StanceModel::Slot* StanceModel::slot_of(std::uint64_t key) const {
  std::size_t place = place_of_feature(key, slots_.size());
  // a table that is full, which only a damaged image has, ends the search
  for (std::size_t tried = 0; tried < slots_.size() && slots_[place].key != 0; ++tried) {
    if (slots_[place].key == key) return &slots_[place];
    if (++place == slots_.size()) place = 0;
  }
  return nullptr;
}

std::span<const StanceModel::Weight> StanceModel::weights_of(const Slot& slot) const {
  return slot.begin <= weights_.size() && slot.count <= weights_.size() - slot.begin
             ? weights_.part(slot.begin, slot.count)
             : std::span<const Weight>();
}

std::span<const std::int16_t> StanceModel::row_of(const Slot& slot) const {
  return slot.begin <= rows_.size() && biases_.size() <= rows_.size() - slot.begin
             ? rows_.part(slot.begin, biases_.size())
             : std::span<const std::int16_t>();
}

int StanceModel::weight_of(const Slot& slot, std::uint16_t stance) const {
  if (slot.count == every) {
    const std::span<const std::int16_t> row = row_of(slot);
    return stance < row.size() ? row[stance] : 0;
  }
  const std::span<const Weight> weights = weights_of(slot);
  const auto found = std::ranges::find(weights, stance, &Weight::stance);
  return found == weights.end() ? 0 : found->value;
}

// Where a feature has a weight for most stances, machines add several at once.
void StanceModel::add_shares(const Slot& slot, float value, std::vector<float>& scores) const {
  const float share = value * thousandth;
  if (slot.count == every) {
    add_row(row_of(slot), share, scores.data());
    return;
  }
  for (const Weight& weight : weights_of(slot))
    if (weight.stance < scores.size())
      scores[weight.stance] += share * static_cast<float>(weight.value);
}

void StanceModel::add_slot(const Slot& slot) {
  std::size_t place = place_of_feature(slot.key, slots_.size());
  while (slots_[place].key != 0)
    if (++place == slots_.size()) place = 0;
  slots_.edit(place) = slot;
}

void StanceModel::read(StanceItems items, float least, std::vector<float>& scores,
                       std::vector<Taken>& taken) const {
  if (empty()) return;
  scores.assign(biases_.begin(), biases_.end());
  // Weights lie far apart in memory: those of some features come while more are looked up.
  std::array<std::pair<const Slot*, float>, 16> found;
  std::size_t count = 0;
  const auto fetch = [&](const Slot& slot) {
    const void* const first = slot.count == every ? static_cast<const void*>(row_of(slot).data())
                                                  : weights_of(slot).data();
    __builtin_prefetch(first);  // which may be any address
  };
  const auto add_found = [&] {
    for (std::size_t i = 0; i < count; ++i) add_shares(*found[i].first, found[i].second, scores);
    count = 0;
  };
  each_feature(items, [&](const Feature& one) {
    const Slot* const slot = slot_of(one.key);
    if (slot == nullptr) return;
    fetch(*slot);
    found[count++] = {slot, one.value};
    if (count == found.size()) add_found();
  });
  add_found();
  const std::size_t from = taken.size();
  const float least_score = std::log(least / (1 - least));
  for (std::size_t stance = 0; stance < scores.size(); ++stance)
    if (scores[stance] >= least_score)
      taken.push_back({static_cast<std::uint16_t>(stance), 1 / (1 + std::exp(-scores[stance]))});
  std::ranges::stable_sort(taken.begin() + static_cast<std::ptrdiff_t>(from), taken.end(),
                           std::greater(), &Taken::probability);
}

void StanceModel::weigh(StanceItems items, std::uint16_t stance,
                        std::vector<float>& by_item) const {
  by_item.assign(items.size(), 0);
  if (empty()) return;
  each_feature(items, [&](const Feature& one) {
    const Slot* const slot = slot_of(one.key);
    if (slot == nullptr) return;
    const float share = one.value * thousandth * static_cast<float>(weight_of(*slot, stance));
    by_item[one.first] += share / 2;
    by_item[one.last] += share / 2;
  });
}

struct KeptStances::State {
  StanceModel model;  // once it was looked at
  bool is_empty = true;
  bool is_late = false;
  base::LateText text;
  std::size_t stances = 0;
  std::function<StanceModel()> anew;
  std::once_flag once;

  void look() {
    if (const auto bytes = text.checked()) {
      base::ImageReader image(*bytes);
      model = StanceModel(image, stances);
    }
    if (model.empty() && anew) model = anew();
    anew = nullptr;  // what it holds is not needed any more
  }
};

KeptStances::KeptStances() : state_(std::make_unique<State>()) {}
KeptStances::KeptStances(StanceModel model) : KeptStances() {
  state_->is_empty = model.empty();
  state_->model = std::move(model);
}
KeptStances::KeptStances(KeptStances&&) noexcept = default;
KeptStances& KeptStances::operator=(KeptStances&&) noexcept = default;
KeptStances::~KeptStances() = default;

KeptStances::KeptStances(base::ImageReader& image, std::size_t stances) : KeptStances() {
  state_->is_empty = image.number() == 0;
  if (state_->is_empty) return;
  state_->is_late = true;
  state_->text = image.late_text();
  state_->stances = stances;
}

void KeptStances::put(base::ImageWriter& image) const {
  image.number(empty() ? 0 : 1);
  if (empty()) return;
  base::ImageWriter own;
  get().put(own);
  image.late_text(own.take());
}

void KeptStances::mend_by(std::function<StanceModel()> anew) {
  state_->anew = std::move(anew);
}

bool KeptStances::empty() const {
  return state_->is_empty;
}

const StanceModel& KeptStances::get() const {
  if (state_->is_late) std::call_once(state_->once, [this] { state_->look(); });
  return state_->model;
}

StanceModel KeptStances::take() {
  static_cast<void>(get());
  return std::move(state_->model);
}

}  // namespace linter::knowledge
