#include "oracle/rules/call_rules.h"
#include "oracle/rules/promises.h"

// What holds for every call, cited from the page of the first one.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation returns{"CreateIpForwardEntry2", "Return value"};

constexpr auto effects = of_call(
    Call::create_route,
    std::to_array<Rule>({
        effect("call.returns", returns,
               {Promise::returns, "every call returns; no call crashes, hangs or ends the process"}),
        effect("call.stays-in-row", {"MIB_IPFORWARD_ROW2", "Syntax"},
               {Promise::stays_in_row, "a call writes only within the structure that it was passed"}),
        effect("call.refuses-only-as-documented", returns,
               {Promise::refuses_only_as_documented,
                "a call succeeds unless a documented condition forbids it"}),
    }));

}  // namespace

Effects any_call_effects() { return effects; }

}  // namespace netioconf::oracle::rules
