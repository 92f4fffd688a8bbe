#include <cstring>

#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that set the stack's own members incorrectly or change state that the
// call must not change.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_side_mutants {

constexpr Call create = Call::route_create;
using Row = MIB_IPFORWARD_ROW2;

void add_host_route(Status verdict, const RouteKey& key, Tables& tables) {
  const RouteEntry* made = tables.routes.find(key);
  if (verdict != Status::success || made == nullptr || is_zero(key.next_hop)) return;
  Route route = made->route;
  RouteKey host = key;
  host.prefix = key.next_hop;
  host.length_bits = static_cast<std::uint8_t>(bits_of(key.next_hop.family));
  host.next_hop = {key.next_hop.family, {}};
  route.row.DestinationPrefix.Prefix = socket_address_of(host.prefix);
  route.row.DestinationPrefix.PrefixLength = host.length_bits;
  route.row.NextHop = socket_address_of(host.next_hop);
  tables.routes.store(host, route);
}

void erase_other_next_hops(Status verdict, const RouteKey& key, Tables& tables) {
  if (verdict != Status::success) return;
  finders::erase_routes(tables.routes, [&](const RouteKey& other) {
    return other.link == key.link && finders::same_prefix(other, key) && other != key;
  });
}

void erase_on_other_links(Status verdict, const RouteKey& key, Tables& tables) {
  if (verdict != Status::success) return;
  finders::erase_routes(tables.routes, [&](const RouteKey& other) {
    return other.link != key.link && finders::same_prefix(other, key);
  });
}

void erase_more_specific(Status verdict, const RouteKey& key, Tables& tables) {
  if (verdict != Status::success) return;
  finders::erase_routes(tables.routes, [&](const RouteKey& other) {
    return other.length_bits > key.length_bits && masked(other.prefix, key.length_bits) == key.prefix;
  });
}

constexpr Mutant list[] = {
    {"age-from-caller", "route.age", "starts the age at the value in the caller's row",
     storing<[](Row& row, const Row& given) { row.Age = given.Age; }>},
    {"age-counts-down-from-the-lifetime", "route.age", "returns the remaining lifetime as the age",
     replaced<&Behaviour::age,
              [](const Row& stored, const Ages& ages) {
                return stored.ValidLifetime - common().age(stored, ages);
              }>},

    {"origin-from-caller", "route.origin", "stores the origin from the caller's row",
     storing<[](Row& row, const Row& given) { row.Origin = given.Origin; }>},
    {"origin-from-caller-when-known", "route.origin", "stores a defined origin from the caller's row",
     storing<[](Row& row, const Row& given) { row.Origin = given.Origin <= 4 ? given.Origin : 0; }>},

    {"index-not-filled-on-read-back", "route.both-identifiers",
     "leaves the index zero if the caller gave only the LUID", storing<[](Row& row, const Row& given) {
       if (given.InterfaceIndex == 0) row.InterfaceIndex = 0;
     }>},
    {"luid-not-filled-on-read-back", "route.both-identifiers",
     "leaves the LUID zero if the caller gave only the index",
     storing<[](Row& row, const Row& given) { row.InterfaceLuid = given.InterfaceLuid; }>},
    {"index-of-the-caller-kept", "route.both-identifiers",
     "stores the caller's index although the LUID takes precedence",
     storing<[](Row& row, const Row& given) {
       if (given.InterfaceIndex != 0) row.InterfaceIndex = given.InterfaceIndex;
     }>},

    {"caller-row-written-by-create", "route.row-untouched", "writes the new entry to the caller's row",
     writing_argument<create,
                      [](Status verdict, Row& argument, const Row& stored) {
                        if (verdict == Status::success) argument = stored;
                      }>},
    {"caller-index-filled-by-create", "route.row-untouched", "writes the index to the caller's row",
     writing_argument<create,
                      [](Status, Row& argument, const Row& stored) {
                        argument.InterfaceIndex = stored.InterfaceIndex;
                      }>},
    {"caller-row-cleared-by-failed-create", "route.row-untouched",
     "clears the metric in the caller's row when it fails",
     writing_argument<create,
                      [](Status verdict, Row& argument, const Row&) {
                        if (verdict != Status::success) argument.Metric = ~argument.Metric;
                      }>},

    {"state-kept-after-failure", "route.unchanged-on-failure",
     "adds the entry although it returns invalid parameter",
     committing<create,
                [](Status verdict) {
                  return verdict == Status::success || verdict == Status::invalid_parameter;
                }>},
    {"unsupported-route-kept", "route.unchanged-on-failure",
     "adds the entry although it returns not supported",
     committing<create,
                [](Status verdict) {
                  return verdict == Status::success || verdict == Status::not_supported;
                }>},
    {"duplicate-overwrites-metric", "route.unchanged-on-failure",
     "returns already exists and replaces the route",
     committing<create,
                [](Status verdict) {
                  return verdict == Status::success || verdict == Status::already_exists;
                }>},
    {"duplicate-removes-the-entry", "route.unchanged-on-failure",
     "returns already exists and removes the route",
     following<create,
               [](Status verdict, const RouteKey& key, Tables& tables) {
                 if (verdict == Status::already_exists) tables.routes.erase(key);
               }>},
    {"table-lost-on-failure", "route.unchanged-on-failure", "empties the table when it fails",
     following<create,
               [](Status verdict, const RouteKey&, Tables& tables) {
                 if (verdict != Status::success) tables.routes.clear();
               }>},

    {"host-route-to-the-next-hop-added", "route.exactly-one-change", "also adds a route to the next hop",
     following<create, add_host_route>},
    {"other-next-hops-removed", "route.exactly-one-change",
     "removes the other routes of the link to that prefix", following<create, erase_other_next_hops>},
    {"same-prefix-on-other-links-removed", "route.exactly-one-change",
     "removes the routes of other links to that prefix", following<create, erase_on_other_links>},
    {"more-specific-routes-removed", "route.exactly-one-change", "removes more specific routes",
     following<create, erase_more_specific>},
    {"anycasts-lost-on-create", "route.exactly-one-change", "empties the anycast table",
     following<create,
               [](Status verdict, const RouteKey&, Tables& tables) {
                 if (verdict == Status::success) tables.anycasts.clear();
               }>},
};

}  // namespace create_side_mutants

std::span<const Mutant> create_side() { return create_side_mutants::list; }

}  // namespace netioconf::conformance::groups
