#include "linter/run/spool.h"

#include <algorithm>
#include <utility>

#include "linter/base/hash.h"

namespace linter::run {
namespace {

constexpr std::uint32_t bucket_bits = 6;
constexpr std::uint32_t digest_bits = 64;
constexpr std::uint64_t longest_line = UINT32_MAX;

}  // namespace

Spool::Spool(std::uint64_t limit, std::string folder, KeyOf key_of, std::uint32_t depth)
    : limit_(limit), folder_(std::move(folder)), key_of_(std::move(key_of)), depth_(depth) {}

std::uint64_t Spool::digest_of(std::string_view line) const {
  return base::hash64(key_of_(line));
}

base::Result<void> Spool::add(std::string_view line) {
  const std::uint64_t key = digest_of(line);
  if (!buckets_.empty()) return put(key, line);
  kept_.push_back({key, text_.size(), text_.size() + line.size()});
  text_ += line;
  const std::uint64_t used = text_.size() + kept_.size() * sizeof(Kept);
  return used > limit_ ? spill() : base::Result<void>{};
}

base::Result<void> Spool::spill() {
  buckets_.resize(std::size_t{1} << bucket_bits);
  for (const Kept& kept : kept_) {
    const auto line = std::string_view(text_).substr(kept.begin, kept.end - kept.begin);
    if (auto done = put(kept.key, line); !done) return done;
  }
  std::string().swap(text_);
  std::vector<Kept>().swap(kept_);
  return {};
}

base::Result<void> Spool::put(std::uint64_t key, std::string_view line) {
  const std::uint64_t rest = key >> (depth_ * bucket_bits);
  auto& bucket = buckets_[rest % buckets_.size()];
  if (!bucket) {
    auto made = base::TemporaryLines::make(folder_);
    if (!made) return std::unexpected(made.error());
    bucket.emplace(Bucket{.lines = std::move(*made), .key = key, .one_key = true});
  }
  bucket->one_key = bucket->one_key && bucket->key == key;
  return bucket->lines.add(line);
}

bool Spool::drain_kept(const Take& take) {
  std::ranges::stable_sort(kept_, {}, &Kept::key);
  return std::ranges::all_of(kept_, [&](const Kept& kept) {
    return take(std::string_view(text_).substr(kept.begin, kept.end - kept.begin));
  });
}

// A bucket of one key needs no order; others are brought in order by the next bits of the digest.
base::Result<bool> Spool::drain_bucket(Bucket& bucket, const Take& take) {
  auto lines = bucket.lines.lines();
  if (!lines) return std::unexpected(lines.error());
  const bool told_apart = (depth_ + 1) * bucket_bits < digest_bits;
  Spool inner(told_apart ? limit_ : UINT64_MAX, folder_, key_of_, depth_ + 1);
  for (;;) {
    auto line = lines->next(longest_line);
    if (!line) return std::unexpected(line.error());
    if (!*line) break;
    if (bucket.one_key) {
      if (!take(**line)) return false;
    } else if (auto added = inner.add(**line); !added) {
      return std::unexpected(added.error());
    }
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
  return {};
}

}  // namespace linter::run
