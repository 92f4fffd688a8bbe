#pragma once

#include <rapidcheck.h>

#include <vector>

#include "conformance/properties/settings.h"

// Calls about the rows of a setting.
namespace netioconf::conformance {

using Operations = std::vector<oracle::Operation>;

// Create, Set, Get and Delete of one of the setting's routes or of a near-duplicate.
[[nodiscard]] rc::Gen<oracle::Operation> some_route_call(const Setting& setting);
[[nodiscard]] rc::Gen<oracle::Operation> some_anycast_call(const Setting& setting);
// GetBestRoute2 to a place in or beside the setting's routes.
[[nodiscard]] rc::Gen<oracle::Operation> some_best_route_call(const Setting& setting);
[[nodiscard]] rc::Gen<oracle::Operation> some_link_call(const Setting& setting);
[[nodiscard]] rc::Gen<oracle::Operation> some_table_call();
// Reads and frees tables that were kept, in any order.
[[nodiscard]] rc::Gen<oracle::Operation> some_kept_table_call();
[[nodiscard]] rc::Gen<oracle::Operation> some_initialize_call();
[[nodiscard]] rc::Gen<oracle::Operation> some_notify_call();
[[nodiscard]] rc::Gen<oracle::Operation> some_cancel_call();

[[nodiscard]] oracle::Operation create_route(const oracle::RouteRow& row);

}  // namespace netioconf::conformance
