// `galley scan`.
#include "linter/run/scan.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <tuple>

#include "linter/base/json.h"
#include "linter/base/utf8.h"
#include "linter/commands/facts.h"
#include "linter/commands/listed_names.h"
#include "linter/commands/step_options.h"
#include "linter/commands/steps.h"
#include "linter/commands/values.h"

namespace linter::commands {
namespace {

struct ScanSettings {
  StepSettings step;
  std::vector<std::string> paths;
  std::string stdin_name;
  std::optional<std::string> files_from;
  std::optional<std::string> compared_from;
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

std::string refuse_scan_jobs(const std::string& value) {
  constexpr std::size_t digits = 3;
  return value.size() > digits ? "'" + value + "' is more than 999 threads" : "";
}

std::vector<Option> options_of(ScanSettings& to) {
  std::vector<Option> options{
      {.names = "PATH",
       .value = "",
       .about = "files, folders or patterns; - is standard input; the current folder when nothing "
                "else is given",
       .target = &to.paths},
      stdin_name_option(to.stdin_name),
      {.names = "--files-from",
       .value = "FILE",
       .about = "the files that this list names, a line each, odd names quoted as git does; - is "
                "standard input",
       .target = &to.files_from},
      {.names = "--compared-from",
       .value = "FILE",
       .about = "likewise, files that are read only to be compared with the others",
       .target = &to.compared_from},
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
       .refuse = refuse_scan_jobs},
      today_of_steps_option(to.today),
  };
  add_step_options(options, to.step);
  return options;
}

constexpr std::uint64_t longest_name_line = 1U << 20U;  // bytes

// Whether JSON has an escape of a surrogate without its other half.
bool has_lone_surrogate(std::string_view json) {
  constexpr std::size_t digits = 4;
  const auto unit_at = [&](std::size_t at) {  // of an escape; 0 where there is none
    unsigned unit = 0;
    if (json.substr(at, 2) == "\\u" && at + 2 + digits <= json.size())
      std::from_chars(json.data() + at + 2, json.data() + at + 2 + digits, unit, 16);
    return unit;
  };
  const auto is_first = [](unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; };
  const auto is_second = [](unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; };
  for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
    const unsigned unit = unit_at(at);
    const bool is_pair = is_first(unit) && is_second(unit_at(at + 2 + digits));
    if (!is_pair && (is_first(unit) || is_second(unit))) return true;
    at += is_pair ? 2 * (2 + digits) : 2;
  }
  return false;
}

// What is wrong with the characters of a line that is no JSON, if it is that.
std::optional<std::string> fault_of_text(std::string_view line) {
  if (base::first_invalid_utf8(line)) return "it has bytes that are no UTF-8";
  if (has_lone_surrogate(line))
    return "it has half of a surrogate pair, as \\uD83D without \\uDE00";
  return std::nullopt;
}

// Gathers what comes line by line, so that threads have something to share.
class Feeder {
 public:
  Feeder(run::Scan& scan, const run::CheckRequest& request)
      : scan_(scan), names_(request.working_folder, *request.scan_root) {}

  base::Result<void> add_file(std::string_view line, bool asked) {
    if (line.empty()) return {};
    std::string name = unquoted(line);
    if (auto named = run::refuse_name(name); !named) return named;
    if (name == "-") name = "./-";  // no standard input in a list
    files_.push_back(names_.of(std::move(name)));
    if (files_.size() >= most) flush(asked);
    return {};
  }

  base::Result<void> add_text(std::string_view line) {
    if (line.empty()) return {};
    const auto json = base::read_json(line);
    if (!json) return no_article(fault_of_text(line).value_or(json.error().message));
    const std::string* file = text_of(*json, "file");
    const std::string* content = text_of(*json, "content");
    if (file == nullptr || file->empty()) return no_article("it has no text with the key 'file'");
    if (content == nullptr) return no_article("it has no text with the key 'content'");
    run::GivenText text{.file = *file, .content = *content};
    const auto taken = scan_.takes(text);
    if (!taken) return std::unexpected(taken.error());
    if (!*taken) return {};
    size_ += content->size();
    texts_.push_back(std::move(text));
    if (texts_.size() >= most || size_ >= most_bytes) flush(true);
    return {};
  }

  void flush(bool asked) {
    scan_.check_listed(std::exchange(files_, {}), asked);
    scan_.check_texts(std::exchange(texts_, {}));
    size_ = 0;
  }

 private:
  static const std::string* text_of(const base::Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() ? found->get_ptr<const std::string*>() : nullptr;
  }

  static std::unexpected<base::Error> no_article(const std::string& why) {
    return base::fail(base::ErrorCode::bad_value,
                      "this line is no article, for " + why +
                          R"(: write {"file":"name.md","content":"text"}, one article a line)");
  }

