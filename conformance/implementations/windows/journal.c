#include "conformance/implementations/windows/journal.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "conformance/implementations/windows/limits.h"

enum { most_kept = 4096, most_links = 16 };
static const char mark[16] = "netioconf tables";

struct head {
  char mark[16];
  uint32_t routes, anycasts;
  uint64_t links[most_links]; /* LUIDs of the links that may be changed; the others are zero */
};

/* The test rows in the tables of these links at one moment. */
struct snapshot {
  struct head head;
  MIB_IPFORWARD_ROW2 routes[most_kept];
  MIB_ANYCASTIPADDRESS_ROW anycasts[most_kept];
};

static const struct library* library;
static const struct limits* limits;
static char path[1024];
static int noted;
static struct snapshot before, now;

static int is_of(const struct snapshot* snapshot, NET_LUID link) {
  for (int number = 0; number < most_links && snapshot->head.links[number] != 0; ++number) {
    if (snapshot->head.links[number] == link.Value) return 1;
  }
  return 0;
}

static const char* read_routes(struct snapshot* snapshot) {
  PMIB_IPFORWARD_TABLE2 table = NULL;
  if (library->route_table == NULL) return "GetIpForwardTable2 is missing, so nothing could be restored";
  const uint32_t status = library->route_table(NETIOCONF_AF_UNSPEC, &table);
  if (status == STATUS_NOT_FOUND || status == ERROR_NOT_FOUND) return NULL;
  if (status != STATUS_SUCCESS || table == NULL) return "GetIpForwardTable2 failed";
  for (uint32_t row = 0; row < table->NumEntries; ++row) {
    if (!is_of(snapshot, table->Table[row].InterfaceLuid)) continue;
    if (!is_test_route((const uint8_t*)&table->Table[row])) continue;
    if (snapshot->head.routes == most_kept) return "there are too many routes to restore";
    snapshot->routes[snapshot->head.routes++] = table->Table[row];
  }
  if (library->free_table != NULL) library->free_table(table);
  return NULL;
}

/* Without these functions the testee cannot create anycast addresses either. */
static const char* read_anycasts(struct snapshot* snapshot) {
  PMIB_ANYCASTIPADDRESS_TABLE table = NULL;
  if (library->create_anycast == NULL) return NULL;
  if (library->anycast_table == NULL)
    return "GetAnycastIpAddressTable is missing, so nothing could be restored";
  const uint32_t status = library->anycast_table(NETIOCONF_AF_UNSPEC, &table);
  if (status == STATUS_NOT_FOUND || status == ERROR_NOT_FOUND) return NULL;
  if (status != STATUS_SUCCESS || table == NULL) return "GetAnycastIpAddressTable failed";
  for (uint32_t row = 0; row < table->NumEntries; ++row) {
    if (!is_of(snapshot, table->Table[row].InterfaceLuid)) continue;
    if (!is_test_anycast((const uint8_t*)&table->Table[row])) continue;
    if (snapshot->head.anycasts == most_kept) return "there are too many addresses to restore";
    snapshot->anycasts[snapshot->head.anycasts++] = table->Table[row];
  }
  if (library->free_table != NULL) library->free_table(table);
  return NULL;
}

/* Takes a snapshot of the links in its head. */
static const char* take(struct snapshot* snapshot) {
  snapshot->head.routes = snapshot->head.anycasts = 0;
  const char* problem = read_routes(snapshot);
  return problem != NULL ? problem : read_anycasts(snapshot);
}

static int same_address(const SOCKADDR_INET* one, const SOCKADDR_INET* other) {
  if (one->si_family != other->si_family) return 0;
  if (one->si_family == NETIOCONF_AF_INET6) {
    return memcmp(&one->Ipv6.sin6_addr, &other->Ipv6.sin6_addr, sizeof one->Ipv6.sin6_addr) == 0;
  }
  return memcmp(&one->Ipv4.sin_addr, &other->Ipv4.sin_addr, sizeof one->Ipv4.sin_addr) == 0;
}

static int same_route(const MIB_IPFORWARD_ROW2* one, const MIB_IPFORWARD_ROW2* other) {
  return one->InterfaceLuid.Value == other->InterfaceLuid.Value &&
         one->DestinationPrefix.PrefixLength == other->DestinationPrefix.PrefixLength &&
         same_address(&one->DestinationPrefix.Prefix, &other->DestinationPrefix.Prefix) &&
         same_address(&one->NextHop, &other->NextHop);
}

static int same_anycast(const MIB_ANYCASTIPADDRESS_ROW* one, const MIB_ANYCASTIPADDRESS_ROW* other) {
  return one->InterfaceLuid.Value == other->InterfaceLuid.Value &&
         same_address(&one->Address, &other->Address);
}

/* Compares the members that Set changes and that do not change by themselves. */
static int was_set(const MIB_IPFORWARD_ROW2* one, const MIB_IPFORWARD_ROW2* other) {
  return one->SitePrefixLength != other->SitePrefixLength || one->Metric != other->Metric ||
         one->Protocol != other->Protocol || one->Loopback != other->Loopback ||
         one->AutoconfigureAddress != other->AutoconfigureAddress || one->Publish != other->Publish ||
         one->Immortal != other->Immortal;
}

