#pragma once

#include <span>

#include "oracle/rules/conditions/anycast_situation.h"
#include "oracle/rules/conditions/query_situations.h"
#include "oracle/rules/conditions/refusal.h"
#include "oracle/rules/conditions/route_situation.h"
#include "oracle/rules/promises/promise.h"

// The rules of each call: those under which it fails, and those about its effects. The order of the
// rules of a call has no influence on verdicts.
namespace netioconf::oracle::rules {

template <class Situation>
using Refusals = std::span<const Refusal<Situation>>;
using Effects = std::span<const Effect>;

[[nodiscard]] Refusals<RouteSituation> create_route_refusals();
[[nodiscard]] Refusals<RouteSituation> set_route_refusals();
[[nodiscard]] Refusals<RouteSituation> get_route_refusals();
[[nodiscard]] Refusals<RouteSituation> delete_route_refusals();
[[nodiscard]] Effects initialize_route_effects();
[[nodiscard]] Effects create_route_effects();
[[nodiscard]] Effects set_route_effects();
[[nodiscard]] Effects get_route_effects();
[[nodiscard]] Effects delete_route_effects();

[[nodiscard]] Refusals<AnycastSituation> create_anycast_refusals();
[[nodiscard]] Refusals<AnycastSituation> get_anycast_refusals();
[[nodiscard]] Refusals<AnycastSituation> delete_anycast_refusals();
[[nodiscard]] Effects create_anycast_effects();
[[nodiscard]] Effects get_anycast_effects();
[[nodiscard]] Effects delete_anycast_effects();

[[nodiscard]] Refusals<TableSituation> route_table_refusals();
[[nodiscard]] Refusals<TableSituation> anycast_table_refusals();
[[nodiscard]] Effects route_table_effects();
[[nodiscard]] Effects anycast_table_effects();
[[nodiscard]] Effects free_table_effects();

[[nodiscard]] Refusals<BestRouteSituation> best_route_refusals();
[[nodiscard]] Effects best_route_effects();

[[nodiscard]] Refusals<LinkSituation> get_link_refusals();
[[nodiscard]] Effects get_link_effects();

[[nodiscard]] Refusals<NotifySituation> notify_route_change_refusals();
[[nodiscard]] Effects notify_route_change_effects();
[[nodiscard]] Effects cancel_notification_effects();

[[nodiscard]] Effects advance_clock_effects();

// The rules that hold for every call.
[[nodiscard]] Effects any_call_effects();

template <class See>
void for_each_refusal(See see) {
  const auto each = [&](const auto refusals) {
    for (const auto& refusal : refusals) see(refusal);
  };
  each(create_route_refusals());
  each(set_route_refusals());
  each(get_route_refusals());
  each(delete_route_refusals());
  each(create_anycast_refusals());
  each(get_anycast_refusals());
  each(delete_anycast_refusals());
  each(route_table_refusals());
  each(anycast_table_refusals());
  each(best_route_refusals());
  each(get_link_refusals());
  each(notify_route_change_refusals());
}

template <class See>
void for_each_effect(See see) {
  for (const Effects effects :
       {initialize_route_effects(), create_route_effects(), set_route_effects(), get_route_effects(),
        delete_route_effects(), route_table_effects(), best_route_effects(),
        notify_route_change_effects(), cancel_notification_effects(), create_anycast_effects(),
        get_anycast_effects(), delete_anycast_effects(), anycast_table_effects(), get_link_effects(),
        free_table_effects(), advance_clock_effects(), any_call_effects()}) {
    for (const Effect& effect : effects) see(effect);
  }
}

}  // namespace netioconf::oracle::rules
