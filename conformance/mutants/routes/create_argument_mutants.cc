#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that check its arguments incorrectly.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_argument_mutants {

constexpr Call create = Call::route_create;
constexpr auto invalid = Status::invalid_parameter;

// check: Status (std::uint16_t family)
template <auto check>
Behaviour checking_family() {
  return replaced<&Behaviour::family, [](Call call, std::uint16_t family) {
    return call == create ? check(family) : common().family(call, family);
  }>();
}

// check: bool (std::uint16_t family, std::uint8_t length_bits), true to refuse
template <auto check>
Behaviour checking_length() {
  return replaced<&Behaviour::destination_length,
                  [](Call call, std::uint16_t family, std::uint8_t length_bits) {
                    if (call != create) return common().destination_length(call, family, length_bits);
                    return check(family, length_bits) ? invalid : Status::success;
                  }>();
}

// check: Status (std::uint16_t destination_family, const Address& next_hop)
template <auto check>
Behaviour checking_next_hop() {
  return replaced<&Behaviour::next_hop, [](Call call, std::uint16_t family, const Address& next_hop) {
    return call == create ? check(family, next_hop) : common().next_hop(call, family, next_hop);
  }>();
}

// check: bool (const MIB_IPFORWARD_ROW2& given), true to refuse
template <auto check>
Behaviour checking_lifetimes() {
  return replaced<&Behaviour::lifetimes, [](Call call, const MIB_IPFORWARD_ROW2& given) {
    if (call != create) return common().lifetimes(call, given);
    return check(given) ? invalid : Status::success;
  }>();
}

// check: bool (const MIB_IPFORWARD_ROW2& given), true to refuse; 255 is always accepted
template <auto check>
Behaviour checking_site_prefix() {
  return replaced<&Behaviour::site_prefix, [](Call call, const MIB_IPFORWARD_ROW2& given) {
    if (call != create || given.SitePrefixLength == 255) return common().site_prefix(call, given);
    return check(given) ? invalid : Status::success;
  }>();
}

Status right_next_hop(std::uint16_t family, const Address& next_hop) {
  return common().next_hop(create, family, next_hop);
}

