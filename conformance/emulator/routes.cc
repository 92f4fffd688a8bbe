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

  const RouteKey key = route_key(call, given, *link);
  if (verdict == Status::success) verdict = behaviour_.route_duplicate(tables_.routes, key);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  const MIB_IPFORWARD_ROW2 row = behaviour_.new_route(given, key, *link);
  const RouteEntry* entry = behaviour_.commits(call, verdict)
                                ? &tables_.routes.store(key, filed(row, key, now_s_))
                                : tables_.routes.find(key);
  behaviour_.route_argument(call, verdict, argument, row);
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

  RouteKey key = route_key(call, given, *link);
  const RouteEntry* entry = behaviour_.find_route(call, tables_.routes, key, given);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  if (entry != nullptr) key = entry->key();
  const MIB_IPFORWARD_ROW2 before = entry != nullptr ? shown(Call::route_notify, *entry) : given;
  const MIB_IPFORWARD_ROW2 row = entry != nullptr ? behaviour_.set_route(entry->route.row, given)
                                                  : behaviour_.new_route(given, key, *link);
  const std::uint64_t created_s = entry != nullptr ? entry->route.created_s : now_s_;
  entry = behaviour_.commits(call, verdict) ? &tables_.routes.store(key, filed(row, key, created_s))
                                            : tables_.routes.find(key);
  behaviour_.route_argument(call, verdict, argument, row);
  const MIB_IPFORWARD_ROW2 after = entry != nullptr ? shown(Call::route_notify, *entry) : row;
  post(call, verdict, before, after, key.prefix.family);
  behaviour_.after_route(call, verdict, key, tables_);
  return verdict;
}

void Stack::age_from_get(const RouteEntry& entry) {
  Route route = entry.route;
  route.changed_s = behaviour_.changed_by_get(route.changed_s, now_s_);
  if (route.changed_s != entry.route.changed_s) tables_.routes.store(entry.key(), route);
}

Status Stack::get_route(MIB_IPFORWARD_ROW2& argument) {
  constexpr Call call = Call::route_get;
  const MIB_IPFORWARD_ROW2 given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  if (behaviour_.has_wildcards(call, given)) return get_first_match(argument, link);
  Status verdict = check_route(call, given, link);
  if (link == nullptr) return behaviour_.route_answer(call, given, link, verdict);

  const RouteKey key = route_key(call, given, *link);
  const RouteEntry* entry = behaviour_.find_route(call, tables_.routes, key, given);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  const MIB_IPFORWARD_ROW2 row = entry != nullptr ? shown(call, *entry) : given;
  behaviour_.route_argument(call, verdict, argument, row);
  if (verdict == Status::success && entry != nullptr) age_from_get(*entry);
  return verdict;
}

namespace {

// Whether a row, with everything unspecified as a wildcard, names this route. The link is a position.
bool matches(const MIB_IPFORWARD_ROW2& given, std::optional<std::uint8_t> link,
             const RouteEntry& entry) {
  const Address prefix = address_of(given.DestinationPrefix.Prefix);
  const Address next_hop = address_of(given.NextHop);
  const RouteKey key = entry.key();
  if (link && key.link != *link) return false;
  if (next_hop.family != unspecified && next_hop != key.next_hop) return false;
  return prefix.family == unspecified ||
         (prefix == key.prefix && given.DestinationPrefix.PrefixLength == key.length_bits);
}

}  // namespace

// Of several matches a route with a gateway comes first: callers look for their default gateway so.
Status Stack::get_first_match(MIB_IPFORWARD_ROW2& argument, const netioconf_link* link) const {
  constexpr Call call = Call::route_get;
  const Address prefix = address_of(argument.DestinationPrefix.Prefix);
  Status verdict = behaviour_.next_hop(call, prefix.family, address_of(argument.NextHop));
  if (prefix.family != unspecified && verdict == Status::success) {
    verdict = behaviour_.family(call, prefix.family);
  }
  const bool named = argument.InterfaceLuid.Value != 0 || argument.InterfaceIndex != 0;
  if (verdict == Status::success && named && link == nullptr) verdict = behaviour_.link_unknown(call);
  if (verdict != Status::success) return verdict;
  std::optional<std::uint8_t> position;
  if (named) position = position_of(*link);
  const RouteEntry* first = nullptr;
  for (const std::uint16_t family : {ipv4, ipv6}) {
    tables_.routes.visit(family, [&](const RouteEntry& entry) {
      if (!matches(argument, position, entry)) return;
      const bool better =
          first == nullptr || (is_zero(first->key().next_hop) && !is_zero(entry.key().next_hop));
      if (better) first = &entry;
    });
  }
  if (first == nullptr) return behaviour_.missing(call);
  argument = shown(call, *first);
  return Status::success;
}

Status Stack::delete_route(MIB_IPFORWARD_ROW2& argument) {
  constexpr Call call = Call::route_delete;
  const MIB_IPFORWARD_ROW2 given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_route(call, given, link);
  if (link == nullptr) return behaviour_.route_answer(call, given, link, verdict);

  RouteKey key = route_key(call, given, *link);
  const RouteEntry* entry = behaviour_.find_route(call, tables_.routes, key, given);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.route_answer(call, given, link, verdict);
  if (entry != nullptr) key = entry->key();
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

std::vector<MIB_IPFORWARD_ROW2> Stack::initial_rows(std::uint16_t family) const {
  std::vector<MIB_IPFORWARD_ROW2> rows;
  for (const std::uint16_t each : {ipv4, ipv6}) {
    if (!behaviour_.listens(family, each)) continue;
    tables_.routes.visit(each, [&](const RouteEntry& entry) {
      rows.push_back(behaviour_.announced_row(shown(Call::route_notify, entry), MibInitialNotification));
    });
  }
  return rows;
}

}  // namespace netioconf::conformance::emulator
