#include "linter/commands/step_options.h"

#include <charconv>
#include <utility>

#include "linter/commands/article_request.h"
#include "linter/commands/values.h"
#include "linter/run/step.h"

namespace linter::commands {
namespace {

constexpr std::string_view standard_input = "-";
constexpr std::string_view shown_standard_input = "<stdin>";
constexpr std::size_t most_told = 100;  // faults of one file

base::Result<base::Lines> open(const std::string& file, const Console& console) {
  if (file == standard_input)
    return base::Lines(0, std::string(shown_standard_input), &console.interrupted());
  return base::Lines::open(file, &console.interrupted());
}

// Tells faults up to a limit, then how many more there were.
class Faults {
 public:
  explicit Faults(const std::function<void(base::Error)>& refuse) : refuse_(refuse) {}

  void tell(base::Error error, const base::Lines& lines) {
    if (++count_ > most_told) return;
    if (error.line == 0) error.line = lines.number();
    if (!error.file.empty() && error.file != lines.name())
      error.message = error.file + ": " + error.message;
    error.file = lines.name();
    refuse_(std::move(error));
  }

  void finish(const base::Lines& lines) {
    if (count_ <= most_told) return;
    refuse_({.code = base::ErrorCode::bad_value,
             .message = std::to_string(count_ - most_told) + " more lines are like these",
             .file = lines.name()});
  }

 private:
  const std::function<void(base::Error)>& refuse_;
  std::size_t count_ = 0;
};

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

base::Result<run::CheckRequest> step_request(const StepSettings& settings, Console& console) {
  console.set_colour(colour_named(settings.colour));
  ArticleSettings articles;
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

bool each_line(const std::vector<std::string>& files, Console& console,
               const std::function<base::Result<void>(const base::Lines&, std::string_view)>& take,
               const std::function<void(base::Error)>& refuse) {
  for (const std::string& file : files) {
    auto lines = open(file, console);
    if (!lines) {
      refuse(std::move(lines.error()));
      continue;
    }
    Faults faults(refuse);
    for (;;) {
      auto line = lines->next(longest_record);
      if (line && !*line) break;
      const bool unreadable = !line && line.error().code == base::ErrorCode::unreadable_file;
      auto taken = line ? take(*lines, **line) : base::Result<void>(std::unexpected(line.error()));
      if (!taken) faults.tell(std::move(taken.error()), *lines);
      if (unreadable) break;
    }
    faults.finish(*lines);
    if (console.interrupted()) return false;
  }
  return true;
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