static const MIB_IPFORWARD_ROW2* find_route(const struct snapshot* in, const MIB_IPFORWARD_ROW2* row) {
  for (uint32_t number = 0; number < in->head.routes; ++number) {
    if (same_route(&in->routes[number], row)) return &in->routes[number];
  }
  return NULL;
}

static int has_anycast(const struct snapshot* in, const MIB_ANYCASTIPADDRESS_ROW* row) {
  for (uint32_t number = 0; number < in->head.anycasts; ++number) {
    if (same_anycast(&in->anycasts[number], row)) return 1;
  }
  return 0;
}

/* Returns the number of rows that could not be restored. */
static uint32_t put_routes_back(void) {
  uint32_t failures = 0;
  for (uint32_t number = 0; number < now.head.routes; ++number) {
    const MIB_IPFORWARD_ROW2* row = &now.routes[number];
    const MIB_IPFORWARD_ROW2* old = find_route(&before, row);
    if (old == NULL) {
      failures += library->delete_route == NULL || library->delete_route(row) != STATUS_SUCCESS;
    } else if (was_set(old, row)) {
      failures += library->set_route == NULL || library->set_route(old) != STATUS_SUCCESS;
    }
  }
  for (uint32_t number = 0; number < before.head.routes; ++number) {
    const MIB_IPFORWARD_ROW2* row = &before.routes[number];
    if (find_route(&now, row) != NULL) continue;
    failures += library->create_route == NULL || library->create_route(row) != STATUS_SUCCESS;
  }
  return failures;
}

static uint32_t put_anycasts_back(void) {
  uint32_t failures = 0;
  for (uint32_t number = 0; number < now.head.anycasts; ++number) {
    const MIB_ANYCASTIPADDRESS_ROW* row = &now.anycasts[number];
    if (has_anycast(&before, row)) continue;
    failures += library->delete_anycast == NULL || library->delete_anycast(row) != STATUS_SUCCESS;
  }
  for (uint32_t number = 0; number < before.head.anycasts; ++number) {
    const MIB_ANYCASTIPADDRESS_ROW* row = &before.anycasts[number];
    if (has_anycast(&now, row)) continue;
    failures += library->create_anycast == NULL || library->create_anycast(row) != STATUS_SUCCESS;
  }
  return failures;
}

static const char* put_back(void) {
  now.head = before.head;
  const char* problem = take(&now);
  if (problem != NULL) return problem;
  /* Both run, even if the first one fails. */
  const uint32_t failures = put_routes_back() + put_anycasts_back();
  if (failures != 0) return "some rows could not be restored; the journal is kept";
  return remove(path) == 0 ? NULL : "the tables are restored, but the journal cannot be removed";
}

static int is_whole(const struct head* head) {
  return memcmp(head->mark, mark, sizeof mark) == 0 && head->routes <= most_kept &&
         head->anycasts <= most_kept;
}

static int read_file(FILE* file) {
  const struct head* head = &before.head;
  return fread(&before.head, sizeof before.head, 1, file) == 1 && is_whole(head) &&
         fread(before.routes, sizeof *before.routes, head->routes, file) == head->routes &&
         fread(before.anycasts, sizeof *before.anycasts, head->anycasts, file) == head->anycasts;
}

static int write_file(FILE* file) {
  const struct head* head = &before.head;
  return fwrite(head, sizeof *head, 1, file) == 1 &&
         fwrite(before.routes, sizeof *before.routes, head->routes, file) == head->routes &&
         fwrite(before.anycasts, sizeof *before.anycasts, head->anycasts, file) == head->anycasts;
}

static const char* begin_head(struct head* head) {
  *head = (struct head){0};
  memcpy(head->mark, mark, sizeof mark);
  uint32_t count = 0;
  for (uint32_t number = 0; number < limits->count; ++number) {
    if (!limits->links[number].named) continue;
    if (count == most_links) return "too many links were named";
    head->links[count++] = limits->links[number].luid;
  }
  return NULL;
}

const char* journal_begin(const struct library* of, const struct limits* within, const char* name) {
  library = of;
  limits = within;
  noted = 0;
  if (strlen(name) + sizeof ".new" > sizeof path) return "the journal's name is too long";
  strcpy(path, name);
  FILE* file = fopen(path, "rb");
  if (file == NULL) return NULL;
  const int read = read_file(file);
  fclose(file);
  return read ? put_back() : "the journal is damaged, or not a journal of netioconf";
}

const char* journal_before_change(void) {
  if (noted) return NULL;
  char part[sizeof path];
  const char* problem = begin_head(&before.head);
  if (problem == NULL) problem = take(&before);
  if (problem != NULL) return problem;
  /* A partly written journal never has the journal's name. */
  strcat(strcpy(part, path), ".new");
  FILE* file = fopen(part, "wb");
  if (file == NULL) return "no journal can be written, so nothing is changed";
  const int written = write_file(file);
  if (fclose(file) != 0 || !written || rename(part, path) != 0) {
    return "no journal can be written, so nothing is changed";
  }
  noted = 1;
  return NULL;
}

const char* journal_end(void) {
  if (!noted) return NULL;
  noted = 0;
  return put_back();
}
