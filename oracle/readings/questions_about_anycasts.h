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

inline constexpr auto questions_about_anycasts = std::to_array<const Reading*>(
    {&anycast_loopback, &anycast_class_e, &anycast_broadcast, &anycast_mapped, &anycast_this_network});

}  // namespace netioconf::oracle::readings
