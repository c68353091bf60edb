#include "linter/lexicon/byte_order.h"

#include <algorithm>

namespace linter::lexicon {
namespace {

struct Key {
  std::uint64_t begin = 0;  // the first bytes, so that numbers compare as texts do
  std::uint32_t index = 0;
};

std::uint64_t begin_of(const std::string& text) {
  constexpr std::size_t bytes = sizeof(std::uint64_t);
  std::uint64_t begin = 0;
  for (std::size_t i = 0; i < bytes; ++i)
    begin = (begin << 8U) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return begin;
}

}  // namespace

std::vector<std::uint32_t> byte_order(std::span<const std::string> texts) {
  std::vector<Key> keys;
  keys.reserve(texts.size());
  for (const std::string& text : texts)
    keys.push_back({begin_of(text), static_cast<std::uint32_t>(keys.size())});
  std::ranges::sort(keys, [&](const Key& a, const Key& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    const int order = texts[a.index].compare(texts[b.index]);
    return order != 0 ? order < 0 : a.index < b.index;
  });
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const Key& key : keys) order.push_back(key.index);
  return order;
}

}  // namespace linter::lexicon
