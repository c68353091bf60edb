// `galley reconcile`.
#include "linter/run/reconcile.h"

#include <charconv>
#include <memory>
#include <utility>

#include "linter/commands/facts.h"
#include "linter/commands/line_faults.h"
#include "linter/commands/step_options.h"
#include "linter/commands/steps.h"
#include "linter/run/spool.h"

namespace linter::commands {
namespace {

struct ReconcileSettings {
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
  if (!bytes) return "'" + value + "' is no amount of memory: write 512M or 4G";
  return *bytes >= least ? "" : "'" + value + "' is less than the least amount of memory, 1M";
}

std::vector<Option> options_of(ReconcileSettings& to) {
  std::vector<Option> options{
      {.names = "FILE",
       .value = "",
       .about = "records that galley scan wrote; - is standard input, and what is read where "
                "there is no file",
       .target = &to.files},
      {.names = "--sorted",
       .value = "",
       .about = "records with one key follow each other already: only a key whose records do not "
                "fit into memory goes to temporary files",
       .target = &to.sorted},
      {.names = "--memory",
       .value = "SIZE",
       .about = "how much memory may be used, as 512M or 4G (default: 1G); what does not fit goes "
                "to temporary files",
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

// What somebody asked about may also be compared with something else: it counts as asked about.
run::Spool::Parts parts_of(std::string_view placed) {
  const std::string_view line = without_place(placed);
  const auto [told, asked] = records::told_and_asked(line);
  return {.key = records::written_key(line), .content = told, .preferred = asked};
}

class Reconciler {
 public:
  Reconciler(const run::CheckRequest& request, const ReconcileSettings& settings, Console& console)
      : settings_(settings),
        console_(console),
        memory_(*bytes_of(settings.memory)),
        tell_([&console](std::string_view line) {
          return console.out().write(line) && console.out().write("\n");
        }),
        reconciliation_(request, console.files(),
                        {.memory = memory_ / 2, .version = std::string(version())}, tell_),
        spool_(memory_ / 4, temporary_folder(console), parts_of) {
    if (settings.files.empty())
      files_ = {"-"};
    else
      files_ = settings.files;
  }

  Exit run() {
    std::size_t file = 0;
    LineReader reader{.take = [&](const base::Lines& lines,
                                  std::string_view line) { return add(lines, file, line); },
                      .refuse = [&](base::Error error) { refuse(std::move(error)); },
                      .longest = longest_line(),
                      .may_be_empty = false,
                      .passes_over =
                          [&](std::string_view beginning) {
                            return !settings_.pass_on && records::is_no_summary(beginning);
                          }};
    bool whole = true;
    for (; whole && !broken_ && file < files_.size(); ++file)
      whole = each_line({files_[file]}, console_, reader);
    if (whole && !broken_) drain();
    faults_.tell([&](base::Error error) { reconciliation_.note(std::move(error)); });
    if (broken_) reconciliation_.give_up();
    whole = whole && !broken_ && !console_.interrupted() && reconciliation_.finish();
    return end_of_step(console_, whole, reconciliation_.errors(), settings_.step.quiet);
  }

 private:
  static std::string temporary_folder(const Console& console) {
    const auto folder = console.variables()("TMPDIR");
    return folder && !folder->empty() ? *folder : "/tmp";
  }

  // What is read from a line takes up to sixteen times its bytes.
  [[nodiscard]] std::uint64_t longest_line() const {
    return std::min(memory_ / 16, records::longest_line);
  }

  void refuse(base::Error error) {
    const bool memory_limits = longest_line() < records::longest_line;
    if (error.code == base::ErrorCode::too_large && memory_limits)
      error.message += ": give --memory more";
    reconciliation_.note(std::move(error));
  }

  base::Result<void> add(const base::Lines& lines, std::size_t file, std::string_view line) {
    if (line.empty() || broken_) return {};
    if (records::is_as_written(line) && records::is_summary(line)) {
      spool(lines, file, line);
      return {};
    }
    auto record = records::read_record(line);
    if (!record) return std::unexpected(std::move(record.error()));
    const std::string again = records::line_of(*record);
    if (std::holds_alternative<records::SummaryRecord>(*record))
      spool(lines, file, again);
    else if (settings_.pass_on)
      tell_(again);
    if (const auto* end = std::get_if<records::PartRecord>(&*record)) reconciliation_.see(*end);
    return {};
  }

  void spool(const base::Lines& lines, std::size_t file, std::string_view line) {
    if (settings_.sorted && records::written_key(line) != key_) {
      drain();
      key_ = records::written_key(line);
    }
    if (auto added = spool_.add(placed(file, lines.number(), line)); !added)
      break_off(std::move(added.error()));
  }

  void drain() {
    const auto take = [&](std::string_view placed) {
      auto added = reconciliation_.add(without_place(placed));
      if (!added) note(std::move(added.error()), placed);
      return !console_.interrupted();
    };
    if (auto drained = spool_.drain(take); !drained) break_off(std::move(drained.error()));
  }

  // Without its temporary files it cannot go on; one cause is told once.
  void break_off(base::Error error) {
    if (!std::exchange(broken_, true)) reconciliation_.note(std::move(error));
  }

  void note(base::Error error, std::string_view placed) {
    std::size_t file = 0;
    const char* const end = placed.data() + placed.size();
    const auto stopped = std::from_chars(placed.data(), end, file);
    if (file >= files_.size() || stopped.ptr == end) return;
    std::from_chars(stopped.ptr + 1, end, error.line);
    error.file = files_[file] == "-" ? "<stdin>" : files_[file];
    faults_.add(std::move(error));
  }

  const ReconcileSettings& settings_;
  Console& console_;
  std::uint64_t memory_;
  run::TellLine tell_;
  run::Reconciliation reconciliation_;
  run::Spool spool_;
  std::vector<std::string> files_;
  std::string key_;    // of the lines in the spool, where they come sorted
  LineFaults faults_;  // of lines that have been in the spool
  bool broken_ = false;
};

Exit reconcile(const ReconcileSettings& settings, Console& console) {
  auto request = step_request(settings.step, console);
  if (!request) {
    console.report(request.error());
    return Exit::cut_off;
  }
  if (!settings.today.empty()) request->today = settings.today;
  return Reconciler(*request, settings, console).run();
}

}  // namespace

Job prepare_reconcile() {
  auto settings = std::make_unique<ReconcileSettings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), reconcile);
}

}  // namespace linter::commands
