// How the weights of stances come about.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
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
constexpr std::size_t lane = 4;                   // weights that are read at once
// The error of a stance that is not taken is below `settled` from here on, with room for rounding.
constexpr float surely_settled = -4.6F;

// So many weights at once, wherever they stand.
using Lanes [[gnu::may_alias, gnu::aligned(sizeof(float)), gnu::vector_size(lane * sizeof(float))]] =
    float;

}  // namespace

// Trains one model; used once.
class StanceTrainer {
 public:
  StanceTrainer(std::span<const StanceExample> examples, std::span<const std::uint8_t> topics,
                std::vector<Bearing> bearings)
      : examples_(examples),
        topics_(topics),
        stances_(topics.size()),
        counted_row_((stances_ + 7) / 8 * 8) {
    model_.bearings_.append(bearings);
  }

  StanceModel run() {
    number_features();
    place_stances();
    set_biases();
    weights_.assign(keys_.size() * width_ * 2, 0);
    for (std::size_t row = 0; row < keys_.size(); ++row)
      std::fill_n(weights_.begin() + static_cast<std::ptrdiff_t>(((row * 2) + 1) * width_), width_,
                  1.0F);
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::uint64_t chance = 1;
    for (std::size_t round = 0; round < rounds; ++round) {
      for (std::size_t at = order.size(); at > 1; --at) {
        chance = chance * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX
        std::swap(order[at - 1], order[(chance >> 33U) % at]);
      }
      for (std::size_t at = 0; at < order.size(); ++at) {
        if (at + 1 < order.size()) fetch(order[at + 1]);
        learn_from(order[at]);
      }
    }
    keep();
    return std::move(model_);
  }

 private:
  struct Value {
    std::uint32_t row = 0;
    float value = 0;
  };
  // Where the stances of a topic stand in a row.
  struct Stretch {
    std::size_t topic = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Error {
    std::size_t place = 0;
    float error = 0;
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
    number_rows(counts);
    for (const StanceExample& example : examples_) {
      begins_.push_back(values_.size());
      model_.each_feature(example.items, [&](const Feature& one) {
        const auto known = std::ranges::lower_bound(keys_, one.key);
        if (known == keys_.end() || *known != one.key) return;
        values_.push_back({rows_[static_cast<std::size_t>(known - keys_.begin())], one.value});
      });
    }
    begins_.push_back(values_.size());
  }

