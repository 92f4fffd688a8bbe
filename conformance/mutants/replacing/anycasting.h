#pragma once

#include "conformance/mutants/replacing/replaced.h"

// Functions that replace one function of the common behaviour for anycast addresses.
namespace netioconf::conformance {

// check: Status (const Address& address)
template <Call only, auto check>
[[nodiscard]] Behaviour checking_anycast() {
  return replaced<&Behaviour::anycast_address, [](Call call, const Address& address) {
    return call == only ? check(address) : common().anycast_address(call, address);
  }>();
}

// finder: const AnycastEntry* (const AnycastTable&, const AnycastKey&)
template <Call only, auto finder>
[[nodiscard]] Behaviour finding_anycasts() {
  return replaced<&Behaviour::find_anycast, [](Call call, const AnycastTable& anycasts,
                                               const AnycastKey& key) {
    return call == only ? finder(anycasts, key) : common().find_anycast(call, anycasts, key);
  }>();
}

// edit: void (MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW& given)
template <auto edit>
[[nodiscard]] Behaviour storing_anycast() {
  return replaced<&Behaviour::new_anycast, [](const MIB_ANYCASTIPADDRESS_ROW& given,
                                              const AnycastKey& key, const netioconf_link& link) {
    MIB_ANYCASTIPADDRESS_ROW row = common().new_anycast(given, key, link);
    edit(row, given);
    return row;
  }>();
}

// edit: void (MIB_ANYCASTIPADDRESS_ROW& row)
template <Call only, auto edit>
[[nodiscard]] Behaviour reading_anycast() {
  return replaced<&Behaviour::read_anycast, [](Call call, const MIB_ANYCASTIPADDRESS_ROW& stored) {
    MIB_ANYCASTIPADDRESS_ROW row = common().read_anycast(call, stored);
    if (call == only) edit(row);
    return row;
  }>();
}

// edit: void (Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument, const MIB_ANYCASTIPADDRESS_ROW&
// stored)
template <Call only, auto edit>
[[nodiscard]] Behaviour writing_anycast() {
  return replaced<&Behaviour::anycast_argument,
                  [](Call call, Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                     const MIB_ANYCASTIPADDRESS_ROW& stored) {
                    if (call != only) return common().anycast_argument(call, verdict, argument, stored);
                    edit(verdict, argument, stored);
                  }>();
}

// edit: void (Status verdict, const AnycastKey& key, Tables& tables)
template <Call only, auto edit>
[[nodiscard]] Behaviour following_anycast() {
  return replaced<&Behaviour::after_anycast,
                  [](Call call, Status verdict, const AnycastKey& key, Tables& tables) {
                    if (call == only) edit(verdict, key, tables);
                  }>();
}

// edit: void (AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& given)
template <auto edit>
[[nodiscard]] Behaviour keying_anycast() {
  return replaced<&Behaviour::anycast_key,
                  [](Call call, const MIB_ANYCASTIPADDRESS_ROW& given, std::uint8_t link) {
                    AnycastKey key = common().anycast_key(call, given, link);
                    edit(key, given);
                    return key;
                  }>();
}

// The entry of that address on the first link that has it.
[[nodiscard]] inline const AnycastEntry* on_any_link(const AnycastTable& anycasts,
                                                     const AnycastKey& key) {
  for (std::size_t link = 0; link < links_at_most; ++link) {
    const AnycastEntry* entry = anycasts.find({static_cast<std::uint8_t>(link), key.address, 0});
    if (entry != nullptr) return entry;
  }
  return nullptr;
}

// Removes that address from every other link.
inline void erase_on_other_links(const AnycastKey& key, Tables& tables) {
  for (std::size_t link = 0; link < links_at_most; ++link) {
    if (link != key.link) tables.anycasts.erase({static_cast<std::uint8_t>(link), key.address, 0});
  }
}

}  // namespace netioconf::conformance
