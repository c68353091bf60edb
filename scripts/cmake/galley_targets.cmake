# One static library per folder of linter/, one test program per folder of tests/unit/.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(galley_flags INTERFACE)
target_compile_options(galley_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -ffunction-sections -fdata-sections)
target_link_options(galley_flags INTERFACE -Wl,--gc-sections -Wl,--as-needed)
if(GALLEY_WERROR)
  target_compile_options(galley_flags INTERFACE -Werror)
endif()
if(GALLEY_SANITIZE)
  target_compile_options(galley_flags INTERFACE -fsanitize=${GALLEY_SANITIZE} -fno-sanitize-recover=all
                         -fno-omit-frame-pointer -O1)
  target_link_options(galley_flags INTERFACE -fsanitize=${GALLEY_SANITIZE})
  target_compile_definitions(galley_flags INTERFACE GALLEY_SANITIZED)
endif()
target_include_directories(galley_flags INTERFACE "${PROJECT_SOURCE_DIR}")

# galley_library(name SOURCES file... [USES folder...] [LIBRARIES third-party...])
# makes linter_<name>; a slash in the folder becomes an underscore in the name.
function(galley_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(linter_${name} STATIC ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND linter_)
  target_link_libraries(linter_${name} PUBLIC galley_flags ${ARG_USES} PRIVATE ${ARG_LIBRARIES})
endfunction()

# galley_test(name SOURCES file... [USES folder...] [LIBRARIES third-party...]) makes <name>_test and adds it to ctest.
function(galley_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND linter_)
  target_link_libraries(${name}_test PRIVATE galley_flags ${ARG_USES} ${ARG_LIBRARIES} GTest::gtest_main)
  target_compile_definitions(${name}_test PRIVATE GALLEY_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             GALLEY_BUILD_DIR="${PROJECT_BINARY_DIR}")
  if(NOT TARGET gtest_pch)
    # one precompiled GoogleTest header serves every test program
    file(WRITE "${PROJECT_BINARY_DIR}/gtest_pch.cpp" "")
    add_library(gtest_pch OBJECT "${PROJECT_BINARY_DIR}/gtest_pch.cpp")
    target_link_libraries(gtest_pch PRIVATE galley_flags GTest::gtest)
    target_precompile_headers(gtest_pch PRIVATE <gtest/gtest.h>)
  endif()
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()
