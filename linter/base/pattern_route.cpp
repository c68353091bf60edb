#include "linter/base/pattern_route.h"

#include <algorithm>

#include "linter/base/utf8.h"

namespace linter::base::pattern_engine {
namespace {

constexpr std::size_t most_legs = 2000;
constexpr std::uint32_t most_steps = 20'000;
constexpr std::size_t many = 5;  // ways that are worth a junction
constexpr std::uint32_t nowhere = UINT32_MAX;

AsciiSet either(const AsciiSet& one, const AsciiSet& other) {
  return {one[0] | other[0], one[1] | other[1]};
}

bool has(const AsciiSet& set, unsigned char byte) {
  return ((set[byte >> 6U] >> (byte & 63U)) & 1U) != 0;
}

// The last five bits of each character of a set, as bits.
std::uint32_t endings_of(const AsciiSet& set) {
  const std::uint64_t both = set[0] | set[1];
  return static_cast<std::uint32_t>(both | (both >> 32U));
}

// Thrown inside this file for an expression that is not simple enough.
struct NotSimple {};

// Writes legs from the end to the begin: each part is told what comes behind it.
class RouteWriter {
 public:
  RouteWriter(Route& route, bool ignore_case) : route_(route), ignore_case_(ignore_case) {}

  std::uint32_t add(const Leg& leg) {
    if (route_.legs.size() >= most_legs) throw NotSimple{};
    route_.legs.push_back(leg);
    look_ahead(route_.legs.back());
    return static_cast<std::uint32_t>(route_.legs.size() - 1);
  }

  std::uint32_t write(const Node& node, std::uint32_t next) {
    if (node.group == 0) return write_inner(node, next);
    if (in_repeat_) throw NotSimple{};
    const std::uint32_t slot = 2U * (node.group - 1U);
    const std::uint32_t end = add({.turn = Turn::mark, .next = next, .other = slot + 1});
    return add({.turn = Turn::mark, .next = write_inner(node, end), .other = slot});
  }

 private:
  // Sets what may come next.
  void look_ahead(Leg& leg) const {
    const auto take_over = [&](std::uint32_t number) {
      leg.first = either(leg.first, route_.legs[number].first);
      leg.may_arrive = leg.may_arrive || route_.legs[number].may_arrive;
    };
    leg.may_arrive = leg.turn == Turn::arrive;
    leg.first = leg.set;
    if (leg.turn == Turn::arrive) leg.first.fill(~std::uint64_t{0});
    const bool needs_one = leg.turn == Turn::take || (leg.turn == Turn::run && leg.least > 0);
    if (!needs_one && leg.turn != Turn::arrive) take_over(leg.next);
    if (leg.turn == Turn::fork) take_over(leg.other);
  }

  std::uint32_t write_inner(const Node& node, std::uint32_t next) {
    switch (node.kind) {
      case NodeKind::nothing:
        return next;
      case NodeKind::character:
        return add({.turn = Turn::take, .next = next, .set = node.set});
      case NodeKind::text:
        for (std::size_t i = node.text.size(); i-- > 0;)
          next = add(
              {.turn = Turn::take, .next = next, .set = literal_set(node.text[i], ignore_case_)});
        return next;
      case NodeKind::place:
        return add({.turn = Turn::place, .place = node.place, .next = next});
      case NodeKind::sequence:
        for (std::size_t i = node.children.size(); i-- > 0;) next = write(node.children[i], next);
        return next;
      case NodeKind::alternation:
        return write_alternation(node, next);
      case NodeKind::repeat:
        return write_repeat(node, next);
      case NodeKind::ahead:
        return write_look(node, next);
    }
    return next;
  }

  std::uint32_t write_alternation(const Node& node, std::uint32_t next) {
    std::vector<std::uint32_t> ways;
    for (const Node& child : node.children) ways.push_back(write(child, next));
    const std::uint32_t all = forks(ways);
    if (ways.size() < many) return all;
    Junction junction;
    std::vector<std::uint32_t> some;
    for (std::uint32_t ending = 0; ending < junction.size(); ++ending) {
      some.clear();
      for (const std::uint32_t way : ways) {
        const Leg& leg = route_.legs[way];
        if (((endings_of(leg.first) >> ending) & 1U) != 0) some.push_back(way);
      }
      junction[ending] = some.empty() ? nowhere : forks(some);
    }
    const auto number = static_cast<std::uint32_t>(route_.junctions.size());
    route_.junctions.push_back(junction);
    return add({.turn = Turn::choose, .next = all, .other = number});
  }

  // The ways one after the other.
  std::uint32_t forks(const std::vector<std::uint32_t>& ways) {
    std::uint32_t entry = ways.back();
    for (std::size_t i = ways.size() - 1; i-- > 0;)
      entry = add({.turn = Turn::fork, .next = ways[i], .other = entry});
    return entry;
  }

  std::uint32_t write_look(const Node& node, std::uint32_t next) {
    const Node& inner = node.children.back();
    const std::uint32_t arrival = add({.turn = Turn::arrive});
    return add({.turn = Turn::look,
                .look = node.look,
                .next = next,
                .other = write(inner, arrival),
                .least = static_cast<std::uint32_t>(fixed_length(inner).value_or(0))});
  }

