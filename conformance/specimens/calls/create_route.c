#include "conformance/specimens/address.h"
#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"
#include "conformance/specimens/notifications.h"
#include "conformance/specimens/routes.h"

static enum status check_next_hop_class(const struct arguments* arguments) {
  const SOCKADDR_INET* next_hop = &arguments->route->NextHop;
  if (!is_ip(next_hop->si_family)) return status_success;
  bool wrong = false;
  switch (class_of(next_hop)) {
    case class_multicast:
      wrong = knob.next_hop_multicast == refused;
      break;
    case class_loopback:
      wrong = knob.next_hop_loopback == refused;
      break;
    case class_broadcast:
      wrong = knob.next_hop_broadcast == refused;
      break;
    case class_e:
      wrong = knob.next_hop_class_e == refused;
      break;
    case class_mapped:
      wrong = knob.next_hop_mapped == refused;
      break;
    case class_zero_net:
      wrong = knob.next_hop_zero_net == refused;
      break;
    case class_unspecified:
      wrong = fault(on_link_refused);
      break;
    case class_ordinary:
      wrong = fault(ipv6_gateway_link_local_only) && next_hop->si_family == NETIOCONF_AF_INET6 &&
              bytes_of(next_hop)[0] != 0xfe;
      break;
  }
  return wrong ? status_invalid_parameter : status_success;
}

static enum status check_destination_class(const struct arguments* arguments) {
  const IP_ADDRESS_PREFIX* prefix = &arguments->route->DestinationPrefix;
  if (!is_ip(prefix->Prefix.si_family)) return status_success;
  if (prefix->PrefixLength > bits_of(prefix->Prefix.si_family)) return status_success;
  bool wrong = false;
  switch (class_of_prefix(prefix)) {
    case class_multicast:
      wrong = knob.destination_multicast == refused;
      break;
    case class_loopback:
      wrong = knob.destination_loopback == refused;
      break;
    case class_broadcast:
      wrong = knob.destination_broadcast == refused;
      break;
    case class_e:
      wrong = knob.destination_class_e == refused;
      break;
    case class_mapped:
      wrong = knob.destination_mapped == refused;
      break;
    case class_zero_net:
      wrong = knob.destination_zero_net == refused;
      break;
    case class_unspecified:
      wrong = knob.destination_unspecified_host == refused;
      break;
    case class_ordinary:
      wrong = fault(default_route_refused) && is_all_zero(&prefix->Prefix);
      break;
  }
  return wrong ? status_invalid_parameter : status_success;
}

static enum status check_host_bits(const struct arguments* arguments) {
  if (!is_ip(arguments->address->si_family) || knob.host_bits != host_bits_refused)
    return status_success;
  return has_host_bits(&arguments->route->DestinationPrefix) ? status_invalid_parameter : status_success;
}

static enum status check_gateway_on_loopback(const struct arguments* arguments) {
  const SOCKADDR_INET* next_hop = &arguments->route->NextHop;
  if (knob.gateway_on_loopback == accepted || !is_ip(next_hop->si_family)) return status_success;
  const bool loopback = arguments->link != NULL && arguments->link->loopback != 0;
  return loopback && !is_all_zero(next_hop) ? status_invalid_parameter : status_success;
}

static enum status check_zero_lifetime(const struct arguments* arguments) {
  const bool wrong = knob.zero_lifetime == zero_refused && arguments->route->ValidLifetime == 0;
  return wrong ? status_invalid_parameter : status_success;
}

static enum status check_link_routes(const struct arguments* arguments) {
  if (arguments->link == NULL || arguments->link->routes != 0) return status_success;
  if (fault(link_without_routes_accepted)) return status_success;
  return fault(link_without_routes_status) ? status_not_found : status_not_supported;
}

/* Some implementations require a route to the gateway; no page does. */
static enum status check_gateway_reachable(const struct arguments* arguments) {
  const SOCKADDR_INET* next_hop = &arguments->route->NextHop;
  if (!fault(gateway_must_be_reachable) || !is_ip(next_hop->si_family)) return status_success;
  if (arguments->link == NULL || is_all_zero(next_hop)) return status_success;
  for (size_t i = 0; i < route_count(); ++i) {
    if (covers(&route_at(i)->row.DestinationPrefix, next_hop)) return status_success;
  }
  return status_invalid_parameter;
}

