#include "conformance/mutants/replacing/replaced.h"
#include "conformance/mutants/replacing/rows.h"
#include "conformance/mutants/routes/groups.h"

// Mutants of InitializeIpForwardEntry.
namespace netioconf::conformance::mutants::routes::groups {

// Named, because the compiler gives the closures of unnamed namespaces of several files one name.
namespace initialize_mutants {

using rows::Row;

// edit: void (MIB_IPFORWARD_ROW2& row, const MIB_IPFORWARD_ROW2& former)
template <auto edit>
emulator::Behaviour initializing() {
  return replaced<&emulator::Behaviour::initialize, [](initialize_mutants::Row& row) {
    const initialize_mutants::Row former = row;
    emulator::common().initialize(row);
    edit(row, former);
  }>();
}

constexpr Mutant list[] = {
    {"initialize-without-effect", "route-initialize.members", "returns success, but changes nothing",
     initialize_mutants::initializing<[](initialize_mutants::Row& row,
                                         const initialize_mutants::Row& former) { row = former; }>},
    {"initialize-keeps-next-hop", "route-initialize.members", "leaves the next hop unchanged",
     initialize_mutants::initializing<[](initialize_mutants::Row& row,
                                         const initialize_mutants::Row& former) {
       row.NextHop = former.NextHop;
     }>},
    {"initialize-keeps-age-and-origin", "route-initialize.members", "leaves Age and Origin unchanged",
     initialize_mutants::initializing<[](initialize_mutants::Row& row,
                                         const initialize_mutants::Row& former) {
       row.Age = former.Age;
       row.Origin = former.Origin;
     }>},
    {"initialize-keeps-link", "route-initialize.members", "leaves LUID and index unchanged",
     initialize_mutants::initializing<[](initialize_mutants::Row& row,
                                         const initialize_mutants::Row& former) {
       row.InterfaceLuid = former.InterfaceLuid;
       row.InterfaceIndex = former.InterfaceIndex;
     }>},
    {"initialize-sets-family", "route-initialize.members",
     "sets the families of prefix and next hop to IPv4",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.DestinationPrefix.Prefix.si_family = row.NextHop.si_family = emulator::ipv4;
     }>},
    {"initialize-prefix-length-illegal", "route-initialize.members", "sets the prefix length to 255",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.DestinationPrefix.PrefixLength = 255;
     }>},
    {"initialize-valid-lifetime-zero", "route-initialize.members", "sets the valid lifetime to zero",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.ValidLifetime = 0;
     }>},
    {"initialize-preferred-lifetime-signed", "route-initialize.members",
     "sets the preferred lifetime to 0x7fffffff",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.PreferredLifetime = 0x7fffffff;
     }>},
    {"initialize-loopback-false", "route-initialize.members", "sets Loopback to FALSE",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.Loopback = 0;
     }>},
    {"initialize-autoconfigure-false", "route-initialize.members", "sets AutoconfigureAddress to FALSE",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.AutoconfigureAddress = 0;
     }>},
    {"initialize-publish-false", "route-initialize.members", "sets Publish to FALSE",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.Publish = 0;
     }>},
    {"initialize-immortal-false", "route-initialize.members", "sets Immortal to FALSE",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.Immortal = 0;
     }>},
    {"initialize-site-prefix-legal", "route-initialize.members", "sets the site prefix length to 0",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.SitePrefixLength = 0;
     }>},
    {"initialize-site-prefix-legal-for-ipv6", "route-initialize.members",
     "sets the site prefix length to 128",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.SitePrefixLength = 128;
     }>},
    {"initialize-metric-legal", "route-initialize.members", "sets the metric to zero",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.Metric = 0;
     }>},
    {"initialize-protocol-legal", "route-initialize.members", "sets the protocol to a defined value",
     initialize_mutants::initializing<[](initialize_mutants::Row& row, const initialize_mutants::Row&) {
       row.Protocol = 3;
     }>},
};

}  // namespace initialize_mutants

std::span<const Mutant> initialize() { return initialize_mutants::list; }

}  // namespace netioconf::conformance::mutants::routes::groups
