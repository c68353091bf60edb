// Word documents built for tests, part by part.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

// A zip file with these parts in the order of their names, packed.
[[nodiscard]] std::string zip(const std::map<std::string, std::string>& parts,
                              const std::string& password = "");

// The parts of a zip file, unpacked; throws std::runtime_error when it is none.
[[nodiscard]] std::map<std::string, std::string> unzip(std::string_view bytes);

// What a document is made of; `body` is what <w:body> holds. Empty parts are left out.
struct Docx {
  std::string body;
  std::string styles{};     // what <w:styles> holds
  std::string numbering{};  // what <w:numbering> holds
  std::string footnotes{};
  std::string endnotes{};
  std::map<std::string, std::string> parts{};  // further ones, or others in their place

  [[nodiscard]] std::map<std::string, std::string> all_parts() const;
  [[nodiscard]] std::string bytes() const { return zip(all_parts()); }
};

// <w:p><w:r><w:t>…
[[nodiscard]] std::string paragraph(std::string_view text, std::string_view properties = "");
// <w:r><w:t>…
[[nodiscard]] std::string run(std::string_view text, std::string_view properties = "");

}  // namespace tests
