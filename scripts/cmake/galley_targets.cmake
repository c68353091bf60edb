# One static library per folder of linter/, one test program per folder of tests/unit/.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # the sloppiness that ccache asks for where a precompiled header is used
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
endif()

add_library(galley_flags INTERFACE)
# Where files are read as one, what one calls its own may hide what another calls so.
set(is_apart "$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>")
target_compile_options(galley_flags INTERFACE -Wall -Wextra -Wpedantic "$<${is_apart}:-Wshadow>" -Wconversion
                       -ffunction-sections -fdata-sections)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # When GCC 12 optimises, these see faults in the standard library's strings that are not there (its bugs 105651,
  # 105762, 105329, mended in 13). Debug builds and clang keep watch.
  target_compile_options(galley_flags INTERFACE
    $<$<OR:$<NOT:$<CONFIG:Debug>>,$<BOOL:${GALLEY_SANITIZE}>>:-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-maybe-uninitialized;-Wno-array-bounds>)
endif()
if(GALLEY_WHOLE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC does not look for memory to use again before it has half a gigabyte: .9 of the time for a fifth more of it.
  target_compile_options(galley_flags INTERFACE --param=ggc-min-heapsize=500000)
endif()
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM AND (GALLEY_SANITIZE OR GALLEY_WHOLE))
  # Fifty programs that hold most of galley: lld links one in a fifth of the time.
  set(links_soon -fuse-ld=lld)
endif()
if(GALLEY_SANITIZE)
  target_link_options(galley_flags INTERFACE ${links_soon})
endif()
target_link_options(galley_flags INTERFACE -Wl,--gc-sections -Wl,--as-needed -Wl,--build-id=sha1)
if(GALLEY_WERROR)
  target_compile_options(galley_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # What clang's -Wconversion means beyond GCC's, and what it sees in the headers of GCC's library.
  target_compile_options(galley_flags INTERFACE -Wno-sign-conversion -Wno-deprecated-declarations)
endif()
# Test programs only need to be compiled soon: what they test is sanitized, and optimised where it reads every word.
set(is_tested "$<NOT:$<BOOL:$<TARGET_PROPERTY:GALLEY_IS_TEST>>>")
set(is_busy "$<NOT:$<BOOL:$<TARGET_PROPERTY:GALLEY_IS_SELDOM_RUN>>>")
if(GALLEY_SANITIZE)
  # -O1 is compiled in .8 to .9 of the time of -O2, by GCC under the thread sanitizer and by clang under the others.
  target_compile_options(galley_flags INTERFACE -g1
    "$<$<AND:${is_tested},${is_busy}>:-O1>"
    "$<${is_tested}:-fsanitize=${GALLEY_SANITIZE};-fno-sanitize-recover=all;-fno-omit-frame-pointer>")
  target_link_options(galley_flags INTERFACE -fsanitize=${GALLEY_SANITIZE})
  if(GALLEY_SANITIZE MATCHES address AND GALLEY_SANITIZE MATCHES undefined)
    # What the address sanitizer sees where it is read (through a null pointer, outside of an object), and whether an
    # object is of the class that it is used as, need not be asked at each pointer, too: .8 of the time of compiling.
    target_compile_options(galley_flags INTERFACE "$<${is_tested}:-fno-sanitize=null,object-size,vptr>")
  endif()
  if(GALLEY_SANITIZE MATCHES address)
    # 400,000 addresses need not be moved at each start: .87 of the time of a short run, of which the tests do thousands.
    target_link_options(galley_flags INTERFACE "$<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-no-pie>")
  endif()
  target_compile_definitions(galley_flags INTERFACE GALLEY_SANITIZED)
endif()
if(GALLEY_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "GALLEY_FUZZ needs clang: cmake --preset asan")
  endif()
  # What a fuzzer learns from each comparison is asked for by those who search for long: the tests do not use it.
  if(GALLEY_FUZZ_COMPARES)
    set(watched -fsanitize=fuzzer-no-link)
  else()
    set(watched -fsanitize-coverage=inline-8bit-counters,pc-table)
  endif()
  # Fuzzers read bytes: no one goes beyond the checks of policies.
  set(is_fuzzed "$<NOT:$<BOOL:$<TARGET_PROPERTY:GALLEY_IS_NOT_FUZZED>>>")
  target_compile_options(galley_flags INTERFACE "$<$<AND:${is_tested},${is_fuzzed}>:${watched}>")
endif()
target_include_directories(galley_flags INTERFACE "${PROJECT_SOURCE_DIR}")

# What is installed has its own copy of the compiler's C++ library: the loader looks up 1,500 names of the shared one at
# every start, 0.4 ms. The module for git has its own, too, which nothing outside of it sees: what the two hand to each
# other is of one layout and one heap (both are built together, and malloc is the system's), and no exception. What
# unwinds the stack stays shared: exceptions pass through the C library (std::call_once), which uses that one.
add_library(galley_static_runtime INTERFACE)
if(NOT GALLEY_SANITIZE)
  target_link_options(galley_static_runtime INTERFACE -static-libstdc++ -shared-libgcc -Wl,--exclude-libs,ALL)
endif()

# What nearly every file includes of the standard library, precompiled once for all libraries: a third of their time.
# Without it (GALLEY_PRECOMPILE=OFF) one compiler cache serves several work trees.
if(GALLEY_PRECOMPILE)
  set(precompiled standard_headers)
  if(GALLEY_SANITIZE)
    # what is not optimised needs its own
    list(APPEND precompiled unoptimised_standard_headers)
  endif()
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/standard_headers.cpp" CONTENT "")
  foreach(headers IN LISTS precompiled)
    add_library(${headers} OBJECT EXCLUDE_FROM_ALL "${PROJECT_BINARY_DIR}/standard_headers.cpp")
    target_link_libraries(${headers} PRIVATE galley_flags)
    target_precompile_headers(${headers} PRIVATE
      <algorithm> <array> <cstdint> <expected> <functional> <map> <memory> <optional> <span> <string> <string_view> <tuple>
      <unordered_map> <utility> <vector>)
  endforeach()
  set_target_properties(${precompiled} PROPERTIES GALLEY_IS_SELDOM_RUN ON)
  set_target_properties(standard_headers PROPERTIES GALLEY_IS_SELDOM_RUN OFF)
endif()

# galley_precompile(target) has the target begin with those headers.
function(galley_precompile target)
  if(NOT GALLEY_PRECOMPILE)
    return()
  endif()
  set(headers standard_headers)
  get_target_property(is_seldom_run ${target} GALLEY_IS_SELDOM_RUN)
  if(GALLEY_SANITIZE AND is_seldom_run)
    set(headers unoptimised_standard_headers)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${headers})
