#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of SetIpForwardEntry2 that judge the caller's row or its link wrongly.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace set_argument_mutants {

constexpr Call the_call = Call::route_set;
using finders::masking_ipv6;
using rows::on_link_without_family;
using rows::on_link_without_routes;
using rows::Row;

constexpr Mutant list[] = {
    {"set-unknown-family-succeeds", "route-set.destination-family",
     "answers success to a prefix of an unknown family",
     answering_where<the_call, rows::of_unknown_family, Status::success>},
    {"set-unknown-family-not-supported", "route-set.destination-family",
     "answers that a prefix of an unknown family is not supported",
     answering_where<the_call, rows::of_unknown_family, Status::not_supported>},
    {"set-destination-unspecified-succeeds", "route-set.destination-unspecified",
     "answers success to a prefix of no family",
     answering_where<the_call, rows::without_family, Status::success>},
    {"set-destination-unspecified-not-supported", "route-set.destination-unspecified",
     "answers that a prefix of no family is not supported",
     answering_where<the_call, rows::without_family, Status::not_supported>},
    {"set-too-long-prefix-succeeds", "route-set.destination-length",
     "answers success to a prefix longer than an address",
     answering_where<the_call, rows::too_long, Status::success>},
    {"set-too-long-prefix-not-supported", "route-set.destination-length",
     "answers that a prefix longer than an address is not supported",
     answering_where<the_call, rows::too_long, Status::not_supported>},
    {"set-masks-host-bits-of-ipv6", "route-set.destination-host-bits",
     "clears the bits behind an IPv6 prefix, and not those behind IPv4",
     finding_routes<the_call, masking_ipv6>},
    {"set-host-bits-succeed", "route-set.destination-host-bits",
     "answers success to a prefix with host bits",
     answering_where<the_call, rows::with_host_bits, Status::success>},
    {"set-unknown-next-hop-family-succeeds", "route-set.next-hop-family",
     "answers success to a next hop of an unknown family",
     answering_where<the_call, rows::next_hop_of_unknown_family, Status::success>},
    {"set-unknown-next-hop-family-not-supported", "route-set.next-hop-family",
     "answers that a next hop of an unknown family is not supported",
     answering_where<the_call, rows::next_hop_of_unknown_family, Status::not_supported>},
    {"set-next-hop-of-other-family-succeeds", "route-set.next-hop-other-family",
     "answers success to a next hop of the other family",
     answering_where<the_call, rows::next_hop_of_other_family, Status::success>},
    {"set-next-hop-of-other-family-already-exists", "route-set.next-hop-other-family",
     "answers that a next hop of the other family exists already",
     answering_where<the_call, rows::next_hop_of_other_family, Status::already_exists>},
    {"set-unusual-next-hop-succeeds", "route-set.unusual-key",
     "answers success to a loopback or multicast next hop",
     answering_where<the_call, rows::with_unusual_next_hop, Status::success>},
    {"set-unusual-next-hop-already-exists", "route-set.unusual-key",
     "answers that a loopback or multicast next hop exists already",
     answering_where<the_call, rows::with_unusual_next_hop, Status::already_exists>},
    {"set-odd-ports-refused", "route-set.stray-bytes",
     "refuses next hops of odd ports, and not those of even ports",
     answering_where<the_call, rows::with_odd_port, Status::invalid_parameter>},
    {"set-stray-bytes-refused-in-ipv6", "route-set.stray-bytes",
     "refuses bytes beside an IPv6 address, and not those beside IPv4",
     answering_where<the_call, (rows::both<rows::with_stray_bytes, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
    {"set-link-without-routes-succeeds", "route-set.link-routes",
     "answers success on a link that supports no routes",
     answering_links<the_call, on_link_without_routes, Status::success>},
    {"set-link-without-routes-invalid-parameter", "route-set.link-routes",
     "takes a link that supports no routes for an invalid parameter",
     answering_links<the_call, on_link_without_routes, Status::invalid_parameter>},
    {"set-link-without-family-succeeds", "route-set.link-stack",
     "answers success on a link without the family",
     answering_links<the_call, on_link_without_family, Status::success>},
    {"set-link-without-family-invalid-parameter", "route-set.link-stack",
     "takes a link without the family for an invalid parameter",
     answering_without_family<the_call, Status::invalid_parameter>},
    {"set-lifetimes-refused-by-index", "route-set.lifetimes",
     "refuses a preferred lifetime above the valid one where the link is named by its index",
     answering_where<the_call, (rows::both<rows::lifetimes_illegal, rows::by_index, Row>),
                     Status::invalid_parameter>},
    {"set-lifetimes-refused-in-ipv6", "route-set.lifetimes",
     "refuses a preferred lifetime above the valid one for IPv6 only",
     answering_where<the_call, (rows::both<rows::lifetimes_illegal, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
    {"set-site-prefix-refused-by-index", "route-set.site-prefix",
     "refuses a site prefix longer than the prefix where the link is named by its index",
     answering_where<the_call, (rows::both<rows::site_prefix_illegal, rows::by_index, Row>),
                     Status::invalid_parameter>},
    {"set-site-prefix-refused-in-ipv6", "route-set.site-prefix",
     "refuses a site prefix longer than the prefix for IPv6 only",
     answering_where<the_call, (rows::both<rows::site_prefix_illegal, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
    {"set-site-prefix-255-refused-by-index", "route-set.site-prefix-255",
     "refuses a site prefix of 255 bits where the link is named by its index",
     answering_where<the_call, (rows::both<rows::site_prefix_255, rows::by_index, Row>),
                     Status::invalid_parameter>},
    {"set-site-prefix-255-refused-in-ipv6", "route-set.site-prefix-255",
     "refuses a site prefix of 255 bits for IPv6 only",
     answering_where<the_call, (rows::both<rows::site_prefix_255, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
    {"set-valid-lifetime-0-refused-in-ipv6", "route-set.valid-lifetime-0",
     "refuses a valid lifetime of zero for IPv6 only",
     answering_where<the_call, (rows::both<rows::never_valid, rows::is_ipv6, Row>),
                     Status::invalid_parameter>},
};

}  // namespace set_argument_mutants

std::span<const Mutant> set_argument() { return set_argument_mutants::list; }

}  // namespace netioconf::conformance::groups
