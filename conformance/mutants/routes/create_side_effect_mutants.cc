#include <cstring>

#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that set the stack's own members incorrectly or change state that the
// call must not change.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_side_effect_mutants {

constexpr emulator::Call create = emulator::Call::route_create;
using rows::Row;

void add_host_route(emulator::Status verdict, const emulator::RouteKey& key, emulator::Tables& tables) {
  const emulator::RouteEntry* made = tables.routes.find(key);
  if (verdict != emulator::Status::success || made == nullptr || emulator::is_zero(key.next_hop)) return;
  emulator::Route route = made->route;
  emulator::RouteKey host = key;
  host.prefix = key.next_hop;
  host.length_bits = static_cast<std::uint8_t>(emulator::bits_of(key.next_hop.family));
  host.next_hop = {key.next_hop.family, {}};
  route.row.DestinationPrefix.Prefix = emulator::socket_address_of(host.prefix);
  route.row.DestinationPrefix.PrefixLength = host.length_bits;
  route.row.NextHop = emulator::socket_address_of(host.next_hop);
  tables.routes.store(host, route);
}

void erase_other_next_hops(emulator::Status verdict, const emulator::RouteKey& key,
                           emulator::Tables& tables) {
  if (verdict != emulator::Status::success) return;
  finders::erase_routes(tables.routes, [&](const emulator::RouteKey& other) {
    return other.link == key.link && finders::same_prefix(other, key) && other != key;
  });
}

void erase_on_other_links(emulator::Status verdict, const emulator::RouteKey& key,
                          emulator::Tables& tables) {
  if (verdict != emulator::Status::success) return;
  finders::erase_routes(tables.routes, [&](const emulator::RouteKey& other) {
    return other.link != key.link && finders::same_prefix(other, key);
  });
}

void erase_more_specific(emulator::Status verdict, const emulator::RouteKey& key,
                         emulator::Tables& tables) {
  if (verdict != emulator::Status::success) return;
  finders::erase_routes(tables.routes, [&](const emulator::RouteKey& other) {
    return other.length_bits > key.length_bits &&
           emulator::masked(other.prefix, key.length_bits) == key.prefix;
  });
}

