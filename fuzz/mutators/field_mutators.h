#pragma once

#include "fuzz/mutators/rng.h"
#include "oracle/model/host.h"
#include "oracle/model/operation.h"

namespace netioconf::fuzz::mutators {

// Changes one member to a close value, or to a boundary.
void mutate_field(Rng& rng, const oracle::Host& host, oracle::Operation& operation);

}  // namespace netioconf::fuzz::mutators
