/* The documented route and anycast calls of netioapi in plain C, for machines without the Windows
 * headers.
 *
 * A shared library that netioconf tests includes this header and exports any of the functions below
 * under their documented names. Sizes and offsets are those of the Windows headers on x64 and x86; the
 * end of this file asserts them. Address families have the numbers of Windows on every machine.
 *
 * A function may return NTSTATUS or Win32 codes: the number itself shows which of the two it is.
 */
#ifndef NETIOCONF_CONFORMANCE_ABI_NETIOAPI_H
#define NETIOCONF_CONFORMANCE_ABI_NETIOAPI_H

#ifdef __GNUC__
#pragma GCC system_header /* Strict C++ warns about anonymous members of structures. */
#endif

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint8_t BOOLEAN;
typedef uint8_t UCHAR;
typedef uint16_t USHORT;
typedef uint32_t ULONG;
typedef uint64_t ULONG64;
typedef void* PVOID;
typedef void* HANDLE;
typedef uint32_t NETIO_STATUS; /* NTSTATUS or Win32 code. */

#ifndef STATUS_SUCCESS
#define STATUS_SUCCESS 0x00000000u
#define STATUS_INVALID_HANDLE 0xC0000008u
#define STATUS_INVALID_PARAMETER 0xC000000Du
#define STATUS_NO_MEMORY 0xC0000017u
#define STATUS_ACCESS_DENIED 0xC0000022u
#define STATUS_OBJECT_NAME_NOT_FOUND 0xC0000034u
#define STATUS_NOT_SUPPORTED 0xC00000BBu
#define STATUS_NOT_FOUND 0xC0000225u
#define STATUS_DUPLICATE_OBJECTID 0xC000022Au
#define STATUS_NETWORK_UNREACHABLE 0xC000023Cu
#endif

#ifndef NO_ERROR
#define NO_ERROR 0u
#define ERROR_FILE_NOT_FOUND 2u
#define ERROR_ACCESS_DENIED 5u
#define ERROR_INVALID_HANDLE 6u
#define ERROR_NOT_ENOUGH_MEMORY 8u
#define ERROR_NOT_SUPPORTED 50u
#define ERROR_INVALID_PARAMETER 87u
#define ERROR_NOT_FOUND 1168u
#define ERROR_NETWORK_UNREACHABLE 1231u
#define ERROR_OBJECT_ALREADY_EXISTS 5010u
#endif

typedef USHORT ADDRESS_FAMILY;
#define NETIOCONF_AF_UNSPEC 0
#define NETIOCONF_AF_INET 2
#define NETIOCONF_AF_INET6 23

typedef ULONG NET_IFINDEX;

typedef union _NET_LUID {
  ULONG64 Value;
  struct {
    ULONG64 Reserved : 24;
    ULONG64 NetLuidIndex : 24;
    ULONG64 IfType : 16;
  } Info;
} NET_LUID;

/* Addresses and ports are in network byte order. */
typedef union _NETIOCONF_IN_ADDR {
  union {
    struct {
      UCHAR s_b1, s_b2, s_b3, s_b4;
    } S_un_b;
    ULONG S_addr;
  } S_un;
#ifndef s_addr
  ULONG s_addr;
#endif
} IN_ADDR;

typedef union _NETIOCONF_IN6_ADDR {
  union {
    UCHAR Byte[16];
    USHORT Word[8];
  } u;
#ifndef s6_addr /* The C library of Linux has a macro of this name. */
  UCHAR s6_addr[16];
#endif
} IN6_ADDR;

typedef struct _NETIOCONF_SOCKADDR_IN {
  ADDRESS_FAMILY sin_family;
  USHORT sin_port;
  IN_ADDR sin_addr;
  UCHAR sin_zero[8];
} SOCKADDR_IN;

typedef struct _NETIOCONF_SOCKADDR_IN6 {
  ADDRESS_FAMILY sin6_family;
  USHORT sin6_port;
  ULONG sin6_flowinfo;
  IN6_ADDR sin6_addr;
  ULONG sin6_scope_id;
} SOCKADDR_IN6;

typedef union _SOCKADDR_INET {
  SOCKADDR_IN Ipv4;
  SOCKADDR_IN6 Ipv6;
  ADDRESS_FAMILY si_family;
} SOCKADDR_INET;

typedef struct _IP_ADDRESS_PREFIX {
  SOCKADDR_INET Prefix;
  UCHAR PrefixLength; /* bits */
} IP_ADDRESS_PREFIX;

/* Numbers rather than enumerations, because a caller may pass any value. */
typedef ULONG NL_ROUTE_PROTOCOL; /* 1 to 19, 10002, 10006, 10007 */
typedef ULONG NL_ROUTE_ORIGIN; /* 0: manual, 1: well known, 2: DHCP, 3: router advertisement, 4: 6to4 */

