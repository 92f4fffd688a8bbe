#include "conformance/emulator/stack.h"

namespace netioconf::conformance::emulator {

Status Stack::check_best_route(const RouteQuery& query, std::uint16_t family,
                               const netioconf_link* named) const {
  constexpr Call call = Call::best_route;
  Status verdict = behaviour_.family(call, family);
  if (verdict == Status::success) verdict = behaviour_.link_named(call, query.luid, query.index);
  if (verdict != Status::success) return verdict;
  const bool any_link = query.luid == 0 && query.index == 0;
  if (!any_link && named == nullptr) verdict = behaviour_.link_unknown(call);
  if (verdict == Status::success) verdict = behaviour_.stack(call, host_, family);
  if (verdict == Status::success && query.source) verdict = behaviour_.source(host_, *query.source);
  return verdict;
}

Status Stack::best_route(const RouteQuery& query, BestRoute& best) const {
  constexpr Call call = Call::best_route;
  const Address destination = address_of(query.destination);
  const netioconf_link* named = link_of(call, query.luid, query.index);

  Status verdict = check_best_route(query, destination.family, named);
  const RouteEntry* entry = nullptr;
  if (verdict == Status::success) entry = best_entry(query, named);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.best_route_answer(destination, named, verdict);
  if (verdict != Status::success) return verdict;
  std::optional<RouteKey> key;
  if (entry != nullptr) {
    best.row = shown(call, *entry);
    // A behaviour may leave the next hop out of the key, or change it there.
    key = entry->key();
    key->next_hop = address_of(entry->route.row.NextHop);
  }
  best.source = behaviour_.best_source(host_, query.source ? &*query.source : nullptr, destination,
                                       key ? &*key : nullptr);
  return Status::success;
}

const RouteEntry* Stack::best_entry(const RouteQuery& query, const netioconf_link* named) const {
  std::optional<std::uint8_t> named_position;
  if (named != nullptr) named_position = position_of(*named);

  const RouteEntry* best = nullptr;
  for (const RouteEntry* entry : behaviour_.covering(tables_.routes, address_of(query.destination))) {
    if (!behaviour_.searches(named_position, entry->link())) continue;
    if (query.source && !behaviour_.sends_from(host_, *query.source, entry->link())) continue;
    if (!behaviour_.eligible(entry->key(), host_.details[entry->link()])) continue;
    if (best == nullptr || behaviour_.better(*entry, *best)) best = entry;
  }
  return best;
}

}  // namespace netioconf::conformance::emulator
