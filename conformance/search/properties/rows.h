#pragma once

#include <rapidcheck.h>

#include <functional>

#include "conformance/search/properties/fixtures.h"

namespace netioconf::conformance::search::properties {

// Makes the row that a caller passes, from the fixture.
template <class Row>
using HostDependentRow = std::function<Row(const Fixture&)>;

// Rows with the routes and addresses of a fixture: the same rows, and near-duplicates that differ in one
// or two members.
[[nodiscard]] rc::Gen<HostDependentRow<oracle::RouteRow>> some_route();
[[nodiscard]] rc::Gen<HostDependentRow<oracle::AnycastRow>> some_anycast();

// A change of members that are not part of the key, to values that a call must accept.
using ValueEdit = std::function<void(oracle::RouteRow&)>;
[[nodiscard]] rc::Gen<ValueEdit> some_values();

}  // namespace netioconf::conformance::search::properties
