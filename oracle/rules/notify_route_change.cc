#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/promises.h"

// NotifyRouteChange2 and CancelMibChangeNotify2.
namespace netioconf::oracle::rules {
namespace {

using NotifyExample = CallExample<NotifyCall>;

constexpr Citation parameters{"NotifyRouteChange2", "Parameters"};
constexpr Citation returns{"NotifyRouteChange2", "Return value"};
constexpr Citation remarks{"NotifyRouteChange2", "Remarks"};

constexpr Check<NotifySituation> family{
    .says = "a family other than IPv4, IPv6 and unspecified is refused",
    .applies =
        [](const NotifySituation& situation) {
          return situation.arguments.family != unspecified_family && !is_ip(situation.arguments.family);
        },
    .examples = {{[](NotifyExample& example) { example.call.family = 7; },
                  [](NotifyExample& example) { example.call.family = ipv4_family; }},
                 {[](NotifyExample& example) { example.call.family = 1; },
                  [](NotifyExample& example) { example.call.family = unspecified_family; }}}};

constexpr auto refusals = of_call(
    Call::notify_route_change,
    std::to_array<Refusal<NotifySituation>>({refusal("notify.family", returns[9], family, is_invalid)}));

constexpr auto effects = of_call(
    Call::notify_route_change,
    std::to_array<Rule>({
        effect("notify.one-per-change", remarks[10, 15],
               {Promise::one_per_change,
                "each change causes one callback with its type and the key of the route"}),
        effect("notify.none-for-refused", parameters[13],
               {Promise::none_for_refused, "a call that fails causes no callback"}),
        effect("notify.initial", parameters[16],
               {Promise::initial_notification,
                "the initial notification arrives once, without a row, if it is requested"}),
        effect("notify.context", remarks[8],
               {Promise::context, "a callback receives the caller's context"}),
        effect("notify.only-its-family", parameters[8, 10],
               {Promise::only_its_family,
                "a registration for a family receives only callbacks for routes of that family"}),
    }));

constexpr auto effects_of_cancelling = of_call(
    Call::cancel_notification,
    std::to_array<Rule>(
        {effect("notify-cancel.no-more", remarks[16],
                {Promise::no_more, "no callback arrives after the registration is cancelled"})}));

}  // namespace

Refusals<NotifySituation> notify_route_change_refusals() { return refusals; }
Effects notify_route_change_effects() { return effects; }
Effects cancel_notification_effects() { return effects_of_cancelling; }

}  // namespace netioconf::oracle::rules
