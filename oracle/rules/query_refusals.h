#pragma once

#include "oracle/rules/refusal.h"

// The refusals of the queries that take no route row or anycast row.
namespace netioconf::oracle::rules {

struct TableSituation {
  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  Call call = Call::route_table;
  const TableCall& arguments;
};
[[nodiscard]] std::span<const Refusal<TableSituation>> route_table_refusals();
[[nodiscard]] std::span<const Refusal<TableSituation>> anycast_table_refusals();

struct BestRouteSituation {
  readings::ChoiceEnumerator& choices;
  const Host& host;
  const state::State& state;
  Call call = Call::best_route;
  const BestRouteCall& arguments;
  const Link* link = nullptr;      // nullptr: none named, or it does not exist
  bool some_route_matches = true;  // false: no route to the destination can exist
};
[[nodiscard]] std::span<const Refusal<BestRouteSituation>> best_route_refusals();

struct LinkSituation {
  readings::ChoiceEnumerator& choices;
  const Host& host;
  Call call = Call::get_link;
  const LinkCall& arguments;
  const Link* link = nullptr;
};
[[nodiscard]] std::span<const Refusal<LinkSituation>> link_refusals();

struct NotifySituation {
  readings::ChoiceEnumerator& choices;
  Call call = Call::notify_route_change;
  const NotifyCall& arguments;
};
[[nodiscard]] std::span<const Refusal<NotifySituation>> notify_refusals();

}  // namespace netioconf::oracle::rules
