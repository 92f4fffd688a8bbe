#include "oracle/model/samples.h"
#include "oracle/readings/questions.h"
#include "oracle/rules/call_rules.h"
#include "oracle/rules/conditions/failures.h"
#include "oracle/state/pending.h"

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

Notification added(std::uint32_t registration = 0) {
  return about(a_route(), state::add_instance, registration);
}

Step refused_creation() { return refused(on(a_route(), second_luid, 2), number::not_found); }

Trace notified_after(Steps steps, const Notifications& notifications) {
  steps.push_back(notified(notifications));
  return trace_of(steps);
}

constexpr PromiseWords one_per_change{
    .promise = Promise::one_per_change,
    .says = "each change causes one callback with its type and the key of the route",
    .follows_from = "the page says only that a change causes a call, with its type and the route",
    .examples = {{[](Call) { return notified_after({registered(), created(a_route())}, {}); },
                  [](Call) { return notified_after({registered(), created(a_route())}, {added()}); }}}};

constexpr PromiseWords none_for_refused{
    .promise = Promise::none_for_refused,
    .says = "a call that fails causes no callback",
    .follows_from = "the page says only that the callback is called when a change occurs",
    .examples = {{[](Call) { return notified_after({registered(), refused_creation()}, {added()}); },
                  [](Call) { return notified_after({registered(), refused_creation()}, {}); }}}};

// After a registration for IPv4 while there is one route.
Trace initially_notified(const Notifications& notifications) {
  return notified_after(
      {created(a_route()), registered({.family = ipv4_family, .initial_notification = true})},
      notifications);
}

constexpr PromiseWords initial{
    .promise = Promise::initial_notification,
    .says = "the initial notification arrives, without a row, if it is requested",
    .reading = readings::initial_notifications.id,
    .examples = {
        {[](Call) { return initially_notified({}); },
         [](Call) { return initially_notified({{.type = state::initial_notification, .row = {}}}); }}}};

// The number of a registration stands for its context.
constexpr PromiseWords context{
    .promise = Promise::context,
    .says = "a callback receives the caller's context",
    .examples = {
        {[](Call) { return notified_after({registered(), created(a_route())}, {added(), added(1)}); },
         [](Call) { return notified_after({registered(), created(a_route())}, {added()}); }}}};

constexpr PromiseWords only_its_family{
    .promise = Promise::only_its_family,
    .says = "a registration for a family receives only callbacks for routes of that family",
    .examples = {{[](Call) {
                    return notified_after({registered({.family = ipv6_family}), created(a_route())},
                                          {added()});
                  },
                  [](Call) {
                    return notified_after({registered({.family = ipv6_family}), created(a_route())}, {});
                  }}}};

constexpr PromiseWords no_more{
    .promise = Promise::no_more,
    .says = "no callback arrives after the registration is cancelled",
    .examples = {
        {[](Call) { return notified_after({registered(), cancelled(), created(a_route())}, {added()}); },
         [](Call) { return notified_after({registered(), cancelled(), created(a_route())}, {}); }}}};

constexpr auto effects = of_call(
    Call::notify_route_change, std::to_array<Effect>({
                                   effect("notify.one-per-change", remarks[10, 15], one_per_change),
                                   effect("notify.none-for-refused", parameters[13], none_for_refused),
                                   effect("notify.initial", parameters[16], initial),
                                   effect("notify.context", remarks[8], context),
                                   effect("notify.only-its-family", parameters[8, 10], only_its_family),
                               }));

constexpr auto effects_of_cancelling =
    of_call(Call::cancel_notification,
            std::to_array<Effect>({effect("notify-cancel.no-more", remarks[16], no_more)}));

}  // namespace

Refusals<NotifySituation> notify_route_change_refusals() { return refusals; }
Effects notify_route_change_effects() { return effects; }
Effects cancel_notification_effects() { return effects_of_cancelling; }

}  // namespace netioconf::oracle::rules
