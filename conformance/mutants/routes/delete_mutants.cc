#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of DeleteIpForwardEntry2.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace delete_mutants {

constexpr emulator::Call delete_call = emulator::Call::route_delete;
using rows::Row;

// Finds the route only if the predicate holds for it and the caller's row.
template <auto agree>
emulator::Behaviour demanding() {
  return finding_routes<delete_mutants::delete_call,
                        [](const emulator::RouteTable& routes, const emulator::RouteKey& key,
                           const delete_mutants::Row& given) {
                          const emulator::RouteEntry* entry = routes.find(key);
                          return entry != nullptr && agree(entry->route.row, given) ? entry : nullptr;
                        }>();
}

// In addition to the caller's route, removes the routes for which the predicate holds.
template <auto too>
emulator::Behaviour removing_more() {
  return following<delete_mutants::delete_call, [](emulator::Status verdict,
                                                   const emulator::RouteKey& key,
                                                   emulator::Tables& tables) {
    if (verdict != emulator::Status::success) return;
    finders::erase_routes(tables.routes,
                          [&](const emulator::RouteKey& other) { return too(other, key); });
  }>();
}

constexpr Mutant list[] = {
    {"delete-null-row-succeeds", "route-delete.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, delete_mutants::delete_call>},
    {"delete-null-row-not-found", "route-delete.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, delete_mutants::delete_call,
                   emulator::Status::not_found>},
    {"delete-takes-next-hop-unspecified-for-on-link", "route-delete.next-hop-unspecified",
     "deletes the on-link route if the next hop has family 0",
     forgetting<&emulator::Behaviour::next_hop, delete_mutants::delete_call>},
    {"delete-next-hop-zero-taken-as-unspecified", "route-delete.next-hop-unspecified",
     "refuses to delete a route with an all-zero next hop",
     replaced<&emulator::Behaviour::next_hop,
              [](emulator::Call call, std::uint16_t family, const emulator::Address& next_hop) {
                if (call == delete_mutants::delete_call && emulator::is_zero(next_hop))
                  return emulator::Status::invalid_parameter;
                return emulator::common().next_hop(call, family, next_hop);
              }>},
    {"delete-link-unspecified-not-found", "route-delete.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, delete_mutants::delete_call,
                   emulator::Status::not_found>},
    {"delete-link-unspecified-not-supported", "route-delete.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, delete_mutants::delete_call,
                   emulator::Status::not_supported>},
    {"delete-unknown-link-succeeds", "route-delete.link-known",
     "returns success for a link that does not exist",
     forgetting<&emulator::Behaviour::link_unknown, delete_mutants::delete_call>},
    {"delete-unknown-link-invalid-parameter", "route-delete.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, delete_mutants::delete_call,
                   emulator::Status::invalid_parameter>},
    {"delete-index-before-luid", "route-delete.luid-first", "uses the index before the LUID",
     finding_links<delete_mutants::delete_call, finders::index_first>},
    {"delete-falls-back-to-index", "route-delete.luid-first", "uses the index if the LUID is unknown",
     finding_links<delete_mutants::delete_call, finders::either>},
    {"delete-luid-and-index-must-agree", "route-delete.luid-first",
     "finds no link if LUID and index name different links",
     finding_links<delete_mutants::delete_call, finders::both>},

    {"delete-missing-succeeds", "route-delete.missing", "returns success if the route does not exist",
     forgetting<&emulator::Behaviour::missing, delete_mutants::delete_call>},
    {"delete-ignores-next-hop", "route-delete.missing", "deletes a route with another next hop",
     finding_routes<delete_mutants::delete_call, finders::by_prefix>},
    {"delete-ignores-length", "route-delete.missing", "deletes a route to a prefix of another length",
     finding_routes<delete_mutants::delete_call, finders::of_any_length>},
    {"delete-on-any-link", "route-delete.missing", "deletes a route of another link",
     finding_routes<delete_mutants::delete_call, finders::on_any_link>},

    {"entry-kept-after-delete", "route-delete.takes-effect", "returns success, but deletes nothing",
     committing<delete_mutants::delete_call, [](emulator::Status) { return false; }>},
    {"default-route-kept-after-delete", "route-delete.takes-effect", "never finds a default route",
     finding_routes<delete_mutants::delete_call,
                    [](const emulator::RouteTable& routes, const emulator::RouteKey& key,
                       const delete_mutants::Row&) {
                      return key.length_bits == 0 ? nullptr : routes.find(key);
                    }>},

    {"delete-compares-metric", "route-delete.missing", "finds the route only if the metric matches",
     delete_mutants::demanding<[](const delete_mutants::Row& stored, const delete_mutants::Row& given) {
       return stored.Metric == given.Metric;
     }>},
    {"delete-compares-lifetimes", "route-delete.missing", "finds the route only if the lifetimes match",
     delete_mutants::demanding<[](const delete_mutants::Row& stored, const delete_mutants::Row& given) {
       return stored.ValidLifetime == given.ValidLifetime &&
              stored.PreferredLifetime == given.PreferredLifetime;
     }>},
    {"delete-compares-protocol", "route-delete.missing", "finds the route only if the protocol matches",
     delete_mutants::demanding<[](const delete_mutants::Row& stored, const delete_mutants::Row& given) {
       return stored.Protocol == given.Protocol;
     }>},
    {"delete-checks-lifetimes", "route-delete.missing",
     "refuses a preferred lifetime greater than the valid lifetime",
     replaced<&emulator::Behaviour::values,
              [](emulator::Call call, const delete_mutants::Row& given) {
                if (call != delete_mutants::delete_call) return emulator::common().values(call, given);
                return given.ValidLifetime < given.PreferredLifetime
                           ? emulator::Status::invalid_parameter
                           : emulator::Status::success;
              }>},

    {"delete-removes-every-next-hop", "route-delete.exactly-one-change",
     "deletes all routes of the link to that prefix",
     delete_mutants::removing_more<[](const emulator::RouteKey& other, const emulator::RouteKey& key) {
       return other.link == key.link && finders::same_prefix(other, key);
     }>},
    {"delete-removes-other-links", "route-delete.exactly-one-change",
     "deletes the routes of all links to that prefix",
     delete_mutants::removing_more<[](const emulator::RouteKey& other, const emulator::RouteKey& key) {
       return finders::same_prefix(other, key) && other.next_hop == key.next_hop;
     }>},
    {"delete-removes-more-specific", "route-delete.exactly-one-change",
     "also deletes more specific routes",
     delete_mutants::removing_more<[](const emulator::RouteKey& other, const emulator::RouteKey& key) {
       return key.length_bits < other.length_bits &&
              emulator::masked(other.prefix, key.length_bits) == key.prefix;
     }>},
    {"delete-of-missing-removes-another", "route-delete.unchanged-on-failure",
     "deletes the oldest route of the link when it fails",
     following<delete_mutants::delete_call,
               [](emulator::Status verdict, const emulator::RouteKey& key, emulator::Tables& tables) {
                 const emulator::RouteEntry* oldest = tables.routes.first(key.link, key.prefix.family);
                 if (verdict != emulator::Status::success && oldest != nullptr)
                   tables.routes.erase(oldest->key());
               }>},
    {"delete-refuses-and-deletes", "route-delete.unchanged-on-failure",
     "returns invalid parameter and deletes the route",
     replaced<&emulator::Behaviour::commits,
              [](emulator::Call call, emulator::Status verdict) {
                const bool refused = call == delete_mutants::delete_call &&
                                     verdict == emulator::Status::invalid_parameter;
                return refused || emulator::common().commits(call, verdict);
              }>},
    {"caller-row-cleared-by-delete", "route-delete.row-untouched", "clears the caller's row",
     writing_argument<delete_mutants::delete_call,
                      [](emulator::Status verdict, delete_mutants::Row& argument,
                         const delete_mutants::Row&) {
                        if (verdict == emulator::Status::success)
                          argument.NextHop = emulator::socket_address_of({});
                      }>},
    {"caller-row-filled-by-delete", "route-delete.row-untouched",
     "writes the deleted entry to the caller's row",
     writing_argument<delete_mutants::delete_call,
                      [](emulator::Status verdict, delete_mutants::Row& argument,
                         const delete_mutants::Row& stored) {
                        if (verdict == emulator::Status::success) argument = stored;
                      }>},
};

}  // namespace delete_mutants

std::span<const Mutant> remove() { return delete_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
