#include "conformance/implementations/windows/links.h"

#include <winsock2.h>
#include <ws2ipdef.h>

#include <iphlpapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "conformance/implementations/process/testee/platform.h"

/* Looked up rather than imported, because a library of the same name may be under test. */
static void* of_system(const char* name) {
  HMODULE system = LoadLibraryExA("iphlpapi.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
  return system == NULL ? NULL : find_function(system, name);
}

typedef ULONG(WINAPI* addresses_function)(ULONG, ULONG, PVOID, PIP_ADAPTER_ADDRESSES, PULONG);

/* The caller frees the result. */
static IP_ADAPTER_ADDRESSES* find_adapters(void) {
  ULONG size = 1u << 16;
  addresses_function get;
  void* address = of_system("GetAdaptersAddresses");
  memcpy(&get, &address, sizeof address);
  for (int attempt = 0; get != NULL && attempt < 4; ++attempt) {
    IP_ADAPTER_ADDRESSES* adapters = malloc(size);
    if (adapters == NULL) return NULL;
    const ULONG status = get(AF_UNSPEC, GAA_FLAG_INCLUDE_ALL_INTERFACES, NULL, adapters, &size);
    if (status == NO_ERROR) return adapters;
    free(adapters);
    if (status != ERROR_BUFFER_OVERFLOW) return NULL;
  }
  return NULL;
}

static struct found_link link_of(const IP_ADAPTER_ADDRESSES* adapter) {
  return (struct found_link){
      .luid = adapter->Luid.Value,
      .index = adapter->IfIndex != 0 ? adapter->IfIndex : adapter->Ipv6IfIndex,
      .ipv4 = adapter->Ipv4Enabled != 0,
      .ipv6 = adapter->Ipv6Enabled != 0,
      .loopback = adapter->IfType == IF_TYPE_SOFTWARE_LOOPBACK,
      .ipv4_metric = adapter->Ipv4Metric,
      .ipv6_metric = adapter->Ipv6Metric,
      .disconnected = adapter->OperStatus != IfOperStatusUp,
  };
}

static void add_addresses(const IP_ADAPTER_ADDRESSES* adapter, struct found_link* link) {
  for (const IP_ADAPTER_UNICAST_ADDRESS* each = adapter->FirstUnicastAddress; each != NULL;
       each = each->Next) {
    if (each->DadState != IpDadStatePreferred && each->DadState != IpDadStateDeprecated) continue;
    add_address(link, each->Address.lpSockaddr, (uint32_t)each->Address.iSockaddrLength,
                each->OnLinkPrefixLength);
  }
}

static void add_stacks(struct found_link* link) {
  DWORD(WINAPI * get)(PMIB_IPINTERFACE_ROW);
  void* address = of_system("GetIpInterfaceEntry");
  memcpy(&get, &address, sizeof address);
  const ADDRESS_FAMILY families[] = {AF_INET, AF_INET6};
  const int there[] = {link->ipv4, link->ipv6};
  int stacks = 0;
  for (int number = 0; get != NULL && number < 2; ++number) {
    MIB_IPINTERFACE_ROW row = {.Family = families[number], .InterfaceLuid.Value = link->luid};
    if (!there[number] || get(&row) != NO_ERROR) continue;
    add_stack(link, stacks++, row.Connected != 0, row.DisableDefaultRoutes != 0,
              row.PathMtuDiscoveryTimeout);
  }
}

uint32_t find_links(struct found_link* links, uint32_t most) {
  uint32_t count = 0;
  IP_ADAPTER_ADDRESSES* adapters = find_adapters();
  for (int loopback = 0; loopback < 2; ++loopback) {
    for (const IP_ADAPTER_ADDRESSES* adapter = adapters; adapter != NULL; adapter = adapter->Next) {
      const struct found_link link = link_of(adapter);
      if (link.loopback != loopback || (!link.ipv4 && !link.ipv6) || count == most) continue;
      links[count] = link;
      add_addresses(adapter, &links[count]);
      add_stacks(&links[count]);
      if (!links[count].stacks_differ) ++count;
    }
  }
  free(adapters);
  return count;
}

const char* list_links(struct limits* limits) {
  PMIB_IF_TABLE2 table = NULL;
  ULONG(WINAPI * get)(PMIB_IF_TABLE2*);
  void(WINAPI * release)(PVOID);
  void* address = of_system("GetIfTable2");
  memcpy(&get, &address, sizeof address);
  address = of_system("FreeMibTable");
  memcpy(&release, &address, sizeof address);
  limits->count = 0;
  if (get == NULL || release == NULL || get(&table) != NO_ERROR) {
    return "the links of this machine cannot be listed (GetIfTable2)";
  }
  const int all = table->NumEntries <= most_known_links;
  for (ULONG row = 0; all && row < table->NumEntries; ++row) {
    const MIB_IF_ROW2* link = &table->Table[row];
    limits->links[limits->count++] =
        (struct known_link){link->InterfaceLuid.Value, link->InterfaceIndex, 0};
  }
  release(table);
  return all ? NULL : "this machine has too many links";
}

/* The LUID of the link with that alias, 0 if there is none. */
static uint64_t find_alias(const char* name) {
  WCHAR wide[257];
  uint64_t luid = 0;
  if (MultiByteToWideChar(CP_ACP, 0, name, -1, wide, 257) == 0) return 0;
  IP_ADAPTER_ADDRESSES* adapters = find_adapters();
  for (const IP_ADAPTER_ADDRESSES* adapter = adapters; adapter != NULL; adapter = adapter->Next) {
    if (_wcsicmp(adapter->FriendlyName, wide) == 0) luid = adapter->Luid.Value;
  }
  free(adapters);
  return luid;
}

int name_link(struct limits* limits, const char* name) {
  char* end = NULL;
  const uint64_t number = _strtoui64(name, &end, 0);
  const int is_number = *name != 0 && *end == 0;
  const uint64_t alias = is_number ? 0 : find_alias(name);
  for (uint32_t at = 0; at < limits->count; ++at) {
    struct known_link* link = &limits->links[at];
    if (is_number ? link->luid == number || link->index == number : link->luid == alias) {
      link->named = 1;
      return 1;
    }
  }
  return 0;
}
