# What cpack packs for Windows: the testees, the driver, the emulator's DLLs and how to use them.
netioconf_install_windows("${PROJECT_BINARY_DIR}" . PATTERN "mutated" EXCLUDE)
install(FILES conformance/abi/netioapi.h conformance/emulator/exports/netioemu.h
  DESTINATION include/netioconf)
install(FILES LICENSE DESTINATION .)
install(FILES conformance/implementations/windows/RUNNING.md DESTINATION . RENAME README.md)
install(FILES conformance/emulator/exports/forwarding/README.md DESTINATION forwarding)
install(FILES conformance/emulator/exports/README.md DESTINATION emulated)

set(CPACK_GENERATOR ZIP)
set(CPACK_PACKAGE_FILE_NAME "netioconf-${PROJECT_VERSION}-windows-x64")
include(ci/cmake/package.cmake)
