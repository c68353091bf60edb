#include "linter/commands/terminal.h"

#include <array>
#include <charconv>
#include <sys/ioctl.h>
#include <unistd.h>

namespace linter::commands {
namespace {

bool is_set(const Variables& variables, const std::string& name) {
  const auto value = variables(name);
  return value && !value->empty() && *value != "0";
}

bool wants_colour(bool is_terminal, Colour colour, const Variables& variables) {
  if (colour != Colour::automatic) return colour == Colour::always;
  // no-color.org: any value that is not empty
  if (const auto no = variables("NO_COLOR"); no && !no->empty()) return false;
  if (is_set(variables, "CLICOLOR_FORCE")) return true;
  return is_terminal && variables("TERM").value_or("dumb") != "dumb";
}

// Terminals that are known to follow OSC 8, by what they say of themselves.
bool follows_hyperlinks(const Variables& variables) {
  for (const char* name :
       {"WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID"}) {
    if (is_set(variables, name)) return true;
  }
  const std::string program = variables("TERM_PROGRAM").value_or("");
  for (const char* known : {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"}) {
    if (program == known) return true;
  }
  constexpr int first_vte = 5000;
  const std::string vte = variables("VTE_VERSION").value_or("");
  int version = 0;
  std::from_chars(vte.data(), vte.data() + vte.size(), version);
  return version >= first_vte;
}

bool wants_hyperlinks(bool is_terminal, const Variables& variables) {
  if (const auto forced = variables("FORCE_HYPERLINK")) return *forced != "0";
  return is_terminal && follows_hyperlinks(variables);
}

}  // namespace

reports::Terminal terminal_of(bool is_terminal, std::uint32_t columns, Colour colour,
                              const Variables& variables) {
  reports::Terminal terminal;
  terminal.colour = wants_colour(is_terminal, colour, variables);
  terminal.hyperlinks = terminal.colour && wants_hyperlinks(is_terminal, variables);
  if (is_terminal && columns > 0) terminal.width = columns;
  return terminal;
}

std::optional<std::uint32_t> terminal_columns(int descriptor) {
  if (::isatty(descriptor) == 0) return std::nullopt;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace linter::commands
