#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of SetIpForwardEntry2 that check the caller's row or its link incorrectly.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace set_argument_mutants {

constexpr emulator::behaviour::Call the_call = emulator::behaviour::Call::route_set;
using replacing::finders::masking_ipv6;
using replacing::rows::on_link_without_family;
using replacing::rows::on_link_without_routes;
using replacing::rows::Row;

constexpr replacing::Mutant list[] = {
    {"set-unknown-family-succeeds", "route-set.destination-family",
     "returns success for a prefix of an unknown family",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::of_unknown_family,
                                emulator::behaviour::Status::success>},
    {"set-unknown-family-not-supported", "route-set.destination-family",
     "returns not supported for a prefix of an unknown family",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::of_unknown_family,
                                emulator::behaviour::Status::not_supported>},
    {"set-destination-unspecified-succeeds", "route-set.destination-unspecified",
     "returns success for a prefix of family 0",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::without_family,
                                emulator::behaviour::Status::success>},
    {"set-destination-unspecified-not-supported", "route-set.destination-unspecified",
     "returns not supported for a prefix of family 0",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::without_family,
                                emulator::behaviour::Status::not_supported>},
    {"set-too-long-prefix-succeeds", "route-set.destination-length",
     "returns success for a prefix longer than an address",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::too_long,
                                emulator::behaviour::Status::success>},
    {"set-too-long-prefix-not-supported", "route-set.destination-length",
     "returns not supported for a prefix longer than an address",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::too_long,
                                emulator::behaviour::Status::not_supported>},
    {"set-masks-host-bits-of-ipv6", "route-set.destination-host-bits",
     "masks host bits of IPv6 prefixes only",
     replacing::finding_routes<set_argument_mutants::the_call, masking_ipv6>},
    {"set-host-bits-succeed", "route-set.destination-host-bits",
     "returns success for a prefix with host bits",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::with_host_bits,
                                emulator::behaviour::Status::success>},
    {"set-unknown-next-hop-family-succeeds", "route-set.next-hop-family",
     "returns success for a next hop of an unknown family",
     replacing::answering_where<set_argument_mutants::the_call,
                                replacing::rows::next_hop_of_unknown_family,
                                emulator::behaviour::Status::success>},
    {"set-unknown-next-hop-family-not-supported", "route-set.next-hop-family",
     "returns not supported for a next hop of an unknown family",
     replacing::answering_where<set_argument_mutants::the_call,
                                replacing::rows::next_hop_of_unknown_family,
                                emulator::behaviour::Status::not_supported>},
    {"set-next-hop-of-other-family-succeeds", "route-set.next-hop-other-family",
     "returns success for a next hop of the other family",
     replacing::answering_where<set_argument_mutants::the_call,
                                replacing::rows::next_hop_of_other_family,
                                emulator::behaviour::Status::success>},
    {"set-next-hop-of-other-family-already-exists", "route-set.next-hop-other-family",
     "returns already exists for a next hop of the other family",
     replacing::answering_where<set_argument_mutants::the_call,
                                replacing::rows::next_hop_of_other_family,
                                emulator::behaviour::Status::already_exists>},
    {"set-unusual-next-hop-succeeds", "route-set.unusual-key",
     "returns success for a loopback or multicast next hop",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::with_unusual_next_hop,
                                emulator::behaviour::Status::success>},
    {"set-unusual-next-hop-already-exists", "route-set.unusual-key",
     "returns already exists for a loopback or multicast next hop",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::with_unusual_next_hop,
                                emulator::behaviour::Status::already_exists>},
    {"set-odd-ports-refused", "route-set.stray-bytes",
     "refuses next hops with odd ports, but not with even ports",
     replacing::answering_where<set_argument_mutants::the_call, replacing::rows::with_odd_port,
                                emulator::behaviour::Status::invalid_parameter>},
    {"set-stray-bytes-refused-in-ipv6", "route-set.stray-bytes",
     "refuses a non-zero port, flow information or scope in IPv6 addresses only",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::with_stray_bytes, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"set-link-without-routes-succeeds", "route-set.link-routes",
     "returns success for a link that supports no routes",
     replacing::answering_links<set_argument_mutants::the_call, on_link_without_routes,
                                emulator::behaviour::Status::success>},
    {"set-link-without-routes-invalid-parameter", "route-set.link-routes",
     "returns invalid parameter for a link that supports no routes",
     replacing::answering_links<set_argument_mutants::the_call, on_link_without_routes,
                                emulator::behaviour::Status::invalid_parameter>},
    {"set-link-without-family-succeeds", "route-set.link-stack",
     "returns success for a link without the family",
     replacing::answering_links<set_argument_mutants::the_call, on_link_without_family,
                                emulator::behaviour::Status::success>},
    {"set-link-without-family-invalid-parameter", "route-set.link-stack",
     "returns invalid parameter for a link without the family",
     replacing::answering_without_family<set_argument_mutants::the_call,
                                         emulator::behaviour::Status::invalid_parameter>},
    {"set-lifetimes-refused-by-index", "route-set.lifetimes",
     "refuses a preferred lifetime greater than the valid lifetime if the link is named by its index",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::lifetimes_illegal, replacing::rows::by_index, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"set-lifetimes-refused-in-ipv6", "route-set.lifetimes",
     "refuses a preferred lifetime greater than the valid lifetime for IPv6 only",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::lifetimes_illegal, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"set-site-prefix-refused-by-index", "route-set.site-prefix",
     "refuses a site prefix longer than the prefix if the link is named by its index",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::site_prefix_illegal, replacing::rows::by_index, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"set-site-prefix-refused-in-ipv6", "route-set.site-prefix",
     "refuses a site prefix longer than the prefix for IPv6 only",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::site_prefix_illegal, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"set-site-prefix-255-refused-by-index", "route-set.site-prefix-255",
     "refuses a site prefix of 255 bits if the link is named by its index",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::site_prefix_255, replacing::rows::by_index, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"set-site-prefix-255-refused-in-ipv6", "route-set.site-prefix-255",
     "refuses a site prefix of 255 bits for IPv6 only",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::site_prefix_255, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
    {"set-valid-lifetime-0-refused-in-ipv6", "route-set.valid-lifetime-0",
     "refuses a valid lifetime of zero for IPv6 only",
     replacing::answering_where<
         set_argument_mutants::the_call,
         (replacing::rows::both<replacing::rows::never_valid, replacing::rows::is_ipv6, Row>),
         emulator::behaviour::Status::invalid_parameter>},
};

}  // namespace set_argument_mutants

std::span<const replacing::Mutant> set_argument() { return set_argument_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
