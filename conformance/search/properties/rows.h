#pragma once

#include <rapidcheck.h>

#include <functional>

#include "conformance/search/properties/settings.h"

namespace netioconf::conformance {

// What a caller passes, once the setting is known.
template <class Row>
using RowDraft = std::function<Row(const Setting&)>;

// Rows about the routes and addresses of a setting: the very ones, and near-duplicates of them that
// differ in one or two members.
[[nodiscard]] rc::Gen<RowDraft<oracle::RouteRow>> some_route();
[[nodiscard]] rc::Gen<RowDraft<oracle::AnycastRow>> some_anycast();

// A change of members that are not part of the key, to values that no page lets a call refuse.
using ValueEdit = std::function<void(oracle::RouteRow&)>;
[[nodiscard]] rc::Gen<ValueEdit> some_values();

}  // namespace netioconf::conformance
