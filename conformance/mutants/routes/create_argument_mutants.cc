#include "conformance/emulator/behaviour/checks.h"
#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that check its arguments incorrectly.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_argument_mutants {

constexpr emulator::Call create = emulator::Call::route_create;
constexpr auto invalid = emulator::Status::invalid_parameter;

// check: Status (std::uint16_t family)
template <auto check>
emulator::Behaviour checking_family() {
  return replaced<&emulator::Behaviour::family, [](emulator::Call call, std::uint16_t family) {
    return call == create_argument_mutants::create ? check(family)
                                                   : emulator::common().family(call, family);
  }>();
}

// check: bool (std::uint16_t family, std::uint8_t length_bits), true to refuse
template <auto check>
emulator::Behaviour checking_length() {
  return replaced<&emulator::Behaviour::destination_length, [](emulator::Call call, std::uint16_t family,
                                                               std::uint8_t length_bits) {
    if (call != create_argument_mutants::create)
      return emulator::common().destination_length(call, family, length_bits);
    return check(family, length_bits) ? create_argument_mutants::invalid : emulator::Status::success;
  }>();
}

// check: Status (std::uint16_t destination_family, const Address& next_hop)
template <auto check>
emulator::Behaviour checking_next_hop() {
  return replaced<&emulator::Behaviour::next_hop, [](emulator::Call call, std::uint16_t family,
                                                     const emulator::Address& next_hop) {
    return call == create_argument_mutants::create ? check(family, next_hop)
                                                   : emulator::common().next_hop(call, family, next_hop);
  }>();
}

// Checks one value by itself. clear: void (MIB_IPFORWARD_ROW2& row), makes this value legal, so that the
// common check looks at the others only. check: bool (const MIB_IPFORWARD_ROW2& given), true to refuse.
template <auto clear, auto check, emulator::Status status = invalid>
emulator::Behaviour checking_value() {
  return replaced<&emulator::Behaviour::values,
                  [](emulator::Call call, const MIB_IPFORWARD_ROW2& given) {
                    if (call != create_argument_mutants::create)
                      return emulator::common().values(call, given);
                    if (check(given)) return status;
                    MIB_IPFORWARD_ROW2 others = given;
                    clear(others);
                    return emulator::common().values(call, others);
                  }>();
}

template <auto check, emulator::Status status = invalid>
emulator::Behaviour checking_lifetimes() {
  return checking_value<[](MIB_IPFORWARD_ROW2& row) { row.PreferredLifetime = 0; }, check, status>();
}

// 255 is always accepted.
template <auto check, emulator::Status status = invalid>
emulator::Behaviour checking_site_prefix() {
  return checking_value<[](MIB_IPFORWARD_ROW2& row) {
    row.SitePrefixLength = emulator::checks::illegal_length;
  },
                        [](const MIB_IPFORWARD_ROW2& given) {
                          return given.SitePrefixLength != emulator::checks::illegal_length &&
                                 check(given);
                        },
                        status>();
}

emulator::Status right_next_hop(std::uint16_t family, const emulator::Address& next_hop) {
  return emulator::common().next_hop(create_argument_mutants::create, family, next_hop);
}

