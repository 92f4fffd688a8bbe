#include "conformance/specimens/anycasts.h"
#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {check_address_family, check_looked_up_anycast, check_ids,  check_link,
                                 check_machine_stack,  check_link_stack,        check_stray};
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static enum status get_anycast(MIB_ANYCASTIPADDRESS_ROW* row) {
  const struct arguments arguments = anycast_arguments(call_get_anycast, row);
  const enum status status = check_all(&arguments);
  if (status != status_success) return status;
  const struct anycast* anycast = find_anycast(arguments.link, &row->Address);
  if (anycast == NULL) {
    return fault(get_missing_anycast_succeeds) ? status_success : (enum status)knob.get_anycast_missing;
  }
  if (!fault(get_anycast_fills_nothing)) *row = anycast->row;
  return status_success;
}

NETIO_STATUS GetAnycastIpAddressEntry(PMIB_ANYCASTIPADDRESS_ROW row) {
  enter();
  if (row == NULL) return leave(status_invalid_parameter);
  MIB_ANYCASTIPADDRESS_ROW copy;
  copy_row(&copy, row, sizeof copy);
  const enum status status = get_anycast(&copy);
  if (status == status_success) copy_row(row, &copy, sizeof copy);
  return leave(status);
}
