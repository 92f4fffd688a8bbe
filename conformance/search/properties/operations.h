#pragma once

#include <rapidcheck.h>

#include <functional>

#include "conformance/search/properties/settings.h"

// Calls about the rows of a setting.
namespace netioconf::conformance::search::properties {

using OperationDraft = std::function<oracle::Operation(const Setting&)>;

// Create, Set, Get and Delete of one of the setting's routes or of a near-duplicate.
[[nodiscard]] rc::Gen<OperationDraft> some_route_call();
[[nodiscard]] rc::Gen<OperationDraft> some_anycast_call();
// GetBestRoute2 to a destination in or next to the setting's routes.
[[nodiscard]] rc::Gen<OperationDraft> some_best_route_call();
[[nodiscard]] rc::Gen<OperationDraft> some_link_call();
[[nodiscard]] rc::Gen<OperationDraft> some_table_call();
// Reads or frees kept tables, in any order.
[[nodiscard]] rc::Gen<OperationDraft> some_kept_table_call();
[[nodiscard]] rc::Gen<OperationDraft> some_initialize_call();
[[nodiscard]] rc::Gen<OperationDraft> some_notify_call();
[[nodiscard]] rc::Gen<OperationDraft> some_cancel_call();
// Any bytes in any member.
[[nodiscard]] rc::Gen<OperationDraft> any_call();

}  // namespace netioconf::conformance::search::properties