  // The only character of a node.
  static const Node* only_character(const Node& node) {
    if (node.group != 0) return nullptr;
    if (node.kind == NodeKind::character) return &node;
    const bool is_one = node.kind == NodeKind::sequence && node.children.size() == 1;
    return is_one ? only_character(node.children.front()) : nullptr;
  }

  std::uint32_t fork(Greed greed, std::uint32_t more, std::uint32_t enough) {
    const bool is_lazy = greed == Greed::fewest_first;
    return add(
        {.turn = Turn::fork, .next = is_lazy ? enough : more, .other = is_lazy ? more : enough});
  }

  std::uint32_t write_repeat(const Node& node, std::uint32_t next) {
    const Node& child = node.children.front();
    if (node.greed == Greed::most_only) throw NotSimple{};
    if (const Node* one = only_character(child); one != nullptr) {
      return add({.turn = Turn::run,
                  .greed = node.greed,
                  .next = next,
                  .least = node.least,
                  .most = node.most,
                  .set = one->set});
    }
    if (can_be_empty(child)) throw NotSimple{};
    const bool was_in_repeat = in_repeat_;
    in_repeat_ = in_repeat_ || node.most > 1;
    if (node.most == without_end) {
      const std::uint32_t loop = fork(node.greed, next, next);
      route_.legs[loop].may_arrive = true;  // as long as it is not known what comes next
      route_.legs[loop].first.fill(~std::uint64_t{0});
      const std::uint32_t body = write(child, loop);
      Leg& again = route_.legs[loop];
      (node.greed == Greed::fewest_first ? again.other : again.next) = body;
      look_ahead(again);
      next = loop;
    } else {
      const std::uint32_t enough = next;
      for (std::uint32_t i = node.least; i < node.most; ++i)
        next = fork(node.greed, write(child, next), enough);
    }
    for (std::uint32_t i = 0; i < node.least; ++i) next = write(child, next);
    in_repeat_ = was_in_repeat;
    return next;
  }

