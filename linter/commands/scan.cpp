// `galley scan`.
#include "linter/run/scan.h"

#include <charconv>
#include <memory>

#include "linter/base/json.h"
#include "linter/commands/facts.h"
#include "linter/commands/step_options.h"
#include "linter/commands/steps.h"

namespace linter::commands {
namespace {

struct Settings {
  StepSettings step;
  std::vector<std::string> paths;
  std::optional<std::string> files_from;
  std::optional<std::string> texts_from;
  std::string part;
  std::string today;
  std::uint32_t jobs = 0;
};

std::optional<run::Share> share_of(std::string_view text) {
  run::Share share;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, share.number);
  if (number.ec != std::errc{} || number.ptr == end || *number.ptr != '/') return std::nullopt;
  const auto of = std::from_chars(number.ptr + 1, end, share.of);
  const bool right =
      of.ec == std::errc{} && of.ptr == end && share.number >= 1 && share.number <= share.of;
  return right ? std::optional(share) : std::nullopt;
}

std::string refuse_part(const std::string& value) {
  return share_of(value) ? "" : "'" + value + "' is no part: write 3/16 for the third of sixteen";
}

std::string refuse_jobs(const std::string& value) {
  constexpr std::size_t digits = 3;
  return value.size() > digits ? "'" + value + "' is more than 999 threads" : "";
}

std::vector<Option> options_of(Settings& to) {
  std::vector<Option> options{
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns; the current folder when nothing else is given",
       .target = &to.paths},
      {.names = "--files-from",
       .value = "FILE",
       .about = "the files that this list names, a line each; - is standard input",
       .target = &to.files_from},
      {.names = "--texts-from",
       .value = "FILE",
       .about = "articles that are in no files, as JSON lines with the keys file and content; - "
                "is standard input",
       .target = &to.texts_from},
      {.names = "--part",
       .value = "K/N",
       .about =
           "the name of this part of the work; of what PATHs lead to, only the K-th of N equal "
           "shares",
       .target = &to.part,
       .refuse = refuse_part},
      {.names = "-j,--jobs",
       .value = "N",
       .about = "threads; one per core when 0",
       .target = &to.jobs,
       .refuse = refuse_jobs},
      today_of_steps_option(to.today),
  };
  add_step_options(options, to.step);
  return options;
}

// Gathers what comes line by line, so that threads have something to share.
class Feeder {
 public:
  explicit Feeder(run::Scan& scan) : scan_(scan) {}

  base::Result<void> add_file(std::string_view line) {
    if (line.empty()) return {};
    files_.emplace_back(line);
    if (files_.size() >= most) flush();
    return {};
  }

  base::Result<void> add_text(std::string_view line) {
    if (line.empty()) return {};
    const auto json = base::read_json(line);
    const auto text = [&](const char* key) -> const std::string* {
      if (!json || !json->is_object()) return nullptr;
      const auto found = json->find(key);
      return found != json->end() ? found->get_ptr<const std::string*>() : nullptr;
    };
    const std::string* file = text("file");
    const std::string* content = text("content");
    if (file == nullptr || content == nullptr || file->empty()) {
      return base::fail(base::ErrorCode::bad_value,
                        R"(this line is no article: write {"file":"name.md","content":"text"})");
    }
    size_ += content->size();
    texts_.push_back({.file = *file, .content = *content});
    if (texts_.size() >= most || size_ >= most_bytes) flush();
    return {};
  }

  void flush() {
    scan_.check_listed(std::exchange(files_, {}));
    scan_.check_texts(std::exchange(texts_, {}));
    size_ = 0;
  }

 private:
  static constexpr std::size_t most = 2048;
  static constexpr std::uint64_t most_bytes = 64ULL << 20;

  run::Scan& scan_;
  std::vector<std::string> files_;
  std::vector<run::GivenText> texts_;
  std::uint64_t size_ = 0;
};

bool feed(run::Scan& scan, const Settings& settings, Console& console) {
  Feeder feeder(scan);
  const auto refuse = [&](base::Error error) { scan.note(std::move(error)); };
  if (settings.files_from) {
    const auto take = [&](const base::Lines&, std::string_view line) {
      return feeder.add_file(line);
    };
    if (!each_line({*settings.files_from}, console, take, refuse)) return false;
  }
  feeder.flush();
  if (settings.texts_from) {
    const auto take = [&](const base::Lines&, std::string_view line) {
      return feeder.add_text(line);
    };
    if (!each_line({*settings.texts_from}, console, take, refuse)) return false;
  }
  feeder.flush();
  const bool nothing_else = !settings.files_from && !settings.texts_from;
  if (!settings.paths.empty()) {
    scan.check_walk(settings.paths);
  } else if (nothing_else) {
    scan.check_walk({"."});
  }
  return true;
}

Exit scan_articles(const Settings& settings, Console& console) {
  auto request = step_request(settings.step, console);
  if (!request) {
    console.report(request.error());
    return Exit::incomplete;
  }
  if (!settings.today.empty()) request->today = settings.today;
  request->jobs = settings.jobs;
  const run::TellLine tell = [&console](std::string_view line) {
    return console.out().write(line) && console.out().write("\n");
  };
  const run::ScanOptions options{.share = share_of(settings.part),
                                 .version = std::string(version())};
  run::Scan scan(*request, console.files(), options, tell);
  if (!feed(scan, settings, console) || !scan.finish()) {
    if (!console.interrupted()) return console.finish(Exit::incomplete);
    console.say("galley: interrupted; the part has no end\n");
    return Exit::interrupted;
  }
  if (!settings.step.quiet) {
    for (const base::Error& error : scan.errors()) console.report(error);
  }
  return console.finish(scan.errors().empty() ? Exit::fine : Exit::incomplete);
}

}  // namespace

Job prepare_scan() {
  auto settings = std::make_unique<Settings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), scan_articles);
}

}  // namespace linter::commands
