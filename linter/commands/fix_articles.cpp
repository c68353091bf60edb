#include "linter/commands/fix_articles.h"

#include <utility>

#include "linter/commands/fix_writing.h"
#include "linter/source/source.h"

namespace linter::commands {

std::string FixArticles::path_of(const std::string& file) const {
  const auto found = articles_.find(file);
  return found == articles_.end() ? file : found->second.path;
}

base::Result<FixArticles::State*> FixArticles::state_of(const std::string& file) {
  const auto bytes = console_.files().read(path_of(file), source::default_max_file_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  const auto [state, first] = states_.try_emplace(file, State{*bytes, *bytes});
  if (*bytes == state->second.written) return &state->second;
  return base::fail(base::ErrorCode::write_failed,
                    "the file was changed by another program meanwhile; start again", file);
}

base::Result<fixes::Manuscript> FixArticles::original(const std::string& file) {
  const auto state = state_of(file);
  if (!state) return std::unexpected(state.error());
  return manuscript_of(articles_, file, (*state)->original);
}

base::Result<void> FixArticles::write(const std::string& file, std::vector<fixes::Fix> fixes) {
  const auto state = state_of(file);
  if (!state) return std::unexpected(state.error());
  const std::string& before = (*state)->original;
  std::string text = fixes::applied(before, fixes::fitting(before, std::move(fixes)));
  if (auto written = console_.files().write(path_of(file), text); !written) {
    written.error().file = file;
    return written;
  }
  (*state)->written = std::move(text);
  return {};
}

fixes::Passage FixArticles::passage(const findings::Location& place) const {
  const auto found = articles_.find(place.file);
  if (found != articles_.end() && found->second.format->unpack == nullptr) {
    auto bytes = console_.files().read(found->second.path, source::default_max_file_bytes);
    if (const auto state = states_.find(place.file); state != states_.end())
      bytes = state->second.original;
    if (bytes && place.span.end <= bytes->size() && place.span.of(*bytes) == place.text) {
      fixes::Passage passage =
          manuscript_of(articles_, place.file, *std::move(bytes)).passage(place.span);
      if (!passage.text.empty()) return passage;
    }
  }
  const auto size = static_cast<std::uint32_t>(place.text.size());
  if (place.excerpt.empty()) return {place.text, {0, size}};
  const std::uint32_t begin = place.excerpt_offset;
  const auto end = static_cast<std::uint32_t>(
      std::min<std::size_t>(begin + std::size_t{size}, place.excerpt.size()));
  return {place.excerpt, {std::min(begin, end), end}};
}

}  // namespace linter::commands
