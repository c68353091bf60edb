#include "linter/commands/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "linter/base/names.h"

namespace linter::commands {
namespace {

std::string joined(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) {
    text += (text.empty() ? "" : ", ") + std::string(name);
  }
  return text;
}

bool is_number(const std::string& value) {
  return !value.empty() && value.size() < 10 &&
         std::ranges::all_of(value, [](char digit) { return digit >= '0' && digit <= '9'; });
}

// CLI11 takes an empty string as approval.
std::string refusal(const Option& option, const std::string& value) {
  if (option.is_number() && !is_number(value)) {
    return "'" + value + "' is not a whole number from 0 to 999999999";
  }
  if (!option.choices.empty() && std::ranges::find(option.choices, value) == option.choices.end()) {
    return "'" + value + "' is not one of " + joined(option.choices) +
           base::nearest_hint(value, option.choices);
  }
  return option.refuse ? option.refuse(value) : std::string();
}

void add(CLI::App& app, const Option& option) {
  const std::string names(option.names);
  CLI::Option* made = std::visit(
      [&](auto* target) {
        if constexpr (std::is_same_v<decltype(target), bool*>) {
          return app.add_flag(names, *target);
        } else {
          return app.add_option(names, *target);
        }
      },
      option.target);
  made->required(option.required);
  // One value for each time it is named, so that what follows stays a path.
  if (option.repeats() && !option.is_positional()) made->allow_extra_args(false);
  if (option.is_flag()) return;
  if (!option.value.empty()) made->type_name(std::string(option.value));
  made->check(CLI::Validator([&option](std::string& value) { return refusal(option, value); }, ""));
}

std::string unexpected(std::span<const Option> options, const std::string& argument) {
  if (!argument.starts_with('-')) return "unexpected argument '" + argument + "'";
  std::vector<std::string_view> names{"--help"};
  for (const Option& option : options) {
    if (!option.is_positional()) names.push_back(option.names.substr(option.names.find("--")));
  }
  const std::string name = argument.substr(0, argument.find('='));
  return "unknown option '" + name + "'" + base::nearest_hint(name, names);
}

// Says which option that takes one value has several; empty when none has.
std::string given_twice(std::span<const Option> options, const std::vector<std::string>& given) {
  for (const Option& option : options) {
    if (option.is_positional() || option.is_flag() || option.repeats()) continue;
    const std::string name(option.names.substr(option.names.find("--")));
    const auto names_it = [&](const std::string& word) {
      return word == name || word.starts_with(name + '=');
    };
    if (std::ranges::count_if(given, names_it) > 1)
      return name + " is there more than once, and takes one value: leave one out";
  }
  return {};
}

}  // namespace

base::Result<Wish> fill(std::span<const Option> options, std::vector<std::string> arguments) {
  CLI::App app;
  app.allow_extras();
  std::vector<std::string> given;
  try {
    for (const Option& option : options) add(app, option);
    given = arguments;
    std::ranges::reverse(arguments);  // as CLI11 wants them
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    return Wish::help;
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string twice = given_twice(options, given);
    return base::fail(base::ErrorCode::bad_usage, twice.empty() ? error.what() : twice);
  } catch (const CLI::Error& error) {
    return base::fail(base::ErrorCode::bad_usage, error.what());
  }
  auto left = app.remaining();
  std::erase(left, "--");  // which ends the options
  if (left.empty()) return Wish::run;
  const auto option =
      std::ranges::find_if(left, [](const auto& word) { return word.starts_with('-'); });
  return base::fail(base::ErrorCode::bad_usage,
                    unexpected(options, option == left.end() ? left.front() : *option));
}

}  // namespace linter::commands
