// libzip, loaded when it is first needed.
#pragma once

#include <zip.h>

namespace linter::word {

// The functions that are used, by the names they have there.
struct Libzip {
  decltype(&::zip_source_buffer_create) source_buffer_create = nullptr;
  decltype(&::zip_source_buffer) source_buffer = nullptr;
  decltype(&::zip_source_free) source_free = nullptr;
  decltype(&::zip_source_keep) source_keep = nullptr;
  decltype(&::zip_source_open) source_open = nullptr;
  decltype(&::zip_source_close) source_close = nullptr;
  decltype(&::zip_source_read) source_read = nullptr;
  decltype(&::zip_source_stat) source_stat = nullptr;
  decltype(&::zip_open_from_source) open_from_source = nullptr;
  decltype(&::zip_discard) discard = nullptr;
  decltype(&::zip_close) close = nullptr;
  decltype(&::zip_strerror) strerror = nullptr;
  decltype(&::zip_get_num_entries) get_num_entries = nullptr;
  decltype(&::zip_stat_init) stat_init = nullptr;
  decltype(&::zip_stat_index) stat_index = nullptr;
  decltype(&::zip_fopen_index) fopen_index = nullptr;
  decltype(&::zip_fread) fread = nullptr;
  decltype(&::zip_fclose) fclose = nullptr;
  decltype(&::zip_file_add) file_add = nullptr;
  decltype(&::zip_file_replace) file_replace = nullptr;
  decltype(&::zip_file_set_dostime) file_set_dostime = nullptr;
};

// Null where the library is not on this machine. Loaded once, then shared by all threads.
[[nodiscard]] const Libzip* libzip();

}  // namespace linter::word
