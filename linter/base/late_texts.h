// Many late texts of an image, each found by an item of an array.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/base/image.h"

namespace linter::base {

// Where a late text lies among the others.
struct LateRef {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  std::uint64_t digest = 0;
};

// Gathers texts, of less than 4 GB together.
class LateTextsWriter {
 public:
  [[nodiscard]] LateRef add(std::string_view text) {
    const LateRef where{static_cast<std::uint32_t>(all_.size()),
                        static_cast<std::uint32_t>(text.size()), hash64(text)};
    all_.append(text);
    all_.resize((all_.size() + 7U) / 8U * 8U);
    return where;
  }
  // Into the tail.
  void put(ImageWriter& image) const { image.late_text(all_); }

 private:
  std::string all_;
};

// What such a writer put into the tail of an image, which must outlive it.
class LateTexts {
 public:
  LateTexts() = default;
  // `tail` is that of the image.
  LateTexts(ImageReader& image, std::string_view tail) {
    const std::uint64_t begin = image.number();
    const std::uint64_t size = image.number();
    image.number();  // the digest of all: each has its own
    const bool inside = begin <= tail.size() && size <= tail.size() - begin;
    if (!inside) image.refuse();
    if (inside) all_ = tail.substr(begin, size);
  }
  // One that lies outside is damaged.
  [[nodiscard]] LateText operator[](const LateRef& one) const {
    if (one.begin > all_.size() || one.size > all_.size() - one.begin) return {};
    return {all_.substr(one.begin, one.size), one.digest};
  }

 private:
  std::string_view all_;
};

}  // namespace linter::base
