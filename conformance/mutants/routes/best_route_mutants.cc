#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of GetBestRoute2.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace best_route_mutants {

constexpr Call best = Call::best_route;
using Row = MIB_IPFORWARD_ROW2;

// metric: std::uint64_t (std::uint16_t family, std::uint32_t offset, const netioconf_link& link)
template <auto metric>
Behaviour ranking() {
  return replaced<&Behaviour::complete_metric, metric>();
}

// better: bool (const RouteEntry& challenger, const RouteEntry& holder)
template <auto better>
Behaviour preferring() {
  return replaced<&Behaviour::better, better>();
}

constexpr Mutant list[] = {
    {"best-route-null-destination-succeeds", "best-route.null-argument",
     "returns success for a NULL argument", forgetting<&Behaviour::null_argument, best>},
    {"best-route-null-destination-not-found", "best-route.null-argument",
     "returns not found for a NULL argument",
     refusing_with<&Behaviour::null_argument, best, Status::not_found>},
    {"best-route-destination-family-not-supported", "best-route.destination-family",
     "returns not supported for an unknown family",
     refusing_with<&Behaviour::family, best, Status::not_supported>},
    {"best-route-ipv6-refused", "best-route.destination-family", "refuses every IPv6 destination",
     replaced<&Behaviour::family,
              [](Call call, std::uint16_t family) {
                const bool refused = call == best && family == ipv6;
                return refused ? Status::invalid_parameter : common().family(call, family);
              }>},
    {"best-route-unknown-link-searches-all", "best-route.link-known",
     "searches all links if the named link does not exist", forgetting<&Behaviour::link_unknown, best>},
    {"best-route-unknown-link-invalid-parameter", "best-route.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&Behaviour::link_unknown, best, Status::invalid_parameter>},
    {"best-route-index-before-luid", "best-route.luid-first", "uses the index before the LUID",
     finding_links<best, finders::index_first>},
    {"best-route-falls-back-to-index", "best-route.luid-first", "uses the index if the LUID is unknown",
     finding_links<best, finders::either>},
    {"best-route-index-ignored", "best-route.luid-first", "uses only the LUID",
     finding_links<best, finders::luid_only>},
    {"best-route-ignores-named-link", "best-route.link", "searches all links even if a link is named",
     replaced<&Behaviour::searches, [](std::optional<std::uint8_t>, std::uint8_t) { return true; }>},
    {"best-route-avoids-named-link", "best-route.link", "searches every link except the named one",
     replaced<&Behaviour::searches, [](std::optional<std::uint8_t> named,
                                       std::uint8_t link) { return !named || *named != link; }>},

    {"best-route-shortest-prefix", "best-route.longest-prefix", "prefers the shortest prefix",
     preferring<[](const RouteEntry& challenger, const RouteEntry& holder) {
       const int difference = challenger.key.length_bits - holder.key.length_bits;
       return difference == 0 ? common().better(challenger, holder) : difference < 0;
     }>},
    {"best-route-metric-before-length", "best-route.longest-prefix",
     "compares the metric before the prefix length",
     preferring<[](const RouteEntry& challenger, const RouteEntry& holder) {
       if (challenger.route.complete_metric == holder.route.complete_metric) {
         return common().better(challenger, holder);
       }
       return challenger.route.complete_metric < holder.route.complete_metric;
     }>},
    {"best-route-lengths-compared-in-bytes", "best-route.longest-prefix",
     "compares prefix lengths in whole bytes",
     preferring<[](const RouteEntry& challenger, const RouteEntry& holder) {
       const int byte = challenger.key.length_bits / 8;
       const int held_byte = holder.key.length_bits / 8;
       if (byte != held_byte) return held_byte < byte;
       return challenger.route.complete_metric < holder.route.complete_metric;
     }>},
    {"best-route-highest-metric", "best-route.complete-metric", "prefers the highest complete metric",
     ranking<[](std::uint16_t family, std::uint32_t offset, const netioconf_link& link) {
       return (std::uint64_t{1} << 40) - common().complete_metric(family, offset, link);
     }>},
    {"best-route-offset-alone", "best-route.complete-metric", "does not add the metric of the link",
     ranking<[](std::uint16_t, std::uint32_t offset, const netioconf_link&) {
       return std::uint64_t{offset};
     }>},
    {"best-route-link-metric-alone", "best-route.complete-metric",
     "does not add the offset of the route",
     ranking<[](std::uint16_t family, std::uint32_t, const netioconf_link& link) {
       return std::uint64_t{effects::link_metric(link, family)};
     }>},
    {"best-route-link-metric-of-the-other-family", "best-route.complete-metric",
     "adds the link's metric of the other family",
     ranking<[](std::uint16_t family, std::uint32_t offset, const netioconf_link& link) {
       return common().complete_metric(family == ipv4 ? ipv6 : ipv4, offset, link);
     }>},
    {"best-route-metrics-multiplied", "best-route.complete-metric",
     "multiplies the offset by the metric of the link",
     ranking<[](std::uint16_t family, std::uint32_t offset, const netioconf_link& link) {
       return std::uint64_t{offset} * effects::link_metric(link, family);
     }>},
    {"best-route-metric-in-16-bits", "best-route.complete-metric",
     "compares only the low 16 bits of metrics",
     ranking<[](std::uint16_t family, std::uint32_t offset, const netioconf_link& link) {
       return common().complete_metric(family, offset, link) & 0xffff;
     }>},

    {"best-route-of-ipv6-demands-ipv4", "best-route.stack", "refuses IPv6 on a machine without IPv4",
     replaced<&Behaviour::stack,
              [](Call call, const netioconf_host& host, std::uint16_t family) {
                const bool lacking = call == best && host.ipv4 == 0;
                return lacking ? Status::not_supported : common().stack(call, host, family);
              }>},
    {"best-route-stack-missing-invalid-parameter", "best-route.stack",
     "returns invalid parameter for a missing stack",
     refusing_with<&Behaviour::stack, best, Status::invalid_parameter>},
    {"best-route-missing-succeeds", "best-route.missing", "returns success if no route matches",
     forgetting<&Behaviour::missing, best>},
    {"best-route-index-not-filled", "best-route.both-identifiers", "leaves the index zero",
     reading<best, [](Row& row) { row.InterfaceIndex = 0; }>},
    {"best-route-luid-not-filled", "best-route.both-identifiers", "leaves the LUID zero",
     reading<best, [](Row& row) { row.InterfaceLuid.Value = 0; }>},
    {"best-route-shows-full-prefix", "best-route.key-members", "returns a prefix of full address length",
     reading<best,
             [](Row& row) {
               const unsigned bits = bits_of(address_of(row.DestinationPrefix.Prefix).family);
               row.DestinationPrefix.PrefixLength = static_cast<UCHAR>(bits);
             }>},
    {"best-route-shows-no-next-hop", "best-route.key-members", "returns an all-zero next hop",
     reading<best, [](Row& row) { row.NextHop = socket_address_of({row.NextHop.si_family, {}}); }>},
};

}  // namespace best_route_mutants

std::span<const Mutant> best_route() { return best_route_mutants::list; }

}  // namespace netioconf::conformance::groups
