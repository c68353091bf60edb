#include "linter/commands/generated.h"

#include <algorithm>
#include <memory>

#include "linter/commands/completions.h"
#include "linter/commands/facts.h"
#include "linter/commands/man_page.h"
#include "linter/commands/table.h"

namespace linter::commands {

Job prepare_man() {
  return {{}, [](Console& console) { return console.print(man_page(commands(), version())); }};
}

Job prepare_completions() {
  auto shell = std::make_unique<std::string>();
  Option option{.names = "SHELL", .value = "", .about = "which shell", .target = shell.get()};
  for (const Shell& known : shells()) option.choices.push_back(known.name);
  option.required = true;
  return {{std::move(option)}, [shell = std::move(shell)](Console& console) {
            const auto chosen = std::ranges::find(shells(), *shell, &Shell::name);
            return console.print(chosen->completions(commands()));
          }};
}

}  // namespace linter::commands
