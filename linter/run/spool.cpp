#include "linter/run/spool.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "linter/base/hash.h"

namespace linter::run {
namespace {

constexpr std::uint32_t bucket_bits = 6;
constexpr std::uint64_t longest_line = UINT32_MAX;

}  // namespace

Spool::Spool(std::uint64_t limit, std::string folder, PartsOf parts_of, std::uint32_t depth,
             bool by_content)
    : limit_(limit),
      folder_(std::move(folder)),
      parts_of_(std::move(parts_of)),
      depth_(depth),
      by_content_(by_content) {}

base::Result<void> Spool::add(std::string_view line) {
  const Parts parts = parts_of_(line);
  const std::uint64_t content = base::hash64(parts.content);
  const std::uint64_t key = by_content_ ? 0 : base::hash64(parts.key);
  if (!buckets_.empty()) return put(by_content_ ? content : key, line);
  kept_.push_back(
      {key, content, text_.size(), static_cast<std::uint32_t>(line.size()), parts.preferred});
  text_ += line;
  const std::uint64_t used = text_.size() + kept_.size() * sizeof(Kept);
  return used > limit_ ? spill() : base::Result<void>{};
}

base::Result<void> Spool::spill() {
  buckets_.resize(std::size_t{1} << bucket_bits);
  for (const Kept& kept : kept_) {
    const auto line = std::string_view(text_).substr(kept.begin, kept.size);
    if (auto done = put(by_content_ ? kept.content : kept.key, line); !done) return done;
  }
  std::string().swap(text_);
  std::vector<Kept>().swap(kept_);
  return {};
}

base::Result<void> Spool::put(std::uint64_t digest, std::string_view line) {
  const std::uint64_t rest = digest >> (depth_ * bucket_bits);
  auto& bucket = buckets_[rest % buckets_.size()];
  if (!bucket) {
    auto made = base::TemporaryLines::make(folder_);
    if (!made) return std::unexpected(made.error());
    bucket.emplace(Bucket{.lines = std::move(*made), .digest = digest, .one_digest = true});
  }
  bucket->one_digest = bucket->one_digest && bucket->digest == digest;
  return bucket->lines.add(line);
}

bool Spool::drain_kept(const Take& take) {
  const auto digests = [](const Kept& kept) { return std::tuple(kept.key, kept.content); };
  std::ranges::stable_sort(kept_, {}, [](const Kept& kept) {
    return std::tuple(kept.key, kept.content, !kept.preferred);
  });
  const auto again = std::ranges::unique(kept_, {}, digests);
  kept_.erase(again.begin(), again.end());
  const bool open = std::ranges::all_of(kept_, [&](const Kept& kept) {
    return take(std::string_view(text_).substr(kept.begin, kept.size));
  });
  text_.clear();
  kept_.clear();
  return open;
}

// Lines of several keys are told apart by the next bits of the keys' digest, those of one key by
// the digest of the line; of those with one content one that is preferred stands for all.
base::Result<bool> Spool::drain_bucket(Bucket& bucket, const Take& take) const {
  auto lines = bucket.lines.lines();
  if (!lines) return std::unexpected(lines.error());
  const bool into_one_key = !by_content_ && bucket.one_digest;
  Spool inner(limit_, folder_, parts_of_, into_one_key ? 0 : depth_ + 1,
              by_content_ || bucket.one_digest);
  const bool is_one_content = by_content_ && bucket.one_digest;
  for (bool is_first = true;; is_first = false) {
    auto line = lines->next(longest_line);
    if (!line) return std::unexpected(line.error());
    if (!*line) break;
    const bool is_preferred = parts_of_(**line).preferred;
    if (is_one_content && !is_first && !is_preferred) continue;
    if (auto added = inner.add(**line); !added) return std::unexpected(added.error());
    if (is_one_content && is_preferred) break;
  }
  bool open = true;
  const auto drained = inner.drain([&](std::string_view line) { return open = take(line); });
  if (!drained) return std::unexpected(drained.error());
  return open;
}

base::Result<void> Spool::drain(const Take& take) {
  if (!drain_kept(take)) return {};
  for (auto& bucket : buckets_) {
    if (!bucket) continue;
    const auto open = drain_bucket(*bucket, take);
    if (!open) return std::unexpected(open.error());
    bucket.reset();
    if (!*open) return {};
  }
  buckets_.clear();
  return {};
}

}  // namespace linter::run
