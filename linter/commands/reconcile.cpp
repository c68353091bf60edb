// `galley reconcile`.
#include "linter/run/reconcile.h"

#include <charconv>
#include <memory>

#include "linter/commands/facts.h"
#include "linter/commands/step_options.h"
#include "linter/commands/steps.h"
#include "linter/run/spool.h"

namespace linter::commands {
namespace {

struct Settings {
  StepSettings step;
  std::vector<std::string> files;
  bool sorted = false;
  bool pass_on = false;
  std::string memory = "1G";
  std::string today;
};

std::string refuse_memory(const std::string& value) {
  constexpr std::uint64_t least = 1ULL << 20;
  const auto bytes = bytes_of(value);
  return bytes && *bytes >= least ? "" : "'" + value + "' is no amount of memory: write 512M or 4G";
}

std::vector<Option> options_of(Settings& to) {
  std::vector<Option> options{
      {.names = "FILE",
       .value = "",
       .about = "records that galley scan wrote; - is standard input, and what is read where "
                "there is no file",
       .target = &to.files},
      {.names = "--sorted",
       .value = "",
       .about = "records with one key follow each other already: nothing goes to temporary files",
       .target = &to.sorted},
      {.names = "--memory",
       .value = "SIZE",
       .about = "how much memory may be used, as 512M or 4G; what does not fit goes to temporary "
                "files",
       .target = &to.memory,
       .refuse = refuse_memory},
      {.names = "--pass-on",
       .value = "",
       .about = "write the records that are no summaries, too, for engines with one stream of all",
       .target = &to.pass_on},
      today_of_steps_option(to.today),
  };
  add_step_options(options, to.step);
  return options;
}

// A line with the place that it comes from before it: "0 12 {…". The place is found again where the
// line turns out to be damaged.
std::string placed(std::size_t file, std::uint32_t number, std::string_view line) {
  return std::to_string(file) + ' ' + std::to_string(number) + ' ' + std::string(line);
}

std::string_view without_place(std::string_view placed) {
  return placed.substr(std::min(placed.find('{'), placed.size()));
}

class Reconciler {
 public:
  Reconciler(const run::CheckRequest& request, const Settings& settings, Console& console)
      : settings_(settings),
        console_(console),
        tell_([&console](std::string_view line) {
          return console.out().write(line) && console.out().write("\n");
        }),
        reconciliation_(request, console.files(), options_of_run(settings), tell_),
        spool_(*bytes_of(settings.memory) / 4, temporary_folder(console),
               [](std::string_view line) { return records::written_key(without_place(line)); }) {
    if (settings.files.empty())
      files_ = {"-"};
    else
      files_ = settings.files;
  }

  Exit run() {
    const auto refuse = [&](base::Error error) { reconciliation_.note(std::move(error)); };
    std::size_t file = 0;
    for (; file < files_.size(); ++file) {
      const auto take = [&](const base::Lines& lines, std::string_view line) {
        return add(lines, file, line);
      };
      if (!each_line({files_[file]}, console_, take, refuse)) return interrupted();
    }
    if (!settings_.sorted) drain();
    if (console_.interrupted()) return interrupted();
    reconciliation_.finish();
    if (!settings_.step.quiet) {
      for (const base::Error& error : reconciliation_.errors()) console_.report(error);
    }
    return console_.finish(reconciliation_.errors().empty() ? Exit::fine : Exit::incomplete);
  }

 private:
  static run::ReconcileOptions options_of_run(const Settings& settings) {
    return {.memory = *bytes_of(settings.memory) / 2, .version = std::string(version())};
  }

  static std::string temporary_folder(const Console& console) {
    const auto folder = console.variables()("TMPDIR");
    return folder && !folder->empty() ? *folder : "/tmp";
  }

  base::Result<void> add(const base::Lines& lines, std::size_t file, std::string_view line) {
    if (records::is_summary(line))
      return settings_.sorted ? reconciliation_.add(line)
                              : spool_.add(placed(file, lines.number(), line));
    if (line.empty()) return {};
    if (auto record = records::read_record(line); !record)
      return std::unexpected(std::move(record.error()));
    if (settings_.pass_on) tell_(line);
    return {};
  }

  void drain() {
    const auto take = [&](std::string_view placed) {
      auto added = reconciliation_.add(without_place(placed));
      if (!added) note(std::move(added.error()), placed);
      return !console_.interrupted();
    };
    if (auto drained = spool_.drain(take); !drained) reconciliation_.note(drained.error());
  }

  void note(base::Error error, std::string_view placed) {
    std::size_t file = 0;
    const char* const end = placed.data() + placed.size();
    const auto stopped = std::from_chars(placed.data(), end, file);
    if (file >= files_.size() || stopped.ptr == end) return;
    std::from_chars(stopped.ptr + 1, end, error.line);
    error.file = files_[file] == "-" ? "<stdin>" : files_[file];
    reconciliation_.note(std::move(error));
  }

  Exit interrupted() {
    console_.say("galley: interrupted; the reconciliation has no end\n");
    return Exit::interrupted;
  }

  const Settings& settings_;
  Console& console_;
  run::TellLine tell_;
  run::Reconciliation reconciliation_;
  run::Spool spool_;
  std::vector<std::string> files_;
};

Exit reconcile(const Settings& settings, Console& console) {
  auto request = step_request(settings.step, console);
  if (!request) {
    console.report(request.error());
    return Exit::incomplete;
  }
  if (!settings.today.empty()) request->today = settings.today;
  return Reconciler(*request, settings, console).run();
}

}  // namespace

Job prepare_reconcile() {
  auto settings = std::make_unique<Settings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), reconcile);
}

}  // namespace linter::commands
