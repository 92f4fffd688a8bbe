#include <utility>

#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of GetIpForwardEntry2 and of GetIpInterfaceEntry.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace get_mutants {

constexpr emulator::Call get_call = emulator::Call::route_get;
constexpr emulator::Call link_call = emulator::Call::link_get;
using rows::Row;

// The route that a packet to the prefix would use.
const emulator::RouteEntry* covering(const emulator::RouteTable& routes, const emulator::RouteKey& key,
                                     const get_mutants::Row&) {
  for (const emulator::RouteEntry* entry : routes.covering(key.prefix)) {
    if (entry->link() == key.link && entry->key().length_bits <= key.length_bits) return entry;
  }
  return nullptr;
}

// edit: void (MIB_IPINTERFACE_ROW& row, const netioconf_link& link, std::uint16_t family)
template <auto edit>
emulator::Behaviour reading_link() {
  return replaced<&emulator::Behaviour::read_link,
                  [](const netioconf_link& link, const netioconf_link_details& details,
                     std::uint16_t family) {
                    MIB_IPINTERFACE_ROW row = emulator::common().read_link(link, details, family);
                    edit(row, link, family);
                    return row;
                  }>();
}

constexpr Mutant list[] = {
    {"get-null-row-succeeds", "route-get.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, get_mutants::get_call>},
    {"get-null-row-not-found", "route-get.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, get_mutants::get_call,
                   emulator::Status::not_found>},
    {"get-takes-next-hop-unspecified-for-on-link", "route-get.next-hop-unspecified",
     "finds the on-link route if the next hop has family 0",
     forgetting<&emulator::Behaviour::next_hop, get_mutants::get_call>},
    {"get-takes-any-destination-for-unspecified", "route-get.destination-unspecified",
     "finds a route to any destination if the destination has family 0",
     replaced<&emulator::Behaviour::has_wildcards,
              [](emulator::Call, const get_mutants::Row& given) {
                return given.DestinationPrefix.Prefix.si_family == emulator::unspecified;
              }>},
    {"get-takes-any-link-for-unspecified", "route-get.link-unspecified",
     "finds a route of any link if LUID and index are zero",
     replaced<&emulator::Behaviour::has_wildcards,
              [](emulator::Call, const get_mutants::Row& given) {
                return given.InterfaceLuid.Value == 0 && given.InterfaceIndex == 0;
              }>},
    {"get-ipv6-next-hop-unspecified-is-on-link", "route-get.next-hop-unspecified",
     "finds the on-link route of IPv6, but not of IPv4, if the next hop has family 0",
     replaced<&emulator::Behaviour::next_hop,
              [](emulator::Call call, std::uint16_t family, const emulator::Address& next_hop) {
                const bool left_out = call == get_mutants::get_call && family == emulator::ipv6 &&
                                      next_hop.family == emulator::unspecified;
                return left_out ? emulator::Status::success
                                : emulator::common().next_hop(call, family, next_hop);
              }>},
    {"get-next-hop-zero-taken-as-unspecified", "route-get.next-hop-unspecified",
     "refuses to return a route with an all-zero next hop",
     replaced<&emulator::Behaviour::next_hop,
              [](emulator::Call call, std::uint16_t family, const emulator::Address& next_hop) {
                if (call == get_mutants::get_call && emulator::is_zero(next_hop))
                  return emulator::Status::invalid_parameter;
                return emulator::common().next_hop(call, family, next_hop);
              }>},
    {"get-link-unspecified-not-found", "route-get.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, get_mutants::get_call,
                   emulator::Status::not_found>},
    {"get-link-unspecified-not-supported", "route-get.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, get_mutants::get_call,
                   emulator::Status::not_supported>},
    {"get-takes-first-link-for-any-index", "route-get.link-known", "uses the first link for any index",
     finding_links<get_mutants::get_call,
                   [](const netioconf_host& host, std::uint64_t luid, std::uint32_t index) {
                     return luid == 0 && index != 0 ? &host.links[0] : finders::right(host, luid, index);
                   }>},
    {"get-unknown-link-succeeds", "route-get.link-known",
     "returns success for a link that does not exist",
     forgetting<&emulator::Behaviour::link_unknown, get_mutants::get_call>},
    {"get-unknown-link-invalid-parameter", "route-get.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, get_mutants::get_call,
                   emulator::Status::invalid_parameter>},
    {"get-index-before-luid", "route-get.luid-first", "uses the index before the LUID",
     finding_links<get_mutants::get_call, finders::index_first>},
    {"get-falls-back-to-index", "route-get.luid-first", "uses the index if the LUID is unknown",
     finding_links<get_mutants::get_call, finders::either>},
    {"get-index-ignored", "route-get.luid-first", "uses only the LUID",
     finding_links<get_mutants::get_call, finders::luid_only>},

    {"get-missing-succeeds", "route-get.missing",
     "returns success and the caller's row if the entry does not exist",
     forgetting<&emulator::Behaviour::missing, get_mutants::get_call>},
    {"get-ignores-next-hop", "route-get.missing", "returns a route with another next hop",
     finding_routes<get_mutants::get_call, finders::by_prefix>},
    {"get-ignores-length", "route-get.missing", "returns a route to a prefix of another length",
     finding_routes<get_mutants::get_call, finders::of_any_length>},
    {"get-on-any-link", "route-get.missing", "returns a route of another link",
     finding_routes<get_mutants::get_call, finders::on_any_link>},
    {"get-takes-covering-route", "route-get.missing", "returns the longest matching route",
     finding_routes<get_mutants::get_call, get_mutants::covering>},
    {"get-hides-default-route", "route-get.missing", "never finds a default route",
     finding_routes<get_mutants::get_call,
                    [](const emulator::RouteTable& routes, const emulator::RouteKey& key,
                       const get_mutants::Row&) {
                      return key.length_bits == 0 ? nullptr : routes.find(key);
                    }>},
    {"get-hides-dearer-next-hops", "route-get.missing", "finds only the route with the lowest metric",
     finding_routes<get_mutants::get_call,
                    [](const emulator::RouteTable& routes, const emulator::RouteKey& key,
                       const get_mutants::Row& given) {
                      const emulator::RouteEntry* entry = finders::by_prefix(routes, key, given);
                      return entry != nullptr && entry->key() == key ? entry : nullptr;
                    }>},

    {"get-shows-keys-only", "route-get.keeps-members",
     "returns only the key members; the others are zero",
     reading<get_mutants::get_call,
             [](get_mutants::Row& row) {
               row.ValidLifetime = row.PreferredLifetime = row.Metric = row.Protocol = 0;
             }>},
    {"get-shows-metric-plus-one", "route-get.metric", "returns a metric that is one too high",
     reading<get_mutants::get_call, [](get_mutants::Row& row) { ++row.Metric; }>},
    {"get-swaps-lifetimes", "route-get.keeps-members", "swaps the two lifetimes",
     reading<get_mutants::get_call,
             [](get_mutants::Row& row) { std::swap(row.ValidLifetime, row.PreferredLifetime); }>},
    {"stale-row-returned-by-get", "route-get.keeps-members", "leaves the caller's row unchanged",
     writing_argument<get_mutants::get_call,
                      [](emulator::Status, get_mutants::Row&, const get_mutants::Row&) {}>},
    {"stale-metric-returned-by-get", "route-get.metric",
     "leaves the metric of the caller's row unchanged",
     writing_argument<get_mutants::get_call,
                      [](emulator::Status verdict, get_mutants::Row& argument,
                         const get_mutants::Row& stored) {
                        if (verdict != emulator::Status::success) return;
                        const ULONG metric = argument.Metric;
                        argument = stored;
                        argument.Metric = metric;
                      }>},
    {"get-index-not-filled", "route-get.both-identifiers", "leaves the index zero",
     reading<get_mutants::get_call, [](get_mutants::Row& row) { row.InterfaceIndex = 0; }>},
    {"get-luid-not-filled", "route-get.both-identifiers", "leaves the LUID zero",
     reading<get_mutants::get_call, [](get_mutants::Row& row) { row.InterfaceLuid.Value = 0; }>},

    {"link-metric-of-the-other-family", "link-metric.metric", "returns the metric of the other family",
     get_mutants::reading_link<[](MIB_IPINTERFACE_ROW& row, const netioconf_link& link,
                                  std::uint16_t family) {
       row.Metric = emulator::effects::link_metric(
           link, family == emulator::ipv4 ? emulator::ipv6 : emulator::ipv4);
     }>},
    {"link-metric-zero", "link-metric.metric", "returns a metric of zero",
     get_mutants::reading_link<[](MIB_IPINTERFACE_ROW& row, const netioconf_link&, std::uint16_t) {
       row.Metric = 0;
     }>},
    {"link-index-not-filled", "link-metric.both-identifiers", "leaves the index zero",
     get_mutants::reading_link<[](MIB_IPINTERFACE_ROW& row, const netioconf_link&, std::uint16_t) {
       row.InterfaceIndex = 0;
     }>},
    {"link-luid-not-filled", "link-metric.both-identifiers", "leaves the LUID zero",
     get_mutants::reading_link<[](MIB_IPINTERFACE_ROW& row, const netioconf_link&, std::uint16_t) {
       row.InterfaceLuid.Value = 0;
     }>},
    {"link-get-null-row-succeeds", "link-metric.null-row", "returns success for a NULL row",
     forgetting<&emulator::Behaviour::null_argument, get_mutants::link_call>},
    {"link-get-null-row-not-found", "link-metric.null-row", "returns not found for a NULL row",
     refusing_with<&emulator::Behaviour::null_argument, get_mutants::link_call,
                   emulator::Status::not_found>},
    {"link-get-family-unchecked", "link-metric.family", "accepts any family",
     forgetting<&emulator::Behaviour::family, get_mutants::link_call>},
    {"link-get-family-not-found", "link-metric.family", "returns not found for an unknown family",
     refusing_with<&emulator::Behaviour::family, get_mutants::link_call, emulator::Status::not_found>},
    {"link-get-unspecified-not-found", "link-metric.link-unspecified",
     "returns not found for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, get_mutants::link_call,
                   emulator::Status::not_found>},
    {"link-get-unspecified-not-supported", "link-metric.link-unspecified",
     "returns not supported for a link without LUID and index",
     refusing_with<&emulator::Behaviour::link_named, get_mutants::link_call,
                   emulator::Status::not_supported>},
    {"link-get-unknown-link-invalid-parameter", "link-metric.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, get_mutants::link_call,
                   emulator::Status::invalid_parameter>},
    {"link-get-unknown-link-succeeds", "link-metric.link-known",
     "returns the first link if the named link does not exist",
     finding_links<get_mutants::link_call,
                   [](const netioconf_host& host, std::uint64_t luid, std::uint32_t index) {
                     const netioconf_link* link = finders::right(host, luid, index);
                     return link != nullptr ? link : &host.links[0];
                   }>},
    {"link-get-index-before-luid", "link-metric.luid-first", "uses the index before the LUID",
     finding_links<get_mutants::link_call, finders::index_first>},
    {"link-get-falls-back-to-index", "link-metric.luid-first", "uses the index if the LUID is unknown",
     finding_links<get_mutants::link_call, finders::either>},
};

}  // namespace get_mutants

std::span<const Mutant> get() { return get_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