typedef struct _MIB_IPFORWARD_ROW2 {
  NET_LUID InterfaceLuid;
  NET_IFINDEX InterfaceIndex;
  IP_ADDRESS_PREFIX DestinationPrefix;
  SOCKADDR_INET NextHop;
  UCHAR SitePrefixLength;  /* bits */
  ULONG ValidLifetime;     /* seconds, 0xffffffff: infinite */
  ULONG PreferredLifetime; /* seconds, 0xffffffff: infinite */
  ULONG Metric;            /* offset to the interface metric */
  NL_ROUTE_PROTOCOL Protocol;
  BOOLEAN Loopback;
  BOOLEAN AutoconfigureAddress;
  BOOLEAN Publish;
  BOOLEAN Immortal;
  ULONG Age; /* seconds */
  NL_ROUTE_ORIGIN Origin;
} MIB_IPFORWARD_ROW2, *PMIB_IPFORWARD_ROW2;

typedef struct _MIB_IPFORWARD_TABLE2 {
  ULONG NumEntries;
  MIB_IPFORWARD_ROW2 Table[1];
} MIB_IPFORWARD_TABLE2, *PMIB_IPFORWARD_TABLE2;

typedef struct _SCOPE_ID {
  union {
    struct {
      ULONG Zone : 28;
      ULONG Level : 4;
    };
    ULONG Value;
  };
} SCOPE_ID;

typedef struct _MIB_ANYCASTIPADDRESS_ROW {
  SOCKADDR_INET Address;
  NET_LUID InterfaceLuid;
  NET_IFINDEX InterfaceIndex;
  SCOPE_ID ScopeId;
} MIB_ANYCASTIPADDRESS_ROW, *PMIB_ANYCASTIPADDRESS_ROW;

typedef struct _MIB_ANYCASTIPADDRESS_TABLE {
  ULONG NumEntries;
  MIB_ANYCASTIPADDRESS_ROW Table[1];
} MIB_ANYCASTIPADDRESS_TABLE, *PMIB_ANYCASTIPADDRESS_TABLE;

typedef struct _MIB_IPINTERFACE_ROW {
  ADDRESS_FAMILY Family;
  NET_LUID InterfaceLuid;
  NET_IFINDEX InterfaceIndex;
  ULONG MaxReassemblySize;
  ULONG64 InterfaceIdentifier;
  ULONG MinRouterAdvertisementInterval;
  ULONG MaxRouterAdvertisementInterval;
  BOOLEAN AdvertisingEnabled;
  BOOLEAN ForwardingEnabled;
  BOOLEAN WeakHostSend;
  BOOLEAN WeakHostReceive;
  BOOLEAN UseAutomaticMetric;
  BOOLEAN UseNeighborUnreachabilityDetection;
  BOOLEAN ManagedAddressConfigurationSupported;
  BOOLEAN OtherStatefulConfigurationSupported;
  BOOLEAN AdvertiseDefaultRoute;
  ULONG RouterDiscoveryBehavior;
  ULONG DadTransmits;
  ULONG BaseReachableTime;
  ULONG RetransmitTime;
  ULONG PathMtuDiscoveryTimeout;
  ULONG LinkLocalAddressBehavior;
  ULONG LinkLocalAddressTimeout;
  ULONG ZoneIndices[16];
  ULONG SitePrefixLength;
  ULONG Metric;
  ULONG NlMtu;
  BOOLEAN Connected;
  BOOLEAN SupportsWakeUpPatterns;
  BOOLEAN SupportsNeighborDiscovery;
  BOOLEAN SupportsRouterDiscovery;
  ULONG ReachableTime;
  UCHAR TransmitOffload;
  UCHAR ReceiveOffload;
  BOOLEAN DisableDefaultRoutes;
} MIB_IPINTERFACE_ROW, *PMIB_IPINTERFACE_ROW;

typedef enum _MIB_NOTIFICATION_TYPE {
  MibParameterNotification = 0,
  MibAddInstance = 1,
  MibDeleteInstance = 2,
  MibInitialNotification = 3
} MIB_NOTIFICATION_TYPE;

typedef void (*PIPFORWARD_CHANGE_CALLBACK)(PVOID CallerContext, PMIB_IPFORWARD_ROW2 Row,
                                           MIB_NOTIFICATION_TYPE NotificationType);

