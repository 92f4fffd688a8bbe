"""A binding as a user writes it, for the test of `netioconf layout --language python`."""
from ctypes import Structure, Union, c_uint8, c_uint16, c_uint32, c_uint64

NET_LUID = c_uint64


class SOCKADDR_IN(Structure):
    _fields_ = [
        ("sin_family", c_uint16),
        ("sin_port", c_uint16),
        ("sin_addr", c_uint32),
        ("sin_zero", c_uint8 * 8),
    ]


class SOCKADDR_IN6(Structure):
    _fields_ = [
        ("sin6_family", c_uint16),
        ("sin6_port", c_uint16),
        ("sin6_flowinfo", c_uint32),
        ("sin6_addr", c_uint8 * 16),
        ("sin6_scope_id", c_uint32),
    ]


class SOCKADDR_INET(Union):
    _fields_ = [("Ipv4", SOCKADDR_IN), ("Ipv6", SOCKADDR_IN6), ("si_family", c_uint16)]


class IP_ADDRESS_PREFIX(Structure):
    _fields_ = [
        ("Prefix", SOCKADDR_INET),
        ("PrefixLength", c_uint8),
    ]


class MIB_IPFORWARD_ROW2(Structure):
    _fields_ = [
        ("InterfaceLuid", NET_LUID),
        ("InterfaceIndex", c_uint32),
        ("DestinationPrefix", IP_ADDRESS_PREFIX),
        ("NextHop", SOCKADDR_INET),
        ("SitePrefixLength", c_uint8),
        ("ValidLifetime", c_uint32),
        ("PreferredLifetime", c_uint32),
        ("Metric", c_uint32),
        ("Protocol", c_uint32),
        ("Loopback", c_uint8),
        ("AutoconfigureAddress", c_uint8),
        ("Publish", c_uint8),
        ("Immortal", c_uint8),
        ("Age", c_uint32),
        ("Origin", c_uint32),
    ]


class MIB_IPFORWARD_TABLE2(Structure):
    _fields_ = [
        ("NumEntries", c_uint32),
        ("Table", MIB_IPFORWARD_ROW2 * 1),
    ]


class MIB_ANYCASTIPADDRESS_ROW(Structure):
    _fields_ = [
        ("Address", SOCKADDR_INET),
        ("InterfaceLuid", NET_LUID),
        ("InterfaceIndex", c_uint32),
        ("ScopeId", c_uint32),
    ]


class MIB_ANYCASTIPADDRESS_TABLE(Structure):
    _fields_ = [
        ("NumEntries", c_uint32),
        ("Table", MIB_ANYCASTIPADDRESS_ROW * 1),
    ]


class MIB_IPINTERFACE_ROW(Structure):
    _fields_ = [
        ("Family", c_uint16),
        ("InterfaceLuid", NET_LUID),
        ("InterfaceIndex", c_uint32),
        ("MaxReassemblySize", c_uint32),
        ("InterfaceIdentifier", c_uint64),
        ("MinRouterAdvertisementInterval", c_uint32),
        ("MaxRouterAdvertisementInterval", c_uint32),
        ("AdvertisingEnabled", c_uint8),
        ("ForwardingEnabled", c_uint8),
        ("WeakHostSend", c_uint8),
        ("WeakHostReceive", c_uint8),
        ("UseAutomaticMetric", c_uint8),
        ("UseNeighborUnreachabilityDetection", c_uint8),
        ("ManagedAddressConfigurationSupported", c_uint8),
        ("OtherStatefulConfigurationSupported", c_uint8),
        ("AdvertiseDefaultRoute", c_uint8),
        ("RouterDiscoveryBehavior", c_uint32),
        ("DadTransmits", c_uint32),
        ("BaseReachableTime", c_uint32),
        ("RetransmitTime", c_uint32),
        ("PathMtuDiscoveryTimeout", c_uint32),
        ("LinkLocalAddressBehavior", c_uint32),
        ("LinkLocalAddressTimeout", c_uint32),
        ("ZoneIndices", c_uint32 * 16),
        ("SitePrefixLength", c_uint32),
        ("Metric", c_uint32),
        ("NlMtu", c_uint32),
        ("Connected", c_uint8),
        ("SupportsWakeUpPatterns", c_uint8),
        ("SupportsNeighborDiscovery", c_uint8),
        ("SupportsRouterDiscovery", c_uint8),
        ("ReachableTime", c_uint32),
        ("TransmitOffload", c_uint8),
        ("ReceiveOffload", c_uint8),
        ("DisableDefaultRoutes", c_uint8),
    ]
