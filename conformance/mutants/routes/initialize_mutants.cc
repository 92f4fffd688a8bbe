#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of InitializeIpForwardEntry.
namespace netioconf::conformance::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace initialize_mutants {

using Row = MIB_IPFORWARD_ROW2;

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& former)
template <auto edit>
Behaviour initializing() {
  return replaced<&Behaviour::initialize, [](Row& row) {
    const Row former = row;
    common().initialize(row);
    edit(row, former);
  }>();
}

constexpr Mutant list[] = {
    {"initialize-without-effect", "route-initialize.members", "returns success, but changes nothing",
     initializing<[](Row& row, const Row& former) { row = former; }>},
    {"initialize-keeps-next-hop", "route-initialize.members", "leaves the next hop unchanged",
     initializing<[](Row& row, const Row& former) { row.NextHop = former.NextHop; }>},
    {"initialize-keeps-age-and-origin", "route-initialize.members", "leaves Age and Origin unchanged",
     initializing<[](Row& row, const Row& former) {
       row.Age = former.Age;
       row.Origin = former.Origin;
     }>},
    {"initialize-keeps-link", "route-initialize.members", "leaves LUID and index unchanged",
     initializing<[](Row& row, const Row& former) {
       row.InterfaceLuid = former.InterfaceLuid;
       row.InterfaceIndex = former.InterfaceIndex;
     }>},
    {"initialize-sets-family", "route-initialize.members",
     "sets the families of prefix and next hop to IPv4", initializing<[](Row& row, const Row&) {
       row.DestinationPrefix.Prefix.si_family = row.NextHop.si_family = ipv4;
     }>},
    {"initialize-prefix-length-illegal", "route-initialize.members", "sets the prefix length to 255",
     initializing<[](Row& row, const Row&) { row.DestinationPrefix.PrefixLength = 255; }>},
    {"initialize-valid-lifetime-zero", "route-initialize.members", "sets the valid lifetime to zero",
     initializing<[](Row& row, const Row&) { row.ValidLifetime = 0; }>},
    {"initialize-preferred-lifetime-signed", "route-initialize.members",
     "sets the preferred lifetime to 0x7fffffff",
     initializing<[](Row& row, const Row&) { row.PreferredLifetime = 0x7fffffff; }>},
    {"initialize-loopback-false", "route-initialize.members", "sets Loopback to FALSE",
     initializing<[](Row& row, const Row&) { row.Loopback = 0; }>},
    {"initialize-autoconfigure-false", "route-initialize.members", "sets AutoconfigureAddress to FALSE",
     initializing<[](Row& row, const Row&) { row.AutoconfigureAddress = 0; }>},
    {"initialize-publish-false", "route-initialize.members", "sets Publish to FALSE",
     initializing<[](Row& row, const Row&) { row.Publish = 0; }>},
    {"initialize-immortal-false", "route-initialize.members", "sets Immortal to FALSE",
     initializing<[](Row& row, const Row&) { row.Immortal = 0; }>},
    {"initialize-site-prefix-legal", "route-initialize.members", "sets the site prefix length to 0",
     initializing<[](Row& row, const Row&) { row.SitePrefixLength = 0; }>},
    {"initialize-site-prefix-legal-for-ipv6", "route-initialize.members",
     "sets the site prefix length to 128",
     initializing<[](Row& row, const Row&) { row.SitePrefixLength = 128; }>},
    {"initialize-metric-legal", "route-initialize.members", "sets the metric to zero",
     initializing<[](Row& row, const Row&) { row.Metric = 0; }>},
    {"initialize-protocol-legal", "route-initialize.members", "sets the protocol to a defined value",
     initializing<[](Row& row, const Row&) { row.Protocol = 3; }>},
};

}  // namespace initialize_mutants

std::span<const Mutant> initialize() { return initialize_mutants::list; }

}  // namespace netioconf::conformance::groups
