# The target `mutator`: libprotobuf-mutator with its libFuzzer glue, which is included as
# "src/libfuzzer/libfuzzer_macro.h".
# It comes from the first of
#   1. the sources in NETIOCONF_MUTATOR_DIR
#   2. an installed package
#   3. the sources that ci/setup takes out of a Debian source package
#   4. upstream, at a commit that builds against protobuf 3.21; only if NETIOCONF_FUZZ is on
# Without any of them the target does not exist.

set(fetched "${PROJECT_SOURCE_DIR}/build/deps/libprotobuf-mutator")

function(netioconf_build_mutator sources)
  add_library(mutator STATIC
    "${sources}/src/binary_format.cc"
    "${sources}/src/mutator.cc"
    "${sources}/src/text_format.cc"
    "${sources}/src/utf8_fix.cc"
    "${sources}/src/libfuzzer/libfuzzer_macro.cc"
    "${sources}/src/libfuzzer/libfuzzer_mutator.cc")
  target_include_directories(mutator SYSTEM PUBLIC "${sources}")
  target_link_libraries(mutator PUBLIC protobuf::libprotobuf PRIVATE netioconf_unguided)
  set_target_properties(mutator PROPERTIES COMPILE_WARNING_AS_ERROR OFF EXCLUDE_FROM_ALL ON)
endfunction()

if(NOT NETIOCONF_MUTATOR_DIR)
  find_package(libprotobuf-mutator CONFIG QUIET)
endif()

if(NETIOCONF_MUTATOR_DIR)
  if(NOT EXISTS "${NETIOCONF_MUTATOR_DIR}/src/libfuzzer/libfuzzer_macro.cc")
    message(FATAL_ERROR
      "NETIOCONF_MUTATOR_DIR=${NETIOCONF_MUTATOR_DIR}: it contains no sources of libprotobuf-mutator")
  endif()
  netioconf_build_mutator("${NETIOCONF_MUTATOR_DIR}")
elseif(libprotobuf-mutator_FOUND)
  add_library(mutator INTERFACE)
  target_link_libraries(mutator INTERFACE
    libprotobuf-mutator::protobuf-mutator-libfuzzer libprotobuf-mutator::protobuf-mutator)
elseif(EXISTS "${fetched}/src/libfuzzer/libfuzzer_macro.cc")
  netioconf_build_mutator("${fetched}")
elseif(NETIOCONF_FUZZ)
  message(STATUS "libprotobuf-mutator: using upstream (NETIOCONF_MUTATOR_DIR names a local copy)")
  include(FetchContent)
  # SOURCE_SUBDIR names a folder that does not exist, because only the sources are needed. The upstream
  # CMakeLists.txt sets flags for every target.
  FetchContent_Declare(libprotobuf_mutator
    GIT_REPOSITORY https://github.com/google/libprotobuf-mutator.git
    GIT_TAG 50ef9159bb838931d83e5bbd77eeec05fc50f57d
    SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(libprotobuf_mutator)
  netioconf_build_mutator("${libprotobuf_mutator_SOURCE_DIR}")
endif()
