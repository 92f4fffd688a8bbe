#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of GetIpForwardEntry2 that check the caller's row or its link incorrectly.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace get_argument_mutants {

constexpr emulator::behaviour::Call the_call = emulator::behaviour::Call::route_get;
using replacing::finders::masking_ipv6;
using replacing::rows::on_link_without_family;
using replacing::rows::on_link_without_routes;
using replacing::rows::Row;

constexpr replacing::Mutant list[] = {
    {"get-unknown-family-succeeds", "route-get.destination-family",
     "returns success for a prefix of an unknown family",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::of_unknown_family,
                                emulator::behaviour::Status::success>},
    {"get-unknown-family-not-supported", "route-get.destination-family",
     "returns not supported for a prefix of an unknown family",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::of_unknown_family,
                                emulator::behaviour::Status::not_supported>},
    {"get-destination-unspecified-succeeds", "route-get.destination-unspecified",
     "returns success for a prefix of family 0",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::without_family,
                                emulator::behaviour::Status::success>},
    {"get-destination-unspecified-not-supported", "route-get.destination-unspecified",
     "returns not supported for a prefix of family 0",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::without_family,
                                emulator::behaviour::Status::not_supported>},
    {"get-too-long-prefix-succeeds", "route-get.destination-length",
     "returns success for a prefix longer than an address",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::too_long,
                                emulator::behaviour::Status::success>},
    {"get-too-long-prefix-not-supported", "route-get.destination-length",
     "returns not supported for a prefix longer than an address",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::too_long,
                                emulator::behaviour::Status::not_supported>},
    {"get-masks-host-bits-of-ipv6", "route-get.destination-host-bits",
     "masks host bits of IPv6 prefixes only",
     replacing::finding_routes<get_argument_mutants::the_call, masking_ipv6>},
    {"get-host-bits-succeed", "route-get.destination-host-bits",
     "returns success for a prefix with host bits",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::with_host_bits,
                                emulator::behaviour::Status::success>},
    {"get-unknown-next-hop-family-succeeds", "route-get.next-hop-family",
     "returns success for a next hop of an unknown family",
     replacing::answering_where<get_argument_mutants::the_call,
                                replacing::rows::next_hop_of_unknown_family,
                                emulator::behaviour::Status::success>},
    {"get-unknown-next-hop-family-not-supported", "route-get.next-hop-family",
     "returns not supported for a next hop of an unknown family",
     replacing::answering_where<get_argument_mutants::the_call,
                                replacing::rows::next_hop_of_unknown_family,
                                emulator::behaviour::Status::not_supported>},
    {"get-next-hop-of-other-family-succeeds", "route-get.next-hop-other-family",
     "returns success for a next hop of the other family",
     replacing::answering_where<get_argument_mutants::the_call,
                                replacing::rows::next_hop_of_other_family,
                                emulator::behaviour::Status::success>},
    {"get-next-hop-of-other-family-already-exists", "route-get.next-hop-other-family",
     "returns already exists for a next hop of the other family",
     replacing::answering_where<get_argument_mutants::the_call,
                                replacing::rows::next_hop_of_other_family,
                                emulator::behaviour::Status::already_exists>},
    {"get-unusual-next-hop-succeeds", "route-get.unusual-key",
     "returns success for a loopback or multicast next hop",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::with_unusual_next_hop,
                                emulator::behaviour::Status::success>},
    {"get-unusual-next-hop-already-exists", "route-get.unusual-key",
     "returns already exists for a loopback or multicast next hop",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::with_unusual_next_hop,
                                emulator::behaviour::Status::already_exists>},
    {"get-odd-ports-refused", "route-get.stray-bytes",
     "refuses next hops with odd ports, but not with even ports",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::with_odd_port,
                                emulator::behaviour::Status::invalid_parameter>},
    {"get-stray-bytes-refused-in-ipv6", "route-get.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     replacing::answering_where<
         get_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::with_stray_bytes, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"get-link-without-routes-succeeds", "route-get.link-routes",
     "returns success for a link that supports no routes",
     replacing::answering_links<get_argument_mutants::the_call, on_link_without_routes,
                                emulator::behaviour::Status::success>},
    {"get-link-without-routes-invalid-parameter", "route-get.link-routes",
     "returns invalid parameter for a link that supports no routes",
     replacing::answering_links<get_argument_mutants::the_call, on_link_without_routes,
                                emulator::behaviour::Status::invalid_parameter>},
    {"get-link-without-family-succeeds", "route-get.link-stack",
     "returns success for a link without the family",
     replacing::answering_links<get_argument_mutants::the_call, on_link_without_family,
                                emulator::behaviour::Status::success>},
    {"get-link-without-family-invalid-parameter", "route-get.link-stack",
     "returns invalid parameter for a link without the family",
     replacing::answering_without_family<get_argument_mutants::the_call,
                                         emulator::behaviour::Status::invalid_parameter>},
    {"get-stack-of-the-other-family", "route-get.stack", "checks the stack of the other family",
     replacing::asking_for_the_other_stack<get_argument_mutants::the_call>},
    {"get-stack-missing-invalid-parameter", "route-get.stack",
     "returns invalid parameter for a missing stack",
     replacing::refusing_with<&emulator::behaviour::Behaviour::stack, get_argument_mutants::the_call,
                              emulator::behaviour::Status::invalid_parameter>},
    {"get-lifetimes-not-supported", "route-get.lifetimes",
     "returns not supported for a preferred lifetime greater than the valid lifetime",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::lifetimes_illegal,
                                emulator::behaviour::Status::not_supported>},
    {"get-lifetimes-refused-in-ipv6", "route-get.lifetimes",
     "refuses a preferred lifetime greater than the valid lifetime for IPv6 only",
     replacing::answering_where<
         get_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::lifetimes_illegal, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"get-site-prefix-not-supported", "route-get.site-prefix",
     "returns not supported for a site prefix longer than the prefix",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::site_prefix_illegal,
                                emulator::behaviour::Status::not_supported>},
    {"get-site-prefix-refused-in-ipv6", "route-get.site-prefix",
     "refuses a site prefix longer than the prefix for IPv6 only",
     replacing::answering_where<
         get_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::site_prefix_illegal, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"get-site-prefix-255-not-supported", "route-get.site-prefix-255",
     "returns not supported for a site prefix of 255 bits",
     replacing::answering_where<get_argument_mutants::the_call, replacing::rows::site_prefix_255,
                                emulator::behaviour::Status::not_supported>},
    {"get-site-prefix-255-refused-in-ipv6", "route-get.site-prefix-255",
     "refuses a site prefix of 255 bits for IPv6 only",
     replacing::answering_where<
         get_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::site_prefix_255, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
};

}  // namespace get_argument_mutants

std::span<const replacing::Mutant> get_argument() { return get_argument_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
