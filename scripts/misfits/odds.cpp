#include "scripts/misfits/odds.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <ranges>
#include <set>
#include <stdexcept>

namespace misfits {
namespace {

constexpr int least_figure = -32;
constexpr int most_figure = 31;
constexpr int slight = 3;                // what is below zero counts an eighth
constexpr int steps_of_one = 4;          // steps of the curve for one of log-odds
constexpr double calibrated_for = 7e-5;  // of the right words, before the odds of pairs are lowered
constexpr std::uint32_t meant_often = 40;
constexpr std::uint32_t everywhere = 150000;  // a word so frequent is seldom another's slip
constexpr int less_for_everywhere = 12;
constexpr std::uint32_t frequent_written = 9000;      // and how frequent what is meant may be then:
constexpr std::uint32_t too_frequent_meant = 200000;  // stand_ins.tsv judges such pairs
constexpr int more_for_confused = 40;
constexpr int more_for_rare = 24;  // of too few places in the texts to say that it is too much, in the field
constexpr std::uint32_t too_few_places = 1000;
constexpr std::size_t most_choices_kept = 20;
constexpr std::size_t most_of_article = 60000;  // of a whole book a part is enough

enum Feature : std::size_t {
  how_frequent_written,
  how_frequent_meant,
  slip,
  first_letter,
  length,
  inflection,
  same_sound,
  near_written,
  near_meant,
  features,
};
constexpr std::size_t feature_values = 16;
using FeatureValues = std::array<std::uint8_t, features>;

// One place with the likeliest other word, right as it stands or not.
struct Case {
  FeatureValues values{};
  int apart = 0;  // in steps of the curve
  bool wrong = false;
  bool in_field = false;
  Id written = nothing;
  std::size_t choice = 0;
};

int log2_of(std::uint32_t count) {
  int log = 0;
  for (; count != 0; count >>= 1U) ++log;
  return log;
}

std::uint8_t value(int number) {
  return static_cast<std::uint8_t>(std::clamp(number, 0, static_cast<int>(feature_values) - 1));
}

// The figure that all but a few parts in a thousand are below: it becomes the most that is written.
float scale_of(std::vector<float> sizes, double share) {
  const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size()) * share);
  std::ranges::nth_element(sizes, sizes.begin() + at);
  return std::max(sizes[static_cast<std::size_t>(at)], 1e-6F) / most_figure;
}

std::int8_t figure(float value, float scale) {
  return static_cast<std::int8_t>(
      std::clamp(static_cast<int>(std::lround(value / scale)), least_figure, most_figure));
}

class Judge {
 public:
  Judge(const Texts& texts, const std::vector<std::vector<Like>>& likes, const Figures& figures,
        const Pairs& right, const Pairs& confused)
      : texts_(texts), words_(texts.vocabulary), likes_(likes), figures_(figures) {
    const std::set<std::pair<std::string, std::string>> both(right.begin(), right.end());
    odds_.choices.resize(words_.words.size());
    for (const std::uint32_t count : words_.of_field) of_field_ += count;
    for (const std::uint32_t count : words_.elsewhere) elsewhere_ += count;
    for (Id written = first_word; written < words_.words.size(); ++written) {
      if (!words_.known[written] || words_.words[written].size() < 2) continue;
      for (const Like& like : likes_[written])
        if (may_be_meant(written, like) &&
            !both.contains({words_.words[written], words_.words[like.word]}))
          odds_.choices[written].push_back({.meant = like.word, .likeness = like.likeness});
    }
    for (const auto& pair : confused)
      if (!both.contains(pair)) add_confused(pair.first, pair.second);
  }

  Odds run() {
    constexpr std::uint32_t rate = 12;
    regress(cases(rate));
    chosen_by_odds_ = true;
    const double least = std::min(limit(cases(rate), calibrated_for),
                                  static_cast<double>(odds_.least_warning) - 6);
    weigh_field();
    calibrate(least);
    choose_words_of_field();
    prune(least);
    tell(cases(rate));
    lower_frequent();
    return std::move(odds_);
  }

