// What a sentence says of its subject, whatever its words: learned from sentences that packs give
// as examples.
//
// For each stance ("no downtime") one logistic regression against all other examples, over the
// stems of a sentence: each of them, each in the scope of a negator, and pairs that stand beside or
// near each other (Fan et al., LIBLINEAR, 2008, describe such models; AdaGrad of Duchi et al.,
// 2011, trains them). What it knows are the words of its examples: it is sure where many of them
// agree, and its probability is no more than that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "linter/base/image.h"
#include "linter/knowledge/phrases.h"

namespace linter::knowledge {

// Stands in the place of a figure.
inline constexpr StemId figure_item = UINT32_MAX - 1;

// How a stem bears on the words behind it.
enum class Bearing : std::uint8_t { none, negates, turns };
// Of a word in lower case with a straight apostrophe ("no", "don't"; "but").
[[nodiscard]] Bearing bearing_of(std::string_view word);
// The common ones that bear on others, in lower case.
[[nodiscard]] std::span<const std::string_view> bearing_words();

// Of a sentence: stems, `no_stem` for words that no example has, `boundary` for marks, and
// `figure_item`.
using StanceItems = std::span<const StemId>;

struct StanceExample {
  std::vector<StemId> items;
  std::vector<std::uint16_t> stances;  // those that it takes; may be empty
  std::uint32_t topics = 0;            // a bit for each topic that it was looked through for
};

inline constexpr std::size_t most_topics = 32;

// Immutable once trained; const use from many threads. One that is read from an image lies in it.
class StanceModel {
 public:
  struct Taken {
    std::uint16_t stance = 0;
    float probability = 0;
  };

  StanceModel() = default;
  // What put() wrote, of so many stances, in constant time.
  StanceModel(base::ImageReader& image, std::size_t stances);
  void put(base::ImageWriter& image) const;

  // `topics` has the topic of each stance: it learns from the examples of that topic. `bearings` by
  // stem. Deterministic; some 20 us an example, and 8 bytes a weight while it runs.
  [[nodiscard]] static StanceModel trained(std::span<const StanceExample> examples,
                                           std::span<const std::uint8_t> topics,
                                           std::vector<Bearing> bearings);

  [[nodiscard]] bool empty() const { return slots_.empty(); }
  // Appends the stances that a sentence takes with at least `least`, the likeliest first. `scores`
  // is a buffer. Linear in the items, some 5 look-ups each.
  void read(StanceItems items, float least, std::vector<float>& scores,
            std::vector<Taken>& taken) const;
  // How much each item speaks for a stance, into `by_item`: for messages, and for where to point.
  void weigh(StanceItems items, std::uint16_t stance, std::vector<float>& by_item) const;

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t begin = 0;
    std::uint32_t count = 0;  // of weights_; `every`: one for each stance, in rows_
  };
  static constexpr std::uint32_t every = UINT32_MAX;
  struct Weight {
    std::uint16_t stance = 0;
    std::int16_t value = 0;  // in thousandths
  };
  [[nodiscard]] const Slot* slot_of(std::uint64_t key) const;
  [[nodiscard]] std::span<const Weight> weights_of(const Slot& slot) const;
  [[nodiscard]] std::span<const std::int16_t> row_of(const Slot& slot) const;
  [[nodiscard]] int weight_of(const Slot& slot, std::uint16_t stance) const;
  void add_shares(const Slot& slot, float value, std::vector<float>& scores) const;
  void add_slot(const Slot& slot);
  [[nodiscard]] Bearing bearing(StemId item) const {
    return item < bearings_.size() ? bearings_[item] : Bearing::none;
  }
  template <class Visit>
  void each_feature(StanceItems items, const Visit& visit) const;

  base::Column<Slot> slots_;  // open addressing: at most three of five are taken
  base::Column<Weight> weights_;
  base::Column<std::int16_t> rows_;  // in thousandths, where most stances have a weight
  base::Column<float> biases_;      // by stance
  base::Column<Bearing> bearings_;  // by stem

  friend class StanceTrainer;
};

// A model, or one in the tail of an image, which is seldom needed and as large as all else of it: it
// is checked when it is first asked for.
class KeptStances {
 public:
  KeptStances();
  explicit KeptStances(StanceModel model);
  // What put() wrote, of so many stances, in constant time.
  KeptStances(base::ImageReader& image, std::size_t stances);
  KeptStances(KeptStances&&) noexcept;
  KeptStances& operator=(KeptStances&&) noexcept;
  ~KeptStances();
  void put(base::ImageWriter& image) const;

  // What gives the model anew where that of the image turns out to be damaged; without it such a
  // model is empty. Before get(); it may be called by any thread.
  void mend_by(std::function<StanceModel()> anew);
  [[nodiscard]] bool empty() const;
  // Linear in the model when one of an image is first asked for. From many threads.
  [[nodiscard]] const StanceModel& get() const;
  // Ends it.
  [[nodiscard]] StanceModel take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace linter::knowledge
