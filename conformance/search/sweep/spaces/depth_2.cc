#include "conformance/search/sweep/spaces/depth_2.h"

#include "conformance/search/sweep/spaces/regions.h"

namespace netioconf::conformance::search::sweep::spaces {

std::vector<Region> regions_of_depth_2() {
  std::vector<Region> regions;
  regions.push_back(waiting(changes_with_one_registration()));
  regions.push_back(waiting(changes_with_two_registrations()));
  regions.push_back(waiting(changes_with_late_registration()));
  regions.push_back(routes_by_the_clock());
  regions.push_back(tables_of_two());
  regions.push_back(tables_kept());
  regions.push_back(routes_beside_anycasts());
  regions.push_back(recreated());
  regions.push_back(two_anycast_calls_one_member());
  regions.push_back(two_route_calls_one_member());
  regions.push_back(anycast_call_among_two());
  regions.push_back(route_call_among_two());
  regions.push_back(best_routes_to_one());
  regions.push_back(best_routes_among_two());
  regions.push_back(two_anycast_calls_two_members());
  regions.push_back(two_route_calls_two_members());
  regions.push_back(two_route_calls_one_member_each());
  regions.push_back(best_routes_without_routes());
  regions.push_back(lookups_of_missing_anycasts());
  regions.push_back(lookups_of_missing_routes());
  return regions;
}

}  // namespace netioconf::conformance::search::sweep::spaces