 private:
  [[nodiscard]] bool may_be_meant(Id written, const Like& like) const {
    const std::uint32_t here = words_.counts[written];
    const std::uint32_t there = words_.counts[like.word];
    if (!words_.known[like.word] || there < meant_often || words_.words[like.word].size() < 2)
      return false;
    if (there * 200ULL < here && there < 2000) return false;
    if (like.likeness == Likeness::two_slips && (there < 1500 || here == 0)) return false;
    if (here == 0 && there < 200) return false;
    return !are_forms(written, like.word);
  }

  void add_confused(const std::string& written, const std::string& meant) {
    const Id from = words_.id_of(written);
    const Id to = words_.id_of(meant);
    if (from < first_word || to < first_word || !words_.known[from] || !words_.known[to] ||
        words_.counts[to] < meant_often || written.size() < 2 || meant.size() < 2) {
      return;
    }
    auto& choices = odds_.choices[from];
    const auto found = std::ranges::find(choices, to, &Choice::meant);
    if (found != choices.end()) found->confused = true;
    else choices.push_back({.meant = to, .confused = true});
  }

  [[nodiscard]] bool are_forms(Id a, Id b) const {
    const int form = inflection_between(words_.words[a], words_.words[b]);
    return form == 1 || form == 5 || are_dialects(words_.words[a], words_.words[b]);
  }

  [[nodiscard]] FeatureValues values_of(Id written, Id meant) const {
    const std::string& a = words_.words[written];
    const std::string& b = words_.words[meant];
    const int slips = kind_of_slip(a, b);
    FeatureValues values{};
    values[how_frequent_written] = value(log2_of(words_.counts[written]));
    values[how_frequent_meant] = value(log2_of(words_.counts[meant]) - 4);
    values[slip] = value(slips);
    values[first_letter] = value(a.front() == b.front() ? 0 : a.size() <= 4 ? 1 : 2);
    values[length] = value(std::min(static_cast<int>(a.size()), 12));
    values[inflection] = value(inflection_between(a, b));
    values[same_sound] = value(kind_of_slip(a, b) == 9 ? 1 : 0);
    return values;
  }

  // A word in running text, as galley looks at them.
  [[nodiscard]] static bool is_running(std::span<const Place> paragraph, std::size_t at) {
    const Id left = at > 0 ? paragraph[at - 1].id : nothing;
    const Id right = at + 1 < paragraph.size() ? paragraph[at + 1].id : nothing;
    const auto is_mark = [](Id id) { return id < other && id != number; };
    if (left == hyphen || right == hyphen || (is_mark(left) && is_mark(right))) return false;
    return !paragraph[at].capital || left == nothing || left == stop;
  }