void InitializeIpForwardEntry(PMIB_IPFORWARD_ROW2 Row);
NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row);
NETIO_STATUS SetIpForwardEntry2(const MIB_IPFORWARD_ROW2* Route);
NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 Row);
NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row);
NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY Family, PMIB_IPFORWARD_TABLE2* Table);
NETIO_STATUS GetBestRoute2(NET_LUID* InterfaceLuid, NET_IFINDEX InterfaceIndex,
                           const SOCKADDR_INET* SourceAddress, const SOCKADDR_INET* DestinationAddress,
                           ULONG AddressSortOptions, PMIB_IPFORWARD_ROW2 BestRoute,
                           SOCKADDR_INET* BestSourceAddress);
NETIO_STATUS NotifyRouteChange2(ADDRESS_FAMILY Family, PIPFORWARD_CHANGE_CALLBACK Callback,
                                PVOID CallerContext, BOOLEAN InitialNotification,
                                HANDLE* NotificationHandle);
NETIO_STATUS CancelMibChangeNotify2(HANDLE NotificationHandle);
NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row);
NETIO_STATUS GetAnycastIpAddressEntry(PMIB_ANYCASTIPADDRESS_ROW Row);
NETIO_STATUS DeleteAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row);
NETIO_STATUS GetAnycastIpAddressTable(ADDRESS_FAMILY Family, PMIB_ANYCASTIPADDRESS_TABLE* Table);
NETIO_STATUS GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row);
void FreeMibTable(PVOID Memory);

/* A library may also export the functions below, which set up and describe the host (the links that the
 * calls act on). For a library without netioconf_reset, netioconf runs only the scripts that fit the
 * links that netioconf_describe reports. For a library without both, it assumes a single link with LUID
 * 0x0006000001000000 and index 1. */

typedef struct netioconf_link {
  uint64_t luid;
  uint32_t index;
  uint8_t ipv4, ipv6; /* 1: this link has that stack, if the machine has it too */
  uint8_t routes;     /* 0: this link does not support routes */
  uint8_t loopback;   /* 1: this is the loopback link */
  uint32_t ipv4_metric, ipv6_metric;
} netioconf_link;

/* More about a link. With all zeros it is connected and takes part in default routes, and which
   addresses it has is up to the implementation. */
typedef struct netioconf_link_details {
  uint8_t disconnected;           /* 1: MIB_IPINTERFACE_ROW, Connected is FALSE */
  uint8_t ignores_default_routes; /* 1: MIB_IPINTERFACE_ROW, DisableDefaultRoutes is TRUE */
  uint16_t address_count;         /* addresses used, at most 4 */
  uint32_t path_mtu_timeout_ms;   /* MIB_IPINTERFACE_ROW, PathMtuDiscoveryTimeout; 0: any */
  IP_ADDRESS_PREFIX addresses[4]; /* unicast addresses, each with the length of its subnet */
} netioconf_link_details;

/* The first version of netioconf_host ends before `details`. */
#define NETIOCONF_HOST_SIZE_1 392u

typedef struct netioconf_host {
  uint32_t size;       /* bytes: sizeof(netioconf_host), or NETIOCONF_HOST_SIZE_1 without details */
  uint8_t ipv4, ipv6;  /* 1: the machine has that stack */
  uint16_t link_count; /* links used, at most 16 */
  netioconf_link links[16];
  netioconf_link_details details[16]; /* details[i] is about links[i] */
} netioconf_host;

/* Empties every table, removes every registration, starts the clock and sets up the given host. After
 * that no callback of an earlier registration runs. Returns 0 on success. A host without details has
 * size NETIOCONF_HOST_SIZE_1, and only so many bytes may be read. */
int netioconf_reset(const netioconf_host* host);
/* Writes the current host to *host. Returns 0 on success. The caller sets host->size to the bytes of
 * *host; the function writes at most so many and sets host->size to the size of the version that it
 * wrote. Scripts that need details run only on a library that writes them. */
int netioconf_describe(netioconf_host* host);
/* Moves the clock that lifetimes and ages are measured with. From the first call after a reset on, the
 * clock moves by these calls only. Returns 0 on success. */
int netioconf_advance(uint32_t seconds);

#ifdef __cplusplus
}
#define NETIOCONF_ASSERT static_assert
#else
#define NETIOCONF_ASSERT _Static_assert
#endif

