#include "conformance/specimens/address.h"
#include "conformance/specimens/anycasts.h"
#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"

static enum status check_all(const struct arguments* arguments) {
  static const check checks[] = {check_address_family, check_looked_up_anycast, check_ids,  check_link,
                                 check_machine_stack,  check_link_stack,        check_stray};
  return run_checks(checks, sizeof checks / sizeof checks[0], arguments);
}

static void remove_everywhere(const SOCKADDR_INET* address) {
  for (size_t i = anycast_count(); i > 0; --i) {
    if (same_address(&anycast_at(i - 1)->row.Address, address)) remove_anycast(i - 1);
  }
}

static enum status delete_anycast(const MIB_ANYCASTIPADDRESS_ROW* row) {
  const struct arguments arguments = anycast_arguments(call_delete_anycast, row);
  const enum status status = check_all(&arguments);
  if (status != status_success) return status;
  const struct anycast* anycast = find_anycast(arguments.link, &row->Address);
  if (anycast == NULL) {
    return fault(delete_missing_anycast_succeeds) ? status_success
                                                  : (enum status)knob.delete_anycast_missing;
  }
  if (fault(delete_anycast_does_nothing)) return status_success;
  remove_anycast((size_t)(anycast - anycast_at(0)));
  if (fault(delete_anycast_every_link)) remove_everywhere(&row->Address);
  return status_success;
}

NETIO_STATUS DeleteAnycastIpAddressEntry(const MIB_ANYCASTIPADDRESS_ROW* row) {
  enter();
  if (row == NULL) return leave(status_invalid_parameter);
  MIB_ANYCASTIPADDRESS_ROW copy;
  copy_row(&copy, row, sizeof copy);
  return leave(delete_anycast(&copy));
}