  static constexpr std::size_t most = 2048;
  static constexpr std::uint64_t most_bytes = 64ULL << 20;

  run::Scan& scan_;
  RealNames names_;
  std::vector<std::string> files_;
  std::vector<run::GivenText> texts_;
  std::uint64_t size_ = 0;
};

// False where it is the list itself that cannot be read: then there is no end.
bool refuse(base::Error error, run::Scan& scan, Console& console) {
  const bool is_list =
      error.code == base::ErrorCode::missing_path || error.code == base::ErrorCode::unreadable_file;
  if (is_list)
    console.report(error);
  else
    scan.note(std::move(error));
  return !is_list;
}

bool feed_list(run::Scan& scan, const run::CheckRequest& request,
               const std::optional<std::string>& list, bool asked, Console& console) {
  if (!list) return true;
  Feeder feeder(scan, request);
  bool is_whole = true;
  const LineReader reader{
      .take = [&](const base::Lines&,
                  std::string_view line) { return feeder.add_file(line, asked); },
      .refuse =
          [&](base::Error error) {
            is_whole = refuse(std::move(error), scan, console) && is_whole;
          },
      .longest = longest_name_line,
      .may_be_empty = true};
  if (!each_line({*list}, console, reader) || !is_whole) return false;
  feeder.flush(asked);
  return true;
}

bool feed_texts(run::Scan& scan, const run::CheckRequest& request,
                const std::optional<std::string>& list, Console& console) {
  if (!list) return true;
  Feeder feeder(scan, request);
  bool is_whole = true;
  const LineReader reader{.take =
                              [&](const base::Lines&, std::string_view line) {
                                auto added = feeder.add_text(line);
                                if (!added) scan.pass_over(line);
                                return added;
                              },
                          .refuse =
                              [&](base::Error error) {
                                is_whole = refuse(std::move(error), scan, console) && is_whole;
                              },
                          .longest = longest_text,
                          .may_be_empty = true};
  if (!each_line({*list}, console, reader) || !is_whole) return false;
  feeder.flush(true);
  return true;
}

bool has_list(const ScanSettings& settings) {
  return settings.files_from || settings.compared_from || settings.texts_from;
}

bool feed(run::Scan& scan, const run::CheckRequest& request, const ScanSettings& settings,
          Console& console) {
  if (!feed_list(scan, request, settings.files_from, true, console) ||
      !feed_list(scan, request, settings.compared_from, false, console) ||
      !feed_texts(scan, request, settings.texts_from, console))
    return false;
  if (!settings.paths.empty()) {
    scan.check_walk(settings.paths);
  } else if (!has_list(settings)) {
    scan.check_walk({settings.stdin_name.empty() ? "." : "-"});
  }
  return true;
}

// Standard input can be one thing only.
bool reads_input_twice(const ScanSettings& settings) {
  const auto is_input = [](const std::optional<std::string>& file) { return file == "-"; };
  const auto paths = std::ranges::count(settings.paths, "-");
  return std::min<std::ptrdiff_t>(paths, 1) + is_input(settings.files_from) +
             is_input(settings.compared_from) + is_input(settings.texts_from) >
         1;
}

Exit scan_articles(const ScanSettings& settings, Console& console) {
  if (reads_input_twice(settings)) {
    console.report({base::ErrorCode::bad_usage,
                    "standard input is named twice: it can be an article, or one list",
                    {}});
    return Exit::cut_off;
  }
  if (!settings.stdin_name.empty() && settings.paths.empty() && has_list(settings)) {
    console.report({base::ErrorCode::bad_usage,
                    "--stdin-filename names standard input, which is not among the paths: give -, "
                    "or leave the option out",
                    {}});
    return Exit::cut_off;
  }
  ArticleSettings articles;
  articles.paths = settings.paths;
  articles.stdin_name = settings.stdin_name;
  articles.today = settings.today;
  auto request = step_request(settings.step, console, std::move(articles));
  if (!request) {
    std::ignore = refused(request.error(), console);
    return console.interrupted() ? Exit::interrupted : Exit::cut_off;
  }
  request->jobs = settings.jobs;
  const run::TellLine tell = [&console](std::string_view line) {
    return console.out().write(line) && console.out().write("\n");
  };
  const run::ScanOptions options{.share = share_of(settings.part),
                                 .version = std::string(version())};
  run::Scan scan(*request, console.files(), options, tell);
  const bool whole = feed(scan, *request, settings, console) && scan.finish();
  return end_of_step(console, whole, scan.errors(), settings.step.quiet);
}

}  // namespace

Job prepare_scan() {
  auto settings = std::make_unique<ScanSettings>();
  auto options = options_of(*settings);
  return job_of(std::move(settings), std::move(options), scan_articles);
}

}  // namespace linter::commands
