#pragma once

#include <cstdint>

#include "conformance/emulator/behaviour/behaviour.h"
#include "conformance/emulator/behaviour/personalities.h"

// Functions that replace one function of the common behaviour. They change only the named call.
// (Lambdas among template arguments compare with <, because g++ 12 takes a > within them for the end of
// the argument list.)
namespace netioconf::conformance {

template <auto member, auto replacement>
[[nodiscard]] Behaviour replaced() {
  Behaviour behaviour = common();
  behaviour.*member = replacement;
  return behaviour;
}

namespace replacing {

template <auto member, Call only, Status instead, class... Arguments>
Status refuse(Call call, Arguments... arguments) {
  const Status status = (common().*member)(call, arguments...);
  return call == only && status != Status::success ? instead : status;
}

// Deduces the arguments of the member that refuse() replaces.
template <auto member, Call only, Status instead, class... Arguments>
constexpr auto refusal(Status (*Behaviour::*)(Call, Arguments...)) {
  return &refuse<member, only, instead, Arguments...>;
}

}  // namespace replacing

// Where the check refuses, it returns another status. Success disables the check.
template <auto member, Call only, Status instead>
[[nodiscard]] Behaviour refusing_with() {
  return replaced<member, replacing::refusal<member, only, instead>(member)>();
}

template <auto member, Call only>
[[nodiscard]] Behaviour forgetting() {
  return refusing_with<member, only, Status::success>();
}

// finder: const netioconf_link* (const netioconf_host&, luid, index)
template <Call only, auto finder>
[[nodiscard]] Behaviour finding_links() {
  return replaced<&Behaviour::find_link, [](Call call, const netioconf_host& host, std::uint64_t luid,
                                            std::uint32_t index) {
    return call == only ? finder(host, luid, index) : common().find_link(call, host, luid, index);
  }>();
}

// finder: const RouteEntry* (const RouteTable&, const RouteKey&, const MIB_IPFORWARD_ROW2& given)
template <Call only, auto finder>
[[nodiscard]] Behaviour finding_routes() {
  return replaced<&Behaviour::find_route, [](Call call, const RouteTable& routes, const RouteKey& key,
                                             const MIB_IPFORWARD_ROW2& given) {
    return call == only ? finder(routes, key, given) : common().find_route(call, routes, key, given);
  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& given)
template <auto edit>
[[nodiscard]] Behaviour storing() {
  return replaced<&Behaviour::new_route,
                  [](const MIB_IPFORWARD_ROW2& given, const RouteKey& key, const netioconf_link& link) {
                    MIB_IPFORWARD_ROW2 row = common().new_route(given, key, link);
                    edit(row, given);
                    return row;
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2&
// given)
template <auto edit>
[[nodiscard]] Behaviour setting() {
  return replaced<&Behaviour::set_route,
                  [](const MIB_IPFORWARD_ROW2& stored, const MIB_IPFORWARD_ROW2& given) {
                    MIB_IPFORWARD_ROW2 row = common().set_route(stored, given);
                    edit(row, stored, given);
                    return row;
                  }>();
}

// edit: void (MIB_IPFORWARD_ROW2& row)
template <Call only, auto edit>
[[nodiscard]] Behaviour reading() {
  return replaced<&Behaviour::read_route, [](Call call, const MIB_IPFORWARD_ROW2& stored,
                                             const Ages& ages, std::uint32_t link_metric) {
    MIB_IPFORWARD_ROW2 row = common().read_route(call, stored, ages, link_metric);
    if (call == only) edit(row);
    return row;
  }>();
}

// edit: void (Status verdict, MIB_IPFORWARD_ROW2& argument, const MIB_IPFORWARD_ROW2& stored)
template <Call only, auto edit>
[[nodiscard]] Behaviour writing_argument() {
  return replaced<&Behaviour::route_argument, [](Call call, Status verdict, MIB_IPFORWARD_ROW2& argument,
                                                 const MIB_IPFORWARD_ROW2& stored) {
    if (call != only) return common().route_argument(call, verdict, argument, stored);
    edit(verdict, argument, stored);
  }>();
}

// edit: void (Status verdict, const RouteKey& key, Tables& tables)
template <Call only, auto edit>
[[nodiscard]] Behaviour following() {
  return replaced<&Behaviour::after_route,
                  [](Call call, Status verdict, const RouteKey& key, Tables& tables) {
                    if (call == only) edit(verdict, key, tables);
                  }>();
}

// Whether the call takes effect, for each verdict: bool (Status verdict)
template <Call only, auto decide>
[[nodiscard]] Behaviour committing() {
  return replaced<&Behaviour::commits, [](Call call, Status verdict) {
    return call == only ? decide(verdict) : common().commits(call, verdict);
  }>();
}

// edit: void (RouteKey& key, const MIB_IPFORWARD_ROW2& given)
template <auto edit>
[[nodiscard]] Behaviour keying() {
  return replaced<&Behaviour::route_key,
                  [](Call call, const MIB_IPFORWARD_ROW2& given, std::uint8_t link) {
                    RouteKey key = common().route_key(call, given, link);
                    edit(key, given);
                    return key;
                  }>();
}

}  // namespace netioconf::conformance
