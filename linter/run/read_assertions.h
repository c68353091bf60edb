// What articles are read to assert, without checking them: `galley assertions`.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/context/context.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/reading.h"
#include "linter/run/check_run.h"
#include "linter/source/line_index.h"

namespace linter::run {

// One article as it was read; valid only during the call that it is passed to.
struct AssertingArticle {
  std::string_view path;                  // absolute
  std::string_view group;                 // articles of different groups are not compared
  const knowledge::Knowledge& knowledge;  // the same object for all articles with the same packs
  const lexicon::Reading& reading;
  context::Context& context;
  const source::LineIndex& lines;
  std::span<const assertions::Assertion> assertions;  // in reading order
};

// Returns whether to go on.
using TellAssertions = std::function<bool(const AssertingArticle&)>;

// Reads the articles that a request names, one after the other in the order of their names, and
// tells what each asserts. The knowledge of earlier articles stays valid until the last call. Comes
// back with what could not be read, sorted, files named as reports name them. An article whose
// language has no knowledge asserts nothing.
[[nodiscard]] std::vector<base::Error> read_assertions(const CheckRequest& request,
                                                       const base::FileSystem& files,
                                                       const TellAssertions& tell);

}  // namespace linter::run
