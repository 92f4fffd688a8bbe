# Installs netioemu from ${build} below ${scratch}, builds the project in ${consumer} against it there
# and runs its programs: without options, with personalities and other settings, with unknown ones, and
# with a mutant, which the library ignores.

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGV}\nended with ${result}\n${output}")
  endif()
endfunction()

# expect_exit(<program> <status> [<variable>=<value> …])
function(expect_exit program status)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env ${ARGN} "${scratch}/build/${program}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL status)
    message(FATAL_ERROR "${program} with '${ARGN}' ended with ${result} instead of ${status}\n${output}")
  endif()
endfunction()

file(REMOVE_RECURSE "${scratch}")
run(${CMAKE_COMMAND} --install "${build}" --component netioemu --prefix "${scratch}/installed")
run(${CMAKE_COMMAND} -S "${consumer}" -B "${scratch}/build" -G "${generator}"
  "-DCMAKE_PREFIX_PATH=${scratch}/installed" "-DCMAKE_CXX_COMPILER=${compiler}"
  "-DCMAKE_C_COMPILER=${c_compiler}" "-DCMAKE_C_FLAGS=${flags}"
  "-DCMAKE_CXX_FLAGS=${flags}" "-DCMAKE_EXE_LINKER_FLAGS=${linker_flags}")
run(${CMAKE_COMMAND} --build "${scratch}/build")

expect_exit(consumer 0)
expect_exit(consumer 0 NETIOEMU_PERSONALITY=lenient)
expect_exit(consumer 1 NETIOEMU_PERSONALITY=literal)
expect_exit(consumer 2 NETIOEMU_PERSONALITY=no-such-personality)
expect_exit(consumer 2 NETIOEMU_CALLBACKS=nowhere)
expect_exit(consumer 2 NETIOEMU_SEED=no-such-seed)
expect_exit(consumer 0 NETIOEMU_MUTANT=entry-lost-after-success)
expect_exit(fake 0)
expect_exit(fake 0 NETIOEMU_CALLBACKS=caller)
expect_exit(fake 0 NETIOEMU_SEED=windows NETIOEMU_CALLBACKS=concurrent)
expect_exit(fake 1 NETIOEMU_PERSONALITY=common)

# The same with pkg-config, from the installed folder.
find_program(pkg_config pkg-config)
if(pkg_config)
  set(with_pkg_config ${CMAKE_COMMAND} -E env
    "PKG_CONFIG_PATH=${scratch}/installed/lib/pkgconfig:${scratch}/installed/lib64/pkgconfig")
  execute_process(COMMAND ${with_pkg_config} "${pkg_config}" --cflags --libs netioemu
    OUTPUT_VARIABLE words OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(words UNIX_COMMAND "${words}")
  separate_arguments(all_flags UNIX_COMMAND "${flags} ${linker_flags}")
  run(${c_compiler} ${all_flags} "${consumer}/fake.c" -o "${scratch}/build/fake_by_pkg_config" ${words}
    "-Wl,-rpath,${scratch}/installed/lib")
  expect_exit(fake_by_pkg_config 0)
else()
  message("pkg-config is not installed, so netioemu.pc is not tried")
endif()

# The library exports the names in exports.map and no others.
file(STRINGS "${exports}" documented REGEX "^    [A-Za-z_0-9]+;$")
list(TRANSFORM documented REPLACE "[ ;]" "")
list(TRANSFORM documented STRIP)
execute_process(COMMAND "${nm}" -D --defined-only --format=posix "${library}" OUTPUT_VARIABLE symbols)
string(REGEX MATCHALL "(^|\n)[^ \n]+ [^\n]*" lines "${symbols}")
set(exported "")
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^\n?([^ ]+) .*" "\\1" name "${line}")
  list(APPEND exported "${name}")
endforeach()
list(SORT exported)
list(SORT documented)
if(NOT exported STREQUAL documented)
  message(FATAL_ERROR "exported: ${exported}\ndocumented: ${documented}")
endif()
