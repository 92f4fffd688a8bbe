#include "conformance/sweep/regions.h"
namespace netioconf::conformance {
std::vector<Region> regions_of_depth_2() { return {}; }
}  // namespace netioconf::conformance
