# Writes the commit of ${source} as a header, at each build, but only if it has changed. A release of the
# sources has no history: ${given} names its commit.
set(commit "${given}")
if(NOT commit)
  execute_process(COMMAND git describe --always --abbrev=12 --exclude=* --dirty=+changes
    WORKING_DIRECTORY "${source}" OUTPUT_VARIABLE commit ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if(NOT commit)
  set(commit unknown)
endif()
file(CONFIGURE OUTPUT "${header}" CONTENT "#define NETIOCONF_COMMIT \"${commit}\"\n")
