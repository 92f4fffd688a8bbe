#pragma once

#include <rapidcheck.h>

#include <functional>

#include "conformance/search/properties/settings.h"

namespace netioconf::conformance::search::properties {

// Makes the row that a caller passes, from the setting.
template <class Row>
using RowDraft = std::function<Row(const Setting&)>;

// Rows with the routes and addresses of a setting: the same rows, and near-duplicates that differ in one
// or two members.
[[nodiscard]] rc::Gen<RowDraft<oracle::RouteRow>> some_route();
[[nodiscard]] rc::Gen<RowDraft<oracle::AnycastRow>> some_anycast();

// A change of members that are not part of the key, to values that a call must accept.
using ValueEdit = std::function<void(oracle::RouteRow&)>;
[[nodiscard]] rc::Gen<ValueEdit> some_values();

}  // namespace netioconf::conformance::search::properties
