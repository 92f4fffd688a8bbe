#include "conformance/emulator/stack.h"

namespace netioconf::conformance::emulator {

Status Stack::check_route(Call call, const MIB_IPFORWARD_ROW2& given, const netioconf_link* link) const {
  const Address prefix = address_of(given.DestinationPrefix.Prefix);
  const std::uint8_t length_bits = given.DestinationPrefix.PrefixLength;
  const Destination destination{masked(prefix, length_bits), length_bits};

  Status verdict = behaviour_.family(call, prefix.family);
  const auto then = [&verdict](auto check, const auto&... arguments) {
    if (verdict == Status::success) verdict = check(arguments...);
  };
  then(behaviour_.destination_length, call, prefix.family, length_bits);
  then(behaviour_.host_bits, call, destination, prefix);
  then(behaviour_.next_hop, call, prefix.family, address_of(given.NextHop));
  then(behaviour_.link_named, call, given.InterfaceLuid.Value, given.InterfaceIndex);
  then(behaviour_.values, call, given);
  return verdict == Status::success ? check_link(call, link, prefix.family) : verdict;
}

Status Stack::create_route(MIB_IPFORWARD_ROW2& argument) {
  constexpr Call call = Call::route_create;
  const MIB_IPFORWARD_ROW2 given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_route(call, given, link);
  if (link == nullptr) return behaviour_.route_answer(call, given, link, verdict);

  const RouteKey key = behaviour_.route_key(call, given, position_of(*link));
  if (verdict == Status::success) verdict = behaviour_.route_duplicate(tables_.routes, key);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  const MIB_IPFORWARD_ROW2 row = behaviour_.new_route(given, key, *link);
  if (behaviour_.commits(call, verdict)) tables_.routes.store(key, filed(row, key, now_s_));
  behaviour_.route_argument(call, verdict, argument, row);
  const RouteEntry* entry = tables_.routes.find(key);
  const MIB_IPFORWARD_ROW2 after = entry != nullptr ? shown(Call::route_notify, *entry) : row;
  post(call, verdict, given, after, key.prefix.family);
  behaviour_.after_route(call, verdict, key, tables_);
  return verdict;
}

Status Stack::set_route(MIB_IPFORWARD_ROW2& argument) {
  constexpr Call call = Call::route_set;
  const MIB_IPFORWARD_ROW2 given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_route(call, given, link);
  if (link == nullptr) return behaviour_.route_answer(call, given, link, verdict);

  RouteKey key = behaviour_.route_key(call, given, position_of(*link));
  const RouteEntry* entry = behaviour_.find_route(call, tables_.routes, key, given);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  if (entry != nullptr) key = entry->key;
  const MIB_IPFORWARD_ROW2 before = entry != nullptr ? shown(Call::route_notify, *entry) : given;
  const MIB_IPFORWARD_ROW2 row = entry != nullptr ? behaviour_.set_route(entry->route.row, given)
                                                  : behaviour_.new_route(given, key, *link);
  const std::uint64_t created_s = entry != nullptr ? entry->route.created_s : now_s_;
  if (behaviour_.commits(call, verdict)) tables_.routes.store(key, filed(row, key, created_s));
  behaviour_.route_argument(call, verdict, argument, row);
  entry = tables_.routes.find(key);
  const MIB_IPFORWARD_ROW2 after = entry != nullptr ? shown(Call::route_notify, *entry) : row;
  post(call, verdict, before, after, key.prefix.family);
  behaviour_.after_route(call, verdict, key, tables_);
  return verdict;
}

Status Stack::get_route(MIB_IPFORWARD_ROW2& argument) const {
  constexpr Call call = Call::route_get;
  const MIB_IPFORWARD_ROW2 given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_route(call, given, link);
  if (link == nullptr) return behaviour_.route_answer(call, given, link, verdict);

  const RouteKey key = behaviour_.route_key(call, given, position_of(*link));
  const RouteEntry* entry = behaviour_.find_route(call, tables_.routes, key, given);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  const MIB_IPFORWARD_ROW2 row = entry != nullptr ? shown(call, *entry) : given;
  behaviour_.route_argument(call, verdict, argument, row);
  return verdict;
}

Status Stack::delete_route(MIB_IPFORWARD_ROW2& argument) {
  constexpr Call call = Call::route_delete;
  const MIB_IPFORWARD_ROW2 given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_route(call, given, link);
  if (link == nullptr) return behaviour_.route_answer(call, given, link, verdict);

  RouteKey key = behaviour_.route_key(call, given, position_of(*link));
  const RouteEntry* entry = behaviour_.find_route(call, tables_.routes, key, given);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  if (entry != nullptr) key = entry->key;
  const MIB_IPFORWARD_ROW2 before = entry != nullptr ? shown(Call::route_notify, *entry) : given;
  behaviour_.route_argument(call, verdict, argument, before);
  if (behaviour_.commits(call, verdict)) tables_.routes.erase(key);
  post(call, verdict, before, before, key.prefix.family);
  behaviour_.after_route(call, verdict, key, tables_);
  return verdict;
}

Status Stack::route_table(std::uint16_t family, std::vector<MIB_IPFORWARD_ROW2>& rows) const {
  constexpr Call call = Call::route_table;
  const Status verdict = check_table(call, family);
  if (verdict != Status::success) return verdict;
  rows.reserve(tables_.routes.size());
  for (const std::uint16_t each : {ipv4, ipv6}) {
    if (!behaviour_.listed(call, family, each)) continue;
    tables_.routes.visit(each, [&](const RouteEntry& entry) { rows.push_back(shown(call, entry)); });
  }
  behaviour_.route_rows(rows);
  return rows.empty() ? behaviour_.empty_table(call) : Status::success;
}

}  // namespace netioconf::conformance::emulator
