#include "linter/commands/facts.h"

namespace linter::commands {

std::string_view version() {
  return GALLEY_VERSION;
}

}  // namespace linter::commands
