#include "linter/commands/line_faults.h"

#include <algorithm>
#include <iterator>

namespace linter::commands {
namespace {

constexpr std::size_t most_faults = 100;     // different ones of one file
constexpr std::size_t most_lines_told = 21;  // the first, and twenty like it

// " (12 lines like this one: 4, 5, … and 2 more)"
std::string others_like(const std::vector<std::uint32_t>& lines, std::uint64_t count) {
  if (count < 2) return {};
  std::string text =
      " (" + std::to_string(count - 1) + (count == 2 ? " line" : " lines") + " like this one: ";
  for (std::size_t i = 1; i < lines.size(); ++i)
    text += (i == 1 ? "" : ", ") + std::to_string(lines[i]);
  if (count > lines.size()) text += " and " + std::to_string(count - lines.size()) + " more";
  return text + ')';
}

}  // namespace

void LineFaults::add(base::Error error) {
  OfFile& of_file = files_[error.file];
  std::string key(base::code_name(error.code));
  key += ' ' + error.message;
  auto known = of_file.alike.find(key);
  if (known == of_file.alike.end()) {
    if (of_file.alike.size() == most_faults) {
      ++of_file.others;
      return;
    }
    known = of_file.alike.try_emplace(std::move(key)).first;
  }
  Fault& fault = known->second;
  ++fault.count;
  fault.lines.insert(std::ranges::upper_bound(fault.lines, error.line), error.line);
  if (fault.lines.size() > most_lines_told) fault.lines.pop_back();
  fault.error = std::move(error);
  fault.error.line = fault.lines.front();
}

void LineFaults::tell(const std::function<void(base::Error)>& refuse) {
  for (auto& [file, of_file] : files_) {
    std::vector<Fault> faults;
    for (auto& [key, fault] : of_file.alike) faults.push_back(std::move(fault));
    std::ranges::stable_sort(faults, {}, [](const Fault& fault) { return fault.error.line; });
    for (Fault& fault : faults) {
      fault.error.message += others_like(fault.lines, fault.count);
      refuse(std::move(fault.error));
    }
    if (of_file.others == 0) continue;
    refuse({.code = base::ErrorCode::bad_value,
            .message = "other lines are damaged, too (" + std::to_string(of_file.others) +
                       (of_file.others == 1 ? " line in all)" : " lines in all)"),
            .file = file});
  }
  files_.clear();
}

}  // namespace linter::commands
