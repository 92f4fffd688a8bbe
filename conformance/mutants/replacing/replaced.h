#pragma once

#include <cstdint>

#include "conformance/emulator/behaviour/behaviour.h"
#include "conformance/emulator/behaviour/personalities.h"

// Functions that replace one function of the common behaviour. They change only the named call.
// (Lambdas among template arguments compare with <, because g++ 12 takes a > within them for the end of
// the argument list.)
namespace netioconf::conformance::mutants::inline replacing {

template <auto member, auto replacement>
[[nodiscard]] emulator::Behaviour replaced() {
  emulator::Behaviour behaviour = emulator::common();
  behaviour.*member = replacement;
  return behaviour;
}

namespace refusing {

template <auto member, emulator::Call only, emulator::Status instead, class... Arguments>
emulator::Status refuse(emulator::Call call, Arguments... arguments) {
  const emulator::Status status = (emulator::common().*member)(call, arguments...);
  return call == only && status != emulator::Status::success ? instead : status;
}

// Deduces the arguments of the member that refuse() replaces.
template <auto member, emulator::Call only, emulator::Status instead, class... Arguments>
constexpr auto refusal(emulator::Status (*emulator::Behaviour::*)(emulator::Call, Arguments...)) {
  return &refusing::refuse<member, only, instead, Arguments...>;
}

}  // namespace refusing

// Where the check refuses, it returns another status. Success disables the check.
template <auto member, emulator::Call only, emulator::Status instead>
[[nodiscard]] emulator::Behaviour refusing_with() {
  return replaced<member, refusing::refusal<member, only, instead>(member)>();
}

template <auto member, emulator::Call only>
[[nodiscard]] emulator::Behaviour forgetting() {
  return refusing_with<member, only, emulator::Status::success>();
}

// finder: const netioconf_link* (const netioconf_host&, luid, index)
template <emulator::Call only, auto finder>
[[nodiscard]] emulator::Behaviour finding_links() {
  return replaced<&emulator::Behaviour::find_link, [](emulator::Call call, const netioconf_host& host,
                                                      std::uint64_t luid, std::uint32_t index) {
    return call == only ? finder(host, luid, index)
                        : emulator::common().find_link(call, host, luid, index);
  }>();
}

// finder: const RouteEntry* (const RouteTable&, const RouteKey&, const MIB_IPFORWARD_ROW2& given)
template <emulator::Call only, auto finder>
[[nodiscard]] emulator::Behaviour finding_routes() {
  return replaced<&emulator::Behaviour::find_route,
                  [](emulator::Call call, const emulator::RouteTable& routes,
                     const emulator::RouteKey& key, const MIB_IPFORWARD_ROW2& given) {
                    return call == only ? finder(routes, key, given)
                                        : emulator::common().find_route(call, routes, key, given);
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& given)
template <auto edit>
[[nodiscard]] emulator::Behaviour storing() {
  return replaced<&emulator::Behaviour::new_route,
                  [](const MIB_IPFORWARD_ROW2& given, const emulator::RouteKey& key,
                     const netioconf_link& link) {
                    MIB_IPFORWARD_ROW2 row = emulator::common().new_route(given, key, link);
                    edit(row, given);
                    return row;
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2&
// given)
template <auto edit>
[[nodiscard]] emulator::Behaviour setting() {
  return replaced<&emulator::Behaviour::set_route,
                  [](const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2& given) {
                    MIB_IPFORWARD_ROW2 row = emulator::common().set_route(stored, given);
                    edit(row, stored, given);
                    return row;
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row)
template <emulator::Call only, auto edit>
[[nodiscard]] emulator::Behaviour reading() {
  return replaced<&emulator::Behaviour::read_route,
                  [](emulator::Call call, const MIB_IPFORWARD_ROW2& stored, const emulator::Ages& ages,
                     std::uint32_t link_metric) {
                    MIB_IPFORWARD_ROW2 row =
                        emulator::common().read_route(call, stored, ages, link_metric);
                    if (call == only) edit(row);
                    return row;
                  }>();
}

// edit: void (Status verdict, MIB_IPFORWARD_ROW2& argument, const MIB_IPFORWARD_ROW2& stored)
template <emulator::Call only, auto edit>
[[nodiscard]] emulator::Behaviour writing_argument() {
  return replaced<&emulator::Behaviour::route_argument,
                  [](emulator::Call call, emulator::Status verdict, MIB_IPFORWARD_ROW2& argument,
                     const MIB_IPFORWARD_ROW2& stored) {
                    if (call != only)
                      return emulator::common().route_argument(call, verdict, argument, stored);
                    edit(verdict, argument, stored);
                  }>();
}

// edit: void (Status verdict, const RouteKey& key, Tables& tables)
template <emulator::Call only, auto edit>
[[nodiscard]] emulator::Behaviour following() {
  return replaced<&emulator::Behaviour::after_route,
                  [](emulator::Call call, emulator::Status verdict, const emulator::RouteKey& key,
                     emulator::Tables& tables) {
                    if (call == only) edit(verdict, key, tables);
                  }>();
}

// Whether the call takes effect, for each verdict: bool (Status verdict)
template <emulator::Call only, auto decide>
[[nodiscard]] emulator::Behaviour committing() {
  return replaced<&emulator::Behaviour::commits, [](emulator::Call call, emulator::Status verdict) {
    return call == only ? decide(verdict) : emulator::common().commits(call, verdict);
  }>();
}

// edit: void (RouteKey& key, const MIB_IPFORWARD_ROW2& given)
template <auto edit>
[[nodiscard]] emulator::Behaviour keying() {
  return replaced<&emulator::Behaviour::route_key,
                  [](emulator::Call call, const MIB_IPFORWARD_ROW2& given, std::uint8_t link) {
                    emulator::RouteKey key = emulator::common().route_key(call, given, link);
                    edit(key, given);
                    return key;
                  }>();
}

}  // namespace netioconf::conformance::mutants::inline replacing
