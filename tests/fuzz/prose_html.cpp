#include "tests/fuzz/prose_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_article("html", data, size);
  return 0;
}
