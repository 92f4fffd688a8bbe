#include "conformance/sweep/regions.h"
namespace netioconf::conformance {
std::vector<Region> regions_of_depth_3() { return {}; }
}  // namespace netioconf::conformance
