#include <cstring>
#include <utility>

#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of CreateIpForwardEntry2 that identify entries incorrectly or store wrong values.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace create_entry_mutants {

constexpr emulator::Call create = emulator::Call::route_create;
using rows::Row;

// check: bool (const RouteTable& routes, const RouteKey& key), true for a duplicate
template <auto check>
emulator::Behaviour taking_for_duplicate() {
  return replaced<&emulator::Behaviour::route_duplicate, [](const emulator::RouteTable& routes,
                                                            const emulator::RouteKey& key) {
    return check(routes, key) ? emulator::Status::already_exists : emulator::Status::success;
  }>();
}

// The four bytes at an offset of the row.
template <std::size_t offset>
emulator::Behaviour keying_by_bytes() {
  return keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, reinterpret_cast<const unsigned char*>(&given) + offset, sizeof(bytes));
    key.qualifier = bytes;
  }>();
}

constexpr std::size_t prefix_at = offsetof(MIB_IPFORWARD_ROW2, DestinationPrefix);
constexpr std::size_t next_hop_at = offsetof(MIB_IPFORWARD_ROW2, NextHop);

constexpr Mutant list[] = {
    {"duplicate-accepted", "route.duplicate", "replaces an existing route",
     create_entry_mutants::taking_for_duplicate<[](const emulator::RouteTable&,
                                                   const emulator::RouteKey&) { return false; }>},
    {"duplicate-on-any-link", "route.duplicate", "treats the same route on another link as a duplicate",
     create_entry_mutants::taking_for_duplicate<[](const emulator::RouteTable& routes,
                                                   const emulator::RouteKey& key) {
       return finders::on_any_link(routes, key, {}) != nullptr;
     }>},
    {"duplicate-ignores-next-hop-of-other-link", "route.duplicate",
     "treats any route of another link to the same prefix as a duplicate",
     create_entry_mutants::taking_for_duplicate<[](const emulator::RouteTable& routes,
                                                   const emulator::RouteKey& key) {
       const auto same = [&](const emulator::RouteKey& other) {
         return finders::same_prefix(other, key) && other.link != key.link;
       };
       return routes.find(key) != nullptr || finders::first_route(routes, same) != nullptr;
     }>},
    {"duplicate-ignores-length", "route.duplicate", "treats a prefix of another length as a duplicate",
     create_entry_mutants::taking_for_duplicate<[](const emulator::RouteTable& routes,
                                                   const emulator::RouteKey& key) {
       return finders::of_any_length(routes, key, {}) != nullptr;
     }>},
    {"default-route-on-one-link-only", "route.duplicate",
     "allows only one default route of each family on the machine",
     create_entry_mutants::taking_for_duplicate<[](const emulator::RouteTable& routes,
                                                   const emulator::RouteKey& key) {
       const auto default_too = [&](const emulator::RouteKey& other) {
         return other.length_bits == 0 && other.prefix.family == key.prefix.family;
       };
       const bool other = key.length_bits == 0 && finders::first_route(routes, default_too) != nullptr;
       return other || routes.find(key) != nullptr;
     }>},
    {"duplicate-invalid-parameter", "route.duplicate", "returns invalid parameter for a duplicate",
     replaced<&emulator::Behaviour::route_duplicate,
              [](const emulator::RouteTable& routes, const emulator::RouteKey& key) {
                const bool there = routes.find(key) != nullptr;
                return there ? emulator::Status::invalid_parameter : emulator::Status::success;
              }>},
    {"duplicate-missed-under-the-other-identifier", "route.duplicate",
     "treats routes created by LUID and by index as different entries",
     keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
       key.qualifier = given.InterfaceLuid.Value == 0;
     }>},
    {"metric-part-of-key", "route.duplicate",
     "treats routes with different metrics as different entries",
     keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
       key.qualifier = given.Metric;
     }>},
    {"protocol-part-of-key", "route.duplicate",
     "treats routes with different protocols as different entries",
     keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
       key.qualifier = given.Protocol;
     }>},
    {"port-part-of-key", "route.stray-bytes", "treats next hops with different ports as different",
     keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
       key.qualifier = given.NextHop.Ipv4.sin_port;
     }>},
    {"flow-information-part-of-key", "route.stray-bytes",
     "treats IPv6 next hops with different flow information as different",
     keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
       const bool has_flow = given.NextHop.si_family == emulator::ipv6;
       key.qualifier = has_flow ? given.NextHop.Ipv6.sin6_flowinfo : 0;
     }>},
    {"scope-id-part-of-key", "route.stray-bytes",
     "treats IPv6 next hops with different scopes as different",
     keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
       const bool has_scope = given.NextHop.si_family == emulator::ipv6;
       key.qualifier = has_scope ? given.NextHop.Ipv6.sin6_scope_id : 0;
     }>},
    {"padding-compared", "route.duplicate",
     "treats rows with different padding after the prefix length as different entries",
     create_entry_mutants::keying_by_bytes<create_entry_mutants::prefix_at +
                                           offsetof(IP_ADDRESS_PREFIX, PrefixLength)>},
    {"address-padding-compared", "route.stray-bytes",
     "treats IPv4 next hops with different padding after the address as different",
     keying<[](emulator::RouteKey& key, const create_entry_mutants::Row& given) {
       std::uint32_t bytes = 0;
       const auto* raw = reinterpret_cast<const unsigned char*>(&given);
       std::memcpy(&bytes, raw + create_entry_mutants::next_hop_at + 8, sizeof(bytes));
       if (given.NextHop.si_family == emulator::ipv4) key.qualifier = bytes;
     }>},

    {"entry-lost-after-success", "route.takes-effect", "returns success, but adds nothing",
     committing<create_entry_mutants::create, [](emulator::Status) { return false; }>},
    {"on-link-entry-lost", "route.takes-effect", "adds nothing if the next hop is all zero",
     following<create_entry_mutants::create,
               [](emulator::Status, const emulator::RouteKey& key, emulator::Tables& tables) {
                 if (emulator::is_zero(key.next_hop)) tables.routes.erase(key);
               }>},
    {"default-route-lost", "route.takes-effect", "adds nothing if the route is a default route",
     following<create_entry_mutants::create,
               [](emulator::Status, const emulator::RouteKey& key, emulator::Tables& tables) {
                 if (key.length_bits == 0) tables.routes.erase(key);
               }>},
    {"next-hop-stored-as-zero", "route.key-members", "stores an all-zero next hop",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) {
       row.NextHop = emulator::socket_address_of({row.NextHop.si_family, {}});
     }>},
    {"prefix-length-stored-in-bytes", "route.key-members",
     "rounds the prefix length down to whole bytes",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) {
       row.DestinationPrefix.PrefixLength &= 0xf8;
     }>},
    {"lifetimes-swapped", "route.keeps-members", "swaps the two lifetimes",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) {
       std::swap(row.ValidLifetime, row.PreferredLifetime);
     }>},
    {"preferred-lifetime-raised-to-valid", "route.keeps-members",
     "stores the valid lifetime as the preferred lifetime",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) {
       row.PreferredLifetime = row.ValidLifetime;
     }>},
    {"protocol-lost", "route.keeps-members", "stores a protocol of zero",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) {
       row.Protocol = 0;
     }>},

    {"metric-lost", "route.metric", "stores a metric of zero",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) { row.Metric = 0; }>},
    {"metric-kept-in-16-bits", "route.metric", "stores only the low 16 bits of the metric",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) {
       row.Metric &= 0xffff;
     }>},
    {"metric-at-least-one", "route.metric", "stores a metric of zero as one",
     storing<[](create_entry_mutants::Row& row, const create_entry_mutants::Row&) {
       row.Metric += row.Metric == 0 ? 1U : 0U;
     }>},
};

}  // namespace create_entry_mutants

std::span<const Mutant> create_entry() { return create_entry_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
