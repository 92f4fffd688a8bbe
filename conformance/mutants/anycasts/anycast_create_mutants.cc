#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/finders.h"

// Mutants of CreateAnycastIpAddressEntry that check its arguments or its link incorrectly.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_create_mutants {

constexpr Call create = Call::anycast_create;
constexpr auto invalid = Status::invalid_parameter;

Status right(const Address& address) { return common().anycast_address(create, address); }

bool is_known(const Address& address) { return bits_of(address.family) != 0; }

constexpr Mutant list[] = {
    {"anycast-null-row-succeeds", "anycast.null-row", "returns success for a NULL row",
     forgetting<&Behaviour::null_argument, create>},
    {"anycast-null-row-not-found", "anycast.null-row", "returns not found for a NULL row",
     refusing_with<&Behaviour::null_argument, create, Status::not_found>},
    {"anycast-family-unchecked", "anycast.address-family", "accepts an address of any family",
     checking_anycast<create,
                      [](const Address& address) {
                        return is_known(address) ? right(address) : Status::success;
                      }>},
    {"anycast-family-not-found", "anycast.address-family",
     "returns not found for an address of an unknown family",
     checking_anycast<create,
                      [](const Address& address) {
                        return is_known(address) ? right(address) : Status::not_found;
                      }>},
    {"anycast-unspecified-accepted", "anycast.unspecified", "accepts the all-zero addresses",
     checking_anycast<create,
                      [](const Address& address) {
                        return is_known(address) && is_zero(address) ? Status::success : right(address);
                      }>},
    {"anycast-unspecified-ipv6-accepted", "anycast.unspecified", "accepts ::",
     checking_anycast<create,
                      [](const Address& address) {
                        return address == Address{ipv6, {}} ? Status::success : right(address);
                      }>},
    {"anycast-multicast-accepted", "anycast.multicast", "accepts multicast addresses",
     checking_anycast<create,
                      [](const Address& address) {
                        return is_known(address) && !is_zero(address) ? Status::success : invalid;
                      }>},
    {"anycast-multicast-ipv6-accepted", "anycast.multicast", "accepts IPv6 multicast addresses",
     checking_anycast<create,
                      [](const Address& address) {
                        return address.family == ipv6 && !is_zero(address) ? Status::success
                                                                           : right(address);
                      }>},
    {"anycast-multicast-is-one-address", "anycast.multicast",
     "accepts IPv4 multicast addresses above 224.0.0.0/8",
     checking_anycast<create,
                      [](const Address& address) {
                        const bool above = 224 < address.bytes[0] && address.bytes[0] < 240;
                        return address.family == ipv4 && above ? Status::success : right(address);
                      }>},
    {"anycast-addresses-above-127-refused", "anycast.takes-effect",
     "refuses IPv4 addresses outside class A",
     checking_anycast<create,
                      [](const Address& address) {
                        return address.family == ipv4 && 127 < address.bytes[0] ? invalid
                                                                                : right(address);
                      }>},
    {"anycast-link-local-refused", "anycast.takes-effect", "refuses fe80::/10",
     checking_anycast<create,
                      [](const Address& address) {
                        const bool local = address.bytes[0] == 0xfe && (address.bytes[1] & 0xc0) == 0x80;
                        return address.family == ipv6 && local ? invalid : right(address);
                      }>},
    {"anycast-ipv4-refused", "anycast.takes-effect", "refuses every IPv4 address",
     checking_anycast<create,
                      [](const Address& address) {
                        return address.family == ipv4 ? invalid : right(address);
                      }>},

    {"anycast-link-unspecified-not-found", "anycast.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&Behaviour::link_named, create, Status::not_found>},
    {"anycast-link-unspecified-not-supported", "anycast.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&Behaviour::link_named, create, Status::not_supported>},
    {"anycast-index-demanded-beside-luid", "call.refuses-only-as-documented",
     "refuses a LUID without an index",
     replaced<&Behaviour::link_named,
              [](Call call, std::uint64_t luid, std::uint32_t index) {
                const bool refused = call == create && index == 0;
                return refused ? invalid : common().link_named(call, luid, index);
              }>},
    {"anycast-unknown-link-succeeds", "anycast.link-known",
     "returns success for a link that does not exist", forgetting<&Behaviour::link_unknown, create>},
    {"anycast-unknown-link-invalid-parameter", "anycast.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&Behaviour::link_unknown, create, invalid>},
    {"anycast-index-before-luid", "anycast.luid-first", "uses the index before the LUID",
     finding_links<create, finders::index_first>},
    {"anycast-falls-back-to-index", "anycast.luid-first", "uses the index if the LUID is unknown",
     finding_links<create, finders::either>},
    {"anycast-luid-and-index-must-agree", "anycast.luid-first",
     "finds no link if LUID and index name different links", finding_links<create, finders::both>},
    {"anycast-index-ignored", "anycast.luid-first", "uses only the LUID",
     finding_links<create, finders::luid_only>},
    {"anycast-stack-unchecked", "anycast.stack", "does not check whether the machine has the stack",
     forgetting<&Behaviour::stack, create>},
    {"anycast-stack-missing-invalid-parameter", "anycast.stack",
     "returns invalid parameter for a missing stack", refusing_with<&Behaviour::stack, create, invalid>},
    {"anycast-stack-of-the-other-family", "anycast.stack", "checks the stack of the other family",
     replaced<&Behaviour::stack,
              [](Call call, const netioconf_host& host, std::uint16_t family) {
                if (call == create) family = family == ipv4 ? ipv6 : ipv4;
                return common().stack(call, host, family);
              }>},
    {"anycast-demands-routes", "anycast.link-stack", "refuses a link that supports no routes",
     replaced<&Behaviour::link_routes,
              [](Call call, const netioconf_link& link) {
                const bool refused = call == create && link.routes == 0;
                return refused ? Status::not_supported : common().link_routes(call, link);
              }>},
    {"anycast-demands-both-families", "anycast.link-stack", "refuses a link that lacks one family",
     replaced<&Behaviour::link_family,
              [](Call call, const netioconf_link& link, std::uint16_t family) {
                const bool refused = call == create && (link.ipv4 == 0 || link.ipv6 == 0);
                return refused ? Status::not_found : common().link_family(call, link, family);
              }>},
};

}  // namespace anycast_create_mutants

std::span<const Mutant> anycast_create() { return anycast_create_mutants::list; }

}  // namespace netioconf::conformance::groups
