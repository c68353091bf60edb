#include "linter/word/libzip.h"

#include <dlfcn.h>
#include <optional>

namespace linter::word {
namespace {

constexpr const char* file_name = "libzip.so.4";  // the one of Debian 12, whose header this is

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::optional<Libzip> load() {
  void* const library = ::dlopen(file_name, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  Libzip zip;
  const bool complete =
      find(library, "zip_source_buffer_create", zip.source_buffer_create) &&
      find(library, "zip_source_buffer", zip.source_buffer) &&
      find(library, "zip_source_free", zip.source_free) &&
      find(library, "zip_source_keep", zip.source_keep) &&
      find(library, "zip_source_open", zip.source_open) &&
      find(library, "zip_source_close", zip.source_close) &&
      find(library, "zip_source_read", zip.source_read) &&
      find(library, "zip_source_stat", zip.source_stat) &&
      find(library, "zip_open_from_source", zip.open_from_source) &&
      find(library, "zip_discard", zip.discard) && find(library, "zip_close", zip.close) &&
      find(library, "zip_strerror", zip.strerror) &&
      find(library, "zip_get_num_entries", zip.get_num_entries) &&
      find(library, "zip_stat_init", zip.stat_init) &&
      find(library, "zip_stat_index", zip.stat_index) &&
      find(library, "zip_fopen_index", zip.fopen_index) && find(library, "zip_fread", zip.fread) &&
      find(library, "zip_fclose", zip.fclose) && find(library, "zip_file_add", zip.file_add) &&
      find(library, "zip_file_replace", zip.file_replace) &&
      find(library, "zip_file_set_dostime", zip.file_set_dostime);
  if (complete) return zip;
  return std::nullopt;
}

}  // namespace

const Libzip* libzip() {
  static const std::optional<Libzip> loaded = load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace linter::word
