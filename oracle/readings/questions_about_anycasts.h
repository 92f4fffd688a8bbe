#pragma once

#include <array>

#include "oracle/readings/question.h"

// Which addresses may be anycast.
namespace netioconf::oracle::readings {

inline constexpr auto anycast_loopback = question<Permission>(
    "anycast-loopback", "May a loopback address be anycast?", one_subject, permitted_or_refused);

inline constexpr auto anycast_class_e = question<Permission>(
    "anycast-class-e", "May a class E address be anycast?", one_subject, permitted_or_refused);

inline constexpr auto anycast_broadcast = question<Permission>(
    "anycast-broadcast", "May the broadcast address be anycast?", one_subject, permitted_or_refused);

inline constexpr auto anycast_mapped = question<Permission>(
    "anycast-mapped", "May an IPv4-mapped address be anycast?", one_subject, permitted_or_refused);

inline constexpr auto anycast_this_network =
    question<Permission>("anycast-this-network", "May an address of 0.0.0.0/8 be anycast?", one_subject,
                         permitted_or_refused);

enum class AnycastOwnUnicast : std::uint8_t { accepted, object_already_exists, invalid_parameter };
inline constexpr auto anycast_own_unicast = question<AnycastOwnUnicast>(
    "anycast-own-unicast", "May a unicast address of a link be its anycast address too?", one_subject,
    {{AnycastOwnUnicast::accepted, "accepted", documented, on_windows,
      "CreateAnycastIpAddressEntry, Return value: only an anycast address is a duplicate."},
     {AnycastOwnUnicast::object_already_exists, "object-already-exists", documented, on_windows,
      "CreateAnycastIpAddressEntry, Remarks: the link has such an address."},
     {AnycastOwnUnicast::invalid_parameter, "invalid-parameter", documented, on_windows,
      "CreateAnycastIpAddressEntry, Remarks: the address must be valid, which is not defined."}});

inline constexpr auto questions_about_anycasts =
    std::to_array<const Reading*>({&anycast_loopback, &anycast_class_e, &anycast_broadcast,
                                   &anycast_mapped, &anycast_this_network, &anycast_own_unicast});

}  // namespace netioconf::oracle::readings
