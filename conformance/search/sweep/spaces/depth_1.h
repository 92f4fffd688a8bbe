#pragma once

#include "conformance/search/sweep/spaces/region.h"

// The regions of depth 1 that have their own file. depth_1.cc lists all of them in order.
namespace netioconf::conformance::search::sweep::spaces {

// The life of a route with every length that fits in the octet, of the prefix and of the site prefix,
// legal or not. A fault at a single length shows at no other length.
[[nodiscard]] Region routes_with_every_length();

}  // namespace netioconf::conformance::search::sweep::spaces
