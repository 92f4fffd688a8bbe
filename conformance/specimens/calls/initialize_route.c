#include <string.h>

#include "conformance/specimens/checks.h"
#include "conformance/specimens/knobs.h"
#include "conformance/specimens/machine.h"

static void initialize(MIB_IPFORWARD_ROW2* row) {
  const MIB_IPFORWARD_ROW2 before = *row;
  const ULONG infinite = fault(initialize_lifetimes_zero) ? 0 : 0xffffffff;
  const BOOLEAN flag = !fault(initialize_flags_false);
  memset(row, 0, sizeof *row);
  row->ValidLifetime = row->PreferredLifetime = infinite;
  row->Loopback = row->AutoconfigureAddress = row->Publish = row->Immortal = flag;
  row->SitePrefixLength = fault(initialize_site_prefix_legal) ? 0 : 255;
  row->Metric = fault(initialize_metric_zero) ? 0 : 0xffffffff;
  row->Protocol = fault(initialize_protocol_legal) ? 3 : 0xffffffff;
  if (fault(initialize_keeps_keys)) {
    row->InterfaceLuid = before.InterfaceLuid;
    row->DestinationPrefix = before.DestinationPrefix;
    row->NextHop = before.NextHop;
  }
  if (fault(initialize_keeps_age)) row->Age = before.Age;
}

void InitializeIpForwardEntry(PMIB_IPFORWARD_ROW2 row) {
  enter();
  if (row != NULL) {
    MIB_IPFORWARD_ROW2 copy;
    copy_row(&copy, row, sizeof copy);
    initialize(&copy);
    copy_row(row, &copy, sizeof copy);
  }
  leave(status_success);
}
