#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of DeleteIpForwardEntry2.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace delete_mutants {

constexpr Call delete_call = Call::route_delete;
using Row = MIB_IPFORWARD_ROW2;

// Finds the route only if the predicate holds for it and the caller's row.
template <auto agree>
Behaviour demanding() {
  return finding_routes<delete_call,
                        [](const RouteTable& routes, const RouteKey& key, const Row& given) {
                          const RouteEntry* entry = routes.find(key);
                          return entry != nullptr && agree(entry->route.row, given) ? entry : nullptr;
                        }>();
}

// In addition to the caller's route, removes the routes for which the predicate holds.
template <auto too>
Behaviour removing_more() {
  return following<delete_call, [](Status verdict, const RouteKey& key, Tables& tables) {
    if (verdict != Status::success) return;
    finders::erase_routes(tables.routes, [&](const RouteKey& other) { return too(other, key); });
  }>();
}

constexpr Mutant list[] = {
    {"delete-null-row-succeeds", "route-delete.null-row", "returns success for a NULL row",
     forgetting<&Behaviour::null_argument, delete_call>},
    {"delete-null-row-not-found", "route-delete.null-row", "returns not found for a NULL row",
     refusing_with<&Behaviour::null_argument, delete_call, Status::not_found>},
    {"delete-takes-next-hop-unspecified-for-on-link", "route-delete.next-hop-unspecified",
     "deletes the on-link route if the next hop has family 0",
     forgetting<&Behaviour::next_hop, delete_call>},
    {"delete-next-hop-zero-taken-as-unspecified", "route-delete.next-hop-unspecified",
     "refuses to delete a route with an all-zero next hop",
     replaced<&Behaviour::next_hop,
              [](Call call, std::uint16_t family, const Address& next_hop) {
                if (call == delete_call && is_zero(next_hop)) return Status::invalid_parameter;
                return common().next_hop(call, family, next_hop);
              }>},
    {"delete-link-unspecified-not-found", "route-delete.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&Behaviour::link_named, delete_call, Status::not_found>},
    {"delete-link-unspecified-not-supported", "route-delete.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&Behaviour::link_named, delete_call, Status::not_supported>},
    {"delete-unknown-link-succeeds", "route-delete.link-known",
     "returns success for a link that does not exist",
     forgetting<&Behaviour::link_unknown, delete_call>},
    {"delete-unknown-link-invalid-parameter", "route-delete.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&Behaviour::link_unknown, delete_call, Status::invalid_parameter>},
    {"delete-index-before-luid", "route-delete.luid-first", "uses the index before the LUID",
     finding_links<delete_call, finders::index_first>},
    {"delete-falls-back-to-index", "route-delete.luid-first", "uses the index if the LUID is unknown",
     finding_links<delete_call, finders::either>},
    {"delete-luid-and-index-must-agree", "route-delete.luid-first",
     "finds no link if LUID and index name different links", finding_links<delete_call, finders::both>},

    {"delete-missing-succeeds", "route-delete.missing", "returns success if the route does not exist",
     forgetting<&Behaviour::missing, delete_call>},
    {"delete-ignores-next-hop", "route-delete.missing", "deletes a route with another next hop",
     finding_routes<delete_call, finders::by_prefix>},
    {"delete-ignores-length", "route-delete.missing", "deletes a route to a prefix of another length",
     finding_routes<delete_call, finders::of_any_length>},
    {"delete-on-any-link", "route-delete.missing", "deletes a route of another link",
     finding_routes<delete_call, finders::on_any_link>},

    {"entry-kept-after-delete", "route-delete.takes-effect", "returns success, but deletes nothing",
     committing<delete_call, [](Status) { return false; }>},
    {"default-route-kept-after-delete", "route-delete.takes-effect", "never finds a default route",
     finding_routes<delete_call,
                    [](const RouteTable& routes, const RouteKey& key, const Row&) {
                      return key.length_bits == 0 ? nullptr : routes.find(key);
                    }>},

    {"delete-compares-metric", "route-delete.missing", "finds the route only if the metric matches",
     demanding<[](const Row& stored, const Row& given) { return stored.Metric == given.Metric; }>},
    {"delete-compares-lifetimes", "route-delete.missing", "finds the route only if the lifetimes match",
     demanding<[](const Row& stored, const Row& given) {
       return stored.ValidLifetime == given.ValidLifetime &&
              stored.PreferredLifetime == given.PreferredLifetime;
     }>},
    {"delete-compares-protocol", "route-delete.missing", "finds the route only if the protocol matches",
     demanding<[](const Row& stored, const Row& given) { return stored.Protocol == given.Protocol; }>},
    {"delete-checks-lifetimes", "route-delete.missing",
     "refuses a preferred lifetime greater than the valid lifetime",
     replaced<&Behaviour::lifetimes,
              [](Call call, const Row& given) {
                return common().lifetimes(call == delete_call ? Call::route_create : call, given);
              }>},

    {"delete-removes-every-next-hop", "route-delete.exactly-one-change",
     "deletes all routes of the link to that prefix",
     removing_more<[](const RouteKey& other, const RouteKey& key) {
       return other.link == key.link && finders::same_prefix(other, key);
     }>},
    {"delete-removes-other-links", "route-delete.exactly-one-change",
     "deletes the routes of all links to that prefix",
     removing_more<[](const RouteKey& other, const RouteKey& key) {
       return finders::same_prefix(other, key) && other.next_hop == key.next_hop;
     }>},
    {"delete-removes-more-specific", "route-delete.exactly-one-change",
     "also deletes more specific routes", removing_more<[](const RouteKey& other, const RouteKey& key) {
       return key.length_bits < other.length_bits && masked(other.prefix, key.length_bits) == key.prefix;
     }>},
    {"delete-of-missing-removes-another", "route-delete.unchanged-on-failure",
     "deletes the oldest route of the link when it fails",
     following<delete_call,
               [](Status verdict, const RouteKey& key, Tables& tables) {
                 const RouteEntry* oldest = tables.routes.first(key.link, key.prefix.family);
                 if (verdict != Status::success && oldest != nullptr) tables.routes.erase(oldest->key);
               }>},
    {"delete-refuses-and-deletes", "route-delete.unchanged-on-failure",
     "returns invalid parameter and deletes the route",
     replaced<&Behaviour::commits,
              [](Call call, Status verdict) {
                const bool refused = call == delete_call && verdict == Status::invalid_parameter;
                return refused || common().commits(call, verdict);
              }>},
    {"caller-row-cleared-by-delete", "route-delete.row-untouched", "clears the caller's row",
     writing_argument<delete_call,
                      [](Status verdict, Row& argument, const Row&) {
                        if (verdict == Status::success) argument.NextHop = socket_address_of({});
                      }>},
    {"caller-row-filled-by-delete", "route-delete.row-untouched",
     "writes the deleted entry to the caller's row",
     writing_argument<delete_call,
                      [](Status verdict, Row& argument, const Row& stored) {
                        if (verdict == Status::success) argument = stored;
                      }>},
};

}  // namespace delete_mutants

std::span<const Mutant> remove() { return delete_mutants::list; }

}  // namespace netioconf::conformance::groups
