#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of GetBestRoute2.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace best_route_mutants {

constexpr emulator::Call best = emulator::Call::best_route;
using rows::Row;

// metric: std::uint64_t (std::uint16_t family, std::uint32_t offset, const netioconf_link& link)
template <auto metric>
emulator::Behaviour ranking() {
  return replaced<&emulator::Behaviour::complete_metric, metric>();
}

// better: bool (const RouteEntry& challenger, const RouteEntry& holder)
template <auto better>
emulator::Behaviour preferring() {
  return replaced<&emulator::Behaviour::better, better>();
}

constexpr Mutant list[] = {
    {"best-route-null-destination-succeeds", "best-route.null-argument",
     "returns success for a NULL argument",
     forgetting<&emulator::Behaviour::null_argument, best_route_mutants::best>},
    {"best-route-null-destination-not-found", "best-route.null-argument",
     "returns not found for a NULL argument",
     refusing_with<&emulator::Behaviour::null_argument, best_route_mutants::best,
                   emulator::Status::not_found>},
    {"best-route-destination-family-not-supported", "best-route.destination-family",
     "returns not supported for an unknown family",
     refusing_with<&emulator::Behaviour::family, best_route_mutants::best,
                   emulator::Status::not_supported>},
    {"best-route-ipv6-refused", "best-route.destination-family", "refuses every IPv6 destination",
     replaced<&emulator::Behaviour::family,
              [](emulator::Call call, std::uint16_t family) {
                const bool refused = call == best_route_mutants::best && family == emulator::ipv6;
                return refused ? emulator::Status::invalid_parameter
                               : emulator::common().family(call, family);
              }>},
    {"best-route-unknown-link-searches-all", "best-route.link-known",
     "searches all links if the named link does not exist",
     forgetting<&emulator::Behaviour::link_unknown, best_route_mutants::best>},
    {"best-route-unknown-link-invalid-parameter", "best-route.link-known",
     "returns invalid parameter for an unknown link",
     refusing_with<&emulator::Behaviour::link_unknown, best_route_mutants::best,
                   emulator::Status::invalid_parameter>},
    {"best-route-index-before-luid", "best-route.luid-first", "uses the index before the LUID",
     finding_links<best_route_mutants::best, finders::index_first>},
    {"best-route-falls-back-to-index", "best-route.luid-first", "uses the index if the LUID is unknown",
     finding_links<best_route_mutants::best, finders::either>},
    {"best-route-index-ignored", "best-route.luid-first", "uses only the LUID",
     finding_links<best_route_mutants::best, finders::luid_only>},
    {"best-route-ignores-named-link", "best-route.link", "searches all links even if a link is named",
     replaced<&emulator::Behaviour::searches,
              [](std::optional<std::uint8_t>, std::uint8_t) { return true; }>},
    {"best-route-avoids-named-link", "best-route.link", "searches every link except the named one",
     replaced<&emulator::Behaviour::searches,
              [](std::optional<std::uint8_t> named, std::uint8_t link) {
                return !named || *named != link;
              }>},

    {"best-route-shortest-prefix", "best-route.longest-prefix", "prefers the shortest prefix",
     best_route_mutants::preferring<[](const emulator::RouteEntry& challenger,
                                       const emulator::RouteEntry& holder) {
       const int difference = challenger.key().length_bits - holder.key().length_bits;
       return difference == 0 ? emulator::common().better(challenger, holder) : difference < 0;
     }>},
    {"best-route-metric-before-length", "best-route.longest-prefix",
     "compares the metric before the prefix length",
     best_route_mutants::preferring<[](const emulator::RouteEntry& challenger,
                                       const emulator::RouteEntry& holder) {
       if (challenger.route.complete_metric == holder.route.complete_metric) {
         return emulator::common().better(challenger, holder);
       }
       return challenger.route.complete_metric < holder.route.complete_metric;
     }>},
    {"best-route-lengths-compared-in-bytes", "best-route.longest-prefix",
     "compares prefix lengths in whole bytes",
     best_route_mutants::preferring<[](const emulator::RouteEntry& challenger,
                                       const emulator::RouteEntry& holder) {
       const int byte = challenger.key().length_bits / 8;
       const int held_byte = holder.key().length_bits / 8;
       if (byte != held_byte) return held_byte < byte;
       return challenger.route.complete_metric < holder.route.complete_metric;
     }>},
    {"best-route-highest-metric", "best-route.complete-metric", "prefers the highest complete metric",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return (std::uint64_t{1} << 40) - emulator::common().complete_metric(family, offset, link);
     }>},
    {"best-route-offset-alone", "best-route.complete-metric", "does not add the metric of the link",
     best_route_mutants::ranking<[](std::uint16_t, std::uint32_t offset, const netioconf_link&) {
       return std::uint64_t{offset};
     }>},
    {"best-route-link-metric-alone", "best-route.complete-metric",
     "does not add the offset of the route",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t, const netioconf_link& link) {
       return std::uint64_t{emulator::effects::link_metric(link, family)};
     }>},
    {"best-route-link-metric-of-the-other-family", "best-route.complete-metric",
     "adds the link's metric of the other family",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return emulator::common().complete_metric(
           family == emulator::ipv4 ? emulator::ipv6 : emulator::ipv4, offset, link);
     }>},
    {"best-route-metrics-multiplied", "best-route.complete-metric",
     "multiplies the offset by the metric of the link",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return std::uint64_t{offset} * emulator::effects::link_metric(link, family);
     }>},
    {"best-route-metric-in-16-bits", "best-route.complete-metric",
     "compares only the low 16 bits of metrics",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return emulator::common().complete_metric(family, offset, link) & 0xffff;
     }>},

    {"best-route-of-ipv6-demands-ipv4", "best-route.stack", "refuses IPv6 on a machine without IPv4",
     replaced<&emulator::Behaviour::stack,
              [](emulator::Call call, const netioconf_host& host, std::uint16_t family) {
                const bool lacking = call == best_route_mutants::best && host.ipv4 == 0;
                return lacking ? emulator::Status::not_supported
                               : emulator::common().stack(call, host, family);
              }>},
    {"best-route-stack-missing-invalid-parameter", "best-route.stack",
     "returns invalid parameter for a missing stack",
     refusing_with<&emulator::Behaviour::stack, best_route_mutants::best,
                   emulator::Status::invalid_parameter>},
    {"best-route-missing-succeeds", "best-route.missing", "returns success if no route matches",
     forgetting<&emulator::Behaviour::missing, best_route_mutants::best>},
    {"best-route-index-not-filled", "best-route.both-identifiers", "leaves the index zero",
     reading<best_route_mutants::best, [](best_route_mutants::Row& row) { row.InterfaceIndex = 0; }>},
    {"best-route-luid-not-filled", "best-route.both-identifiers", "leaves the LUID zero",
     reading<best_route_mutants::best,
             [](best_route_mutants::Row& row) { row.InterfaceLuid.Value = 0; }>},
    {"best-route-shows-full-prefix", "best-route.key-members", "returns a prefix of full address length",
     reading<best_route_mutants::best,
             [](best_route_mutants::Row& row) {
               const unsigned bits =
                   emulator::bits_of(emulator::address_of(row.DestinationPrefix.Prefix).family);
               row.DestinationPrefix.PrefixLength = static_cast<UCHAR>(bits);
             }>},
    {"best-route-shows-no-next-hop", "best-route.key-members", "returns an all-zero next hop",
     reading<best_route_mutants::best,
             [](best_route_mutants::Row& row) {
               row.NextHop = emulator::socket_address_of({row.NextHop.si_family, {}});
             }>},
};

}  // namespace best_route_mutants

std::span<const Mutant> best_route() { return best_route_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
