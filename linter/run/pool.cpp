#include "linter/run/pool.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <vector>

namespace linter::run {

std::uint32_t threads_for(std::uint32_t jobs, std::size_t work) {
  const std::size_t wanted = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
  return static_cast<std::uint32_t>(std::clamp<std::size_t>(work, 1, wanted));
}

void on_threads(std::uint32_t threads, const std::function<void()>& work) {
  std::vector<std::jthread> others;
  others.reserve(threads);
  try {
    for (std::uint32_t i = 1; i < threads; ++i) others.emplace_back(work);
  } catch (const std::system_error&) {
    // no more threads to be had: those that run do all the work
  }
  work();
}

}  // namespace linter::run
