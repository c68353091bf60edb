// Which configuration governs which file: found by walking up from each file's folder.
//
// The nearest .galley.yaml governs; the walk ends at the top of the repository (the folder that
// holds .git), else at the top of the file system. Configurations do not add up by themselves: one
// that builds on another says so with `extends`.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/files.h"
#include "linter/config/configuration.h"

namespace linter::config {

// The origin of packs that the command line names.
inline constexpr std::string_view packs_option = "--pack";

struct FindOptions {
  std::string working_folder;         // absolute, normalised
  std::optional<std::string> file{};  // --config: governs every file
  std::vector<std::string> packs{};   // --pack: in place of the configured packs, when not empty
};

// What applies to a file. Two files with the same settings share one object.
struct Effective {
  const Configuration* configuration = nullptr;
  std::uint32_t index = 0;  // dense, in the order in which settings were first met
  Settings settings;
};

// Reads each configuration once. Not thread-safe; references stay valid as long as the object.
class Configurations {
 public:
  // `files` must outlive it.
  Configurations(const base::FileSystem& files, FindOptions options);
  ~Configurations();
  Configurations(const Configurations&) = delete;
  Configurations& operator=(const Configurations&) = delete;

  // For a file, or for what lies in a folder; paths are absolute and normalised. A few looks at the
  // disk for each folder that was not met before.
  const Configuration& of_file(const std::string& path);
  const Configuration& of_folder(const std::string& folder);
  const Effective& effective(const std::string& path);

  // Those that hold for files which effective() was asked about, each once.
  [[nodiscard]] std::vector<const Configuration*> governing() const;
  // What was wrong with them; each fault once. Files are absolute.
  [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_; }

 private:
  const Configuration& add(Configuration configuration);
  const Configuration& read(const std::string& path);
  const Configuration& refuse_link(const std::string& path);
  [[nodiscard]] std::string boundary_of(const std::string& folder) const;
  Texts packs_of_command_line() const;

  const base::FileSystem& files_;
  FindOptions options_;
  std::vector<std::unique_ptr<Configuration>> all_;
  std::map<std::string, const Configuration*> by_file_;
  std::map<std::string, const Configuration*> by_folder_;
  std::map<std::pair<const Configuration*, std::vector<bool>>, std::unique_ptr<Effective>>
      settings_;
  const Configuration* default_ = nullptr;
  std::vector<base::Error> errors_;
};

// The folder at or above `folder` that holds .git; empty when there is none.
[[nodiscard]] std::string repository_top(const base::FileSystem& files, const std::string& folder);

}  // namespace linter::config