endfunction()

# galley_read_as_one(target files): so many files of the target at a time (0: all) are read as one.
function(galley_read_as_one target files)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${files})
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

# galley_library(name [SELDOM_RUN] [NOT_FUZZED] [AS_ONE] SOURCES file... [APART file...] [USES folder...] [LIBRARIES third-party...])
# makes linter_<name>; a slash in the folder becomes an underscore in the name. What is built whole each time (GALLEY_WHOLE:
# the sanitizers, and all in CI) reads a folder as one file, one of more than thirteen files as two; AS_ONE folders, which
# include nearly all others, as one in any case: .8 of the time for 1.5 GB of memory.
# The sanitizers do not optimise what is SELDOM_RUN: once in a run or for a finding, not for each word. APART are files that give something of
# their own a name that another file gives, too: these are read alone. Nothing that a fuzzer runs is in what is NOT_FUZZED.
function(galley_library name)
  cmake_parse_arguments(ARG "SELDOM_RUN;NOT_FUZZED;AS_ONE" "" "SOURCES;APART;USES;LIBRARIES" ${ARGN})
  add_library(linter_${name} STATIC ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND linter_)
  target_link_libraries(linter_${name} PUBLIC galley_flags ${ARG_USES} PRIVATE ${ARG_LIBRARIES})
  set_target_properties(linter_${name} PROPERTIES GALLEY_IS_SELDOM_RUN ${ARG_SELDOM_RUN} GALLEY_IS_NOT_FUZZED ${ARG_NOT_FUZZED})
  if(GALLEY_WHOLE)
    set_source_files_properties(${ARG_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    list(REMOVE_ITEM ARG_SOURCES ${ARG_APART})
    list(LENGTH ARG_SOURCES files)
    set(at_a_time 0)
    if(files GREATER 13 AND NOT ARG_AS_ONE)
      math(EXPR at_a_time "(${files} + 1) / 2")
    endif()
    galley_read_as_one(linter_${name} ${at_a_time})
  endif()
  galley_precompile(linter_${name})
endfunction()

# galley_tool(name SOURCES file... [LIBRARIES target...]) makes a program that runs while galley is built.
function(galley_tool name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE galley_flags ${ARG_LIBRARIES})
  set_target_properties(${name} PROPERTIES GALLEY_IS_SELDOM_RUN ON)
  if(GALLEY_WHOLE)
    galley_read_as_one(${name} 0)
  endif()
  galley_precompile(${name})
endfunction()

# galley_made_before(variable file...) sets `variable` to those files of the other build (GALLEY_TESTS_OF), where they need
# not be made here: they are the same, and what makes them runs in one thread, where the thread sanitizer sees nothing.
function(galley_made_before variable)
  set(${variable} "" PARENT_SCOPE)
  if(NOT GALLEY_SANITIZE STREQUAL "thread" OR NOT GALLEY_TESTS_OF)
    return()
  endif()
  set(files "")
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${PROJECT_BINARY_DIR}")
    if(NOT EXISTS "${GALLEY_TESTS_OF}/${file}")
      return()
    endif()
    list(APPEND files "${GALLEY_TESTS_OF}/${file}")
  endforeach()
  set(${variable} ${files} PARENT_SCOPE)
endfunction()

# The tests of what runs in several threads: what the thread sanitizer is for.
add_custom_target(threaded)

# What tests are made of is the same in every build: it is not sanitized, and asks tests/support/build.h for the rest. So one
# build may link what another has compiled (GALLEY_TESTS_OF): each says in compiled_tests/<target> where that is.
add_custom_target(compiled_tests)
set(compiled_before "")
if(GALLEY_TESTS_OF)
  file(GLOB compiled_before "${GALLEY_TESTS_OF}/compiled_tests/*")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${compiled_before})
  set(all_objects "")
  foreach(list IN LISTS compiled_before)
    file(STRINGS "${list}" objects)
    list(APPEND all_objects ${objects})
  endforeach()
  get_filename_component(tests_preset "${GALLEY_TESTS_OF}" NAME)
  add_custom_target(tests_compiled_before
    COMMAND "${PROJECT_SOURCE_DIR}/scripts/build" ${tests_preset} compiled_tests
    BYPRODUCTS ${all_objects}
    COMMENT "Looking after the tests of ${tests_preset}"
    VERBATIM)
endif()

# galley_test_code(variable target source...) sets `variable` to the sources that the target of a test has, or to what was
# compiled of them before.
function(galley_test_code variable target)
  set(${variable} ${ARGN} PARENT_SCOPE)
  set(list "${GALLEY_TESTS_OF}/compiled_tests/${target}")
  if(list IN_LIST compiled_before)
    file(STRINGS "${list}" objects)
    set_source_files_properties(${objects} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
    set(${variable} ${objects} PARENT_SCOPE)
  endif()
endfunction()

# galley_as_test(target) has what only tests use compiled as they are: soon, and not sanitized.
function(galley_as_test target)
  set_target_properties(${target} PROPERTIES GALLEY_IS_TEST ON)
  if("${GALLEY_TESTS_OF}/compiled_tests/${target}" IN_LIST compiled_before)
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    add_dependencies(${target} tests_compiled_before)
    return()
  endif()
  if(GALLEY_WHOLE)
    galley_read_as_one(${target} 0)
  endif()
  target_precompile_headers(${target} REUSE_FROM gtest_header)
  file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/compiled_tests/${target}"
       CONTENT "$<JOIN:$<TARGET_OBJECTS:${target}>,\n>\n" TARGET ${target})
  add_custom_target(compiled_${target} DEPENDS $<TARGET_OBJECTS:${target}>)
  add_dependencies(compiled_tests compiled_${target})
endfunction()

# galley_test(name [THREADED] [COST seconds] SOURCES file... [USES folder...] [LIBRARIES third-party...])
# makes <name>_test and adds it to ctest. THREADED ones are run under the thread sanitizer too. COST is about how long it
# takes, where that is long: the longest is begun first. What is built whole each time reads the files of a test as one, in
# a third of the time of each alone: what two files of a test have of their own is named apart.
function(galley_test name)
  cmake_parse_arguments(ARG "THREADED" "COST" "SOURCES;USES;LIBRARIES" ${ARGN})
  galley_test_code(code ${name}_test ${ARG_SOURCES})
  add_executable(${name}_test ${code})
  list(TRANSFORM ARG_USES PREPEND linter_)
  target_link_libraries(${name}_test PRIVATE ${ARG_USES} ${ARG_LIBRARIES} tests_framework GTest::gtest_main)
  galley_as_test(${name}_test)
  add_test(NAME ${name} COMMAND ${name}_test)
  if(ARG_COST)
    set_tests_properties(${name} PROPERTIES COST ${ARG_COST})
  endif()
  if(ARG_THREADED)
    add_dependencies(threaded ${name}_test)
    set_tests_properties(${name} PROPERTIES LABELS threads ENVIRONMENT
      "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/thread_sanitizer.supp")
  endif()
endfunction()

if(GALLEY_TESTS)
  # What every test program is compiled with.
  add_library(tests_framework INTERFACE)
  target_compile_definitions(tests_framework INTERFACE GALLEY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(tests_framework INTERFACE galley_flags tests_build GTest::gtest)
  target_compile_options(tests_framework INTERFACE $<$<CONFIG:Release>:-O0>)
  target_link_options(tests_framework INTERFACE ${links_soon})
  # GoogleTest's header, precompiled once for all of them: 0.5 s a file instead of 1.2.
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/gtest_header.cpp" CONTENT "")
  add_library(gtest_header OBJECT EXCLUDE_FROM_ALL "${PROJECT_BINARY_DIR}/gtest_header.cpp")
  set_target_properties(gtest_header PROPERTIES GALLEY_IS_TEST ON)
  target_link_libraries(gtest_header PRIVATE tests_framework)
  target_precompile_headers(gtest_header PRIVATE <gtest/gtest.h>)
endif()
