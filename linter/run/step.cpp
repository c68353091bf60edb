#include "linter/run/step.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "linter/base/hash.h"
#include "linter/run/conclude.h"

namespace linter::run {

std::string root_of_steps(const CheckRequest& request, const base::FileSystem& files) {
  const config::FindOptions options = find_options(request);
  config::Configurations configurations(files, options);
  return configurations.of_folder(options.working_folder).root;
}

// What lies outside of the root is named from the working folder.
std::string path_of(const Plan& names, const std::string& shown) {
  const bool outside = shown == ".." || shown.starts_with("../");
  return base::normalised_path(base::join_path(outside ? names.working_folder : names.root, shown));
}

Plan names_of(const CheckRequest& request) {
  Plan plan;
  plan.working_folder = find_options(request).working_folder;
  plan.root = request.scan_root.value_or(plan.working_folder);
  return plan;
}

std::optional<base::Error> too_long(std::string_view line, const std::string& file) {
  if (line.size() <= records::longest_line) return std::nullopt;
  return base::Error{
      .code = base::ErrorCode::too_large,
      .message = fmt::format("what is to be said of this article takes {} bytes in one record, "
                             "more than the limit of {}, and is left out: shorten the words or "
                             "the comment that it quotes",
                             line.size(), records::longest_line),
      .file = file};
}

void ErrorTeller::tell(std::vector<base::Error> errors, const std::string& part) {
  constexpr std::size_t most = 1000;
  show_errors(names_, errors);
  settle(errors);
  for (base::Error& error : errors) {
    const std::string line = records::line_of(records::ErrorRecord{error, part});
    const std::uint64_t digest = base::hash64(line);
    if (!lines_.insert(digest).second) continue;
    tell_(line);
    if (digests_.size() < most) digests_.push_back(digest);
    if (told_.size() < most) told_.push_back(std::move(error));
  }
}

records::Made made_with(const CheckRequest& request, const Plan& names,
                        const config::Configurations& configurations, const Profiles& profiles,
                        const SettingsBook& book, std::string version) {
  return {.version = std::move(version),
          .today = request.today,
          .data = data_of(names, configurations, profiles),
          .settings = book.all()};
}

const SettingsBook::Entry& SettingsBook::entry_of(const config::Effective& effective,
                                                  const std::string& language,
                                                  std::string_view file) {
  const auto [known, is_new] = entries_.try_emplace({effective.index, language});
  Entry& entry = known->second;
  if (!is_new) return entry;
  std::ignore = profiles_.get(effective, language);
  entry.settings = {.file = std::string(file),
                    .language = language,
                    .data = profiles_.data_of(effective, language)};
  for (const auto& own : effective.configuration->files)
    entry.settings.data.push_back({"configuration " + shown_path(names_, own.path), own.digest});
  std::ranges::sort(entry.settings.data);
  const auto again = std::ranges::unique(entry.settings.data);
  entry.settings.data.erase(again.begin(), again.end());
  entry.digest = entry.settings.digest();
  return entry;
}

const records::Settings& SettingsBook::of(const config::Effective& effective,
                                          const std::string& language, std::string_view file) {
  return entry_of(effective, language, file).settings;
}

std::uint64_t SettingsBook::digest_of(const config::Effective& effective,
                                      const std::string& language, std::string_view file) {
  return entry_of(effective, language, file).digest;
}

std::vector<records::Settings> SettingsBook::all() const {
  std::vector<records::Settings> all;
  for (const auto& [key, entry] : entries_) all.push_back(entry.settings);
  return all;
}

}  // namespace linter::run
