# The target `windows_testees` builds the preset `windows` in the folder windows/ of this build. Tests
# and packages need it. Without a compiler for Windows it builds nothing.
set(NETIOCONF_WINDOWS_DIR "${PROJECT_BINARY_DIR}/windows")
find_program(NETIOCONF_MINGW NAMES x86_64-w64-mingw32-g++-posix x86_64-w64-mingw32-g++)
mark_as_advanced(NETIOCONF_MINGW)
if(NOT NETIOCONF_MINGW)
  message(STATUS "windows_testees: left out, because mingw-w64 is missing (ci/setup installs it)")
  add_custom_target(windows_testees)
  return()
endif()

add_custom_command(
  OUTPUT "${NETIOCONF_WINDOWS_DIR}/build.ninja"
  COMMAND "${CMAKE_COMMAND}" --preset windows -B "${NETIOCONF_WINDOWS_DIR}"
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
  VERBATIM)
# The nested build decides what is out of date. It prints no progress, as that of the outer build counts.
add_custom_target(windows_testees
  COMMAND "${CMAKE_COMMAND}" --build "${NETIOCONF_WINDOWS_DIR}" --parallel 2 -- --quiet
  DEPENDS "${NETIOCONF_WINDOWS_DIR}/build.ninja"
  VERBATIM)
