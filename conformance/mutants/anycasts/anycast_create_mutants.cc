#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/finders.h"

// Mutants of CreateAnycastIpAddressEntry that check its arguments or its link incorrectly.
namespace netioconf::conformance::mutants::anycasts::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_create_mutants {

constexpr emulator::Call create = emulator::Call::anycast_create;
constexpr auto invalid = emulator::Status::invalid_parameter;

emulator::Status right(const emulator::Address& address) {
  return emulator::common().anycast_address(anycast_create_mutants::create, address);
}

bool is_known(const emulator::Address& address) { return emulator::bits_of(address.family) != 0; }

constexpr Mutant list[] = {
    {"anycast-null-row-succeeds", "anycast.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, anycast_create_mutants::create>},
    {"anycast-null-row-not-found", "anycast.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, anycast_create_mutants::create,
                   emulator::Status::not_found>},
    {"anycast-family-unchecked", "anycast.address-family", "accepts an address of any family",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return anycast_create_mutants::is_known(address)
                                   ? anycast_create_mutants::right(address)
                                   : emulator::Status::success;
                      }>},
    {"anycast-family-not-found", "anycast.address-family",
     "returns not found for an address of an unknown family",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return anycast_create_mutants::is_known(address)
                                   ? anycast_create_mutants::right(address)
                                   : emulator::Status::not_found;
                      }>},
    {"anycast-unspecified-accepted", "anycast.unspecified", "accepts the all-zero addresses",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return anycast_create_mutants::is_known(address) && emulator::is_zero(address)
                                   ? emulator::Status::success
                                   : anycast_create_mutants::right(address);
                      }>},
    {"anycast-unspecified-ipv6-accepted", "anycast.unspecified", "accepts ::",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return address == emulator::Address{emulator::ipv6, {}}
                                   ? emulator::Status::success
                                   : anycast_create_mutants::right(address);
                      }>},
    {"anycast-multicast-accepted", "anycast.multicast", "accepts multicast addresses",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return anycast_create_mutants::is_known(address) && !emulator::is_zero(address)
                                   ? emulator::Status::success
                                   : anycast_create_mutants::invalid;
                      }>},
    {"anycast-multicast-ipv6-accepted", "anycast.multicast", "accepts IPv6 multicast addresses",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return address.family == emulator::ipv6 && !emulator::is_zero(address)
                                   ? emulator::Status::success
                                   : anycast_create_mutants::right(address);
                      }>},
    {"anycast-multicast-is-one-address", "anycast.multicast",
     "accepts IPv4 multicast addresses above 224.0.0.0/8",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        const bool above = 224 < address.bytes[0] && address.bytes[0] < 240;
                        return address.family == emulator::ipv4 && above
                                   ? emulator::Status::success
                                   : anycast_create_mutants::right(address);
                      }>},
    {"anycast-addresses-above-127-refused", "anycast.takes-effect",
     "refuses IPv4 addresses outside class A",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return address.family == emulator::ipv4 && 127 < address.bytes[0]
                                   ? anycast_create_mutants::invalid
                                   : anycast_create_mutants::right(address);
                      }>},
    {"anycast-link-local-refused", "anycast.takes-effect", "refuses fe80::/10",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        const bool local = address.bytes[0] == 0xfe && (address.bytes[1] & 0xc0) == 0x80;
                        return address.family == emulator::ipv6 && local
                                   ? anycast_create_mutants::invalid
                                   : anycast_create_mutants::right(address);
                      }>},
    {"anycast-ipv4-refused", "anycast.takes-effect", "refuses every IPv4 address",
     checking_anycast<anycast_create_mutants::create,
                      [](const emulator::Address& address) {
                        return address.family == emulator::ipv4 ? anycast_create_mutants::invalid
                                                                : anycast_create_mutants::right(address);
                      }>},

    {"anycast-link-unspecified-not-found", "anycast.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, anycast_create_mutants::create,
                   emulator::Status::not_found>},
    {"anycast-link-unspecified-not-supported", "anycast.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, anycast_create_mutants::create,
                   emulator::Status::not_supported>},
    {"anycast-index-demanded-beside-luid", "call.refuses-only-as-documented",
     "refuses a LUID without an index",
     replaced<&emulator::Behaviour::link_named,
              [](emulator::Call call, std::uint64_t luid, std::uint32_t index) {
                const bool refused = call == anycast_create_mutants::create && index == 0;
                return refused ? anycast_create_mutants::invalid
                               : emulator::common().link_named(call, luid, index);
              }>},
    {"anycast-unknown-link-succeeds", "anycast.link-known",
     "returns success for a link that does not exist",
     forgetting<&emulator::Behaviour::link_unknown, anycast_create_mutants::create>},
    {"anycast-unknown-link-invalid-parameter", "anycast.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, anycast_create_mutants::create,
                   anycast_create_mutants::invalid>},
    {"anycast-index-before-luid", "anycast.luid-first", "uses the index before the LUID",
     finding_links<anycast_create_mutants::create, finders::index_first>},
    {"anycast-falls-back-to-index", "anycast.luid-first", "uses the index if the LUID is unknown",
     finding_links<anycast_create_mutants::create, finders::either>},
    {"anycast-luid-and-index-must-agree", "anycast.luid-first",
     "finds no link if LUID and index name different links",
     finding_links<anycast_create_mutants::create, finders::both>},
    {"anycast-index-ignored", "anycast.luid-first", "uses only the LUID",
     finding_links<anycast_create_mutants::create, finders::luid_only>},
    {"anycast-stack-unchecked", "anycast.stack", "does not check whether the machine has the stack",
     forgetting<&emulator::Behaviour::stack, anycast_create_mutants::create>},
    {"anycast-stack-missing-invalid-parameter", "anycast.stack",
     "returns invalid parameter for a missing stack",
     refusing_with<&emulator::Behaviour::stack, anycast_create_mutants::create,
                   anycast_create_mutants::invalid>},
    {"anycast-stack-of-the-other-family", "anycast.stack", "checks the stack of the other family",
     replaced<&emulator::Behaviour::stack,
              [](emulator::Call call, const netioconf_host& host, std::uint16_t family) {
                if (call == anycast_create_mutants::create)
                  family = family == emulator::ipv4 ? emulator::ipv6 : emulator::ipv4;
                return emulator::common().stack(call, host, family);
              }>},
    {"anycast-demands-routes", "anycast.link-stack", "refuses a link that supports no routes",
     replaced<&emulator::Behaviour::link_routes,
              [](emulator::Call call, const netioconf_link& link) {
                const bool refused = call == anycast_create_mutants::create && link.routes == 0;
                return refused ? emulator::Status::not_supported
                               : emulator::common().link_routes(call, link);
              }>},
    {"anycast-demands-both-families", "anycast.link-stack", "refuses a link that lacks one family",
     replaced<&emulator::Behaviour::link_family,
              [](emulator::Call call, const netioconf_link& link, std::uint16_t family) {
                const bool refused =
                    call == anycast_create_mutants::create && (link.ipv4 == 0 || link.ipv6 == 0);
                return refused ? emulator::Status::not_found
                               : emulator::common().link_family(call, link, family);
              }>},
};

}  // namespace anycast_create_mutants

std::span<const Mutant> anycast_create() { return anycast_create_mutants::list; }

}  // namespace netioconf::conformance::mutants::anycasts::groups
