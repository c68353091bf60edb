// Fits dictionaries/en/misfits.tsv: galley_fit_misfits TEXTS WORDS RIGHT CONFUSED OUTPUT. README.md
// beside it says of what, and how long it takes.
#include <exception>
#include <fstream>
#include <iostream>

#include "scripts/misfits/table.h"

int main(int count, char** arguments) {
  constexpr int expected = 6;
  if (count != expected) {
    std::cerr << "usage: galley_fit_misfits TEXTS WORDS RIGHT CONFUSED OUTPUT\n";
    return 2;
  }
  try {
    std::ofstream out(arguments[5]);
    out << misfits::fitted_table(arguments[1], arguments[2], arguments[3], arguments[4]);
    if (out.flush()) return 0;
    std::cerr << "galley_fit_misfits: cannot write " << arguments[5] << '\n';
  } catch (const std::exception& failure) {
    std::cerr << "galley_fit_misfits: " << failure.what() << '\n';
  }
  return 1;
}
