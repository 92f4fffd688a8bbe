// A binding as a user writes it, for the test of `netioconf layout --language csharp`.
using System.Runtime.InteropServices;

[StructLayout(LayoutKind.Sequential)]
public struct NET_LUID {
  public ulong Value;
}

[StructLayout(LayoutKind.Sequential)]
public struct SOCKADDR_IN {
  public ushort sin_family;
  public ushort sin_port;
  public uint sin_addr;
  [MarshalAs(UnmanagedType.ByValArray, SizeConst = 8)] public byte[] sin_zero;
}

[StructLayout(LayoutKind.Sequential)]
public struct SOCKADDR_IN6 {
  public ushort sin6_family;
  public ushort sin6_port;
  public uint sin6_flowinfo;
  [MarshalAs(UnmanagedType.ByValArray, SizeConst = 16)] public byte[] sin6_addr;
  public uint sin6_scope_id;
}

// A union in C.
[StructLayout(LayoutKind.Sequential)]
public struct SOCKADDR_INET {
  public ushort si_family;
  public ushort Port;
  [MarshalAs(UnmanagedType.ByValArray, SizeConst = 6)] public uint[] Rest;
}

[StructLayout(LayoutKind.Sequential)]
public struct IP_ADDRESS_PREFIX {
  public SOCKADDR_INET Prefix;
  public byte PrefixLength;
}

[StructLayout(LayoutKind.Sequential)]
public struct MIB_IPFORWARD_ROW2 {
  public NET_LUID InterfaceLuid;
  public uint InterfaceIndex;
  public IP_ADDRESS_PREFIX DestinationPrefix;
  public SOCKADDR_INET NextHop;
  public byte SitePrefixLength;
  public uint ValidLifetime;
  public uint PreferredLifetime;
  public uint Metric;
  public uint Protocol;
  public byte Loopback;
  public byte AutoconfigureAddress;
  public byte Publish;
  public byte Immortal;
  public uint Age;
  public uint Origin;
}

[StructLayout(LayoutKind.Sequential)]
public struct MIB_IPFORWARD_TABLE2 {
  public uint NumEntries;
  public MIB_IPFORWARD_ROW2 Table;
}

[StructLayout(LayoutKind.Sequential)]
public struct MIB_ANYCASTIPADDRESS_ROW {
  public SOCKADDR_INET Address;
  public NET_LUID InterfaceLuid;
  public uint InterfaceIndex;
  public uint ScopeId;
}

[StructLayout(LayoutKind.Sequential)]
public struct MIB_ANYCASTIPADDRESS_TABLE {
  public uint NumEntries;
  public MIB_ANYCASTIPADDRESS_ROW Table;
}

[StructLayout(LayoutKind.Sequential)]
public struct MIB_IPINTERFACE_ROW {
  public ushort Family;
  public NET_LUID InterfaceLuid;
  public uint InterfaceIndex;
  public uint MaxReassemblySize;
  public ulong InterfaceIdentifier;
  public uint MinRouterAdvertisementInterval;
  public uint MaxRouterAdvertisementInterval;
  public byte AdvertisingEnabled;
  public byte ForwardingEnabled;
  public byte WeakHostSend;
  public byte WeakHostReceive;
  public byte UseAutomaticMetric;
  public byte UseNeighborUnreachabilityDetection;
  public byte ManagedAddressConfigurationSupported;
  public byte OtherStatefulConfigurationSupported;
  public byte AdvertiseDefaultRoute;
  public uint RouterDiscoveryBehavior;
  public uint DadTransmits;
  public uint BaseReachableTime;
  public uint RetransmitTime;
  public uint PathMtuDiscoveryTimeout;
  public uint LinkLocalAddressBehavior;
  public uint LinkLocalAddressTimeout;
  [MarshalAs(UnmanagedType.ByValArray, SizeConst = 16)] public uint[] ZoneIndices;
  public uint SitePrefixLength;
  public uint Metric;
  public uint NlMtu;
  public byte Connected;
  public byte SupportsWakeUpPatterns;
  public byte SupportsNeighborDiscovery;
  public byte SupportsRouterDiscovery;
  public uint ReachableTime;
  public byte TransmitOffload;
  public byte ReceiveOffload;
  public byte DisableDefaultRoutes;
}

public static class Program {
  public static void Main() {
    NetioapiLayout.Check();
  }
}
