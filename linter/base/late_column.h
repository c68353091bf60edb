// A row of values in an image of which few are asked for: only their surroundings are checked.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "linter/base/image.h"

namespace linter::base {

// Grown in memory, or read where it lies in the tail of an image, which must outlive it, block by
// block: each has a digest of its own, which is compared when a value of it is first asked for.
// Those of a damaged block are T(); is_damaged() tells. Const use from many threads.
template <class T>
class LateColumn {
 public:
  LateColumn() = default;
  explicit LateColumn(std::size_t size) : own_(size), size_(size) {}
  explicit LateColumn(ImageReader& image) : size_(image.number()) {
    std::vector<LateText> texts;
    for (std::uint64_t left = image.number(); left > 0 && image.sound(); --left)
      texts.push_back(image.late_text());
    if (size_ > texts.size() * block_size) image.refuse();
    if (!image.sound()) texts.clear();
    if (texts.empty()) size_ = 0;
    late_ = std::make_unique<Late>(std::move(texts));
  }

  [[nodiscard]] const T& operator[](std::size_t index) const {
    if (late_ == nullptr) return own_[index];
    const T* block = late_->blocks[index / block_size].load(std::memory_order_acquire);
    if (block == nullptr) block = late_->check(index / block_size);
    return block[index % block_size];
  }
  // Where so many values from one on lie beside each other, which they do in a row that is grown
  // and within a block; else null. Only of values that there are, one at least.
  [[nodiscard]] const T* beside_each_other(std::size_t first, std::size_t count) const {
    if (late_ != nullptr && first / block_size != (first + count - 1) / block_size) return nullptr;
    return &(*this)[first];
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  // Whether a value was asked for that lies in a damaged block.
  [[nodiscard]] bool is_damaged() const {
    return late_ != nullptr && late_->is_damaged.load(std::memory_order_acquire);
  }

  // Only for a row that is grown in memory.
  void push_back(T value) {
    own_.push_back(std::move(value));
    size_ = own_.size();
  }
  [[nodiscard]] T& edit(std::size_t index) { return own_[index]; }
  void put(ImageWriter& image) const {
    static_assert(std::has_unique_object_representations_v<T>);
    image.number(own_.size());
    image.number((own_.size() + block_size - 1) / block_size);
    for (std::size_t begin = 0; begin < own_.size(); begin += block_size) {
      const auto block =
          std::as_bytes(std::span(own_).subspan(begin, std::min(block_size, own_.size() - begin)));
      std::string bytes(reinterpret_cast<const char*>(block.data()), block.size());
      bytes.resize(block_size * sizeof(T));
      image.late_text(bytes);
    }
  }

 private:
  static constexpr std::size_t block_size = 1024;

  struct Late {
    explicit Late(std::vector<LateText> all)
        : texts(std::move(all)), blocks(std::make_unique<std::atomic<const T*>[]>(texts.size())) {}

    // Apart from what asks for values, which is asked far more often.
    [[gnu::noinline]] const T* check(std::size_t number) {
      static constexpr std::array<T, block_size> nothing{};
      const auto bytes = texts[number].checked();
      const bool sound = bytes && bytes->size() == block_size * sizeof(T);
      if (!sound) is_damaged.store(true, std::memory_order_release);
      const T* block = sound ? reinterpret_cast<const T*>(bytes->data()) : nothing.data();
      blocks[number].store(block, std::memory_order_release);
      return block;
    }

    std::vector<LateText> texts;
    std::unique_ptr<std::atomic<const T*>[]> blocks;  // null: not looked at yet
    std::atomic<bool> is_damaged = false;
  };

  std::vector<T> own_;
  std::size_t size_ = 0;
  std::unique_ptr<Late> late_;  // of one in an image
};

}  // namespace linter::base
