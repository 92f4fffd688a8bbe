#pragma once

#include <cstdint>

#include "conformance/emulator/behaviour/behaviour.h"
#include "conformance/emulator/behaviour/personalities.h"

// Functions that replace one function of the common behaviour. They change only the named call.
// (Lambdas among template arguments compare with <, because g++ 12 takes a > within them for the end of
// the argument list.)
namespace netioconf::conformance::mutants::replacing {

template <auto member, auto replacement>
[[nodiscard]] emulator::behaviour::Behaviour replaced() {
  emulator::behaviour::Behaviour behaviour = emulator::behaviour::common();
  behaviour.*member = replacement;
  return behaviour;
}

namespace replacing {

template <auto member, emulator::behaviour::Call only, emulator::behaviour::Status instead,
          class... Arguments>
emulator::behaviour::Status refuse(emulator::behaviour::Call call, Arguments... arguments) {
  const emulator::behaviour::Status status = (emulator::behaviour::common().*member)(call, arguments...);
  return call == only && status != emulator::behaviour::Status::success ? instead : status;
}

// Deduces the arguments of the member that refuse() replaces.
template <auto member, emulator::behaviour::Call only, emulator::behaviour::Status instead,
          class... Arguments>
constexpr auto refusal(emulator::behaviour::Status (*Behaviour::*)(emulator::behaviour::Call,
                                                                   Arguments...)) {
  return &replacing::refuse<member, only, instead, Arguments...>;
}

}  // namespace replacing

// Where the check refuses, it returns another status. Success disables the check.
template <auto member, emulator::behaviour::Call only, emulator::behaviour::Status instead>
[[nodiscard]] emulator::behaviour::Behaviour refusing_with() {
  return replaced<member, replacing::refusal<member, only, instead>(member)>();
}

template <auto member, emulator::behaviour::Call only>
[[nodiscard]] emulator::behaviour::Behaviour forgetting() {
  return refusing_with<member, only, emulator::behaviour::Status::success>();
}

// finder: const netioconf_link* (const netioconf_host&, luid, index)
template <emulator::behaviour::Call only, auto finder>
[[nodiscard]] emulator::behaviour::Behaviour finding_links() {
  return replaced<&emulator::behaviour::Behaviour::find_link,
                  [](emulator::behaviour::Call call, const netioconf_host& host, std::uint64_t luid,
                     std::uint32_t index) {
                    return call == only
                               ? finder(host, luid, index)
                               : emulator::behaviour::common().find_link(call, host, luid, index);
                  }>();
}

// finder: const RouteEntry* (const RouteTable&, const RouteKey&, const MIB_IPFORWARD_ROW2& given)
template <emulator::behaviour::Call only, auto finder>
[[nodiscard]] emulator::behaviour::Behaviour finding_routes() {
  return replaced<&emulator::behaviour::Behaviour::find_route,
                  [](emulator::behaviour::Call call, const emulator::tables::RouteTable& routes,
                     const emulator::tables::RouteKey& key, const MIB_IPFORWARD_ROW2& given) {
                    return call == only
                               ? finder(routes, key, given)
                               : emulator::behaviour::common().find_route(call, routes, key, given);
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& given)
template <auto edit>
[[nodiscard]] emulator::behaviour::Behaviour storing() {
  return replaced<&emulator::behaviour::Behaviour::new_route,
                  [](const MIB_IPFORWARD_ROW2& given, const emulator::tables::RouteKey& key,
                     const netioconf_link& link) {
                    MIB_IPFORWARD_ROW2 row = emulator::behaviour::common().new_route(given, key, link);
                    edit(row, given);
                    return row;
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2&
// given)
template <auto edit>
[[nodiscard]] emulator::behaviour::Behaviour setting() {
  return replaced<&emulator::behaviour::Behaviour::set_route,
                  [](const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2& given) {
                    MIB_IPFORWARD_ROW2 row = emulator::behaviour::common().set_route(stored, given);
                    edit(row, stored, given);
                    return row;
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row)
template <emulator::behaviour::Call only, auto edit>
[[nodiscard]] emulator::behaviour::Behaviour reading() {
  return replaced<&emulator::behaviour::Behaviour::read_route,
                  [](emulator::behaviour::Call call, const MIB_IPFORWARD_ROW2& stored,
                     const emulator::behaviour::Ages& ages, std::uint32_t link_metric) {
                    MIB_IPFORWARD_ROW2 row =
                        emulator::behaviour::common().read_route(call, stored, ages, link_metric);
                    if (call == only) edit(row);
                    return row;
                  }>();
}

// edit: void (Status verdict, MIB_IPFORWARD_ROW2& argument, const MIB_IPFORWARD_ROW2& stored)
template <emulator::behaviour::Call only, auto edit>
[[nodiscard]] emulator::behaviour::Behaviour writing_argument() {
  return replaced<&emulator::behaviour::Behaviour::route_argument,
                  [](emulator::behaviour::Call call, emulator::behaviour::Status verdict,
                     MIB_IPFORWARD_ROW2& argument, const MIB_IPFORWARD_ROW2& stored) {
                    if (call != only)
                      return emulator::behaviour::common().route_argument(call, verdict, argument,
                                                                          stored);
                    edit(verdict, argument, stored);
                  }>();
}

// edit: void (Status verdict, const RouteKey& key, Tables& tables)
template <emulator::behaviour::Call only, auto edit>
[[nodiscard]] emulator::behaviour::Behaviour following() {
  return replaced<&emulator::behaviour::Behaviour::after_route,
                  [](emulator::behaviour::Call call, emulator::behaviour::Status verdict,
                     const emulator::tables::RouteKey& key, emulator::behaviour::Tables& tables) {
                    if (call == only) edit(verdict, key, tables);
                  }>();
}

// Whether the call takes effect, for each verdict: bool (Status verdict)
template <emulator::behaviour::Call only, auto decide>
[[nodiscard]] emulator::behaviour::Behaviour committing() {
  return replaced<&emulator::behaviour::Behaviour::commits, [](emulator::behaviour::Call call,
                                                               emulator::behaviour::Status verdict) {
    return call == only ? decide(verdict) : emulator::behaviour::common().commits(call, verdict);
  }>();
}

// edit: void (RouteKey& key, const MIB_IPFORWARD_ROW2& given)
template <auto edit>
[[nodiscard]] emulator::behaviour::Behaviour keying() {
  return replaced<&emulator::behaviour::Behaviour::route_key, [](emulator::behaviour::Call call,
                                                                 const MIB_IPFORWARD_ROW2& given,
                                                                 std::uint8_t link) {
    emulator::tables::RouteKey key = emulator::behaviour::common().route_key(call, given, link);
    edit(key, given);
    return key;
  }>();
}

}  // namespace netioconf::conformance::mutants::replacing
