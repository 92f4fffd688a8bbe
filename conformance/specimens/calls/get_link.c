#include "conformance/specimens/address.h"
#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"

static enum status check_has_family(const struct arguments* arguments) {
  const ADDRESS_FAMILY family = arguments->address->si_family;
  if (!is_ip(family) || arguments->link == NULL) return status_success;
  return machine_has(family) && link_has(arguments->link, family) ? status_success : status_not_found;
}

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {check_address_family, check_ids, check_link, check_has_family};
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static void fill(MIB_IPINTERFACE_ROW* row, const netioconf_link* link) {
  row->InterfaceLuid.Value = link->luid;
  row->InterfaceIndex = link->index;
  row->Metric = fault(get_link_metric_zero) ? 0 : link_metric(link, row->Family);
  row->UseAutomaticMetric = 1;
  const netioconf_link_details* details = details_of(link);
  row->Connected = fault(get_link_always_connected) || details->disconnected == 0;
  row->DisableDefaultRoutes =
      fault(get_link_default_routes_inverted) != (details->ignores_default_routes != 0);
  row->PathMtuDiscoveryTimeout =
      details->path_mtu_timeout_ms != 0 ? details->path_mtu_timeout_ms : (ULONG)knob.path_mtu_timeout_ms;
  if (fault(get_link_path_mtu_timeout_wrong)) row->PathMtuDiscoveryTimeout /= 1000;
  row->SitePrefixLength = row->Family == NETIOCONF_AF_INET ? 0 : 64;
}

NETIO_STATUS GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW row) {
  enter();
  if (row == NULL)
    return leave(fault(get_link_null_accepted) ? status_success : status_invalid_parameter);
  MIB_IPINTERFACE_ROW copy;
  copy_row(&copy, row, sizeof copy);
  const SOCKADDR_INET address = all_zero_of(copy.Family);
  const struct arguments arguments = {.call = call_get_link,
                                      .luid = copy.InterfaceLuid.Value,
                                      .index = copy.InterfaceIndex,
                                      .link = find_link(copy.InterfaceLuid.Value, copy.InterfaceIndex),
                                      .address = &address};
  const enum status status = check_all(&arguments);
  if (status != status_success) return leave(status);
  fill(&copy, arguments.link);
  copy_row(row, &copy, sizeof copy);
  return leave(status_success);
}
