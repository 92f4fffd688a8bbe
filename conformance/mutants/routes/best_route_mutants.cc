#include "conformance/emulator/behaviour/effects.h"
#include "conformance/mutants/replacing/finders.h"
#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of GetBestRoute2.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace best_route_mutants {

constexpr emulator::behaviour::Call best = emulator::behaviour::Call::best_route;
using Row = MIB_IPFORWARD_ROW2;

// metric: std::uint64_t (std::uint16_t family, std::uint32_t offset, const netioconf_link& link)
template <auto metric>
emulator::behaviour::Behaviour ranking() {
  return replacing::replaced<&emulator::behaviour::Behaviour::complete_metric, metric>();
}

// better: bool (const RouteEntry& challenger, const RouteEntry& holder)
template <auto better>
emulator::behaviour::Behaviour preferring() {
  return replacing::replaced<&emulator::behaviour::Behaviour::better, better>();
}

constexpr replacing::Mutant list[] = {
    {"best-route-null-destination-succeeds", "best-route.null-argument",
     "returns success for a NULL argument",
     replacing::forgetting<&emulator::behaviour::Behaviour::null_argument, best_route_mutants::best>},
    {"best-route-null-destination-not-found", "best-route.null-argument",
     "returns not found for a NULL argument",
     replacing::refusing_with<&emulator::behaviour::Behaviour::null_argument, best_route_mutants::best,
                              emulator::behaviour::Status::not_found>},
    {"best-route-destination-family-not-supported", "best-route.destination-family",
     "returns not supported for an unknown family",
     replacing::refusing_with<&emulator::behaviour::Behaviour::family, best_route_mutants::best,
                              emulator::behaviour::Status::not_supported>},
    {"best-route-ipv6-refused", "best-route.destination-family", "refuses every IPv6 destination",
     replacing::replaced<&emulator::behaviour::Behaviour::family,
                         [](emulator::behaviour::Call call, std::uint16_t family) {
                           const bool refused =
                               call == best_route_mutants::best && family == emulator::tables::ipv6;
                           return refused ? emulator::behaviour::Status::invalid_parameter
                                          : emulator::behaviour::common().family(call, family);
                         }>},
    {"best-route-unknown-link-searches-all", "best-route.link-known",
     "searches all links if the named link does not exist",
     replacing::forgetting<&emulator::behaviour::Behaviour::link_unknown, best_route_mutants::best>},
    {"best-route-unknown-link-invalid-parameter", "best-route.link-known",
     "returns invalid parameter for an unknown link",
     replacing::refusing_with<&emulator::behaviour::Behaviour::link_unknown, best_route_mutants::best,
                              emulator::behaviour::Status::invalid_parameter>},
    {"best-route-index-before-luid", "best-route.luid-first", "uses the index before the LUID",
     replacing::finding_links<best_route_mutants::best, replacing::finders::index_first>},
    {"best-route-falls-back-to-index", "best-route.luid-first", "uses the index if the LUID is unknown",
     replacing::finding_links<best_route_mutants::best, replacing::finders::either>},
    {"best-route-index-ignored", "best-route.luid-first", "uses only the LUID",
     replacing::finding_links<best_route_mutants::best, replacing::finders::luid_only>},
    {"best-route-ignores-named-link", "best-route.link", "searches all links even if a link is named",
     replacing::replaced<&emulator::behaviour::Behaviour::searches,
                         [](std::optional<std::uint8_t>, std::uint8_t) { return true; }>},
    {"best-route-avoids-named-link", "best-route.link", "searches every link except the named one",
     replacing::replaced<&emulator::behaviour::Behaviour::searches,
                         [](std::optional<std::uint8_t> named, std::uint8_t link) {
                           return !named || *named != link;
                         }>},

    {"best-route-shortest-prefix", "best-route.longest-prefix", "prefers the shortest prefix",
     best_route_mutants::preferring<[](const emulator::tables::RouteEntry& challenger,
                                       const emulator::tables::RouteEntry& holder) {
       const int difference = challenger.key.length_bits - holder.key.length_bits;
       return difference == 0 ? emulator::behaviour::common().better(challenger, holder)
                              : difference < 0;
     }>},
    {"best-route-metric-before-length", "best-route.longest-prefix",
     "compares the metric before the prefix length",
     best_route_mutants::preferring<[](const emulator::tables::RouteEntry& challenger,
                                       const emulator::tables::RouteEntry& holder) {
       if (challenger.route.complete_metric == holder.route.complete_metric) {
         return emulator::behaviour::common().better(challenger, holder);
       }
       return challenger.route.complete_metric < holder.route.complete_metric;
     }>},
    {"best-route-lengths-compared-in-bytes", "best-route.longest-prefix",
     "compares prefix lengths in whole bytes",
     best_route_mutants::preferring<[](const emulator::tables::RouteEntry& challenger,
                                       const emulator::tables::RouteEntry& holder) {
       const int byte = challenger.key.length_bits / 8;
       const int held_byte = holder.key.length_bits / 8;
       if (byte != held_byte) return held_byte < byte;
       return challenger.route.complete_metric < holder.route.complete_metric;
     }>},
    {"best-route-highest-metric", "best-route.complete-metric", "prefers the highest complete metric",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return (std::uint64_t{1} << 40) -
              emulator::behaviour::common().complete_metric(family, offset, link);
     }>},
    {"best-route-offset-alone", "best-route.complete-metric", "does not add the metric of the link",
     best_route_mutants::ranking<[](std::uint16_t, std::uint32_t offset, const netioconf_link&) {
       return std::uint64_t{offset};
     }>},
    {"best-route-link-metric-alone", "best-route.complete-metric",
     "does not add the offset of the route",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t, const netioconf_link& link) {
       return std::uint64_t{emulator::behaviour::effects::link_metric(link, family)};
     }>},
    {"best-route-link-metric-of-the-other-family", "best-route.complete-metric",
     "adds the link's metric of the other family",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return emulator::behaviour::common().complete_metric(
           family == emulator::tables::ipv4 ? emulator::tables::ipv6 : emulator::tables::ipv4, offset,
           link);
     }>},
    {"best-route-metrics-multiplied", "best-route.complete-metric",
     "multiplies the offset by the metric of the link",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return std::uint64_t{offset} * emulator::behaviour::effects::link_metric(link, family);
     }>},
    {"best-route-metric-in-16-bits", "best-route.complete-metric",
     "compares only the low 16 bits of metrics",
     best_route_mutants::ranking<[](std::uint16_t family, std::uint32_t offset,
                                    const netioconf_link& link) {
       return emulator::behaviour::common().complete_metric(family, offset, link) & 0xffff;
     }>},

    {"best-route-of-ipv6-demands-ipv4", "best-route.stack", "refuses IPv6 on a machine without IPv4",
     replacing::replaced<&emulator::behaviour::Behaviour::stack,
                         [](emulator::behaviour::Call call, const netioconf_host& host,
                            std::uint16_t family) {
                           const bool lacking = call == best_route_mutants::best && host.ipv4 == 0;
                           return lacking ? emulator::behaviour::Status::not_supported
                                          : emulator::behaviour::common().stack(call, host, family);
                         }>},
    {"best-route-stack-missing-invalid-parameter", "best-route.stack",
     "returns invalid parameter for a missing stack",
     replacing::refusing_with<&emulator::behaviour::Behaviour::stack, best_route_mutants::best,
                              emulator::behaviour::Status::invalid_parameter>},
    {"best-route-missing-succeeds", "best-route.missing", "returns success if no route matches",
     replacing::forgetting<&emulator::behaviour::Behaviour::missing, best_route_mutants::best>},
    {"best-route-index-not-filled", "best-route.both-identifiers", "leaves the index zero",
     replacing::reading<best_route_mutants::best,
                        [](best_route_mutants::Row& row) { row.InterfaceIndex = 0; }>},
    {"best-route-luid-not-filled", "best-route.both-identifiers", "leaves the LUID zero",
     replacing::reading<best_route_mutants::best,
                        [](best_route_mutants::Row& row) { row.InterfaceLuid.Value = 0; }>},
    {"best-route-shows-full-prefix", "best-route.key-members", "returns a prefix of full address length",
     replacing::reading<best_route_mutants::best,
                        [](best_route_mutants::Row& row) {
                          const unsigned bits = emulator::tables::bits_of(
                              emulator::tables::address_of(row.DestinationPrefix.Prefix).family);
                          row.DestinationPrefix.PrefixLength = static_cast<UCHAR>(bits);
                        }>},
    {"best-route-shows-no-next-hop", "best-route.key-members", "returns an all-zero next hop",
     replacing::reading<best_route_mutants::best,
                        [](best_route_mutants::Row& row) {
                          row.NextHop = emulator::tables::socket_address_of({row.NextHop.si_family, {}});
                        }>},
};

}  // namespace best_route_mutants

std::span<const replacing::Mutant> best_route() { return best_route_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
