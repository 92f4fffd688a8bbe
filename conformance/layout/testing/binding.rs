//! A binding as a user writes it, for the test of `netioconf layout --language rust`.
#![allow(non_camel_case_types, non_snake_case, dead_code)]

mod netioapi_layout;

pub type NET_LUID = u64;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct SOCKADDR_IN {
    pub sin_family: u16,
    pub sin_port: u16,
    pub sin_addr: u32,
    pub sin_zero: [u8; 8],
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct SOCKADDR_IN6 {
    pub sin6_family: u16,
    pub sin6_port: u16,
    pub sin6_flowinfo: u32,
    pub sin6_addr: [u8; 16],
    pub sin6_scope_id: u32,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union SOCKADDR_INET {
    pub Ipv4: SOCKADDR_IN,
    pub Ipv6: SOCKADDR_IN6,
    pub si_family: u16,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct IP_ADDRESS_PREFIX {
    pub Prefix: SOCKADDR_INET,
    pub PrefixLength: u8,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct MIB_IPFORWARD_ROW2 {
    pub InterfaceLuid: NET_LUID,
    pub InterfaceIndex: u32,
    pub DestinationPrefix: IP_ADDRESS_PREFIX,
    pub NextHop: SOCKADDR_INET,
    pub SitePrefixLength: u8,
    pub ValidLifetime: u32,
    pub PreferredLifetime: u32,
    pub Metric: u32,
    pub Protocol: u32,
    pub Loopback: u8,
    pub AutoconfigureAddress: u8,
    pub Publish: u8,
    pub Immortal: u8,
    pub Age: u32,
    pub Origin: u32,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct MIB_IPFORWARD_TABLE2 {
    pub NumEntries: u32,
    pub Table: [MIB_IPFORWARD_ROW2; 1],
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct MIB_ANYCASTIPADDRESS_ROW {
    pub Address: SOCKADDR_INET,
    pub InterfaceLuid: NET_LUID,
    pub InterfaceIndex: u32,
    pub ScopeId: u32,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct MIB_ANYCASTIPADDRESS_TABLE {
    pub NumEntries: u32,
    pub Table: [MIB_ANYCASTIPADDRESS_ROW; 1],
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct MIB_IPINTERFACE_ROW {
    pub Family: u16,
    pub InterfaceLuid: NET_LUID,
    pub InterfaceIndex: u32,
    pub MaxReassemblySize: u32,
    pub InterfaceIdentifier: u64,
    pub MinRouterAdvertisementInterval: u32,
    pub MaxRouterAdvertisementInterval: u32,
    pub AdvertisingEnabled: u8,
    pub ForwardingEnabled: u8,
    pub WeakHostSend: u8,
    pub WeakHostReceive: u8,
    pub UseAutomaticMetric: u8,
    pub UseNeighborUnreachabilityDetection: u8,
    pub ManagedAddressConfigurationSupported: u8,
    pub OtherStatefulConfigurationSupported: u8,
    pub AdvertiseDefaultRoute: u8,
    pub RouterDiscoveryBehavior: u32,
    pub DadTransmits: u32,
    pub BaseReachableTime: u32,
    pub RetransmitTime: u32,
    pub PathMtuDiscoveryTimeout: u32,
    pub LinkLocalAddressBehavior: u32,
    pub LinkLocalAddressTimeout: u32,
    pub ZoneIndices: [u32; 16],
    pub SitePrefixLength: u32,
    pub Metric: u32,
    pub NlMtu: u32,
    pub Connected: u8,
    pub SupportsWakeUpPatterns: u8,
    pub SupportsNeighborDiscovery: u8,
    pub SupportsRouterDiscovery: u8,
    pub ReachableTime: u32,
    pub TransmitOffload: u8,
    pub ReceiveOffload: u8,
    pub DisableDefaultRoutes: u8,
}