constexpr Mutant list[] = {
    {"age-from-caller", "route.age", "starts the age at the value in the caller's row",
     storing<[](create_side_effect_mutants::Row& row, const create_side_effect_mutants::Row& given) {
       row.Age = given.Age;
     }>},
    {"age-counts-down-from-the-lifetime", "route.age", "returns the remaining lifetime as the age",
     replaced<&emulator::Behaviour::age,
              [](const create_side_effect_mutants::Row& stored, const emulator::Ages& ages) {
                return stored.ValidLifetime - emulator::common().age(stored, ages);
              }>},

    {"origin-from-caller", "route.origin", "stores the origin from the caller's row",
     storing<[](create_side_effect_mutants::Row& row, const create_side_effect_mutants::Row& given) {
       row.Origin = given.Origin;
     }>},
    {"origin-from-caller-when-known", "route.origin", "stores a defined origin from the caller's row",
     storing<[](create_side_effect_mutants::Row& row, const create_side_effect_mutants::Row& given) {
       row.Origin = given.Origin <= 4 ? given.Origin : 0;
     }>},

    {"index-not-filled-on-read-back", "route.both-identifiers",
     "leaves the index zero if the caller gave only the LUID",
     storing<[](create_side_effect_mutants::Row& row, const create_side_effect_mutants::Row& given) {
       if (given.InterfaceIndex == 0) row.InterfaceIndex = 0;
     }>},
    {"luid-not-filled-on-read-back", "route.both-identifiers",
     "leaves the LUID zero if the caller gave only the index",
     storing<[](create_side_effect_mutants::Row& row, const create_side_effect_mutants::Row& given) {
       row.InterfaceLuid = given.InterfaceLuid;
     }>},
    {"index-of-the-caller-kept", "route.both-identifiers",
     "stores the caller's index although the LUID takes precedence",
     storing<[](create_side_effect_mutants::Row& row, const create_side_effect_mutants::Row& given) {
       if (given.InterfaceIndex != 0) row.InterfaceIndex = given.InterfaceIndex;
     }>},

    {"caller-row-written-by-create", "route.row-untouched", "writes the new entry to the caller's row",
     writing_argument<create_side_effect_mutants::create,
                      [](emulator::Status verdict, create_side_effect_mutants::Row& argument,
                         const create_side_effect_mutants::Row& stored) {
                        if (verdict == emulator::Status::success) argument = stored;
                      }>},
    {"caller-index-filled-by-create", "route.row-untouched", "writes the index to the caller's row",
     writing_argument<create_side_effect_mutants::create,
                      [](emulator::Status, create_side_effect_mutants::Row& argument,
                         const create_side_effect_mutants::Row& stored) {
                        argument.InterfaceIndex = stored.InterfaceIndex;
                      }>},
    {"caller-row-cleared-by-failed-create", "route.row-untouched",
     "clears the metric in the caller's row when it fails",
     writing_argument<create_side_effect_mutants::create,
                      [](emulator::Status verdict, create_side_effect_mutants::Row& argument,
                         const create_side_effect_mutants::Row&) {
                        if (verdict != emulator::Status::success) argument.Metric = ~argument.Metric;
                      }>},

    {"state-kept-after-failure", "route.unchanged-on-failure",
     "adds the entry although it returns invalid parameter",
     committing<create_side_effect_mutants::create,
                [](emulator::Status verdict) {
                  return verdict == emulator::Status::success ||
                         verdict == emulator::Status::invalid_parameter;
                }>},
    {"unsupported-route-kept", "route.unchanged-on-failure",
     "adds the entry although it returns not supported",
     committing<create_side_effect_mutants::create,
                [](emulator::Status verdict) {
                  return verdict == emulator::Status::success ||
                         verdict == emulator::Status::not_supported;
                }>},
    {"duplicate-overwrites-metric", "route.unchanged-on-failure",
     "returns already exists and replaces the route",
     committing<create_side_effect_mutants::create,
                [](emulator::Status verdict) {
                  return verdict == emulator::Status::success ||
                         verdict == emulator::Status::already_exists;
                }>},
    {"duplicate-removes-the-entry", "route.unchanged-on-failure",
     "returns already exists and removes the route",
     following<create_side_effect_mutants::create,
               [](emulator::Status verdict, const emulator::RouteKey& key, emulator::Tables& tables) {
                 if (verdict == emulator::Status::already_exists) tables.routes.erase(key);
               }>},
    {"table-lost-on-failure", "route.unchanged-on-failure", "empties the table when it fails",
     following<create_side_effect_mutants::create,
               [](emulator::Status verdict, const emulator::RouteKey&, emulator::Tables& tables) {
                 if (verdict != emulator::Status::success) tables.routes.clear();
               }>},

    {"host-route-to-the-next-hop-added", "route.exactly-one-change", "also adds a route to the next hop",
     following<create_side_effect_mutants::create, create_side_effect_mutants::add_host_route>},
    {"other-next-hops-removed", "route.exactly-one-change",
     "removes the other routes of the link to that prefix",
     following<create_side_effect_mutants::create, create_side_effect_mutants::erase_other_next_hops>},
    {"same-prefix-on-other-links-removed", "route.exactly-one-change",
     "removes the routes of other links to that prefix",
     following<create_side_effect_mutants::create, create_side_effect_mutants::erase_on_other_links>},
    {"more-specific-routes-removed", "route.exactly-one-change", "removes more specific routes",
     following<create_side_effect_mutants::create, create_side_effect_mutants::erase_more_specific>},
    {"anycasts-lost-on-create", "route.exactly-one-change", "empties the anycast table",
     following<create_side_effect_mutants::create,
               [](emulator::Status verdict, const emulator::RouteKey&, emulator::Tables& tables) {
                 if (verdict == emulator::Status::success) tables.anycasts.clear();
               }>},
};

}  // namespace create_side_effect_mutants

std::span<const Mutant> create_side_effect() { return create_side_effect_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