static enum status check_duplicate(const struct arguments* arguments) {
  if (arguments->link == NULL || !is_ip(arguments->address->si_family)) return status_success;
  struct route* there = find_duplicate(arguments->link, arguments->route);
  if (there == NULL) return status_success;
  if (fault(duplicate_replaces) || fault(duplicate_overwrites)) adopt(there, arguments->route);
  if (fault(duplicate_status)) return status_invalid_parameter;
  return fault(duplicate_is_name_exists) ? status_name_exists : status_object_exists;
}

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {
      check_address_family,
      check_prefix_length,
      check_next_hop_family,
      check_families_agree,
      check_ids,
      check_lifetimes,
      check_site_prefix,
      check_host_bits,
      check_link,
      check_link_routes,
      check_machine_stack,
      check_link_stack,
      check_next_hop_class,
      check_destination_class,
      check_gateway_on_loopback,
      check_zero_lifetime,
      check_stray,
      check_duplicate,
      check_gateway_reachable,
  };
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static const netioconf_link* link_to_add_on(const netioconf_link* link) {
  return fault(created_on_first_link) ? &machine()->links[0] : link;
}

static void remove_default_routes(const MIB_IPFORWARD_ROW2* row) {
  for (size_t i = route_count(); i > 0; --i) {
    const IP_ADDRESS_PREFIX* there = &route_at(i - 1)->row.DestinationPrefix;
    if (there->PrefixLength == 0 && there->Prefix.si_family == row->DestinationPrefix.Prefix.si_family) {
      remove_route(i - 1);
    }
  }
}

static void add(const netioconf_link* link, const MIB_IPFORWARD_ROW2* row) {
  if (fault(created_route_missing) || (fault(ninth_route_missing) && route_count() >= 8)) return;
  if (fault(only_one_default_route) && row->DestinationPrefix.PrefixLength == 0) {
    remove_default_routes(row);
  }
  add_route(link_to_add_on(link), row);
  if (fault(created_route_twice)) add_route(link, row);
  notify_of(MibAddInstance, route_at(route_count() - 1));
  if (!ends_at_once(row)) return;
  notify_of(MibDeleteInstance, route_at(route_count() - 1));
  remove_route(route_count() - 1);
}

/* Fills in members that a caller may leave out. */
static void complete(MIB_IPFORWARD_ROW2* row) {
  ADDRESS_FAMILY* prefix = &row->DestinationPrefix.Prefix.si_family;
  if (fault(prefix_family_0_accepted) && *prefix == 0) *prefix = NETIOCONF_AF_INET;
  complete_next_hop(row);
  if (fault(long_prefix_clamped) && is_ip(*prefix) &&
      row->DestinationPrefix.PrefixLength > bits_of(*prefix)) {
    row->DestinationPrefix.PrefixLength = (UCHAR)bits_of(*prefix);
  }
}

static enum status create_route(const MIB_IPFORWARD_ROW2* row) {
  const struct arguments arguments = route_arguments(call_create_route, row);
  const enum status status = check_all(&arguments);
  const bool is_there = status == status_object_exists;
  if (status == status_success) {
    add(arguments.link, row);
  } else if (fault(refused_route_added) && arguments.link != NULL && !is_there) {
    add_route(arguments.link, row);
  } else if (fault(refused_route_notified)) {
    notify_of_row(MibAddInstance, row);
  }
  const bool hidden = fault(duplicate_replaces) || fault(duplicate_succeeds);
  return is_there && hidden ? status_success : status;
}

/* Writes to the caller's row, which is const. */
static void fill_in_for_caller(const void* row, const netioconf_link* link) {
  char* writable = (char*)(uintptr_t)row;
  copy_row(writable + offsetof(MIB_IPFORWARD_ROW2, InterfaceLuid), &link->luid, sizeof link->luid);
  copy_row(writable + offsetof(MIB_IPFORWARD_ROW2, InterfaceIndex), &link->index, sizeof link->index);
}

NETIO_STATUS CreateIpForwardEntry2(const MIB_IPFORWARD_ROW2* row) {
  enter();
  if (row == NULL && !fault(null_row_crashes)) {
    if (fault(null_row_accepted)) return leave(status_success);
    return leave(fault(null_row_status) ? status_not_found : status_invalid_parameter);
  }
  MIB_IPFORWARD_ROW2 copy;
  copy_row(&copy, row, sizeof copy);
  complete(&copy);
  const enum status status = create_route(&copy);
  if (fault(create_writes_row) && status == status_success) {
    fill_in_for_caller(row, find_link(copy.InterfaceLuid.Value, copy.InterfaceIndex));
  }
  return leave(status);
}
