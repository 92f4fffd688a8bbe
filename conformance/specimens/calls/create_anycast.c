#include <string.h>

#include "conformance/specimens/address.h"
#include "conformance/specimens/anycasts.h"
#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/notifications.h"
#include "conformance/specimens/routes.h"

static bool is_on_some_link(const SOCKADDR_INET* address) {
  for (size_t i = 0; i < machine()->link_count; ++i) {
    if (find_anycast(&machine()->links[i], address) != NULL) return true;
  }
  return false;
}

static enum status check_duplicate(const struct arguments* arguments) {
  if (arguments->link == NULL || fault(anycast_duplicate_accepted)) return status_success;
  const bool there = fault(anycast_duplicate_over_links)
                         ? is_on_some_link(arguments->address)
                         : find_anycast(arguments->link, arguments->address) != NULL;
  if (!there || (fault(anycast_duplicate_needs_luid) && arguments->luid == 0)) return status_success;
  return fault(anycast_duplicate_status) ? status_invalid_parameter : status_object_exists;
}

static enum status check_routes_allowed(const struct arguments* arguments) {
  if (!fault(anycast_needs_link_with_routes) || arguments->link == NULL) return status_success;
  return arguments->link->routes != 0 ? status_success : status_not_supported;
}

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {check_address_family, check_anycast_address, check_ids,
                                 check_link,           check_machine_stack,   check_link_stack,
                                 check_stray,          check_duplicate,       check_routes_allowed};
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static void add_host_route(const netioconf_link* link, const SOCKADDR_INET* address) {
  MIB_IPFORWARD_ROW2 row;
  memset(&row, 0, sizeof row);
  row.DestinationPrefix.Prefix = *address;
  row.DestinationPrefix.PrefixLength = (UCHAR)bits_of(address->si_family);
  row.NextHop = all_zero_of(address->si_family);
  row.ValidLifetime = row.PreferredLifetime = 0xffffffff;
  add_route(link, &row);
}

static void add(const netioconf_link* link, const MIB_ANYCASTIPADDRESS_ROW* row) {
  if (fault(created_anycast_missing)) return;
  add_anycast(fault(created_anycast_on_first_link) ? &machine()->links[0] : link, row);
  if (fault(created_anycast_twice)) add_anycast(link, row);
  if (fault(anycast_adds_route)) add_host_route(link, &row->Address);
}

static enum status create_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  const struct arguments arguments = anycast_arguments(call_create_anycast, row);
  const enum status status = check_all(&arguments);
  if (status == status_success) add(arguments.link, row);
  const bool addable = is_ip(row->Address.si_family) && arguments.link != NULL;
  if (fault(refused_anycast_added) && status == status_invalid_parameter && addable) {
    add_anycast(arguments.link, row);
  }
  const bool hidden = fault(anycast_duplicate_succeeds) && status == status_object_exists;
  return hidden ? status_success : status;
}

/* Writes to the caller's row, which is const. */
static void fill_in_for_caller(const void* row, const netioconf_link* link) {
  char* writable = (char*)(uintptr_t)row;
  copy_row(writable + offsetof(MIB_ANYCASTIPADDRESS_ROW, InterfaceIndex), &link->index,
           sizeof link->index);
  copy_row(writable + offsetof(MIB_ANYCASTIPADDRESS_ROW, ScopeId), &link->index, sizeof link->index);
}

NETIO_STATUS CreateAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* row) {
  enter();
  if (row == NULL && !fault(anycast_null_crashes)) {
    return leave(fault(anycast_null_accepted) ? status_success : status_invalid_parameter);
  }
  MIB_ANYCASTIPADDRESS_ROW copy;
  copy_row(&copy, row, sizeof copy);
  if (fault(anycast_family_0_accepted) && copy.Address.si_family == 0) {
    copy.Address.si_family = NETIOCONF_AF_INET6;
  }
  const enum status status = create_anycast(&copy);
  if (fault(create_anycast_writes_row) && status == status_success) {
    fill_in_for_caller(row, find_link(copy.InterfaceLuid.Value, copy.InterfaceIndex));
  }
  return leave(status);
}