constexpr Mutant list[] = {
    {"null-row-succeeds", "route.null-row", "returns success for a NULL row",
     forgetting<&Behaviour::null_argument, create>},
    {"null-row-not-found", "route.null-row", "returns not found for a NULL row",
     refusing_with<&Behaviour::null_argument, create, Status::not_found>},

    {"destination-unspecified-accepted", "route.destination-unspecified", "accepts a prefix of family 0",
     checking_family<[](std::uint16_t family) {
       return family == unspecified ? Status::success : common().family(create, family);
     }>},
    {"destination-unspecified-not-found", "route.destination-unspecified",
     "returns not found for a prefix of family 0", checking_family<[](std::uint16_t family) {
       return family == unspecified ? Status::not_found : common().family(create, family);
     }>},

    {"destination-family-unchecked", "route.destination-family",
     "accepts a prefix of any non-zero family", checking_family<[](std::uint16_t family) {
       return family == unspecified ? invalid : Status::success;
     }>},
    {"destination-family-of-linux", "route.destination-family",
     "accepts the number that Linux uses for IPv6", checking_family<[](std::uint16_t family) {
       return family == 10 ? Status::success : common().family(create, family);
     }>},
    {"destination-family-compared-in-one-byte", "route.destination-family",
     "compares only the low byte of the family", checking_family<[](std::uint16_t family) {
       return common().family(create, static_cast<std::uint16_t>(family & 0xff));
     }>},

    {"destination-length-unchecked", "route.destination-length", "accepts any prefix length",
     checking_length<[](std::uint16_t, std::uint8_t) { return false; }>},
    {"destination-length-limit-of-ipv6-for-both", "route.destination-length",
     "accepts IPv4 prefixes of up to 128 bits",
     checking_length<[](std::uint16_t, std::uint8_t length_bits) { return 128 < length_bits; }>},
    {"destination-length-refused-when-full", "route.destination-length",
     "refuses prefixes of 32 and 128 bits",
     checking_length<[](std::uint16_t family, std::uint8_t length_bits) {
       return bits_of(family) != 0 && length_bits >= bits_of(family);
     }>},
    {"destination-length-limit-of-ipv4-for-both", "route.destination-length",
     "refuses IPv6 prefixes longer than 32 bits",
     checking_length<[](std::uint16_t, std::uint8_t length_bits) { return 32 < length_bits; }>},
    {"default-route-refused", "route.destination-length", "refuses a prefix of length 0",
     checking_length<[](std::uint16_t family, std::uint8_t length_bits) {
       return length_bits == 0 || bits_of(family) < length_bits;
     }>},

    {"next-hop-unspecified-accepted", "route.next-hop-unspecified",
     "accepts a next hop of family 0 as on-link",
     checking_next_hop<[](std::uint16_t family, const Address& next_hop) {
       return next_hop.family == unspecified ? Status::success : right_next_hop(family, next_hop);
     }>},
    {"next-hop-unspecified-not-found", "route.next-hop-unspecified",
     "returns not found for a next hop of family 0",
     checking_next_hop<[](std::uint16_t family, const Address& next_hop) {
       return next_hop.family == unspecified ? Status::not_found : right_next_hop(family, next_hop);
     }>},
    {"next-hop-zero-taken-as-unspecified", "route.next-hop-unspecified",
     "refuses an all-zero (on-link) next hop",
     checking_next_hop<[](std::uint16_t family, const Address& next_hop) {
       return is_zero(next_hop) ? invalid : right_next_hop(family, next_hop);
     }>},

    {"next-hop-family-unchecked", "route.next-hop-family", "accepts a next hop of any non-zero family",
     checking_next_hop<[](std::uint16_t, const Address& next_hop) {
       return next_hop.family == unspecified ? invalid : Status::success;
     }>},
    {"next-hop-of-ipv6-refused", "route.next-hop-family", "refuses every IPv6 next hop",
     checking_next_hop<[](std::uint16_t family, const Address& next_hop) {
       return next_hop.family == ipv6 ? invalid : right_next_hop(family, next_hop);
     }>},

    {"lifetimes-unchecked", "route.lifetimes",
     "accepts a preferred lifetime greater than the valid lifetime",
     forgetting<&Behaviour::lifetimes, create>},
    {"lifetimes-refused-when-equal", "route.lifetimes", "refuses equal lifetimes",
     checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return given.PreferredLifetime >= given.ValidLifetime;
     }>},
    {"lifetimes-compared-as-signed", "route.lifetimes", "compares lifetimes as signed numbers",
     checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return static_cast<std::int32_t>(given.ValidLifetime) <
              static_cast<std::int32_t>(given.PreferredLifetime);
     }>},
    {"lifetimes-compared-the-other-way", "route.lifetimes",
     "refuses a valid lifetime greater than the preferred lifetime",
     checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return given.PreferredLifetime < given.ValidLifetime;
     }>},
    {"lifetimes-compared-in-16-bits", "route.lifetimes",
     "compares only the low 16 bits of the lifetimes",
     checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return (given.ValidLifetime & 0xffff) < (given.PreferredLifetime & 0xffff);
     }>},
    {"infinite-preferred-lifetime-passes", "route.lifetimes",
     "accepts an infinite preferred lifetime with a finite valid lifetime",
     checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       const bool infinite = given.PreferredLifetime == effects::for_ever;
       return !infinite && given.ValidLifetime < given.PreferredLifetime;
     }>},
    {"lifetimes-not-supported", "route.lifetimes", "returns not supported for illegal lifetimes",
     refusing_with<&Behaviour::lifetimes, create, Status::not_supported>},

    {"site-prefix-unchecked", "route.site-prefix", "accepts any site prefix length",
     forgetting<&Behaviour::site_prefix, create>},
    {"site-prefix-refused-when-equal", "route.site-prefix",
     "refuses a site prefix as long as the prefix",
     checking_site_prefix<[](const MIB_IPFORWARD_ROW2& given) {
       return given.SitePrefixLength >= given.DestinationPrefix.PrefixLength;
     }>},
    {"site-prefix-compared-to-the-family", "route.site-prefix",
     "accepts a site prefix up to the length of an address",
     checking_site_prefix<[](const MIB_IPFORWARD_ROW2& given) {
       const unsigned longest = bits_of(address_of(given.DestinationPrefix.Prefix).family);
       return longest < given.SitePrefixLength;
     }>},
    {"site-prefix-compared-as-signed", "route.site-prefix", "accepts site prefixes above 127 bits",
     checking_site_prefix<[](const MIB_IPFORWARD_ROW2& given) {
       return static_cast<int>(given.DestinationPrefix.PrefixLength) <
              static_cast<std::int8_t>(given.SitePrefixLength);
     }>},
    {"site-prefix-not-supported", "route.site-prefix",
     "returns not supported for an illegal site prefix",
     refusing_with<&Behaviour::site_prefix, create, Status::not_supported>},
};

}  // namespace create_argument_mutants

std::span<const Mutant> create_argument() { return create_argument_mutants::list; }

}  // namespace netioconf::conformance::groups
