#include "linter/knowledge/readings.h"

#include <algorithm>
#include <utility>

namespace linter::knowledge {
namespace {

constexpr std::size_t max_readings = 64;
constexpr std::string_view too_many =
    "more than 64 readings: put the longest of its lists under words: and name it as <name>";

using Readings = std::vector<Words>;

// "100%" is "100 percent".
Words words_of(std::string_view atom) {
  if (atom == "%") return {"percent"};
  if (atom.ends_with('%')) return {std::string(atom.substr(0, atom.size() - 1)), "percent"};
  return {std::string(atom)};
}

// Recursive descent over the small phrase grammar.
class PhraseParser {
 public:
  explicit PhraseParser(std::string_view text) : text_(text) {}

  base::Result<Readings> parse() {
    auto readings = alternatives();
    if (readings && at_ < text_.size())
      return fault("a closing parenthesis without an opening one");
    return readings;
  }

 private:
  base::Result<Readings> alternatives() {
    Readings all;
    for (;;) {
      auto one = sequence();
      if (!one) return one;
      all.insert(all.end(), one->begin(), one->end());
      if (all.size() > max_readings) return fault(too_many);
      if (at_ >= text_.size() || text_[at_] != '|') return all;
      ++at_;
    }
  }

  base::Result<Readings> sequence() {
    Readings readings(1);
    while (at_ < text_.size() && text_[at_] != ')' && text_[at_] != '|') {
      Readings part;
      if (text_[at_] == ' ' || text_[at_] == '-') {
        ++at_;
        continue;
      }
      if (text_[at_] == '(') {
        ++at_;
        auto inner = alternatives();
        if (!inner) return inner;
        if (at_ >= text_.size() || text_[at_] != ')')
          return fault("an opening parenthesis that is not closed");
        ++at_;
        part = std::move(*inner);
        if (at_ < text_.size() && text_[at_] == '?') {
          ++at_;
          part.emplace_back();
        }
      } else {
        const std::size_t begin = at_;
        if (text_[at_] == '<') {
          at_ = text_.find('>', at_);
          if (at_ == std::string_view::npos) return fault("a bracket that is not closed");
          part.push_back({std::string(text_.substr(begin, ++at_ - begin))});
        } else {
          at_ = std::min(text_.find_first_of(" -()|", at_), text_.size());
          part.push_back(words_of(text_.substr(begin, at_ - begin)));
        }
      }
      if (readings.size() * part.size() > max_readings) return fault(too_many);
      readings = product(readings, part);
    }
    return readings;
  }

  static Readings product(const Readings& left, const Readings& right) {
    Readings all;
    all.reserve(left.size() * right.size());
    for (const Words& head : left) {
      for (const Words& tail : right) {
        all.push_back(head);
        all.back().insert(all.back().end(), tail.begin(), tail.end());
      }
    }
    return all;
  }

  [[nodiscard]] std::unexpected<base::Error> fault(std::string_view what) const {
    return base::fail(base::ErrorCode::bad_value,
                      "the phrase \"" + std::string(text_) + "\" has " + std::string(what));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string_view set_named(std::string_view word) {
  if (word.size() < 2 || word.front() != '<' || word.back() != '>') return {};
  return word.substr(1, word.size() - 2);
}

base::Result<std::vector<Words>> readings_of(std::string_view wording) {
  return PhraseParser(wording).parse();
}

}  // namespace linter::knowledge
