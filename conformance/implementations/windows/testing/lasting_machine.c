/* The emulator as a real machine: a DLL of the documented functions without netioconf_reset, whose
 * tables outlive the process, as real ones do. NETIOEMU_DLL is the emulator's path. Every change is
 * written to the file NETIOEMU_TABLES, and the next process repeats it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/implementations/process/testee/library.h"
#include "conformance/implementations/windows/system.h"

enum change { creates_route, sets_route, deletes_route, creates_anycast, deletes_anycast };

struct entry {
  uint32_t change;
  MIB_IPFORWARD_ROW2 route;
  MIB_ANYCASTIPADDRESS_ROW anycast;
};

static NETIO_STATUS make(const struct library* emulator, const struct entry* entry) {
  switch (entry->change) {
    case creates_route:
      return emulator->create_route(&entry->route);
    case sets_route:
      return emulator->set_route(&entry->route);
    case deletes_route:
      return emulator->delete_route(&entry->route);
    case creates_anycast:
      return emulator->create_anycast(&entry->anycast);
    default:
      return emulator->delete_anycast(&entry->anycast);
  }
}

static const struct library* emulator(void) {
  static struct library library;
  static int ready;
  if (ready) return &library;
  ready = 1;
  char why[256];
  void* loaded = load_library(getenv("NETIOEMU_DLL"), why, sizeof why);
  if (loaded == NULL || find_functions(&library, loaded) != NULL) abort();
  FILE* file = fopen(getenv("NETIOEMU_TABLES"), "rb");
  struct entry entry;
  while (file != NULL && fread(&entry, sizeof entry, 1, file) == 1) make(&library, &entry);
  if (file != NULL) fclose(file);
  return &library;
}

static NETIO_STATUS change(const struct entry* entry) {
  const NETIO_STATUS status = make(emulator(), entry);
  if (status != STATUS_SUCCESS) return status;
  FILE* file = fopen(getenv("NETIOEMU_TABLES"), "ab");
  if (file == NULL || fwrite(entry, sizeof *entry, 1, file) != 1 || fclose(file) != 0) abort();
  return status;
}

static NETIO_STATUS change_route(enum change what, const MIB_IPFORWARD_ROW2* row) {
  struct entry entry = {.change = what};
  if (row == NULL) return ERROR_INVALID_PARAMETER;
  memcpy(&entry.route, row, sizeof entry.route);
  return change(&entry);
}

static NETIO_STATUS change_anycast(enum change what, const MIB_ANYCASTIPADDRESS_ROW* row) {
  struct entry entry = {.change = what};
  if (row == NULL) return ERROR_INVALID_PARAMETER;
  memcpy(&entry.anycast, row, sizeof entry.anycast);
  return change(&entry);
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row) {
  return change_route(creates_route, Row);
}

NETIO_STATUS SetIpForwardEntry2(const MIB_IPFORWARD_ROW2* Route) {
  return change_route(sets_route, Route);
}

NETIO_STATUS DeleteIpForwardEntry2(const MIB_IPFORWARD_ROW2* Row) {
  return change_route(deletes_route, Row);
}

NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row) {
  return change_anycast(creates_anycast, Row);
}

NETIO_STATUS DeleteAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* Row) {
  return change_anycast(deletes_anycast, Row);
}

void InitializeIpForwardEntry(PMIB_IPFORWARD_ROW2 Row) { emulator()->initialize_route(Row); }

NETIO_STATUS GetIpForwardEntry2(PMIB_IPFORWARD_ROW2 Row) { return emulator()->get_route(Row); }

NETIO_STATUS GetIpForwardTable2(ADDRESS_FAMILY Family, PMIB_IPFORWARD_TABLE2* Table) {
  return emulator()->route_table(Family, Table);
}

NETIO_STATUS GetAnycastIpAddressEntry(PMIB_ANYCASTIPADDRESS_ROW Row) {
  return emulator()->get_anycast(Row);
}

NETIO_STATUS GetAnycastIpAddressTable(ADDRESS_FAMILY Family, PMIB_ANYCASTIPADDRESS_TABLE* Table) {
  return emulator()->anycast_table(Family, Table);
}

NETIO_STATUS GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row) { return emulator()->get_link(Row); }

void FreeMibTable(PVOID Memory) { emulator()->free_table(Memory); }

int netioconf_describe(netioconf_host* host) { return emulator()->describe(host); }
