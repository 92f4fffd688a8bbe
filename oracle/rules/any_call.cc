#include "oracle/model/registration.h"
#include "oracle/model/samples.h"
#include "oracle/rules/call_rules.h"

// What holds for every call, cited from the page of the first one, and what holds before any call.
namespace netioconf::oracle::rules {
namespace {

constexpr Citation returns{"CreateIpForwardEntry2", "Return value"};
constexpr Citation netioconf_reset{own_header, "netioconf_reset"};

constexpr PromiseWords always_returns{
    .promise = Promise::returns,
    .says = "every call returns; no call crashes, hangs or ends the process",
    .follows_from = "the page says only what a call returns",
    .examples = {{[](Call) { return trace_of({ended(create(a_route()), Ending::crashed)}); },
                  [](Call) { return trace_of({created(a_route())}); }}}};

constexpr PromiseWords stays_in_row{.promise = Promise::stays_in_row,
                                    .says = "a call writes only within the structure that it was passed",
                                    .follows_from = "the page says only how large the structure is",
                                    .examples = {{[](Call) {
                                                    Step step = created(a_route());
                                                    step.reply.wrote_outside = true;
                                                    return trace_of({step});
                                                  },
                                                  [](Call) { return trace_of({created(a_route())}); }}}};

constexpr PromiseWords refuses_only_as_documented{
    .promise = Promise::refuses_only_as_documented,
    .says = "a call fails with a documented status only if a documented condition forbids it",
    .follows_from = "the page says only when each status is returned, and that there are others",
    .examples = {{[](Call) { return trace_of({refused(a_route(), number::invalid_parameter)}); },
                  [](Call) { return trace_of({created(a_route())}); }}}};

// The route table before a script, with this row or empty.
Trace began_with(const std::optional<RouteRow>& row) {
  Step read = row ? table_of({*row}) : no_table(Call::route_table, number::not_found);
  read.probe = true;
  Trace trace = trace_of({read});
  if (row) trace.initial_routes = {*row};
  return trace;
}

constexpr PromiseWords empties_tables{.promise = Promise::empties_tables,
                                      .says = "netioconf_reset empties both tables",
                                      .examples = {{[](Call) { return began_with(a_route()); },
                                                    [](Call) { return began_with(std::nullopt); }}}};

constexpr PromiseWords sets_up_host{
    .promise = Promise::sets_up_host,
    .says = "netioconf_reset sets up the host that it is passed, and netioconf_describe describes it",
    .examples = {{[](Call) {
                    Trace trace = began_with(std::nullopt);
                    trace.wanted_host = trace.host;
                    trace.host.links.front().ipv4_metric = 1;
                    return trace;
                  },
                  [](Call) { return began_with(std::nullopt); }},
                 {[](Call) {
                    Trace trace = began_with(std::nullopt);
                    trace.wanted_host = trace.host;
                    trace.bad_description = "netioconf_describe wrote size 5000";
                    return trace;
                  },
                  [](Call) { return began_with(std::nullopt); }}}};

// The collected callbacks of a registration, of this script or of an earlier one, after a new route.
Trace called_back(std::uint32_t registration) {
  Step collected = {CollectCall{.at_least = 1}, Reply{}};
  collected.reply.notifications = {{.registration = 0, .type = 1, .row = a_route()}};
  if (registration != 0) {
    collected.reply.notifications.push_back({.registration = registration, .type = 1, .row = a_route()});
  }
  return trace_of({{NotifyCall{}, Reply{}}, created(a_route()), collected});
}

constexpr PromiseWords removes_registrations{
    .promise = Promise::no_more,
    .says = "netioconf_reset removes every registration, and none of an earlier script is called back",
    .examples = {
        {[](Call) { return called_back(earlier_registration); }, [](Call) { return called_back(0); }}}};

constexpr auto effects =
    of_call(Call::create_route,
            std::to_array<Effect>({
                effect("call.returns", returns, always_returns),
                effect("call.stays-in-row", {"MIB_IPFORWARD_ROW2", "Syntax"}, stays_in_row),
                effect("call.refuses-only-as-documented", returns, refuses_only_as_documented),
                effect("reset.empties-tables", netioconf_reset, empties_tables),
                effect("reset.sets-up-host", netioconf_reset, sets_up_host),
                effect("reset.removes-registrations", netioconf_reset, removes_registrations),
            }));

}  // namespace

Effects any_call_effects() { return effects; }

}  // namespace netioconf::oracle::rules
