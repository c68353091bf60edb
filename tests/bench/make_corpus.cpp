// Writes a generated corpus: make_corpus documentation|clinic FOLDER MEGABYTES
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>

#include "tests/bench/generated_corpus.h"

int main(int count, char** words) {
  const std::string_view style = count == 4 ? words[1] : "";
  const long megabytes = count == 4 ? std::strtol(words[3], nullptr, 10) : 0;
  if ((style != "documentation" && style != "clinic") || megabytes <= 0) {
    std::cerr << "usage: make_corpus documentation|clinic FOLDER MEGABYTES\n";
    return 2;
  }
  try {
    const auto chosen = style == "clinic" ? bench::Style::clinic : bench::Style::documentation;
    const auto written =
        bench::make_corpus(chosen, words[2], static_cast<std::uint64_t>(megabytes) * 1'000'000);
    std::cout << written << " bytes in " << words[2] << '\n';
  } catch (const std::exception& failure) {
    std::cerr << "make_corpus: " << failure.what() << '\n';
    return 2;
  }
  return 0;
}
