// What a walk leaves out: ignore files, and what the configurations exclude.
#pragma once

#include <map>
#include <set>
#include <string>

#include "linter/config/configurations.h"
#include "linter/repository/ignore_files.h"
#include "linter/source/inputs.h"

namespace linter::run {

// Not thread-safe; all arguments must outlive it.
class WalkRules final : public source::IgnoreRules {
 public:
  WalkRules(repository::IgnoreFiles& ignore_files, config::Configurations& configurations,
            std::string working_folder);

  [[nodiscard]] bool apply_below(const std::string& folder) override;
  [[nodiscard]] std::string ignored(const std::string& path, bool is_folder) override;

 private:
  const config::Patterns& excluded_by(const config::Configuration& configuration);
  std::string excluded(const std::string& path, bool is_folder);
  // A list of words, which may end in .txt, is no article.
  bool is_word_list(const std::string& path);

  repository::IgnoreFiles& ignore_files_;
  config::Configurations& configurations_;
  std::string working_folder_;
  std::map<const config::Configuration*, config::Patterns> patterns_;
  std::map<const config::Configuration*, std::set<std::string>> word_lists_;
};

// Whether a walk that begins in `top`, a folder above, would leave out the article at `path`, were
// it there; what is no article by its name is left out.
[[nodiscard]] bool is_left_out(const std::string& path, const std::string& top, WalkRules& rules);

}  // namespace linter::run
