#include "linter/checks/spelling/building/write_image.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>

namespace linter::checks::spelling {

bool write_image(const std::string& output, std::string_view header, std::string_view name,
                 std::string_view bytes) {
  std::ofstream out(output, std::ios::binary);
  out << "#include \"linter/checks/spelling/" << header
      << "\"\n\n#include <array>\n"
         "#include <cstdint>\n\nnamespace linter::checks::spelling {\nnamespace {\n"
         "constexpr std::array<std::uint64_t, "
      << bytes.size() / sizeof(std::uint64_t) << "> table{" << std::hex;
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    out << (at % 64 == 0 ? "\n" : "") << "0x" << number << ',';
  }
  out << "};\n}  // namespace\n\nstd::string_view " << name
      << "() {\n"
         "  return {reinterpret_cast<const char*>(table.data()), sizeof table};\n}\n\n"
         "}  // namespace linter::checks::spelling\n";
  out.close();
  return static_cast<bool>(out);
}

std::string read_table(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace linter::checks::spelling
