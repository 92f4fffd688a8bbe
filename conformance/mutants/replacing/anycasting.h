#pragma once

#include "conformance/mutants/replacing/replaced.h"

// Functions that replace one function of the common behaviour for anycast addresses.
namespace netioconf::conformance::mutants::inline replacing {

// check: Status (const Address& address)
template <emulator::Call only, auto check>
[[nodiscard]] emulator::Behaviour checking_anycast() {
  return replaced<&emulator::Behaviour::anycast_address, [](emulator::Call call,
                                                            const emulator::Address& address) {
    return call == only ? check(address) : emulator::common().anycast_address(call, address);
  }>();
}

// finder: const AnycastEntry* (const AnycastTable&, const AnycastKey&)
template <emulator::Call only, auto finder>
[[nodiscard]] emulator::Behaviour finding_anycasts() {
  return replaced<&emulator::Behaviour::find_anycast, [](emulator::Call call,
                                                         const emulator::AnycastTable& anycasts,
                                                         const emulator::AnycastKey& key) {
    return call == only ? finder(anycasts, key) : emulator::common().find_anycast(call, anycasts, key);
  }>();
}

// edit: void (MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW& given)
template <auto edit>
[[nodiscard]] emulator::Behaviour storing_anycast() {
  return replaced<&emulator::Behaviour::new_anycast,
                  [](const MIB_ANYCASTIPADDRESS_ROW& given, const emulator::AnycastKey& key,
                     const netioconf_link& link) {
                    MIB_ANYCASTIPADDRESS_ROW row = emulator::common().new_anycast(given, key, link);
                    edit(row, given);
                    return row;
                  }>();
}

// edit: void (MIB_ANYCASTIPADDRESS_ROW& row)
template <emulator::Call only, auto edit>
[[nodiscard]] emulator::Behaviour reading_anycast() {
  return replaced<&emulator::Behaviour::read_anycast,
                  [](emulator::Call call, const MIB_ANYCASTIPADDRESS_ROW& stored) {
                    MIB_ANYCASTIPADDRESS_ROW row = emulator::common().read_anycast(call, stored);
                    if (call == only) edit(row);
                    return row;
                  }>();
}

// edit: void (Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument, const MIB_ANYCASTIPADDRESS_ROW&
// stored)
template <emulator::Call only, auto edit>
[[nodiscard]] emulator::Behaviour writing_anycast() {
  return replaced<&emulator::Behaviour::anycast_argument,
                  [](emulator::Call call, emulator::Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument,
                     const MIB_ANYCASTIPADDRESS_ROW& stored) {
                    if (call != only)
                      return emulator::common().anycast_argument(call, verdict, argument, stored);
                    edit(verdict, argument, stored);
                  }>();
}

// edit: void (Status verdict, const AnycastKey& key, Tables& tables)
template <emulator::Call only, auto edit>
[[nodiscard]] emulator::Behaviour following_anycast() {
  return replaced<&emulator::Behaviour::after_anycast,
                  [](emulator::Call call, emulator::Status verdict, const emulator::AnycastKey& key,
                     emulator::Tables& tables) {
                    if (call == only) edit(verdict, key, tables);
                  }>();
}

// edit: void (AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& given)
template <auto edit>
[[nodiscard]] emulator::Behaviour keying_anycast() {
  return replaced<&emulator::Behaviour::anycast_key,
                  [](emulator::Call call, const MIB_ANYCASTIPADDRESS_ROW& given, std::uint8_t link) {
                    emulator::AnycastKey key = emulator::common().anycast_key(call, given, link);
                    edit(key, given);
                    return key;
                  }>();
}

// The entry of that address on the first link that has it.
[[nodiscard]] inline const emulator::AnycastEntry* on_any_link(const emulator::AnycastTable& anycasts,
                                                               const emulator::AnycastKey& key) {
  for (std::size_t link = 0; link < emulator::links_at_most; ++link) {
    const emulator::AnycastEntry* entry =
        anycasts.find({static_cast<std::uint8_t>(link), key.address, 0});
    if (entry != nullptr) return entry;
  }
  return nullptr;
}

// Removes that address from every other link.
inline void erase_on_other_links(const emulator::AnycastKey& key, emulator::Tables& tables) {
  for (std::size_t link = 0; link < emulator::links_at_most; ++link) {
    if (link != key.link) tables.anycasts.erase({static_cast<std::uint8_t>(link), key.address, 0});
  }
}

}  // namespace netioconf::conformance::mutants::inline replacing
