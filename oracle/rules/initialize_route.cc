#include "oracle/model/samples.h"
#include "oracle/rules/call_rules.h"

// InitializeIpForwardEntry, which cannot fail.
namespace netioconf::oracle::rules {
namespace {

// The members that must be illegal have the values that the page names.
RouteRow with_defaults() {
  RouteRow row;
  row.site_prefix_length = illegal_site_prefix;
  row.valid_lifetime_s = infinite_lifetime_s;
  row.preferred_lifetime_s = infinite_lifetime_s;
  row.metric = unused_metric;
  row.protocol = 0xffffffff;
  row.loopback = 1;
  row.autoconfigure_address = 1;
  row.publish = 1;
  row.immortal = 1;
  return row;
}

Trace initialized_as(const RouteRow& seen) {
  Step step = answered(RouteCall{.call = Call::initialize_route, .row = a_route()}, number::success);
  step.reply.route = seen;
  return trace_of({step});
}

constexpr PromiseWords initial_members{
    .promise = Promise::initial_members,
    .says = "the members have the default values that the page lists",
    .examples = {{[](Call) { return initialized_as(with(with_defaults(), &RouteRow::immortal, 0)); },
                  [](Call) { return initialized_as(with_defaults()); }}}};

constexpr auto effects =
    of_call(Call::initialize_route,
            std::to_array<Effect>(
                {effect("route-initialize.members",
                        {"InitializeIpForwardEntry", "Remarks", {4, 5, 6, 7}}, initial_members)}));

}  // namespace

Effects initialize_route_effects() { return effects; }

}  // namespace netioconf::oracle::rules
