#include "oracle/model/samples.h"
#include "oracle/rules/call_rules.h"

// What holds for every call, cited from the page of the first one.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation returns{"CreateIpForwardEntry2", "Return value"};

constexpr PromiseWords always_returns{
    .promise = Promise::returns,
    .says = "every call returns; no call crashes, hangs or ends the process",
    .examples = {{[](Call) { return trace_of({ended(create(a_route()), Ending::crashed)}); },
                  [](Call) { return trace_of({created(a_route())}); }}}};

constexpr PromiseWords stays_in_row{.promise = Promise::stays_in_row,
                                    .says = "a call writes only within the structure that it was passed",
                                    .examples = {{[](Call) {
                                                    Step step = created(a_route());
                                                    step.reply.wrote_outside = true;
                                                    return trace_of({step});
                                                  },
                                                  [](Call) { return trace_of({created(a_route())}); }}}};

constexpr PromiseWords refuses_only_as_documented{
    .promise = Promise::refuses_only_as_documented,
    .says = "a call succeeds unless a documented condition forbids it",
    .examples = {{[](Call) { return trace_of({refused(a_route(), number::invalid_parameter)}); },
                  [](Call) { return trace_of({created(a_route())}); }}}};

constexpr auto effects =
    of_call(Call::create_route,
            std::to_array<Effect>({
                effect("call.returns", returns, always_returns),
                effect("call.stays-in-row", {"MIB_IPFORWARD_ROW2", "Syntax"}, stays_in_row),
                effect("call.refuses-only-as-documented", returns, refuses_only_as_documented),
            }));

}  // namespace

Effects any_call_effects() { return effects; }

}  // namespace netioconf::oracle::rules
