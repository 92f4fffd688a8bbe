#pragma once

#include "oracle/rules/conditions/failures.h"
#include "oracle/rules/conditions/route_situation.h"

// Failures that several calls with a route row share.
namespace netioconf::oracle::rules::inline conditions::route {

inline constexpr Always next_hop_is_missing =
    settled_by<readings::next_hop_of_family_0>(Status::invalid_parameter);

inline constexpr Always has_host_bits =
    settled_by<readings::host_bits_in_lookups>(Status::invalid_parameter);

inline constexpr auto families_differ =
    under<readings::family_mismatch>({{readings::FamilyMismatch::refused, Status::invalid_parameter},
                                      {readings::FamilyMismatch::not_supported, Status::not_supported}});

// The subject of a question about members that Get and Set might check.
template <readings::Output output>
[[nodiscard]] std::optional<std::size_t> of_member(const RouteSituation&) {
  return static_cast<std::size_t>(output);
}

}  // namespace netioconf::oracle::rules::inline conditions::route