  // The likeliest other word; none where none fits better.
  bool best(Id written, const std::array<int, width>& hidden, bool in_field, Case& found) const {
    const int own = figures_.fit_of(written, hidden);
    double most = -1e9;
    const auto& choices = odds_.choices[written];
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const double apart = (figures_.fit_of(choices[i].meant, hidden) - own) * figures_.unit;
      const int step = std::clamp(static_cast<int>(apart * steps_of_one), 0, int{curve_steps} - 1);
      const double rough = choices[i].likeness == Likeness::two_slips ? 1.5 : 0;
      const double odds = !chosen_by_odds_ ? apart - rough
                          : apart <= 0     ? -1e8
                                           : odds_.curve[static_cast<std::size_t>(step)] +
                                             choices[i].odds +
                                             (in_field ? choices[i].in_field : 0) + apart * 1e-3;
      if (odds <= most) continue;
      most = odds;
      found.apart = step;
      found.choice = i;
    }
    found.written = written;
    found.in_field = in_field;
    return most > -1e7;
  }

  // Calls use(paragraph, at, times) for each word of running text.
  template <class Use>
  void for_each_word(const Article& article, Use use) const {
    for (const Paragraph& one : article.paragraphs) {
      const auto paragraph = std::span(texts_.places).subspan(one.begin, one.end - one.begin);
      for (std::size_t at = 0; at < paragraph.size(); ++at)
        if (paragraph[at].id >= first_word) use(paragraph, at, one.times);
    }
  }

  // How often each word stands in an article.
  using Counts = std::map<Id, int>;
  [[nodiscard]] Counts counts_of(const Article& article) const {
    Counts counts;
    for_each_word(article, [&](auto paragraph, std::size_t at, auto) { ++counts[paragraph[at].id]; });
    return counts;
  }
  // What the article says of the words of a case, but for the place where `meant` stands.
  void set_nearby(Case& one, Id meant, const Counts& near) const {
    const auto times = [&](Id id) {
      const auto entry = near.find(id);
      return entry == near.end() ? 0 : entry->second - (id == meant ? 1 : 0);
    };
    const int found = times(odds_.choices[one.written][one.choice].meant);
    one.values[near_written] =
        value(std::min(times(one.written), static_cast<int>(times_written) - 1));
    one.values[near_meant] = value(found > 8 ? 5 : std::min(found, 4));
  }

  // Of the texts that were kept apart; in one of `rate` places another word is put.
  std::vector<Case> cases(std::uint32_t rate) {
    std::mt19937 chance(5);
    std::vector<Case> cases;
    put_wrong_ = 0;
    words_seen_ = 0;
    for (const Article& article : texts_.kept) {
      const Counts near = counts_of(article);
      const bool in_field = chosen_by_odds_ && article.of_field;
      std::size_t seen = 0;
      for_each_word(article, [&](auto paragraph, std::size_t at, std::uint32_t times) {
        if (++seen > most_of_article || times == 0) return;
        const Id word = paragraph[at].id;
        words_seen_ += times;
        const bool put =
            chance() % rate == 0 && words_.counts[word] >= meant_often && words_.known[word];
        if ((odds_.choices[word].empty() && !put) || !is_running(paragraph, at)) return;
        const auto hidden = figures_.hidden(Neighbors(words_, paragraph, at));
        if (const auto one = look(word, word, hidden, near, in_field)) cases.insert(cases.end(), times, *one);
        if (!put) return;
        const Id other = another(word, chance);
        if (other == nothing) return;
        put_wrong_ += times;
        if (const auto one = look(other, word, hidden, near, in_field)) cases.insert(cases.end(), times, *one);
      });
    }
    return cases;
  }

  // What another word in the place of one that is meant looks like; nothing where it fits.
  std::optional<Case> look(Id written, Id meant, const std::array<int, width>& hidden,
                           const Counts& near, bool in_field) const {
    Case one;
    if (!best(written, hidden, in_field, one) || one.apart < steps_of_one) return std::nullopt;
    const Id found = odds_.choices[written][one.choice].meant;
    one.wrong = written != meant;
    if (one.wrong && found != meant) return std::nullopt;
    one.values = values_of(written, found);
    set_nearby(one, meant, near);
    return one;
  }

  // A word that may be written for this one; more frequent ones are likelier.
  Id another(Id word, std::mt19937& chance) const {
    std::vector<double> sums;
    double sum = 0;
    for (const Like& like : likes_[word]) {
      const bool fits = words_.known[like.word] && words_.words[like.word].size() > 1 &&
                        !are_forms(like.word, word);
      const double share = like.likeness == Likeness::two_slips ? 0.15 : 1;
      sum += fits ? share * std::pow(words_.counts[like.word] + 1.0, 0.25) : 0;
      sums.push_back(sum);
    }
    if (sum <= 0) return nothing;
    const double at = sum * static_cast<double>(chance() >> 8U) / static_cast<double>(1U << 24U);
    const auto found = std::ranges::upper_bound(sums, at);
    return found == sums.end() ? Id{nothing}
                               : likes_[word][static_cast<std::size_t>(found - sums.begin())].word;
  }

  using Knots = std::array<double, 5>;
  static Knots knots_at(int apart) {
    const double x = static_cast<double>(apart) / steps_of_one;
    return {x, std::max(0.0, x - 3), std::max(0.0, x - 6), std::max(0.0, x - 9),
            std::max(0.0, x - 12)};
  }

  void regress(std::vector<Case> cases) {
    std::array<std::array<double, feature_values>, features> weights{};
    std::array<std::array<double, feature_values>, features> steps{};
    for (auto& row : steps) row.fill(1);
    Knots slopes{};
    Knots slope_steps{1, 1, 1, 1, 1};
    double start = 0;
    double start_steps = 1;
    std::mt19937 chance(3);
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = cases.size(); i > 1; --i) std::swap(cases[i - 1], cases[chance() % i]);
      for (const Case& one : cases) {
        const Knots knots = knots_at(one.apart);
        double sum = start;
        for (std::size_t i = 0; i < knots.size(); ++i) sum += slopes[i] * knots[i];
        for (std::size_t i = 0; i < features; ++i) sum += weights[i][one.values[i]];
        const double miss = (one.wrong ? 1 : 0) - 1 / (1 + std::exp(-sum));
        for (std::size_t i = 0; i < knots.size(); ++i) {
          const double ask = miss * knots[i];
          slope_steps[i] += ask * ask;
          slopes[i] += 0.1 * ask / std::sqrt(slope_steps[i]);
        }
        start_steps += miss * miss;
        start += 0.1 * miss / std::sqrt(start_steps);
        for (std::size_t i = 0; i < features; ++i) {
          double& weight = weights[i][one.values[i]];
          double& seen = steps[i][one.values[i]];
          seen += miss * miss;
          weight += 0.2 * (miss - 1e-4 * weight) / std::sqrt(seen);
        }
      }
    }
    const auto sixteenths = [](double odds) {
      return static_cast<int>(std::lround(of_odds * odds));
    };
    for (std::size_t step = 0; step < curve_steps; ++step) {
      const Knots knots = knots_at(static_cast<int>(step));
      double sum = 0;
      for (std::size_t i = 0; i < knots.size(); ++i) sum += slopes[i] * knots[i];
      odds_.curve[step] = std::max(step > 0 ? odds_.curve[step - 1] : 0, sixteenths(sum));
    }
    for (std::size_t i = 0; i < times_written; ++i)
      odds_.written[i] = sixteenths(weights[near_written][i]);
    for (std::size_t i = 0; i < times_meant; ++i)
      odds_.meant[i] = sixteenths(weights[near_meant][i]);
    for (Id written = first_word; written < odds_.choices.size(); ++written) {
      for (Choice& choice : odds_.choices[written]) {
        const FeatureValues values = values_of(written, choice.meant);
        double sum = start;
        for (std::size_t i = 0; i < near_written; ++i) sum += weights[i][values[i]];
        choice.odds = sixteenths(sum);
        if (words_.counts[choice.meant] > everywhere) choice.odds -= less_for_everywhere;
        if (choice.confused && !is_rare(written)) choice.odds += more_for_confused;
      }
    }
  }

  [[nodiscard]] int odds_of_case(const Case& one) const {
    return odds_.curve[static_cast<std::size_t>(one.apart)] +
           odds_.choices[one.written][one.choice].odds +
           (one.in_field ? odds_.choices[one.written][one.choice].in_field : 0) +
           odds_.written[one.values[near_written]] + odds_.meant[one.values[near_meant]];
  }

  // The odds that so large a share of the words that are right has, or more.
  [[nodiscard]] double limit(const std::vector<Case>& seen, double share) const {
    std::vector<int> odds;
    for (const Case& one : seen)
      if (!one.wrong) odds.push_back(odds_of_case(one));
    std::ranges::sort(odds, std::ranges::greater());
    const auto at = static_cast<std::size_t>(static_cast<double>(words_seen_) * share);
    return odds.empty() ? of_odds : odds[std::min(at, odds.size() - 1)];
  }

  // Lowers the odds of pairs until the texts stay unmentioned: those of the field with what is added
  // there, then all others.
  void calibrate(double least) {
    calibrate(least, true);
    calibrate(least, false);
  }

  void calibrate(double least, bool in_field) {
    constexpr std::size_t handful = 5;
    constexpr std::size_t most = 40;
    constexpr double share = 0.001;
    constexpr std::size_t most_of_short = 2000;  // words
    std::map<std::pair<Id, std::size_t>, std::vector<int>> told;
    for (const Article& article : texts_.fitted) {
      if (in_field && !article.of_field) continue;
      const Counts near = counts_of(article);
      const bool is_short = near.size() < most_of_short;  // of a book a part is near
      for_each_word(article, [&](auto paragraph, std::size_t at, std::uint32_t times) {
        const Id word = paragraph[at].id;
        if (odds_.choices[word].empty() || !is_running(paragraph, at)) return;
        Case one;
        if (!best(word, figures_.hidden(Neighbors(words_, paragraph, at)), in_field, one)) return;
        one.values[near_meant] = 1;
        if (is_short) set_nearby(one, word, near);
        const int odds = odds_of_case(one);
        if (odds <= least - of_odds) return;
        std::vector<int>& all = told[{word, one.choice}];
        all.insert(all.end(), in_field ? 1 : times, odds);
      });
    }
    for (auto& [pair, odds] : told) {
      Choice& choice = odds_.choices[pair.first][pair.second];
      const auto allowed =
          in_field          ? std::size_t{0}
          : choice.confused ? std::size_t{1}
                            : std::clamp(static_cast<std::size_t>(share * words_.counts[pair.first]),
                                         handful, most);
      std::ranges::sort(odds, std::ranges::greater());
      if (odds.size() <= allowed || odds[allowed] <= least) continue;
      const int less = odds[allowed] - static_cast<int>(least) + 5;
      (in_field ? choice.in_field : choice.odds) -= less;
    }
  }

  // What the field makes of a pair: how much likelier the word that is meant is there than elsewhere,
  // against the one that is written. A part of that, as what stands around says it, too.
  void weigh_field() {
    constexpr double share = 0.6;
    constexpr int most = 48;
    constexpr int least = 4;
    for (Id written = first_word; written < odds_.choices.size(); ++written) {
      for (Choice& choice : odds_.choices[written]) {
        const double more = log_ratio(choice.meant) - log_ratio(written);
        choice.in_field = std::clamp(static_cast<int>(of_odds * share * more), -most, most);
        if (std::abs(choice.in_field) < least) choice.in_field = 0;
        if (choice.confused && is_rare(written)) choice.in_field += more_for_rare;
      }
    }
  }

  [[nodiscard]] bool is_rare(Id word) const { return words_.counts[word] < too_few_places; }

  // How much likelier a word is in the field than elsewhere.
  [[nodiscard]] double log_ratio(Id word) const {
    const double expected = words_.elsewhere[word] * of_field_ / std::max(elsewhere_, 1.0);
    return std::log((words_.of_field[word] + 1) / (expected + 1));
  }

  // The words that are told of most: frequent there, and hardly anywhere else.
  void choose_words_of_field() {
    constexpr std::uint32_t often = 60;
    constexpr double much = 1.5;
    constexpr std::size_t most = 400;
    std::vector<std::pair<double, Id>> words;
    for (Id word = first_word; word < words_.words.size(); ++word) {
      if (words_.of_field[word] >= often && log_ratio(word) > much && words_.known[word] &&
          words_.words[word].size() > 2) {
        words.emplace_back(-log_ratio(word) * words_.of_field[word], word);
      }
    }
    std::ranges::sort(words);
    for (const auto& [rank, word] : words | std::views::take(most)) odds_.of_field.push_back(word);
  }

  // A word so frequent is seldom a slip itself.
  void lower_frequent() {
    for (Id written = first_word; written < odds_.choices.size(); ++written) {
      if (words_.counts[written] <= frequent_written) continue;
      auto& choices = odds_.choices[written];
      std::erase_if(choices, [&](const Choice& one) {
        return !one.confused && words_.counts[one.meant] > too_frequent_meant;
      });
      for (Choice& choice : choices)
        if (!choice.confused) choice.odds -= less_for_everywhere;
    }
  }

  // How many of the words that are right, and of those put in the place of others, are told from
  // which odds on: what @least is chosen by.
  void tell(const std::vector<Case>& seen) const {
    for (const double share : {1e-5, 2e-5, 4e-5, 6e-5, 1e-4, 2e-4}) {
      const double from = limit(seen, share);
      const auto found = std::ranges::count_if(
          seen, [&](const Case& one) { return one.wrong && odds_of_case(one) > from; });
      std::cerr << "from odds of " << from << " on: " << share << " of the right words, " << found
                << " of " << put_wrong_ << " wrong ones\n";
    }
  }

  // Leaves what can be told at all, and of that the likeliest.
  void prune(double least) {
    const int most = odds_.curve.back() + *std::ranges::max_element(odds_.written) +
                     *std::ranges::max_element(odds_.meant);
    const auto worth = [&](const Choice& one) {
      return one.odds + std::max(one.in_field, 0) + 2 * log2_of(words_.counts[one.meant]);
    };
    for (auto& choices : odds_.choices) {
      std::erase_if(choices, [&](const Choice& one) {
        return most + one.odds + std::max(one.in_field, 0) < least;
      });
      std::ranges::stable_sort(choices, std::ranges::greater(), worth);
      if (choices.size() > most_choices_kept) choices.resize(most_choices_kept);
    }
  }

  const Texts& texts_;
  const Vocabulary& words_;
  const std::vector<std::vector<Like>>& likes_;
  const Figures& figures_;
  Odds odds_;
  double of_field_ = 0;  // words
  double elsewhere_ = 0;
  bool chosen_by_odds_ = false;
  std::size_t put_wrong_ = 0;
  std::size_t words_seen_ = 0;
};

}  // namespace

