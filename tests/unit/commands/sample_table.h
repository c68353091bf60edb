// A small command table, so that these tests do not change with the commands of galley.
#pragma once

#include <array>
#include <memory>

#include "linter/commands/command.h"

namespace linter::commands {

inline Job prepare_sample() {
  struct Settings {
    std::string format = "text";
    bool quiet = false;
    std::vector<std::string> paths;
  };
  auto settings = std::make_unique<Settings>();
  std::vector<Option> options{
      {.names = "PATH", .value = "", .about = "what to read", .target = &settings->paths},
      {.names = "--format",
       .value = "FORMAT",
       .about = "how to say it",
       .target = &settings->format,
       .choices = {"text", "json"}},
      {.names = "-q,--quiet", .value = "", .about = "it's less", .target = &settings->quiet}};
  return {std::move(options), [settings = std::move(settings)](Console& console) {
            console.out().write(settings->format);
            for (const auto& path : settings->paths) console.out().write(' ' + path);
            console.out().write("\n");
            return settings->quiet ? Exit::findings : Exit::fine;
          }};
}

inline constexpr Example sample_examples[] = {{"galley read 'a.md'", "one file"}};

inline constexpr std::array<Command, 4> sample_table{{
    {.name = "read",
     .about = "reads [all] of it",
     .details = "First paragraph with\\backslash.\n\n.Second paragraph.",
     .examples = sample_examples,
     .prepare = prepare_sample},
    {.name = "policy", .about = "works on packs", .details = "", .examples = {}},
    {.name = "policy list",
     .about = "lists packs",
     .details = "",
     .examples = {},
     .prepare = prepare_sample},
    {.name = "secret",
     .about = "is in no list",
     .details = "",
     .examples = {},
     .prepare = prepare_sample,
     .hidden = true},
}};

}  // namespace linter::commands
