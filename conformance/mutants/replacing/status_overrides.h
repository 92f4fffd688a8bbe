#pragma once

#include "conformance/mutants/replacing/replaced.h"

// Functions that replace the status of a call for some rows only.
namespace netioconf::conformance {

// answer: Status (const MIB_IPFORWARD_ROW2& given, const netioconf_link* link, Status verdict)
template <Call only, auto answer>
[[nodiscard]] Behaviour answering() {
  return replaced<&Behaviour::route_answer, [](Call call, const MIB_IPFORWARD_ROW2& given,
                                               const netioconf_link* link, Status verdict) {
    return call == only ? answer(given, link, verdict) : verdict;
  }>();
}

// Another status for every row for which it holds. holds: bool (const MIB_IPFORWARD_ROW2& given)
template <Call only, auto holds, Status instead>
[[nodiscard]] Behaviour answering_where() {
  return answering<only, [](const MIB_IPFORWARD_ROW2& given, const netioconf_link*, Status verdict) {
    return holds(given) ? instead : verdict;
  }>();
}

// Another status for every link for which it holds. holds: bool (const MIB_IPFORWARD_ROW2& given, const
// netioconf_link& link)
template <Call only, auto holds, Status instead>
[[nodiscard]] Behaviour answering_links() {
  return answering<only,
                   [](const MIB_IPFORWARD_ROW2& given, const netioconf_link* link, Status verdict) {
                     return link != nullptr && holds(given, *link) ? instead : verdict;
                   }>();
}

// answer: Status (const Address& destination, const netioconf_link* named, Status verdict)
template <auto answer>
[[nodiscard]] Behaviour answering_best_route() {
  return replaced<&Behaviour::best_route_answer, answer>();
}

// answer: Status (const MIB_ANYCASTIPADDRESS_ROW& given, const netioconf_link* link, Status verdict)
template <Call only, auto answer>
[[nodiscard]] Behaviour answering_anycast() {
  return replaced<&Behaviour::anycast_answer, [](Call call, const MIB_ANYCASTIPADDRESS_ROW& given,
                                                 const netioconf_link* link, Status verdict) {
    return call == only ? answer(given, link, verdict) : verdict;
  }>();
}

// Another status for every address for which it holds. holds: bool (const SOCKADDR_INET& address)
template <Call only, auto holds, Status instead>
[[nodiscard]] Behaviour answering_anycast_where() {
  return answering_anycast<only,
                           [](const MIB_ANYCASTIPADDRESS_ROW& given, const netioconf_link*,
                              Status verdict) { return holds(given.Address) ? instead : verdict; }>();
}

// Checks the stack of the other family.
template <Call only>
[[nodiscard]] Behaviour asking_for_the_other_stack() {
  return replaced<&Behaviour::stack, [](Call call, const netioconf_host& host, std::uint16_t family) {
    if (call == only && family != unspecified) family = family == ipv4 ? ipv6 : ipv4;
    return common().stack(call, host, family);
  }>();
}

// Another status for a link that lacks the family.
template <Call only, Status instead>
[[nodiscard]] Behaviour answering_without_family() {
  return replaced<&Behaviour::link_family,
                  [](Call call, const netioconf_link& link, std::uint16_t family) {
                    const bool carried = family == ipv6 ? link.ipv6 != 0 : link.ipv4 != 0;
                    return call == only && !carried ? instead : common().link_family(call, link, family);
                  }>();
}

}  // namespace netioconf::conformance