NETIOCONF_ASSERT(sizeof(NET_LUID) == 8, "NET_LUID");
NETIOCONF_ASSERT(sizeof(ADDRESS_FAMILY) == 2, "ADDRESS_FAMILY");
NETIOCONF_ASSERT(sizeof(SOCKADDR_IN) == 16, "SOCKADDR_IN");
NETIOCONF_ASSERT(offsetof(SOCKADDR_IN, sin_port) == 2, "sin_port");
NETIOCONF_ASSERT(offsetof(SOCKADDR_IN, sin_addr) == 4, "sin_addr");
NETIOCONF_ASSERT(sizeof(SOCKADDR_IN6) == 28, "SOCKADDR_IN6");
NETIOCONF_ASSERT(offsetof(SOCKADDR_IN6, sin6_flowinfo) == 4, "sin6_flowinfo");
NETIOCONF_ASSERT(offsetof(SOCKADDR_IN6, sin6_addr) == 8, "sin6_addr");
NETIOCONF_ASSERT(offsetof(SOCKADDR_IN6, sin6_scope_id) == 24, "sin6_scope_id");
NETIOCONF_ASSERT(sizeof(SOCKADDR_INET) == 28, "SOCKADDR_INET");
NETIOCONF_ASSERT(sizeof(IP_ADDRESS_PREFIX) == 32, "IP_ADDRESS_PREFIX");
NETIOCONF_ASSERT(offsetof(IP_ADDRESS_PREFIX, PrefixLength) == 28, "PrefixLength");
NETIOCONF_ASSERT(sizeof(MIB_IPFORWARD_ROW2) == 104, "MIB_IPFORWARD_ROW2");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, InterfaceIndex) == 8, "InterfaceIndex");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, DestinationPrefix) == 12, "DestinationPrefix");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, NextHop) == 44, "NextHop");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, SitePrefixLength) == 72, "SitePrefixLength");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, ValidLifetime) == 76, "ValidLifetime");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, PreferredLifetime) == 80, "PreferredLifetime");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, Metric) == 84, "Metric");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, Protocol) == 88, "Protocol");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, Loopback) == 92, "Loopback");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, AutoconfigureAddress) == 93, "AutoconfigureAddress");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, Publish) == 94, "Publish");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, Immortal) == 95, "Immortal");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, Age) == 96, "Age");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_ROW2, Origin) == 100, "Origin");
NETIOCONF_ASSERT(offsetof(MIB_IPFORWARD_TABLE2, Table) == 8, "MIB_IPFORWARD_TABLE2");
NETIOCONF_ASSERT(sizeof(MIB_ANYCASTIPADDRESS_ROW) == 48, "MIB_ANYCASTIPADDRESS_ROW");
NETIOCONF_ASSERT(offsetof(MIB_ANYCASTIPADDRESS_ROW, InterfaceLuid) == 32, "InterfaceLuid");
NETIOCONF_ASSERT(offsetof(MIB_ANYCASTIPADDRESS_ROW, InterfaceIndex) == 40, "InterfaceIndex");
NETIOCONF_ASSERT(offsetof(MIB_ANYCASTIPADDRESS_ROW, ScopeId) == 44, "ScopeId");
NETIOCONF_ASSERT(sizeof(SCOPE_ID) == 4, "SCOPE_ID");
NETIOCONF_ASSERT(offsetof(MIB_ANYCASTIPADDRESS_TABLE, Table) == 8, "MIB_ANYCASTIPADDRESS_TABLE");
NETIOCONF_ASSERT(sizeof(MIB_IPINTERFACE_ROW) == 168, "MIB_IPINTERFACE_ROW");
NETIOCONF_ASSERT(offsetof(MIB_IPINTERFACE_ROW, InterfaceLuid) == 8, "interface InterfaceLuid");
NETIOCONF_ASSERT(offsetof(MIB_IPINTERFACE_ROW, InterfaceIndex) == 16, "interface InterfaceIndex");
NETIOCONF_ASSERT(offsetof(MIB_IPINTERFACE_ROW, UseAutomaticMetric) == 44, "UseAutomaticMetric");
NETIOCONF_ASSERT(offsetof(MIB_IPINTERFACE_ROW, SitePrefixLength) == 144, "interface SitePrefixLength");
NETIOCONF_ASSERT(offsetof(MIB_IPINTERFACE_ROW, Metric) == 148, "interface Metric");
NETIOCONF_ASSERT(offsetof(MIB_IPINTERFACE_ROW, NlMtu) == 152, "NlMtu");
NETIOCONF_ASSERT(offsetof(MIB_IPINTERFACE_ROW, DisableDefaultRoutes) == 166, "DisableDefaultRoutes");
NETIOCONF_ASSERT(sizeof(MIB_NOTIFICATION_TYPE) == 4, "MIB_NOTIFICATION_TYPE");
NETIOCONF_ASSERT(MibInitialNotification == 3, "MibInitialNotification");
NETIOCONF_ASSERT(sizeof(netioconf_link) == 24, "netioconf_link");
NETIOCONF_ASSERT(sizeof(netioconf_link_details) == 136, "netioconf_link_details");
NETIOCONF_ASSERT(offsetof(netioconf_host, details) == NETIOCONF_HOST_SIZE_1, "details");
NETIOCONF_ASSERT(sizeof(netioconf_host) == 2568, "netioconf_host");
#undef NETIOCONF_ASSERT

#endif
