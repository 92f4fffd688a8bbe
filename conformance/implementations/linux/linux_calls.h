#pragma once

#include <cstdlib>

#include "conformance/implementations/linux/adapter.h"

namespace netioconf::conformance::implementations::linux {

// The documented calls on an adapter. It supports no IPv4 anycast addresses.
struct LinuxCalls {
  void initialize_route(MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] NETIO_STATUS create_route(const MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] NETIO_STATUS set_route(const MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] NETIO_STATUS get_route(MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] NETIO_STATUS delete_route(const MIB_IPFORWARD_ROW2* row);
  [[nodiscard]] NETIO_STATUS route_table(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table);
  [[nodiscard]] NETIO_STATUS best_route(const NET_LUID* luid, NET_IFINDEX index,
                                        const SOCKADDR_INET* source, const SOCKADDR_INET* destination,
                                        ULONG sort_options, MIB_IPFORWARD_ROW2* best_route,
                                        SOCKADDR_INET* best_source);
  [[nodiscard]] NETIO_STATUS notify_route_change(ADDRESS_FAMILY family,
                                                 PIPFORWARD_CHANGE_CALLBACK callback, PVOID context,
                                                 BOOLEAN initial_notification, HANDLE* handle);
  [[nodiscard]] NETIO_STATUS cancel_notification(HANDLE handle);
  [[nodiscard]] NETIO_STATUS create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row);
  [[nodiscard]] NETIO_STATUS get_anycast(MIB_ANYCASTIPADDRESS_ROW* row);
  [[nodiscard]] NETIO_STATUS delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row);
  [[nodiscard]] NETIO_STATUS anycast_table(ADDRESS_FAMILY family, MIB_ANYCASTIPADDRESS_TABLE** table);
  [[nodiscard]] NETIO_STATUS get_link(MIB_IPINTERFACE_ROW* row);
  void free_table(PVOID memory) { std::free(memory); }

  Adapter adapter;
};

}  // namespace netioconf::conformance::implementations::linux
