#include "oracle/rules/call_rules.h"
#include "oracle/rules/promises.h"

// InitializeIpForwardEntry, which cannot fail.
namespace netioconf::oracle::rules {
namespace {

constexpr auto effects = of_call(
    Call::initialize_route,
    std::to_array<Rule>({effect(
        "route-initialize.members", {"InitializeIpForwardEntry", "Remarks", {4, 5, 6, 7}},
        {Promise::initial_members, "the members have the default values that the page lists"})}));

}  // namespace

Effects initialize_route_effects() { return effects; }

}  // namespace netioconf::oracle::rules
