#include "tests/docs/document.h"

#include <algorithm>
#include <span>

namespace tests {
namespace {

constexpr std::string_view anything = "…\n";

struct Line {
  std::string_view text;  // with its line end
  std::size_t begin = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back({text.substr(at, end - at), at});
    at = end;
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \r\n") + 1);
}

class Reader {
 public:
  explicit Reader(std::string_view page) : page_(page), lines_(lines_of(page)) {}

  std::vector<Step> read() {
    for (; at_ < lines_.size(); ++at_) {
      const std::string_view text = trimmed(lines_[at_].text);
      if (text.starts_with("```")) {
        read_block(text.substr(std::min(text.find_first_not_of('`'), text.size())));
      } else if (!text.empty()) {
        title_ = title_of(text);
      }
    }
    return std::move(steps_);
  }

 private:
  static std::string title_of(std::string_view line) {
    const bool is_title = line.size() > 3 && line.starts_with('`') && line.ends_with("`:");
    const std::string_view name = is_title ? line.substr(1, line.size() - 3) : "";
    return std::string(name.contains('`') ? "" : name);
  }

  void read_block(std::string_view language) {
    const std::size_t fence = lines_[at_].text.find_first_not_of('`');
    const std::string close(fence, '`');
    const std::size_t first = ++at_;
    while (at_ < lines_.size() && trimmed(lines_[at_].text) != close) ++at_;
    const std::span<const Line> block(lines_.data() + first, at_ - first);
    if (language == "console") {
      read_commands(block, first);
    } else if (!title_.empty()) {
      ShownFile file{.name = title_, .text = {}};
      for (const Line& line : block) file.text += line.text;
      steps_.emplace_back(std::move(file));
    }
    title_.clear();
  }

  void read_commands(std::span<const Line> block, std::size_t first) {
    ShownCommand* command = nullptr;
    bool open = false;
    for (std::size_t i = 0; i < block.size(); ++i) {
      const std::string_view text = block[i].text;
      if (open || text.starts_with("$ ")) {
        if (!open) command = &std::get<ShownCommand>(steps_.emplace_back(ShownCommand{}));
        command->command += trimmed(open ? text : text.substr(2));
        open = command->command.ends_with('\\');
        if (open) command->command += '\n';
        command->line = first + i + 1;
        command->begin = block[i].begin + text.size();
      } else if (command != nullptr) {
        command->output += text;
      }
    }
  }

  std::string_view page_;
  std::vector<Line> lines_;
  std::size_t at_ = 0;
  std::string title_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> steps_of(std::string_view page) {
  return Reader(page).read();
}

bool shows(std::string_view shown, std::string_view actual) {
  const std::size_t gap = shown.find(anything);
  if (gap == std::string_view::npos || (gap > 0 && shown[gap - 1] != '\n')) return shown == actual;
  if (!actual.starts_with(shown.substr(0, gap))) return false;
  const std::string_view rest = shown.substr(gap + anything.size());
  actual.remove_prefix(gap);
  while (!shows(rest, actual)) {
    if (actual.empty()) return false;
    const std::size_t end = actual.find('\n');
    actual.remove_prefix(end == std::string_view::npos ? actual.size() : end + 1);
  }
  return true;
}

}  // namespace tests
