#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of DeleteIpForwardEntry2 that check the caller's row or its link incorrectly.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace delete_argument_mutants {

constexpr emulator::Call the_call = emulator::Call::route_delete;
using finders::masking_ipv6;
using rows::on_link_without_family;
using rows::on_link_without_routes;
using rows::Row;

constexpr Mutant list[] = {
    {"delete-unknown-family-succeeds", "route-delete.destination-family",
     "returns success for a prefix of an unknown family",
     answering_where<delete_argument_mutants::the_call, rows::of_unknown_family,
                     emulator::Status::success>},
    {"delete-unknown-family-not-supported", "route-delete.destination-family",
     "returns not supported for a prefix of an unknown family",
     answering_where<delete_argument_mutants::the_call, rows::of_unknown_family,
                     emulator::Status::not_supported>},
    {"delete-destination-unspecified-succeeds", "route-delete.destination-unspecified",
     "returns success for a prefix of family 0",
     answering_where<delete_argument_mutants::the_call, rows::without_family,
                     emulator::Status::success>},
    {"delete-destination-unspecified-not-supported", "route-delete.destination-unspecified",
     "returns not supported for a prefix of family 0",
     answering_where<delete_argument_mutants::the_call, rows::without_family,
                     emulator::Status::not_supported>},
    {"delete-too-long-prefix-succeeds", "route-delete.destination-length",
     "returns success for a prefix longer than an address",
     answering_where<delete_argument_mutants::the_call, rows::too_long, emulator::Status::success>},
    {"delete-too-long-prefix-not-supported", "route-delete.destination-length",
     "returns not supported for a prefix longer than an address",
     answering_where<delete_argument_mutants::the_call, rows::too_long,
                     emulator::Status::not_supported>},
    {"delete-masks-host-bits-of-ipv6", "route-delete.destination-host-bits",
     "masks host bits of IPv6 prefixes only",
     finding_routes<delete_argument_mutants::the_call, masking_ipv6>},
    {"delete-host-bits-succeed", "route-delete.destination-host-bits",
     "returns success for a prefix with host bits",
     answering_where<delete_argument_mutants::the_call, rows::with_host_bits,
                     emulator::Status::success>},
    {"delete-unknown-next-hop-family-succeeds", "route-delete.next-hop-family",
     "returns success for a next hop of an unknown family",
     answering_where<delete_argument_mutants::the_call, rows::next_hop_of_unknown_family,
                     emulator::Status::success>},
    {"delete-unknown-next-hop-family-not-supported", "route-delete.next-hop-family",
     "returns not supported for a next hop of an unknown family",
     answering_where<delete_argument_mutants::the_call, rows::next_hop_of_unknown_family,
                     emulator::Status::not_supported>},
    {"delete-next-hop-of-other-family-succeeds", "route-delete.next-hop-other-family",
     "returns success for a next hop of the other family",
     answering_where<delete_argument_mutants::the_call, rows::next_hop_of_other_family,
                     emulator::Status::success>},
    {"delete-next-hop-of-other-family-already-exists", "route-delete.next-hop-other-family",
     "returns already exists for a next hop of the other family",
     answering_where<delete_argument_mutants::the_call, rows::next_hop_of_other_family,
                     emulator::Status::already_exists>},
    {"delete-unusual-next-hop-succeeds", "route-delete.unusual-key",
     "returns success for a loopback or multicast next hop",
     answering_where<delete_argument_mutants::the_call, rows::with_unusual_next_hop,
                     emulator::Status::success>},
    {"delete-unusual-next-hop-already-exists", "route-delete.unusual-key",
     "returns already exists for a loopback or multicast next hop",
     answering_where<delete_argument_mutants::the_call, rows::with_unusual_next_hop,
                     emulator::Status::already_exists>},
    {"delete-odd-ports-refused", "route-delete.stray-bytes",
     "refuses next hops with odd ports, but not with even ports",
     answering_where<delete_argument_mutants::the_call, rows::with_odd_port,
                     emulator::Status::invalid_parameter>},
    {"delete-stray-bytes-refused-in-ipv6", "route-delete.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     answering_where<delete_argument_mutants::the_call,
                     (rows::both<rows::with_stray_bytes, rows::is_ipv6, Row>),
                     emulator::Status::invalid_parameter>},
    {"delete-link-without-routes-succeeds", "route-delete.link-routes",
     "returns success for a link that supports no routes",
     answering_links<delete_argument_mutants::the_call, on_link_without_routes,
                     emulator::Status::success>},
    {"delete-link-without-routes-invalid-parameter", "route-delete.link-routes",
     "returns invalid parameter for a link that supports no routes",
     answering_links<delete_argument_mutants::the_call, on_link_without_routes,
                     emulator::Status::invalid_parameter>},
    {"delete-link-without-family-succeeds", "route-delete.link-stack",
     "returns success for a link without the family",
     answering_links<delete_argument_mutants::the_call, on_link_without_family,
                     emulator::Status::success>},
    {"delete-link-without-family-invalid-parameter", "route-delete.link-stack",
     "returns invalid parameter for a link without the family",
     answering_without_family<delete_argument_mutants::the_call, emulator::Status::invalid_parameter>},
    {"delete-stack-of-the-other-family", "route-delete.stack", "checks the stack of the other family",
     asking_for_the_other_stack<delete_argument_mutants::the_call>},
    {"delete-stack-missing-invalid-parameter", "route-delete.stack",
     "returns invalid parameter for a missing stack",
     refusing_with<&emulator::Behaviour::stack, delete_argument_mutants::the_call,
                   emulator::Status::invalid_parameter>},
};

}  // namespace delete_argument_mutants

std::span<const Mutant> remove_argument() { return delete_argument_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
