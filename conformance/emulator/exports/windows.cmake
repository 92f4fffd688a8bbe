# The emulator under the documented C names for Windows: one DLL for programs and one for drivers.

# Converts the list of exports for ELF into one for this linker.
function(netioconf_exports file module)
  set(map "${CMAKE_CURRENT_SOURCE_DIR}/exports.map")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${map}")
  file(STRINGS "${map}" names REGEX "^    [A-Za-z_0-9]+;$")
  list(TRANSFORM names REPLACE ";" "")
  list(JOIN names "\n" names)
  file(CONFIGURE OUTPUT "${file}" CONTENT "LIBRARY ${module}\nEXPORTS\n${names}\n")
endfunction()

function(netioconf_emulated target module)
  set(exports "${CMAKE_CURRENT_BINARY_DIR}/${target}.def")
  netioconf_exports("${exports}" ${module})
  cmake_path(GET module STEM stem)
  cmake_path(GET module EXTENSION extension)
  add_library(${target} SHARED exports.cc "${exports}")
  target_link_libraries(${target} PRIVATE netioconf_flags netioconf_warnings conformance_emulator conformance_mutants)
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${stem} SUFFIX ${extension}
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/emulated")
endfunction()

netioconf_emulated(emulated_iphlpapi iphlpapi.dll)
netioconf_emulated(emulated_netio netio.sys)
target_link_options(emulated_netio PRIVATE LINKER:--subsystem,native)
