#include <algorithm>
#include <utility>

#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/replacing/status_overrides.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of GetBestRoute2 that find a wrong route, return it incorrectly or return another status, and
// mutants of GetIpInterfaceEntry.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace best_route_answer_mutants {

constexpr emulator::Call best = emulator::Call::best_route;
constexpr emulator::Call link_call = emulator::Call::link_get;
constexpr auto invalid = emulator::Status::invalid_parameter;
using rows::Row;

std::vector<const emulator::RouteEntry*> all_of_family(const emulator::RouteTable& routes,
                                                       std::uint16_t family) {
  std::vector<const emulator::RouteEntry*> found;
  routes.visit(family, [&](const emulator::RouteEntry& entry) { found.push_back(&entry); });
  return found;
}

// Looks up a changed destination. edit: void (Address& destination)
template <auto edit>
emulator::Behaviour seeking() {
  return replaced<&emulator::Behaviour::covering,
                  [](const emulator::RouteTable& routes, const emulator::Address& destination) {
                    emulator::Address sought = destination;
                    edit(sought);
                    return routes.covering(sought);
                  }>();
}

// Returns another status for a link that lacks the family of the destination.
template <emulator::Status instead>
emulator::Status without_family(const emulator::Address& destination, const netioconf_link* named,
                                emulator::Status verdict) {
  if (named == nullptr) return verdict;
  const bool lacks = (destination.family == emulator::ipv4 && named->ipv4 == 0) ||
                     (destination.family == emulator::ipv6 && named->ipv6 == 0);
  return lacks ? instead : verdict;
}

