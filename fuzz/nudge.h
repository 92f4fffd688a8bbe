#pragma once

#include "fuzz/chance.h"
#include "oracle/host.h"
#include "oracle/operation.h"

namespace netioconf::fuzz {

// Changes one member to a close value, or to a boundary.
void nudge(Chance& chance, const oracle::Host& host, oracle::RouteRow& row);
void nudge(Chance& chance, const oracle::Host& host, oracle::AnycastRow& row);
void nudge(Chance& chance, const oracle::Host& host, oracle::Operation& operation);

}  // namespace netioconf::fuzz