Figures::Figures(const Fit& fit) {
  constexpr float of_topic = 0.5F;  // what stands farther away counts half
  const auto weight = [](std::size_t slot) { return slot == topic ? of_topic : 1; };
  std::vector<float> sizes;
  for (std::size_t slot = 0; slot < slots; ++slot)
    for (std::size_t i = 0; i < fit.rows[slot].size(); i += 7)
      sizes.push_back(std::abs(fit.rows[slot][i]) * weight(slot));
  const float row_scale = scale_of(std::move(sizes), 0.997);
  for (std::size_t slot = 0; slot < slots; ++slot)
    for (const float one : fit.rows[slot])
      rows[slot].push_back(figure(one * weight(slot), row_scale));
  for (std::size_t i = 0; i < width; ++i)
    start[i] = static_cast<int>(std::lround(fit.start[i] / row_scale));
  sizes.clear();
  const std::size_t frequent = std::min(fit.fits.size(), std::size_t{40000} * width);
  for (std::size_t i = 0; i < frequent; i += 5) sizes.push_back(std::abs(fit.fits[i]));
  const float fit_scale = scale_of(std::move(sizes), 0.998);
  for (const float one : fit.fits) fits.push_back(figure(one, fit_scale));
  unit = static_cast<double>(row_scale) * static_cast<double>(fit_scale);
  for (const float one : fit.biases) biases.push_back(static_cast<int>(std::lround(one / unit)));
}

