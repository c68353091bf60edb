# Every library that galley uses, in one place; each is a Debian 12 package.

# galley_static_library(target library header): an imported target for an archive without a CMake target of its own.
function(galley_static_library target library header)
  find_library(${library}_ARCHIVE NAMES lib${library}.a REQUIRED)
  find_path(${library}_HEADERS NAMES ${header} REQUIRED)
  add_library(${target} STATIC IMPORTED)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION "${${library}_ARCHIVE}"
                        INTERFACE_INCLUDE_DIRECTORIES "${${library}_HEADERS}")
endfunction()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
# Static where Debian has an archive: each shared library costs start-up time, and Boost's drags in ICU.
set(Boost_USE_STATIC_LIBS ON)
find_package(Boost 1.74 REQUIRED COMPONENTS regex)
galley_static_library(yaml-cpp::static yaml-cpp yaml-cpp/yaml.h)
galley_static_library(expat::expat expat expat.h)
galley_static_library(stemmer::stemmer stemmer libstemmer.h)
galley_static_library(utf8proc::utf8proc utf8proc utf8proc.h)
galley_static_library(hunspell::static hunspell-1.7 hunspell/hunspell.hxx)
find_package(md4c REQUIRED)
find_package(fmt REQUIRED)
# Debian has no archive of it, but its headers hold all of it: one is made of them here. Compiled in each file that uses
# it (fmt::fmt-header-only), it would take three seconds in each; the shared library would be one more to load.
if(GALLEY_SANITIZE)
  # What is not ours need not be sanitized, nor compiled.
  add_library(fmt_archive INTERFACE)
  target_link_libraries(fmt_archive INTERFACE fmt::fmt)
else()
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/fmt_archive.cpp" @ONLY CONTENT [[
#include <fmt/format-inl.h>

template auto fmt::detail::dragonbox::to_decimal(double) noexcept -> dragonbox::decimal_fp<double>;
template auto fmt::detail::dragonbox::to_decimal(float) noexcept -> dragonbox::decimal_fp<float>;
template fmt::detail::locale_ref::locale_ref(const std::locale&);
template auto fmt::detail::locale_ref::get<std::locale>() const -> std::locale;
template auto fmt::detail::thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template auto fmt::detail::decimal_point_impl(locale_ref) -> char;
template void fmt::detail::buffer<char>::append(const char*, const char*);
template void fmt::detail::vformat_to(buffer<char>&, string_view, basic_format_args<FMT_BUFFER_CONTEXT(char)>, locale_ref);
]])
  add_library(fmt_archive STATIC "${PROJECT_BINARY_DIR}/fmt_archive.cpp")
  target_link_libraries(fmt_archive PRIVATE galley_flags)
endif()
find_package(pugixml REQUIRED)
find_package(tomlplusplus REQUIRED)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
# Loaded at run time, where a document is read: only its headers are needed, and it must be there.
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(libgit2 REQUIRED IMPORTED_TARGET libgit2)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
if(GALLEY_TESTS)
  find_package(GTest REQUIRED)
endif()
if(GALLEY_BENCH)
  find_package(benchmark REQUIRED)
endif()
