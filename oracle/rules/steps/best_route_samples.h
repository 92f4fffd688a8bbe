#pragma once

#include "oracle/testing/judging.h"

// What the tests of best routes and of best sources share.
namespace netioconf::oracle::rules::steps {

inline const SocketAddress target = ipv4(10, 1, 2, 3);
inline const RouteRow wide = a_route();  // 10.0.0.0/8

inline Step found(const RouteRow& row) { return found_best(best_route_to(target), row); }

}  // namespace netioconf::oracle::rules::steps
