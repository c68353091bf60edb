#include "scripts/misfits/fit.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <random>

namespace misfits {
namespace {

constexpr float below_zero = 0.125F;  // so much of what is below zero counts
constexpr float first_rate = 0.06F;
constexpr float last_rate = 0.003F;
constexpr float often = 60000;  // what is more frequent is passed over now and then
constexpr int strangers = 5;    // words that are not like the one that stands there, either
constexpr std::size_t most_choices = 48;

using Figures = std::array<float, width>;

// Sums in eight lanes, which machines add at once.
float product(const float* a, const float* b) {
  std::array<float, 8> lanes{};
  for (std::size_t i = 0; i < width; i += lanes.size())
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
      lanes[lane] += a[i + lane] * b[i + lane];
  return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) +
         ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

struct Visit {
  Paragraph paragraph;
  std::uint32_t order = 0;
};

// Each paragraph as often as it counts, in an order by chance.
std::vector<Visit> visits_of(const Texts& texts) {
  std::mt19937 chance(11);
  std::vector<Visit> visits;
  for (const Article& article : texts.fitted) {
    for (const Paragraph& paragraph : article.paragraphs)
      for (std::uint32_t i = 0; i < paragraph.times; ++i)
        visits.push_back({paragraph, static_cast<std::uint32_t>(chance())});
  }
  std::ranges::stable_sort(visits, {}, &Visit::order);
  return visits;
}

class Fitter {
 public:
  Fitter(const Texts& texts, const std::vector<std::vector<Like>>& likes)
      : texts_(texts), likes_(likes) {
    const Vocabulary& words = texts.vocabulary;
    for (std::size_t slot = 0; slot < slots; ++slot) {
      result_.rows[slot].resize(std::size_t{rows_of_slot[slot]} * width);
      for (float& figure : result_.rows[slot]) figure = (part() - 0.5F) * 0.2F;
      row_steps_[slot].assign(rows_of_slot[slot], 1e-3F);
    }
    result_.start.fill(0.1F);
    result_.fits.resize(words.words.size() * width);
    for (float& figure : result_.fits) figure = (part() - 0.5F) * 0.02F;
    fit_steps_.assign(words.words.size(), 1e-3F);
    bias_steps_.assign(words.words.size(), 1);
    for (Id id = 0; id < words.words.size(); ++id) {
      const auto count = static_cast<float>(words.counts[id]);
      taken_.push_back(count > often ? std::pow(often / count, 0.6F) : 1);
      result_.biases.push_back(std::log((count + 0.3F) * taken_.back() / 1000));
      const int share = id < first_word ? 0 : static_cast<int>(std::pow(count, 0.75F) / 8);
      others_.insert(others_.end(), static_cast<std::size_t>(share), id);
    }
  }

  Fit run() {
    const std::vector<Visit> visits = visits_of(texts_);
    for (std::size_t i = 0; i < visits.size(); ++i) {
      const float done = static_cast<float>(i) / static_cast<float>(visits.size());
      rate_ = std::max(last_rate, first_rate * (1 - done));
      const Paragraph& one = visits[i].paragraph;
      visit(std::span(texts_.places).subspan(one.begin, one.end - one.begin));
      if (i % 200000 == 0) std::cerr << "fitted " << static_cast<int>(100 * done) << " %\n";
    }
    for (std::size_t id = 0; id < taken_.size(); ++id) result_.biases[id] -= std::log(taken_[id]);
    return std::move(result_);
  }

 private:
  float part() { return static_cast<float>(chance_() >> 8U) / static_cast<float>(1U << 24U); }

  void visit(std::span<const Place> paragraph) {
    for (std::size_t at = 0; at < paragraph.size(); ++at) {
      const Id word = paragraph[at].id;
      if (word < first_word || likes_[word].empty()) continue;
      if (taken_[word] < 1 && part() > taken_[word]) continue;
      const Neighbors neighbors(texts_.vocabulary, paragraph, at);
      learn(neighbors, word);
    }
  }

