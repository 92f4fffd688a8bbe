#pragma once

#include "oracle/model/steps.h"

// The rows in most ways.
namespace netioconf::oracle {

inline const RouteRow row = a_route();
inline const RouteRow untidy = to(row, ipv4(10, 0, 0, 9), 8);  // with host bits

}  // namespace netioconf::oracle
