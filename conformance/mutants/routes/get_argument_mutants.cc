#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of GetIpForwardEntry2 that judge the caller's row or its link wrongly.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace get_argument_mutants {

constexpr Call the_call = Call::route_get;
using finders::masking_ipv6;
using rows::on_link_without_family;
using rows::on_link_without_routes;
using rows::Row;

constexpr Mutant list[] = {
    {"get-unknown-family-succeeds", "route-get.destination-family",
     "answers success to a prefix of an unknown family",
     answering_where<the_call, rows::of_unknown_family, Status::success>},
    {"get-unknown-family-not-supported", "route-get.destination-family",
     "answers that a prefix of an unknown family is not supported",
     answering_where<the_call, rows::of_unknown_family, Status::not_supported>},
    {"get-destination-unspecified-succeeds", "route-get.destination-unspecified",
     "answers success to a prefix of no family",
     answering_where<the_call, rows::without_family, Status::success>},
    {"get-destination-unspecified-not-supported", "route-get.destination-unspecified",
     "answers that a prefix of no family is not supported",
     answering_where<the_call, rows::without_family, Status::not_supported>},
    {"get-too-long-prefix-succeeds", "route-get.destination-length",
     "answers success to a prefix longer than an address",
     answering_where<the_call, rows::too_long, Status::success>},
    {"get-too-long-prefix-not-supported", "route-get.destination-length",
     "answers that a prefix longer than an address is not supported",
     answering_where<the_call, rows::too_long, Status::not_supported>},
    {"get-masks-host-bits-of-ipv6", "route-get.destination-host-bits",
     "clears the bits behind an IPv6 prefix, and not those behind IPv4",
     finding_routes<the_call, masking_ipv6>},
    {"get-host-bits-succeed", "route-get.destination-host-bits",
     "answers success to a prefix with host bits",
     answering_where<the_call, rows::with_host_bits, Status::success>},
    {"get-unknown-next-hop-family-succeeds", "route-get.next-hop-family",
     "answers success to a next hop of an unknown family",
     answering_where<the_call, rows::next_hop_of_unknown_family, Status::success>},
    {"get-unknown-next-hop-family-not-supported", "route-get.next-hop-family",
     "answers that a next hop of an unknown family is not supported",
     answering_where<the_call, rows::next_hop_of_unknown_family, Status::not_supported>},
    {"get-next-hop-of-other-family-succeeds", "route-get.next-hop-other-family",
     "answers success to a next hop of the other family",
     answering_where<the_call, rows::next_hop_of_other_family, Status::success>},
    {"get-next-hop-of-other-family-already-exists", "route-get.next-hop-other-family",
     "answers that a next hop of the other family exists already",
     answering_where<the_call, rows::next_hop_of_other_family, Status::already_exists>},
    {"get-unusual-next-hop-succeeds", "route-get.unusual-key",
     "answers success to a loopback or multicast next hop",
     answering_where<the_call, rows::with_unusual_next_hop, Status::success>},
    {"get-unusual-next-hop-already-exists", "route-get.unusual-key",
     "answers that a loopback or multicast next hop exists already",
     answering_where<the_call, rows::with_unusual_next_hop, Status::already_exists>},
    {"get-odd-ports-refused", "route-get.stray-bytes",
     "refuses next hops of odd ports, and not those of even ports",
     answering_where<the_call, rows::with_odd_port, Status::invalid_parameter>},
    {"get-stray-bytes-refused-in-ipv6", "route-get.stray-bytes",
     "refuses bytes beside an IPv6 address, and not those beside IPv4",
     answering_where<the_call, (rows::both<rows::with_stray_bytes, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
    {"get-link-without-routes-succeeds", "route-get.link-routes",
     "answers success on a link that supports no routes",
     answering_links<the_call, on_link_without_routes, Status::success>},
    {"get-link-without-routes-invalid-parameter", "route-get.link-routes",
     "takes a link that supports no routes for an invalid parameter",
     answering_links<the_call, on_link_without_routes, Status::invalid_parameter>},
    {"get-link-without-family-succeeds", "route-get.link-stack",
     "answers success on a link without the family",
     answering_links<the_call, on_link_without_family, Status::success>},
    {"get-link-without-family-invalid-parameter", "route-get.link-stack",
     "takes a link without the family for an invalid parameter",
     answering_without_family<the_call, Status::invalid_parameter>},
    {"get-stack-of-the-other-family", "route-get.stack", "asks for the stack of the other family",
     asking_for_the_other_stack<the_call>},
    {"get-stack-missing-invalid-parameter", "route-get.stack",
     "takes a missing stack for an invalid parameter",
     refusing_with<&Behaviour::stack, the_call, Status::invalid_parameter>},
    {"get-lifetimes-not-supported", "route-get.lifetimes",
     "answers that a preferred lifetime above the valid one is not supported",
     answering_where<the_call, rows::lifetimes_illegal, Status::not_supported>},
    {"get-lifetimes-refused-in-ipv6", "route-get.lifetimes",
     "refuses a preferred lifetime above the valid one for IPv6 only",
     answering_where<the_call, (rows::both<rows::lifetimes_illegal, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
    {"get-site-prefix-not-supported", "route-get.site-prefix",
     "answers that a site prefix longer than the prefix is not supported",
     answering_where<the_call, rows::site_prefix_illegal, Status::not_supported>},
    {"get-site-prefix-refused-in-ipv6", "route-get.site-prefix",
     "refuses a site prefix longer than the prefix for IPv6 only",
     answering_where<the_call, (rows::both<rows::site_prefix_illegal, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
    {"get-site-prefix-255-not-supported", "route-get.site-prefix-255",
     "answers that a site prefix of 255 bits is not supported",
     answering_where<the_call, rows::site_prefix_255, Status::not_supported>},
    {"get-site-prefix-255-refused-in-ipv6", "route-get.site-prefix-255",
     "refuses a site prefix of 255 bits for IPv6 only",
     answering_where<the_call, (rows::both<rows::site_prefix_255, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
};

}  // namespace get_argument_mutants

std::span<const Mutant> get_argument() { return get_argument_mutants::list; }

}  // namespace netioconf::conformance::groups
