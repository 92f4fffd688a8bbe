// Package netioapi is a binding as a user writes it, for the test of `netioconf layout --language go`.
package netioapi

type NET_LUID uint64

type SOCKADDR_IN struct {
	SinFamily uint16
	SinPort   uint16
	SinAddr   uint32
	SinZero   [8]byte
}

type SOCKADDR_IN6 struct {
	Sin6Family   uint16
	Sin6Port     uint16
	Sin6Flowinfo uint32
	Sin6Addr     [16]byte
	Sin6ScopeId  uint32
}

// A union in C.
type SOCKADDR_INET struct {
	Family uint16
	Port   uint16
	Rest   [6]uint32
}

type IP_ADDRESS_PREFIX struct {
	Prefix       SOCKADDR_INET
	PrefixLength uint8
}

type MIB_IPFORWARD_ROW2 struct {
	InterfaceLuid        NET_LUID
	InterfaceIndex       uint32
	DestinationPrefix    IP_ADDRESS_PREFIX
	NextHop              SOCKADDR_INET
	SitePrefixLength     uint8
	ValidLifetime        uint32
	PreferredLifetime    uint32
	Metric               uint32
	Protocol             uint32
	Loopback             uint8
	AutoconfigureAddress uint8
	Publish              uint8
	Immortal             uint8
	Age                  uint32
	Origin               uint32
}

type MIB_IPFORWARD_TABLE2 struct {
	NumEntries uint32
	Table      [1]MIB_IPFORWARD_ROW2
}

type MIB_ANYCASTIPADDRESS_ROW struct {
	Address        SOCKADDR_INET
	InterfaceLuid  NET_LUID
	InterfaceIndex uint32
	ScopeId        uint32
}

type MIB_ANYCASTIPADDRESS_TABLE struct {
	NumEntries uint32
	Table      [1]MIB_ANYCASTIPADDRESS_ROW
}

type MIB_IPINTERFACE_ROW struct {
	Family                               uint16
	InterfaceLuid                        NET_LUID
	InterfaceIndex                       uint32
	MaxReassemblySize                    uint32
	InterfaceIdentifier                  uint64
	MinRouterAdvertisementInterval       uint32
	MaxRouterAdvertisementInterval       uint32
	AdvertisingEnabled                   uint8
	ForwardingEnabled                    uint8
	WeakHostSend                         uint8
	WeakHostReceive                      uint8
	UseAutomaticMetric                   uint8
	UseNeighborUnreachabilityDetection   uint8
	ManagedAddressConfigurationSupported uint8
	OtherStatefulConfigurationSupported  uint8
	AdvertiseDefaultRoute                uint8
	RouterDiscoveryBehavior              uint32
	DadTransmits                         uint32
	BaseReachableTime                    uint32
	RetransmitTime                       uint32
	PathMtuDiscoveryTimeout              uint32
	LinkLocalAddressBehavior             uint32
	LinkLocalAddressTimeout              uint32
	ZoneIndices                          [16]uint32
	SitePrefixLength                     uint32
	Metric                               uint32
	NlMtu                                uint32
	Connected                            uint8
	SupportsWakeUpPatterns               uint8
	SupportsNeighborDiscovery            uint8
	SupportsRouterDiscovery              uint8
	ReachableTime                        uint32
	TransmitOffload                      uint8
	ReceiveOffload                       uint8
	DisableDefaultRoutes                 uint8
}
