// How the weights of stances come about.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#include "linter/knowledge/stance_features.h"

namespace linter::knowledge {
namespace {

constexpr std::size_t rounds = 12;                // over all examples
constexpr float first_step = 0.5F;                // of AdaGrad
constexpr float settled = 0.01F;                  // an error below it is let be
constexpr std::size_t least_examples = 2;         // that a feature stands in
constexpr float least_weight = 0.02F;             // below it a weight is left out
constexpr std::size_t most_weights = 20'000'000;  // in memory while it is trained
constexpr std::size_t lane = 8;                   // weights of a row are a multiple of it

}  // namespace

// Trains one model; used once.
class StanceTrainer {
 public:
  StanceTrainer(std::span<const StanceExample> examples, std::span<const std::uint8_t> topics,
                std::vector<Bearing> bearings)
      : examples_(examples),
        topics_(topics),
        stances_(topics.size()),
        row_((stances_ + lane - 1) / lane * lane) {
    model_.bearings_.append(bearings);
  }

  StanceModel run() {
    number_features();
    weights_.assign(keys_.size() * row_, 0);
    squares_.assign(weights_.size(), 1.0F);
    set_biases();
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::uint64_t chance = 1;
    for (std::size_t round = 0; round < rounds; ++round) {
      for (std::size_t at = order.size(); at > 1; --at) {
        chance = chance * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX
        std::swap(order[at - 1], order[(chance >> 33U) % at]);
      }
      for (const std::size_t example : order) learn_from(example);
    }
    keep();
    return std::move(model_);
  }

 private:
  struct Value {
    std::uint32_t feature = 0;
    float value = 0;
  };

  // The features that stand in several examples, and those of each.
  void number_features() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
    for (std::uint32_t example = 0; example < examples_.size(); ++example)
      model_.each_feature(examples_[example].items,
                          [&](const Feature& one) { all.emplace_back(one.key, example); });
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    std::vector<std::uint32_t> counts;
    for (auto one = all.begin(); one != all.end();) {
      const auto end = std::find_if(one, all.end(),
                                    [&](const auto& other) { return other.first != one->first; });
      if (static_cast<std::size_t>(end - one) >= least_examples) {
        keys_.push_back(one->first);
        counts.push_back(static_cast<std::uint32_t>(end - one));
      }
      one = end;
    }
    all = {};
    leave_out_rare(counts);
    for (const StanceExample& example : examples_) {
      begins_.push_back(values_.size());
      model_.each_feature(example.items, [&](const Feature& one) {
        const auto known = std::ranges::lower_bound(keys_, one.key);
        if (known == keys_.end() || *known != one.key) return;
        values_.push_back({static_cast<std::uint32_t>(known - keys_.begin()), one.value});
      });
    }
    begins_.push_back(values_.size());
  }

  // Of very many features those that stand in few examples are left out.
  void leave_out_rare(std::vector<std::uint32_t>& counts) {
    for (std::size_t least = least_examples + 1; keys_.size() * row_ > most_weights; ++least) {
      std::size_t kept = 0;
      for (std::size_t key = 0; key < keys_.size(); ++key) {
        if (counts[key] < least) continue;
        keys_[kept] = keys_[key];
        counts[kept++] = counts[key];
      }
      keys_.resize(kept);
      counts.resize(kept);
    }
  }

  // What a sentence of which nothing is known takes.
  void set_biases() {
    biases_.assign(row_, 0);
    std::vector<std::size_t> counts(stances_);
    std::array<std::size_t, most_topics> all{};
    for (const StanceExample& example : examples_) {
      for (const std::uint16_t stance : example.stances) ++counts[stance];
      for (std::size_t topic = 0; topic < most_topics; ++topic)
        all[topic] += (example.topics >> topic) & 1U;
    }
    for (std::size_t stance = 0; stance < stances_; ++stance)
      biases_[stance] =
          std::log((static_cast<float>(counts[stance]) + 1) /
                   (static_cast<float>(all[topics_[stance]] - counts[stance]) + 1));
  }

  [[nodiscard]] std::span<const Value> values_of(std::size_t example) const {
    return std::span(values_).subspan(begins_[example], begins_[example + 1] - begins_[example]);
  }

  void learn_from(std::size_t example) {
    const std::span<const Value> values = values_of(example);
    scores_ = biases_;
    for (const Value& one : values) {
      const float* weights = weights_.data() + (one.feature * row_);
      for (std::size_t stance = 0; stance < row_; ++stance)
        scores_[stance] += one.value * weights[stance];
    }
    for (std::size_t stance = 0; stance < stances_; ++stance) {
      if (((examples_[example].topics >> topics_[stance]) & 1U) == 0) continue;
      const std::vector<std::uint16_t>& taken = examples_[example].stances;
      const bool takes = std::ranges::find(taken, stance) != taken.end();
      const float error = 1 / (1 + std::exp(-scores_[stance])) - (takes ? 1.0F : 0.0F);
      if (std::abs(error) < settled) continue;
      for (const Value& one : values) {
        const std::size_t place = (one.feature * row_) + stance;
        const float slope = error * one.value;
        squares_[place] += slope * slope;
        weights_[place] -= first_step * slope / std::sqrt(squares_[place]);
      }
    }
  }

  void keep() {
    for (std::size_t stance = 0; stance < stances_; ++stance)
      model_.biases_.push_back(biases_[stance]);
    model_.slots_ = base::Column<StanceModel::Slot>(std::bit_ceil((keys_.size() * 2) + 2));
    std::vector<std::int16_t> row(stances_);
    for (std::size_t feature = 0; feature < keys_.size(); ++feature) {
      for (std::size_t stance = 0; stance < stances_; ++stance) {
        const float weight = std::clamp(weights_[(feature * row_) + stance], -30.0F, 30.0F);
        row[stance] = std::abs(weight) < least_weight
                          ? std::int16_t{0}
                          : static_cast<std::int16_t>(std::lround(weight * 1000));
      }
      keep_row(keys_[feature], row);
    }
  }

  void keep_row(std::uint64_t key, std::span<const std::int16_t> row) {
    const auto empty = static_cast<std::size_t>(std::ranges::count(row, 0));
    const auto count = static_cast<std::uint32_t>(row.size() - empty);
    if (count == 0) return;
    if (count >= empty) {  // then a row takes no more room
      model_.add_slot(
          {key, static_cast<std::uint32_t>(model_.rows_.size()), StanceModel::every});
      model_.rows_.append(row);
      return;
    }
    model_.add_slot({key, static_cast<std::uint32_t>(model_.weights_.size()), count});
    for (std::size_t stance = 0; stance < row.size(); ++stance)
      if (row[stance] != 0)
        model_.weights_.push_back({static_cast<std::uint16_t>(stance), row[stance]});
  }

  std::span<const StanceExample> examples_;
  std::span<const std::uint8_t> topics_;  // by stance
  std::size_t stances_;
  std::size_t row_;
  StanceModel model_;
  std::vector<std::uint64_t> keys_;  // ascending
  std::vector<Value> values_;
  std::vector<std::size_t> begins_;  // of the values of each example, and the end of all
  std::vector<float> weights_;       // a row a feature
  std::vector<float> squares_;       // of the slopes so far
  std::vector<float> biases_;
  std::vector<float> scores_;
};

StanceModel StanceModel::trained(std::span<const StanceExample> examples,
                                 std::span<const std::uint8_t> topics,
                                 std::vector<Bearing> bearings) {
  if (examples.empty() || topics.empty()) return {};
  return StanceTrainer(examples, topics, std::move(bearings)).run();
}

}  // namespace linter::knowledge
