#include "conformance/emulator/stack.h"

namespace netioconf::conformance::emulator {

behaviour::Status Stack::check_anycast(behaviour::Call call, const MIB_ANYCASTIPADDRESS_ROW& given,
                                       const netioconf_link* link) const {
  const tables::Address address = tables::address_of(given.Address);
  behaviour::Status verdict = behaviour_.anycast_address(call, address);
  if (verdict == behaviour::Status::success) {
    verdict = behaviour_.link_named(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  }
  return verdict == behaviour::Status::success ? check_link(call, link, address.family) : verdict;
}

behaviour::Status Stack::create_anycast(MIB_ANYCASTIPADDRESS_ROW& argument) {
  constexpr behaviour::Call call = behaviour::Call::anycast_create;
  const MIB_ANYCASTIPADDRESS_ROW given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  behaviour::Status verdict = check_anycast(call, given, link);
  if (link == nullptr) return behaviour_.anycast_answer(call, given, link, verdict);

  const tables::AnycastKey key = behaviour_.anycast_key(call, given, position_of(*link));
  if (verdict == behaviour::Status::success)
    verdict = behaviour_.anycast_duplicate(tables_.anycasts, key);
  verdict = behaviour_.anycast_answer(call, given, link, verdict);
  const MIB_ANYCASTIPADDRESS_ROW row = behaviour_.new_anycast(given, key, *link);
  if (behaviour_.commits(call, verdict)) tables_.anycasts.store(key, row);
  behaviour_.anycast_argument(call, verdict, argument, row);
  behaviour_.after_anycast(call, verdict, key, tables_);
  return verdict;
}

behaviour::Status Stack::get_anycast(MIB_ANYCASTIPADDRESS_ROW& argument) const {
  constexpr behaviour::Call call = behaviour::Call::anycast_get;
  const MIB_ANYCASTIPADDRESS_ROW given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  behaviour::Status verdict = check_anycast(call, given, link);
  if (link == nullptr) return behaviour_.anycast_answer(call, given, link, verdict);

  const tables::AnycastKey key = behaviour_.anycast_key(call, given, position_of(*link));
  const tables::AnycastEntry* entry = behaviour_.find_anycast(call, tables_.anycasts, key);
  if (verdict == behaviour::Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.anycast_answer(call, given, link, verdict);
  const MIB_ANYCASTIPADDRESS_ROW row =
      entry != nullptr ? behaviour_.read_anycast(call, entry->row) : given;
  behaviour_.anycast_argument(call, verdict, argument, row);
  return verdict;
}

behaviour::Status Stack::delete_anycast(MIB_ANYCASTIPADDRESS_ROW& argument) {
  constexpr behaviour::Call call = behaviour::Call::anycast_delete;
  const MIB_ANYCASTIPADDRESS_ROW given = argument;
  const netioconf_link* link = link_of(call, given.InterfaceLuid.Value, given.InterfaceIndex);
  behaviour::Status verdict = check_anycast(call, given, link);
  if (link == nullptr) return behaviour_.anycast_answer(call, given, link, verdict);

  tables::AnycastKey key = behaviour_.anycast_key(call, given, position_of(*link));
  const tables::AnycastEntry* entry = behaviour_.find_anycast(call, tables_.anycasts, key);
  if (verdict == behaviour::Status::success && entry == nullptr) verdict = behaviour_.missing(call);
  verdict = behaviour_.anycast_answer(call, given, link, verdict);
  if (entry != nullptr) key = entry->key;
  behaviour_.anycast_argument(call, verdict, argument, entry != nullptr ? entry->row : given);
  if (behaviour_.commits(call, verdict)) tables_.anycasts.erase(key);
  behaviour_.after_anycast(call, verdict, key, tables_);
  return verdict;
}

behaviour::Status Stack::anycast_table(std::uint16_t family,
                                       std::vector<MIB_ANYCASTIPADDRESS_ROW>& rows) const {
  constexpr behaviour::Call call = behaviour::Call::anycast_table;
  const behaviour::Status verdict = check_table(call, family);
  if (verdict != behaviour::Status::success) return verdict;
  rows.reserve(tables_.anycasts.size());
  for (const std::uint16_t each : {tables::ipv4, tables::ipv6}) {
    if (!behaviour_.listed(call, family, each)) continue;
    tables_.anycasts.visit(each, [&](const tables::AnycastEntry& entry) {
      rows.push_back(behaviour_.read_anycast(call, entry.row));
    });
  }
  behaviour_.anycast_rows(rows);
  return rows.empty() ? behaviour_.empty_table(call) : behaviour::Status::success;
}

}  // namespace netioconf::conformance::emulator
