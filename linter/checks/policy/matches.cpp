#include "linter/checks/policy/matches.h"

namespace linter::checks::policy {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// A good place to cut at or before `wanted`, after `least`.
std::uint32_t cut_before(std::string_view view, std::uint32_t wanted, std::uint32_t least) {
  for (std::uint32_t at = wanted; at > least; --at) {
    if (view[at] == ' ' || view[at] == '\n') return at;
  }
  std::uint32_t at = wanted;
  while (at > least && is_continuation(view[at])) --at;
  return at;
}

}  // namespace

SearchWindow window_at(std::string_view view, base::Span block, std::uint32_t begin) {
  if (block.end - begin <= window_size) return {{begin, block.end}, block.end};
  const std::uint32_t limit = begin + window_size;
  const std::uint32_t end = cut_before(view, limit, limit - window_overlap / 2);
  const std::uint32_t own_end = cut_before(view, end - window_overlap, end - 2 * window_overlap);
  return {{begin, end}, own_end};
}

}  // namespace linter::checks::policy
