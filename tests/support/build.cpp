#include "tests/support/build.h"

namespace tests {

std::string build_folder() {
  return GALLEY_BUILD_DIR;
}

bool is_sanitized() {
#ifdef GALLEY_SANITIZED
  return true;
#else
  return false;
#endif
}

}  // namespace tests
