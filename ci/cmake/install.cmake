# What `cmake --install` installs besides the emulator, whose folder does that itself, and what cpack
# packs. The command is a link to a folder of its own, where the programs that it starts stand beside it.
include(GNUInstallDirs)
set(programs "${CMAKE_INSTALL_LIBEXECDIR}/netioconf")
set(data "${CMAKE_INSTALL_DATADIR}/netioconf")  # conformance/repository finds it from the program

install(TARGETS netioconf RUNTIME DESTINATION "${programs}")
if(NETIOCONF_CAMPAIGN AND TARGET mutator)
  install(TARGETS library_fuzzer RUNTIME DESTINATION "${programs}")
endif()
file(RELATIVE_PATH program "/${CMAKE_INSTALL_BINDIR}" "/${programs}/netioconf")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/generated/bin")
file(CREATE_LINK "${program}" "${PROJECT_BINARY_DIR}/generated/bin/netioconf" SYMBOLIC)
install(FILES "${PROJECT_BINARY_DIR}/generated/bin/netioconf" DESTINATION "${CMAKE_INSTALL_BINDIR}")

install(PROGRAMS conformance/implementations/process/testee/testee.py DESTINATION "${programs}")
install(TARGETS reference_testee RUNTIME DESTINATION "${programs}")
install(DIRECTORY corpora/scripts corpora/traces corpora/reports DESTINATION "${data}/corpora")
install(DIRECTORY conformance/known DESTINATION "${data}/conformance"
  FILES_MATCHING PATTERN "*.textproto")
install(FILES oracle/sentences.tsv DESTINATION "${data}/oracle")
install(DIRECTORY reports/findings DESTINATION "${data}/reports")
install(PROGRAMS conformance/implementations/wine/own_network
  DESTINATION "${data}/conformance/implementations/wine")
install(PROGRAMS ci/examples/gate_project DESTINATION "${programs}")
install(FILES conformance/export/wine/test.h DESTINATION "${data}/winetest/wine")
install(FILES "${PROJECT_BINARY_DIR}/generated/reports/report.schema.json" DESTINATION "${data}")

# The file to install as a page: if its commands need the source tree, it says so below its heading.
function(netioconf_page_for_installation page file)
  set(${file} "${page}" PARENT_SCOPE)
  if(NOT page MATCHES "\\.md$" OR page MATCHES "^conformance/guides/")
    return()
  endif()
  file(READ "${PROJECT_SOURCE_DIR}/${page}" content)
  if(NOT content MATCHES "build/release/|[$] ci/|corpora/(scripts|reports|traces)")
    return()
  endif()
  set(words "Commands here that name `build/release`, `ci/` or `corpora/` need the source tree")
  string(REGEX REPLACE "^(# [^\n]*\n)" "\\1\n> ${words} and run in it.\n" content "${content}")
  file(WRITE "${PROJECT_BINARY_DIR}/generated/doc/${page}" "${content}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${page}")
  set(${file} "${PROJECT_BINARY_DIR}/generated/doc/${page}" PARENT_SCOPE)
endfunction()

# Every page, in its folder, with what pages refer to: their links work.
file(GLOB pages RELATIVE "${PROJECT_SOURCE_DIR}" *.md)
file(GLOB_RECURSE pages_of_folders RELATIVE "${PROJECT_SOURCE_DIR}"
  ci/*.md conformance/*.md corpora/*.md fuzz/*.md oracle/*.md reports/*.md)
list(FILTER pages_of_folders EXCLUDE REGEX node_modules)
foreach(page IN LISTS pages pages_of_folders ITEMS
    LICENSE action.yml conformance/emulator/exports/netioemu.h conformance/guides/examples/yours.c
    conformance/implementations/wine/programs_test.cc conformance/known/linux.textproto
    conformance/known/wine-user.textproto reports/pictures/comparison.png
    reports/pictures/difference.png reports/pictures/overview.png)
  cmake_path(GET page PARENT_PATH folder)
  netioconf_page_for_installation("${page}" file)
  install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_DOCDIR}/${folder}")
endforeach()

# The programs for Windows and Wine, if they were cross-built.
netioconf_install_windows("${NETIOCONF_WINDOWS_DIR}" "${programs}/windows")

# Manual pages and completions, from the command's own help.
set(manual "${PROJECT_BINARY_DIR}/generated/share")
add_custom_command(
  OUTPUT "${manual}/man/man1/netioconf.1"
  COMMAND netioconf manual --out "${manual}"
  DEPENDS netioconf
  COMMENT "Writing the manual"
  VERBATIM)
add_custom_target(manual ALL DEPENDS "${manual}/man/man1/netioconf.1")
install(DIRECTORY "${manual}/" DESTINATION "${CMAKE_INSTALL_DATADIR}")

# What has to be built before `cmake --install`; ci/package_test checks that nothing is missing.
add_custom_target(installed DEPENDS netioconf netioemu reference_testee manual reports_schema_files
  "${PROJECT_BINARY_DIR}/generated/reports/report.schema.json")
if(NETIOCONF_CAMPAIGN AND TARGET mutator)
  add_dependencies(installed library_fuzzer)
endif()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "conformance and fuzzing suite for Windows' route and anycast API")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS iproute2)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS wine64)
include(ci/cmake/package.cmake)
