// Places for values that are made one by one, each when it is first asked for.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>

namespace linter::base {

// Memory of values that are never made is not touched, which costs more than to make some of them.
template <class T>
class LateArray {
 public:
  explicit LateArray(std::size_t size)
      : size_(size),
        values_(std::allocator<T>().allocate(size)),
        is_made_(std::make_unique<std::atomic<bool>[]>(size)) {}
  LateArray(const LateArray&) = delete;
  LateArray& operator=(const LateArray&) = delete;
  ~LateArray() {
    for (std::size_t i = 0; i < size_; ++i)
      if (has(i)) std::destroy_at(values_ + i);
    std::allocator<T>().deallocate(values_, size_);
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  // From many threads.
  [[nodiscard]] bool has(std::size_t index) const {
    return is_made_[index].load(std::memory_order_acquire);
  }
  // Of one that is there.
  [[nodiscard]] const T& operator[](std::size_t index) const { return values_[index]; }
  // Once all are there.
  [[nodiscard]] std::span<const T> all() const { return {values_, size_}; }
  // Of one that is not there; one thread at a time.
  void make(std::size_t index, T value) {
    std::construct_at(values_ + index, std::move(value));
    is_made_[index].store(true, std::memory_order_release);
  }

 private:
  std::size_t size_;
  T* values_;
  std::unique_ptr<std::atomic<bool>[]> is_made_;
};

}  // namespace linter::base
