#pragma once

#include "conformance/implementations/linux/adapter.h"

// The documented calls on routes and links, on an adapter.
namespace netioconf::conformance::implementations::linux {

void initialize_route(Adapter& adapter, MIB_IPFORWARD_ROW2* row);
[[nodiscard]] NETIO_STATUS create_route(Adapter& adapter, const MIB_IPFORWARD_ROW2* row);
[[nodiscard]] NETIO_STATUS set_route(Adapter& adapter, const MIB_IPFORWARD_ROW2* row);
[[nodiscard]] NETIO_STATUS get_route(Adapter& adapter, MIB_IPFORWARD_ROW2* row);
[[nodiscard]] NETIO_STATUS delete_route(Adapter& adapter, const MIB_IPFORWARD_ROW2* row);
[[nodiscard]] NETIO_STATUS route_table(Adapter& adapter, ADDRESS_FAMILY family,
                                       MIB_IPFORWARD_TABLE2** table);

struct BestRouteArguments {
  const NET_LUID* luid;
  NET_IFINDEX index;
  const SOCKADDR_INET* source;
  const SOCKADDR_INET* destination;
  MIB_IPFORWARD_ROW2* best_route;
  SOCKADDR_INET* best_source;
};
[[nodiscard]] NETIO_STATUS best_route(Adapter& adapter, const BestRouteArguments& arguments);
[[nodiscard]] NETIO_STATUS get_link(Adapter& adapter, MIB_IPINTERFACE_ROW* row);

}  // namespace netioconf::conformance::implementations::linux
