// An article that is written into: what is put there reads as it was meant, and nothing else of the
// article reads otherwise than before.
//
// Text is escaped for the place that it goes to (front matter, HTML, attributes, Markdown, table
// cells), and the article is read again with it: what does not come out as meant is refused.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/fixes/decisions.h"
#include "linter/fixes/fixes.h"
#include "linter/fixes/stet_places.h"
#include "linter/prose/formats.h"

namespace linter::fixes {

// How an article is read: as the check read it.
struct Reading {
  const prose::Format* format = nullptr;  // of text, no container
  prose::ReadOptions options;
};

// A fix or a decision that was not carried out, and why, as a clause: "the file changed since".
struct Refused {
  std::size_t number = 0;  // of those that were asked for
  std::string why;
};

struct Writing {
  std::vector<Fix> fixes;  // sorted, fitting the bytes
  std::vector<Refused> refused;
  std::size_t stets = 0;  // that the fixes put in
};

// A comment that lets one finding stand.
struct NarrowStet {
  std::vector<Fix> fixes;  // sorted; empty: refused
  base::Span covers;       // of the bytes as they are: what else of the rule stands with it
  std::string refused;
};

// What a reader reads, and the words of it that something is said of.
struct Passage {
  std::string text;
  base::Span words;
};

// Whether two readings have the same blocks and the same things set in them.
[[nodiscard]] bool same_shape(const prose::Article& a, const prose::Article& b);

class Manuscript {
 public:
  Manuscript(std::string file, std::string bytes, Reading reading);

  // The text of fixes, made fit for their places. Refused are those whose words are no longer
  // there, that overlap one before them, or with which the article would read otherwise than meant.
  // The article is read once where none is refused or needs another form, else some 20 times for
  // each of these.
  [[nodiscard]] Writing replacements(std::span<const Fix> wanted) const;

  // Comments with which findings stand, each of them read back: above the block, in HTML inside it;
  // for findings in front matter entries of `galley: stet:`, which hold for the article. One is
  // enough for the same rule where it covers several, and gives the reasons of all.
  [[nodiscard]] Writing stets(std::span<const Stands> stands) const;

  // The comment that covers the least beside the finding: its words alone where the format has a
  // form for that, else its block; in front matter the article.
  [[nodiscard]] NarrowStet narrowest_stet(const Stands& stands) const;

  // What a reader reads around a place, cut at words to some 300 bytes; empty where nobody reads
  // anything there.
  [[nodiscard]] Passage passage(base::Span span) const;

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  struct Region {  // of the view, that something else will stand in
    base::Span view;
    std::string text;  // as the view shows it
  };
  struct Replacement {
    std::vector<Fix> forms;  // of one fix, the plainest first
    Region region;
    std::string right;
    std::size_t number = 0;
  };
  struct PutIn {
    std::vector<Fix> fixes;
    std::vector<Region> regions;
    std::vector<Refused> refused;
  };
  struct Read {
    source::Source source;
    prose::Article article;
  };

  [[nodiscard]] std::optional<Read> read(std::string bytes) const;
  [[nodiscard]] std::optional<base::Span> view_of(base::Span source) const;
  [[nodiscard]] std::vector<std::optional<base::Span>> views_of(
      std::span<const base::Span> sources) const;
  [[nodiscard]] bool reads_as(std::span<const Fix> fixes, std::vector<Region> regions) const;
  void put_in(std::span<const Replacement> some, PutIn& placed) const;
  [[nodiscard]] std::vector<Fix> forms_of(const Fix& wanted) const;
  // What the stet of that rule covers once it is put in, in the bytes as they are; nothing where
  // the article reads otherwise then, or the stet does not cover the offset.
  [[nodiscard]] std::optional<base::Span> covered(std::span<const Fix> stet, std::string_view rule,
                                                  std::uint32_t offset) const;
  [[nodiscard]] bool in_front_matter(base::Span span) const;
  [[nodiscard]] std::uint32_t text_begin() const;
  [[nodiscard]] std::string said(const Stands& stands) const;
  // A comment that holds for a finding, and what it covers.
  struct Placed {
    StetComments comments;
    base::Span covers;
  };
  [[nodiscard]] std::optional<Placed> stet_for(const Stands& one) const;
  // As stets(); `held` says for each finding which one's comment holds for it.
  [[nodiscard]] Writing stets(std::span<const Stands> stands, std::vector<std::size_t>& held) const;

  std::string file_;
  std::string bytes_;
  Reading reading_;
  prose::Article article_;
  bool readable_ = false;
};

}  // namespace linter::fixes
