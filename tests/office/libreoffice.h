// LibreOffice, where this machine has it.
#pragma once

#include <string>
#include <vector>

namespace tests {

[[nodiscard]] bool has_libreoffice();

// Converts files (absolute paths) to what `to` says ("docx:Office Open XML Text") into `folder`, in
// one go. Returns what it said.
std::string convert(const std::vector<std::string>& files, const std::string& to,
                    const std::string& folder, const std::string& input_filter = "");

}  // namespace tests
