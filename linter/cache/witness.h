// Whether what was once read from files would be read from them again.
//
// A Witness notes each question that a reader asks of the files, and a digest of the answer. Where
// all questions still have the same answers, the reader would come to the same result.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/image.h"

namespace linter::cache {

struct Question {
  enum class Kind : std::uint8_t { status, read, list };
  Kind kind = Kind::status;
  std::string path;
  std::uint64_t limit = 0;  // of what is read
  std::string answer;       // its digest
};

// Where files lie that may lie elsewhere on another machine: questions name them from there.
struct Home {
  std::string folder;  // absolute, normalised; may be empty

  // Whether a path, as a question names it, lies there.
  [[nodiscard]] static bool is_inside(std::string_view seen);
  [[nodiscard]] std::string seen_from(const std::string& path) const;
  [[nodiscard]] std::string whole(const std::string& seen) const;
};

// `files` must outlive it. Thread-safe. Nothing can be written.
class Witness final : public base::FileSystem {
 public:
  // Nothing is noted of `ignored`, which does not change the result.
  Witness(const base::FileSystem& files, Home home, std::string ignored);

  [[nodiscard]] std::vector<Question> take_questions() { return std::move(questions_); }

  [[nodiscard]] base::FileStatus status(const std::string& path) const override;
  [[nodiscard]] base::Result<std::string> read(const std::string& path,
                                               std::uint64_t limit) const override;
  [[nodiscard]] base::Result<std::vector<base::FolderEntry>> list(
      const std::string& path) const override;
  [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;

 private:
  void note(Question::Kind kind, const std::string& path, std::uint64_t limit,
            std::string answer) const;

  const base::FileSystem& files_;
  Home home_;
  std::string ignored_;
  mutable std::mutex mutex_;
  mutable std::vector<Question> questions_;
};

// Asks until an answer is another one.
[[nodiscard]] bool still_hold(const std::vector<Question>& questions, const base::FileSystem& files,
                              const Home& home);

// What a file looked like: where nothing of this has changed, nothing of its content has.
struct Look {
  std::string path;
  std::uint8_t kind = 0;
  bool is_link = false;
  std::uint64_t size = 0;
  std::uint64_t identity = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;
  bool operator==(const Look&) const = default;
};

[[nodiscard]] Look look_of(std::string path, const base::FileStatus& status);
// The moment before which changes are settled: some systems note them by the second or two.
[[nodiscard]] std::int64_t settled_by_now();
// Whether what looks so has not changed since `settled` (nanoseconds since 1970), as far as the
// system says: the next change cannot leave it looking the same.
[[nodiscard]] bool is_settled(const Look& look, std::int64_t settled);

// Those of all paths that are asked about: to look costs a twentieth of asking. Nothing where one
// is not settled.
[[nodiscard]] std::optional<std::vector<Look>> looks_of(const std::vector<Question>& questions,
                                                        const base::FileSystem& files,
                                                        const Home& home, std::int64_t settled);
[[nodiscard]] bool look_the_same(const std::vector<Look>& looks, const base::FileSystem& files,
                                 const Home& home);

auto members(base::Is<Look> auto& one) {
  return std::tie(one.path, one.kind, one.is_link, one.size, one.identity, one.modified,
                  one.changed);
}
auto members(base::Is<Question> auto& one) {
  return std::tie(one.kind, one.path, one.limit, one.answer);
}

}  // namespace linter::cache
