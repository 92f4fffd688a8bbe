#include <fmt/format.h>

#include <array>

#include "conformance/cli/explain/explain_parts.h"

namespace netioconf::conformance::cli::explain {
namespace {

using oracle::Status;

struct Sighting {
  Status status;
  std::string_view seen;   // where programs of others see it on Windows
  std::string_view means;  // for the caller
};

constexpr std::array sightings = {
    Sighting{
        Status::invalid_parameter,
        "87 from Create: host bits in the prefix, a loopback next hop. 87 from Delete of a unicast "
        "address that does not exist, and from SetIpInterfaceEntry of an IPv4 interface whose "
        "SitePrefixLength is not 0. PowerShell's New-NetRoute says \"Windows System Error 87\" for a "
        "duplicate, although the call says 5010.",
        "Mask the prefix to its length, and look at the next hop. With New-NetRoute, look for a "
        "route with the same prefix and next hop first."},
    Sighting{Status::object_already_exists,
             "5010 from Create in a program, STATUS_DUPLICATE_OBJECTID in a driver: a route with the "
             "same link, prefix and next hop exists, whatever its metric. New-NetRoute shows it as 87.",
             "The route is there already. Change it with SetIpForwardEntry2, as VPN clients do. A "
             "driver must not look for 5010: NT_SUCCESS takes that number for a success."},
    Sighting{Status::not_found,
             "1168 from Get and Delete: no such route. 1168 from Create and from calls about links: the "
             "link has no stack of that family, or not yet, as shortly after an adapter is added. 1168 "
             "from GetBestRoute2 with a source address: no route leads from there to the destination, "
             "for example because the link of the source is not connected.",
             "After an adapter is added, try again for a while. A second Delete is harmless. Without "
             "a source address, GetBestRoute2 says 1231 if it finds no route."},
    Sighting{Status::network_unreachable,
             "1231 from GetBestRoute2: no route leads to the destination, not even a default route, or "
             "its link is not connected. With a source address, see 1168.",
             "The machine is offline for this destination. It is no fault of the arguments."},
    Sighting{Status::file_not_found,
             "2 from Delete, and by one report from Create: the row names no link, LUID and index are "
             "0. The user-mode pages name 2 for a link that does not exist.",
             "Fill InterfaceLuid or InterfaceIndex. Only Get and GetBestRoute2 find a route of any "
             "link if the caller names none."},
    Sighting{Status::not_supported,
             "50: documented for a family whose stack is missing, and for a link without routes. What "
             "clients see for a missing stack is mostly 1168.",
             "Treat it like 1168 for a family that is disabled."},
    Sighting{Status::access_denied, "5 from Create, Set and Delete without elevation.",
             "Run elevated. Get and the tables need no rights."}};

}  // namespace

void explain_observed(oracle::Status status) {
  for (const Sighting& sighting : sightings) {
    if (sighting.status != status) continue;
    fmt::print("\non Windows, as others report\n  {}\n  for a caller: {}\n", sighting.seen,
               sighting.means);
  }
}

}  // namespace netioconf::conformance::cli::explain
