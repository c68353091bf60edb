// Why two statements, each named by a place, do or do not clash.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/assertions/compare.h"
#include "linter/base/json.h"
#include "linter/commands/places.h"
#include "linter/run/read_assertions.h"

namespace linter::commands {

// Whether a place in `file` is that of a fact: in a pack, not in an article.
[[nodiscard]] bool names_fact(std::string_view file);

// Listens to articles until both places are met. A place may also be in a fact, as findings name
// it. Of several statements at the places those are told of that are at odds most; of equals those
// whose concept is pointed at.
class Explanation {
 public:
  // A place, and the absolute path of its file.
  struct Side {
    Place place;
    std::string path;
  };
  Explanation(Side first, Side second);

  // As run::TellAssertions.
  bool tell(const run::AssertingArticle& article);

  // What was wrong with the places: no statement there (with the nearest ones), no such fact. Empty
  // until every article has been told.
  [[nodiscard]] std::vector<base::Error> errors() const;

  // For people, and for programs; empty when there are errors.
  [[nodiscard]] std::string text() const { return text_; }
  [[nodiscard]] const base::Json& json() const { return json_; }

 private:
  // One of the statements at a place; what is printed of it is made while its article is at hand.
  struct Candidate {
    assertions::Claim claim;
    std::string text;
    base::Json json;
    bool pointed = false;   // the place is in what says the concept
    base::Span sentence{};  // of the view; empty for a fact
  };
  struct Met {
    Side side;
    bool seen = false;  // its article was told, or the fact was found
    std::string group;
    const knowledge::Knowledge* knowledge = nullptr;
    std::vector<Candidate> candidates;
    std::string nearest;  // what stands near the place, when there are no candidates
    source::Position nearest_fact{};
  };

  static void look(Met& met, const run::AssertingArticle& article);
  static void look_at_facts(Met& met, const run::AssertingArticle& article);
  void compare();
  void show(const Candidate& first, const Candidate& second,
            const assertions::Comparison& comparison,
            const std::vector<assertions::Reason>& reasons);

  std::array<Met, 2> met_;
  std::string text_;
  base::Json json_;
};

}  // namespace linter::commands
