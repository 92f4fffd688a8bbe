# What all packages have in common. SOURCE_DATE_EPOCH makes them the same in every build.
set(CPACK_PACKAGE_VENDOR "The netioconf authors")
set(CPACK_PACKAGE_CONTACT "The netioconf authors <netioconf@users.noreply.github.com>")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
include(CPack)
