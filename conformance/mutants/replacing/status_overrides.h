#pragma once

#include "conformance/mutants/replacing/replaced.h"

// Functions that replace the status of a call for some rows only.
namespace netioconf::conformance::mutants::inline replacing {

// answer: Status (const MIB_IPFORWARD_ROW2& given, const netioconf_link* link, Status verdict)
template <emulator::Call only, auto answer>
[[nodiscard]] emulator::Behaviour answering() {
  return replaced<&emulator::Behaviour::route_answer,
                  [](emulator::Call call, const MIB_IPFORWARD_ROW2& given, const netioconf_link* link,
                     emulator::Status verdict) {
                    return call == only ? answer(given, link, verdict) : verdict;
                  }>();
}

// Another status for every row for which it holds. holds: bool (const MIB_IPFORWARD_ROW2& given)
template <emulator::Call only, auto holds, emulator::Status instead>
[[nodiscard]] emulator::Behaviour answering_where() {
  return answering<only, [](const MIB_IPFORWARD_ROW2& given, const netioconf_link*,
                            emulator::Status verdict) { return holds(given) ? instead : verdict; }>();
}

// Another status for every link for which it holds. holds: bool (const MIB_IPFORWARD_ROW2& given, const
// netioconf_link& link)
template <emulator::Call only, auto holds, emulator::Status instead>
[[nodiscard]] emulator::Behaviour answering_links() {
  return answering<only, [](const MIB_IPFORWARD_ROW2& given, const netioconf_link* link,
                            emulator::Status verdict) {
    return link != nullptr && holds(given, *link) ? instead : verdict;
  }>();
}

// answer: Status (const Address& destination, const netioconf_link* named, Status verdict)
template <auto answer>
[[nodiscard]] emulator::Behaviour answering_best_route() {
  return replaced<&emulator::Behaviour::best_route_answer, answer>();
}

// answer: Status (const MIB_ANYCASTIPADDRESS_ROW& given, const netioconf_link* link, Status verdict)
template <emulator::Call only, auto answer>
[[nodiscard]] emulator::Behaviour answering_anycast() {
  return replaced<&emulator::Behaviour::anycast_answer,
                  [](emulator::Call call, const MIB_ANYCASTIPADDRESS_ROW& given,
                     const netioconf_link* link, emulator::Status verdict) {
                    return call == only ? answer(given, link, verdict) : verdict;
                  }>();
}

// Another status for every address for which it holds. holds: bool (const SOCKADDR_INET& address)
template <emulator::Call only, auto holds, emulator::Status instead>
[[nodiscard]] emulator::Behaviour answering_anycast_where() {
  return answering_anycast<only, [](const MIB_ANYCASTIPADDRESS_ROW& given, const netioconf_link*,
                                    emulator::Status verdict) {
    return holds(given.Address) ? instead : verdict;
  }>();
}

// Checks the stack of the other family.
template <emulator::Call only>
[[nodiscard]] emulator::Behaviour asking_for_the_other_stack() {
  return replaced<&emulator::Behaviour::stack,
                  [](emulator::Call call, const netioconf_host& host, std::uint16_t family) {
                    if (call == only && family != emulator::unspecified)
                      family = family == emulator::ipv4 ? emulator::ipv6 : emulator::ipv4;
                    return emulator::common().stack(call, host, family);
                  }>();
}

// Another status on a machine that lacks the family.
template <emulator::Call only, std::uint16_t lacking, emulator::Status instead>
[[nodiscard]] emulator::Behaviour asking_for_stack() {
  return replaced<&emulator::Behaviour::stack, [](emulator::Call call, const netioconf_host& host,
                                                  std::uint16_t family) {
    const bool carried = family == emulator::ipv6 ? host.ipv6 != 0 : host.ipv4 != 0;
    return call == only && family == lacking && !carried ? instead
                                                         : emulator::common().stack(call, host, family);
  }>();
}

// Another status for a link that lacks the family.
template <emulator::Call only, emulator::Status instead>
[[nodiscard]] emulator::Behaviour answering_without_family() {
  return replaced<&emulator::Behaviour::link_family, [](emulator::Call call, const netioconf_link& link,
                                                        std::uint16_t family) {
    const bool carried = family == emulator::ipv6 ? link.ipv6 != 0 : link.ipv4 != 0;
    return call == only && !carried ? instead : emulator::common().link_family(call, link, family);
  }>();
}

}  // namespace netioconf::conformance::mutants::inline replacing
