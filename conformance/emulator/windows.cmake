# The emulator under the documented C names for Windows: what a program loads, and what a driver imports.

# A list of exports for the linker, from the one for ELF.
function(netioconf_exports file module)
  set(map "${CMAKE_CURRENT_SOURCE_DIR}/exports.map")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${map}")
  file(STRINGS "${map}" names REGEX "^    [A-Za-z_0-9]+;$")
  list(TRANSFORM names REPLACE ";" "")
  list(JOIN names "\n" names)
  file(CONFIGURE OUTPUT "${file}" CONTENT "LIBRARY ${module}\nEXPORTS\n${names}\n")
endfunction()

netioconf_exports("${CMAKE_CURRENT_BINARY_DIR}/iphlpapi.def" iphlpapi.dll)
add_library(emulated_iphlpapi SHARED exports.cc "${CMAKE_CURRENT_BINARY_DIR}/iphlpapi.def")
target_link_libraries(emulated_iphlpapi PRIVATE netioconf_flags netioconf_warnings emulator mutants)
set_target_properties(emulated_iphlpapi PROPERTIES
  PREFIX "" OUTPUT_NAME iphlpapi
  RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/emulated")
