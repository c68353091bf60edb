# Tables of words are data that go into the program: a row of a file in dictionaries/en/ becomes one of an array.

# Sets `variable` to the table's text without its comments.
function(galley_read_table file variable)
  set(path "${PROJECT_SOURCE_DIR}/dictionaries/en/${file}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
  file(READ "${path}" text)
  string(REGEX REPLACE "#[^\n]*\n" "" text "${text}")
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# Sets `variable` to `    {"first", "second"},` for each row of two columns.
function(galley_table_of_pairs file variable)
  galley_read_table(${file} text)
  string(REGEX REPLACE "([^\t\n]+)\t([^\n]+)\n" "    {\"\\1\", \"\\2\"},\n" rows "${text}")
  set(${variable} "${rows}" PARENT_SCOPE)
endfunction()

# Sets `variable` to `    "second",` for each row whose first column is `kind`.
function(galley_table_of_kind file kind variable)
  galley_read_table(${file} text)
  string(REGEX MATCHALL "(^|\n)${kind}\t[^\n]+" lines "\n${text}")
  set(rows "")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^\n?${kind}\t" "" word "${line}")
    string(APPEND rows "    \"${word}\",\n")
  endforeach()
  set(${variable} "${rows}" PARENT_SCOPE)
endfunction()

# Of a table of rows "class, tab, words": sets `names` to the classes as enumerators, and `arrays` to an array of the words
# of each.
function(galley_word_classes file names arrays)
  galley_read_table(${file} text)
  string(REGEX REPLACE "([^\t\n]+)\t[^\n]+\n" "  \\1,\n" enumerators "${text}")
  string(REGEX REPLACE "[^\t\n]+\t([^\n]+)\n" "std::to_array<base::ShortText>({\"\\1\"}),\n" rows "${text}")
  string(REPLACE " " "\", \"" rows "${rows}")
  set(${names} "${enumerators}" PARENT_SCOPE)
  set(${arrays} "${rows}" PARENT_SCOPE)
endfunction()
