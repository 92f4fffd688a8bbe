#include "conformance/layout/structures.h"

#include "conformance/abi/netioapi.h"

// Only a macro can pass a type and a member to offsetof.
#define NETIOCONF_STRUCTURE(type, is_a_union, its_members) \
  {.name = #type,                                          \
   .is_union = is_a_union,                                 \
   .size = sizeof(type),                                   \
   .alignment = alignof(type),                             \
   .members = its_members}
#define NETIOCONF_MEMBER(type, member) \
  {.name = #member, .offset = offsetof(type, member), .size = sizeof(type::member)}

namespace netioconf::conformance::layout {
namespace {

constexpr MemberLayout of_net_luid[] = {NETIOCONF_MEMBER(NET_LUID, Value),
                                        NETIOCONF_MEMBER(NET_LUID, Info)};
constexpr MemberLayout of_sockaddr_in[] = {
    NETIOCONF_MEMBER(SOCKADDR_IN, sin_family), NETIOCONF_MEMBER(SOCKADDR_IN, sin_port),
    NETIOCONF_MEMBER(SOCKADDR_IN, sin_addr), NETIOCONF_MEMBER(SOCKADDR_IN, sin_zero)};
constexpr MemberLayout of_sockaddr_in6[] = {
    NETIOCONF_MEMBER(SOCKADDR_IN6, sin6_family), NETIOCONF_MEMBER(SOCKADDR_IN6, sin6_port),
    NETIOCONF_MEMBER(SOCKADDR_IN6, sin6_flowinfo), NETIOCONF_MEMBER(SOCKADDR_IN6, sin6_addr),
    NETIOCONF_MEMBER(SOCKADDR_IN6, sin6_scope_id)};
constexpr MemberLayout of_sockaddr_inet[] = {NETIOCONF_MEMBER(SOCKADDR_INET, Ipv4),
                                             NETIOCONF_MEMBER(SOCKADDR_INET, Ipv6),
                                             NETIOCONF_MEMBER(SOCKADDR_INET, si_family)};
constexpr MemberLayout of_ip_address_prefix[] = {NETIOCONF_MEMBER(IP_ADDRESS_PREFIX, Prefix),
                                                 NETIOCONF_MEMBER(IP_ADDRESS_PREFIX, PrefixLength)};
constexpr MemberLayout of_mib_ipforward_row2[] = {
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, InterfaceLuid),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, InterfaceIndex),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, DestinationPrefix),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, NextHop),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, SitePrefixLength),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, ValidLifetime),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, PreferredLifetime),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, Metric),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, Protocol),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, Loopback),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, AutoconfigureAddress),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, Publish),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, Immortal),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, Age),
    NETIOCONF_MEMBER(MIB_IPFORWARD_ROW2, Origin)};
constexpr MemberLayout of_mib_ipforward_table2[] = {NETIOCONF_MEMBER(MIB_IPFORWARD_TABLE2, NumEntries),
                                                    NETIOCONF_MEMBER(MIB_IPFORWARD_TABLE2, Table)};
constexpr MemberLayout of_mib_anycastipaddress_row[] = {
    NETIOCONF_MEMBER(MIB_ANYCASTIPADDRESS_ROW, Address),
    NETIOCONF_MEMBER(MIB_ANYCASTIPADDRESS_ROW, InterfaceLuid),
    NETIOCONF_MEMBER(MIB_ANYCASTIPADDRESS_ROW, InterfaceIndex),
    NETIOCONF_MEMBER(MIB_ANYCASTIPADDRESS_ROW, ScopeId)};
constexpr MemberLayout of_mib_anycastipaddress_table[] = {
    NETIOCONF_MEMBER(MIB_ANYCASTIPADDRESS_TABLE, NumEntries),
    NETIOCONF_MEMBER(MIB_ANYCASTIPADDRESS_TABLE, Table)};
constexpr MemberLayout of_mib_ipinterface_row[] = {
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, Family),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, InterfaceLuid),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, InterfaceIndex),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, MaxReassemblySize),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, InterfaceIdentifier),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, MinRouterAdvertisementInterval),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, MaxRouterAdvertisementInterval),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, AdvertisingEnabled),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, ForwardingEnabled),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, WeakHostSend),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, WeakHostReceive),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, UseAutomaticMetric),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, UseNeighborUnreachabilityDetection),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, ManagedAddressConfigurationSupported),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, OtherStatefulConfigurationSupported),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, AdvertiseDefaultRoute),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, RouterDiscoveryBehavior),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, DadTransmits),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, BaseReachableTime),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, RetransmitTime),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, PathMtuDiscoveryTimeout),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, LinkLocalAddressBehavior),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, LinkLocalAddressTimeout),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, ZoneIndices),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, SitePrefixLength),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, Metric),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, NlMtu),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, Connected),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, SupportsWakeUpPatterns),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, SupportsNeighborDiscovery),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, SupportsRouterDiscovery),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, ReachableTime),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, TransmitOffload),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, ReceiveOffload),
    NETIOCONF_MEMBER(MIB_IPINTERFACE_ROW, DisableDefaultRoutes)};

constexpr StructureLayout all_structures[] = {
    NETIOCONF_STRUCTURE(NET_LUID, true, of_net_luid),
    NETIOCONF_STRUCTURE(SOCKADDR_IN, false, of_sockaddr_in),
    NETIOCONF_STRUCTURE(SOCKADDR_IN6, false, of_sockaddr_in6),
    NETIOCONF_STRUCTURE(SOCKADDR_INET, true, of_sockaddr_inet),
    NETIOCONF_STRUCTURE(IP_ADDRESS_PREFIX, false, of_ip_address_prefix),
    NETIOCONF_STRUCTURE(MIB_IPFORWARD_ROW2, false, of_mib_ipforward_row2),
    NETIOCONF_STRUCTURE(MIB_IPFORWARD_TABLE2, false, of_mib_ipforward_table2),
    NETIOCONF_STRUCTURE(MIB_ANYCASTIPADDRESS_ROW, false, of_mib_anycastipaddress_row),
    NETIOCONF_STRUCTURE(MIB_ANYCASTIPADDRESS_TABLE, false, of_mib_anycastipaddress_table),
    NETIOCONF_STRUCTURE(MIB_IPINTERFACE_ROW, false, of_mib_ipinterface_row),
};

}  // namespace

#undef NETIOCONF_STRUCTURE
#undef NETIOCONF_MEMBER

std::span<const StructureLayout> structures() { return all_structures; }

}  // namespace netioconf::conformance::layout
