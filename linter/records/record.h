// What the steps of a check hand to each other: a line of JSON each.
//
//   {"galley":1,"kind":"summary","key":"…",<tab>"group":…}
//
// A line stands for itself: it needs no other to be understood, may be shuffled, and is the same
// for the same article on every machine. The tab behind the key makes the line a pair for engines
// that shuffle by what stands before the first tab; for JSON it is space. An engine may write the
// JSON anew: what a record says counts, not how it is spelt. Text may be any bytes (text.h), and
// the last field is a digest of all before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "linter/base/result.h"
#include "linter/checks/check.h"
#include "linter/findings/outcome.h"
#include "linter/suppression/stets.h"
#include "linter/suppression/wordings.h"

namespace linter::records {

inline constexpr std::uint32_t version = 1;

// Bytes of a line that steps read back: none writes a longer one.
inline constexpr std::uint64_t longest_line = 64ULL << 20;

// What a name of an article may have: the folders of a longer one cost too much to look through.
inline constexpr std::size_t longest_name = 4096;  // bytes
inline constexpr std::size_t deepest_name = 1000;  // folders, as on a walk
// What is wrong with a name, what it is and what to do; empty: nothing.
[[nodiscard]] std::string fault_of_name(std::string_view name);

// How many lines there were, and which: the sum of their digests, in no order. Lines are those that
// line_of() makes.
struct Tally {
  std::uint64_t count = 0;
  std::uint64_t sum = 0;

  void add(std::string_view line);
  void add(const Tally& other);
  void remove(const Tally& other);
  bool operator==(const Tally&) const = default;
};

// What an article was read to be, and what belongs to it. Its key is the file.
struct ArticleRecord {
  std::string file;            // as findings name it
  std::string part;            // of the work, that it was scanned in
  std::uint64_t number = 0;    // which of its part it is, from 0
  std::string language;        // empty: it was not checked
  std::uint64_t settings = 0;  // Settings::digest; 0 where it was not checked
  bool asked = true;           // false: it is only read to be compared with others
  std::uint64_t words = 0;
  std::uint64_t bytes = 0;
  Tally findings;   // the lines that belong to it
  Tally summaries;  // likewise
  std::vector<suppression::Stet> stets;
  std::vector<suppression::Use> uses;  // of approved wording
};

// A finding of one article, or between articles. Its key is the file that it stands in.
struct FindingRecord {
  std::string between;       // the key of the summaries that it follows from; empty: of one article
  std::uint64_t number = 0;  // what tells it from others of its article, or of these summaries
  findings::Finding finding;
};

// What an article tells the corpus in one or more places. Its key joins group, check and the
// summaries' own key.
struct SummaryRecord {
  std::string group;           // articles of one group are compared with one another
  std::string language;        // of the article
  std::uint64_t settings = 0;  // likewise
  std::uint64_t number = 0;    // what tells it from others of its article
  // At least one; of one check, key, value and file, with their excerpts.
  std::vector<checks::Summary> summaries;
};
[[nodiscard]] std::string key_of(const SummaryRecord& record);

// What could not be checked. Its key is the file, if there is one.
struct ErrorRecord {
  base::Error error;
  // The part or reconciliation whose input it is about: another one may have a line 2, too. Empty:
  // it is about its file.
  std::string part{};
};

// What articles of one language are judged by where one configuration holds.
struct Settings {
  std::string file;  // one of those articles, the first that was met
  std::string language;
  std::vector<findings::Datum> data;  // sorted

  // Of the data; never 0.
  [[nodiscard]] std::uint64_t digest() const;
};

// What a step was made with. Steps that were made with different things do not belong together.
struct Made {
  std::string version;  // galley's
  std::string today;
  std::vector<findings::Datum> data;
  std::vector<Settings> settings;
};

// The end of a part of the work. Its key is the part's name, "7/16" where it is one of 16; else it
// is named by a digest of its articles, of the lines that were none, and of the part before it, so
// that equal names are equal parts, and a scan is a chain of them.
struct PartRecord {
  std::string part;
  std::string after;  // the part before it; empty: it is the first
  bool last = true;   // no other comes after it
  Tally articles;
  Tally listing;  // the articles that it took its share of; none where it was given its own
  std::vector<std::uint64_t> errors;  // digests of those of their lines that came with it
  Made made;
};

// A key whose summaries were compared, all of them at once.
struct JudgedRecord {
  std::string key;  // theirs
  Tally summaries;
  Tally findings;
};

// The end of a reconciliation. Its key is empty.
struct ReconciledRecord {
  Tally judged;                       // the lines of its keys
  std::vector<std::uint64_t> errors;  // likewise
  Made made;
};

using Record = std::variant<ArticleRecord, FindingRecord, SummaryRecord, ErrorRecord, PartRecord,
                            JudgedRecord, ReconciledRecord>;

// The record's line, without a line end.
[[nodiscard]] std::string line_of(const Record& record);

// bad_value where the line is no record, one of another version, damaged or altered; interrupted
// where it is the beginning of one that was cut off; without file and line. Linear.
[[nodiscard]] base::Result<Record> read_record(std::string_view line);

// Whether the line is written as line_of() does; a look at its beginning and end. If not, line_of()
// what was read from it.
[[nodiscard]] bool is_as_written(std::string_view line);
// Whether such a line is a summary; a look at its beginning.
[[nodiscard]] bool is_summary(std::string_view line);
// Whether such a line, or the beginning of one, is of another kind; likewise.
[[nodiscard]] bool is_no_summary(std::string_view line);
// The beginning of a summary's line, up to the end of its key: equal for equal keys.
[[nodiscard]] std::string_view written_key(std::string_view line);

// A summary's line in two: what its article tells, and whether somebody asked about that.
struct ToldAndAsked {
  std::string_view told;  // equal for one place of one article, asked about or not
  bool asked = true;
};
[[nodiscard]] ToldAndAsked told_and_asked(std::string_view line);

}  // namespace linter::records
