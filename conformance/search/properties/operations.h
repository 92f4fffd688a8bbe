#pragma once

#include <rapidcheck.h>

#include <functional>

#include "conformance/search/properties/fixtures.h"

// Calls about the rows of a fixture.
namespace netioconf::conformance::search::properties {

using HostDependentOperation = std::function<oracle::Operation(const Fixture&)>;

// Create, Set, Get and Delete of one of the fixture's routes or of a near-duplicate.
[[nodiscard]] rc::Gen<HostDependentOperation> some_route_call();
[[nodiscard]] rc::Gen<HostDependentOperation> some_anycast_call();
// GetBestRoute2 to a destination in or next to the fixture's routes.
[[nodiscard]] rc::Gen<HostDependentOperation> some_best_route_call();
[[nodiscard]] rc::Gen<HostDependentOperation> some_link_call();
[[nodiscard]] rc::Gen<HostDependentOperation> some_table_call();
// Reads or frees kept tables, in any order.
[[nodiscard]] rc::Gen<HostDependentOperation> some_kept_table_call();
[[nodiscard]] rc::Gen<HostDependentOperation> some_initialize_call();
[[nodiscard]] rc::Gen<HostDependentOperation> some_notify_call();
[[nodiscard]] rc::Gen<HostDependentOperation> some_cancel_call();
// Moves the clock, often just to the end of a lifetime.
[[nodiscard]] rc::Gen<HostDependentOperation> some_advance_call();
// Any bytes in any member.
[[nodiscard]] rc::Gen<HostDependentOperation> any_call();

}  // namespace netioconf::conformance::search::properties
