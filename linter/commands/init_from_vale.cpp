#include "linter/commands/init_from_vale.h"

#include <algorithm>
#include <map>
#include <set>

#include "linter/base/harmless.h"
#include "linter/commands/data.h"
#include "linter/commands/new_file.h"
#include "linter/commands/policy_import.h"
#include "linter/commands/values.h"
#include "linter/config/keys.h"
#include "linter/fixes/diff.h"
#include "linter/run/each_article.h"
#include "linter/run/survey.h"
#include "linter/vale/project.h"
#include "linter/vale/switches.h"

namespace linter::commands {
namespace {

constexpr std::string_view patch_name = "vale-comments.patch";

struct NewFile {
  std::string path;
  std::string text;
};

// What is made of a project, and what is said about it.
class Import {
 public:
  Import(Console& console, std::string folder, std::string data)
      : console_(console), folder_(std::move(folder)), data_(std::move(data)) {}

  void read(const std::string& text, const std::string& path);
  [[nodiscard]] Exit write(const std::string& output);

 private:
  void read_styles();
  void add_vocabulary();
  void note_spelling();
  [[nodiscard]] run::CheckRequest request() const;
  [[nodiscard]] std::vector<NewFile> files_of(const std::string& output);
  // The comments of all articles as a patch; empty where there are none.
  [[nodiscard]] std::string patch();
  void say_all() const;

  Console& console_;
  std::string folder_;
  std::string data_;
  vale::Project project_;
  std::vector<vale::Note> notes_;
};

run::CheckRequest Import::request() const {
  run::CheckRequest request;
  request.paths = {folder_};
  request.data_folder = data_;
  request.images = image_folders(console_, data_);
  request.today = today();
  request.interrupted = &console_.interrupted();
  return request;
}

void Import::read(const std::string& text, const std::string& path) {
  project_.settings = vale::read_settings(text, path);
  std::ranges::move(project_.settings.notes, std::back_inserter(notes_));
  read_styles();
  add_vocabulary();
  note_spelling();
  project_.language = run::survey(request(), console_.files()).value.language;
}

void Import::read_styles() {
  for (const std::string& name : project_.settings.styles()) {
    if (name == "Vale") continue;
    auto style =
        vale::read_style(console_.files(), base::join_path(project_.settings.styles_path, name),
                         pack_id_of(console_, name));
    if (style) {
      project_.styles.push_back(std::move(*style));
    } else {
      notes_.push_back({project_.settings.file, 0,
                        "the style “" + name + "” is not below " + project_.settings.styles_path +
                            ": `vale sync` brings what `Packages` names"});
    }
  }
}

void Import::add_vocabulary() {
  vale::Vocabulary vocabulary = vale::read_vocabulary(console_.files(), project_.settings, notes_);
  for (vale::Style& style : project_.styles) {
    vale::except_words(style, vocabulary.words);
    settle_examples(console_, style);
  }
  project_.words = std::move(vocabulary.words);
  if (vocabulary.rules.rules.empty() || !project_.settings.uses("Vale")) return;
  settle_examples(console_, vocabulary.rules);
  project_.styles.push_back(std::move(vocabulary.rules));
}

void Import::note_spelling() {
  const bool spelt = project_.settings.uses("Vale");
  if (!spelt && !project_.settings.sections.empty())
    notes_.push_back({project_.settings.file, 0,
                      "Vale checked no spelling here, and galley does: `rules: {spelling: "
                      "suggestion}` in .galley.yaml makes it quieter"});
}

std::vector<NewFile> Import::files_of(const std::string& output) {
  const auto in_folder = [&](std::string_view name) { return base::join_path(folder_, name); };
  std::vector<NewFile> files;
  for (const vale::Style& style : project_.styles) {
    if (style.rules.empty()) continue;
    files.push_back(
        {in_folder(base::normalised_path(vale::pack_path(style))), vale::pack_text(style)});
  }
  if (!project_.words.empty()) {
    std::string list = "# Accepted by Vale's vocabularies.\n";
    for (const std::string& word : project_.words) list += word + '\n';
    files.push_back({in_folder(vale::word_list_path), std::move(list)});
  }
  // The configuration comes last: it names the others.
  files.push_back({output.empty() ? in_folder(config::file_name) : output,
                   vale::configuration_text(project_, notes_)});
  return files;
}

std::string Import::patch() {
  const findings::Outcome outcome = run::check(request(), console_.files());
  std::map<std::string, std::vector<const findings::Finding*>, std::less<>> by_file;
  for (const findings::Finding& finding : outcome.findings)
    if (finding.suppressed.empty() && finding.category != findings::Category::upkeep)
      by_file[finding.location.file].push_back(&finding);
  std::string text;
  std::uint64_t idle = 0;
  const auto visit = [&](const source::Source& source, const prose::Article& article) {
    auto ranges = vale::off_ranges(source.bytes, article);
    for (vale::OffRange& range : ranges) {
      const std::string wanted =
          range.rule.empty() ? std::string() : vale::galley_rule(project_, range.rule);
      std::set<std::string> rules;
      for (const findings::Finding* finding : by_file[source.path]) {
        const std::uint32_t at = finding->location.span.begin;
        const bool inside = range.off.end <= at && at < range.on.begin;
        if (inside && (range.rule.empty() || finding->rule == wanted)) rules.insert(finding->rule);
      }
      range.rules.assign(rules.begin(), rules.end());
      if (rules.empty()) ++idle;
    }
    text += fixes::diff(source.path, source.bytes,
                        vale::stets_for(source.bytes, source.path, ranges, notes_));
  };
  for (const base::Error& error : run::each_article(request(), console_.files(), visit))
    console_.report(error);
  if (idle > 0) {
    notes_.push_back({project_.settings.file, 0,
                      "comments that switch Vale off where galley finds nothing: " +
                          std::to_string(idle) + "; they may go when Vale does"});
  }
  return text;
}

void Import::say_all() const {
  say_notes(console_, notes_);
  for (const vale::Style& style : project_.styles) say_notes(console_, style);
}

Exit Import::write(const std::string& output) {
  const std::vector<NewFile> files = files_of(output);
  if (output == "-") {
    say_all();
    return console_.print(files.back().text);
  }
  const std::string patch_path = base::join_path(folder_, patch_name);
  if (!std::ranges::all_of(files,
                           [&](const NewFile& file) { return is_free(console_, file.path); }) ||
      !is_free(console_, patch_path)) {
    return Exit::incomplete;
  }
  for (const NewFile& file : files) {
    const Exit written = write_new_file(console_, file.path, file.text, "");
    if (written != Exit::fine) return written;
  }
  const std::string comments = patch();
  if (console_.interrupted()) return Exit::interrupted;
  say_all();
  if (!comments.empty()) {
    const Exit written = write_new_file(
        console_, patch_path, comments,
        "it puts stets in the place of comments that switch Vale off: read it, then patch -p1 < " +
            std::string(patch_name));
    if (written != Exit::fine) return written;
  }
  console_.say("galley: now try: galley check\n");
  return Exit::fine;
}

}  // namespace

Exit init_from_vale(Console& console, const std::string& path, const std::string& output) {
  const auto data = data_folder(console);
  if (!data) {
    console.report(data.error());
    return Exit::incomplete;
  }
  const auto text = console.files().read(path, config::max_configuration_bytes);
  if (!text) {
    console.report(text.error());
    return Exit::incomplete;
  }
  Import import(console, base::parent_path(path), *data);
  import.read(*text, path);
  if (console.interrupted()) return Exit::interrupted;
  return import.write(output);
}

}  // namespace linter::commands
