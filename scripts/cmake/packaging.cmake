# What an installation and a Debian package of galley hold.
#
# The data beside the program in a build tree has the layout of share/galley in an installation: policies/,
# dictionaries/ and words/ (the word sets, which are made while building).

file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/data")
foreach(folder policies dictionaries)
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${folder}" "${PROJECT_BINARY_DIR}/data/${folder}" SYMBOLIC)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}" DESTINATION "${CMAKE_INSTALL_DATADIR}/galley")
endforeach()
install(DIRECTORY "${PROJECT_BINARY_DIR}/data/words" DESTINATION "${CMAKE_INSTALL_DATADIR}/galley")
install(TARGETS galley RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(TARGETS galley_git LIBRARY DESTINATION lib/galley)

# galley_generated(file folder name command...): what `galley command...` writes, installed as folder/name.
function(galley_generated file folder name)
  set(output "${PROJECT_BINARY_DIR}/${file}")
  add_custom_command(OUTPUT "${output}" COMMAND galley ${ARGN} > "${output}" DEPENDS galley VERBATIM)
  set_property(GLOBAL APPEND PROPERTY galley_generated "${output}")
  # written anew: whoever built the program alone has those of the one before
  list(JOIN ARGN "\" \"" arguments)
  install(CODE "execute_process(COMMAND \"$<TARGET_FILE:galley>\" \"${arguments}\" OUTPUT_FILE \"${output}\" COMMAND_ERROR_IS_FATAL ANY)")
  install(FILES "${output}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}" RENAME "${name}")
endfunction()
galley_generated(galley.1 man/man1 galley.1 man)
galley_generated(galley.bash bash-completion/completions galley completions bash)
galley_generated(galley.zsh zsh/vendor-completions _galley completions zsh)
galley_generated(galley.fish fish/vendor_completions.d galley.fish completions fish)
get_property(generated GLOBAL PROPERTY galley_generated)
add_custom_target(galley_generated ALL DEPENDS ${generated})

install(FILES README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# scripts/package, or cpack --config build/release/CPackConfig.cmake -B build/release
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The galley authors")
set(CPACK_PACKAGE_CONTACT "The galley authors")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "hunspell-en-us, libzip4")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "hunspell-en-gb")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "hunspell-en-med")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "${PROJECT_DESCRIPTION}
 galley reads a folder of articles and says, for each, what must not be
 published: misspelt words, wrong terms, and claims that a regulator or the
 house refuses. It works offline and explains every finding.")
include(CPack)
