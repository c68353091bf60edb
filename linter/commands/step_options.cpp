#include "linter/commands/step_options.h"

#include <charconv>
#include <utility>

#include "linter/commands/article_request.h"
#include "linter/commands/line_faults.h"
#include "linter/commands/values.h"
#include "linter/run/step.h"

namespace linter::commands {
namespace {

constexpr std::string_view standard_input = "-";
constexpr std::string_view shown_standard_input = "<stdin>";

base::Result<base::Lines> open(const std::string& file, const Console& console) {
  if (file == standard_input)
    return base::Lines(0, std::string(shown_standard_input), &console.interrupted());
  return base::Lines::open(file, &console.interrupted());
}

// An error about a line, which may name the article that the line speaks of.
base::Error of_line(base::Error error, const base::Lines& lines) {
  if (error.line == 0) error.line = lines.number();
  if (!error.file.empty() && error.file != lines.name())
    error.message = error.file + ": " + error.message;
  error.file = lines.name();
  return error;
}

void read_lines(base::Lines& lines, const LineReader& reader) {
  LineFaults faults;
  bool any = false;
  for (;;) {
    auto line = lines.next(reader.longest);
    if (line && !*line) break;
    any = true;
    const bool too_long = !line && line.error().code == base::ErrorCode::too_large;
    if (too_long && reader.passes_over && reader.passes_over(lines.beginning())) continue;
    const bool unreadable = !line && line.error().code == base::ErrorCode::unreadable_file;
    auto taken =
        line ? reader.take(lines, **line) : base::Result<void>(std::unexpected(line.error()));
    if (!taken) faults.add(of_line(std::move(taken.error()), lines));
    if (unreadable) break;
  }
  faults.tell(reader.refuse);
  if (any || reader.may_be_empty || lines.name() == shown_standard_input) return;
  reader.refuse({.code = base::ErrorCode::bad_value,
                 .message = "this file is empty: the step that should have written it did not run, "
                            "or was cut off; run it again",
                 .file = lines.name()});
}

}  // namespace

void add_step_options(std::vector<Option>& options, StepSettings& to) {
  options.push_back(config_option(to.configuration));
  options.push_back(pack_option(to.packs));
  options.push_back({.names = "--root",
                     .value = "FOLDER",
                     .about = "the folder that files are named from, the same in all steps; where "
                              "it is not given, that of the configuration of the current folder",
                     .target = &to.root});
  options.push_back({.names = "-q,--quiet",
                     .value = "",
                     .about = "say nothing on standard error of what the records tell",
                     .target = &to.quiet});
  options.push_back(colour_option(to.colour));
}

Option today_of_steps_option(std::string& to) {
  Option option = today_option(to);
  option.about =
      "the date that expiry is judged by, in place of the clock's; the same in all steps";
  return option;
}

base::Result<run::CheckRequest> step_request(const StepSettings& settings, Console& console,
                                             ArticleSettings articles) {
  console.set_colour(colour_named(settings.colour));
  articles.configuration = settings.configuration;
  articles.packs = settings.packs;
  auto made = article_request(articles, console);
  if (!made) return made;
  run::CheckRequest& request = *made;
  request.working_folder = base::working_folder();
  request.scan_root =
      settings.root ? base::normalised_path(base::join_path(request.working_folder, *settings.root))
                    : run::root_of_steps(request, console.files());
  return made;
}

bool each_line(const std::vector<std::string>& files, Console& console, const LineReader& reader) {
  for (const std::string& file : files) {
    auto lines = open(file, console);
    if (lines)
      read_lines(*lines, reader);
    else
      reader.refuse(std::move(lines.error()));
    if (console.interrupted()) return false;
  }
  return true;
}

Exit end_of_step(Console& console, bool whole, const std::vector<base::Error>& errors, bool quiet) {
  if (console.interrupted()) {
    console.say("galley: interrupted; the records have no end\n");
    return Exit::interrupted;
  }
  if (!quiet) {
    for (const base::Error& error : errors) console.report(error);
  }
  const bool written = console.out().flush();
  const Exit exit = console.finish(errors.empty() ? Exit::fine : Exit::incomplete);
  return whole && written ? exit : Exit::cut_off;
}

std::optional<std::uint64_t> bytes_of(std::string_view text) {
  constexpr std::string_view units = "KMGT";
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error != std::errc{} || value == 0 || unit.size() > 1) return std::nullopt;
  if (unit.empty()) return value;
  const std::size_t power = units.find(unit.front());
  if (power == std::string_view::npos) return std::nullopt;
  const std::uint64_t shift = 10 * (power + 1);
  if (value > UINT64_MAX >> shift) return std::nullopt;
  return value << shift;
}

}  // namespace linter::commands
