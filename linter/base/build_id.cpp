#include "linter/base/build_id.h"

#include <cstddef>
#include <cstring>
#include <elf.h>
#include <link.h>
#include <string_view>

namespace linter::base {
namespace {

constexpr std::size_t padded(std::size_t size) {
  return (size + 3U) / 4U * 4U;
}

// The identifier among the notes of one segment; empty when it is not there.
std::string_view id_among(std::string_view notes) {
  constexpr std::string_view owner{"GNU\0", 4};
  ElfW(Nhdr) note{};
  while (notes.size() >= sizeof note) {
    std::memcpy(&note, notes.data(), sizeof note);
    notes.remove_prefix(sizeof note);
    const std::size_t name = padded(note.n_namesz);
    const std::size_t content = padded(note.n_descsz);
    if (name > notes.size() || content > notes.size() - name) return {};
    const bool is_id = note.n_type == NT_GNU_BUILD_ID && notes.substr(0, note.n_namesz) == owner;
    if (is_id) return notes.substr(name, note.n_descsz);
    notes.remove_prefix(name + content);
  }
  return {};
}

// Called with the program first, then with its libraries.
int look_at(dl_phdr_info* object, std::size_t /*size*/, void* found) {
  for (std::size_t i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* notes = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    const std::string_view id = id_among({notes, segment.p_memsz});
    if (!id.empty()) static_cast<std::string*>(found)->assign(id);
  }
  return 1;  // only the program
}

}  // namespace

std::string build_id() {
  std::string id;
  ::dl_iterate_phdr(look_at, &id);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string shown;
  for (const char byte : id) {
    shown += digits[static_cast<unsigned char>(byte) >> 4U];
    shown += digits[static_cast<unsigned char>(byte) & 0xFU];
  }
  return shown;
}

}  // namespace linter::base
