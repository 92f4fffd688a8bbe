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
        "address that does not exist. PowerShell's New-NetRoute says \"Windows System Error 87\" for "
        "a duplicate, although the call says 5010.",
        "Mask the prefix to its length, and look at the next hop. With New-NetRoute, look for a "
        "route with the same prefix and next hop first."},
    Sighting{Status::object_already_exists,
             "5010 from Create in a program, STATUS_DUPLICATE_OBJECTID in a driver: a route with the "
             "same link, prefix and next hop exists, whatever its metric. New-NetRoute shows it as 87.",
             "The route is there already. Change it with SetIpForwardEntry2, as VPN clients do."},
    Sighting{Status::not_found,
             "1168 from Get and Delete: no such route. 1168 from Create and from calls about links: the "
             "link has no stack of that family, or not yet, as shortly after an adapter is added.",
             "After an adapter is added, try again for a while. A second Delete is harmless."},
    Sighting{Status::network_unreachable,
             "1231 from GetBestRoute2: no route leads to the destination, not even a default route, or "
             "its link is not connected.",
             "The machine is offline for this destination. It is no fault of the arguments."},
    Sighting{Status::file_not_found,
             "2 from Create and Delete: the row names no link, LUID and index are 0. 2 from calls about "
             "links: no such link.",
             "Fill InterfaceLuid or InterfaceIndex. Get alone takes a row without a link, and finds a "
             "route of any link."},
    Sighting{
        Status::not_supported,
        "50: documented for a family whose stack is missing. What clients see there is mostly 1168.",
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