std::array<int, width> Figures::hidden(const Neighbors& neighbors) const {
  std::array<int, width> sum = start;
  for (const Neighbor& one : neighbors) {
    const std::int8_t* const row = &rows[one.slot][one.row * width];
    for (std::size_t i = 0; i < width; ++i) sum[i] += row[i];
  }
  for (int& one : sum) one = one > 0 ? one : one >> slight;
  return sum;
}

int Figures::fit_of(Id word, const std::array<int, width>& hidden) const {
  const std::int8_t* const own = &fits[word * width];
  int sum = biases[word];
  for (std::size_t i = 0; i < width; ++i) sum += own[i] * hidden[i];
  return sum;
}

Pairs read_pairs(const std::filesystem::path& file) {
  Pairs pairs;
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (!line.starts_with('#') && tab != std::string::npos)
      pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return pairs;
}

// "loose|lose>lose|loose": each with its own.
Pairs read_confused(const std::filesystem::path& file) {
  Pairs pairs;
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  const auto words_of = [](std::string_view text) {
    std::vector<std::string> words;
    for (const auto part : std::views::split(text, '|')) words.emplace_back(part.begin(), part.end());
    return words;
  };
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || line.starts_with('@') || tab == std::string::npos) continue;
    const std::string pair = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const std::size_t arrow = pair.find('>');
    if (arrow == std::string::npos) continue;
    const auto wrong = words_of(std::string_view(pair).substr(0, arrow));
    const auto meant = words_of(std::string_view(pair).substr(arrow + 1));
    for (std::size_t i = 0; i < wrong.size() && i < meant.size(); ++i)
      if (!wrong[i].contains(' ') && !meant[i].contains(' ')) pairs.emplace_back(wrong[i], meant[i]);
  }
  return pairs;
}

Odds odds_of(const Texts& texts, const std::vector<std::vector<Like>>& likes,
             const Figures& figures, const Pairs& right, const Pairs& confused) {
  return Judge(texts, likes, figures, right, confused).run();
}

}  // namespace misfits
