// The parts of a check that was done in steps: whether all of each is there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/records/record.h"

namespace linter::run {

// Not thread-safe. A bit an article.
class Parts {
 public:
  // bad_value where no part has so many articles.
  [[nodiscard]] base::Result<void> add(const records::ArticleRecord& article,
                                       std::string_view line);
  void add(const records::PartRecord& end);

  // What is missing, cut off, or there in two versions.
  [[nodiscard]] std::vector<base::Error> errors() const;

 private:
  struct Part {
    std::vector<bool> met;  // by number
    records::Tally articles;
    std::optional<records::Tally> end;
    bool two_ends = false;
  };
  void add_missing(std::vector<base::Error>& errors) const;

  std::map<std::string, Part> parts_;
};

// What the steps were made with: whether it was the same.
class MadeWith {
 public:
  void add(const records::Made& made);

  [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_; }
  [[nodiscard]] const std::optional<std::string>& today() const { return today_; }
  [[nodiscard]] std::vector<findings::Datum> data() const;

 private:
  void refuse(const std::string& what);

  std::optional<std::string> version_;
  std::optional<std::string> today_;
  std::map<std::string, std::string> data_;
  std::vector<base::Error> errors_;
};

}  // namespace linter::run
