#include "conformance/mutants/anycasts/groups.h"
#include "conformance/mutants/replacing/anycasting.h"
#include "conformance/mutants/replacing/finders.h"

// Mutants of CreateAnycastIpAddressEntry that check its arguments or its link incorrectly.
namespace netioconf::conformance::mutants::anycasts::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace anycast_create_mutants {

constexpr emulator::behaviour::Call create = emulator::behaviour::Call::anycast_create;
constexpr auto invalid = emulator::behaviour::Status::invalid_parameter;

emulator::behaviour::Status right(const emulator::tables::Address& address) {
  return emulator::behaviour::common().anycast_address(anycast_create_mutants::create, address);
}

bool is_known(const emulator::tables::Address& address) {
  return emulator::tables::bits_of(address.family) != 0;
}

constexpr replacing::Mutant list[] = {
    {"anycast-null-row-succeeds", "anycast.null-row", "returns success for a NULL row",
     replacing::forgetting<&emulator::behaviour::Behaviour::null_argument,
                           anycast_create_mutants::create>},
    {"anycast-null-row-not-found", "anycast.null-row", "returns not found for a NULL row",
     replacing::refusing_with<&emulator::behaviour::Behaviour::null_argument,
                              anycast_create_mutants::create, emulator::behaviour::Status::not_found>},
    {"anycast-family-unchecked", "anycast.address-family", "accepts an address of any family",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return anycast_create_mutants::is_known(address)
                                              ? anycast_create_mutants::right(address)
                                              : emulator::behaviour::Status::success;
                                 }>},
    {"anycast-family-not-found", "anycast.address-family",
     "returns not found for an address of an unknown family",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return anycast_create_mutants::is_known(address)
                                              ? anycast_create_mutants::right(address)
                                              : emulator::behaviour::Status::not_found;
                                 }>},
    {"anycast-unspecified-accepted", "anycast.unspecified", "accepts the all-zero addresses",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return anycast_create_mutants::is_known(address) &&
                                                  emulator::tables::is_zero(address)
                                              ? emulator::behaviour::Status::success
                                              : anycast_create_mutants::right(address);
                                 }>},
    {"anycast-unspecified-ipv6-accepted", "anycast.unspecified", "accepts ::",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return address ==
                                                  emulator::tables::Address{emulator::tables::ipv6, {}}
                                              ? emulator::behaviour::Status::success
                                              : anycast_create_mutants::right(address);
                                 }>},
    {"anycast-multicast-accepted", "anycast.multicast", "accepts multicast addresses",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return anycast_create_mutants::is_known(address) &&
                                                  !emulator::tables::is_zero(address)
                                              ? emulator::behaviour::Status::success
                                              : anycast_create_mutants::invalid;
                                 }>},
    {"anycast-multicast-ipv6-accepted", "anycast.multicast", "accepts IPv6 multicast addresses",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return address.family == emulator::tables::ipv6 &&
                                                  !emulator::tables::is_zero(address)
                                              ? emulator::behaviour::Status::success
                                              : anycast_create_mutants::right(address);
                                 }>},
    {"anycast-multicast-is-one-address", "anycast.multicast",
     "accepts IPv4 multicast addresses above 224.0.0.0/8",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   const bool above = 224 < address.bytes[0] && address.bytes[0] < 240;
                                   return address.family == emulator::tables::ipv4 && above
                                              ? emulator::behaviour::Status::success
                                              : anycast_create_mutants::right(address);
                                 }>},
    {"anycast-addresses-above-127-refused", "anycast.takes-effect",
     "refuses IPv4 addresses outside class A",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return address.family == emulator::tables::ipv4 &&
                                                  127 < address.bytes[0]
                                              ? anycast_create_mutants::invalid
                                              : anycast_create_mutants::right(address);
                                 }>},
    {"anycast-link-local-refused", "anycast.takes-effect", "refuses fe80::/10",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   const bool local =
                                       address.bytes[0] == 0xfe && (address.bytes[1] & 0xc0) == 0x80;
                                   return address.family == emulator::tables::ipv6 && local
                                              ? anycast_create_mutants::invalid
                                              : anycast_create_mutants::right(address);
                                 }>},
    {"anycast-ipv4-refused", "anycast.takes-effect", "refuses every IPv4 address",
     replacing::checking_anycast<anycast_create_mutants::create,
                                 [](const emulator::tables::Address& address) {
                                   return address.family == emulator::tables::ipv4
                                              ? anycast_create_mutants::invalid
                                              : anycast_create_mutants::right(address);
                                 }>},

    {"anycast-link-unspecified-not-found", "anycast.link-unspecified",
     "returns not found for a link without LUID and index",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_named,
                              anycast_create_mutants::create, emulator::behaviour::Status::not_found>},
    {"anycast-link-unspecified-not-supported", "anycast.link-unspecified",
     "returns not supported for a link without LUID and index",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_named,
                              anycast_create_mutants::create,
                              emulator::behaviour::Status::not_supported>},
    {"anycast-index-demanded-beside-luid", "call.refuses-only-as-documented",
     "refuses a LUID without an index",
     replacing::replaced<&emulator::behaviour::Behaviour::link_named,
                         [](emulator::behaviour::Call call, std::uint64_t luid, std::uint32_t index) {
                           const bool refused = call == anycast_create_mutants::create && index == 0;
                           return refused ? anycast_create_mutants::invalid
                                          : emulator::behaviour::common().link_named(call, luid, index);
                         }>},
    {"anycast-unknown-link-succeeds", "anycast.link-known",
     "returns success for a link that does not exist",
     replacing::forgetting<&emulator::behaviour::Behaviour::link_unknown,
                           anycast_create_mutants::create>},
    {"anycast-unknown-link-invalid-parameter", "anycast.link-known",
     "returns invalid parameter for an unknown link",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_unknown,
                              anycast_create_mutants::create, anycast_create_mutants::invalid>},
    {"anycast-index-before-luid", "anycast.luid-first", "uses the index before the LUID",
     replacing::finding_links<anycast_create_mutants::create, replacing::finders::index_first>},
    {"anycast-falls-back-to-index", "anycast.luid-first", "uses the index if the LUID is unknown",
     replacing::finding_links<anycast_create_mutants::create, replacing::finders::either>},
    {"anycast-luid-and-index-must-agree", "anycast.luid-first",
     "finds no link if LUID and index name different links",
     replacing::finding_links<anycast_create_mutants::create, replacing::finders::both>},
    {"anycast-index-ignored", "anycast.luid-first", "uses only the LUID",
     replacing::finding_links<anycast_create_mutants::create, replacing::finders::luid_only>},
    {"anycast-stack-unchecked", "anycast.stack", "does not check whether the machine has the stack",
     replacing::forgetting<&emulator::behaviour::Behaviour::stack, anycast_create_mutants::create>},
    {"anycast-stack-missing-invalid-parameter", "anycast.stack",
     "returns invalid parameter for a missing stack",
     replacing::refusing_with<&emulator::behaviour::Behaviour::stack, anycast_create_mutants::create,
                              anycast_create_mutants::invalid>},
    {"anycast-stack-of-the-other-family", "anycast.stack", "checks the stack of the other family",
     replacing::replaced<&emulator::behaviour::Behaviour::stack,
                         [](emulator::behaviour::Call call, const netioconf_host& host,
                            std::uint16_t family) {
                           if (call == anycast_create_mutants::create)
                             family = family == emulator::tables::ipv4 ? emulator::tables::ipv6
                                                                       : emulator::tables::ipv4;
                           return emulator::behaviour::common().stack(call, host, family);
                         }>},
    {"anycast-demands-routes", "anycast.link-stack", "refuses a link that supports no routes",
     replacing::replaced<&emulator::behaviour::Behaviour::link_routes,
                         [](emulator::behaviour::Call call, const netioconf_link& link) {
                           const bool refused =
                               call == anycast_create_mutants::create && link.routes == 0;
                           return refused ? emulator::behaviour::Status::not_supported
                                          : emulator::behaviour::common().link_routes(call, link);
                         }>},
    {"anycast-demands-both-families", "anycast.link-stack", "refuses a link that lacks one family",
     replacing::replaced<&emulator::behaviour::Behaviour::link_family,
                         [](emulator::behaviour::Call call, const netioconf_link& link,
                            std::uint16_t family) {
                           const bool refused = call == anycast_create_mutants::create &&
                                                (link.ipv4 == 0 || link.ipv6 == 0);
                           return refused
                                      ? emulator::behaviour::Status::not_found
                                      : emulator::behaviour::common().link_family(call, link, family);
                         }>},
};

}  // namespace anycast_create_mutants

std::span<const replacing::Mutant> anycast_create() { return anycast_create_mutants::list; }

}  // namespace netioconf::conformance::mutants::anycasts::groups
