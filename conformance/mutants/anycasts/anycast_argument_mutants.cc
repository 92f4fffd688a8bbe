#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"

// Mutants of GetAnycastIpAddressEntry and DeleteAnycastIpAddressEntry that check the caller's row or its
// link incorrectly.
namespace netioconf::conformance::mutants::anycasts::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_argument_mutants {

constexpr emulator::Call get_call = emulator::Call::anycast_get;
constexpr emulator::Call delete_call = emulator::Call::anycast_delete;

bool of_unknown_family(const SOCKADDR_INET& address) {
  return emulator::bits_of(address.si_family) == 0;
}

bool of_multicast(const SOCKADDR_INET& address) {
  return rows::is_multicast(emulator::address_of(address));
}

bool all_zero(const SOCKADDR_INET& address) {
  return !anycast_argument_mutants::of_unknown_family(address) &&
         emulator::is_zero(emulator::address_of(address));
}

bool unusual(const SOCKADDR_INET& address) {
  return rows::is_unusual(emulator::address_of(address)) &&
         !anycast_argument_mutants::of_multicast(address);
}

bool stray_in_ipv6(const SOCKADDR_INET& address) {
  return address.si_family == emulator::ipv6 && rows::is_stray(address);
}

emulator::Status succeeding_without_family(const MIB_ANYCASTIPADDRESS_ROW& given,
                                           const netioconf_link* link, emulator::Status verdict) {
  if (link == nullptr) return verdict;
  const std::uint16_t family = given.Address.si_family;
  const bool absent =
      (family == emulator::ipv4 && link->ipv4 == 0) || (family == emulator::ipv6 && link->ipv6 == 0);
  return absent ? emulator::Status::success : verdict;
}

constexpr Mutant list[] = {
    {"anycast-get-unknown-family-succeeds", "anycast-get.address-family",
     "returns success for an address of an unknown family",
     answering_anycast_where<anycast_argument_mutants::get_call,
                             anycast_argument_mutants::of_unknown_family, emulator::Status::success>},
    {"anycast-get-unknown-family-not-supported", "anycast-get.address-family",
     "returns not supported for an address of an unknown family",
     answering_anycast_where<anycast_argument_mutants::get_call,
                             anycast_argument_mutants::of_unknown_family,
                             emulator::Status::not_supported>},
    {"anycast-get-multicast-succeeds", "anycast-get.multicast",
     "returns success for a multicast address",
     answering_anycast_where<anycast_argument_mutants::get_call, anycast_argument_mutants::of_multicast,
                             emulator::Status::success>},
    {"anycast-get-multicast-not-supported", "anycast-get.multicast",
     "returns not supported for a multicast address",
     answering_anycast_where<anycast_argument_mutants::get_call, anycast_argument_mutants::of_multicast,
                             emulator::Status::not_supported>},
    {"anycast-get-unspecified-succeeds", "anycast-get.unspecified",
     "returns success for an all-zero address",
     answering_anycast_where<anycast_argument_mutants::get_call, anycast_argument_mutants::all_zero,
                             emulator::Status::success>},
    {"anycast-get-unspecified-not-supported", "anycast-get.unspecified",
     "returns not supported for an all-zero address",
     answering_anycast_where<anycast_argument_mutants::get_call, anycast_argument_mutants::all_zero,
                             emulator::Status::not_supported>},
    {"anycast-get-unusual-address-succeeds", "anycast-get.unusual-address",
     "returns success for a loopback or mapped address",
     answering_anycast_where<anycast_argument_mutants::get_call, anycast_argument_mutants::unusual,
                             emulator::Status::success>},
    {"anycast-get-unusual-address-already-exists", "anycast-get.unusual-address",
     "returns already exists for a loopback or mapped address",
     answering_anycast_where<anycast_argument_mutants::get_call, anycast_argument_mutants::unusual,
                             emulator::Status::already_exists>},
    {"anycast-get-odd-ports-refused", "anycast-get.stray-bytes",
     "refuses addresses with odd ports, but not with even ports",
     answering_anycast_where<anycast_argument_mutants::get_call, rows::is_of_odd_port,
                             emulator::Status::invalid_parameter>},
    {"anycast-get-stray-bytes-refused-in-ipv6", "anycast-get.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     answering_anycast_where<anycast_argument_mutants::get_call, anycast_argument_mutants::stray_in_ipv6,
                             emulator::Status::invalid_parameter>},
    {"anycast-get-link-without-family-succeeds", "anycast-get.link-stack",
     "returns success for a link without the family",
     answering_anycast<anycast_argument_mutants::get_call,
                       anycast_argument_mutants::succeeding_without_family>},
    {"anycast-get-link-without-family-invalid-parameter", "anycast-get.link-stack",
     "returns invalid parameter for a link without the family",
     answering_without_family<anycast_argument_mutants::get_call, emulator::Status::invalid_parameter>},
    {"anycast-get-stack-of-the-other-family", "anycast-get.stack",
     "checks the stack of the other family",
     asking_for_the_other_stack<anycast_argument_mutants::get_call>},
    {"anycast-get-stack-missing-invalid-parameter", "anycast-get.stack",
     "returns invalid parameter for a missing stack",
     refusing_with<&emulator::Behaviour::stack, anycast_argument_mutants::get_call,
                   emulator::Status::invalid_parameter>},

    {"anycast-delete-unknown-family-succeeds", "anycast-delete.address-family",
     "returns success for an address of an unknown family",
     answering_anycast_where<anycast_argument_mutants::delete_call,
                             anycast_argument_mutants::of_unknown_family, emulator::Status::success>},
    {"anycast-delete-unknown-family-not-supported", "anycast-delete.address-family",
     "returns not supported for an address of an unknown family",
     answering_anycast_where<anycast_argument_mutants::delete_call,
                             anycast_argument_mutants::of_unknown_family,
                             emulator::Status::not_supported>},
    {"anycast-delete-multicast-succeeds", "anycast-delete.multicast",
     "returns success for a multicast address",
     answering_anycast_where<anycast_argument_mutants::delete_call,
                             anycast_argument_mutants::of_multicast, emulator::Status::success>},
    {"anycast-delete-multicast-not-supported", "anycast-delete.multicast",
     "returns not supported for a multicast address",
     answering_anycast_where<anycast_argument_mutants::delete_call,
                             anycast_argument_mutants::of_multicast, emulator::Status::not_supported>},
    {"anycast-delete-unspecified-succeeds", "anycast-delete.unspecified",
     "returns success for an all-zero address",
     answering_anycast_where<anycast_argument_mutants::delete_call, anycast_argument_mutants::all_zero,
                             emulator::Status::success>},
    {"anycast-delete-unspecified-not-supported", "anycast-delete.unspecified",
     "returns not supported for an all-zero address",
     answering_anycast_where<anycast_argument_mutants::delete_call, anycast_argument_mutants::all_zero,
                             emulator::Status::not_supported>},
    {"anycast-delete-unusual-address-succeeds", "anycast-delete.unusual-address",
     "returns success for a loopback or mapped address",
     answering_anycast_where<anycast_argument_mutants::delete_call, anycast_argument_mutants::unusual,
                             emulator::Status::success>},
    {"anycast-delete-unusual-address-already-exists", "anycast-delete.unusual-address",
     "returns already exists for a loopback or mapped address",
     answering_anycast_where<anycast_argument_mutants::delete_call, anycast_argument_mutants::unusual,
                             emulator::Status::already_exists>},
    {"anycast-delete-odd-ports-refused", "anycast-delete.stray-bytes",
     "refuses addresses with odd ports, but not with even ports",
     answering_anycast_where<anycast_argument_mutants::delete_call, rows::is_of_odd_port,
                             emulator::Status::invalid_parameter>},
    {"anycast-delete-stray-bytes-refused-in-ipv6", "anycast-delete.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     answering_anycast_where<anycast_argument_mutants::delete_call,
                             anycast_argument_mutants::stray_in_ipv6,
                             emulator::Status::invalid_parameter>},
    {"anycast-delete-link-without-family-succeeds", "anycast-delete.link-stack",
     "returns success for a link without the family",
     answering_anycast<anycast_argument_mutants::delete_call,
                       anycast_argument_mutants::succeeding_without_family>},
    {"anycast-delete-link-without-family-invalid-parameter", "anycast-delete.link-stack",
     "returns invalid parameter for a link without the family",
     answering_without_family<anycast_argument_mutants::delete_call,
                              emulator::Status::invalid_parameter>},
    {"anycast-delete-stack-of-the-other-family", "anycast-delete.stack",
     "checks the stack of the other family",
     asking_for_the_other_stack<anycast_argument_mutants::delete_call>},
    {"anycast-delete-stack-missing-invalid-parameter", "anycast-delete.stack",
     "returns invalid parameter for a missing stack",
     refusing_with<&emulator::Behaviour::stack, anycast_argument_mutants::delete_call,
                   emulator::Status::invalid_parameter>},
};

}  // namespace anycast_argument_mutants

std::span<const Mutant> anycast_argument() { return anycast_argument_mutants::list; }

}  // namespace netioconf::conformance::mutants::anycasts::groups
