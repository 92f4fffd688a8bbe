#pragma once

#include "conformance/mutants/replacing/replaced.h"

// Functions that replace one function of the common behaviour for anycast addresses.
namespace netioconf::conformance::mutants::replacing {

// check: Status (const Address& address)
template <emulator::behaviour::Call only, auto check>
[[nodiscard]] emulator::behaviour::Behaviour checking_anycast() {
  return replaced<&emulator::behaviour::Behaviour::anycast_address,
                  [](emulator::behaviour::Call call, const emulator::tables::Address& address) {
                    return call == only ? check(address)
                                        : emulator::behaviour::common().anycast_address(call, address);
                  }>();
}

// finder: const AnycastEntry* (const AnycastTable&, const AnycastKey&)
template <emulator::behaviour::Call only, auto finder>
[[nodiscard]] emulator::behaviour::Behaviour finding_anycasts() {
  return replaced<&emulator::behaviour::Behaviour::find_anycast,
                  [](emulator::behaviour::Call call, const emulator::tables::AnycastTable& anycasts,
                     const emulator::tables::AnycastKey& key) {
                    return call == only
                               ? finder(anycasts, key)
                               : emulator::behaviour::common().find_anycast(call, anycasts, key);
                  }>();
}

// edit: void (MIB_ANYCASTIPADDRESS_ROW& row, const MIB_ANYCASTIPADDRESS_ROW& given)
template <auto edit>
[[nodiscard]] emulator::behaviour::Behaviour storing_anycast() {
  return replaced<&emulator::behaviour::Behaviour::new_anycast,
                  [](const MIB_ANYCASTIPADDRESS_ROW& given, const emulator::tables::AnycastKey& key,
                     const netioconf_link& link) {
                    MIB_ANYCASTIPADDRESS_ROW row =
                        emulator::behaviour::common().new_anycast(given, key, link);
                    edit(row, given);
                    return row;
                  }>();
}

// edit: void (MIB_ANYCASTIPADDRESS_ROW& row)
template <emulator::behaviour::Call only, auto edit>
[[nodiscard]] emulator::behaviour::Behaviour reading_anycast() {
  return replaced<&emulator::behaviour::Behaviour::read_anycast,
                  [](emulator::behaviour::Call call, const MIB_ANYCASTIPADDRESS_ROW& stored) {
                    MIB_ANYCASTIPADDRESS_ROW row =
                        emulator::behaviour::common().read_anycast(call, stored);
                    if (call == only) edit(row);
                    return row;
                  }>();
}

// edit: void (Status verdict, MIB_ANYCASTIPADDRESS_ROW& argument, const MIB_ANYCASTIPADDRESS_ROW&
// stored)
template <emulator::behaviour::Call only, auto edit>
[[nodiscard]] emulator::behaviour::Behaviour writing_anycast() {
  return replaced<&emulator::behaviour::Behaviour::anycast_argument,
                  [](emulator::behaviour::Call call, emulator::behaviour::Status verdict,
                     MIB_ANYCASTIPADDRESS_ROW& argument, const MIB_ANYCASTIPADDRESS_ROW& stored) {
                    if (call != only)
                      return emulator::behaviour::common().anycast_argument(call, verdict, argument,
                                                                            stored);
                    edit(verdict, argument, stored);
                  }>();
}

// edit: void (Status verdict, const AnycastKey& key, Tables& tables)
template <emulator::behaviour::Call only, auto edit>
[[nodiscard]] emulator::behaviour::Behaviour following_anycast() {
  return replaced<&emulator::behaviour::Behaviour::after_anycast,
                  [](emulator::behaviour::Call call, emulator::behaviour::Status verdict,
                     const emulator::tables::AnycastKey& key, emulator::behaviour::Tables& tables) {
                    if (call == only) edit(verdict, key, tables);
                  }>();
}

// edit: void (AnycastKey& key, const MIB_ANYCASTIPADDRESS_ROW& given)
template <auto edit>
[[nodiscard]] emulator::behaviour::Behaviour keying_anycast() {
  return replaced<&emulator::behaviour::Behaviour::anycast_key, [](emulator::behaviour::Call call,
                                                                   const MIB_ANYCASTIPADDRESS_ROW& given,
                                                                   std::uint8_t link) {
    emulator::tables::AnycastKey key = emulator::behaviour::common().anycast_key(call, given, link);
    edit(key, given);
    return key;
  }>();
}

// The entry of that address on the first link that has it.
[[nodiscard]] inline const emulator::tables::AnycastEntry* on_any_link(
    const emulator::tables::AnycastTable& anycasts, const emulator::tables::AnycastKey& key) {
  for (std::size_t link = 0; link < emulator::tables::links_at_most; ++link) {
    const emulator::tables::AnycastEntry* entry =
        anycasts.find({static_cast<std::uint8_t>(link), key.address, 0});
    if (entry != nullptr) return entry;
  }
  return nullptr;
}

// Removes that address from every other link.
inline void erase_on_other_links(const emulator::tables::AnycastKey& key,
                                 emulator::behaviour::Tables& tables) {
  for (std::size_t link = 0; link < emulator::tables::links_at_most; ++link) {
    if (link != key.link) tables.anycasts.erase({static_cast<std::uint8_t>(link), key.address, 0});
  }
}

}  // namespace netioconf::conformance::mutants::replacing
