#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of SetIpForwardEntry2.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace set_mutants {

constexpr emulator::Call set_call = emulator::Call::route_set;
using rows::Row;

void copy_to_other_next_hops(emulator::Status verdict, const emulator::RouteKey& key,
                             emulator::Tables& tables) {
  const emulator::RouteEntry* changed = tables.routes.find(key);
  if (verdict != emulator::Status::success || changed == nullptr) return;
  const ULONG metric = changed->route.row.Metric;
  for (const emulator::RouteKey& other : finders::all_keys(tables.routes)) {
    if (other.link != key.link || !finders::same_prefix(other, key)) continue;
    emulator::Route route = tables.routes.find(other)->route;
    route.row.Metric = metric;
    tables.routes.store(other, route);
  }
}

void erase_other_links(emulator::Status verdict, const emulator::RouteKey& key,
                       emulator::Tables& tables) {
  if (verdict != emulator::Status::success) return;
  finders::erase_routes(tables.routes, [&](const emulator::RouteKey& other) {
    return other.link != key.link && finders::same_prefix(other, key);
  });
}

constexpr Mutant list[] = {
    {"set-null-route-succeeds", "route-set.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, set_mutants::set_call>},
    {"set-null-route-not-found", "route-set.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, set_mutants::set_call,
                   emulator::Status::not_found>},
    {"set-takes-next-hop-unspecified-for-on-link", "route-set.next-hop-unspecified",
     "changes the on-link route if the next hop has family 0",
     forgetting<&emulator::Behaviour::next_hop, set_mutants::set_call>},
    {"set-next-hop-zero-taken-as-unspecified", "route-set.next-hop-unspecified",
     "refuses to change a route with an all-zero next hop",
     replaced<&emulator::Behaviour::next_hop,
              [](emulator::Call call, std::uint16_t family, const emulator::Address& next_hop) {
                if (call == set_mutants::set_call && emulator::is_zero(next_hop))
                  return emulator::Status::invalid_parameter;
                return emulator::common().next_hop(call, family, next_hop);
              }>},
    {"set-link-unspecified-not-found", "route-set.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, set_mutants::set_call,
                   emulator::Status::not_found>},
    {"set-link-unspecified-not-supported", "route-set.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, set_mutants::set_call,
                   emulator::Status::not_supported>},
    {"set-unknown-link-succeeds", "route-set.link-known",
     "returns success for a link that does not exist",
     forgetting<&emulator::Behaviour::link_unknown, set_mutants::set_call>},
    {"set-unknown-link-invalid-parameter", "route-set.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, set_mutants::set_call,
                   emulator::Status::invalid_parameter>},
    {"set-index-before-luid", "route-set.luid-first", "uses the index before the LUID",
     finding_links<set_mutants::set_call, finders::index_first>},
    {"set-falls-back-to-index", "route-set.luid-first", "uses the index if the LUID is unknown",
     finding_links<set_mutants::set_call, finders::either>},
    {"set-index-ignored", "route-set.luid-first", "uses only the LUID",
     finding_links<set_mutants::set_call, finders::luid_only>},

    {"set-creates-what-is-missing", "route-set.missing", "adds the route if it does not exist",
     forgetting<&emulator::Behaviour::missing, set_mutants::set_call>},
    {"set-ignores-next-hop", "route-set.missing", "changes a route with another next hop",
     finding_routes<set_mutants::set_call, finders::by_prefix>},
    {"set-ignores-length", "route-set.missing", "changes a route to a prefix of another length",
     finding_routes<set_mutants::set_call, finders::of_any_length>},
    {"set-on-any-link", "route-set.missing", "changes a route of another link",
     finding_routes<set_mutants::set_call, finders::on_any_link>},

    {"set-without-effect", "route-set.takes-effect", "returns success, but changes nothing",
     committing<set_mutants::set_call, [](emulator::Status) { return false; }>},
    {"set-of-ipv6-without-effect", "route-set.takes-effect",
     "returns success, but does not change IPv6 routes",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row& given) {
       if (given.DestinationPrefix.Prefix.si_family == emulator::ipv6) row = stored;
     }>},
    {"set-by-index-without-effect", "route-set.takes-effect",
     "returns success, but changes nothing if the link is named by its index",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row& given) {
       if (given.InterfaceLuid.Value == 0) row = stored;
     }>},
    {"set-loses-index", "route-set.both-identifiers", "stores an index of zero",
     setting<[](set_mutants::Row& row, const set_mutants::Row&, const set_mutants::Row&) {
       row.InterfaceIndex = 0;
     }>},
    {"set-luid-from-caller", "route-set.both-identifiers", "stores the LUID from the caller's row",
     setting<[](set_mutants::Row& row, const set_mutants::Row&, const set_mutants::Row& given) {
       row.InterfaceLuid = given.InterfaceLuid;
     }>},
    {"set-loses-next-hop", "route-set.key-members", "stores an all-zero next hop",
     setting<[](set_mutants::Row& row, const set_mutants::Row&, const set_mutants::Row&) {
       row.NextHop = emulator::socket_address_of({row.NextHop.si_family, {}});
     }>},
    {"set-shortens-prefix", "route-set.key-members", "stores a prefix that is one bit shorter",
     setting<[](set_mutants::Row& row, const set_mutants::Row&, const set_mutants::Row&) {
       if (row.DestinationPrefix.PrefixLength != 0) --row.DestinationPrefix.PrefixLength;
     }>},
    {"set-leaves-metric", "route-set.metric", "leaves the metric unchanged",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row&) {
       row.Metric = stored.Metric;
     }>},
    {"set-metric-only-lowered", "route-set.metric", "never raises the metric",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row&) {
       if (stored.Metric < row.Metric) row.Metric = stored.Metric;
     }>},
    {"set-metric-added", "route-set.metric", "adds the new metric to the old one",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row&) {
       row.Metric += stored.Metric;
     }>},
    {"set-leaves-lifetimes", "route-set.keeps-members", "leaves the lifetimes unchanged",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row&) {
       row.ValidLifetime = stored.ValidLifetime;
       row.PreferredLifetime = stored.PreferredLifetime;
     }>},
    {"set-leaves-protocol", "route-set.keeps-members", "leaves the protocol unchanged",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row&) {
       row.Protocol = stored.Protocol;
     }>},
    {"set-leaves-protocol-of-windows", "route-set.keeps-members",
     "leaves the protocol unchanged if the new one does not fit in a byte",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row& given) {
       if (255 < given.Protocol) row.Protocol = stored.Protocol;
     }>},

    {"set-turns-valid-lifetime-0-endless", "route-set.valid-lifetime-0",
     "stores a valid lifetime of zero as infinite",
     setting<[](set_mutants::Row& row, const set_mutants::Row&, const set_mutants::Row& given) {
       if (rows::never_valid(given)) row.ValidLifetime = 0xffffffff;
     }>},
    {"set-origin-from-caller", "route-set.origin", "stores the origin from the caller's row",
     setting<[](set_mutants::Row& row, const set_mutants::Row&, const set_mutants::Row& given) {
       row.Origin = given.Origin;
     }>},
    {"set-age-from-caller", "route-set.age", "starts the age at the value in the caller's row",
     setting<[](set_mutants::Row& row, const set_mutants::Row&, const set_mutants::Row& given) {
       row.Age = given.Age;
     }>},

    {"set-origin-from-caller-when-known", "route-set.origin",
     "stores a defined origin from the caller's row",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row& given) {
       row.Origin = given.Origin <= 4 ? given.Origin : stored.Origin;
     }>},
    {"set-age-from-caller-added", "route-set.age", "adds the age in the caller's row to the route's age",
     setting<[](set_mutants::Row& row, const set_mutants::Row& stored, const set_mutants::Row& given) {
       row.Age = stored.Age + given.Age;
     }>},
    {"set-creates-while-it-refuses", "route-set.unchanged-on-failure",
     "adds the route although it returns not found",
     committing<set_mutants::set_call,
                [](emulator::Status verdict) {
                  return verdict == emulator::Status::success || verdict == emulator::Status::not_found;
                }>},
    {"set-loses-table-on-failure", "route-set.unchanged-on-failure", "empties the table when it fails",
     following<set_mutants::set_call,
               [](emulator::Status verdict, const emulator::RouteKey&, emulator::Tables& tables) {
                 if (verdict != emulator::Status::success) tables.routes.clear();
               }>},
    {"set-changes-every-next-hop", "route-set.exactly-one-change",
     "sets the metric of every route of the link to that prefix",
     following<set_mutants::set_call, set_mutants::copy_to_other_next_hops>},
    {"set-removes-other-links", "route-set.exactly-one-change",
     "removes the routes of other links to that prefix",
     following<set_mutants::set_call, set_mutants::erase_other_links>},
    {"caller-row-written-by-set", "route-set.row-untouched", "writes the new entry to the caller's row",
     writing_argument<set_mutants::set_call,
                      [](emulator::Status verdict, set_mutants::Row& argument,
                         const set_mutants::Row& stored) {
                        if (verdict == emulator::Status::success) argument = stored;
                      }>},
    {"caller-origin-cleared-by-set", "route-set.row-untouched",
     "clears Age and Origin in the caller's row",
     writing_argument<set_mutants::set_call,
                      [](emulator::Status, set_mutants::Row& argument, const set_mutants::Row&) {
                        argument.Age = 0;
                        argument.Origin = 0;
                      }>},
};

}  // namespace set_mutants

std::span<const Mutant> set() { return set_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