  Route& route_;
  bool ignore_case_;
  bool in_repeat_ = false;  // what it captures may be captured again
};

bool ends_line(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

std::optional<Route> route_of(std::u32string_view expression, ProgramOptions options) {
  const std::optional<Syntax> syntax = syntax_of(expression, options);
  if (!syntax || !syntax->is_exact) return std::nullopt;
  try {
    Route route{.legs = {}, .junctions = {}, .start = 0, .groups = syntax->groups};
    RouteWriter writer(route, options.ignore_case);
    std::uint32_t end = writer.add({.turn = Turn::arrive});
    if (options.word_bounded)
      end = writer.add({.turn = Turn::place, .place = Place::edge, .next = end});
    route.start = writer.write(syntax->root, end);
    return route;
  } catch (const NotSimple&) {
    return std::nullopt;
  }
}

// Whether the character at a place is one of the set.
bool Walker::takes(const AsciiSet& set, std::uint32_t at) {
  if (at >= text_.size()) return false;
  const auto byte = static_cast<unsigned char>(text_[at]);
  if (byte >= 0x80) {
    is_unknown_ = true;
    return false;
  }
  return has(set, byte);
}

// False where the next character tells that no way on from a leg arrives.
bool Walker::may_go(std::uint32_t leg, std::uint32_t at) const {
  const Leg& one = route_->legs[leg];
  if (at >= text_.size()) return one.may_arrive;
  const auto byte = static_cast<unsigned char>(text_[at]);
  return byte >= 0x80 || has(one.first, byte);
}

// Where a junction leads to.
std::uint32_t Walker::chosen(const Leg& leg, std::uint32_t at) const {
  if (at >= text_.size()) return leg.next;
  const auto byte = static_cast<unsigned char>(text_[at]);
  return byte >= 0x80 ? leg.next : route_->junctions[leg.other][byte % Junction{}.size()];
}

bool Walker::is_word(std::uint32_t at) {
  if (at >= text_.size()) return false;
  const auto byte = static_cast<unsigned char>(text_[at]);
  if (byte >= 0x80) is_unknown_ = true;
  return byte < 0x80 && is_word_character(byte);
}

bool Walker::holds(Place place, std::uint32_t at) {
  const bool is_first = at == 0;
  const bool is_last = at >= text_.size();
  const bool is_middle = !is_first && !is_last && text_[at - 1] == '\r' && text_[at] == '\n';
  switch (place) {
    case Place::anywhere:
      return true;
    case Place::edge:
      return is_first || !is_word(at - 1) || !is_word(at);
    case Place::boundary:
      return (!is_first && is_word(at - 1)) != is_word(at);
    case Place::line_begin:
      if (!is_first && static_cast<unsigned char>(text_[at - 1]) >= 0x80) is_unknown_ = true;
      return is_first || (ends_line(text_[at - 1]) && !is_middle);
    case Place::line_end:
      if (!is_last && static_cast<unsigned char>(text_[at]) >= 0x80) is_unknown_ = true;
      return is_last || (ends_line(text_[at]) && !is_middle);
  }
  return true;
}

// Whether what is looked for is there, or is not, as the leg wants it.
bool Walker::looks(const Leg& leg, std::uint32_t at) {
  const bool is_behind = leg.look == Look::behind || leg.look == Look::not_behind;
  const bool is_wanted = leg.look == Look::ahead || leg.look == Look::behind;
  if (!is_behind) return (may_go(leg.other, at) && walk_from(leg.other, at, true)) == is_wanted;
  const std::string_view before = text_.substr(0, at);
  const std::string_view last = before.substr(at - std::min(at, leg.least));
  if (std::ranges::any_of(last, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    is_unknown_ = true;
  return (last.size() == leg.least && walk_from(leg.other, at - leg.least, true)) == is_wanted;
}

// Goes as far as the run goes at first, and notes where else it might end.
bool Walker::run(std::uint32_t number, std::uint32_t& at) {
  const Leg& leg = route_->legs[number];
  const bool is_lazy = leg.greed == Greed::fewest_first;
  const std::uint32_t begin = at;
  const std::uint32_t wanted = is_lazy ? leg.least : leg.most;
  while (at - begin < wanted && takes(leg.set, at)) ++at;
  left_ -= std::min(left_, at - begin);
  if (is_unknown_ || at - begin < leg.least) return false;
  if (is_lazy) {
    const bool may_go_on = leg.most > leg.least;
    if (may_go_on)
      retreats_.push_back(
          {number, at, begin + std::min(leg.most, no_place - begin), Retreat::Kind::run});
  } else if (at - begin > leg.least) {
    retreats_.push_back({number, at, begin + leg.least, Retreat::Kind::run});
  }
  return true;
}

// Takes the last way that was left, down to `bottom`; false where there is none.
bool Walker::retreat(std::size_t bottom, std::uint32_t& leg, std::uint32_t& at) {
  while (!is_unknown_ && retreats_.size() > bottom) {
    Retreat& last = retreats_.back();
    if (last.kind == Retreat::Kind::slot) {
      slots_[last.leg] = last.at;
      retreats_.pop_back();
      continue;
    }
    if (last.kind == Retreat::Kind::fork) {
      leg = last.leg;
      at = last.at;
      retreats_.pop_back();
      return true;
    }
    const Leg& run = route_->legs[last.leg];
    leg = run.next;
    if (run.greed == Greed::fewest_first) {
      if (last.at >= last.last || !takes(run.set, last.at)) {
        retreats_.pop_back();
        continue;
      }
      at = ++last.at;
    } else {
      at = --last.at;
    }
    if (last.at == last.last) retreats_.pop_back();
    return true;
  }
  return false;
}

bool Walker::walk_from(std::uint32_t leg, std::uint32_t at, bool is_look) {
  const std::size_t bottom = retreats_.size();
  while (true) {
    is_unknown_ = is_unknown_ || left_ == 0;
    left_ -= left_ > 0 ? 1 : 0;
    const Leg& one = route_->legs[leg];
    bool goes_on = !is_unknown_;
    const std::uint32_t number = leg;
    leg = one.next;
    switch (one.turn) {
      case Turn::take:
        goes_on = goes_on && takes(one.set, at);
        ++at;
        break;
      case Turn::run:
        goes_on = goes_on && run(number, at);
        break;
      case Turn::fork:
        if (!may_go(one.next, at)) {
          leg = one.other;
        } else if (may_go(one.other, at)) {
          retreats_.push_back({one.other, at, 0, Retreat::Kind::fork});
        }
        break;
      case Turn::choose:
        leg = chosen(one, at);
        goes_on = goes_on && leg != nowhere;
        break;
      case Turn::mark:
        retreats_.push_back({one.other, slots_[one.other], 0, Retreat::Kind::slot});
        slots_[one.other] = at;
        break;
      case Turn::place:
        goes_on = goes_on && holds(one.place, at);
        break;
      case Turn::look:
        goes_on = goes_on && looks(one, at);
        break;
      case Turn::arrive:
        goes_on = goes_on && (is_look || at > from_);
        if (!goes_on) break;
        end_ = at;
        retreats_.resize(bottom);
        return true;
    }
    if (is_unknown_) goes_on = false;
    if (!goes_on && !retreat(bottom, leg, at)) {
      retreats_.resize(bottom);
      return false;
    }
  }
}

Walker::Outcome Walker::walk(const Route& route, std::string_view text, std::size_t from,
                             std::int64_t& steps) {
  route_ = &route;
  text_ = text;
  from_ = static_cast<std::uint32_t>(from);
  left_ = static_cast<std::uint32_t>(std::clamp<std::int64_t>(steps, 0, most_steps));
  const std::uint32_t granted = left_;
  is_unknown_ = false;
  retreats_.clear();
  slots_.assign(2 * std::size_t{route.groups}, no_place);
  const bool found = walk_from(route.start, from_, false);
  steps -= granted - left_;
  if (is_unknown_) return Outcome::unknown;
  return found ? Outcome::match : Outcome::none;
}

}  // namespace linter::base::pattern_engine
