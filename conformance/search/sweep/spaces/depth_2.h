#pragma once

#include "conformance/search/sweep/spaces/region.h"

// The regions of depth 2. depth_2.cc lists them in order.
namespace netioconf::conformance::search::sweep::spaces {

[[nodiscard]] Region two_route_calls_one_member();
[[nodiscard]] Region two_anycast_calls_one_member();
[[nodiscard]] Region recreated();
[[nodiscard]] Region route_call_among_two();
[[nodiscard]] Region anycast_call_among_two();
[[nodiscard]] Region two_route_calls_two_members();
[[nodiscard]] Region two_route_calls_one_member_each();
[[nodiscard]] Region two_anycast_calls_two_members();
[[nodiscard]] Region lookups_of_missing_routes();
[[nodiscard]] Region lookups_of_missing_anycasts();

[[nodiscard]] Region best_routes_without_routes();
[[nodiscard]] Region best_routes_to_one();
[[nodiscard]] Region best_routes_among_two();

[[nodiscard]] Region tables_of_two();
[[nodiscard]] Region tables_kept();
[[nodiscard]] Region routes_beside_anycasts();

[[nodiscard]] Region routes_by_the_clock();

[[nodiscard]] Region changes_with_one_registration();
[[nodiscard]] Region changes_with_two_registrations();
[[nodiscard]] Region changes_with_late_registration();

}  // namespace netioconf::conformance::search::sweep::spaces
