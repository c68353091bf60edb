// Runs over trees in memory with a small pack of their own.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "linter/run/check_run.h"
#include "tests/support/build.h"

namespace linter::run {

using Tree = std::map<std::string, std::string>;

// The build's: its word sets are read from the disk, packs from the tree in memory.
inline const std::string data_folder = tests::build_folder() + "/data";

// A pack "house" in the data folder: very (warning), never-say (error), greeting (consistency
// of "hello" and "howdy" across the corpus).
inline Tree with_house_pack(Tree tree) {
  tree[data_folder + "/policies/house/pack.yaml"] =
      "pack: house\nversion: 1\nabout: Rules for tests.\nlicence: MIT\n";
  tree[data_folder + "/policies/house/rules.yaml"] = R"(rules:
  - rule: very
    kind: existence
    message: "“{match}” says little."
    patterns: [very]
  - rule: never-say
    kind: existence
    message: "Never say “{match}”."
    severity: error
    patterns: [miracle]
  - rule: greeting
    kind: consistency
    message: "“{match}” is elsewhere spelt “{suggestion}”."
    either: [[hello, howdy]]
    across: corpus
)";
  return tree;
}

inline CheckRequest request_for(std::vector<std::string> paths) {
  CheckRequest request;
  request.paths = std::move(paths);
  request.packs = {"house"};
  request.working_folder = "/w";
  request.today = "2026-01-01";
  request.jobs = 1;
  request.data_folder = data_folder;
  return request;
}

// "file:line:column:rule:severity" of each finding.
inline std::vector<std::string> lines_of(const findings::Outcome& outcome) {
  std::vector<std::string> lines;
  for (const auto& finding : outcome.findings) {
    lines.push_back(finding.location.file + ":" + std::to_string(finding.location.begin.line) +
                    ":" + std::to_string(finding.location.begin.column) + ":" + finding.rule + ":" +
                    std::string(name(finding.severity)));
  }
  return lines;
}

// "code file:line" of each error.
inline std::vector<std::string> errors_of(const findings::Outcome& outcome) {
  std::vector<std::string> lines;
  for (const auto& error : outcome.errors) {
    lines.push_back(std::string(code_name(error.code)) + " " + error.file + ":" +
                    std::to_string(error.line));
  }
  return lines;
}

}  // namespace linter::run