  // Of very many features those that stand in few examples are left out.
  void leave_out_rare(std::vector<std::uint32_t>& counts) {
    for (std::size_t least = least_examples + 1; keys_.size() * counted_row_ > most_weights; ++least) {
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

  // What stands in many examples has its rows side by side: most are asked for there.
  void number_rows(std::span<const std::uint32_t> counts) {
    std::vector<std::uint32_t> by_count(counts.size());
    std::iota(by_count.begin(), by_count.end(), 0U);
    std::ranges::stable_sort(by_count, std::greater(), [&](std::uint32_t key) { return counts[key]; });
    rows_.resize(counts.size());
    for (std::uint32_t row = 0; row < by_count.size(); ++row) rows_[by_count[row]] = row;
  }

  // Those of one topic stand side by side: an example is of few.
  void place_stances() {
    places_.resize(stances_);
    for (std::size_t topic = 0; topic < most_topics; ++topic) {
      const std::size_t begin = width_;
      for (std::size_t stance = 0; stance < stances_; ++stance)
        if (topics_[stance] == topic) places_[stance] = width_++;
      if (width_ != begin) stretches_.push_back({topic, begin, width_});
      width_ = (width_ + lane - 1) / lane * lane;
    }
  }

  // What a sentence of which nothing is known takes.
  void set_biases() {
    biases_.assign(width_, 0);
    scores_.assign(width_, 0);
    std::vector<std::size_t> counts(stances_);
    std::array<std::size_t, most_topics> all{};
    for (const StanceExample& example : examples_) {
      for (const std::uint16_t stance : example.stances) ++counts[stance];
      for (std::size_t topic = 0; topic < most_topics; ++topic)
        all[topic] += (example.topics >> topic) & 1U;
    }
    for (std::size_t stance = 0; stance < stances_; ++stance)
      biases_[places_[stance]] =
          std::log((static_cast<float>(counts[stance]) + 1) /
                   (static_cast<float>(all[topics_[stance]] - counts[stance]) + 1));
  }

  [[nodiscard]] std::span<const Value> values_of(std::size_t example) const {
    return std::span(values_).subspan(begins_[example], begins_[example + 1] - begins_[example]);
  }

  void learn_from(std::size_t example) {
    const std::span<const Value> values = values_of(example);
    taken_.clear();
    for (const std::uint16_t stance : examples_[example].stances)
      taken_.push_back(places_[stance]);
    errors_.clear();
    for (const Stretch& stretch : stretches_) {
      if (((examples_[example].topics >> stretch.topic) & 1U) == 0) continue;
      score(values, stretch);
      note_errors(stretch);
    }
    for (const Value& one : values) {
      float* const weights = weights_.data() + begin_of(one.row);
      float* const squares = weights + width_;
      for (const auto& [place, error] : errors_) {
        const float slope = error * one.value;
        squares[place] += slope * slope;
        weights[place] -= first_step * slope / std::sqrt(squares[place]);
      }
    }
  }

  // The scores of the stances of a topic.
  void score(std::span<const Value> values, const Stretch& stretch) {
    float* const scores = scores_.data();
    std::copy(biases_.data() + stretch.begin, biases_.data() + stretch.end, scores + stretch.begin);
    for (const Value& one : values) {
      float* const weights = weights_.data() + begin_of(one.row);
      for (std::size_t place = stretch.begin; place < stretch.end; place += lane)
        lanes_at(scores + place) += one.value * lanes_at(weights + place);
    }
  }

  // Its weights, and behind them the squares of its slopes so far.
  [[nodiscard]] std::size_t begin_of(std::size_t row) const { return row * width_ * 2; }

  // The rows of an example lie far apart in memory: they come while the one before is learned from.
  void fetch(std::size_t example) const {
    constexpr std::size_t line = 16;
    const float* const rows = weights_.data();
    const std::size_t row_size = begin_of(1);
    const std::span<const Value> values = values_of(example);
    for (const Stretch& stretch : stretches_) {
      if (((examples_[example].topics >> stretch.topic) & 1U) == 0) continue;
      for (const Value& one : values) {
        const float* const row = rows + (one.row * row_size);
        for (std::size_t place = stretch.begin; place < stretch.end; place += line)
          __builtin_prefetch(row + place, 1);
      }
    }
  }

  [[nodiscard]] static Lanes& lanes_at(float* weights) {
    return *reinterpret_cast<Lanes*>(weights);
  }

  void note_errors(const Stretch& stretch) {
    const float* const scores = scores_.data();
    for (std::size_t place = stretch.begin; place < stretch.end; ++place) {
      const bool takes = std::ranges::find(taken_, place) != taken_.end();
      if (!takes && scores[place] < surely_settled) continue;
      const float error = 1 / (1 + std::exp(-scores[place])) - (takes ? 1.0F : 0.0F);
      if (std::abs(error) >= settled) errors_.push_back({place, error});
    }
  }

  void keep() {
    for (std::size_t stance = 0; stance < stances_; ++stance)
      model_.biases_.push_back(biases_[places_[stance]]);
    model_.slots_ = base::Column<StanceModel::Slot>((keys_.size() * 5 / 3) + 2);
    std::vector<std::int16_t> row(stances_);
    for (std::size_t feature = 0; feature < keys_.size(); ++feature) {
      for (std::size_t stance = 0; stance < stances_; ++stance) {
        const float trained = weights_[begin_of(rows_[feature]) + places_[stance]];
        const float weight = std::clamp(trained, -30.0F, 30.0F);
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
  std::size_t counted_row_;          // its length where it is told which features are left out
  std::size_t width_ = 0;            // of a row
  std::vector<std::size_t> places_;  // of the stances in it
  std::vector<Stretch> stretches_;
  StanceModel model_;
  std::vector<std::uint64_t> keys_;  // ascending
  std::vector<std::uint32_t> rows_;  // of each key
  std::vector<Value> values_;
  std::vector<std::size_t> begins_;  // of the values of each example, and the end of all
  std::vector<float> weights_;       // by row
  std::vector<float> biases_;
  std::vector<float> scores_;
  std::vector<std::size_t> taken_;  // the places of an example's stances
  std::vector<Error> errors_;       // of an example
};

StanceModel StanceModel::trained(std::span<const StanceExample> examples,
                                 std::span<const std::uint8_t> topics,
                                 std::vector<Bearing> bearings) {
  if (examples.empty() || topics.empty()) return {};
  return StanceTrainer(examples, topics, std::move(bearings)).run();
}

}  // namespace linter::knowledge
