#include <cstring>
#include <utility>

#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that identify entries incorrectly or store wrong values.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_entry_mutants {

constexpr Call create = Call::route_create;
using Row = MIB_IPFORWARD_ROW2;

// check: bool (const RouteTable& routes, const RouteKey& key), true for a duplicate
template <auto check>
Behaviour taking_for_duplicate() {
  return replaced<&Behaviour::route_duplicate, [](const RouteTable& routes, const RouteKey& key) {
    return check(routes, key) ? Status::already_exists : Status::success;
  }>();
}

// The four bytes at an offset of the row.
template <std::size_t offset>
Behaviour keying_by_bytes() {
  return keying<[](RouteKey& key, const Row& given) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, reinterpret_cast<const unsigned char*>(&given) + offset, sizeof(bytes));
    key.qualifier = bytes;
  }>();
}

constexpr std::size_t prefix_at = offsetof(MIB_IPFORWARD_ROW2, DestinationPrefix);
constexpr std::size_t next_hop_at = offsetof(MIB_IPFORWARD_ROW2, NextHop);

constexpr Mutant list[] = {
    {"duplicate-accepted", "route.duplicate", "replaces an existing route",
     taking_for_duplicate<[](const RouteTable&, const RouteKey&) { return false; }>},
    {"duplicate-on-any-link", "route.duplicate", "treats the same route on another link as a duplicate",
     taking_for_duplicate<[](const RouteTable& routes, const RouteKey& key) {
       return finders::on_any_link(routes, key, {}) != nullptr;
     }>},
    {"duplicate-ignores-next-hop-of-other-link", "route.duplicate",
     "treats any route of another link to the same prefix as a duplicate",
     taking_for_duplicate<[](const RouteTable& routes, const RouteKey& key) {
       const auto same = [&](const RouteKey& other) {
         return finders::same_prefix(other, key) && other.link != key.link;
       };
       return routes.find(key) != nullptr || finders::first_route(routes, same) != nullptr;
     }>},
    {"duplicate-ignores-length", "route.duplicate", "treats a prefix of another length as a duplicate",
     taking_for_duplicate<[](const RouteTable& routes, const RouteKey& key) {
       return finders::of_any_length(routes, key, {}) != nullptr;
     }>},
    {"default-route-on-one-link-only", "route.duplicate",
     "allows only one default route of each family on the machine",
     taking_for_duplicate<[](const RouteTable& routes, const RouteKey& key) {
       const auto default_too = [&](const RouteKey& other) {
         return other.length_bits == 0 && other.prefix.family == key.prefix.family;
       };
       const bool other = key.length_bits == 0 && finders::first_route(routes, default_too) != nullptr;
       return other || routes.find(key) != nullptr;
     }>},
    {"duplicate-invalid-parameter", "route.duplicate", "returns invalid parameter for a duplicate",
     replaced<&Behaviour::route_duplicate,
              [](const RouteTable& routes, const RouteKey& key) {
                const bool there = routes.find(key) != nullptr;
                return there ? Status::invalid_parameter : Status::success;
              }>},
    {"duplicate-missed-under-the-other-identifier", "route.duplicate",
     "treats routes created by LUID and by index as different entries",
     keying<[](RouteKey& key, const Row& given) { key.qualifier = given.InterfaceLuid.Value == 0; }>},
    {"metric-part-of-key", "route.duplicate",
     "treats routes with different metrics as different entries",
     keying<[](RouteKey& key, const Row& given) { key.qualifier = given.Metric; }>},
    {"protocol-part-of-key", "route.duplicate",
     "treats routes with different protocols as different entries",
     keying<[](RouteKey& key, const Row& given) { key.qualifier = given.Protocol; }>},
    {"port-part-of-key", "route.stray-bytes", "treats next hops with different ports as different",
     keying<[](RouteKey& key, const Row& given) { key.qualifier = given.NextHop.Ipv4.sin_port; }>},
    {"flow-information-part-of-key", "route.stray-bytes",
     "treats IPv6 next hops with different flow information as different",
     keying<[](RouteKey& key, const Row& given) {
       const bool has_flow = given.NextHop.si_family == ipv6;
       key.qualifier = has_flow ? given.NextHop.Ipv6.sin6_flowinfo : 0;
     }>},
    {"scope-id-part-of-key", "route.stray-bytes",
     "treats IPv6 next hops with different scopes as different",
     keying<[](RouteKey& key, const Row& given) {
       const bool has_scope = given.NextHop.si_family == ipv6;
       key.qualifier = has_scope ? given.NextHop.Ipv6.sin6_scope_id : 0;
     }>},
    {"padding-compared", "route.duplicate",
     "treats rows with different padding after the prefix length as different entries",
     keying_by_bytes<prefix_at + offsetof(IP_ADDRESS_PREFIX, PrefixLength)>},
    {"address-padding-compared", "route.stray-bytes",
     "treats IPv4 next hops with different padding after the address as different",
     keying<[](RouteKey& key, const Row& given) {
       std::uint32_t bytes = 0;
       const auto* raw = reinterpret_cast<const unsigned char*>(&given);
       std::memcpy(&bytes, raw + next_hop_at + 8, sizeof(bytes));
       if (given.NextHop.si_family == ipv4) key.qualifier = bytes;
     }>},

    {"entry-lost-after-success", "route.takes-effect", "returns success, but adds nothing",
     committing<create, [](Status) { return false; }>},
    {"on-link-entry-lost", "route.takes-effect", "adds nothing if the next hop is all zero",
     following<create,
               [](Status, const RouteKey& key, Tables& tables) {
                 if (is_zero(key.next_hop)) tables.routes.erase(key);
               }>},
    {"default-route-lost", "route.takes-effect", "adds nothing if the route is a default route",
     following<create,
               [](Status, const RouteKey& key, Tables& tables) {
                 if (key.length_bits == 0) tables.routes.erase(key);
               }>},
    {"next-hop-stored-as-zero", "route.key-members", "stores an all-zero next hop",
     storing<[](Row& row, const Row&) {
       row.NextHop = socket_address_of({row.NextHop.si_family, {}});
     }>},
    {"prefix-length-stored-in-bytes", "route.key-members",
     "rounds the prefix length down to whole bytes",
     storing<[](Row& row, const Row&) { row.DestinationPrefix.PrefixLength &= 0xf8; }>},
    {"lifetimes-swapped", "route.keeps-members", "swaps the two lifetimes",
     storing<[](Row& row, const Row&) { std::swap(row.ValidLifetime, row.PreferredLifetime); }>},
    {"preferred-lifetime-raised-to-valid", "route.keeps-members",
     "stores the valid lifetime as the preferred lifetime",
     storing<[](Row& row, const Row&) { row.PreferredLifetime = row.ValidLifetime; }>},
    {"protocol-lost", "route.keeps-members", "stores a protocol of zero",
     storing<[](Row& row, const Row&) { row.Protocol = 0; }>},

    {"metric-lost", "route.metric", "stores a metric of zero",
     storing<[](Row& row, const Row&) { row.Metric = 0; }>},
    {"metric-kept-in-16-bits", "route.metric", "stores only the low 16 bits of the metric",
     storing<[](Row& row, const Row&) { row.Metric &= 0xffff; }>},
    {"metric-at-least-one", "route.metric", "stores a metric of zero as one",
     storing<[](Row& row, const Row&) { row.Metric += row.Metric == 0 ? 1U : 0U; }>},
};

}  // namespace create_entry_mutants

std::span<const Mutant> create_entry() { return create_entry_mutants::list; }

}  // namespace netioconf::conformance::groups
