# The emulator under the documented C names for Windows: one DLL for programs and one for drivers.

# Converts the list of exports for ELF into one for this linker.
function(netioconf_exports file module)
  set(map "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/exports.map")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${map}")
  file(STRINGS "${map}" names REGEX "^    [A-Za-z_0-9]+;$")
  list(TRANSFORM names REPLACE ";" "")
  list(JOIN names "\n" names)
  file(CONFIGURE OUTPUT "${file}" CONTENT "LIBRARY ${module}\nEXPORTS\n${names}\n")
endfunction()

# netioconf_emulated(<folder> <file that chooses the behaviour> [<what that file uses>…])
# The targets <folder>_iphlpapi and <folder>_netio.
function(netioconf_emulated folder choice)
  foreach(module IN ITEMS iphlpapi.dll netio.sys)
    cmake_path(GET module STEM stem)
    cmake_path(GET module EXTENSION extension)
    set(target ${folder}_${stem})
    if(module STREQUAL iphlpapi.dll)
      set(form emulator_form_user_mode)
    else()
      set(form emulator_form_driver)
    endif()
    set(exports "${CMAKE_CURRENT_BINARY_DIR}/${target}.def")
    netioconf_exports("${exports}" ${module})
    add_library(${target} SHARED ${choice} "${exports}")
    target_link_libraries(${target}
      PRIVATE netioconf_warnings conformance_emulator_exports ${form} ${ARGN})
    set_target_properties(${target} PROPERTIES
      PREFIX "" OUTPUT_NAME ${stem} SUFFIX ${extension}
      RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${folder}")
  endforeach()
  target_link_options(${folder}_netio PRIVATE LINKER:--subsystem,native)
endfunction()

netioconf_emulated(emulated chosen_personality.cc)
