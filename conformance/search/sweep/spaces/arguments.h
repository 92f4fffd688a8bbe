#pragma once

#include <cstdint>

#include "conformance/search/sweep/spaces/parameter_space.h"
#include "conformance/search/sweep/spaces/places.h"
#include "oracle/model/host.h"
#include "oracle/model/operation.h"

// The possible arguments of the calls on a host.
namespace netioconf::conformance::search::sweep::spaces {

// A route to the network of places() through its gateway on the first link, named by LUID.
[[nodiscard]] oracle::RouteRow plain_route(const oracle::Host& host, std::uint16_t family);
[[nodiscard]] oracle::AnycastRow plain_anycast(const oracle::Host& host, std::uint16_t family);

[[nodiscard]] SharedParameterSpace<oracle::RouteRow> route_parameters(const oracle::Host& host,
                                                                      std::uint16_t family);
[[nodiscard]] SharedParameterSpace<oracle::AnycastRow> anycast_parameters(const oracle::Host& host,
                                                                          std::uint16_t family);
[[nodiscard]] SharedParameterSpace<oracle::BestRouteCall> best_route_parameters(const oracle::Host& host,
                                                                                std::uint16_t family);
[[nodiscard]] SharedParameterSpace<oracle::LinkRow> link_parameters(const oracle::Host& host,
                                                                    std::uint16_t family);

// The names of the members that identify an entry.
inline constexpr std::string_view link_member = "InterfaceLuid and InterfaceIndex";
inline constexpr std::string_view destination_member = "DestinationPrefix.Prefix";
inline constexpr std::string_view length_member = "DestinationPrefix.PrefixLength";
inline constexpr std::string_view next_hop_member = "NextHop";
inline constexpr std::string_view site_prefix_member = "SitePrefixLength";
inline constexpr std::string_view valid_member = "ValidLifetime";
inline constexpr std::string_view preferred_member = "PreferredLifetime";
inline constexpr std::string_view metric_member = "Metric";

}  // namespace netioconf::conformance::search::sweep::spaces
