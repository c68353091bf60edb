// Worker threads over a list of jobs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>

namespace linter::run {

// How many threads `jobs` asks for: itself, or one per core when it is 0; never more than there is
// work.
[[nodiscard]] std::uint32_t threads_for(std::uint32_t jobs, std::size_t work);

// Calls `work` once on each of `threads` threads, this one included, and waits for all. Where the
// system gives fewer threads, it is called on those that there are. `work` must not throw.
void on_threads(std::uint32_t threads, const std::function<void()>& work);

}  // namespace linter::run