  void learn(const Neighbors& neighbors, Id word) {
    Figures sum = result_.start;
    for (const Neighbor& one : neighbors) {
      const float* const row = &result_.rows[one.slot][one.row * width];
      for (std::size_t i = 0; i < width; ++i) sum[i] += row[i];
    }
    Figures hidden{};
    for (std::size_t i = 0; i < width; ++i) hidden[i] = sum[i] > 0 ? sum[i] : below_zero * sum[i];
    Figures back{};
    choose(word, hidden, back);
    float length = 0;
    for (std::size_t i = 0; i < width; ++i) {
      back[i] *= sum[i] > 0 ? 1 : below_zero;
      length += back[i] * back[i];
    }
    for (const Neighbor& one : neighbors) {
      float& seen = row_steps_[one.slot][one.row];
      seen += length / width;
      const float step = rate_ / std::sqrt(seen);
      float* const row = &result_.rows[one.slot][one.row * width];
      for (std::size_t i = 0; i < width; ++i) row[i] += step * back[i];
    }
    start_steps_ += length / width;
    const float step = rate_ / std::sqrt(start_steps_);
    for (std::size_t i = 0; i < width; ++i) result_.start[i] += step * back[i];
  }

  // Moves the word towards what stands around it, those like it and some others away; what that
  // asks of the neighbors is in `back`.
  void choose(Id word, const Figures& hidden, Figures& back) {
    std::array<Id, most_choices> choices{};
    std::array<float, most_choices> odds{};
    std::size_t count = 0;
    choices[count++] = word;
    for (const Like& like : likes_[word]) choices[count++] = like.word;
    for (int i = 0; i < strangers && !others_.empty(); ++i) {
      const Id other = others_[chance_() % others_.size()];
      if (other != word) choices[count++] = other;
    }
    float most = -1e9F;
    for (std::size_t i = 0; i < count; ++i) {
      odds[i] =
          result_.biases[choices[i]] + product(&result_.fits[choices[i] * width], hidden.data());
      most = std::max(most, odds[i]);
    }
    float all = 0;
    for (std::size_t i = 0; i < count; ++i) all += odds[i] = std::exp(odds[i] - most);
    const float length = product(hidden.data(), hidden.data()) / width;
    for (std::size_t i = 0; i < count; ++i) {
      const float wrong = (i == 0 ? 1 : 0) - odds[i] / all;
      if (std::abs(wrong) < 1e-4F) continue;
      const Id id = choices[i];
      float* const fits = &result_.fits[id * width];
      for (std::size_t k = 0; k < width; ++k) back[k] += wrong * fits[k];
      fit_steps_[id] += wrong * wrong * length;
      const float step = rate_ * wrong / std::sqrt(fit_steps_[id]);
      for (std::size_t k = 0; k < width; ++k) fits[k] += step * hidden[k];
      bias_steps_[id] += wrong * wrong;
      result_.biases[id] += rate_ * wrong / std::sqrt(bias_steps_[id]);
    }
  }

  const Texts& texts_;
  const std::vector<std::vector<Like>>& likes_;
  Fit result_;
  std::mt19937 chance_{1};
  std::vector<float> taken_;  // the share of a word's places that is learned from
  std::vector<Id> others_;    // words as often as they are taken for strangers
  std::array<std::vector<float>, slots> row_steps_;
  std::vector<float> fit_steps_;
  std::vector<float> bias_steps_;
  float start_steps_ = 1;
  float rate_ = first_rate;
};

Id kind_of_row(const std::string& word) {
  if (word.ends_with("ing")) return other_ing;
  if (word.ends_with("ed")) return other_ed;
  if (word.ends_with("ly")) return other_ly;
  return word.ends_with("s") ? other_s : other;
}

}  // namespace

void Neighbors::add(const Vocabulary& vocabulary, Slot slot, Id id) {
  if (slot == topic && id < first_of_topic) return;
  const Id row = id < rows_of_slot[slot] ? id : kind_of_row(vocabulary.words[id]);
  if (slot == topic && row < first_of_topic) return;
  all_[count_++] = {slot, row};
}

Neighbors::Neighbors(const Vocabulary& vocabulary, std::span<const Place> paragraph,
                     std::size_t at) {
  constexpr std::size_t farthest = 10;
  for (const bool is_after : {false, true}) {
    for (std::size_t step = 1; step <= farthest; ++step) {
      const bool there = is_after ? at + step < paragraph.size() : step <= at;
      if (!there && step > 2) break;
      const Id id = there ? paragraph[is_after ? at + step : at - step].id : nothing;
      const Slot slot = step == 1   ? (is_after ? after : before)
                        : step == 2 ? (is_after ? second_after : second_before)
                        : step <= 4 ? (is_after ? far_after : far_before)
                                    : topic;
      add(vocabulary, slot, id);
    }
  }
}

Fit fit(const Texts& texts, const std::vector<std::vector<Like>>& likes) {
  return Fitter(texts, likes).run();
}

}  // namespace misfits
