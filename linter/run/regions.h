// Where two versions of a text differ, in whole paragraphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/repository/git.h"

namespace linter::run {

// A region is a stretch of lines in both versions, from blank line to blank line around what was
// replaced: a sentence that goes over several lines has changed as a whole where one of them has.
class Regions {
 public:
  static constexpr std::uint32_t outside = UINT32_MAX;

  // `hunks` are the lines that make `after` of `before`, in order.
  Regions(std::string_view before, std::string_view after,
          const std::vector<repository::Hunk>& hunks);

  // The region that a line (from 1) is in, or `outside`. O(log).
  [[nodiscard]] std::uint32_t of_old(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t of_new(std::uint32_t line) const;

 private:
  struct Lines {
    std::uint32_t begin;
    std::uint32_t end;  // exclusive
  };
  [[nodiscard]] static std::uint32_t find(const std::vector<Lines>& lines, std::uint32_t line);

  std::vector<Lines> old_;  // by region, ascending
  std::vector<Lines> new_;
};

}  // namespace linter::run
