#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0600
#endif
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <winsock2.h>

#include <ws2ipdef.h>

#include <iphlpapi.h>
#include <netioapi.h>

#include "wine/test.h"

/* Older versions of the DLL lack some functions. */
static DWORD(WINAPI* pCancelMibChangeNotify2)(HANDLE);
static DWORD(WINAPI* pCreateAnycastIpAddressEntry)(const MIB_ANYCASTIPADDRESS_ROW*);
static DWORD(WINAPI* pCreateIpForwardEntry2)(const MIB_IPFORWARD_ROW2*);
static DWORD(WINAPI* pDeleteAnycastIpAddressEntry)(const MIB_ANYCASTIPADDRESS_ROW*);
static DWORD(WINAPI* pDeleteIpForwardEntry2)(const MIB_IPFORWARD_ROW2*);
static void(WINAPI* pFreeMibTable)(void*);
static DWORD(WINAPI* pGetAnycastIpAddressEntry)(MIB_ANYCASTIPADDRESS_ROW*);
static DWORD(WINAPI* pGetAnycastIpAddressTable)(ADDRESS_FAMILY, MIB_ANYCASTIPADDRESS_TABLE**);
static DWORD(WINAPI* pGetBestRoute2)(NET_LUID*, NET_IFINDEX, const SOCKADDR_INET*, const SOCKADDR_INET*,
                                     ULONG, MIB_IPFORWARD_ROW2*, SOCKADDR_INET*);
static DWORD(WINAPI* pGetIpForwardEntry2)(MIB_IPFORWARD_ROW2*);
static DWORD(WINAPI* pGetIpForwardTable2)(ADDRESS_FAMILY, MIB_IPFORWARD_TABLE2**);
static DWORD(WINAPI* pGetIpInterfaceEntry)(MIB_IPINTERFACE_ROW*);
static void(WINAPI* pInitializeIpForwardEntry)(MIB_IPFORWARD_ROW2*);
static DWORD(WINAPI* pNotifyRouteChange2)(ADDRESS_FAMILY, PIPFORWARD_CHANGE_CALLBACK, void*, BOOLEAN,
                                          HANDLE*);
static DWORD(WINAPI* pSetIpForwardEntry2)(const MIB_IPFORWARD_ROW2*);

#define CancelMibChangeNotify2 pCancelMibChangeNotify2
#define CreateAnycastIpAddressEntry pCreateAnycastIpAddressEntry
#define CreateIpForwardEntry2 pCreateIpForwardEntry2
#define DeleteAnycastIpAddressEntry pDeleteAnycastIpAddressEntry
#define DeleteIpForwardEntry2 pDeleteIpForwardEntry2
#define FreeMibTable pFreeMibTable
#define GetAnycastIpAddressEntry pGetAnycastIpAddressEntry
#define GetAnycastIpAddressTable pGetAnycastIpAddressTable
#define GetBestRoute2 pGetBestRoute2
#define GetIpForwardEntry2 pGetIpForwardEntry2
#define GetIpForwardTable2 pGetIpForwardTable2
#define GetIpInterfaceEntry pGetIpInterfaceEntry
#define InitializeIpForwardEntry pInitializeIpForwardEntry
#define NotifyRouteChange2 pNotifyRouteChange2
#define SetIpForwardEntry2 pSetIpForwardEntry2
