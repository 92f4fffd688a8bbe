#include "conformance/emulator/behaviour/sources.h"
#include "conformance/emulator/stack.h"

namespace netioconf::conformance::emulator {

Status Stack::check_anycast(Call call, const MIB_ANYCASTIPADDRESS_ROW& given,
                            const netioconf_link* link) const {
  const Address address = address_of(given.Address);
  Status verdict = behaviour_.anycast_address(call, address);
  if (verdict == Status::success) {
    verdict = behaviour_.link_named(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  }
  return verdict == Status::success ? check_link(call, link, address.family) : verdict;
}

Status Stack::create_anycast(MIB_ANYCASTIPADDRESS_ROW& argument) {
  constexpr Call call = Call::anycast_create;
  const MIB_ANYCASTIPADDRESS_ROW given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_anycast(call, given, link);
  if (link == nullptr) return behaviour_.anycast_answer(call, given, link, verdict);

  const AnycastKey key = behaviour_.anycast_key(call, given, position_of(*link));
  const Address address = address_of(given.Address);
  const bool own = sources::has_address(details_of(*link), address);
  if (verdict == Status::success && own) verdict = behaviour_.anycast_own_unicast(address);
  if (verdict == Status::success) verdict = behaviour_.anycast_duplicate(tables_.anycasts, key);
  verdict = behaviour_.anycast_answer(call, given, link, verdict);
  const MIB_ANYCASTIPADDRESS_ROW row = behaviour_.new_anycast(given, key, *link);
  if (behaviour_.commits(call, verdict)) tables_.anycasts.store(key, row);
  behaviour_.anycast_argument(call, verdict, argument, row);
  behaviour_.after_anycast(call, verdict, key, tables_);
  return verdict;
}

Status Stack::get_anycast(MIB_ANYCASTIPADDRESS_ROW& argument) const {
  constexpr Call call = Call::anycast_get;
  const MIB_ANYCASTIPADDRESS_ROW given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_anycast(call, given, link);
  if (link == nullptr) return behaviour_.anycast_answer(call, given, link, verdict);

  const AnycastKey key = behaviour_.anycast_key(call, given, position_of(*link));
  const AnycastEntry* entry = behaviour_.find_anycast(call, tables_.anycasts, key);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.anycast_answer(call, given, link, verdict);
  const MIB_ANYCASTIPADDRESS_ROW row =
      entry != nullptr ? behaviour_.read_anycast(call, entry->row) : given;
  behaviour_.anycast_argument(call, verdict, argument, row);
  return verdict;
}

Status Stack::delete_anycast(MIB_ANYCASTIPADDRESS_ROW& argument) {
  constexpr Call call = Call::anycast_delete;
  const MIB_ANYCASTIPADDRESS_ROW given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  Status verdict = check_anycast(call, given, link);
  if (link == nullptr) return behaviour_.anycast_answer(call, given, link, verdict);

  AnycastKey key = behaviour_.anycast_key(call, given, position_of(*link));
  const AnycastEntry* entry = behaviour_.find_anycast(call, tables_.anycasts, key);
  if (verdict == Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.anycast_answer(call, given, link, verdict);
  if (entry != nullptr) key = entry->key;
  behaviour_.anycast_argument(call, verdict, argument, entry != nullptr ? entry->row : given);
  if (behaviour_.commits(call, verdict)) tables_.anycasts.erase(key);
  behaviour_.after_anycast(call, verdict, key, tables_);
  return verdict;
}

Status Stack::anycast_table(std::uint16_t family, std::vector<MIB_ANYCASTIPADDRESS_ROW>& rows) const {
  constexpr Call call = Call::anycast_table;
  const Status verdict = check_table(call, family);
  if (verdict != Status::success) return verdict;
  rows.reserve(tables_.anycasts.size());
  for (const std::uint16_t each : {ipv4, ipv6}) {
    if (!behaviour_.listed(call, family, each)) continue;
    tables_.anycasts.visit(each, [&](const AnycastEntry& entry) {
      rows.push_back(behaviour_.read_anycast(call, entry.row));
    });
  }
  behaviour_.anycast_rows(rows);
  return rows.empty() ? behaviour_.empty_table(call) : Status::success;
}

}  // namespace netioconf::conformance::emulator