constexpr Mutant list[] = {
    {"best-route-shows-age-of-a-year", "best-route.age", "returns an age that is one year too high",
     reading<best_route_answer_mutants::best, [](Row& row) { row.Age += 365 * 24 * 60 * 60; }>},
    {"best-route-shows-endless-age", "best-route.age", "returns an age of 0xffffffff",
     reading<best_route_answer_mutants::best, [](Row& row) { row.Age = 0xffffffff; }>},
    {"best-route-shows-unknown-origin", "best-route.origin", "returns an undefined origin",
     reading<best_route_answer_mutants::best, [](Row& row) { row.Origin = 99; }>},
    {"best-route-shows-origin-by-metric", "best-route.origin",
     "returns an origin that depends on the metric",
     reading<best_route_answer_mutants::best,
             [](Row& row) { row.Origin = row.Metric % 2 == 0 ? 1 : 2; }>},
    {"best-route-shows-no-metric", "best-route.metric", "returns a metric of zero",
     reading<best_route_answer_mutants::best, [](Row& row) { row.Metric = 0; }>},
    {"best-route-shows-metric-plus-one", "best-route.metric", "returns a metric that is one too high",
     reading<best_route_answer_mutants::best, [](Row& row) { ++row.Metric; }>},
    {"best-route-shows-no-protocol", "best-route.keeps-members", "returns a protocol of zero",
     reading<best_route_answer_mutants::best, [](Row& row) { row.Protocol = 0; }>},
    {"best-route-swaps-lifetimes", "best-route.keeps-members", "swaps the two lifetimes",
     reading<best_route_answer_mutants::best,
             [](Row& row) { std::swap(row.ValidLifetime, row.PreferredLifetime); }>},

    {"best-route-makes-up-an-on-link-route", "best-route.existing-route",
     "returns an on-link default route instead of the best route",
     reading<best_route_answer_mutants::best,
             [](Row& row) {
               row.NextHop = emulator::socket_address_of({row.NextHop.si_family, {}});
               row.DestinationPrefix.PrefixLength = 0;
             }>},
    {"best-route-names-another-prefix", "best-route.existing-route",
     "returns a prefix that is one bit too long",
     reading<best_route_answer_mutants::best, [](Row& row) { ++row.DestinationPrefix.PrefixLength; }>},
    {"best-route-ignores-last-bit", "best-route.leads-there", "ignores the last bit of the destination",
     best_route_answer_mutants::seeking<[](emulator::Address& destination) {
       std::uint8_t& last = destination.bytes[destination.family == emulator::ipv6 ? 15 : 3];
       last = static_cast<std::uint8_t>(last & 0xfe);
     }>},
    {"best-route-compares-64-bits", "best-route.leads-there",
     "uses only the first 64 bits of the destination",
     best_route_answer_mutants::seeking<[](emulator::Address& destination) {
       destination = emulator::masked(destination, 64);
     }>},
    {"best-route-takes-any-route", "best-route.leads-there",
     "returns any route of the family if no route matches",
     replaced<&emulator::Behaviour::covering,
              [](const emulator::RouteTable& routes, const emulator::Address& destination) {
                std::vector<const emulator::RouteEntry*> found = routes.covering(destination);
                return found.empty()
                           ? best_route_answer_mutants::all_of_family(routes, destination.family)
                           : found;
              }>},
    {"best-route-missing-answered-by-family", "best-route.missing",
     "if no route matches, returns invalid parameter for IPv6, but not found for IPv4",
     answering_best_route<[](const emulator::Address& destination, const netioconf_link*,
                             emulator::Status verdict) {
       return verdict == emulator::Status::not_found && destination.family == emulator::ipv6
                  ? best_route_answer_mutants::invalid
                  : verdict;
     }>},
    {"best-route-missing-answered-by-link", "best-route.missing",
     "if no route matches, returns file not found if no link is named, but not found if one is",
     answering_best_route<[](const emulator::Address&, const netioconf_link* named,
                             emulator::Status verdict) {
       return verdict == emulator::Status::not_found && named == nullptr
                  ? emulator::Status::file_not_found
                  : verdict;
     }>},
    {"best-route-without-link-not-supported", "best-route.link-unspecified",
     "returns not supported if no link is named",
     answering_best_route<[](const emulator::Address&, const netioconf_link* named,
                             emulator::Status verdict) {
       return named == nullptr && verdict == emulator::Status::success ? emulator::Status::not_supported
                                                                       : verdict;
     }>},
    {"best-route-without-link-refused-in-ipv6", "best-route.link-unspecified",
     "if no link is named, searches all links for IPv4, but refuses IPv6",
     answering_best_route<[](const emulator::Address& destination, const netioconf_link* named,
                             emulator::Status verdict) {
       const bool refused = named == nullptr && destination.family == emulator::ipv6;
       return refused && verdict == emulator::Status::success ? best_route_answer_mutants::invalid
                                                              : verdict;
     }>},
    {"best-route-destination-class-not-supported", "best-route.destination-class",
     "returns not supported for multicast and loopback destinations",
     answering_best_route<[](const emulator::Address& destination, const netioconf_link*,
                             emulator::Status verdict) {
       const bool refused = rows::is_unusual(destination);
       return refused && verdict == emulator::Status::success ? emulator::Status::not_supported
                                                              : verdict;
     }>},
    {"best-route-destination-class-refused-for-some", "best-route.destination-class",
     "refuses multicast and loopback destinations that end in an even byte",
     answering_best_route<[](const emulator::Address& destination, const netioconf_link*,
                             emulator::Status verdict) {
       const bool even = destination.bytes[destination.family == emulator::ipv6 ? 15 : 3] % 2 == 0;
       return even && rows::is_unusual(destination) ? best_route_answer_mutants::invalid : verdict;
     }>},
    {"best-route-destination-class-refused-by-link", "best-route.destination-class",
     "refuses multicast and loopback destinations if a link is named",
     answering_best_route<[](const emulator::Address& destination, const netioconf_link* named,
                             emulator::Status verdict) {
       return named != nullptr && rows::is_unusual(destination) ? best_route_answer_mutants::invalid
                                                                : verdict;
     }>},
    {"best-route-link-without-family-succeeds", "best-route.link-stack",
     "returns success for a link without the family",
     answering_best_route<best_route_answer_mutants::without_family<emulator::Status::success>>},
    {"best-route-link-without-family-already-exists", "best-route.link-stack",
     "returns already exists for a link without the family",
     answering_best_route<best_route_answer_mutants::without_family<emulator::Status::already_exists>>},

    {"link-get-without-family-succeeds", "link-metric.link-stack", "returns a link without the family",
     answering_without_family<best_route_answer_mutants::link_call, emulator::Status::success>},
    {"link-get-without-family-invalid-parameter", "link-metric.link-stack",
     "returns invalid parameter for a link without the family",
     answering_without_family<best_route_answer_mutants::link_call, best_route_answer_mutants::invalid>},
    {"link-get-clears-the-family", "link-metric.family-kept", "returns a family of zero",
     replaced<&emulator::Behaviour::read_link,
              [](const netioconf_link& link, const netioconf_link_details& details,
                 std::uint16_t family) {
                MIB_IPINTERFACE_ROW row = emulator::common().read_link(link, details, family);
                row.Family = emulator::unspecified;
                return row;
              }>},
    {"link-get-shows-ipv4-only", "link-metric.family-kept", "always returns family IPv4",
     replaced<&emulator::Behaviour::read_link,
              [](const netioconf_link& link, const netioconf_link_details& details,
                 std::uint16_t family) {
                MIB_IPINTERFACE_ROW row = emulator::common().read_link(link, details, family);
                row.Family = emulator::ipv4;
                return row;
              }>},
};

}  // namespace best_route_answer_mutants

std::span<const Mutant> best_route_answer() { return best_route_answer_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
