# The packages that the project needs. ci/setup installs all of them on Debian and Ubuntu.
find_package(Threads REQUIRED)
find_package(Protobuf 3.21 REQUIRED)
find_package(GTest REQUIRED)
find_package(rapidcheck REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(pugixml REQUIRED)
find_package(ZLIB REQUIRED)

# libmnl has no package file for CMake.
find_path(libmnl_headers libmnl/libmnl.h REQUIRED)
find_library(libmnl_library mnl REQUIRED)
add_library(mnl::mnl UNKNOWN IMPORTED)
set_target_properties(mnl::mnl PROPERTIES
  IMPORTED_LOCATION "${libmnl_library}"
  INTERFACE_INCLUDE_DIRECTORIES "${libmnl_headers}")
