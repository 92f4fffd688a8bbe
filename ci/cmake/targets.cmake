# The kinds of targets that a folder declares. All of them take
#   SOURCES  the list of files, including headers
#   USES     the targets and packages that they include, also for users of this target

add_library(netioconf_flags INTERFACE)
target_include_directories(netioconf_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_include_directories(netioconf_flags SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/generated")

add_library(netioconf_warnings INTERFACE)
if(NOT MSVC)  # nor clang-cl, which knows the options of MSVC
  target_compile_options(netioconf_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wno-missing-field-initializers
    # g++ 12 takes an empty std::optional for uninitialized, sums of strings for overlapping ones, and a
    # file that is compiled together with others for a header.
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-maybe-uninitialized;-Wno-restrict;-Wno-subobject-linkage>)
endif()

# For code whose branches should not guide a fuzzer; if only the emulator is instrumented, also without
# sanitizers.
if(NOT NETIOCONF_INSTRUMENT MATCHES "^(everything|emulator)$")
  message(FATAL_ERROR
    "NETIOCONF_INSTRUMENT is everything or emulator, not ${NETIOCONF_INSTRUMENT}")
endif()
add_library(netioconf_unguided INTERFACE)
if(NETIOCONF_INSTRUMENT STREQUAL "emulator")
  target_compile_options(netioconf_unguided INTERFACE -fno-sanitize=all -O2)
elseif(NETIOCONF_FUZZ)
  target_compile_options(netioconf_unguided INTERFACE -fsanitize-coverage=0)
endif()

# The headers of the packages and of the standard library that take long to parse, and the nouns that
# nearly every file includes, precompiled once for all C++ code. CLI11 is not one of them, because each
# file would compile its functions again.
# CMAKE_DISABLE_PRECOMPILE_HEADERS builds without, as ci/gcc does, which finds a missing #include.
if(NOT WIN32)
  set(headers
    algorithm array charconv chrono expected filesystem fmt/format.h fstream functional gmock/gmock.h
    google/protobuf/map.h google/protobuf/message.h google/protobuf/repeated_field.h
    google/protobuf/text_format.h gtest/gtest.h map memory mutex nlohmann/json.hpp optional
    oracle/model/finding.h oracle/model/rule.h oracle/model/trace.h oracle/readings/reading.h ranges
    rapidcheck.h regex set span sstream string string_view thread tuple unordered_map variant vector)
  list(TRANSFORM headers REPLACE "(.+)" "#include <\\1>\n")
  list(JOIN headers "" headers)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/precompiled.h" CONTENT "${headers}" @ONLY)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/precompiled.cc" CONTENT "")
  function(netioconf_precompile target)
    add_library(${target} OBJECT "${PROJECT_BINARY_DIR}/generated/precompiled.cc")
    target_compile_options(${target} PRIVATE ${ARGN})
    target_link_libraries(${target} PRIVATE netioconf_flags netioconf_warnings GTest::gmock)
    if(NETIOCONF_INSTRUMENT STREQUAL "emulator")
      target_link_libraries(${target} PRIVATE netioconf_unguided)
    endif()
    target_precompile_headers(${target} PRIVATE
      "$<$<COMPILE_LANGUAGE:CXX>:${PROJECT_BINARY_DIR}/generated/precompiled.h>")
  endfunction()
  netioconf_precompile(netioconf_precompiled)
  if(NETIOCONF_HOT_FOLDERS)
    netioconf_precompile(netioconf_precompiled_hot -O1)
  endif()
endif()

# Whether the present folder is one of these folders of the project, or below one.
function(netioconf_is_in result)
  set(${result} OFF PARENT_SCOPE)
  foreach(folder IN LISTS ARGN)
    set(folder "${PROJECT_SOURCE_DIR}/${folder}")
    cmake_path(IS_PREFIX folder "${CMAKE_CURRENT_SOURCE_DIR}" is_prefix)
    if(is_prefix)
      set(${result} ON PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# What all our code is compiled with.
function(netioconf_compile target)
  target_link_libraries(${target} PRIVATE netioconf_warnings)
  if(NETIOCONF_INSTRUMENT STREQUAL "emulator")
    netioconf_is_in(is_emulator conformance/emulator)
    if(is_emulator)
      return()  # The precompiled header is not instrumented.
    endif()
    target_link_libraries(${target} PRIVATE netioconf_unguided)
  endif()
  set(precompiled netioconf_precompiled)
  get_target_property(kind ${target} TYPE)
  netioconf_is_in(is_hot ${NETIOCONF_HOT_FOLDERS})
  if(is_hot AND NOT kind STREQUAL "EXECUTABLE")
    set(precompiled netioconf_precompiled_hot)
    target_compile_options(${target} PRIVATE -O1)
  else()
    target_compile_options(${target} PRIVATE ${NETIOCONF_COLD_FLAGS})
  endif()
  get_target_property(sources ${target} SOURCES)
  if(TARGET ${precompiled} AND sources MATCHES "\\.cc")
    target_precompile_headers(${target} REUSE_FROM ${precompiled})
  endif()
endfunction()

# Compiles each header of a target alone to find headers that do not include what they use.
function(netioconf_check_headers target sources uses)
  set(surrogates "")
  foreach(header IN LISTS sources)
    if(NETIOCONF_CHECK_HEADERS AND header MATCHES "\\.h$")
      set(surrogate "${CMAKE_CURRENT_BINARY_DIR}/headers/${target}/${header}.cc")
      file(CONFIGURE OUTPUT "${surrogate}"
        CONTENT "#include \"${CMAKE_CURRENT_SOURCE_DIR}/${header}\"\n")
      list(APPEND surrogates "${surrogate}")
    endif()
  endforeach()
  if(surrogates)
    add_library(${target}_headers OBJECT ${surrogates})
    target_link_libraries(${target}_headers PRIVATE netioconf_flags netioconf_warnings ${uses})
  endif()
endfunction()

# netioconf_library(<target> [SHARED] SOURCES … [USES …])
# A target without any .cc or .c file has headers only. Without SHARED, BUILD_SHARED_LIBS decides.
function(netioconf_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SHARED" "" "SOURCES;USES")
  set(compiled ${arg_SOURCES})
  list(FILTER compiled INCLUDE REGEX "\\.(cc|c)$")
  if(NOT compiled)
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE netioconf_flags ${arg_USES})
  else()
    set(kind "")
    if(arg_SHARED)
      set(kind SHARED)
    endif()
    add_library(${target} ${kind} ${arg_SOURCES})
    target_link_libraries(${target} PUBLIC netioconf_flags ${arg_USES})
    netioconf_compile(${target})
  endif()
  netioconf_check_headers(${target} "${arg_SOURCES}" "${arg_USES}")
endfunction()

# netioconf_proto(<target> SOURCES x.proto …)
# The C++ code of .proto files, included as "<folder>/x.pb.h", without our warnings.
function(netioconf_proto target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES")
  set(generated "${PROJECT_BINARY_DIR}/generated")
  file(MAKE_DIRECTORY "${generated}")
  add_library(${target} STATIC)
  target_link_libraries(${target}
    PUBLIC netioconf_flags protobuf::libprotobuf PRIVATE netioconf_unguided)
  set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR OFF)
  foreach(source IN LISTS arg_SOURCES)
    cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE path)
    cmake_path(RELATIVE_PATH path BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE relative)
    cmake_path(REMOVE_EXTENSION relative LAST_ONLY OUTPUT_VARIABLE stem)
    add_custom_command(
      OUTPUT "${generated}/${stem}.pb.cc" "${generated}/${stem}.pb.h"
      COMMAND protobuf::protoc --cpp_out=${generated} --proto_path=${PROJECT_SOURCE_DIR} ${relative}
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
      DEPENDS "${path}" protobuf::protoc
      VERBATIM)
    target_sources(${target} PRIVATE "${generated}/${stem}.pb.cc")
  endforeach()
endfunction()

# netioconf_program(<target> SOURCES … [USES …])
# The program is in the root of the build folder: build/<preset>/<target>.
function(netioconf_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE netioconf_flags ${arg_USES})
  netioconf_compile(${target})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  netioconf_check_headers(${target} "${arg_SOURCES}" "${arg_USES}")
endfunction()

# netioconf_test(<folder> SOURCES … [USES …])
# Makes <folder>_test. ctest runs each of its suites as <folder>.<suite>. Nothing is built for Windows.
function(netioconf_test folder)
  if(WIN32)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
  set(target ${folder}_test)
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE netioconf_flags ${arg_USES} GTest::gmock_main)
  netioconf_compile(${target})
  set(suites "${CMAKE_CURRENT_BINARY_DIR}/${target}_suites.cmake")
  file(GENERATE OUTPUT "${suites}" CONTENT "set(folder ${folder})
set(program \"$<TARGET_FILE:${target}>\")
set(root \"${PROJECT_SOURCE_DIR}\")
set(scratch \"${PROJECT_BINARY_DIR}/scratch\")
include(\"${PROJECT_SOURCE_DIR}/ci/cmake/suites.cmake\")
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${suites}")
  netioconf_check_headers(${target} "${arg_SOURCES}" "${arg_USES};GTest::gmock")
endfunction()

# Compiles the C++ files of a target together, eight at a time, if the preset wants that: half the time
# for all, more for one. Files in C have no namespaces for what is private.
function(netioconf_together target)
  get_target_property(sources ${target} SOURCES)
  if(NETIOCONF_TOGETHER AND NOT sources MATCHES "\\.c(;|$)")
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
endfunction()

# netioconf_folder([MODULES …] [SOURCES …] [USES …] [TESTS …] [TEST_USES …])
# The library of the present folder and the program of its tests. The library has the folder's path as
# name, with _ for /, as the namespace has it with ::. The program has the same name with _test.
# A module is a name: NAME.cc, NAME.c and NAME.h belong to the library and NAME_test.cc to the tests, if
# they exist. TESTS are modules of the tests only. SOURCES are files that the build makes.
function(netioconf_folder)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "MODULES;SOURCES;USES;TESTS;TEST_USES")
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}"
    OUTPUT_VARIABLE target)
  string(REPLACE "/" "_" target "${target}")
  netioconf_module_files(sources "${arg_MODULES}" .cc .c .h)
  netioconf_module_files(tests "${arg_MODULES}" _test.cc)
  netioconf_module_files(only_tests "${arg_TESTS}" .cc .c .h)
  if(sources)
    netioconf_library(${target} SOURCES ${sources} ${arg_SOURCES} USES ${arg_USES})
    get_target_property(kind ${target} TYPE)
    if(NOT kind STREQUAL "INTERFACE_LIBRARY")
      netioconf_together(${target})
    endif()
  endif()
  if(NOT (tests OR only_tests))
    return()
  endif()
  set(tested "")
  if(sources)
    set(tested ${target})
  endif()
  netioconf_test(${target} SOURCES ${tests} ${only_tests} USES ${tested} ${arg_TEST_USES})
  if(TARGET ${target}_test)
    netioconf_together(${target}_test)
  endif()
endfunction()

# The files NAME.ENDING that exist in the present folder.
function(netioconf_module_files result names)
  set(found "")
  foreach(name IN LISTS names)
    foreach(ending IN LISTS ARGN)
      if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${name}${ending}")
        list(APPEND found "${name}${ending}")
      endif()
    endforeach()
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# All fuzz targets, and their names for ci/smoke; the names of those for ci/oss-fuzz/build.sh.
add_custom_target(fuzzers)
file(WRITE "${PROJECT_BINARY_DIR}/fuzzers.txt" "")
file(WRITE "${PROJECT_BINARY_DIR}/farm_fuzzers.txt" "")
separate_arguments(netioconf_engine UNIX_COMMAND "${NETIOCONF_FUZZING_ENGINE}")

# netioconf_fuzzer(<name>_fuzzer [CAMPAIGN] [EMULATOR] [LOCAL] SOURCES … [MUTATION …] [USES …])
# With NETIOCONF_FUZZ a fuzz target; without it, the same code with a main that replays the given files.
# MUTATION: sources that mutate the target's messages with libprotobuf-mutator; replaying does not need
# them.
# CAMPAIGN: campaigns or ci/bench run it without instrumentation, so it is a fuzz target also with
# NETIOCONF_CAMPAIGN.
# EMULATOR: it tests an implementation, not our own parsers or the judge, so it is also a target if only
# the emulator is instrumented.
# LOCAL: of no use on a fuzzing farm.
# If the folder has <name>_fuzzer.options and .dict, they are copied to the folder of the program.
function(netioconf_fuzzer target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "CAMPAIGN;EMULATOR;LOCAL" "" "SOURCES;MUTATION;USES")
  if(NETIOCONF_INSTRUMENT STREQUAL "emulator" AND NOT arg_EMULATOR)
    return()
  endif()
  set(with_engine "${NETIOCONF_FUZZ}")
  if(arg_CAMPAIGN AND NETIOCONF_CAMPAIGN AND TARGET mutator)
    set(with_engine ON)
  endif()
  if(NETIOCONF_FUZZ AND arg_MUTATION AND NOT TARGET mutator)
    message(STATUS "${target}: left out, because libprotobuf-mutator is missing (ci/setup fetches it)")
    return()
  endif()
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE netioconf_flags ${arg_USES})
  netioconf_compile(${target})
  if(with_engine)
    target_link_libraries(${target} PRIVATE ${netioconf_engine})
    if(arg_MUTATION)
      target_sources(${target} PRIVATE ${arg_MUTATION})
      target_link_libraries(${target} PRIVATE mutator)
    endif()
  else()
    target_link_libraries(${target} PRIVATE replay_main)
  endif()
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  foreach(kind IN ITEMS options dict)
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${target}.${kind}")
      configure_file("${target}.${kind}" "${PROJECT_BINARY_DIR}/${target}.${kind}" COPYONLY)
    endif()
  endforeach()
  add_dependencies(fuzzers ${target})
  file(APPEND "${PROJECT_BINARY_DIR}/fuzzers.txt" "${target}\n")
  if(NOT arg_LOCAL)
    file(APPEND "${PROJECT_BINARY_DIR}/farm_fuzzers.txt" "${target}\n")
  endif()
endfunction()

# netioconf_install_windows(<folder> <destination> [PATTERN … EXCLUDE])
# Installs the programs for Windows of a build folder, without those that only tests need.
function(netioconf_install_windows folder destination)
  install(DIRECTORY "${folder}/" DESTINATION "${destination}" OPTIONAL
    FILES_MATCHING PATTERN "*.exe" PATTERN "*.dll" PATTERN "*.sys"
    PATTERN "CMakeFiles" EXCLUDE PATTERN "conformance" EXCLUDE PATTERN "packages" EXCLUDE
    PATTERN "lasting_machine.dll" EXCLUDE ${ARGN})
endfunction()
