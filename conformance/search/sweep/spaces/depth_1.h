#pragma once

#include "conformance/search/sweep/spaces/region.h"

// The regions of depth 1 that have a file of their own; depth_1.cc puts all in order.
namespace netioconf::conformance {

// A route's life with every length that fits in the octet, of the prefix and of the site prefix, legal
// or not: what an implementation does at a single one shows at none of the others.
[[nodiscard]] Region routes_with_every_length();

}  // namespace netioconf::conformance
