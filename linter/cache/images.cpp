#include "linter/cache/images.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "linter/base/build_id.h"
#include "linter/base/files.h"
#include "linter/base/hash.h"
#include "linter/cache/folder.h"

namespace linter::cache {
namespace {

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t byte_order = 0;
  std::uint64_t size = 0;    // of the body
  std::uint64_t tail = 0;    // of what is behind it
  std::uint64_t digest = 0;  // of the body
  std::array<char, 32> key{};
};
static_assert(sizeof(Header) == 72);
constexpr std::array<char, 8> magic{'g', 'a', 'l', 'l', 'e', 'y', 'i', 'm'};
constexpr std::uint32_t version = 2;
constexpr std::uint32_t byte_order = 0x01020304;
constexpr std::size_t most_bytes = 64U << 20U;

std::string file_name(const std::string& key) {
  return key + std::string(image_ending);
}

// `file` is as long as a header at least.
Header header_of(std::string_view file) {
  Header header;
  std::memcpy(&header, file.data(), sizeof header);
  return header;
}

std::optional<Image> opened(const std::string& folder, const std::string& key, base::Owner owner) {
  if (folder.empty()) return std::nullopt;
  auto file = base::MappedFile::open(base::join_path(folder, file_name(key)), owner);
  if (!file || !is_sound(file->view(), key)) return std::nullopt;
  return Image(std::move(*file));
}

}  // namespace

std::string key_of(std::span<const std::string> inputs) {
  static const std::string build = base::build_id();
  if (build.empty()) return {};
  std::string all = build;
  for (const std::string& input : inputs) {
    all += '\n' + std::to_string(input.size()) + ' ';
    all += input;
  }
  return base::hex_digest(all);
}

bool is_key(std::string_view text) {
  return text.size() == sizeof(Header::key) && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string_view Image::body() const {
  const std::string_view file = file_.view();
  return file.substr(sizeof(Header), header_of(file).size);
}

std::string_view Image::tail() const {
  const std::string_view file = file_.view();
  return file.substr(sizeof(Header) + header_of(file).size);
}

std::uint64_t Image::digest() const {
  return header_of(file_.view()).digest;
}

// The body of an ImageWriter ends at a multiple of 8 bytes, so that the tail begins at one.
std::string image_bytes(std::string_view key, std::string_view body, std::string_view tail) {
  Header header{magic, version, byte_order, body.size(), tail.size(), base::hash64(body), {}};
  std::ranges::copy(key.substr(0, header.key.size()), header.key.begin());
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  return bytes.append(body).append(tail);
}

bool is_sound(std::string_view file, std::string_view key) {
  if (file.size() < sizeof(Header) || file.size() > most_bytes) return false;
  const Header header = header_of(file);
  const std::string_view rest = file.substr(sizeof header);
  return header.magic == magic && header.version == version && header.byte_order == byte_order &&
         std::string_view(header.key.data(), header.key.size()) == key &&
         header.size <= rest.size() && header.tail == rest.size() - header.size &&
         header.digest == base::hash64(rest.substr(0, header.size));
}

Images::Images(std::string shipped, std::string own)
    : shipped_(std::move(shipped)), own_(std::move(own)) {}

std::optional<Image> Images::find(const std::string& key) const {
  if (key.empty()) return std::nullopt;
  if (auto shipped = opened(shipped_, key, base::Owner::anybody)) return shipped;
  return find_own(key);
}

std::optional<Image> Images::find_own(const std::string& key) const {
  return key.empty() ? std::nullopt : opened(own_, key, base::Owner::only_me);
}

void Images::keep(const std::string& key, std::string_view body, std::string_view tail) const {
  if (key.empty() || own_.empty() || body.size() + tail.size() > most_bytes - sizeof(Header))
    return;
  if (const auto folder = Folder::open(own_)) {
    folder->write(file_name(key), image_bytes(key, body, tail));
    folder->tidy(image_ending);
  }
}

void Images::discard(const std::string& key) const {
  if (key.empty() || own_.empty()) return;
  if (const auto folder = Folder::open(own_)) folder->remove(file_name(key));
}

}  // namespace linter::cache