constexpr Mutant list[] = {
    {"null-row-succeeds", "route.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, create_argument_mutants::create>},
    {"null-row-not-found", "route.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, create_argument_mutants::create,
                   emulator::Status::not_found>},

    {"destination-unspecified-accepted", "route.destination-unspecified", "accepts a prefix of family 0",
     create_argument_mutants::checking_family<[](std::uint16_t family) {
       return family == emulator::unspecified
                  ? emulator::Status::success
                  : emulator::common().family(create_argument_mutants::create, family);
     }>},
    {"destination-unspecified-not-found", "route.destination-unspecified",
     "returns not found for a prefix of family 0",
     create_argument_mutants::checking_family<[](std::uint16_t family) {
       return family == emulator::unspecified
                  ? emulator::Status::not_found
                  : emulator::common().family(create_argument_mutants::create, family);
     }>},

    {"destination-family-unchecked", "route.destination-family",
     "accepts a prefix of any non-zero family",
     create_argument_mutants::checking_family<[](std::uint16_t family) {
       return family == emulator::unspecified ? create_argument_mutants::invalid
                                              : emulator::Status::success;
     }>},
    {"destination-family-of-linux", "route.destination-family",
     "accepts the number that Linux uses for IPv6",
     create_argument_mutants::checking_family<[](std::uint16_t family) {
       return family == 10 ? emulator::Status::success
                           : emulator::common().family(create_argument_mutants::create, family);
     }>},
    {"destination-family-compared-in-one-byte", "route.destination-family",
     "compares only the low byte of the family",
     create_argument_mutants::checking_family<[](std::uint16_t family) {
       return emulator::common().family(create_argument_mutants::create,
                                        static_cast<std::uint16_t>(family & 0xff));
     }>},

    {"destination-length-unchecked", "route.destination-length", "accepts any prefix length",
     create_argument_mutants::checking_length<[](std::uint16_t, std::uint8_t) { return false; }>},
    {"destination-length-limit-of-ipv6-for-both", "route.destination-length",
     "accepts IPv4 prefixes of up to 128 bits",
     create_argument_mutants::checking_length<[](std::uint16_t, std::uint8_t length_bits) {
       return 128 < length_bits;
     }>},
    {"destination-length-refused-when-full", "route.destination-length",
     "refuses prefixes of 32 and 128 bits",
     create_argument_mutants::checking_length<[](std::uint16_t family, std::uint8_t length_bits) {
       return emulator::bits_of(family) != 0 && length_bits >= emulator::bits_of(family);
     }>},
    {"destination-length-limit-of-ipv4-for-both", "route.destination-length",
     "refuses IPv6 prefixes longer than 32 bits",
     create_argument_mutants::checking_length<[](std::uint16_t, std::uint8_t length_bits) {
       return 32 < length_bits;
     }>},
    {"default-route-refused", "route.destination-length", "refuses a prefix of length 0",
     create_argument_mutants::checking_length<[](std::uint16_t family, std::uint8_t length_bits) {
       return length_bits == 0 || emulator::bits_of(family) < length_bits;
     }>},

    {"next-hop-unspecified-accepted", "route.next-hop-unspecified",
     "accepts a next hop of family 0 as on-link",
     create_argument_mutants::checking_next_hop<[](std::uint16_t family,
                                                   const emulator::Address& next_hop) {
       return next_hop.family == emulator::unspecified
                  ? emulator::Status::success
                  : create_argument_mutants::right_next_hop(family, next_hop);
     }>},
    {"next-hop-unspecified-not-found", "route.next-hop-unspecified",
     "returns not found for a next hop of family 0",
     create_argument_mutants::checking_next_hop<[](std::uint16_t family,
                                                   const emulator::Address& next_hop) {
       return next_hop.family == emulator::unspecified
                  ? emulator::Status::not_found
                  : create_argument_mutants::right_next_hop(family, next_hop);
     }>},
    {"next-hop-zero-taken-as-unspecified", "route.next-hop-unspecified",
     "refuses an all-zero (on-link) next hop",
     create_argument_mutants::checking_next_hop<[](std::uint16_t family,
                                                   const emulator::Address& next_hop) {
       return emulator::is_zero(next_hop) ? create_argument_mutants::invalid
                                          : create_argument_mutants::right_next_hop(family, next_hop);
     }>},

    {"next-hop-family-unchecked", "route.next-hop-family", "accepts a next hop of any non-zero family",
     create_argument_mutants::checking_next_hop<[](std::uint16_t, const emulator::Address& next_hop) {
       return next_hop.family == emulator::unspecified ? create_argument_mutants::invalid
                                                       : emulator::Status::success;
     }>},
    {"next-hop-of-ipv6-refused", "route.next-hop-family", "refuses every IPv6 next hop",
     create_argument_mutants::checking_next_hop<[](std::uint16_t family,
                                                   const emulator::Address& next_hop) {
       return next_hop.family == emulator::ipv6
                  ? create_argument_mutants::invalid
                  : create_argument_mutants::right_next_hop(family, next_hop);
     }>},

    {"lifetimes-unchecked", "route.lifetimes",
     "accepts a preferred lifetime greater than the valid lifetime",
     create_argument_mutants::checking_lifetimes<[](const MIB_IPFORWARD_ROW2&) { return false; }>},
    {"lifetimes-refused-when-equal", "route.lifetimes", "refuses equal lifetimes",
     create_argument_mutants::checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return given.PreferredLifetime >= given.ValidLifetime;
     }>},
    {"lifetimes-compared-as-signed", "route.lifetimes", "compares lifetimes as signed numbers",
     create_argument_mutants::checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return static_cast<std::int32_t>(given.ValidLifetime) <
              static_cast<std::int32_t>(given.PreferredLifetime);
     }>},
    {"lifetimes-compared-the-other-way", "route.lifetimes",
     "refuses a valid lifetime greater than the preferred lifetime",
     create_argument_mutants::checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return given.PreferredLifetime < given.ValidLifetime;
     }>},
    {"lifetimes-compared-in-16-bits", "route.lifetimes",
     "compares only the low 16 bits of the lifetimes",
     create_argument_mutants::checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return (given.ValidLifetime & 0xffff) < (given.PreferredLifetime & 0xffff);
     }>},
    {"infinite-preferred-lifetime-passes", "route.lifetimes",
     "accepts an infinite preferred lifetime with a finite valid lifetime",
     create_argument_mutants::checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       const bool infinite = given.PreferredLifetime == emulator::effects::for_ever;
       return !infinite && given.ValidLifetime < given.PreferredLifetime;
     }>},
    {"lifetimes-not-supported", "route.lifetimes", "returns not supported for illegal lifetimes",
     create_argument_mutants::checking_lifetimes<[](const MIB_IPFORWARD_ROW2& given) {
       return given.ValidLifetime < given.PreferredLifetime;
     },
                                                 emulator::Status::not_supported>},

    {"site-prefix-unchecked", "route.site-prefix", "accepts any site prefix length",
     create_argument_mutants::checking_site_prefix<[](const MIB_IPFORWARD_ROW2&) { return false; }>},
    {"site-prefix-refused-when-equal", "route.site-prefix",
     "refuses a site prefix as long as the prefix",
     create_argument_mutants::checking_site_prefix<[](const MIB_IPFORWARD_ROW2& given) {
       return given.SitePrefixLength >= given.DestinationPrefix.PrefixLength;
     }>},
    {"site-prefix-compared-to-the-family", "route.site-prefix",
     "accepts a site prefix up to the length of an address",
     create_argument_mutants::checking_site_prefix<[](const MIB_IPFORWARD_ROW2& given) {
       const unsigned longest =
           emulator::bits_of(emulator::address_of(given.DestinationPrefix.Prefix).family);
       return longest < given.SitePrefixLength;
     }>},
    {"site-prefix-compared-as-signed", "route.site-prefix", "accepts site prefixes above 127 bits",
     create_argument_mutants::checking_site_prefix<[](const MIB_IPFORWARD_ROW2& given) {
       return static_cast<int>(given.DestinationPrefix.PrefixLength) <
              static_cast<std::int8_t>(given.SitePrefixLength);
     }>},
    {"site-prefix-not-supported", "route.site-prefix",
     "returns not supported for an illegal site prefix",
     create_argument_mutants::checking_site_prefix<[](const MIB_IPFORWARD_ROW2& given) {
       return given.DestinationPrefix.PrefixLength < given.SitePrefixLength;
     },
                                                   emulator::Status::not_supported>},
};

}  // namespace create_argument_mutants

std::span<const Mutant> create_argument() { return create_argument_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
