#include "linter/packs/parsed_files.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "linter/base/hash.h"
#include "linter/base/yaml_bytes.h"

namespace linter::packs {
namespace {

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t byte_order = 0;
  std::uint64_t count = 0;
  std::uint64_t digest = 0;  // of all that follows
};
constexpr std::array<char, 8> magic{'g', 'a', 'l', 'l', 'e', 'y', 'p', 'k'};
constexpr std::uint32_t version = 1;
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::uint64_t most_bytes = 64ULL << 20U;

// Where a tree stands; the entries are sorted by digest.
struct Entry {
  std::array<char, 32> digest{};
  std::uint64_t begin = 0;  // from the start of the file
  std::uint64_t size = 0;

  [[nodiscard]] std::string_view name() const { return {digest.data(), digest.size()}; }
};

Entry entry_at(std::string_view bytes, std::size_t index) {
  Entry entry;
  std::memcpy(&entry, bytes.data() + sizeof(Header) + index * sizeof(Entry), sizeof(Entry));
  return entry;
}

bool is_sound(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof(Header)) return false;
  std::memcpy(&header, bytes.data(), sizeof(Header));
  const std::string_view rest = bytes.substr(sizeof(Header));
  return header.magic == magic && header.version == version && header.byte_order == byte_order &&
         header.count <= rest.size() / sizeof(Entry) && header.digest == base::hash64(rest);
}

}  // namespace

ParsedFiles ParsedFiles::read(const base::FileSystem& files, const std::string& path) {
  auto bytes = files.read(path, most_bytes);
  return bytes ? from_bytes(std::move(*bytes)) : ParsedFiles();
}

ParsedFiles ParsedFiles::from_bytes(std::string bytes) {
  ParsedFiles parsed;
  if (!is_sound(bytes)) return parsed;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof(Header));
  parsed.count_ = header.count;
  parsed.bytes_ = std::move(bytes);
  return parsed;
}

std::optional<base::yaml::Value> ParsedFiles::find(std::string_view digest) const {
  std::size_t low = 0;
  std::size_t high = count_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (entry_at(bytes_, middle).name() < digest) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == count_) return std::nullopt;
  const Entry entry = entry_at(bytes_, low);
  if (entry.name() != digest || entry.begin > bytes_.size() ||
      entry.size > bytes_.size() - entry.begin)
    return std::nullopt;
  return base::yaml::from_bytes(std::string_view(bytes_).substr(entry.begin, entry.size));
}

std::string parsed_files_bytes(std::vector<std::pair<std::string, base::yaml::Value>> files) {
  std::ranges::sort(files, {}, &std::pair<std::string, base::yaml::Value>::first);
  const auto again =
      std::ranges::unique(files, {}, &std::pair<std::string, base::yaml::Value>::first);
  files.erase(again.begin(), again.end());
  std::string directory;
  std::string trees;
  const std::size_t first = sizeof(Header) + files.size() * sizeof(Entry);
  for (const auto& [digest, value] : files) {
    const std::string tree = base::yaml::to_bytes(value);
    Entry entry;
    std::ranges::copy(digest.substr(0, entry.digest.size()), entry.digest.begin());
    entry.begin = first + trees.size();
    entry.size = tree.size();
    trees += tree;
    directory.append(reinterpret_cast<const char*>(&entry), sizeof(Entry));
  }
  Header header{magic, version, byte_order, files.size(), base::hash64(directory + trees)};
  return std::string(reinterpret_cast<const char*>(&header), sizeof(Header)) + directory + trees;
}

}  // namespace linter::packs
